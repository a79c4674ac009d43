"""Handing a case from unit to unit (features E-01)."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class CaseTransferred:
    """The case was handed to another unit, which must accept it (features E-01)."""

    KIND: ClassVar[str] = "case.transferred"
    transfer_id: str
    to_unit: str
    reason: str
    due_at: int
    info_units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TransferAccepted:
    """The receiving unit took the case."""

    KIND: ClassVar[str] = "transfer.accepted"
    transfer_id: str


@dataclass(frozen=True, slots=True)
class TransferReturned:
    """The receiving unit gave the case back, with a reason (features E-04)."""

    KIND: ClassVar[str] = "transfer.returned"
    transfer_id: str
    reason: str
