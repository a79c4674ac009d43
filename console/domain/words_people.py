"""The words of what is said about people in a crime report, and of the papers about it: how many people, never who.

History, handover and log travel further than the names may.
"""

from collections.abc import Callable, Mapping
from typing import Any

from console.domain import events as e
from console.domain.crime import DECISION_NAMES
from console.domain.people import ROLE_NAMES, Others
from console.domain.sentence import joined, sentence


def _people(body: e.PeopleRecorded) -> str:
    """Say how many, never who: history, handover and log travel further than the names may."""
    role = {one.value: name for one, name in ROLE_NAMES.items()}.get(body.role, body.role)
    if not body.people and body.others == Others.UNKNOWN:
        return sentence("ghi {role}: chưa rõ", role=role)
    if not body.people and body.others == Others.NOBODY:
        return sentence("ghi {role}: không có", role=role)
    if not body.people:
        return sentence("bỏ phần đã ghi về {role}", role=role)
    if body.others == Others.UNKNOWN:
        return sentence("ghi {role}: {count} người, còn người chưa rõ", role=role, count=len(body.people))
    return sentence("ghi {role}: {count} người", role=role, count=len(body.people))


def day_words(iso: str) -> str:
    """Return an ISO day as it is written here."""
    return "/".join(reversed(iso.split("-")))


def _procuracy(body: e.ProcuracyNotified) -> str:
    informant = "" if body.informant else sentence("(chưa thông báo người báo tin)")
    told = sentence(
        "ghi thông báo Viện kiểm sát số {document}, ngày {day}",
        document=body.document,
        day=day_words(body.on),
    )
    return joined(" ", (told, informant))


def _decided(body: e.CrimeDecided) -> str:
    decision = {one.value: name for one, name in DECISION_NAMES.items()}.get(body.decision, body.decision)
    return sentence(
        "ghi quyết định của Cơ quan điều tra: {decision}, số {document}, ngày {day}",
        decision=decision,
        document=body.document,
        day=day_words(body.on),
    )


PEOPLE_WORDS: dict[type, Callable[[Any, Mapping[str, str]], str]] = {
    e.PeopleRecorded: lambda b, _n: _people(b),
    e.PeopleSeen: lambda _b, _n: sentence("xem tên người bị tố giác, bị hại"),
    e.ProcuracyNotified: lambda b, _n: _procuracy(b),
    e.CrimeDecided: lambda b, _n: _decided(b),
    e.ResultNotified: lambda b, _n: sentence(
        "ghi thông báo kết quả cho người báo tin số {document}, ngày {day}",
        document=b.document,
        day=day_words(b.on),
    ),
}
