"""An afternoon at the desk, as in the design pictures: a real store with invented citizens, always the same.

Screenshots and window tests are made from it. The clock stands at 14:39:45 on 14 March 2026 in Vietnam.
"""

import random
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

from console.app.workspace import Workspace, open_workspace
from console.cache import media_queue
from console.cache import tables as t
from console.cache.accounts import enter
from console.cache.intake import InboundRow, Intake
from console.cache.keys import subkey
from console.cache.media_queue import SealedFile
from console.cache.sealed import SealedFiles
from console.cache.walk_state import Poll, set_poll
from console.domain import events as e
from console.domain.clock import DAY_MS, HOUR_MS, MINUTE_MS, ManualClock
from console.domain.message import Attachment, Direction, Message, MessageType
from console.domain.officer import SYSTEM, Officer, Role
from console.record.tables import register
from tests.scene_media import night_photo, recording

VIETNAM = timezone(timedelta(hours=7))
HANH = Officer("hanh", "Nông Thị Hạnh", "TB-CAT", (Role.PROVINCE_DUTY, Role.COMMANDER), "Đại úy")
TUAN = Officer("tuan", "Mông Văn Tuấn", "TB-CAT", (Role.PROVINCE_DUTY,), "Trung úy")
LAN = Officer("lan", "Bế Thị Lan", "PC04", (Role.HANDLER,), "Thượng úy")
FIRST_NUMBER = 1459


def at(hour: int, minute: int, second: int = 0, day: int = 14) -> int:
    """Return a time of March 2026 in Vietnam as UTC ms."""
    return int(datetime(2026, 3, day, hour, minute, second, tzinfo=VIETNAM).timestamp() * 1000)


NOW = at(14, 39, 45)


@dataclass
class Told:
    """One citizen's matter."""

    code: str
    category: str
    priority: str
    unit: str
    tags: tuple[str, ...]
    messages: list[tuple[int, str]]
    owner: Officer | None = None
    read: bool = True
    extra: list = field(default_factory=list)
    waits_since: int = 0
    """When it was transferred to a unit that has not accepted yet."""


# In the order of their register numbers.
STORY = [
    Told("2LVE", "TTHC", "P3", "PC08", ("dang-ky-xe",), [(at(11, 18), "Dạ em gửi bổ sung ảnh giấy khai sinh sau ạ, chiều em về lấy")],
         HANH, extra=[lambda: e.CaseSnoozed(NOW + DAY_MS, "Chờ công dân bổ sung giấy tờ")]),
    Told("9QX2", "PAKN", "P2", "PC08", ("vi-pham-giao-thong", "tieng-on"),
         [(at(12, 10), "Xe tải chở quá tải chạy ban đêm qua xã Hưng Đạo, mong các anh xử lý")], TUAN,
         waits_since=at(12, 57, 40)),
    Told("P9AA", "GIAO_THONG", "P3", "PC08", (), [(at(9, 41), "Ngã tư đèn tín hiệu hỏng, giờ tan trường rất nguy hiểm cho học sinh")], TUAN),
    Told("B81T", "TO_GIAC", "P2", "PC02", ("lua-dao-mang", "gia-mao-cong-an", "du-luan-quan-tam"),
         [(at(13, 5), "Tài khoản mạo danh cán bộ Công an gọi video yêu cầu cài VNeID giả, nhà em suýt mất tiền")],
         waits_since=at(13, 44, 40)),
    Told("W6TB", "KHAO_SAT", "P3", "PC06", (), [(at(13, 22), "★★★★★ Cán bộ hướng dẫn nhiệt tình, làm căn cước nhanh")], read=False),
    Told("R0HN", "PAKN", "P3", "CAH-HA", ("tieng-on",), [(at(13, 40), "Quán karaoke cạnh nhà mở loa lớn sau 23 giờ, ảnh hưởng các cháu ôn thi")], HANH),
    Told("K52W", "TTHC", "P3", "PC06", ("can-cuoc",), [(at(14, 2), "Cháu nhà tôi 14 tuổi làm căn cước lần đầu cần mang giấy tờ gì")], read=False),
    Told("M3CE", "TO_GIAC", "P2", "PC04", ("ma-tuy",), [(at(14, 21), "Nghi có điểm tụ tập sử dụng ma túy ở nhà trọ tổ 5, tối nào cũng đông người lạ")], read=False,
         waits_since=at(14, 22)),
    Told("7ZDW", "", "", "TB-CAT", (), [(at(14, 4), "Alo trực ban ạ"), (at(14, 26), "Cho em hỏi cái này báo ở đâu ạ")], read=False),
]  # fmt: skip


class _Codes(random.Random):
    """Gives the pseudonyms of the pictures one after another."""

    def __init__(self, codes: list[str]) -> None:
        super().__init__(1)
        self._letters = [letter for code in codes for letter in code]

    def choice(self, seq):
        return self._letters.pop(0) if self._letters else super().choice(seq)


