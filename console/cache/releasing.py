"""Which files of a case a reader gets: of a sealed matter a unit gets what was let through to it, and no more (features E-03).

Everything that gives out a file, or what would lead to it (its id, its address at Zalo, its name), asks here.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, and_, select

from console.cache import tables as t
from console.cache.covering import covered_for
from console.cache.rules import CatalogRules
from console.cache.tables_release import covered_file, file_release
from console.cache.thread_views import AttachmentView, MediaState, MessageItem
from console.cache.visibility import Sight
from console.domain.case import Case
from console.domain.masking import mask_source
from console.domain.message import Direction
from console.domain.release import How

Place = tuple[str, int]
"""A file by its message and its number there."""
_STRONGEST = (How.WITHHELD, How.COVERED, How.WHOLE)


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A sealed file of a case. ``copy`` says that it is a covered copy; ``name`` is what the citizen called it."""

    file_id: str
    sha256: str
    size: int
    media_type: str
    name: str
    message_id: str
    number: int
    copy: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """What of a file a unit gets: ``copy`` where it is the covered one, whole where not."""

    how: How
    copy: CaseFile | None = None


_ORIGINALS = select(
    t.attachment.c.file_id,
    t.attachment.c.sha256,
    t.attachment.c.size,
    t.attachment.c.media_type,
    t.attachment.c.name,
    t.attachment.c.message_id,
    t.attachment.c.number,
    t.message.c.direction,
).join(t.message, t.message.c.message_id == t.attachment.c.message_id)
_COPIES = select(covered_file).join(t.message, t.message.c.message_id == covered_file.c.message_id)
_RELEASED = (
    select(
        file_release.c.how,
        file_release.c.message_id.label("of_message"),
        file_release.c.number.label("of_number"),
        covered_file,
    )
    .join(t.message, t.message.c.message_id == file_release.c.message_id)
    .join(
        covered_file,
        and_(
            covered_file.c.file_id == file_release.c.file_id,
            covered_file.c.message_id == file_release.c.message_id,
            covered_file.c.number == file_release.c.number,
        ),
        isouter=True,
    )
)


def reads_all(connection: Connection, rules: CatalogRules, sight: Sight, case: Case, now_ms: int) -> bool:
    """Return whether a reader of a case gets its files as they came.

    Who takes matters in at the province does. So does whoever may see who told of this one: his request was answered by a
    second officer, and for as long as that answer is good (features I-02).
    """
    if not covered_for(connection, rules, sight, [case.case_id]):
        return True
    good_until = rules.confidential.use_ms
    return any(
        one.by == sight.officer_id and one.granted and now_ms <= one.answered_at + good_until
        for one in case.reveals
    )


def files_of_case(
    connection: Connection, rules: CatalogRules, sight: Sight, case: Case, now_ms: int
) -> list[CaseFile]:
    """Return the stored files of a case that this reader may have, covered copies after the originals, oldest first."""
    rows = connection.execute(
        _ORIGINALS.where(t.message.c.case_id == case.case_id, t.attachment.c.file_id != "").order_by(
            t.message.c.at, t.message.c.seq, t.attachment.c.number
        )
    ).all()
    if reads_all(connection, rules, sight, case, now_ms):
        copies = connection.execute(_COPIES.where(t.message.c.case_id == case.case_id).order_by("seq"))
        return [*map(_original, rows), *(_copy(row) for row in copies)]
    given = given_to(connection, sight, case.case_id)
    found = []
    for row in rows:
        one = given.get((row.message_id, row.number))
        if row.direction == Direction.OUTBOUND.value or (one is not None and one.how is How.WHOLE):
            found.append(_original(row))
        elif one is not None and one.copy is not None:
            found.append(one.copy)
    return found


