"""Changes of the rules themselves; they belong to no case (``@policy``)."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class PolicyReplaced:
    """A data file of clocks or holidays was replaced by one with this SHA-256; it moved so many clocks of open cases."""

    KIND: ClassVar[str] = "policy.replaced"
    file: str
    sha256: str
    touched: int
    reason: str
