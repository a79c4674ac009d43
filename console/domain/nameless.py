"""The account without a person's name that a new store begins with, and when it is no longer needed (features U-03).

Who works under it leaves no name in the log. It may go as soon as somebody with a name of his own can do its work at this
console, and not before: a console where nobody can sign in and answer is worse than a log without a name.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from console.domain.officer import Officer, Permission, Role
from console.domain.roles import RoleMatrix

NAMELESS = Officer("truc-ban", "Trực ban", "TB-CAT", (Role.PROVINCE_DUTY,))
"""Who works until an administrator enters the officers by name. One who was given a person's name is no longer nameless."""
DUTY = frozenset({Permission.READ, Permission.CLAIM, Permission.REPLY})
"""What the duty desk cannot do without."""

COMMAND = frozenset({Permission.READ, Permission.ROUTE})
"""What whoever is called last cannot do without."""


@dataclass(frozen=True, slots=True)
class NamelessAccount:
    """The account, where it is still in use, and who could do its work: nobody, and it must stay."""

    officer: Officer
    successors: tuple[Officer, ...]


def find_nameless(
    active: Iterable[Officer], holders: Collection[str], roles: RoleMatrix
) -> NamelessAccount | None:
    """Return the nameless account among those in use, or ``None``.

    Args:
        active: every officer who may sign in.
        holders: ids of those who have a PIN, without which nobody else can come to the desk.
        roles: the matrix in force.

    """
    officers = list(active)
    found = next((one for one in officers if is_nameless(one)), None)
    if found is None:
        return None
    able = [
        one
        for one in map(roles.seat, officers)
        if one.officer_id != found.officer_id
        and one.officer_id in holders
        and does_duty(one)
        and one.province
    ]
    return NamelessAccount(found, tuple(able))


def is_nameless(officer: Officer) -> bool:
    """Return whether this is the account a store begins with, and still nobody's own."""
    return (officer.officer_id, officer.name) == (NAMELESS.officer_id, NAMELESS.name)


def does_duty(officer: Officer) -> bool:
    """Return whether a seated officer may do the work of the duty desk."""
    return officer.grants >= DUTY


def commands(officer: Officer) -> bool:
    """Return whether a seated officer is one whom the ladder's last rung calls: he decides where a case goes that nobody takes."""
    return officer.grants >= COMMAND
