"""Kinds of events: names that stay for ever, and the words that tell of them."""

import dataclasses
import typing

import pytest

from console.domain import events as e
from console.domain.event_json import KINDS
from console.domain.message import Direction, Message, MessageType
from console.domain.people import Person
from console.domain.release import FileRelease, How
from console.domain.words import words_for

BODIES = [body for body in typing.get_args(e.EventBody) if body is not e.UnknownBody]
NAMES = {
    "case.opened", "gw.message_received", "gw.message_recalled", "gw.media_stored", "gw.media_lost", "case.viewed",
    "case.claimed", "case.lease_renewed", "case.released", "case.taken_over", "case.classified", "case.prioritised",
    "case.located", "case.tagged", "case.untagged", "note.added", "reply.queued", "reply.approved", "reply.cancelled",
    "gw.reply_permitted", "gw.reply_sent", "gw.reply_rejected", "gw.reply_unknown", "gw.reply_searched",
    "reply.resolved", "case.transferred", "transfer.accepted", "transfer.returned", "case.snoozed", "case.woken",
    "case.closed", "case.reopened", "case.merged", "case.absorbed", "case.messages_moved_out",
    "case.messages_moved_in", "identity.revealed", "case.exported", "case.copied", "search.hits_shown", "queue.rows_shown", "report.taken",
    "case.conflict_marked", "case.conflict_cleared",
    "closing.proposed", "closing.signed", "closing.refused", "closing.withdrawn", "review.seeded", "review.drawn",
    "review.given", "review.acknowledged", "survey.asked", "survey.skipped", "gw.survey_answered", "survey.followed",
    "case.handed_over", "shift.opened", "shift.joined", "shift.noted", "shift.remarked", "shift.equipped",
    "shift.next_step", "shift.line_accepted", "shift.line_asked", "shift.explained", "shift.signed", "shift.closed",
    "shift.awake",
    "knowledge.saved",
    "transfer.recalled", "transfer.timed_out",
    "incident.opened", "incident.linked", "incident.unlinked", "org.changed", "case.rehomed", "search.identifier", "hold.set", "hold.lifted", "retention.proposed", "retention.approved", "retention.run", "case.erased",
    "gw.foreign_sent", "security.foreign_acknowledged", "policy.replaced", "clock.paused", "clock.resumed", "clock.replaced", "clock.warned", "extension.requested", "extension.decided",
    "case.raised", "case.informed", "urgent.opened", "urgent.stamped", "case.guided",
    "contact.restricted", "contact.allowed", "identity.asked", "identity.answered", "secret.suspected",
    "secret.phoned", "secret.handled",
    "officer.entered", "officer.changed", "officer.role_given", "officer.role_taken", "officer.disabled",
    "officer.enabled", "officer.pin_set", "officer.pin_removed", "key.half_copied", "officer.signed_in", "officer.signed_out",
    "role.grants_changed",
    "message.explained",
    "case.deed_timed", "case.instructed", "case.instruction_withdrawn", "transfer.slip_numbered", "case.assigned",
    "petition.handled", "petition.settled",
    "national.seen", "national.copied", "national.entered",
    "people.recorded", "people.seen", "procuracy.notified", "crime.decided", "crime.result_notified",
    "file.covered", "file.released",
    "machine.clock_stepped_back",
}  # fmt: skip
"""Written down by hand: a name that was in a log once must be readable for ever."""


def sample(kind):
    """Return a body of this kind with something in every field."""
    hints = typing.get_type_hints(kind, vars(e))
    return kind(**{f.name: _value(f.name, hints[f.name]) for f in dataclasses.fields(kind)})


def _value(name, wanted):
    if wanted is Message:
        return Message("m1", Direction.INBOUND, MessageType.TEXT, "BÍ MẬT", 5)
    if wanted is bool:
        return True
    if wanted is int:
        return 7
    if wanted == tuple[Person, ...]:
        return (Person("BÍ MẬT", "BÍ MẬT"),)
    if wanted == tuple[FileRelease, ...]:
        return (FileRelease("m1", 0, How.WHOLE, "", "BÍ MẬT"),)
    if typing.get_origin(wanted) is tuple:
        return ("a", "b")
    if wanted is e.KnowledgeEntry:
        return e.KnowledgeEntry("procedure", "CC-CAP", "Tên", "BÍ MẬT", documents=("Thẻ cũ",))
    if wanted is str:
        return f"<{name}>"
    return e.OutboundFile("f1", "tệp.pdf", "application/pdf", 9, "ab") if name == "file" else f"<{name}>"


def test_no_name_was_lost_or_changed():
    assert set(KINDS) >= NAMES
    assert len(KINDS) == len(BODIES)


@pytest.mark.parametrize("kind", BODIES)
def test_bodies_cannot_be_changed_and_have_no_places_for_more(kind):
    body = sample(kind)
    assert dataclasses.is_dataclass(kind)
    assert not hasattr(body, "__dict__")
    for field in dataclasses.fields(kind):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(body, field.name, None)


@pytest.mark.parametrize("kind", BODIES)
def test_every_kind_has_vietnamese_words_without_slots_or_what_was_written(kind):
    words = words_for(sample(kind), {})
    assert words
    assert words[0].islower()
    assert "BÍ MẬT" not in words
    assert "<text>" not in words
    assert "{" not in words


def test_words_use_names_for_codes():
    names = {
        "TTHC": "Thủ tục hành chính",
        "HOI_DAP": "Hỏi đáp",
        "CAH-TK": "CAH Trùng Khánh",
        "TK": "Trùng Khánh",
    }
    told = [
        words_for(body, names)
        for body in (
            e.CaseClassified("TTHC", "HOI_DAP"),
            e.CaseClassified("", "TTHC"),
            e.CaseTransferred("t", "CAH-TK", "thuộc địa bàn", 1),
            e.PlaceSet("TK", "chợ"),
            e.PlaceSet("", ""),
            e.PlaceSet("", "chợ"),
            e.CaseClosed("da-tra-loi"),
        )
    ]
    assert told == [
        "phân loại Thủ tục hành chính (trước là Hỏi đáp)",
        "bỏ phân loại Thủ tục hành chính",
        "chuyển CAH Trùng Khánh: thuộc địa bàn",
        "đặt địa bàn Trùng Khánh, chợ",
        "bỏ địa bàn",
        "chợ",
        "đóng hồ sơ – Đã trả lời",
    ]


def test_only_the_gateways_kinds_begin_with_gw():
    gateway = {kind.__name__ for kind in BODIES if kind.KIND.startswith("gw.")}
    assert {"MessageReceived", "ReplyPermitted", "ReplySent", "ReplyUnknown", "MediaStored"} <= gateway
    assert "ReplyQueued" not in gateway
