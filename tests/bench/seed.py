"""Deterministic data: what citizens write, and stores of any size filled with it.

Small stores go through the real intake. Larger ones copy the rows of a small one inside the file, because what is measured
on them is reading.
"""

import itertools
import random
import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from console.app.workspace import Workspace, open_workspace
from console.cache.accounts import enter
from console.cache.database import connect
from console.cache.intake import InboundRow, Intake
from console.cache.keys import write_key_file
from console.cache.store import Store
from console.domain import events as e
from console.domain.clock import DAY_MS, HOUR_MS, MINUTE_MS, ManualClock
from console.domain.message import Attachment, Direction, Message, MessageType
from console.domain.officer import Officer, Role
from console.domain.text import fold
from console.record.base import Command
from console.runtime.resources import load_thanks
from tests.bench.known import DATABASE, KEY, LONG_CASE, LONG_MESSAGES, NOW_MS

OFFICER = Officer("o1", "Nông Thị Hạnh", "TB-CAT", (Role.COMMANDER,))
SHORT_CASES = 200
_COPIED = 5_000
_WHAT = (
    "Có nhóm thanh niên đánh nhau", "Tôi bị lừa chuyển khoản 15 triệu", "Quán karaoke mở loa rất to",
    "Cho hỏi làm căn cước cần giấy tờ gì", "Xe tải chở quá tải chạy ban đêm", "Con tôi đi từ sáng chưa về",
    "Nghi có điểm tụ tập sử dụng ma túy", "Đèn tín hiệu giao thông bị hỏng", "Em muốn đăng ký tạm trú",
    "Có người gọi điện xưng là công an", "Nhà tôi vừa bị trộm vào", "Trâu nhà tôi bị mất tối qua",
    "Xin cấp lại giấy phép lái xe", "Tài khoản VNeID của tôi bị khóa", "Đường sạt lở xe không qua được",
    "Cháu bị bạn đe dọa trên mạng",
)  # fmt: skip
_WHERE = (
    "ở phường Sông Bằng", "gần chợ Xanh", "tại xã Hưng Đạo", "thị trấn Nước Hai", "ngã tư trường cấp 3", "xóm Nà Rụa",
    "khu trọ tổ 5 Hợp Giang", "trên quốc lộ 3", "cầu Bằng Giang", "huyện Trùng Khánh", "cạnh nhà văn hóa", "ở Hà Quảng",
)  # fmt: skip
_MORE = (
    "mong các anh xuống kiểm tra", "tôi gửi kèm ảnh ạ", "hai xe máy không biển số", "biển số 11B1-234.56",
    "gọi tôi số 0912345678", "từ tối hôm qua đến giờ", "hàng xóm cũng biết việc này", "xin giữ kín tên tôi",
    "em cảm ơn cán bộ", "bao giờ thì có kết quả ạ", "việc này xảy ra nhiều lần rồi", "có cả trẻ con ở đó",
    "họ cầm theo gậy", "dạ vâng ạ", "tôi đã báo xã nhưng chưa thấy ai đến", "nhà có người già ốm",
)  # fmt: skip


def text_of(rng: random.Random) -> str:
    """Return one message as a citizen would write it: twelve words on average, as in the demo's inbox."""
    parts = [rng.choice(_WHAT)]
    if rng.random() < 0.5:
        parts.append(rng.choice(_WHERE))
    parts += rng.sample(_MORE, rng.choice((0, 0, 1, 1, 2)))
    return ", ".join(parts) + "."


def inbox(conversations: int, messages: int) -> Iterator[InboundRow]:
    """Yield the rows of an inbox, conversation by conversation; every tenth message has a photo."""
    rng = random.Random(1)
    number = itertools.count(1)
    for user in range(conversations):
        at = NOW_MS - rng.randrange(3 * DAY_MS)
        for _ in range(messages):
            at = min(at + rng.randrange(10 * MINUTE_MS), NOW_MS)
            yield _row(next(number), str(10_000 + user), at, rng)


