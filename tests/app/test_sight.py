"""A case in conflict is not there for whom it concerns: no reader, report, export, suggestion or notice says a word of it."""

import csv
import inspect
import io
from dataclasses import dataclass

import docx
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from console.actions import exporting, identity, incidents, shifts, urgent
from console.actions.desk import Missing
from console.actions.drafts import save_draft
from console.actions.notes import add_note
from console.actions.perform import Ask, Step, perform
from console.actions.reporting import ARCHIVE, CLOSED
from console.app.reporting import FORMATS, Report, ReportError, Wish, wished_period, write_report
from console.app.unpacking import unpack
from console.cache.database import read_engine
from console.cache.queries import Queries
from console.cache.views import QueueFilter, View
from console.domain import events as e
from console.domain.calendar import local_date
from console.domain.clock import DAY_MS, MINUTE_MS
from console.domain.conflict import Action
from console.domain.officer import Officer, Permission, Role
from console.domain.period import PeriodKind
from console.reports import facts
from console.reports.register import HIDDEN
from tests.parcels import PHRASE, cheap_guesses, report_in
from tests.support import DIEP, HANH, KEY, KIEM, LONG, TUAN, store_template, world

__all__ = ["store_template"]

NAME = "Nông Canary Thị Bưởi"
PHONE = "0912345678"
STORY = f"chimxanh tổ 5 phường Sông Hiến có người đánh bạc, tôi là {NAME}, gọi 0912.345.678"
FREE = Officer("canh", "Ma Thị Cánh", "PX05", (Role.INSPECTOR, Role.COMMANDER, Role.REVIEWER), "Trung tá")
"""Whom it does not concern: he must find the cases where they are looked for, or nothing is proved."""
CONCERNED = (HANH, DIEP, LONG, KIEM, TUAN)


@pytest.fixture
def w(tmp_path, store_template, monkeypatch):
    cheap_guesses(monkeypatch)
    with world(tmp_path, store_template, (*CONCERNED, FREE)) as made:
        yield made


@dataclass
class Scene:
    """One case that everybody sees, and those that concern all but ``FREE``."""

    seen: str
    numbers: dict[str, str]
    """Number by case id of the hidden ones."""
    secrets: tuple[str, ...]


@pytest.fixture
def told(w):
    """Cases with a place on every list there is; then they are marked as about everybody but one.

    One is open, held, late, urgent, handed over, with drafts, a reply nobody knows of and an identity shown; one waits for
    review, one has a verdict and a bad answer to the survey; one was merged into the case that stays in sight, one tells of
    the same incident.
    """
    seen = w.put("tổ 5 phường Sông Hiến có người đánh bạc ăn tiền", user="20")
    # What is merged is told in the case it went into; its number alone is still a secret.
    stories = (STORY, STORY, STORY, "xin hỏi thêm", STORY)
    hidden = [w.put(story, user=str(30 + n), name=NAME) for n, story in enumerate(stories)]
    open_, reviewed, judged, merged, alike = (one.case_id for one in hidden)
    now, me = w.clock.now_ms(), HANH.officer_id
    with w.store.write() as tx:
        tx.connection.exec_driver_sql("UPDATE identity SET phone = ?", (PHONE,))
        tx.add(
            "@shift/s1",
            e.ShiftOpened("TB-CAT", (me,), now + DAY_MS, ("chuong=dat", "den=dat", "dong-ho=dat")),
            actor=me,
            unit="TB-CAT",
        )
        tx.add("@review", e.ReviewSeeded("2026-09", "5eed"), actor="system", unit="TB-CAT")
    for case_id in (seen.case_id, open_, alike):
        w.add(case_id, e.CaseClassified("TO_GIAC"), e.PlaceSet("TPCB", "tổ 5 phường Sông Hiến"))
    w.add(
        open_,
        e.PriorityChanged("P1"),
        e.Tagged("ma-tuy"),
        e.CaseClaimed(now + MINUTE_MS),
        e.CaseViewed(),
        e.IdentityRevealed("chimxanh xem", now + MINUTE_MS),
        e.ReplyQueued("r1", "chimxanh trả lời"),
        e.ReplyPermitted("r1", now),
        e.ReplyUnknown("r1", "chimxanh lỗi"),
        e.CaseTransferred("t1", "TB-TPCB", "chimxanh chuyển", now),
        actor=me,
    )
    add_note(w.desk(HANH), open_, "chimxanh ghi chú")
    save_draft(w.desk(HANH), open_, "reply", "chimxanh nháp")
    shifts.next_step(w.desk(HANH), open_, "chimxanh việc ca sau")
    for case_id in (reviewed, judged):
        w.add(case_id, e.CaseClassified("PAKN"), e.CaseClosed("da-giai-quyet", "chimxanh xong"), actor=me)
        w.add(case_id, e.ReviewDrawn(f"v{case_id}", "2026-09", 1, 100, ("mau",), me, now + DAY_MS))
    given = e.ReviewGiven(f"v{judged}", "k1", "can-sua", me, "chimxanh sửa", ("tre",), fix_by=now)
    w.add(judged, given, e.SurveyAsked("s1", "KS", "1"), e.SurveyAnswered("m1", 1, low=True), actor="kiem")
    w.add(merged, e.CaseMerged(seen.case_id, seen.number, "chimxanh trùng"), actor=me)
    w.add(seen.case_id, e.CaseAbsorbed(merged, hidden[3].number), actor=me)
    incidents.link(w.desk(HANH), seen.case_id, {alike: (90, "cùng nơi")})
    w.clock.advance(2 * DAY_MS)
    for case in hidden:
        mark = e.ConflictMarked((), tuple(one.officer_id for one in CONCERNED), "chimxanh nêu tên")
        w.add(case.case_id, mark, actor=FREE.officer_id)
    numbers = {case.case_id: case.number for case in hidden}
    secrets = ("chimxanh", NAME, PHONE, "0912.345.678", *numbers, *numbers.values())
    secrets += tuple(one.pseudonym for one in hidden)
    return Scene(seen.case_id, numbers, secrets)


