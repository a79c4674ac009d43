"""What somebody with command over a matter said is to be done with it (ý kiến chỉ đạo, domain.md §6, §7)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction: its words, whose it is, when it was given (UTC ms). A later one stands beside it, not in its place.

    ``done`` is what somebody who works on the matter said was done on it, ``done_by`` who and ``done_at`` when; "" and 0 until then.
    """

    instruction_id: str
    words: str
    by: str
    at: int
    done: str = ""
    done_by: str = ""
    done_at: int = 0