def given_to(connection: Connection, sight: Sight, case_id: str) -> dict[Place, Given]:
    """Return what of each file of a case was let through to a reader's units; a file that is not in it was not."""
    found: dict[Place, Given] = {}
    rows = connection.execute(
        _RELEASED.where(t.message.c.case_id == case_id, file_release.c.unit.in_(sorted(sight.units or ())))
    )
    for row in rows:
        place, how = (row.of_message, row.of_number), How(row.how)
        copy = _copy(row) if how is How.COVERED and row.file_id else None
        if how is How.COVERED and copy is None:
            continue
        before = found.get(place)
        if before is None or _STRONGEST.index(how) > _STRONGEST.index(before.how):
            found[place] = Given(how, copy)
    return found


def decided_for(connection: Connection, case_id: str, unit: str) -> dict[Place, How]:
    """Return what was last decided for one unit of the files of a case; a file that is not in it was never decided on."""
    rows = connection.execute(
        select(file_release.c.message_id, file_release.c.number, file_release.c.how)
        .join(t.message, t.message.c.message_id == file_release.c.message_id)
        .where(t.message.c.case_id == case_id, file_release.c.unit == unit)
    )
    return {(row.message_id, row.number): How(row.how) for row in rows}


def copies_of_case(connection: Connection, case_id: str) -> dict[Place, CaseFile]:
    """Return the newest covered copy of each file of a case that has one."""
    rows = connection.execute(_COPIES.where(t.message.c.case_id == case_id).order_by(covered_file.c.seq))
    return {(row.message_id, row.number): _copy(row) for row in rows}


def cases_with_file(connection: Connection, file_id: str) -> list[str]:
    """Return the cases whose messages hold a file or its covered copy; the same bytes are kept once."""
    found: set[str] = set()
    for table in (t.attachment, covered_file):
        statement = (
            select(t.message.c.case_id)
            .join(table, table.c.message_id == t.message.c.message_id)
            .where(table.c.file_id == file_id)
        )
        found.update(connection.execute(statement).scalars())
    return sorted(found)


def copies_of_messages(connection: Connection, case_ids: Collection[str]) -> list[str]:
    """Return the ids of the covered copies of everything these cases hold, for an erasure."""
    rows = connection.execute(
        select(covered_file.c.file_id)
        .join(t.message, t.message.c.message_id == covered_file.c.message_id, isouter=True)
        .where(t.message.c.case_id.in_(case_ids) | covered_file.c.case_id.in_(case_ids))
    )
    return [str(file_id) for file_id in rows.scalars()]


def cover_files(item: MessageItem, given: Mapping[Place, Given], marks: Iterable[str]) -> MessageItem:
    """Return a message with what was let through of its files; of the others only that there is one is told."""
    if item.direction is not Direction.INBOUND:
        return item
    marks = tuple(marks)
    files = (_as_given(one, given.get((item.message_id, one.number)), marks) for one in item.attachments)
    return replace(item, attachments=tuple(files))


def _as_given(file: AttachmentView, given: Given | None, marks: tuple[str, ...]) -> AttachmentView:
    if file.state is MediaState.NONE:
        return file  # a place or a link: part of what was told
    if given is not None and given.how is How.WHOLE:
        return replace(file, name=mask_source(file.name, marks), url="")
    bare = replace(
        file, name="", url="", file_id="", sha256="", size=0, media_type="", reason="", attempts=0, retry_at=0
    )
    if given is None or given.copy is None:
        return replace(bare, state=MediaState.WITHHELD)
    copy = given.copy
    return replace(
        bare,
        state=MediaState.STORED,
        file_id=copy.file_id,
        sha256=copy.sha256,
        size=copy.size,
        media_type=copy.media_type,
        covered=True,
    )


def _original(row: object) -> CaseFile:
    return CaseFile(*(getattr(row, name) for name in _FACTS))


def _copy(row: object) -> CaseFile:
    facts = {name: getattr(row, name) for name in _FACTS if name != "name"}
    return CaseFile(**facts, name="", copy=True)


_FACTS = ("file_id", "sha256", "size", "media_type", "name", "message_id", "number")
