"""What is looked at before a reply may wait for sending: its text, its reader, and what happened meanwhile."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from sqlalchemy import Connection, and_, or_, select

from console.actions.desk import Desk, Doubtful, Refused, ThreadChanged, Unsendable, WindowClosed
from console.cache import named_query
from console.cache import tables as t
from console.cache.case_query import own_numbers
from console.cache.outbox import normal_text
from console.cache.store import Transaction
from console.cache.views import WindowView
from console.cache.window_query import conversation_window
from console.domain.accused import repeated
from console.domain.canned import Problem, split_outgoing, validate_outgoing
from console.domain.case import Case, ReplyState, TransferState
from console.domain.events import OutboundFile
from console.domain.message import Direction
from console.domain.sentence import sentence
from console.domain.strangers import strangers
from console.domain.text import fold, fold_map

NEWS_CHARS = 300
_ON_ITS_WAY = (ReplyState.AWAITING_APPROVAL, ReplyState.QUEUED, ReplyState.PERMITTED, ReplyState.UNKNOWN)
_CAME_BACK = (TransferState.RETURNED, TransferState.RECALLED, TransferState.TIMED_OUT)
_HANDED_ON = re.compile(r"(?<!\w)(?:chuyen|giao|gui)(?!\w)")
_SHORTEST_PLACE = 4
"""Folded letters a place needs to be looked for: shorter words are in too many others."""

_NOBODY_ACCUSED = frozenset(
    ("TTHC", "HOI_DAP", "PAKN_TTHC", "THAT_LAC", "KHAO_SAT", "CAM_ON", "SPAM", "THU_NGHIEM")
)
"""Categories in which a name is of a paper, of a relative or of who is looked for: it may be said. An unknown one is none of them."""

Piece = tuple[str, OutboundFile | None]


def pieces(text: str, file: OutboundFile | None, *, several: bool, quoted: bool = False) -> tuple[Piece, ...]:
    """Return the messages a reply takes: one, or several where the officer agreed, since each costs one of eight (C-01).

    Raises:
        Unsendable: nothing to send, an open slot, broken characters; or several messages that nobody agreed to.

    """
    problems = tuple(p for p in validate_outgoing(text) if p.blocking)
    if file is not None and not text:
        problems = ()
    hard = [p for p in problems if p.code != "too_long"]
    if hard:
        raise Unsendable(problems, 0, "{what}", what=hard[0].message_vi)
    alone = quoted or len(problems) > 0 or (file is not None and not file.media_type.startswith("image/"))
    apart = file is not None and bool(text) and alone
    texts = split_outgoing(text) if text else ("",)
    count = len(texts) + (1 if apart else 0)
    if count > 1 and not several:
        raise Unsendable(
            problems,
            count,
            "Phải gửi thành {count} tin, mỗi tin tính vào số tin miễn phí. Rút gọn hoặc đồng ý chia",
            count=count,
        )
    if apart:
        return (*((part, None) for part in texts), ("", file))
    return tuple((part, file if number == 0 else None) for number, part in enumerate(texts))


def require_window(tx: Transaction, desk: Desk, case: Case) -> WindowView:
    """Return Zalo's reply window. Raises ``WindowClosed`` where it takes no answer any more."""
    window = conversation_window(tx.connection, case.conversation_id, desk.rules.zalo, tx.now_ms)
    if window.wrong_clock:
        raise WindowClosed("{reason}", reason=window.reason)
    if window.state == "closed":
        raise WindowClosed("Hết cửa sổ trả lời – không gửi được tin miễn phí. {reason}", reason=window.reason)
    return window


def require_own_matter(tx: Transaction, desk: Desk, case: Case, text: str, file_name: str = "") -> None:
    """Raise ``Refused`` if text or file name hold the case or pseudonym of another citizen (features C-10, threats T23)."""
    numbers = own_numbers(tx.connection, case, desk.sight)
    for one in (*strangers(text, numbers, case.pseudonym), *strangers(file_name, numbers, case.pseudonym)):
        if one.number:
            raise Refused(
                "Số {number} không có trong hồ sơ bạn thấy của công dân này: kiểm tra người nhận",
                number=one.number,
            )
        raise Refused("Nội dung nhắc tới {name}, không phải công dân này: kiểm tra người nhận", name=one.name)


def require_seen(tx: Transaction, case: Case, seen_message_id: str) -> None:
    """Raise ``ThreadChanged`` if the citizen wrote what the officer had not on screen (features F-02).

    That is what comes after ``seen_message_id`` by Zalo's time, and what came in late with an old time and is unread.
    """
    m = t.message.c
    seen = tx.connection.execute(
        select(m.at, m.seq).where(m.message_id == seen_message_id, m.case_id == case.case_id)
    ).one_or_none()
    at, seq = (seen.at, seen.seq) if seen else (-1, -1)
    later = or_(m.at > at, and_(m.at == at, m.seq > seq))
    if case.unread:
        later = or_(later, m.seq > seq)
    rows = tx.connection.execute(
        select(m.text)
        .where(
            m.case_id == case.case_id,
            m.direction == Direction.INBOUND.value,
            m.message_id != seen_message_id,
            later,
        )
        .order_by(m.at, m.seq)
    ).all()
    if rows:
        raise ThreadChanged(
            tuple(row.text[:NEWS_CHARS] for row in rows),
            "Công dân vừa nhắn thêm {count} tin: đọc rồi gửi",
            count=len(rows),
        )


