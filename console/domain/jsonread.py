"""Read parsed JSON with errors that name the file and the place inside it."""

from collections.abc import Iterator, Mapping
from datetime import date

from console.domain.sentence import joined, sentence


class CatalogError(ValueError):
    """A data file is wrong; the text names the file, the path inside it and what is wrong.

    ``args[0]`` is that text as the window can say it in another language; ``str`` of the error is Vietnamese only.
    """


class Node:
    """A value inside a data file, with the path that leads to it.

    A start makes five thousand: the path is put together only where it is told of.
    """

    __slots__ = ("_above", "_step", "file", "value")

    def __init__(self, file: str, step: str | int, value: object, above: "Node | None" = None) -> None:
        """Take the file, the last step of the path (a key, or the number in a list; "" for all of the file), and the value."""
        self.file = file
        self.value = value
        self._step = step
        self._above = above

    @property
    def path(self) -> str:
        """Return the way from the top of the file, as "policies[3].code"."""
        above = self._above.path if self._above is not None else ""
        if isinstance(self._step, int):
            return f"{above}[{self._step}]"
        return f"{above}.{self._step}" if above else self._step

    def fail(self, what: str) -> CatalogError:
        """Return (not raise) the error for this place."""
        return CatalogError(joined(": ", (self.file, self.path, what)))

    def _unlike(self, name: str) -> CatalogError:
        if self.value is None:
            return self.fail(sentence("cần {name}, gặp thiếu", name=name))
        found = f"{type(self.value).__name__} {self.value!r:.60}"
        return self.fail(sentence("cần {name}, gặp {found}", name=name, found=found))

    def get(self, key: str) -> "Node":
        """Return the member `key`; its value is None when absent."""
        if not isinstance(self.value, dict):
            raise self._unlike(sentence("đối tượng"))
        return Node(self.file, key, self.value.get(key), self)

    def names(self) -> tuple[str, ...]:
        if not isinstance(self.value, dict):
            raise self._unlike(sentence("đối tượng"))
        return tuple(str(key) for key in self.value)

    def items(self) -> "Iterator[Node]":
        """Yield the elements of a list."""
        if not isinstance(self.value, list):
            raise self._unlike(sentence("danh sách"))
        for position, element in enumerate(self.value):
            yield Node(self.file, position, element, self)

    def opt_items(self) -> "tuple[Node, ...]":
        """Return the elements of a list that may be absent."""
        return () if self.value is None else tuple(self.items())

    def text(self) -> str:
        """Return a string that holds something."""
        if not isinstance(self.value, str):
            raise self._unlike(sentence("chuỗi"))
        if not self.value.strip():
            raise self.fail(sentence("chuỗi rỗng"))
        return self.value

    def opt_text(self) -> str | None:
        return None if self.value is None else self.text()

    def one_of(self, allowed: "Mapping[str, object] | frozenset[str]", name: str) -> str:
        """Return a string that is one of the `allowed` codes, `name` being their collection."""
        code = self.text()
        if code not in allowed:
            raise self.fail(sentence("{code} không có trong {name}", code=repr(code), name=name))
        return code

    def texts(self) -> tuple[str, ...]:
        """Return a list of strings; an absent list is empty."""
        return tuple(node.text() for node in self.opt_items())

    def whole(self) -> int:
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            raise self._unlike(sentence("số nguyên"))
        return self.value

    def number(self) -> float:
        if isinstance(self.value, bool) or not isinstance(self.value, (int, float)):
            raise self.fail(sentence("cần số, gặp {found}", found=f"{self.value!r:.60}"))
        return float(self.value)

    def flag(self, default: bool = False) -> bool:
        """Return true or false; absent or null is `default`."""
        if self.value is None:
            return default
        if not isinstance(self.value, bool):
            raise self._unlike("true/false")
        return self.value

    def day(self) -> date:
        text = self.text()
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise self.fail(sentence("{text} không phải ngày YYYY-MM-DD", text=repr(text))) from None

    def opt_day(self) -> date | None:
        return None if self.value is None else self.day()


def unique(nodes: "Iterator[Node] | tuple[Node, ...]", key: str = "code") -> "dict[str, Node]":
    """Return the objects by their `key`; a second one with the same key is an error."""
    found: dict[str, Node] = {}
    for node in nodes:
        code = node.get(key)
        if code.text() in found:
            place = found[code.text()].path
            raise code.fail(sentence("{code} bị lặp (đã có ở {place})", code=repr(code.text()), place=place))
        found[code.text()] = node
    return found
