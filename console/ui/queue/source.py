"""Where the queue gets its cases from; the cache's queries fit it, and so does a list in a test."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from console.cache.views import Place, QueueFilter, QueueRow


class QueueSource(Protocol):
    """Local, indexed, bounded reads. Every call returns within a frame."""

    def queue_index(self, wanted: QueueFilter) -> Sequence[Place]:
        """Return the places of all cases of a view, in order."""
        ...

    def queue_places(self, case_ids: Iterable[str], wanted: QueueFilter) -> Mapping[str, Place]:
        """Return the places of those of the given cases that the view shows."""
        ...

    def queue_turn(self, after_ms: int) -> int:
        """Return when, later than ``after_ms`` (UTC ms), time alone next moves a case."""
        ...

    def queue_turned(self, since_ms: int, until_ms: int) -> frozenset[str]:
        """Return the cases that time alone may have moved in between."""
        ...

    def queue_rows(self, case_ids: Sequence[str]) -> Sequence[QueueRow]:
        """Return the contents of cases; one that is gone is left out. At most a page of ``model.PAGE`` is asked for."""
        ...
