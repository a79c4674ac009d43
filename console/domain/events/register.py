"""What the register asks for beside people and papers about them (domain.md §6): time of the deed, instruction, slip, assignment.

And the written steps of a denunciation or complaint, which end its terms (domain.md §3).
"""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class DeedTimed:
    """A person wrote when it happened, in words as exact as the report was; "" takes it back."""

    KIND: ClassVar[str] = "case.deed_timed"
    words: str


@dataclass(frozen=True, slots=True)
class InstructionGiven:
    """Somebody with command said what is to be done; earlier instructions stay."""

    KIND: ClassVar[str] = "case.instructed"
    instruction_id: str
    words: str


@dataclass(frozen=True, slots=True)
class InstructionWithdrawn:
    """An instruction was taken back at once by whoever gave it."""

    KIND: ClassVar[str] = "case.instruction_withdrawn"
    instruction_id: str


@dataclass(frozen=True, slots=True)
class InstructionFollowed:
    """Somebody who works on the matter says what was done on an instruction; the newest report of each counts."""

    KIND: ClassVar[str] = "case.instruction_followed"
    instruction_id: str
    words: str


@dataclass(frozen=True, slots=True)
class SlipNumbered:
    """The slip by which a case was handed on got its number from the clerk; ``on`` is its day in Vietnam (ISO). The newest counts."""

    KIND: ClassVar[str] = "transfer.slip_numbered"
    transfer_id: str
    document: str
    on: str


@dataclass(frozen=True, slots=True)
class OfficerAssigned:
    """An officer was made answerable for the matter, whoever holds it at the moment; "" is nobody."""

    KIND: ClassVar[str] = "case.assigned"
    officer: str


@dataclass(frozen=True, slots=True)
class PetitionHandled:
    """A denunciation or complaint was taken up, refused, passed on, or found to be in no form the law knows.

    ``handling`` is a code of ``domain.petition.Handling``, ``category`` what the matter was when it was decided, ``citation``
    the legal basis as the policy data had it; ``document`` and ``on`` (ISO, Vietnam) are the paper's, the number "" where
    there is none. The newest one counts.
    """

    KIND: ClassVar[str] = "petition.handled"
    handling: str
    category: str
    citation: str
    document: str
    on: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PetitionSettled:
    """A matter that had been taken up was settled by a paper: conclusion on a denunciation, decision on a complaint."""

    KIND: ClassVar[str] = "petition.settled"
    document: str
    on: str


RegisterBody = (
    DeedTimed
    | InstructionGiven
    | InstructionWithdrawn
    | InstructionFollowed
    | SlipNumbered
    | OfficerAssigned
    | PetitionHandled
    | PetitionSettled
)
