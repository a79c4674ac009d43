"""What officers write by hand on papers about many cases, the citizens' names and numbers covered (domain.md §5.1, §6).

«Masked sources stay masked»: a paper is read by whoever finds it. The screen keeps what was written.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from sqlalchemy import Connection, func, or_, select

from console.cache import tables as t
from console.cache.identity_marks import marks_of_many
from console.domain.case_facts import CaseFacts
from console.domain.handover import Sheet
from console.domain.identifiers import LEAST
from console.domain.masking import mask_source
from console.domain.text import fold

_WORD = re.compile(r"\w+")


def cover_sheet(connection: Connection, sheet: Sheet) -> Sheet:
    """Return a handover sheet as it may be printed.

    A line names its own case, the general remarks may speak of any that was open in the shift.
    """
    c = t.case.c
    on_sheet = [line.case_id for line in sheet.lines if line.case_id]
    on_sheet += [one.case_id for one in sheet.directed]
    opened = func.json_extract(c.body, "$.opened_at")
    rows = connection.execute(
        select(c.case_id, c.conversation_id).where(
            or_(c.case_id.in_(on_sheet), c.open == 1, opened >= (sheet.shift.opened_at or sheet.at))
        )
    ).all()
    conversation = {row.case_id: row.conversation_id for row in rows}
    marks = marks_of_many(connection, frozenset(conversation.values()))
    everybody = tuple(dict.fromkeys(chain.from_iterable(marks.values())))
    lines = []
    for line in sheet.lines:
        own = marks.get(conversation.get(line.case_id, ""), ())
        lines.append(
            replace(
                line,
                place=mask_source(line.place, own),
                next_step=mask_source(line.next_step, own),
                question=mask_source(line.question, own),
                explained=mask_source(line.explained, own),
            )
        )
    directed = []
    for one in sheet.directed:
        own = marks.get(conversation.get(one.case_id, ""), ())
        directed.append(
            replace(
                one,
                words=mask_source(one.words, own),
                done=mask_source(one.done, own),
                reported=tuple((at, mask_source(words, own)) for at, words in one.reported),
            )
        )
    shift = replace(sheet.shift, remark=mask_source(sheet.shift.remark, everybody))
    return replace(sheet, shift=shift, lines=tuple(lines), directed=tuple(directed))


def cover_remarks(
    connection: Connection, remarks: Sequence[str], cases: Iterable[CaseFacts]
) -> tuple[str, ...]:
    """Return what an officer adds to a report, without who told of the cases it counts."""
    if not any(remarks):
        return tuple(remarks)
    marks = marks_of_many(connection, {facts.case.conversation_id for facts in cases})
    everybody = tuple(dict.fromkeys(chain.from_iterable(marks.values())))
    return tuple(mask_source(text, everybody) for text in remarks)


class ManyCovered:
    """Covers many citizens' names and numbers in many texts: of all of them only those that a text can hold are looked for."""

    def __init__(self, marks: Iterable[str]) -> None:
        """Take what the store knows of the citizens; see ``mask_source``."""
        self._names: dict[str, list[str]] = {}
        self._numbers: list[tuple[str, str]] = []
        for mark in dict.fromkeys(filter(None, marks)):
            words = _WORD.findall(fold(mark))
            if words:
                self._names.setdefault(words[0], []).append(mark)
            digits = "".join(char for char in mark if char.isdigit())
            if len(digits) >= LEAST:
                # With 0 or with +84 before them, the last digits are the same.
                self._numbers.append((digits[-LEAST:], mark))

    def __call__(self, text: str) -> str:
        """Return the text with who told of a matter covered."""
        words = dict.fromkeys(_WORD.findall(fold(text)))
        digits = "".join(char for char in text if char.isdigit())
        found = [mark for word in words for mark in self._names.get(word, ())]
        found += [mark for end, mark in self._numbers if end in digits]
        return mask_source(text, dict.fromkeys(found))


def cover_span(connection: Connection, from_ms: int, conversations: Iterable[str] = ()) -> ManyCovered:
    """Return what covers those who told of cases that were open, or were worked on, at any time since ``from_ms``.

    ``conversations`` are those of others whose names and numbers are covered, too.
    """
    c = t.case.c
    rows = connection.execute(
        select(c.conversation_id).where(
            or_(c.open == 1, c.closed_at >= from_ms, c.last_activity_at >= from_ms)
        )
    ).scalars()
    marks = marks_of_many(connection, {*rows, *conversations})
    return ManyCovered(chain.from_iterable(marks.values()))
