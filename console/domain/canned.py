"""Canned replies: find by a few letters, fill the slots, check what would go out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from console.domain.catalog import CannedReply
from console.domain.catalog_load import SLOT
from console.domain.sentence import sentence
from console.domain.text import fold

MAX_OUTGOING = 2_000
_BRACES = re.compile(r"\{\{?[^{}\n]{0,60}\}?\}")
_PROMISE = re.compile(
    r"chac chan (?:se )?(?:bat|xu ly|giai quyet|tim)|cam ket|hua (?:se|voi)|se bi bat|se bi xu phat|pham toi|toi pham la"
)
_ID_PHOTO = re.compile(
    r"(?:gui|chup) (?:cho \w+ )?(?:\w+ ){0,2}(?:anh|hinh) (?:\w+ ){0,3}(?:can cuoc|cccd|cmnd|ho chieu|giay to tuy than)"
)


@dataclass(frozen=True, slots=True)
class Filled:
    """A text with its slots filled; `missing` names those that had no value and stayed."""

    text: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with an outgoing text at text[start:end]; a blocking one stops sending."""

    code: str
    message_vi: str
    start: int
    end: int
    blocking: bool


def rank_canned(
    query: str, replies: Iterable[CannedReply], *, category: str | None = None, limit: int = 4
) -> tuple[CannedReply, ...]:
    """Return the best replies for two or three typed letters, with or without marks.

    Letters match the start of the code, the first letters of the title's words ("mgt" → "Mất giấy tờ"),
    the start of words, then any place in title or text. Replies for the category come first among equals.
    """
    typed = fold(query).strip()
    scored: list[tuple[int, int, str, CannedReply]] = []
    for reply in replies:
        score = _score(typed, reply) if typed else 1
        if score:
            fits = category is not None and category in reply.categories
            general = "*" in reply.categories
            bonus = 3 if fits else 1 if general or category is None else 0
            scored.append((-(score * 4 + bonus), not reply.pinned, reply.code, reply))
    scored.sort(key=lambda item: item[:3])
    return tuple(item[3] for item in scored[:limit])


def _score(typed: str, reply: CannedReply) -> int:
    title = fold(reply.title)
    words = re.findall(r"\w+", title)
    letters = "".join(word[0] for word in words)
    code = fold(reply.code)
    if typed in (code, title):
        return 8
    if letters.startswith(typed):
        return 7
    if title.startswith(typed) or code.startswith(typed):
        return 6
    if any(word.startswith(typed) for word in (*words, *code.split("_"))):
        return 5
    parts = typed.split()
    if len(parts) > 1 and all(any(word.startswith(part) for word in words) for part in parts):
        return 4
    if typed in letters:
        return 3
    if typed in title:
        return 2
    return 1 if len(typed) >= 3 and typed in fold(reply.text) else 0


def fill_slots(text: str, values: Mapping[str, str]) -> Filled:
    """Fill `{slot}` places; braces inside values are data and are not filled again."""
    missing: list[str] = []

    def value(match: re.Match[str]) -> str:
        name = match.group(1)
        filled = values.get(name, "").strip()
        if not filled:
            missing.append(name)
            return match.group(0)
        return filled

    return Filled(SLOT.sub(value, text), tuple(dict.fromkeys(missing)))


def utf16_length(text: str) -> int:
    """Return the length as JavaScript counts it, which is at least what Zalo may count."""
    return len(text) + sum(1 for char in text if char > "\uffff")


def validate_outgoing(text: str, *, limit: int = MAX_OUTGOING) -> tuple[Problem, ...]:
    """Return what is wrong with a reply before it is sent, blocking problems first.

    Blocking: nothing to send, an unfilled slot, longer than `limit`, characters that cannot be sent.
    Not blocking, but to be looked at: a promise or a legal conclusion, a request for photos of papers.
    """
    problems: list[Problem] = []
    if not fold(text).strip():
        problems.append(Problem("empty", sentence("Chưa có nội dung để gửi."), 0, len(text), blocking=True))
    problems.extend(
        Problem(
            "slot",
            sentence("Ô trống {slot} chưa điền. Điền hoặc xóa rồi mới gửi.", slot=match.group(0)),
            match.start(),
            match.end(),
            blocking=True,
        )
        for match in _BRACES.finditer(text)
    )
    length = utf16_length(text)
    if length > limit:
        over = length - limit
        problems.append(
            Problem(
                "too_long",
                sentence(
                    "Dài {length} ký tự, quá {over} so với giới hạn {limit} của Zalo. Rút gọn hoặc chia thành nhiều tin.",
                    length=length,
                    over=over,
                    limit=limit,
                ),
                max(len(text) - over, 0),
                len(text),
                blocking=True,
            )
        )
    for position, char in enumerate(text):
        if "\ud800" <= char <= "\udfff" or char == "\0":
            problems.append(
                Problem(
                    "bad_char",
                    sentence("Có ký tự hỏng không gửi được. Xóa rồi gõ lại."),
                    position,
                    position + 1,
                    blocking=True,
                )
            )
            break
    head = text[: limit * 2]
    folded = fold(head)
    if len(folded) == len(head):  # positions agree: the usual, composed text
        for code, pattern, message in (
            (
                "promise",
                _PROMISE,
                sentence("Có lời hứa hoặc kết luận về tội phạm. Xem lại trước khi gửi."),
            ),
            ("id_photo", _ID_PHOTO, sentence("Không yêu cầu người dân gửi ảnh giấy tờ qua Zalo.")),
        ):
            problems.extend(
                Problem(code, message, match.start(), match.end(), blocking=False)
                for match in pattern.finditer(folded)
                if not re.search(
                    r"(?:khong|dung|xin khong) $", folded[max(match.start() - 12, 0) : match.start()]
                )
            )
    return tuple(problems)


def split_outgoing(text: str, limit: int = MAX_OUTGOING) -> tuple[str, ...]:
    """Return ``text`` in pieces Zalo takes, cut at a paragraph, line, sentence or word where there is one."""
    rest, found = text.strip(), []
    while utf16_length(rest) > limit:
        # In the second half: a cut near the start would make many small pieces.
        head = _fitting(rest, limit)
        cuts = (head.rfind(mark, len(head) // 2) + len(mark.rstrip()) for mark in ("\n\n", "\n", ". ", " "))
        at = next((cut for cut in cuts if cut > len(head) // 2), len(head))
        found.append(rest[:at].strip())
        rest = rest[at:].strip()
    return (*found, rest) if rest else tuple(found)


def _fitting(text: str, limit: int) -> str:
    """Return the longest start of ``text`` with at most ``limit`` UTF-16 units."""
    head = text[:limit]
    while utf16_length(head) > limit:
        head = head[: len(head) - max(1, (utf16_length(head) - limit) // 2)]
    return head


def parts_needed(text: str, media_type: str = "", *, quoted: bool = False) -> int:
    """Return how many messages a reply takes; each costs one of the free ones (features C-01).

    A picture goes together with words that fit into one message and quote nothing (Zalo quotes in texts only); any other
    file goes alone.
    """
    texts = len(split_outgoing(text)) if text.strip() else 0
    if not media_type:
        return texts
    together = texts == 1 and media_type.startswith("image/") and not quoted
    return texts if together else texts + 1
