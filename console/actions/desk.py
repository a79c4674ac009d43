"""Who acts, on what, and the answers an action gives. Every action is a function whose first argument is a ``Desk``.

Actions run on the store's thread and return when what they did is durable. They raise an ``ActionError`` where nothing was
done; its text says what happened and what to do, in Vietnamese.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from console.cache.rules import CatalogRules
from console.cache.sealed import SealedFiles
from console.cache.store import Store
from console.cache.views import EventItem
from console.cache.visibility import Sight, sight_of
from console.domain import events as e
from console.domain.approval import ReplyPolicy
from console.domain.canned import Problem
from console.domain.catalog import Catalog
from console.domain.conflict import Action
from console.domain.events import Event, EventBody
from console.domain.officer import Officer, Permission


@dataclass(frozen=True, slots=True)
class Desk:
    """One officer at one console. ``files`` is needed only to send and open files."""

    store: Store
    officer: Officer
    rules: CatalogRules
    policy: ReplyPolicy
    files: SealedFiles | None = None
    # Officer and rules of a desk stay as they are, so what somebody may know of is worked out once.
    _sights: dict[Officer, Sight] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Give the officer what the matrix of roles in force lets him do."""
        object.__setattr__(self, "officer", self.rules.roles.seat(self.officer))

    @property
    def catalog(self) -> Catalog:
        """Return the data files."""
        return self.rules.catalog

    @property
    def sight(self) -> Sight:
        """Return what the officer may know of."""
        return self.sight_of(self.officer)

    def seat(self, officer: Officer) -> Officer:
        """Return another officer with what the matrix of roles lets him do."""
        return self.rules.roles.seat(officer)

    def sight_of(self, officer: Officer) -> Sight:
        """Return what another officer may know of."""
        known = self._sights.get(officer)
        if known is None:
            known = self._sights[officer] = sight_of(officer, self.rules)
        return known


class Words:
    """A Vietnamese sentence and what goes into its slots, so that another language can be looked up by the sentence."""

    def __init__(self, template: str, **values: object) -> None:
        """Take a sentence with ``{name}`` for each slot."""
        self.template = template
        self.values: Mapping[str, object] = values

    def __str__(self) -> str:
        """Return the sentence with its slots filled; what fills them is never scanned for slots."""
        return self.template.format_map(self.values)


class ActionError(Exception):
    """Nothing was done. ``words`` say why, ``text_vi`` is them in Vietnamese."""

    def __init__(self, template: str, **values: object) -> None:
        """Take the sentence and its slots."""
        super().__init__(template)
        self.words = Words(template, **values)

    @property
    def text_vi(self) -> str:
        """Return the text for the officer."""
        return str(self.words)

    def __str__(self) -> str:
        """Return the text for the officer."""
        return self.text_vi


class Missing(ActionError):  # noqa: N818 - an answer, not a fault
    """There is no such thing, or this officer may not know that there is."""


class Refused(ActionError):  # noqa: N818 - an answer, not a fault
    """The officer may not do this, or the case is not in a state for it."""


class HeldByOther(Refused):
    """Somebody else's lease is running (features F-03). Taking over is possible, with a reason."""

    def __init__(self, holder: str, until_ms: int, template: str, **values: object) -> None:
        """Take the holder's officer id and the end of the lease (UTC ms)."""
        super().__init__(template, **values)
        self.holder = holder
        self.until_ms = until_ms


class WindowClosed(Refused):
    """Zalo no longer takes an answer to this citizen (features C-02)."""


class Unsendable(Refused):
    """The text cannot go out as it is. ``parts`` is how many messages it takes if length is the only trouble, else 0."""

    def __init__(self, problems: tuple[Problem, ...], parts: int, template: str, **values: object) -> None:
        """Take what was found in the text."""
        super().__init__(template, **values)
        self.problems = problems
        self.parts = parts


class Conflict(ActionError):  # noqa: N818 - an answer, not a fault
    """Somebody changed the case meanwhile in a way that matters. ``what_changed`` lists it, oldest first."""

    def __init__(self, what_changed: tuple[EventItem, ...], template: str, **values: object) -> None:
        """Take the events that clash."""
        super().__init__(template, **values)
        self.what_changed = what_changed


class Stopped(ActionError):  # noqa: N818 - an answer, not a fault
    """A reply was stopped before sending. Repeating it with ``override_reason`` sends it; the reason stays in the log."""


class ThreadChanged(Stopped):
    """The citizen wrote while the reply was being written (features F-02). ``news`` are the new texts, oldest first."""

    def __init__(self, news: tuple[str, ...], template: str, **values: object) -> None:
        """Take the texts, "" for a message without one."""
        super().__init__(template, **values)
        self.news = news


class Doubtful(Stopped):
    """The text holds something to look at twice (officer-day.md §6). ``problems`` say where."""

    def __init__(self, problems: tuple[Problem, ...], template: str, **values: object) -> None:
        """Take what was found in the text."""
        super().__init__(template, **values)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Undo:
    """How to take an action back: with events of its own, as long as nothing that matters came after it."""

    case_id: str
    version: int
    action: Action
    permission: Permission
    bodies: tuple[EventBody, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """What an action did. ``events`` is empty where everything already was as asked.

    ``duplicate`` means that the same command was done before; ``version`` is the case's after it.
    """

    case_id: str
    version: int
    events: tuple[Event, ...] = ()
    undo: Undo | None = None
    warnings: tuple[Words, ...] = ()
    duplicate: bool = False

    @property
    def reply_ids(self) -> tuple[str, ...]:
        """Return the replies that were asked for."""
        return tuple(event.body.reply_id for event in self.events if isinstance(event.body, e.ReplyQueued))

    @property
    def new_case_id(self) -> str:
        """Return the case that a split made, or ""."""
        moved = (event.body for event in self.events if isinstance(event.body, e.MessagesMovedOut))
        return next((body.to_case for body in moved), "")