def _row(number: int, user: str, at: int, rng: random.Random) -> InboundRow:
    text, photo = text_of(rng), number % 10 == 0
    files = (
        (Attachment(0, MessageType.PHOTO, f"https://f.zadn.vn/{number}.jpg", fetch=True),) if photo else ()
    )
    kind = MessageType.PHOTO if photo else MessageType.TEXT
    message = Message(f"m{number:08d}", Direction.INBOUND, kind, text, at, files, '{"src":1,"type":"text"}')
    return InboundRow(message, user, f"Nguyễn Văn {user}", f"https://s120.zadn.vn/{user}.jpg")


@contextmanager
def profile(root: Path) -> Iterator[Workspace]:
    """Open a profile with the key and the clock of the bench; make it if it is not there."""
    key = root / "key"
    if not key.exists():
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_key_file(key, KEY)
    with open_workspace(root, key, clock=ManualClock(NOW_MS)) as workspace:
        ids = itertools.count(1)
        unit = workspace.rules.catalog.default_desk().code
        # Ids and pseudonyms of the console are random; here every run must write the same.
        workspace.intake = Intake(
            unit, load_thanks().is_mere_thanks, random.Random(7), make_id=lambda: f"{next(ids):032x}"
        )
        yield workspace


@contextmanager
def copied(root: Path, to: Path) -> Iterator[Workspace]:
    """Open a copy of a profile, for work that writes."""
    shutil.copytree(root, to)
    with profile(to) as workspace:
        yield workspace


def take_in(workspace: Workspace, rows: Iterable[InboundRow]) -> None:
    """Take rows in, in one transaction."""
    with workspace.store.write() as tx:
        workspace.intake.take_in(tx, list(rows))


