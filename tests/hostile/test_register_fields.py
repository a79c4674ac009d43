"""The hostile strings in what the register asks for: time and place of the deed, instruction, slip, petition, national number.

An officer pastes what a citizen sent, so each string comes here too (threats.md §8). It is refused, or it is text: on the screen,
in a search, in a packet and on paper; nothing is touched by it.
"""

import json

import pytest
from PySide6.QtWidgets import QWidget

from console.actions import directing, national, petitions, transfers
from console.actions.claims import claim
from console.actions.classification import classify, set_deed_time, set_place
from console.actions.desk import ActionError, Desk
from console.actions.exporting import plan_packet
from console.app.reporting import Report, Wish, write_report
from console.app.workspace import open_workspace
from console.cache.accounts import enter
from console.cache.intake import InboundRow, Intake
from console.domain import events as e
from console.domain.calendar import local_date
from console.domain.case import Case
from console.domain.clock import MINUTE_MS, ManualClock
from console.domain.message import Direction, Message, MessageType
from console.domain.petition import Handling
from console.runtime.resources import load_reply_policy
from console.ui.common.names import Names
from console.ui.inspector.pane import Inspector
from console.ui.theme import apply_theme
from console.zalo.strict_json import clean
from tests.app.conftest import START_MS
from tests.hostile.strings import HOSTILE
from tests.hostile.test_printed import CHIEF, MONTH, printed, sound, words
from tests.hostile.watch import Bait, watching
from tests.parcels import PHRASE, cheap_guesses, report_in
from tests.support import HANH, LONG, make_template, world

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.fixture(scope="module")
def bait(tmp_path_factory):
    laid = Bait(tmp_path_factory.mktemp("bait"))
    yield laid
    laid.close()


@pytest.fixture(scope="module")
def w(tmp_path_factory):
    """One store for all of them."""
    folder = tmp_path_factory.mktemp("fields")
    with world(folder, make_template(tmp_path_factory.mktemp("empty"))) as made:
        yield made


def crime(w, number, raw):
    """Put a string into every field of a crime report; return the case and how many took it."""
    case_id = w.put(f"có đánh bạc {number}", user=f"u{number}").case_id
    desk, chief = w.desk(HANH), w.desk(LONG)
    claim(desk, case_id)
    classify(desk, case_id, "TIN_BAO")
    today = local_date(w.clock.now_ms())
    return case_id, tried(
        lambda: set_deed_time(desk, case_id, raw),
        lambda: set_place(desk, case_id, "", raw),
        lambda: directing.instruct(chief, case_id, raw),
        lambda: national.enter(desk, case_id, raw, w.clock.now_ms()),
        lambda: transfers.transfer(desk, case_id, "TB-TPCB", raw),
        lambda: transfers.number_slip(desk, case_id, raw, today),
    )


def petition(w, number, raw):
    """Put a string into what is written of a complaint."""
    case_id = w.put(f"khiếu nại {number}", user=f"k{number}").case_id
    desk = w.desk(HANH)
    claim(desk, case_id)
    classify(desk, case_id, "KHIEU_NAI")
    today = local_date(w.clock.now_ms())
    return case_id, tried(
        lambda: petitions.handle(desk, case_id, Handling.REFUSED, raw, today, raw),
        lambda: petitions.handle(desk, case_id, Handling.TAKEN_UP, raw, today, settled=(raw, today)),
    )


def tried(*acts):
    """Return how many acts took what they were given; the others refuse it in words and write nothing."""
    taken = 0
    for act in acts:
        try:
            act()
        except ActionError as refused:
            assert str(refused)
        else:
            taken += 1
    return taken


