"""The way of a case from desk to desk in one line: «Tỉnh 03:12 → Trùng Khánh nhận 03:15 → trả 03:40» (features E-08)."""

from collections.abc import Iterable, Mapping

from console.domain import events as e
from console.domain.calendar import local_datetime
from console.domain.events import Event
from console.domain.sentence import joined, sentence

KINDS = frozenset(
    {
        e.CaseOpened.KIND,
        e.CaseTransferred.KIND,
        e.TransferAccepted.KIND,
        e.TransferReturned.KIND,
        e.TransferRecalled.KIND,
        e.TransferTimedOut.KIND,
        e.CaseRaised.KIND,
    }
)
_RUNGS = {
    "desk": sentence("gọi bàn trực"),
    "province": sentence("gọi Trực ban tỉnh"),
    "commander": sentence("gọi chỉ huy"),
}


def trail(events: Iterable[Event], names: Mapping[str, str]) -> str:
    """Return the line, "" for a case that never went anywhere; ``names`` gives the short name of a unit's code."""
    steps: list[str] = []
    went, accepted = False, False
    to_unit: str = sentence("nơi nhận")
    for event in events:
        time = local_datetime(event.at).strftime("%H:%M")
        who = "" if accepted else f"{to_unit} "
        match event.body:
            case e.CaseOpened():
                steps.append(f"{names.get(event.unit, event.unit)} {time}")
            case e.CaseTransferred() as body:
                to_unit = names.get(body.to_unit, body.to_unit)
                if went:
                    steps.append(sentence("chuyển {to_unit} {time}", to_unit=to_unit, time=time))
                else:
                    # «Tỉnh 03:12»: when it left is what counts, not when it came.
                    steps = [f"{names.get(event.unit, event.unit)} {time}"]
                went, accepted = True, False
            case e.TransferAccepted():
                steps.append(sentence("{to_unit} nhận {time}", to_unit=to_unit, time=time))
                accepted = True
            case e.TransferReturned():
                steps.append(sentence("{who}trả {time}", who=who, time=time))
            case e.TransferRecalled():
                steps.append(sentence("thu hồi {time}", time=time))
            case e.TransferTimedOut():
                steps.append(sentence("{who}quá giờ {time}", who=who, time=time))
            case e.CaseRaised() as body:
                steps.append(f"{_RUNGS.get(body.to, body.to)} {time}")
            case _:
                pass
    return joined(" → ", steps) if len(steps) > 1 else ""
