"""Accounts, roles and who sat at a desk: told by the streams ``@officers`` and ``@roles`` (features Y-01, U-03)."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class OfficerEntered:
    """An account was made."""

    KIND: ClassVar[str] = "officer.entered"
    officer_id: str
    name: str
    rank: str
    unit: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfficerChanged:
    """``field`` («name», «rank» or «unit») of an account has another value."""

    KIND: ClassVar[str] = "officer.changed"
    officer_id: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RoleGiven:
    """An officer has a role more."""

    KIND: ClassVar[str] = "officer.role_given"
    officer_id: str
    role: str


@dataclass(frozen=True, slots=True)
class RoleTaken:
    """An officer has a role less."""

    KIND: ClassVar[str] = "officer.role_taken"
    officer_id: str
    role: str


@dataclass(frozen=True, slots=True)
class OfficerDisabled:
    """An officer can no longer sign in. What he did stays under his name."""

    KIND: ClassVar[str] = "officer.disabled"
    officer_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class OfficerEnabled:
    """A disabled officer can sign in again."""

    KIND: ClassVar[str] = "officer.enabled"
    officer_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class PinSet:
    """An officer has a password, or another one than before. Nothing of it is told.

    ``once``: another officer gave it for one sign-in, for a ``reason``.
    """

    KIND: ClassVar[str] = "officer.pin_set"
    officer_id: str
    once: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PinRemoved:
    """An officer's way to the key of the store at this machine was destroyed."""

    KIND: ClassVar[str] = "officer.pin_removed"
    officer_id: str


@dataclass(frozen=True, slots=True)
class KeyHalfCopied:
    """The keyring's half of the key was about to be written to a file for the safe. In the log before the file is there."""

    KIND: ClassVar[str] = "key.half_copied"
    officer_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class SignedIn:
    """An officer sat down. ``how``: «start», «unlock», «switch»; ``wrong`` passwords were tried before the right one."""

    KIND: ClassVar[str] = "officer.signed_in"
    officer_id: str
    how: str
    wrong: int = 0


@dataclass(frozen=True, slots=True)
class SignedOut:
    """An officer's screen was locked or closed. ``how``: «key», «idle», «suspend», «session», «switch», «close», «crash»."""

    KIND: ClassVar[str] = "officer.signed_out"
    officer_id: str
    how: str


@dataclass(frozen=True, slots=True)
class RoleGrantsChanged:
    """A role may do more (``given``) or less (``taken``) than before; permissions by their codes."""

    KIND: ClassVar[str] = "role.grants_changed"
    role: str
    given: tuple[str, ...]
    taken: tuple[str, ...]
    reason: str = ""


OfficerBody = (
    OfficerEntered
    | OfficerChanged
    | RoleGiven
    | RoleTaken
    | OfficerDisabled
    | OfficerEnabled
    | KeyHalfCopied
    | PinSet
    | PinRemoved
    | SignedIn
    | SignedOut
    | RoleGrantsChanged
)
