"""The hostile strings in what is printed: registers, figures and slips, as csv, xlsx, docx and pdf (threats T12).

Each string is at once a case's first words, its place, its officer's name, why it was transferred and closed, a
remark, a line of the duty book, and why a complaint was not taken up. No file
holds a formula, a link or a field that fetches; making them touches nothing; markup is printed as the text it is.
"""

import csv
import io
import zipfile
from xml.etree import ElementTree as ET

import docx
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from console.actions.desk import Desk
from console.actions.reporting import CLOSED
from console.app.reporting import FORMATS, Report, Wish, wished_period, write_report
from console.app.workspace import open_workspace
from console.cache import tables as t
from console.cache.accounts import enter
from console.cache.intake import InboundRow, Intake
from console.domain import events as e
from console.domain.calendar import local_date
from console.domain.clock import HOUR_MS, MINUTE_MS, ManualClock
from console.domain.message import Direction, Message, MessageType
from console.domain.officer import Officer, Role
from console.domain.period import PeriodKind
from console.domain.subject import subject
from console.runtime.resources import load_reply_policy
from console.zalo.strict_json import clean
from tests.app.conftest import START_MS
from tests.hostile.strings import HOSTILE
from tests.hostile.watch import Bait, watching
from tests.parcels import PHRASE, cheap_guesses, report_in

MONTH = wished_period(PeriodKind.MONTH, local_date(START_MS))
SHIFT = subject("shift", "TB-CAT-hostile")
CHIEF = Officer("chi-huy", "Nông Thị Hạnh", "TB-CAT", (Role.PROVINCE_DUTY, Role.COMMANDER), "Đại úy")
PICTURES = ("01-img", "05-markdown", "26-formula", "30-template")
"""Strings whose slip is made as PDF too; the register prints all of them."""


class Printer:
    """A store in which every case is hostile."""

    def __init__(self, workspace, bait):
        self.workspace, self.bait, self.numbers = workspace, bait, {}
        with workspace.store.write() as tx:
            enter(tx, CHIEF)
            opened = e.ShiftOpened("TB-CAT", (CHIEF.officer_id,), START_MS + 24 * HOUR_MS, ())
            tx.add(SHIFT, opened, actor=CHIEF.officer_id, unit="TB-CAT")
        for order, name in enumerate(HOSTILE):
            # As long as the acts let a place, a reason, a name be; the message is whole.
            self._tell(order, name, clean(bait.fill(HOSTILE[name])))

    def _tell(self, order, name, text):
        workspace = self.workspace
        at = START_MS + order * MINUTE_MS
        workspace.clock.wall_ms = at + 1000
        message = Message(f"m{order:06d}", Direction.INBOUND, MessageType.TEXT, text, at, (), "{}")
        who = f"o{order}"
        with workspace.store.write() as tx:
            workspace.intake.take_in(tx, [InboundRow(message, f"99{order:017d}", f"{text[:190]} (tên)")])
            case_id = tx.connection.exec_driver_sql(
                "SELECT case_id FROM message WHERE message_id = ?", (message.message_id,)
            ).scalar_one()
            enter(tx, Officer(who, text[:120], "TB-CAT", (Role.PROVINCE_DUTY,), text[:40]))
            day = local_date(START_MS).isoformat()
            bodies = (
                e.CaseClaimed(at + MINUTE_MS),
                e.CaseClassified("KHIEU_NAI"),
                e.PetitionHandled("refused", "KHIEU_NAI", "", text[:120], day, text[:500]),
                e.PlaceSet("TPCB", text[:300]),
                e.CaseTransferred(f"t{order}", "TB-TPCB", text[:1_000], at + 30 * MINUTE_MS),
            )
            tx.add(case_id, *bodies, actor=who, unit="TB-CAT")
        with workspace.store.write() as tx:
            tx.add(case_id, e.TransferAccepted(f"t{order}"), actor=who, unit="TB-TPCB")
            tx.add(case_id, e.CaseClosed("answered", text[:1_000]), actor=who, unit="TB-TPCB")
            tx.add(SHIFT, e.ShiftNoted(f"n{order}", text[:2_000]), actor=who, unit="TB-CAT")
            self.numbers[name] = (
                tx.connection.execute(t.case.select().where(t.case.c.case_id == case_id)).one().number
            )

    def take(self, report, form, folder, *, number="", remarks=(), officer=CHIEF):
        desk = Desk(self.workspace.store, officer, self.workspace.rules, load_reply_policy())
        wish = Wish(Report(report), form, "theo yêu cầu", MONTH, "", number, remarks, PHRASE)
        path = write_report(desk, self.workspace.clock, self.workspace.reader(), wish, folder).path
        return report_in(path) if form in CLOSED else path


@pytest.fixture(scope="module")
def bait(tmp_path_factory):
    laid = Bait(tmp_path_factory.mktemp("bait"))
    yield laid
    laid.close()


@pytest.fixture(scope="module")
def printer(tmp_path_factory, bait):
    clock = ManualClock(START_MS)
    with open_workspace(tmp_path_factory.mktemp("printed") / "profile", demo=True, clock=clock) as workspace:
        workspace.intake = Intake("TB-CAT", lambda _text: False)
        yield Printer(workspace, bait)


