"""What the window needs of the program around it.

Reads are local and quick; everything else is asked for and answered later on the UI thread.
"""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from console.actions.desk import Desk
from console.actions.packing import Package
from console.actions.policies import Changed
from console.actions.rulebook import Keeping, PolicyView, Standing, TreeChange
from console.cache.queries import Queries
from console.cache.views import CaseDetail, Found
from console.domain.canned import Problem
from console.domain.catalog import Catalog
from console.domain.clock import Clock
from console.domain.figures import Statistics
from console.domain.national import FieldValue
from console.domain.officer import Officer
from console.domain.organisation import UnitChange
from console.domain.pass_phrase import PassPhrase
from console.domain.period import Period
from console.domain.policy_change import Line
from console.domain.policy_history import PolicyProposal
from console.domain.retention import Retention
from console.runtime.parts import PartState
from console.runtime.settings import Settings

T = TypeVar("T")


class SetUp(StrEnum):
    """Whether this console is still to be set up: an OA connected, an administrator entered."""

    DONE = "done"
    OPEN = "open"
    """It is, and who sits here may."""
    DENIED = "denied"
    """It is, and an administrator must."""


class News(QObject):
    """What reaches the window from workers, by queued signals that carry frozen values."""

    changed = Signal(object)
    """A ``ChangeSet``: what a write changed."""
    thumbnail_ready = Signal()
    trouble = Signal(str)
    """Something went wrong outside any request; Vietnamese words for the officer."""


class Rulebook(Protocol):
    """The rules of the house. ``try_*`` change nothing; what changes something runs inside ``Workbench.act``."""

    @property
    def retention(self) -> Retention:
        """Return how long content is kept, by category."""
        ...

    def next_tree(self) -> str:
        """Return the code of the tree that may take the place of the one in force, "" for none."""
        ...

    def tree(self, code: str) -> Catalog:
        """Return the data files with another tree of units."""
        ...

    def unit_changes(self) -> tuple[UnitChange, ...]:
        """Return what the next tree closes, opens and renames; nothing where there is none."""
        ...

    def try_policy(self, desk: Desk, file: Path) -> PolicyView:
        """Return what a new file of clocks or holidays would do."""
        ...

    def try_back(self, desk: Desk, name: str, number: int) -> PolicyView:
        """Return what going back to an earlier version would do."""
        ...

    def try_proposal(self, desk: Desk, proposal: PolicyProposal) -> PolicyView:
        """Return what a proposal would do now."""
        ...

    def put_policy(self, desk: Desk, view: PolicyView, reason: str) -> Changed:
        """Put what was shown in force, or propose it to a second person where it changes the law's limits."""
        ...

    def approve_policy(self, desk: Desk, proposal: PolicyProposal, view: PolicyView) -> None:
        """Agree to a proposal, whose content is what was shown, and put it in force."""
        ...

    def policies(self, desk: Desk) -> Standing:
        """Return all versions and proposals."""
        ...

    def policy_lines(self, desk: Desk, name: str, older: int, newer: int) -> tuple[Line, ...]:
        """Return what is other between two versions of a file."""
        ...

    def try_tree(self, desk: Desk, code: str) -> TreeChange:
        """Return what another tree of units would do."""
        ...

    def put_tree(self, desk: Desk, code: str, reason: str) -> int:
        """Put another tree in force; return how many open cases moved."""
        ...

    def keeping(self, desk: Desk) -> Keeping:
        """Return what is over time, proposed and held."""
        ...

    def propose(self, desk: Desk, reason: str) -> int:
        """Propose to erase what is over time; return how many cases that is."""
        ...

    def approve(self, desk: Desk, run: str) -> int:
        """Sign second under a proposal and carry it out; return how many cases were erased."""
        ...