@contextmanager
def scene(root: Path):
    """Open a demo profile at ``root`` in which the afternoon has happened."""
    clock = ManualClock(at(7, 0))
    with open_workspace(root, demo=True, clock=clock) as workspace:
        _fill(workspace, clock)
        clock.wall_ms = NOW
        yield workspace


def _fill(workspace: Workspace, clock: ManualClock) -> None:
    codes = [told.code for told in STORY] + ["4F7K"]
    workspace.intake = Intake("TB-CAT", lambda _text: False, _Codes(codes), _ids())
    with workspace.store.write() as tx:
        tx.connection.execute(register.insert().values(year=2026, last=FIRST_NUMBER - 1))
        for officer in (HANH, TUAN, LAN):
            enter(tx, officer)
    for number, told in enumerate(STORY):
        _tell(workspace, clock, number, told)
    _urgent(workspace, clock)
    with workspace.store.write() as tx:
        set_poll(tx.connection, Poll(NOW - 3_000, NOW - 3_000))
        tx.connection.execute(
            t.token.insert().values(
                generation=1,
                state="ACTIVE",
                access_token="demo",
                refresh_token="demo",
                issued_at=NOW - HOUR_MS,
                expires_at=NOW + 20 * HOUR_MS,
                refresh_expires_at=NOW + 21 * DAY_MS + HOUR_MS,
                changed_at=NOW - HOUR_MS,
            )
        )


def _ids():
    number = iter(range(1, 10_000))
    return lambda: f"{next(number):032x}"


def _take(workspace: Workspace, clock: ManualClock, user: str, name: str, message: Message) -> str:
    clock.wall_ms = message.at + 4_000
    with workspace.store.write() as tx:
        row = InboundRow(message, user, name)
        workspace.intake.take_in(tx, [row])
        return tx.connection.exec_driver_sql(
            "SELECT case_id FROM message WHERE message_id = ?", (message.message_id,)
        ).scalar_one()


def _do(
    workspace: Workspace, clock: ManualClock, when: int, case_id: str, actor: str, *bodies, unit="TB-CAT"
):
    clock.wall_ms = when
    with workspace.store.write() as tx:
        tx.add(case_id, *bodies, actor=actor, unit=unit)


def _tell(workspace: Workspace, clock: ManualClock, number: int, told: Told) -> None:
    case_id = ""
    for index, (when, text) in enumerate(told.messages):
        photographed = told.code == "7ZDW" and index == len(told.messages) - 1
        kind = MessageType.PHOTO if photographed else MessageType.TEXT
        photo = (Attachment(0, MessageType.PHOTO, "https://f20.zdn.vn/x.jpg", fetch=True),)
        message = Message(
            f"a{number:04d}{index:04d}",
            Direction.INBOUND,
            kind,
            text,
            when,
            photo if kind is MessageType.PHOTO else (),
            "{}",
        )
        case_id = _take(workspace, clock, f"77{number:017d}", "Người dân", message)
    when = told.messages[-1][0] + MINUTE_MS
    bodies: list = []
    if told.category:
        bodies += [e.CaseClassified(told.category), e.PriorityChanged(told.priority)]
    bodies += [e.Tagged(tag) for tag in told.tags]
    if told.read:
        bodies.append(e.CaseViewed())
    if told.owner:
        bodies.append(e.CaseClaimed(NOW + 8 * MINUTE_MS))
    if bodies:
        _do(workspace, clock, when, case_id, (told.owner or HANH).officer_id, *bodies)
    if told.unit != "TB-CAT":
        since = told.waits_since or when
        transfer = e.CaseTransferred(f"t{number}", told.unit, "Theo địa bàn", since + 30 * MINUTE_MS)
        _do(workspace, clock, since, case_id, "hanh", transfer)
    if told.unit != "TB-CAT" and not told.waits_since:
        _do(workspace, clock, when + 1, case_id, "lan", e.TransferAccepted(f"t{number}"), unit=told.unit)
        if told.owner:
            _do(
                workspace, clock, when + 2, case_id, told.owner.officer_id, e.CaseClaimed(NOW + 8 * MINUTE_MS)
            )
    for make in told.extra:
        _do(workspace, clock, at(14, 0), case_id, "hanh", make())


def _keep(
    workspace: Workspace,
    clock: ManualClock,
    case_id: str,
    message_id: str,
    number: int,
    data: bytes,
    kind: str,
) -> None:
    """Put the bytes of an attachment into the store, as the media worker does."""
    files = sealed_files(workspace)
    file_id = f"{message_id[-4:]}{number:x}".rjust(32, "0")
    with files.writer(file_id) as writer:
        writer.write(data)
        writer.commit()
    body = e.MediaStored(message_id, number, file_id, writer.sha256, writer.size, kind)
    clock.wall_ms += 3_000
    with workspace.store.write() as tx:
        tx.connection.execute(
            t.media_task.delete().where(
                t.media_task.c.message_id == message_id, t.media_task.c.number == number
            )
        )
        media_queue.add_file(tx.connection, SealedFile(file_id, writer.sha256, writer.size, kind), tx.now_ms)
        tx.add(case_id, body, actor=SYSTEM, unit="TB-CAT")


