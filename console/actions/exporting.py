"""Copies that leave the store, with a list of what left and its hashes (features X-01, X-04; threats T08, T09).

``plan_case`` and ``plan_file`` run on the store's thread and note in the log that something leaves, before anything is
read for it; ``packing.write`` puts it into an encrypted file.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Row, select

from console.actions.desk import Desk
from console.actions.files import case_file, export_case, export_file, sealed_files
from console.actions.guards import clock_text, require, require_open_files, require_open_text, visible_case
from console.actions.packing import Leaving, Listed, Package, read_leaving
from console.cache import tables as t
from console.cache.handover_query import head_hash
from console.cache.identity_marks import source_marks
from console.cache.releasing import CaseFile, files_of_case
from console.cache.store import Transaction
from console.cache.visibility import told
from console.domain.calendar import local_datetime
from console.domain.case import Case
from console.domain.file_names import export_name
from console.domain.masking import mask_source
from console.domain.officer import Permission
from console.domain.picture_facts import PictureFacts, picture_facts
from console.domain.words import words_for
from console.record.local import read_case
from console.record.tables import event as event_table

_FACTS = ("message_id", "direction", "type", "text", "at")


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file was found to be: whole, as received. Times are UTC ms, ``size`` bytes. ``told``: what a picture tells beside itself."""

    sha256: str
    size: int
    media_type: str
    message_id: str
    received_at: int
    told: PictureFacts = field(default_factory=PictureFacts)


def plan_case(desk: Desk, case_id: str, reason: str) -> Package:
    """Note in the log that a case leaves, then return what of it does.

    The citizen's name, phone and Zalo id are not among it, and are covered in his words, as what he tells of himself is: whoever
    may export is not by that who may know the source (domain.md §5.1, §5.2).

    Raises:
        ActionError: it may not leave; nothing was noted.

    """
    require(desk.officer, Permission.EXPORT)
    words = export_case(desk, case_id, reason)
    with desk.store.write() as tx:
        case = visible_case(tx, desk, case_id)
        require_open_text(case)
        marks = source_marks(tx.connection, case.conversation_id)
        text = _messages(tx, case_id, marks)
        files = _leaving(tx, desk, case)
        return Package(
            case.number, words, desk.officer.officer_id, tx.now_ms, text, files, mark=_mark(desk, tx.now_ms)
        )


def plan_packet(desk: Desk, case_id: str, reason: str) -> Package:
    """Note in the log that a case goes to the investigation body, then return what goes (features E-06).

    Messages with the source covered and the hash of what was really written, attachments as they came, and the log of
    everything that was done, each event with its hash. The papers are added by who can print them; who told of the matter
    goes separately, on demand (domain.md §5.2).

    Raises:
        ActionError: it may not leave; nothing was noted.

    """
    require(desk.officer, Permission.EXPORT)
    words = export_case(desk, case_id, reason, "bộ hồ sơ chuyển Cơ quan điều tra")
    with desk.store.write() as tx:
        case = visible_case(tx, desk, case_id)
        require_open_text(case)
        marks = source_marks(tx.connection, case.conversation_id)
        messages = _messages(tx, case_id, marks)
        names = desk.rules.names()
        c = event_table.c
        hashes = dict(tx.connection.execute(select(c.seq, c.hash).where(c.case_id == case_id)).all())
        log: tuple[Listed, ...] = tuple(
            {
                "seq": event.seq,
                "at": event.at,
                "actor": event.actor,
                "kind": event.kind,
                "words": mask_source(words_for(told(tx.connection, desk.sight, event.body), names), marks),
                "sha256": hashes[event.seq].hex(),
            }
            for event in read_case(tx.connection, case_id)
        )
        return Package(
            case.number,
            words,
            desk.officer.officer_id,
            tx.now_ms,
            messages,
            _leaving(tx, desk, case),
            case_id,
            log,
            head_hash(tx.connection),
            mark=_mark(desk, tx.now_ms),
        )


def _mark(desk: Desk, at_ms: int) -> str:
    """Return who takes something out and when, as it stands on papers: for every copy that leaves (threats T12, T21)."""
    return f"{desk.officer.title} · {local_datetime(at_ms):%d/%m/%Y} {clock_text(at_ms)}"


