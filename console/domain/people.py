"""Whom a matter is about: the accused and the victims, as the register of crime reports names them (domain.md §6).

An officer writes one person a line, the name first: «Nguyễn Văn A, 1990, xóm Nà Mạ». That nobody knows who it is, or that there
is nobody (a matter without a victim), is said by itself, so that an empty list never means either.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from console.domain.sentence import sentence

MOST = 30
"""People a list may hold; more are told in the file that goes to the investigators."""
NAME_LIMIT = 120
ABOUT_LIMIT = 300


class PersonRole(StrEnum):
    """What a person is in a matter."""

    ACCUSED = "accused"
    VICTIM = "victim"


ROLE_NAMES = {
    PersonRole.ACCUSED: sentence("người bị tố giác"),
    PersonRole.VICTIM: sentence("bị hại"),
}


class Others(StrEnum):
    """What is known of people beside those who are named."""

    NONE = ""
    """The list is all that is known of."""
    UNKNOWN = "unknown"
    """There is somebody, or somebody else, and nobody knows who."""
    NOBODY = "nobody"
    """There is nobody in this role; goes with an empty list only."""


@dataclass(frozen=True, slots=True)
class Person:
    """One person. ``about`` is year of birth, address, looks. Neither is in a repr: those end up in logs."""

    name: str = field(repr=False)
    about: str = field(default="", repr=False)

    @property
    def line(self) -> str:
        """Return the person as it is written and shown."""
        return f"{self.name}, {self.about}" if self.about else self.name


@dataclass(frozen=True, slots=True)
class PeopleList:
    """Who is in one role, and what is known of others there."""

    role: PersonRole
    people: tuple[Person, ...] = ()
    others: Others = Others.NONE

    @property
    def said(self) -> bool:
        """Return whether anything was said of this role at all."""
        return bool(self.people) or self.others is not Others.NONE


@dataclass(frozen=True, slots=True)
class PeopleMark:
    """What a case itself remembers of a list: how many, never who. UTC ms."""

    role: str
    count: int
    others: str
    by: str
    at: int


def parse_people(text: str) -> tuple[Person, ...]:
    """Return the people of a text with one a line; what stands before the first comma is the name."""
    found = []
    for line in text.splitlines():
        name, _, about = line.partition(",")
        name, about = " ".join(name.split()), " ".join(about.split())
        if name or about:
            found.append(Person(name, about))
    return tuple(found)


def people_text(people: Iterable[Person]) -> str:
    """Return people as ``parse_people`` reads them."""
    return "\n".join(person.line for person in people)


def joined_lists(into: PeopleList, more: PeopleList) -> PeopleList:
    """Return who is in either of two lists of one role, the first one's people first, nobody twice."""
    people = tuple(dict.fromkeys((*into.people, *more.people)))
    unknown = Others.UNKNOWN in (into.others, more.others)
    others = Others.UNKNOWN if unknown else Others.NONE if people else into.others or more.others
    return PeopleList(into.role, people[:MOST], others)


def list_of(lists: Sequence[PeopleList], role: PersonRole) -> PeopleList:
    """Return the list of a role among some; an empty one where there is none."""
    return next((one for one in lists if one.role is role), PeopleList(role))