def written(case: Case):
    """Return what stands in the fields now."""
    slip = case.transfer.slip.document if case.transfer is not None and case.transfer.slip else ""
    told = [one.words for one in case.instructions]
    paper = [case.petition.paper.document, case.petition.reason] if case.petition is not None else []
    settled = [case.settled.document] if case.settled is not None else []
    entered = [one.number for one in case.national]
    return [case.deed_time, case.place, slip, *told, *paper, *settled, *entered]


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_or_only_text_on_the_screen_in_a_search_and_in_a_packet(qapp, w, bait, tmp_path, name):
    apply_theme(qapp, "light")
    raw, number = bait.fill(HOSTILE[name]), list(HOSTILE).index(name)
    with watching(w.path.parent, tmp_path) as touched:
        for make in (crime, petition):
            case_id, taken = make(w, number, raw)
            case = w.case(case_id)
            kept = [text for text in written(case) if text]
            assert taken or not kept
            for text in kept:
                assert "\0" not in text and not any("\ud800" <= char <= "\udfff" for char in text)
                assert len(text) <= 2_000
            pane = Inspector(Names({}, {}, {}))
            pane.register.set_kinds(frozenset({"TIN_BAO"}))
            pane.set_case(w.queries(LONG).detail(case_id), w.clock.now_ms())
            pane.resize(380, 900)
            pane.grab()
            for widget in pane.findChildren(QWidget):
                tip = widget.toolTip()
                assert not tip or (tip.startswith("<qt>") and "<img" not in tip and "<a " not in tip)
                assert not any(char in widget.accessibleName() for char in BIDI)
            pane.deleteLater()
            package = plan_packet(w.desk(LONG), case_id, "phục vụ điều tra")
            json.dumps([package.messages, package.log], ensure_ascii=False).encode("utf-8")
        found = w.queries(LONG).find(raw[:300])
        assert {hit.case_id for hit in found.hits} <= {
            row[0] for row in w.rows("SELECT case_id FROM case_file")
        }
    assert touched.nothing, touched
    assert bait.bites() == []


PAPER = ("01-img", "02-link", "05-markdown", "11-rlo", "25-controls", "26-formula", "27-wide-formula", "28-tab-formula", "29-sql", "30-template")  # fmt: skip
WHOLE = ("01-img", "02-link", "05-markdown", "26-formula", "29-sql", "30-template")


@pytest.fixture(scope="module")
def desk(tmp_path_factory, bait):
    """A commander's desk over a store whose crime reports are hostile in every field, however they came there."""
    clock = ManualClock(START_MS)
    with open_workspace(tmp_path_factory.mktemp("papers") / "profile", demo=True, clock=clock) as workspace:
        workspace.intake = Intake("TB-CAT", lambda _text: False)
        with workspace.store.write() as tx:
            enter(tx, CHIEF)
        for order, name in enumerate(PAPER):
            _tell(workspace, order, bait.fill(HOSTILE[name]))
        made = Desk(workspace.store, CHIEF, workspace.rules, load_reply_policy())
        yield workspace, made


def _tell(workspace, order, text):
    at = START_MS + order * MINUTE_MS
    workspace.clock.wall_ms = at + 1_000
    message = Message(f"r{order:06d}", Direction.INBOUND, MessageType.TEXT, "có đánh bạc", at, (), "{}")
    text, day = clean(text), local_date(START_MS).isoformat()
    with workspace.store.write() as tx:
        workspace.intake.take_in(tx, [InboundRow(message, f"88{order:017d}", "Người dân")])
        (case_id,) = tx.connection.exec_driver_sql(
            "SELECT case_id FROM message WHERE message_id = ?", (message.message_id,)
        ).one()
        bodies = (
            e.CaseClassified("TIN_BAO"),
            e.PriorityChanged("P3"),
            e.DeedTimed(text),
            e.PlaceSet("", text),
            e.InstructionGiven(f"i{order}", text),
            e.NationalEntered(text[:60], at),
            e.CaseTransferred(f"t{order}", "TB-TPCB", text, at + 30 * MINUTE_MS),
            e.SlipNumbered(f"t{order}", text, day),
        )
        tx.add(case_id, *bodies, actor=CHIEF.officer_id, unit="TB-CAT")


@pytest.mark.parametrize("form", ["csv", "xlsx", "docx"])
def test_the_register_prints_it_as_the_text_it_is(desk, bait, tmp_path, monkeypatch, form):
    cheap_guesses(monkeypatch)
    workspace, made = desk
    with watching(workspace.profile.root, tmp_path) as touched:
        wish = Wish(Report.REGISTER, form, "theo yêu cầu", MONTH, "", "", (), PHRASE)
        path = write_report(made, workspace.clock, workspace.reader(), wish, tmp_path).path
    path = report_in(path) if form in ("csv", "xlsx") else path
    sound(path)
    found = words(printed(path))
    for name in WHOLE:
        assert found.count(words(bait.fill(HOSTILE[name]))) >= 4, name
    assert touched.nothing, touched
    assert bait.bites() == []


def test_every_field_takes_an_ordinary_text(w):
    for make, acts in ((crime, 6), (petition, 2)):
        case_id, taken = make(w, 900, "12/QĐ-CAT")
        assert taken == acts
        assert written(w.case(case_id)).count("12/QĐ-CAT") == (5 if make is crime else 2)
