"""How a setting is declared: its kind of value, its words, where the dialog shows it. Without Qt, without a file."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from console.runtime.i18n import mark

TEXT_LIMIT = 500
KEYS_LIMIT = 300


class Tab(StrEnum):
    """Where the settings dialog shows a setting; the value is its Vietnamese head."""

    LOOK = mark("Hiển thị")
    SOUND = mark("Chuông báo")
    DESK = mark("Bàn trực")
    HIDDEN = ""
    """Not in the dialog: set up once, or kept by a page of its own."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few values, each with its Vietnamese words. ``make`` gives the stored value its type."""

    options: tuple[tuple[Any, str], ...]
    make: Callable[[Any], Any] = str

    def read(self, name: str, value: object) -> object:
        """Return the value. Raises ``ValueError`` naming the setting."""
        known = [option for option, _ in self.options]
        if isinstance(value, bool) or not isinstance(value, str | int | float) or value not in known:
            raise ValueError(f"«{name}» phải là một trong: {', '.join(str(option) for option in known)}.")
        return self.make(value)


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no; ``words`` stand beside the box."""

    words: str

    def read(self, name: str, value: object) -> object:
        """Return the value. Raises ``ValueError`` naming the setting."""
        if not isinstance(value, bool):
            raise ValueError(f"«{name}» phải là true hoặc false.")  # noqa: TRY004  # a bad value of a file
        return value


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from ``low`` to ``high``."""

    low: int
    high: int

    def read(self, name: str, value: object) -> object:
        """Return the value. Raises ``ValueError`` naming the setting."""
        if isinstance(value, bool) or not isinstance(value, int) or not self.low <= value <= self.high:
            raise ValueError(f"«{name}» phải là số nguyên từ {self.low} đến {self.high}.")
        return value


@dataclass(frozen=True, slots=True)
class Percent(Whole):
    """How much of the most, from 0 to 100, set by a slider in steps of ``step``."""

    low: int = 0
    high: int = 100
    step: int = 5


@dataclass(frozen=True, slots=True)
class Text:
    """A short text on one line."""

    def read(self, name: str, value: object) -> object:
        """Return the value. Raises ``ValueError`` naming the setting."""
        if not isinstance(value, str) or len(value) > TEXT_LIMIT or not value.isprintable():
            raise ValueError(f"«{name}» phải là một chuỗi ký tự ngắn.")
        return value


@dataclass(frozen=True, slots=True)
class Texts:
    """Short texts by name, such as changed keys."""

    def read(self, name: str, value: object) -> object:
        """Return the value. Raises ``ValueError`` naming the setting and the entry."""
        if not isinstance(value, dict) or len(value) > KEYS_LIMIT:
            raise ValueError(f"«{name}» phải là một đối tượng JSON.")
        return {str(key): Text().read(f"{name}.{key}"[:80], text) for key, text in value.items()}


Kind = Choice | Flag | Whole | Text | Texts


@dataclass(frozen=True, slots=True)
class Spec:
    """The declaration of one setting. ``title`` and ``help`` are Vietnamese, shown through ``look_up``."""

    kind: Kind
    title: str = ""
    help: str = ""
    tab: Tab = Tab.HIDDEN
    restart: bool = False
    """Whether it counts only when the program is opened again."""


def declare(spec: Spec) -> dict[str, Spec]:
    """Return the metadata that makes a dataclass field a declared setting."""
    return {"spec": spec}
