"""What somebody with command over a matter said is to be done with it (ý kiến chỉ đạo, domain.md §6, §7)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction: its words, whose it is, when it was given (UTC ms). A later one stands beside it, not in its place."""

    instruction_id: str
    words: str
    by: str
    at: int
