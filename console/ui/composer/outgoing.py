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


def judge(text: str, *, has_file: bool, guard: Guard) -> Verdict:
    """Judge a text that is to be sent.

    Args:
        text: as it will be sent.
        has_file: a file may go without words.
        guard: returns the reason to stop because the text belongs elsewhere (another case's number or name).

    """
    problems = [problem for problem in validate_outgoing(text) if not (has_file and problem.code == "empty")]
    for problem in problems:
        if problem.blocking:
            return Verdict(stop=problem.message_vi)
    if reason := guard(text):
        return Verdict(stop=reason)
    return Verdict(warn=problems[0].message_vi if problems else "")
