"""What is wrong with a reply before it goes out."""

from collections.abc import Callable
from dataclasses import dataclass

from console.domain.canned import validate_outgoing

Guard = Callable[[str], str]


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


def judge(text: str, *, has_file: bool, guard: Guard) -> Verdict:
    """Judge a text that is to be sent.

    Args:
        text: as it will be sent.
        has_file: a file may go without words.
        guard: returns the reason to stop because the text belongs elsewhere (another case's number or name).

    """
    # What is too long for one message may go as several, if the officer agrees: the composer asks (C-01).
    allowed = {"too_long", "empty"} if has_file else {"too_long"}
    problems = [problem for problem in validate_outgoing(text) if problem.code not in allowed]
    for problem in problems:
        if problem.blocking:
            return Verdict(stop=problem.message_vi)
    if reason := guard(text):
        return Verdict(stop=reason)
    return Verdict(warn=problems[0].message_vi if problems else "")