def leaked(found: str, told: Scene) -> list[str]:
    return [secret for secret in told.secrets if secret.casefold() in found.casefold()]


def every_read(queries: Queries, told: Scene, replies=("r1",)) -> dict[str, str]:
    """Return what each public read of an officer's queries gives, new ones among them."""
    ids = [told.seen, *told.numbers]
    rows = queries.review_rows()
    calls = {
        "queue_index": lambda: [queries.queue_index(QueueFilter(view)) for view in View],
        "queue_places": lambda: queries.queue_places(ids, QueueFilter()),
        "queue_rows": lambda: queries.queue_rows(ids),
        "queue_turn": lambda: queries.queue_turn(0),
        # Ids to ask about, as in a change's news; what is asked for them is what counts.
        "queue_turned": lambda: queries.queue_places(queries.queue_turned(0, 1 << 52), QueueFilter()),
        "withdrawn": lambda: queries.queue_places(queries.withdrawn(ids), QueueFilter()),
        "known_numbers": lambda: queries.known_numbers(told.numbers.values()),
        "kinds": lambda: queries.kinds(ids),
        "answers": lambda: queries.answers(ids),
        "changed_hands": lambda: queries.changed_hands(ids),
        "counts": queries.counts,
        "detail": lambda: [queries.detail(i) for i in ids],
        "thread": lambda: [queries.thread(i) for i in ids],
        "reply_fates": lambda: queries.reply_fates(replies),
        "awaiting": queries.awaiting,
        "others": lambda: queries.others(ids),
        "search": lambda: [queries.search(s) for s in (*told.secrets, "đánh bạc")],
        "find": lambda: [
            queries.find(s, newest=n) for s in (*told.secrets, "danh bac") for n in (True, False)
        ],
        "health": queries.health,
        "review_rows": lambda: rows,
        "review_sheet": lambda: [queries.review_sheet(row) for row in rows],
        "reviews_waiting": queries.reviews_waiting,
        "unacknowledged": queries.unacknowledged,
        "sample_figures": queries.sample_figures,
        "survey_figures": lambda: queries.survey_figures(0, 1 << 52),
        "shift": queries.shift,
        "duty_notices": queries.duty_notices,
        # About no case.
        **dict.fromkeys(
            ("library", "ready_answers", "knowledge_history", "today", "officers", "accounts", "account"),
            None,
        ),
        **dict.fromkeys(("role_matrix", "reseat", "officer", "sight", "noted"), None),
    }
    public = {name: member for name, member in inspect.getmembers(Queries) if not name.startswith("_")}
    for name in public.keys() - calls.keys():
        # A new read that takes nothing is simply asked; one that takes something must say here what.
        asked = list(inspect.signature(public[name]).parameters.values())[1:]
        assert all(one.default is not one.empty for one in asked), f"say in this test what {name} is asked"
        calls[name] = getattr(queries, name)
    assert public.keys() == calls.keys(), "these are gone"
    return {name: repr(call()) for name, call in calls.items() if call is not None}