def make_cases(root: Path, count: int) -> None:
    """Fill a profile with ``count`` cases of two messages and one of 500; most of them were worked on."""
    made = min(count, _COPIED)
    with profile(root) as workspace:
        rows = list(inbox(made, 2))
        for start in range(0, len(rows), 1000):
            take_in(workspace, rows[start : start + 1000])
        _work_on(workspace)
        _long_case(workspace)
    with closing(connect(root / DATABASE, KEY)) as raw:
        raw.execute("BEGIN IMMEDIATE")
        for copy in range(1, count // made):
            _copy_cases(raw, copy)
        raw.execute("COMMIT")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _work_on(workspace: Workspace) -> None:
    """Classify, prioritise, tag and claim as a shift would leave it."""
    catalog = workspace.rules.catalog
    categories = [code for code in catalog.categories if code not in workspace.rules.restricted]
    tags, priorities = list(catalog.tags), list(catalog.priorities)
    rng = random.Random(2)
    with workspace.store.write() as tx:
        enter(tx, OFFICER)
        ids = tx.connection.exec_driver_sql("SELECT case_id FROM case_file ORDER BY number").scalars().all()
        commands = []
        for number, case_id in enumerate(ids):
            bodies: list[e.EventBody] = []
            if rng.random() < 0.6:
                bodies.append(e.CaseClassified(rng.choice(categories)))
                bodies.append(e.PriorityChanged(rng.choice(priorities)))
                bodies += [e.Tagged(tag) for tag in rng.sample(tags, rng.randrange(4))]
            if rng.random() < 0.3:
                bodies.append(e.CaseClaimed(NOW_MS + HOUR_MS))
            if bodies:
                commands.append(
                    Command(
                        f"w{number}",
                        case_id,
                        tuple(bodies),
                        OFFICER.officer_id,
                        OFFICER.unit,
                        "may-do",
                        NOW_MS,
                    )
                )
        tx.append_all(commands)


def _long_case(workspace: Workspace, count: int = LONG_MESSAGES) -> None:
    """Add a conversation of ``count`` messages, spread over two days."""
    rng = random.Random(3)
    step = 2 * DAY_MS // count
    first = 90_000_000
    rows = [_row(first + n, "9", NOW_MS - (count - n) * step, rng) for n in range(count)]
    take_in(workspace, rows[:1])
    with workspace.store.write() as tx:
        case_id = tx.connection.exec_driver_sql(
            "SELECT case_id FROM message WHERE message_id = ?", (rows[0].message.message_id,)
        ).scalar_one()
        # A name of its own, so that what is measured can ask for it.
        tx.connection.exec_driver_sql("INSERT INTO gateway_state VALUES (?, ?)", (LONG_CASE, case_id))
    take_in(workspace, rows[1:])


def long_case(store: Store) -> str:
    """Return the id of the long case."""
    with store.read() as connection:
        found: str = connection.exec_driver_sql(
            "SELECT value FROM gateway_state WHERE name = ?", (LONG_CASE,)
        ).scalar_one()
    return found


def make_thread(root: Path, count: int) -> None:
    """Fill a profile with a few short cases and one of ``count`` messages."""
    with profile(root) as workspace:
        take_in(workspace, inbox(SHORT_CASES, 2))
        _work_on(workspace)
        _long_case(workspace, count)


def _copy_cases(raw: Any, copy: int) -> None:
    mark = f"-{copy}"
    for table, changed in (
        ("case_file", {"case_id": "case_id || :m", "number": "number || :m", "conversation_id": "conversation_id || :m",
                       "last_inbound_at": "last_inbound_at - :s", "due_at": "due_at - :s", "soon_at": "soon_at - :s"}),
        ("suggestion", {"case_id": "case_id || :m"}),
        ("case_tag", {"case_id": "case_id || :m"}),
        ("message", {"rowid": "NULL", "message_id": "message_id || :m", "case_id": "case_id || :m",
                     "conversation_id": "conversation_id || :m"}),
    ):  # fmt: skip
        names = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
        values = ", ".join(changed.get(name, name) for name in names)
        original = "instr(case_id, '-') = 0"
        raw.execute(
            f"INSERT INTO {table} ({', '.join(names)}) SELECT {values} FROM {table} WHERE {original}",
            {"m": mark, "s": copy * MINUTE_MS},
        )


def make_messages(root: Path, count: int) -> None:
    """Fill a profile with ``count`` messages that can be searched, ten to a case."""
    with profile(root) as workspace:
        with workspace.store.write() as tx:
            enter(tx, OFFICER)
        take_in(workspace, inbox(1, 1))
    rng = random.Random(4)
    with closing(connect(root / DATABASE, KEY)) as raw:
        names = [row[1] for row in raw.execute("PRAGMA table_info(case_file)")]
        case = dict(zip(names, raw.execute("SELECT * FROM case_file").fetchone(), strict=True))
        raw.execute("BEGIN IMMEDIATE")
        marks = ", ".join("?" * len(names))
        raw.executemany(
            f"INSERT INTO case_file VALUES ({marks})",
            (tuple((case | _named(n)).values()) for n in range(count // 10 + 1)),
        )
        for start in range(2, count + 1, 10_000):
            numbers = range(start, min(start + 10_000, count + 1))
            texts = [text_of(rng) for _ in numbers]
            raw.executemany(
                "INSERT INTO message (message_id, case_id, conversation_id, direction, type, text, at, seq) "
                "VALUES (?, ?, ?, 'in', 'text', ?, ?, ?)",
                [
                    (f"s{n}", f"c{n // 10}", f"v{n // 10}", s, NOW_MS + n, n)
                    for n, s in zip(numbers, texts, strict=True)
                ],
            )
            raw.executemany(
                "INSERT INTO search_source VALUES (?, ?, 'citizen', ?, ?)",
                [(n, f"c{n // 10}", f"s{n}", NOW_MS + n) for n in numbers],
            )
            raw.executemany(
                "INSERT INTO search_text (rowid, folded) VALUES (?, ?)",
                [(n, fold(s)) for n, s in zip(numbers, texts, strict=True)],
            )
        raw.execute("COMMIT")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _named(number: int) -> dict[str, str]:
    return {"case_id": f"c{number}", "number": f"CB25-{number:06d}", "conversation_id": f"v{number}"}


def make(name: str, folder: Path) -> Path:
    """Return the profile ``cases-N``, ``thread-N`` or ``messages-N``, made in ``folder`` if it is not there."""
    root = folder / name
    if not root.exists():
        what, _, count = name.partition("-")
        {"cases": make_cases, "messages": make_messages, "thread": make_thread}[what](root, int(count))
    return root