@pytest.fixture
def quiet(printer, bait, tmp_path, monkeypatch):
    """Fail if making a file touches anything beside the profile and the folder of the file."""
    cheap_guesses(monkeypatch)
    with watching(printer.workspace.profile.root, tmp_path) as touched:
        yield
    # typst reads its fonts and the template; nothing else, and nothing of a citizen's.
    assert touched.nothing, touched
    assert bait.bites() == []


def words(text):
    """Return what is left to compare: letters and signs without spaces, line ends and what printing makes visible."""
    return "".join(char for char in text if not char.isspace() and char.isprintable() and char != "\ufffd")


def sound(path):
    """Open a file as its reader would; fail where that finds a formula, a link, a field or something it cannot read."""
    if path.suffix == ".csv":
        for row in csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")):
            for cell in row:
                assert cell.lstrip(" \u00a0\u200b\ufeff")[:1] not in {*"=+-@|%\t\r\n＝＋－＠"}, cell[:40]
        return
    if path.suffix == ".pdf":
        for page in PdfReader(path).pages:
            assert "/Annots" not in page
        return
    with zipfile.ZipFile(path) as parts:
        assert parts.testzip() is None
        for part in parts.namelist():
            if part.endswith((".xml", ".rels")):
                tree = ET.fromstring(parts.read(part))
                assert not [r for r in tree.iter() if r.get("TargetMode") == "External"], part
                names = {node.tag.rpartition("}")[2] for node in tree.iter()}
                assert names.isdisjoint({"hyperlink", "f", "object", "altChunk"}), part
                kinds = [n.text or "" for n in tree.iter() if n.tag.endswith("}instrText")]
                assert all(kind.strip().split()[0] in {"PAGE", "NUMPAGES"} for kind in kinds)
    if path.suffix == ".xlsx":
        book = load_workbook(path)
        cells = [c for page in book for row in page.iter_rows() for c in row if c.value is not None]
        assert {cell.data_type for cell in cells} == {"s"}


def printed(path):
    """Return all words of a file."""
    if path.suffix == ".csv":
        rows = csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""))
        return "\n".join(cell for row in rows for cell in row)
    if path.suffix == ".pdf":
        return "".join(page.extract_text() for page in PdfReader(path).pages)
    if path.suffix == ".docx":
        paper = docx.Document(path)
        return paper.element.xpath("string()") + paper.sections[0].footer.paragraphs[0].text
    book = load_workbook(path)
    return "\n".join(str(c.value) for p in book for r in p.iter_rows() for c in r if c.value is not None)


@pytest.mark.parametrize("form", FORMATS[Report.REGISTER])
def test_a_register_of_all_of_them_holds_texts_and_nothing_else(printer, quiet, tmp_path, form):
    path = printer.take("register", form, tmp_path)
    sound(path)
    found = words(printed(path))
    for number in printer.numbers.values():
        assert number in found
    for name in ("01-img", "02-link", "05-markdown", "26-formula", "29-sql", "30-template"):
        text = words(printer.bait.fill(HOSTILE[name]))
        assert text in found, name


@pytest.mark.parametrize("form", FORMATS[Report.DUTY_BOOK])
@pytest.mark.parametrize("report", ["duty-book", "petitions"])
def test_a_book_of_all_of_them_holds_texts_and_nothing_else(printer, quiet, tmp_path, report, form):
    path = printer.take(report, form, tmp_path)
    sound(path)
    found = words(printed(path))
    for name in ("01-img", "02-link", "05-markdown", "15-long-name", "26-formula", "29-sql", "30-template"):
        assert words(printer.bait.fill(HOSTILE[name])) in found, name


@pytest.mark.parametrize("form", FORMATS[Report.PERIOD])
def test_figures_with_all_of_them_as_remarks(printer, quiet, tmp_path, form):
    remarks = tuple(clean(printer.bait.fill(text))[:2_000] for text in HOSTILE.values())
    sound(printer.take("period", form, tmp_path, remarks=remarks))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_slip_with_it_everywhere_can_be_read_as_text(printer, quiet, tmp_path, name):
    wanted = words(clean(printer.bait.fill(HOSTILE[name])))[:200]
    papers = [(Report.TRANSFER, "docx")]
    if name in PICTURES:
        papers += [(Report.TRANSFER, "pdf"), (Report.INTAKE, "docx"), (Report.INTAKE, "pdf")]
    for report, form in papers:
        path = printer.take(report, form, tmp_path / f"{report}.{form}", number=printer.numbers[name])
        sound(path)
        assert wanted in words(printed(path)), form


@pytest.mark.parametrize("name", ["24-surrogate", "25-controls", "26-formula"])
@pytest.mark.parametrize(
    ("report", "form"), [("register", "csv"), ("register", "xlsx"), ("intake", "docx"), ("intake", "pdf")]
)
def test_the_name_of_whoever_takes_it_out_is_a_text_too(printer, quiet, tmp_path, name, report, form):
    officer = Officer("ten-la", printer.bait.fill(HOSTILE[name]), "TB-CAT", CHIEF.roles, "&R&P")
    path = printer.take(report, form, tmp_path, officer=officer, number=printer.numbers["26-formula"])
    sound(path)
    assert words("&R&P") in words(printed(path))
