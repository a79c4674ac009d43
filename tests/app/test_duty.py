"""Review, shift and survey at the desk, by real keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.app.officers import save_officer
from console.app.timekeeping import make_timekeeper
from console.cache.duty_notices import duty_notices
from console.domain import events as e
from console.domain.calendar import local_datetime
from console.domain.case import CaseState
from console.domain.clock import HOUR_MS, MINUTE_MS
from console.domain.handover import AWAKE_EVERY_S, Part
from console.domain.officer import Officer, Role
from console.ui.common.times import clock_text

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
BINH = Officer("binh", "Bế Thị Bình", "TB-CAT", (Role.PROVINCE_DUTY,), "Thượng úy")
QUESTION = "cho em hoi lam can cuoc can giay to gi"


@pytest.fixture
def two(console):
    """The console of officer Hạnh; officer Bình works at the same desk."""
    save_officer(console.workspace, BINH)
    return console


def append(console, case_id, actor, *bodies):
    with console.workspace.store.write() as tx:
        tx.add(case_id, *bodies, actor=actor, unit="TB-CAT")
    console.settle()


def ended_by(console, actor, *, place=True):
    """Let an officer handle and end a case without a fault; returns its id."""
    console.says("an", "toi bao tin co nguoi danh bac")
    case_id = console.bench.queries.search("CB26-00001")[0].case_id
    now = console.clock.now_ms()
    append(
        console,
        case_id,
        actor,
        e.CaseViewed(),
        e.CaseClaimed(now + MINUTE_MS),
        e.CaseClassified("TO_GIAC"),
        e.PriorityChanged("P3"),
        *((e.PlaceSet("TPCB", "tổ 5"),) if place else ()),
        e.ReplyQueued("r1", "Đã nhận tin"),
        e.ReplyPermitted("r1", now),
        e.ReplySent("r1", "z1", now),
        e.CaseTransferred("t1", "PC02", "thẩm quyền", now + HOUR_MS),
        e.TransferAccepted("t1"),
        e.CaseClosed("da-giai-quyet"),
    )
    append(
        console,
        case_id,
        "system",
        e.ReviewDrawn("rv1", "2026-09", 5, 100, ("loai",), actor, now + 24 * HOUR_MS),
    )
    return case_id


def state(console):
    with console.workspace.store.read() as connection:
        return connection.exec_driver_sql("SELECT state, comment FROM review").one()


def page(console, code):
    return console.window.pages.page(code)


# --- review -----------------------------------------------------------------------------------------------------------


def test_a_verdict_is_one_key(two):
    ended_by(two, "binh")
    two.key(Qt.Key.Key_7, CTRL | ALT)
    assert two.window.pages.code == "review"
    assert two.window.rail.pages["review"].count() == 1
    sheet = page(two, "review").sheet
    assert {check.state for check in sheet.checks} == {"dat"}
    two.key(Qt.Key.Key_1, ALT)
    assert state(two).state == "dat"
    assert page(two, "review").sheet is None
    assert two.window.rail.pages["review"].count() == 0


def test_returning_asks_for_words_and_then_takes_the_same_key(two):
    case_id = ended_by(two, "binh")
    two.key(Qt.Key.Key_7, CTRL | ALT)
    two.key(Qt.Key.Key_2, ALT)
    assert state(two).state == "cho"
    assert page(two, "review").judging.comment.hasFocus()
    two.type("bo sung bien ban")
    two.key(Qt.Key.Key_2, ALT)
    assert tuple(state(two)) == ("can-sua", "bo sung bien ban")
    with two.workspace.store.write() as tx:
        case = tx.case(case_id)
    assert (case.owner, case.state) == ("binh", CaseState.HELD)


def test_what_the_machine_found_must_be_answered_before_passing(two):
    ended_by(two, "binh", place=False)
    two.key(Qt.Key.Key_7, CTRL | ALT)
    two.key(Qt.Key.Key_1, ALT)
    assert state(two).state == "cho"
    judging = page(two, "review").judging
    assert "vì sao vẫn duyệt" in judging.trouble.text()
    judging.show_sheet(judging._sheet)  # read again because something came in
    assert "vì sao vẫn duyệt" in judging.trouble.text()
    two.type("da hoi lai, dia ban ghi trong phu luc")
    two.key(Qt.Key.Key_1, ALT)
    assert state(two).state == "dat"


def test_the_reviewer_cannot_review_what_he_handled(two):
    ended_by(two, "hanh")
    two.key(Qt.Key.Key_7, CTRL | ALT)
    judging = page(two, "review").judging
    assert "Bạn đã xử lý" in judging.trouble.text()
    assert not judging.good.isEnabled()
    two.key(Qt.Key.Key_1, ALT)
    assert state(two).state == "cho"


def test_the_keys_of_the_review_screen_are_its_own(two):
    case_id = ended_by(two, "binh")
    two.says("an2", QUESTION)
    two.key(Qt.Key.Key_F8)
    before = two.case().category
    two.key(Qt.Key.Key_Escape)  # out of the reply, where Ctrl+Alt makes letters
    two.key(Qt.Key.Key_7, CTRL | ALT)
    two.key(Qt.Key.Key_3, ALT)
    two.key(Qt.Key.Key_Escape)
    assert two.window.pages.code == "desk"
    assert two.case().category == before
    assert two.case().case_id != case_id


def test_a_second_signature_closes_and_its_own_proposer_cannot(two):
    two.says("an", "nho cong an xu ly tranh chap dat")
    two.key(Qt.Key.Key_F8)
    case = two.case()
    append(
        two,
        case.case_id,
        "binh",
        e.CaseClassified("PAKN"),
        e.ClosingProposed("p1", "khong-tiep-nhan", "dân sự", "TU_CHOI"),
    )
    two.key(Qt.Key.Key_7, CTRL | ALT)
    judging = page(two, "review").judging
    assert judging.good.label() == "Ký đóng"
    assert not judging.again.isVisible()
    two.key(Qt.Key.Key_1, ALT)
    with two.workspace.store.write() as tx:
        assert tx.case(case.case_id).state is CaseState.CLOSED


def test_findings_about_ones_own_work_are_told_and_acknowledged(two):
    case_id = ended_by(two, "hanh")
    given = e.ReviewGiven("rv1", "v1", "can-sua", "hanh", "Thiếu căn cứ", ("thieu-can-cu",))
    append(two, case_id, "binh", given)
    two.controller.reviews.refresh()
    titles = [card.toast.title for card in two.window.toasts.cards]
    assert "Kiểm tra nhận xét về CB26-00001" in titles
    two.controller.keyboard.run_command("acknowledge")
    two.settle()
    dialog = two.app.activeModalWidget()
    dialog.choices[0].click()
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    two.settle()
    assert two.bench.queries.unacknowledged() == []


# --- shift ------------------------------------------------------------------------------------------------------------


def start(console):
    """Open a shift with its three checks, the bell heard."""
    console.controller.alarms._checked(heard=True)
    console.key(Qt.Key.Key_8, CTRL | ALT)
    page(console, "handover").start.click()
    console.settle()
    dialog = console.app.activeModalWidget()
    dialog.failed.setText("chưa rõ đèn, đã báo")
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    console.settle()


def test_a_shift_is_opened_after_its_checks_and_the_pill_says_so(two):
    assert two.window.top._shift_text == "Chưa mở ca"
    start(two)
    shift = two.bench.queries.shift()
    assert shift.open
    assert shift.checks[0] == "chuong=dat"
    assert two.window.top._shift_text.startswith("Ca 21/09 · đến 07:30")


def test_the_bar_shows_the_time_that_records_get(two):
    two.clock.advance(17 * 60_000)
    two.controller.pulse._tick()
    assert two.window.top.clock.text() == clock_text(two.clock.now_ms())


def test_without_the_bell_no_shift_is_opened(two):
    two.key(Qt.Key.Key_8, CTRL | ALT)
    page(two, "handover").start.click()
    two.settle()
    dialog = two.app.activeModalWidget()
    assert dialog.trouble() == "Thử chuông trước khi mở ca"
    two.controller.alarms._checked(heard=True)
    assert dialog.bell.passed
    dialog.reject()
    two.settle()
    assert not two.bench.queries.shift().open


def test_the_leaver_writes_the_next_step_and_signs_by_keys(two):
    start(two)
    two.says("an", QUESTION)
    two.key(Qt.Key.Key_F8)
    number = two.case().number
    two.key(Qt.Key.Key_Escape)
    two.key(Qt.Key.Key_8, CTRL | ALT)
    handover = page(two, "handover")
    assert [line.number for line in handover.list.lines._lines][:1] == [number]
    assert handover.trouble_text() == "Còn 1 hồ sơ chưa ghi việc ca sau"
    two.key(Qt.Key.Key_F4)
    two.type("goi lai cong dan luc 9 gio")
    two.key(Qt.Key.Key_Return)
    assert handover.list.current().next_step == "goi lai cong dan luc 9 gio"
    handover.list.setFocus()
    two.key(Qt.Key.Key_Return, CTRL)
    dialog = two.app.activeModalWidget()
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    two.settle()
    assert two.bench.queries.shift().signatures[Part.GIVER.value].officer == "hanh"


def test_what_blocks_is_given_back_with_one_key(two):
    start(two)
    two.says("an", QUESTION)
    two.key(Qt.Key.Key_F8)
    two.key(Qt.Key.Key_Escape)
    two.key(Qt.Key.Key_8, CTRL | ALT)
    handover = page(two, "handover")
    handover.list.setFocus()
    two.key(Qt.Key.Key_F2)
    assert two.controller.room.detail.case.owner == ""
    assert not any(line.blocks for line in handover.list.lines._lines)


def test_a_line_of_the_duty_book_is_written_from_anywhere(two):
    start(two)
    two.key(Qt.Key.Key_Escape)
    two.key(Qt.Key.Key_W, CTRL | ALT)
    dialog = two.app.activeModalWidget()
    QTest.keyClicks(dialog.field, "mat dien 5 phut")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    two.settle()
    two.key(Qt.Key.Key_8, CTRL | ALT)
    handover = page(two, "handover")
    handover.show_tab(1)
    two.settle()
    assert "mat dien 5 phut" in [item.words for item in handover.book.model.rows()]


def test_a_wrong_line_is_put_right_by_another_and_stays_marked(two):
    start(two)
    shift = two.bench.queries.shift()
    append(two, f"@shift/{shift.shift_id}", "hanh", e.ShiftNoted("n1", "mất điện 50 phút"))
    two.key(Qt.Key.Key_8, CTRL | ALT)
    book = page(two, "handover").book
    page(two, "handover").show_tab(1)
    two.settle()
    at = [item.words for item in book.model.rows()].index("mất điện 50 phút")
    assert not book.correct.isEnabled()
    own = next(n for n, item in enumerate(book.model.rows()) if item.kind != "shift.noted")
    book.list.setCurrentIndex(book.model.index(own))
    assert not book.correct.isEnabled(), "what the console noted itself needs no correction"
    book.list.setCurrentIndex(book.model.index(at))
    assert book.correct.isEnabled()
    book.list.setFocus()
    two.key(Qt.Key.Key_F4)
    dialog = two.app.activeModalWidget()
    assert "mất điện 50 phút" in dialog.detail.text()
    QTest.keyClicks(dialog.field, "mat dien 5 phut")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    two.settle()
    items = {item.words.partition(": ")[2] or item.words: item for item in book.model.rows()}
    assert items["mat dien 5 phut"].words.startswith("Đính chính dòng ")
    assert items["mất điện 50 phút"].corrected and not items["mat dien 5 phut"].corrected
    spoken = book.model.data(book.model.index(at), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("(đã đính chính)")
    assert book.current().words == "mất điện 50 phút", "the chosen line stays chosen"


def test_the_commander_signs_by_key_and_who_is_none_is_not_offered(two):
    two.key(Qt.Key.Key_Y, CTRL | ALT)
    assert "Chưa mở ca trực" in [card.toast.title for card in two.window.toasts.cards]
    start(two)
    handover = page(two, "handover")
    assert handover.commander.text() == "Chỉ huy trực: chưa ký"
    two.key(Qt.Key.Key_Y, CTRL | ALT)
    dialog = two.app.activeModalWidget()
    assert list(dialog.choices) == ["hanh"], "Bình is no commander"
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    two.settle()
    assert two.bench.queries.shift().signatures[Part.COMMANDER.value].officer == "hanh"
    assert "Nông Thị Hạnh" in handover.commander.text()
    assert handover.commander_sign.label() == "Chỉ huy ký lại…"
    assert "Chỉ huy đã ký biên bản giao ca" in [card.toast.title for card in two.window.toasts.cards]
    assert two.bench.queries.shift().open, "the commander's signature closes nothing"


def status(console):
    return [item.text for item in console.window.status.items()]


def test_an_absent_leaver_is_shown_at_the_page_and_in_the_status_bar(two):
    old = "@shift/ca-cu"
    append(two, old, "binh", e.ShiftOpened("TB-CAT", ("binh",), two.clock.now_ms() + HOUR_MS, ()))
    assert not [text for text in status(two) if "Vắng" in text]
    closed = e.ShiftClosed("hanh", "h", "s", absent=True, reason="đ/c Bình đi cấp cứu")
    append(two, old, "hanh", closed)
    start(two)
    handover = page(two, "handover")
    assert handover.notices.isVisible()
    assert "vắng người giao (đ/c Bình đi cấp cứu)" in handover.notices.text()
    assert [text for text in status(two) if text.startswith("Vắng người giao: ")]
    assert "Nông Thị Hạnh" in handover.notices.text()


def test_a_desk_that_does_not_answer_at_night_is_shown_until_it_does(two):
    other = "@shift/ca-tpcb"
    append(two, other, "tuan", e.ShiftOpened("TB-TPCB", ("tuan",), two.clock.now_ms() + HOUR_MS, ()))
    asked = two.clock.now_ms()
    append(two, other, "tuan", e.ShiftAwake(asked, 1))
    assert not [text for text in status(two) if "Không trả lời" in text]
    append(two, other, "tuan", e.ShiftAwake(asked, 2))
    (text,) = [text for text in status(two) if "Không trả lời" in text]
    assert "CATP" in text
    start(two)
    assert "không ai trả lời «còn thức?»" in page(two, "handover").notices.text()
    append(two, other, "tuan", e.ShiftAwake(asked))
    assert not [text for text in status(two) if "Không trả lời" in text]
    assert not page(two, "handover").notices.isVisible()
    with two.workspace.store.read() as connection:
        assert duty_notices(connection, "TB-CAT", province=False) == ()


def test_somebody_silent_for_two_hours_at_night_is_asked_and_answers_with_enter(two):
    start(two)
    two.clock.advance(2 * HOUR_MS + round(AWAKE_EVERY_S))
    two.controller.shifts.second()
    assert [c.toast.title for c in two.window.toasts.cards if c.toast.topic == "awake"] == ["Còn thức?"]
    QTest.keyClick(two.window.windowHandle(), Qt.Key.Key_Return)
    two.settle()
    assert not [c for c in two.window.toasts.cards if c.toast.topic == "awake"]
    book = two.bench.queries.shift()
    with two.workspace.store.read() as connection:
        kinds = connection.exec_driver_sql("SELECT kind FROM event WHERE kind = 'shift.awake'").all()
    assert (len(kinds), book.open) == (1, True)


def test_an_officer_whose_role_has_no_such_screen_is_told(two):
    names = two.window.pages
    names._specs.pop("review")
    two.controller.keyboard.run_command("page.review")
    assert two.window.pages.code == "desk"
    assert "Vai trò" in two.window.toasts.cards[-1].toast.title


# --- survey -----------------------------------------------------------------------------------------------------------


def test_the_survey_reaches_zalo_once_and_its_answer_the_case(two):
    """From the end of a case to five stars, over the real line."""
    two.clock.jump(-8 * HOUR_MS)  # noon: nobody is asked in the evening
    told = two.says("an", QUESTION)
    two.key(Qt.Key.Key_F8)
    case_id = two.case().case_id
    append(two, case_id, "hanh", e.CaseViewed(), e.CaseClassified("TTHC"), e.CaseClosed("huong-dan-noi-khac"))
    two.pass_time(16 * MINUTE_MS)
    keeper = make_timekeeper(two.workspace, lambda work: work(two.workspace.store), lambda *_: None)
    keeper._step()
    two.send()
    (post,) = two.posts()
    assert post["body"]["recipient"]["user_id"] == told["user_id"]
    assert "mức độ hài lòng" in post["body"]["message"]["text"]
    two.says("an", "5 sao")
    figures = two.bench.queries.survey_figures(0, two.clock.now_ms() + 1)
    assert (figures.asked, figures.scores) == (1, {5: 1})
    two.pass_time(2 * MINUTE_MS)
    keeper._step()
    two.send()
    assert len(two.posts()) == 1


# --- what the console writes and says before anybody asks ---------------------------------------------------------------


def test_the_summary_is_put_in_by_one_press_corrected_and_kept_for_the_next_shift(two):
    start(two)
    two.says("an", "cho em hoi lam can cuoc")
    two.key(Qt.Key.Key_8, CTRL | ALT)
    handover = page(two, "handover")
    two.controller.shifts.refresh()  # the page does so by itself a moment later, by a clock of the system's
    two.settle()
    handover.remark.setPlainText("Mưa to ở Bảo Lạc.")
    handover.fill_in.click()
    assert handover.remark.hasFocus()
    two.type(" Dien yeu.")
    handover.save_remark()
    two.settle()
    kept = two.bench.queries.shift().remark
    assert kept.startswith("Mưa to ở Bảo Lạc.\nTừ ")
    assert "tiếp nhận 1 tin" in kept
    assert kept.endswith("Không còn tin khẩn cấp nào mở. Dien yeu.")


def law_toasts(two):
    return [card.toast for card in two.window.toasts.cards if card.toast.topic == "law-terms"]


def test_at_four_in_the_afternoon_the_terms_of_two_days_are_told_once(two):
    start(two)
    two.says("an", "toi xin to giac nhom danh bac o to 5")
    case_id = two.bench.queries.search("CB26-00001")[0].case_id
    append(two, case_id, "hanh", e.CaseClassified("TIN_BAO"))
    hour = local_datetime(two.clock.now_ms())
    two.clock.advance(((15 - hour.hour) % 24 * 60 + 59 - hour.minute) * MINUTE_MS)
    two.controller.law_terms.look()
    two.settle()
    assert law_toasts(two) == []
    two.clock.advance(2 * MINUTE_MS)
    two.controller.law_terms.look()
    two.settle()
    (told,) = law_toasts(two)
    assert told.title == "1 hồ sơ có hạn luật trong 48 giờ"
    told.acts[0].run()
    assert two.window.pages.code == "handover"
    two.window.toasts.dismiss("law-terms")
    two.clock.advance(30 * MINUTE_MS)
    two.controller.law_terms.look()
    two.settle()
    assert law_toasts(two) == []
