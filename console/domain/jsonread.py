"""Read parsed JSON with errors that name the file and the place inside it."""

from collections.abc import Iterator, Mapping
from datetime import date

from console.domain.dataclass import dataclass
from console.domain.sentence import joined, sentence


class CatalogError(ValueError):
    """A data file is wrong; the text names the file, the path inside it and what is wrong.

    ``args[0]`` is that text as the window can say it in another language; ``str`` of the error is Vietnamese only.
    """


@dataclass(frozen=True, slots=True)
class Node:
    """A value inside a data file, with the path that leads to it."""

    file: str
    path: str
    value: object

    def fail(self, what: str) -> CatalogError:
        """Return (not raise) the error for this place."""
        return CatalogError(joined(": ", (self.file, self.path, what)))

    def _expect(self, kind: type, name: str) -> CatalogError | None:
        if isinstance(self.value, kind) and not (kind is int and isinstance(self.value, bool)):
            return None
        if self.value is None:
            return self.fail(sentence("cần {name}, gặp thiếu", name=name))
        found = f"{type(self.value).__name__} {self.value!r:.60}"
        return self.fail(sentence("cần {name}, gặp {found}", name=name, found=found))

    def get(self, key: str) -> "Node":
        """Return the member `key`; its value is None when absent."""
        if error := self._expect(dict, sentence("đối tượng")):
            raise error
        assert isinstance(self.value, dict)
        return Node(self.file, f"{self.path}.{key}" if self.path else key, self.value.get(key))

    def names(self) -> tuple[str, ...]:
        if error := self._expect(dict, sentence("đối tượng")):
            raise error
        assert isinstance(self.value, dict)
        return tuple(str(key) for key in self.value)

    def items(self) -> "Iterator[Node]":
        """Yield the elements of a list."""
        if error := self._expect(list, sentence("danh sách")):
            raise error
        assert isinstance(self.value, list)
        for position, element in enumerate(self.value):
            yield Node(self.file, f"{self.path}[{position}]", element)

    def opt_items(self) -> "tuple[Node, ...]":
        """Return the elements of a list that may be absent."""
        return () if self.value is None else tuple(self.items())

    def text(self) -> str:
        """Return a string that holds something."""
        if error := self._expect(str, sentence("chuỗi")):
            raise error
        assert isinstance(self.value, str)
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
        if error := self._expect(int, sentence("số nguyên")):
            raise error
        assert isinstance(self.value, int)
        return self.value

    def number(self) -> float:
        if isinstance(self.value, bool) or not isinstance(self.value, (int, float)):
            raise self.fail(sentence("cần số, gặp {found}", found=f"{self.value!r:.60}"))
        return float(self.value)

    def flag(self, default: bool = False) -> bool:
        """Return true or false; absent or null is `default`."""
        if self.value is None:
            return default
        if error := self._expect(bool, "true/false"):
            raise error
        assert isinstance(self.value, bool)
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