def _messages(tx: Transaction, case_id: str, marks: tuple[str, ...]) -> tuple[Listed, ...]:
    rows = tx.connection.execute(
        select(t.message).where(t.message.c.case_id == case_id).order_by(t.message.c.at, t.message.c.seq)
    ).all()
    return tuple(_covered(row, marks) for row in rows)


def _covered(row: Row[tuple[object, ...]], marks: tuple[str, ...]) -> Listed:
    """Return a message with the source covered, and the hash of its words as they came."""
    found = {name: getattr(row, name) for name in _FACTS}
    text = str(found["text"])
    return found | {
        "text": mask_source(text, marks),
        "sha256_of_text": hashlib.sha256(text.encode()).hexdigest(),
    }


def plan_file(desk: Desk, case_id: str, file_id: str, reason: str) -> Package:
    """Note in the log that one attachment leaves, then return it. Raises ``ActionError``: nothing was noted."""
    require(desk.officer, Permission.EXPORT)
    export_file(desk, case_id, file_id, reason)
    with desk.store.write() as tx:
        case = visible_case(tx, desk, case_id)
        require_open_files(case)
        files = (_one_file(tx, desk, case, file_id),)
        return Package(
            case.number,
            reason.strip(),
            desk.officer.officer_id,
            tx.now_ms,
            None,
            files,
            mark=_mark(desk, tx.now_ms),
        )


def verify_file(desk: Desk, case_id: str, file_id: str) -> Callable[[], Checked]:
    """Return what reads an attachment and checks it against the hash taken at receipt; call that beside the store's thread.

    Raises:
        Missing, Refused: the case has no such file; the returned call raises ``Refused`` for a damaged or lost copy.

    """
    require(desk.officer, Permission.READ)
    files = sealed_files(desk)
    with desk.store.write() as tx:
        case = visible_case(tx, desk, case_id)
        require_open_files(case)
        item = _one_file(tx, desk, case, file_id)
        kept_at = tx.connection.execute(
            select(t.sealed_file.c.at).where(t.sealed_file.c.file_id == file_id)
        ).scalar_one()

    def check() -> Checked:
        data = read_leaving(files, item)
        return Checked(
            hashlib.sha256(data).hexdigest(),
            len(data),
            item.media_type,
            item.message_id,
            int(kept_at),
            picture_facts(data, item.media_type),
        )

    return check


def _leaving(tx: Transaction, desk: Desk, case: Case) -> tuple[Leaving, ...]:
    """Return the stored attachments that leave with a case; of locked ones the papers name the hashes alone."""
    if case.files_locked:
        return ()
    found = files_of_case(tx.connection, desk.rules, desk.sight, case, tx.now_ms)
    # Beside its original a covered copy would tell what was covered; who gets no original gets the copy.
    whole = {(one.message_id, one.number) for one in found if not one.copy}
    return _named(tx, case, [x for x in found if not x.copy or (x.message_id, x.number) not in whole])


def _one_file(tx: Transaction, desk: Desk, case: Case, file_id: str) -> Leaving:
    return _named(tx, case, [case_file(tx, desk, case, file_id)])[0]


def _named(tx: Transaction, case: Case, files: Sequence[CaseFile]) -> tuple[Leaving, ...]:
    """Return files with the names they get outside."""
    secrets = _people(tx, case.case_id)
    return tuple(
        Leaving(
            one.file_id,
            one.sha256,
            one.size,
            one.media_type,
            one.message_id,
            f"{case.number}-{place:03}-{export_name(one.name, one.media_type, secrets=secrets)}",
        )
        for place, one in enumerate(files, start=1)
    )


def _people(tx: Transaction, case_id: str) -> tuple[str, ...]:
    """Return the citizen's name and its parts that could give a file's name away."""
    name = tx.connection.execute(
        select(t.identity.c.display_name)
        .join(t.case, t.case.c.conversation_id == t.identity.c.conversation_id)
        .where(t.case.c.case_id == case_id)
    ).scalar()
    return (str(name),) if name else ()
