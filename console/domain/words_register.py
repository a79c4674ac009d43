"""The words of what the register asks for, and of the written steps of a denunciation or complaint."""

from collections.abc import Callable, Mapping
from typing import Any

from console.domain import events as e
from console.domain.calendar import local_datetime
from console.domain.national import FIELD_NAMES
from console.domain.petition import HANDLING_NAMES
from console.domain.sentence import joined, sentence
from console.domain.words_people import day_words


def _timed(body: e.DeedTimed) -> str:
    return (
        sentence("ghi thời gian xảy ra: {words}", words=body.words)
        if body.words
        else sentence("bỏ thời gian xảy ra")
    )


def _handled(body: e.PetitionHandled) -> str:
    name = {one.value: words for one, words in HANDLING_NAMES.items()}.get(body.handling, body.handling)
    if body.document:
        name = sentence(
            "{handling}, số {document}, ngày {day}",
            handling=name,
            document=body.document,
            day=day_words(body.on),
        )
    said = sentence("ghi xử lý đơn: {handling} ({citation})", handling=name, citation=body.citation)
    return joined(": ", (said, body.reason))


def _entered(body: e.NationalEntered) -> str:
    at = local_datetime(body.at)
    return sentence(
        "ghi đã nhập phần mềm tin báo lúc {time} ngày {day}, số {document}",
        time=f"{at:%H:%M}",
        day=f"{at:%d/%m/%Y}",
        document=body.number,
    )


def _field(code: str) -> str:
    return {one.value: name for one, name in FIELD_NAMES.items()}.get(code, code)


REGISTER_WORDS: dict[type, Callable[[Any, Mapping[str, str]], str]] = {
    e.DeedTimed: lambda b, _n: _timed(b),
    e.InstructionGiven: lambda b, _n: sentence("cho ý kiến chỉ đạo: {words}", words=b.words),
    e.InstructionWithdrawn: lambda _b, _n: sentence("rút ý kiến chỉ đạo vừa ghi"),
    e.InstructionFollowed: lambda b, _n: sentence("báo đã làm theo ý kiến chỉ đạo: {words}", words=b.words),
    e.SlipNumbered: lambda b, _n: sentence(
        "ghi phiếu chuyển số {document}, ngày {day}", document=b.document, day=day_words(b.on)
    ),
    e.NationalSeen: lambda _b, _n: sentence("xem các mục để nhập phần mềm tin báo"),
    e.NationalCopied: lambda b, _n: sentence(
        "chép mục «{field}» để nhập phần mềm tin báo", field=_field(b.field)
    ),
    e.NationalEntered: lambda b, _n: _entered(b),
    e.OfficerAssigned: lambda b, n: (
        sentence("phân công {name} giải quyết", name=n.get(b.officer, b.officer))
        if b.officer
        else sentence("bỏ phân công")
    ),
    e.PetitionHandled: lambda b, _n: _handled(b),
    e.PetitionSettled: lambda b, _n: sentence(
        "ghi văn bản giải quyết đơn số {document}, ngày {day}", document=b.document, day=day_words(b.on)
    ),
}
