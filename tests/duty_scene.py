"""The afternoon of ``scene`` with a shift that runs, a reviewer, and cases that wait for him; always the same."""

from console.actions import handing_over, shifts
from console.actions.desk import Desk
from console.cache.accounts import enter
from console.cache.intake import Intake
from console.domain import events as e
from console.domain.clock import MINUTE_MS, ManualClock
from console.domain.message import Direction, Message, MessageType
from console.domain.officer import Officer, Role
from console.domain.subject import subject
from console.record.tables import register
from console.runtime.resources import load_reply_policy
from tests.scene import HANH, NOW, TUAN, _Codes, _do, _take, at

LONG = Officer("long", "Hoàng Đức Long", "TB-CAT", (Role.COMMANDER, Role.REVIEWER), "Trung tá")
SEED = "5eed"
FIRST_NUMBER = 1402


def add_duty(workspace) -> None:
    """Let the shift begin at 07:30 and four cases be ended."""
    clock = workspace.clock
    assert isinstance(clock, ManualClock)
    with workspace.store.write() as tx:
        enter(tx, LONG)
        tx.add(subject("review"), e.ReviewSeeded("2026-03", SEED), actor="system", unit="TB-CAT")
        tx.connection.execute(register.update().values(last=FIRST_NUMBER - 1))
    ids = iter(range(0x5000, 0x6000))
    codes = _Codes(["C0LD", "5WYE", "T8RA", "K1QF"])
    workspace.intake = Intake("TB-CAT", lambda _text: False, codes, lambda: f"{next(ids):032x}")
    clock.wall_ms = at(7, 30)
    # Not through the action: the afternoon is in the log already, so that its clock check would find the clock wrong.
    checks = ("chuong=dat", "den=dat", "dong-ho=dat")
    opened = e.ShiftOpened("TB-CAT", ("hanh",), at(7, 30, day=15), checks)
    with workspace.store.write() as tx:
        tx.add(subject("shift", "TB-CAT-2026-03-14-0730"), opened, actor="hanh", unit="TB-CAT")
    scam(workspace, clock)
    noise(workspace, clock)
    drugs(workspace, clock)
    papers(workspace, clock)
    with workspace.store.write() as tx:
        tx.connection.execute(register.update().values(last=1482))
    clock.wall_ms = NOW


def add_sheet(workspace) -> None:
    """Let the leaver write on the sheet, all but one next step, and the taker take two lines."""
    clock, desk = workspace.clock, desk_of(workspace, HANH)
    clock.wall_ms = NOW
    shifts.note(desk, "09:15 mất điện 5 phút, máy chạy pin; không mất tin")
    shifts.remark(
        desk,
        "Tối nay có chương trình tại phố đi bộ Kim Đồng, dự kiến nhiều tin về giao thông và tiếng ồn.\n"
        "Loa trạm 2 hỏng, đã báo kỹ thuật.",
    )
    for item, present in (("Máy trực", True), ("Điện thoại trực", True), ("Sổ trực ban", True)):
        shifts.equip(desk, item, present=present)
    steps = (
        "Theo dõi CA TP, báo kết quả cho công dân",
        "Gọi PC02, trả lời công dân trước 10:20",
        "Đề nghị PC08 lập tổ kiểm tra tối nay",
        "Nhắc nếu 12:00 chưa có ảnh",
    )
    cases = [line for line in shifts.read_sheet(desk).lines if line.case_id]
    for number, line in enumerate(cases[:-1]):
        shifts.next_step(desk, line.case_id, steps[number % len(steps)])
    handing_over.accept(desk_of(workspace, TUAN), [cases[1].key])
    handing_over.ask_back(desk_of(workspace, TUAN), cases[2].key, "Công dân đã được gọi lại chưa?")


def desk_of(workspace, officer: Officer) -> Desk:
    """Return an officer's desk over the scene's store."""
    return Desk(workspace.store, officer, workspace.rules, load_reply_policy())


def _told(workspace, clock, code: str, when: int, text: str) -> str:
    number = int.from_bytes(code.encode(), "big") % 1_000_000
    message = Message(f"d{number:07d}", Direction.INBOUND, MessageType.TEXT, text, when, (), "{}")
    return _take(workspace, clock, f"99{number:017d}", "Người dân", message)


def _answer(workspace, clock, case_id: str, actor: str, when: int, reply_id: str, text: str) -> None:
    _do(workspace, clock, when, case_id, actor, e.ReplyQueued(reply_id, text))
    _do(
        workspace,
        clock,
        when + 1_000,
        case_id,
        "system",
        e.ReplyPermitted(reply_id, when + 1_000),
        e.ReplySent(reply_id, f"z-{reply_id}", when + 2_000),
    )


def _ended(
    workspace, clock, case_id: str, actor: str, when: int, outcome: str, reason: str, *why: str
) -> None:
    closed = e.CaseClosed(outcome, reason)
    drawn = e.ReviewDrawn(f"rv-{case_id[-6:]}", "2026-03", 42, 100, why, actor, when + 86_400_000)
    _do(workspace, clock, when, case_id, actor, closed)
    _do(workspace, clock, when, case_id, "system", drawn)


