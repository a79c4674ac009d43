"""What is wrong with a reply before it goes out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from console.cache.views import CaseDetail
from console.domain.canned import validate_outgoing
from console.domain.strangers import Stranger, strangers
from console.runtime.i18n import said, tr

Guard = Callable[[str], tuple[Stranger, ...]]
"""Finds what a text says of another citizen."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """``stop`` forbids sending; ``warn`` asks for a second press. Empty texts mean nothing is wrong."""

    stop: str = ""
    warn: str = ""


def slot_spans(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of every slot of a ready answer that is still to be filled in."""
    return [(problem.start, problem.end) for problem in validate_outgoing(text) if problem.code == "slot"]


def doubt_spans(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of what is to be looked at twice: a promise, a request for photos of papers (features K-05)."""
    return [(problem.start, problem.end) for problem in validate_outgoing(text) if not problem.blocking]


def guard_of(detail: CaseDetail) -> Guard:
    """Return what finds another citizen's case or pseudonym in a text for the citizen of a case (features C-10).

    It knows the citizen's own numbers already, so it may be asked at every key.
    """
    numbers = detail.own_numbers | {detail.case.number}
    return partial(strangers, numbers=numbers, pseudonym=detail.case.pseudonym)


def stranger_words(found: Sequence[Stranger]) -> str:
    """Return why a text with another citizen's details does not go out, or ""."""
    if not found:
        return ""
    if found[0].number:
        return tr(
            "Số {number} không có trong hồ sơ bạn thấy của công dân này: kiểm tra người nhận",
            number=found[0].number,
        )
    return tr("Nội dung nhắc tới {name}, không phải công dân này: kiểm tra người nhận", name=found[0].name)


def judge(text: str, *, has_file: bool, trouble: str) -> Verdict:
    """Judge a text that is to be sent.

    Args:
        text: as it will be sent.
        has_file: a file may go without words.
        trouble: why it belongs elsewhere (another case's number or name), or "".

    """
    # What is too long for one message may go as several, if the officer agrees: the composer asks (C-01).
    allowed = {"too_long", "empty"} if has_file else {"too_long"}
    problems = [problem for problem in validate_outgoing(text) if problem.code not in allowed]
    for problem in problems:
        if problem.blocking:
            return Verdict(stop=said(problem.message_vi))
    if trouble:
        return Verdict(stop=trouble)
    return Verdict(warn=said(problems[0].message_vi) if problems else "")