@pytest.mark.parametrize("officer", CONCERNED, ids=lambda one: one.officer_id)
def test_no_read_of_a_concerned_officer_says_a_word(w, told, officer):
    found = every_read(w.queries(officer), told)
    assert {name: words for name, text in found.items() if (words := leaked(text, told))} == {}


def test_who_is_free_of_it_finds_it_in_all_of_them(w, told):
    found = every_read(w.queries(FREE), told)
    for name in ("queue_rows", "detail", "thread", "search", "find", "review_rows", "review_sheet"):
        assert leaked(found[name], told), name
    absorbed = next(number for case_id, number in told.numbers.items() if w.case(case_id).merged_into)
    assert absorbed in found["thread"] or absorbed in found["detail"]


def test_numbers_that_only_count_do_not_count_it(w, told):
    """With the hidden cases and without them a concerned officer is told the same figures."""
    queries, free = w.queries(KIEM), w.queries(FREE)
    assert queries.health().unknown == 0 and free.health().unknown == 1
    assert queries.reviews_waiting() == 0 and free.reviews_waiting() == 1
    assert queries.survey_figures(0, 1 << 52).answered == 0
    assert free.survey_figures(0, 1 << 52).answered == 1
    assert (queries.sample_figures()[0].closed, free.sample_figures()[0].closed) == (0, 2)
    assert sum(queries.counts().views.values()) < sum(free.counts().views.values())
    assert w.queries(HANH).unacknowledged() == []


def everything_in(path) -> str:
    """Return all words of a file."""
    if path.suffix == ".csv":
        rows = csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""))
        return "\n".join(cell for row in rows for cell in row)
    if path.suffix == ".pdf":
        return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())
    if path.suffix == ".docx":
        paper = docx.Document(path)
        return paper.element.xpath("string()") + paper.sections[0].footer.paragraphs[0].text
    book = load_workbook(path)
    return "\n".join(str(c.value) for p in book for r in p.iter_rows() for c in r if c.value is not None)


def taken(w, officer, report, form, folder, number=""):
    engine = read_engine(w.path, KEY)
    w._readers.append(engine)
    period = wished_period(PeriodKind.YEAR, local_date(w.clock.now_ms()))
    wish = Wish(report, form, "kiểm tra", period, number=number, phrase=PHRASE)
    path = folder / f"{report}-{officer.officer_id}-{number}.{form}"
    done = write_report(w.desk(officer), w.clock, engine.connect, wish, path).path
    return everything_in(report_in(done) if form in CLOSED else done)


def archived(w, officer, folder):
    """Return all words of the archive of the year of the scene, as the officer makes it when that is over."""
    engine = read_engine(w.path, KEY)
    w._readers.append(engine)
    year = wished_period(PeriodKind.YEAR, local_date(w.clock.now_ms()))
    w.clock.wall_ms = year.to_ms
    wish = Wish(Report.YEAR, ARCHIVE, "kiểm tra", year, phrase=PHRASE)
    path = folder / f"{officer.officer_id}.btx"
    unpack(write_report(w.desk(officer), w.clock, engine.connect, wish, path).path, PHRASE, folder / "opened")
    parts = [one for one in (folder / "opened").iterdir() if one.suffix in {".csv", ".xlsx"}]
    assert len(parts) >= 6
    return "\n".join(everything_in(one) for one in parts) + (folder / "opened" / "muc-luc.json").read_text(
        "utf-8"
    )


def test_an_archive_tells_a_concerned_officer_nothing_and_nobody_who_told(w, told, tmp_path):
    found = archived(w, LONG, tmp_path)
    assert leaked(found, told) == []
    # In the register and in the list of cases, each as CSV and as XLSX.
    assert found.count(HIDDEN) == 4 * len(told.numbers)
    (tmp_path / "free").mkdir()
    w.clock.wall_ms -= 1
    found = archived(w, FREE, tmp_path / "free")
    assert [number for number in told.numbers.values() if number not in found] == []
    assert [one for one in (NAME, NAME.upper(), PHONE, "912.345.678") if one in found] == []


PAPERS = [(report, form) for report, forms in FORMATS.items() for form in forms]