def sealed_files(workspace: Workspace) -> SealedFiles:
    """Return the folder of sealed attachments of the scene's profile."""
    return SealedFiles(workspace.profile.media, subkey(workspace.opened.key, "media"))


def _urgent(workspace: Workspace, clock: ManualClock) -> None:
    """Tell the story of CB26-01482, message for message as in the picture."""
    user, name = "8800000000000000482", "Nông Thị Hoa"

    def say(number: int, when: int, text: str = "", kind=MessageType.TEXT, *attachments: Attachment) -> str:
        message = Message(f"u{number:06d}", Direction.INBOUND, kind, text, when, attachments, "{}")
        return _take(workspace, clock, user, name, message)

    with workspace.store.write() as tx:
        tx.connection.execute(register.update().values(last=1481))
    case_id = say(
        1,
        at(14, 30),
        "Các anh ơi, ở gần chợ Xanh có nhóm thanh niên cầm dao đuổi đánh nhau, có người bị thương rồi. Xin giữ kín tên giúp tôi.",
    )
    photos = [Attachment(n, MessageType.PHOTO, f"https://f20.zdn.vn/{n}.jpg", fetch=True) for n in range(3)]
    say(2, at(14, 30, 20), "", MessageType.PHOTO, *photos)
    say(
        3,
        at(14, 31),
        "",
        MessageType.LOCATION,
        Attachment(
            0, MessageType.LOCATION, latitude=22.6657, longitude=106.2580, name="Gần Chợ Xanh, P. Tân Giang"
        ),
    )
    say(
        4,
        at(14, 31, 30),
        "",
        MessageType.VOICE,
        Attachment(0, MessageType.VOICE, "https://f1.zdn.vn/v.amr", fetch=True),
    )

    with workspace.store.write() as tx:
        tx.connection.execute(
            t.identity.update()
            .where(t.identity.c.zalo_user_id == user)
            .values(phone="0912345627", follower=1)
        )
    for number in range(3):
        _keep(workspace, clock, case_id, "u000002", number, night_photo(number), "image/jpeg")
    _keep(workspace, clock, case_id, "u000004", 0, recording(), "audio/wav")

    def do(when: int, *bodies, actor="hanh", unit="TB-CAT"):
        _do(workspace, clock, when, case_id, actor, *bodies, unit=unit)

    do(at(14, 32), e.CaseViewed("u000004"), e.CaseClaimed(at(14, 50)))
    do(at(14, 32, 20), e.CaseClassified("TO_GIAC", "", "KHAN_CAP"), e.PriorityChanged("P2"))
    do(at(14, 32, 40), e.PriorityChanged("P1", "P2"), e.PlaceSet("TPCB", "gần chợ Xanh, P. Tân Giang"))
    do(at(14, 32, 50), e.Tagged("danh-nhau"), e.Tagged("dang-dien-ra"), e.Tagged("bao-mat-nguon-tin"))
    do(
        at(14, 33),
        e.ReplyQueued(
            "r1",
            "Công an tỉnh Cao Bằng đã nhận tin báo. Tổ tuần tra đang đến nơi. Anh/chị giữ khoảng cách an toàn, không can thiệp, nếu thấy thêm gì xin nhắn ngay tại đây.",
        ),
    )
    do(
        at(14, 33, 2),
        e.ReplyPermitted("r1", at(14, 33, 2)),
        e.ReplySent("r1", "z1", at(14, 33, 3)),
        actor="system",
    )
    do(at(14, 33, 30), e.CaseTransferred("t482", "TB-TPCB", "Tin khẩn thuộc địa bàn thành phố", at(14, 48)))
    do(at(14, 35), e.TransferAccepted("t482"), actor="tuan", unit="TB-TPCB")
    do(at(14, 35, 10), e.CaseClaimed(at(14, 50)))
    do(
        at(14, 36),
        e.NoteAdded(
            "n1",
            "Đã gọi trực ban CA TP (đ/c Tuấn), tổ 113 xuất phát 14:34. Người báo tin đề nghị giữ bí mật danh tính – không nhắc tên khi liên lạc hiện trường. @Hoàng Đức Long",
        ),
    )
    say(5, at(14, 38), "Bọn họ vừa chạy về hướng cầu Bằng Giang, 2 xe máy, biển số 11B1-xxx.27")
    do(
        at(14, 39),
        e.ReplyQueued("r2", "Cảm ơn anh/chị. Chúng tôi đã báo tổ tuần tra chặn hướng cầu Bằng Giang."),
    )
    do(
        at(14, 39, 2),
        e.ReplyPermitted("r2", at(14, 39, 2)),
        e.ReplyUnknown("r2", "Hết giờ chờ Zalo trả lời"),
        actor="system",
    )
    do(at(14, 39, 10), e.CaseViewed("u000004"), actor="tuan", unit="TB-TPCB")
