"""Looking something up in an export file without opening it onto a disk (features R-11)."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from console.app.maintenance import MaintenanceError
from console.app.unpacking import Unpacked, read_items
from console.domain.pass_phrase import PassPhrase
from console.domain.text import fold, safe_line

_ENDING = ".csv"
_LONGEST_CELL = 4_000


@dataclass(frozen=True, slots=True)
class Line:
    """A line that was found: in which file, and its filled cells as (head of the column, words)."""

    file: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FoundLines:
    """What a search came to. ``files`` were searched, every byte of ``unpacked`` was checked."""

    unpacked: Unpacked
    files: tuple[str, ...]
    lines: tuple[Line, ...]

    def values(self) -> dict[str, object]:
        """Return it for a program."""
        return {
            "report": self.unpacked.report,
            "mark": self.unpacked.mark,
            "files": list(self.files),
            "lines": [asdict(line) for line in self.lines],
        }

    def words(self) -> str:
        """Return it for a person; what citizens and officers wrote cannot steer the terminal."""
        said, last = [f"{self.unpacked.report or self.unpacked.case} · {self.unpacked.mark}"], ""
        for line in self.lines:
            if line.file != last:
                said += ["", line.file]
                last = line.file
            said.append("- " + " · ".join(f"{head}: {words}" for head, words in line.cells))
        if not self.files:
            return f"{said[0]}\nTệp này không có sổ dạng CSV để tìm. Không ghi gì ra đĩa."
        return "\n".join(
            [*said, "", f"{len(self.lines)} dòng trong {len(self.files)} sổ. Không ghi gì ra đĩa."]
        )


def search(path: Path, phrase: PassPhrase, query: str) -> FoundLines:
    """Return the lines of the registers in an export file that have every word, marks and case disregarded. Slow on purpose.

    Args:
        path: the file; it is read and checked as a whole, nothing is written.
        phrase: as at the export.
        query: words, in any order.

    Raises:
        MaintenanceError: no word was given.
        StoreError: as ``unpack``.

    """
    words = fold(query).split()
    if not words:
        raise MaintenanceError("Thiếu từ cần tìm. Chưa mở gì.")
    unpacked, held = read_items(path, phrase, _ENDING)
    lines = tuple(line for name, data in held for line in _lines(name, data, words))
    return FoundLines(unpacked, tuple(name for name, _ in held), lines)


def _lines(name: str, data: bytes, words: Sequence[str]) -> Iterator[Line]:
    for heads, row in _rows(data):
        folded = fold("\n".join(row))
        if all(word in folded for word in words):
            cells = zip(heads, row, strict=False)
            yield Line(
                safe_line(name),
                tuple((safe_line(head), safe_line(cell, _LONGEST_CELL)) for head, cell in cells if cell),
            )


def _rows(data: bytes) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Return each row with the heads over it: title and notes have one cell, an empty row ends a sheet (``csv_bytes``)."""
    csv.field_size_limit(len(data) + 1)
    heads: Sequence[str] = ()
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig", "replace"), newline="")):
        if not row:
            heads = ()
        elif heads:
            yield heads, row
        elif len(row) > 1:
            heads = row