@pytest.mark.parametrize(("report", "form"), PAPERS, ids=str)
def test_no_paper_of_a_concerned_officer_says_a_word(w, told, tmp_path, report, form):
    # The commander takes out what the duty officers may not.
    w.add(told.seen, e.CaseTransferred("t9", "TB-TPCB", "địa bàn", w.clock.now_ms()), actor="hanh")
    number = w.case(told.seen).number if report in (Report.INTAKE, Report.TRANSFER) else ""
    found = taken(w, LONG, report, form, tmp_path, number)
    assert leaked(found, told) == []
    if number:
        for hidden in told.numbers.values():
            with pytest.raises(ReportError, match="không được xem"):
                taken(w, LONG, report, form, tmp_path, hidden)
    if report is Report.REGISTER:
        # Gap-free: a line for every number, and nothing on it.
        assert found.count(HIDDEN) == len(told.numbers)


@pytest.mark.parametrize("form", ["pdf", "docx", "csv", "xlsx"])
def test_a_register_by_one_unit_is_an_extract_without_hidden_lines(w, told, tmp_path, form):
    chief = Officer("chief", "Lương Văn Đội", "TB-TPCB", (Role.UNIT_HEAD, Role.COMMANDER), "Đại úy")
    sight = w.desk(chief).sight
    assert sight.units is None, "a commander sees the province"
    own = Officer("own", "Lương Văn Đội", "TB-TPCB", (Role.UNIT_HEAD,), "Đại úy")
    desk = w.desk(own)
    with w.store.read() as connection:
        period = wished_period(PeriodKind.YEAR, local_date(w.clock.now_ms()))
        lines = facts.read_register(connection, w.rules, desk.sight, period, w.clock.now_ms())
    assert None not in lines


def test_a_paper_of_whom_it_does_not_concern_names_the_case_and_never_the_source(w, told, tmp_path):
    """Who may know of the matter still does not read on paper who told of it, though the citizen wrote it himself."""
    who, seen = (NAME, NAME.upper(), PHONE, "912.345.678"), set()
    for report, form in PAPERS:
        numbers = told.numbers.values() if report in (Report.INTAKE, Report.TRANSFER) else [""]
        for number in numbers:
            try:
                found = taken(w, FREE, report, form, tmp_path, number)
            except ReportError:
                continue
            assert [one for one in who if one in found] == [], (report, form)
            seen.add(report)
            if report is Report.REGISTER:
                assert [number for number in told.numbers.values() if number not in found] == []
                assert "[đã che]" in found
    assert seen == set(FORMATS)


def test_no_act_lets_a_concerned_officer_at_it(w, told):
    case_id = next(iter(told.numbers))
    desk = w.desk(LONG)
    plans = (
        lambda: exporting.plan_case(desk, case_id, "xem"),
        lambda: urgent.draft_report(desk, case_id),
        lambda: identity.who_looked(desk, case_id),
        lambda: identity.reveal(desk, case_id, "xem"),
        *(
            (
                lambda action=action: perform(
                    desk, Ask(case_id, action, Permission.READ), lambda _t, _c: Step()
                )
            )
            for action in Action
        ),
    )
    for plan in plans:
        with pytest.raises(Missing) as refused:
            plan()
        assert leaked(refused.value.text_vi, told) == []


def test_the_sheet_of_the_shift_and_its_log_leave_it_out(w, told):
    from console.cache import handover_query as q

    for officer in (HANH, TUAN, LONG):
        desk = w.desk(officer)
        with w.store.read() as connection:
            shift = q.current_shift(connection, "TB-CAT")
            sheet = q.sheet(connection, shift, desk.sight, desk.rules, w.clock.now_ms())
            log = q.shift_log(connection, shift, desk.sight, w.rules.names())
        assert leaked(repr((sheet, log)), told) == []
    desk = w.desk(FREE)
    with w.store.read() as connection:
        assert leaked(repr(q.sheet(connection, shift, desk.sight, desk.rules, w.clock.now_ms())), told)


def test_a_machine_proposes_no_hidden_case(w, told):
    alike = w.put("tổ 5 phường Sông Hiến đang đánh bạc ăn tiền", user="77", at=w.clock.now_ms() - 2 * DAY_MS)
    w.add(alike.case_id, e.CaseClassified("TO_GIAC"), e.PlaceSet("TPCB", "tổ 5 phường Sông Hiến"))
    for officer in CONCERNED:
        detail = w.queries(officer).detail(alike.case_id)
        if detail is not None:
            assert leaked(repr(detail), told) == [], officer
    detail = w.queries(FREE).detail(alike.case_id)
    assert {one.number for one in detail.related} & set(told.numbers.values())