class Workbench(Protocol):
    """One signed-in officer's console."""

    @property
    def officer(self) -> Officer: ...
    @property
    def catalog(self) -> Catalog: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def queries(self) -> Queries: ...
    @property
    def news(self) -> News: ...
    @property
    def machine(self) -> str: ...
    @property
    def rehearsal(self) -> str:
        """Return what the striped frame says in the demo, or ""."""
        ...

    def act(
        self, work: Callable[[Desk], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Run an action on the store's thread; answer on the UI thread."""
        ...

    def beside(
        self, work: Callable[[Desk], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Run long work that leaves the store alone beside the store's thread; answer on the UI thread."""
        ...

    def look_over(self, case_id: str, text: str, done: Callable[[tuple[Problem, ...]], None]) -> None:
        """Look a reply over on a reader's thread while it is written; only the newest text is answered, on the UI thread."""
        ...

    def search(self, words: str, done: Callable[[Found], None], *, newest: bool = False) -> None:
        """Search on a reader's thread, best first or newest first; answer on the UI thread, unless a newer one was asked for."""
        ...

    def thumbnail(self, file_id: str, width: int, height: int) -> QImage | None:
        """Return a small picture, or ``None`` and ``news.thumbnail_ready`` later."""
        ...

    @property
    def settings(self) -> Settings:
        """Return the settings as they are stored."""
        ...

    def keep_settings(self, settings: Settings) -> None:
        """Store other settings; they hold even where the file cannot be written, which is said."""
        ...

    def poll_now(self) -> None:
        """Ask for a walk at once, and for unknown replies to be looked for (F5)."""
        ...

    @property
    def parts(self) -> tuple[PartState, ...]:
        """Return the parts behind the window that are not well."""
        ...

    @property
    def setup(self) -> SetUp:
        """Return whether the console is still to be set up, and by whom."""
        ...

    def consent_link(self) -> str:
        """Return a new consent link for the OA, or "" where that takes the command line."""
        ...

    def consent(self, pasted: str, done: Callable[[str], None]) -> None:
        """Take the answer to the newest link; tell "" or Vietnamese words of what is wrong, on the UI thread."""
        ...

    def approval_reason(self, detail: CaseDetail) -> str:
        """Return why a reply in this case waits for a second officer (features C-12), or ""."""
        ...

    def look_for_reply(self, reply_id: str) -> None:
        """Have an unknown reply looked for in its conversation now, however short ago that was done."""
        ...

    def fetch_again(self, message_id: str, number: int) -> None:
        """Try a lost attachment once more."""
        ...

    def statistics(self, period: Period, unit: str, done: Callable[[Statistics], None]) -> None:
        """Count a period's cases of a unit and those below it ("" for all) on a reader's thread; answer on the UI thread."""
        ...

    def take_report(
        self,
        report: str,
        form: str,
        period: Period,
        unit: str,
        reason: str,
        folder: Path,
        done: Callable[[str, str], None],
        failed: Callable[[str], None],
        *,
        remarks: tuple[str, ...] = (),
        phrase: PassPhrase | None = None,
        shift: str = "",
        number: str = "",
    ) -> None:
        """Write a report into a folder, data encrypted; tell its name and SHA-256, or Vietnamese words of what is wrong.

        ``shift`` is that of a duty book, "" for the period's; ``number`` is the case it is about, "" for those of the period.
        """
        ...

    def with_papers(self, desk: Desk, package: Package) -> Package:
        """Return a packet for the investigation body with its papers printed; call it inside ``beside``."""
        ...

    def register_fields(self, desk: Desk, case_id: str) -> tuple[FieldValue, ...]:
        """Return the register's fields of a case as this officer may read them; call it inside ``act`` once the log has it."""
        ...

    @property
    def rulebook(self) -> Rulebook:
        """Return the rules of the house and what may be done to them."""
        ...

    @property
    def uses_pins(self) -> bool:
        """Return whether officers prove who they are with a PIN; else only who is signed in here can sign."""
        ...

    @property
    def has_pin(self) -> bool:
        """Return whether who is signed in has a PIN."""
        ...

    def give_pin(
        self, pin: str, old: str, done: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None:
        """Give who is signed in a PIN, for which the old one is needed where he has one."""
        ...

    def issue_pin(
        self,
        officer_id: str,
        reason: str,
        done: Callable[[str], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Give another officer a PIN for one sign-in, and tell it once."""
        ...

    def pin_holders(self) -> dict[str, bool]:
        """Return who has a PIN, and whether it is for one sign-in."""
        ...

    def verify_pin(self, officer_id: str, pin: str) -> bool:
        """Return whether a PIN is an officer's. Called on the store's thread."""
        ...