def scam(workspace, clock) -> None:
    case_id = _told(
        workspace, clock, "C0LD", at(10, 40), "Tôi bị lừa chuyển tiền qua mạng, họ giả làm cán bộ"
    )
    _do(workspace, clock, at(10, 45), case_id, "tuan", e.CaseViewed(), e.CaseClaimed(at(11, 0)))
    _do(workspace, clock, at(10, 46), case_id, "tuan", e.CaseClassified("TO_GIAC"), e.PriorityChanged("P2"))
    _do(workspace, clock, at(10, 47), case_id, "tuan", e.PlaceSet("TPCB", ""), e.Tagged("lua-dao-mang"))
    _answer(
        workspace, clock, case_id, "tuan", at(10, 50), "d1", "Mời anh/chị tới trình báo, khóa tài khoản ngay."
    )
    _ended(workspace, clock, case_id, "tuan", at(11, 9), "da-chuyen-giai-quyet", "", "loai")


def noise(workspace, clock) -> None:
    case_id = _told(
        workspace, clock, "5WYE", at(11, 50), "Karaoke gần nhà ồn quá 22 giờ, nhờ các anh nhắc giúp"
    )
    _do(workspace, clock, at(12, 20), case_id, "hanh", e.CaseViewed(), e.CaseClaimed(at(12, 40)))
    _do(workspace, clock, at(12, 21), case_id, "hanh", e.CaseClassified("PAKN"), e.PriorityChanged("P3"))
    _do(workspace, clock, at(12, 22), case_id, "hanh", e.PlaceSet("HA", ""), e.Tagged("tieng-on"))
    _answer(
        workspace,
        clock,
        case_id,
        "hanh",
        at(12, 28),
        "d2",
        "Đã nhắc nhở quán, mời anh/chị báo lại nếu còn ồn.",
    )
    _ended(workspace, clock, case_id, "hanh", at(12, 44), "da-giai-quyet", "", "mau")


def drugs(workspace, clock) -> None:
    """The case of the picture: handled well, but nobody entered where it was."""
    text = (
        "Tôi thấy nhà trọ tổ 5 hay có người lạ tụ tập đêm, nghi sử dụng ma túy. "
        "Mong các anh kiểm tra, đừng nói ai báo."
    )
    case_id = _told(workspace, clock, "T8RA", at(9, 12), text)
    _do(workspace, clock, at(9, 23), case_id, "tuan", e.CaseViewed(), e.CaseClaimed(at(9, 40)))
    _do(workspace, clock, at(9, 24), case_id, "tuan", e.CaseClassified("TO_GIAC"), e.PriorityChanged("P2"))
    _do(workspace, clock, at(9, 24, 10), case_id, "tuan", e.Tagged("ma-tuy"))
    words = (
        "Công an tỉnh Cao Bằng đã tiếp nhận tin báo của anh/chị và giữ kín danh tính. "
        "Chúng tôi chuyển đơn vị nghiệp vụ xác minh ngay."
    )
    _answer(workspace, clock, case_id, "tuan", at(9, 24, 30), "d3", words)
    note = "Đã điện PC04. Địa chỉ cụ thể ghi trong phụ lục mật, không nhắc lại trong tin Zalo."
    _do(workspace, clock, at(9, 26), case_id, "tuan", e.NoteAdded("dn1", note))
    transfer = e.CaseTransferred("dt1", "PC04", "Đấu tranh, xác minh", at(10, 27))
    _do(workspace, clock, at(9, 27), case_id, "tuan", transfer)
    _do(workspace, clock, at(9, 41), case_id, "lan", e.TransferAccepted("dt1"), unit="PC04")
    _do(workspace, clock, at(12, 58), case_id, "tuan", e.CaseClaimed(at(13, 30)), unit="PC04")
    words = "Đơn vị đã kiểm tra và xử lý theo quy định. Cảm ơn anh/chị đã tin báo kịp thời."
    _answer(workspace, clock, case_id, "tuan", at(13, 18), "d4", words)
    reason = "Biên bản kiểm tra hành chính"
    _ended(workspace, clock, case_id, "tuan", at(13, 20), "da-giai-quyet", reason, "loai")


def papers(workspace, clock) -> None:
    """An end that waits for a second signature."""
    case_id = _told(workspace, clock, "K1QF", at(13, 40), "Nhờ công an xử lý vụ tranh chấp đất với hàng xóm")
    _do(workspace, clock, at(13, 44), case_id, "hanh", e.CaseViewed(), e.CaseClaimed(NOW + 5 * MINUTE_MS))
    _do(workspace, clock, at(13, 45), case_id, "hanh", e.CaseClassified("PAKN"), e.PriorityChanged("P3"))
    proposed = e.ClosingProposed(
        "dp1", "khong-tiep-nhan", "Tranh chấp dân sự, đã hướng dẫn tới xã", "TU_CHOI"
    )
    _do(workspace, clock, at(13, 51), case_id, "hanh", proposed)
