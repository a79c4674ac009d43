"""What a rule of the reducer is."""

from collections.abc import Callable
from typing import Any

from console.domain.case import Case
from console.domain.events import Event

Changes = dict[str, Any]
"""Fields of the case that an event changes, with their new values."""
Rule = Callable[[Case, Event, Any], Changes]