def require_sober(tx: Transaction, desk: Desk, case: Case, text: str) -> None:
    """Raise ``Doubtful`` for what is to be looked at twice before a citizen reads it; see ``doubts``."""
    problems = doubts(tx.connection, desk, case, text, partial(named_query.people_of, tx.connection, case))
    if problems:
        raise Doubtful(problems, "{what}", what=problems[0].message_vi)


def doubts(
    connection: Connection, desk: Desk, case: Case, text: str, people: Callable[[], tuple[str, ...]]
) -> tuple[Problem, ...]:
    """Return what of a reply is to be looked at twice before a citizen reads it (features K-05, domain.md §5.4).

    That is a promise, a request for papers, the name of somebody the citizen spoke of, what could give a reporter away, and
    word of a transfer that came back.

    Args:
        connection: where the case is read.
        desk: who writes.
        case: what the reply answers.
        text: what the citizen would read.
        people: gives whom the case speaks of (``named_query.people_of``); asked only where a name may not be said.

    """
    return (
        *(problem for problem in validate_outgoing(text) if not problem.blocking),
        *_accusing(connection, case, text, people),
        *_giving_away(connection, desk, case, text),
        *_no_longer_handed_on(desk, case, text),
    )


def _accusing(
    connection: Connection, case: Case, text: str, people: Callable[[], tuple[str, ...]]
) -> tuple[Problem, ...]:
    if named_query.category_of(connection, case) in _NOBODY_ACCUSED:
        return ()
    # The words hold no name: they are shown in other places than the text itself.
    message = sentence(
        "Có tên người mà công dân nhắc tới: không nêu tên người bị tố giác. Xem lại trước khi gửi"
    )
    return tuple(
        Problem("accused", message, start, end, blocking=False)
        for start, end in repeated(text, people(), named_query.citizen_name(connection, case))
    )


def _giving_away(connection: Connection, desk: Desk, case: Case, text: str) -> tuple[Problem, ...]:
    if desk.policy.discreet_tags.isdisjoint(case.tags) and not case.contact_limits:
        return ()
    # Where nobody has entered the place yet, the machine has read it in the citizen's words.
    guessed = connection.execute(
        select(t.suggestion.c.district).where(t.suggestion.c.case_id == case.case_id)
    ).scalar()
    district = desk.catalog.districts.get(case.district or guessed or "")
    names = [case.number, case.place, district.name if district else ""]
    folded, index = fold_map(text)
    found = []
    for name in names:
        wanted = fold(name).strip()
        start = folded.find(wanted) if len(wanted) >= _SHORTEST_PLACE else -1
        if start >= 0:
            end = index[start + len(wanted)]
            message = sentence(
                "Người báo tin cần được giữ kín: không nêu số hồ sơ, địa điểm. Xem lại trước khi gửi"
            )
            found.append(Problem("discreet", message, index[start], end, blocking=False))
    return tuple(found)


def _no_longer_handed_on(desk: Desk, case: Case, text: str) -> tuple[Problem, ...]:
    """Return where a citizen would be told that a unit has his matter which has given it back meanwhile."""
    transfer = case.transfer
    if transfer is None or transfer.state not in _CAME_BACK:
        return ()
    folded, index = fold_map(text)
    told = _HANDED_ON.search(folded)
    name = fold(desk.catalog.unit_name(transfer.to_unit)).strip()
    start = folded.find(name, told.end()) if told is not None and name else -1
    if start < 0:
        return ()
    message = sentence("Nơi nhận đã trả lại hồ sơ: không báo là đã chuyển tới đó. Xem lại trước khi gửi")
    return (Problem("handed-on", message, index[start], index[start + len(name)], blocking=False),)


def require_not_on_its_way(tx: Transaction, case: Case, wanted: Sequence[Piece]) -> None:
    """Raise ``Refused`` if the same words are waiting already, or nobody knows yet whether they arrived (features C-04)."""
    r = t.reply.c
    rows = tx.connection.execute(
        select(r.text, r.file, r.state).where(
            r.conversation_id == case.conversation_id, r.state.in_([s.value for s in _ON_ITS_WAY])
        )
    ).all()
    for text, file in wanted:
        for row in rows:
            same_file = bool(row.file) == (file is not None) and (file is None or file.sha256 in row.file)
            if same_file and normal_text(row.text) == normal_text(text):
                raise Refused(_ALREADY_UNKNOWN if row.state == ReplyState.UNKNOWN.value else _ALREADY_QUEUED)


_ALREADY_UNKNOWN = "Chưa rõ tin giống hệt đã tới công dân hay chưa: đối chiếu tin đó trước khi gửi lại"
_ALREADY_QUEUED = "Tin giống hệt đang chờ gửi: không gửi lần nữa"
