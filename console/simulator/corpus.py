"""Conversations to play: read from JSON lines, checked line by line.

The shape of a line::

    {"id": "T001", "user": {"alias": "Bà Ích", "sim_user_id": "sim-t-baich", "follower": true}, "start_offset_s": 29540,
     "messages": [{"n": 1, "t": 0, "type": "text", "text": "..."}], "answers_if_asked": {"place": "ở Sông Bằng"}}

`start_offset_s` counts from any common zero, `t` from the start of the conversation, both in seconds. Members nobody needs
here (labels, hidden descriptions) are left alone; they never reach a row.
"""

import json
import math
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


class CorpusError(ValueError):
    """A corpus line that cannot be played; the text names file and line."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation of the corpus."""

    key: str
    user_key: str
    name: str
    follower: bool
    start_s: float
    messages: tuple[dict[str, Any], ...]
    answers: dict[str, str] = field(default_factory=dict)
    shared: dict[str, Any] | None = field(default_factory=dict)


def demo_inbox() -> Path:
    """Return the path of the conversations that are shipped with the program."""
    bundle = getattr(sys, "_MEIPASS", None)
    base = Path(bundle) if bundle else Path(__file__).resolve().parents[2]
    return base / "resources" / "data" / "demo-inbox.jsonl"


def load(path: Path, *, strict: bool = False) -> tuple[list[Conversation], list[str]]:
    """Read a corpus.

    Args:
        path: a UTF-8 file, one conversation a line; empty lines are allowed.
        strict: the first bad line ends it.

    Returns:
        The conversations, and one warning for each line that was skipped, naming file and line.

    Raises:
        CorpusError: with `strict`, for a bad line; always when the file cannot be read.

    """
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise CorpusError(f"{path}: {error.strerror or error}") from error
    found, warnings = [], []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found.append(_conversation(json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))))
        except (ValueError, RecursionError) as error:
            text = f"{path}:{number}: {_reason(error)}"
            if strict:
                raise CorpusError(text) from error
            warnings.append(text)
    return found, warnings


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"không phải UTF-8 (byte {error.start})"
    if isinstance(error, json.JSONDecodeError):
        return f"không phải JSON (cột {error.colno})"
    return "lồng nhau quá sâu" if isinstance(error, RecursionError) else str(error)


def _conversation(line: Any) -> Conversation:
    if not isinstance(line, dict):
        raise CorpusError("một dòng phải là một đối tượng")
    user = line.get("user")
    if not isinstance(user, dict) or not isinstance(user.get("alias"), str):
        raise CorpusError("user.alias phải là chuỗi")
    messages = line.get("messages")
    if not isinstance(messages, list) or not messages:
        raise CorpusError("messages phải là danh sách có ít nhất một tin")
    answers = line.get("answers_if_asked", {})
    if not isinstance(answers, dict):
        raise CorpusError("answers_if_asked phải là đối tượng")
    shared = user.get("shared_info", {})
    if shared is not None and not isinstance(shared, dict):
        raise CorpusError("user.shared_info phải là đối tượng hoặc null")
    return Conversation(
        key=str(line.get("id", "")),
        user_key=str(user.get("sim_user_id") or user["alias"]),
        name=user["alias"],
        follower=bool(user.get("follower", True)),
        start_s=_seconds(line.get("start_offset_s", 0), "start_offset_s"),
        messages=tuple(_message(message, place) for place, message in enumerate(messages, start=1)),
        answers={str(key): value for key, value in answers.items() if isinstance(value, str) and value},
        shared=shared,
    )


# What a message of each type needs besides `type`.
_NEEDED: dict[str, tuple[tuple[str, type | tuple[type, ...]], ...]] = {
    "text": (("text", str),),
    "link": (("url", str),),
    "file": (("name", str),),
    "location": (("lat", (int, float)), ("lon", (int, float))),
}


def _message(message: Any, place: int) -> dict[str, Any]:
    if not isinstance(message, dict) or not isinstance(message.get("type", "text"), str):
        raise CorpusError(f"messages[{place}] phải là đối tượng có type là chuỗi")
    for name, kind in _NEEDED.get(message.get("type", "text"), ()):
        value = message.get(name)
        if not isinstance(value, kind) or isinstance(value, bool):
            raise CorpusError(f"messages[{place}].{name} thiếu hoặc sai kiểu")
    seconds = message.get("duration_s", 1)
    if not isinstance(seconds, int | float) or isinstance(seconds, bool):
        raise CorpusError(f"messages[{place}].duration_s phải là số")
    _seconds(message.get("t", 0), f"messages[{place}].t")
    return message


def _seconds(value: Any, name: str) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value) or value < 0:
        raise CorpusError(f"{name} phải là số giây, không phải {value!r}")
    return float(value)


# Folded beginnings of what an officer asks, for each key of `answers_if_asked`.
_QUESTIONS: dict[str, tuple[str, ...]] = {
    "place": (
        "o dau",
        "dia chi",
        "cho nao",
        "noi nao",
        "vi tri",
        "dia diem",
        "khu vuc nao",
        "doan nao",
        "xa nao",
        "phuong nao",
        "thon nao",
    ),
    "district": (
        "huyen nao",
        "thanh pho nao",
        "xa nao",
        "phuong nao",
        "o dau",
        "dia ban nao",
        "dia chi",
        "thuoc huyen",
    ),
    "time": ("khi nao", "may gio", "luc nao", "bao gio", "thoi gian", "thoi diem", "ngay nao"),
    "plate": ("bien so", "bien kiem soat", "bks", "bien xe"),
    "phone": ("so dien thoai", "sdt", "so may", "lien lac so", "so lien he"),
    "name": ("ho ten", "ho va ten", "ten gi", "ten day du", "danh tinh"),
    "person": ("la ai", "doi tuong", "nguoi nao", "dac diem nhan dang", "nhan dang"),
    "vehicle": ("xe gi", "loai xe", "mau xe", "phuong tien"),
    "amount": ("bao nhieu tien", "so tien", "thiet hai"),
    "account": ("so tai khoan", "stk", "tai khoan nao"),
    "injured": ("bi thuong", "thuong vong", "co ai bi"),
    "photo": ("hinh anh", "anh chup", "gui anh", "video"),
}


def fold(text: str) -> str:
    """Return lower-case text without diacritics, as people type it on a bad keyboard."""
    stripped = "".join(part for part in unicodedata.normalize("NFD", text) if not unicodedata.combining(part))
    return re.sub(r"\s+", " ", stripped.replace("đ", "d").replace("Đ", "d").lower())


def asked(text: str, keys: Iterable[str]) -> list[str]:
    """Return which of the keys a reply asks for; a key without a known question matches by its own name."""
    folded = fold(text)
    return [
        key
        for key in keys
        if any(part in folded for part in _QUESTIONS.get(key, (fold(key.replace("_", " ")),)))
    ]


def answers(text: str, known: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield (key, what the citizen writes) for each thing a reply asks for.

    A district is stored as a code, which nobody writes in a chat: the place is written instead when there is one.
    """
    said = set()
    for key in asked(text, known):
        answer = known.get("place", known[key]) if key == "district" else known[key]
        if answer not in said:
            said.add(answer)
            yield key, answer
