"""Messages sent without this console (features F-06): what each event changes in the case."""

from console.domain import events as e
from console.domain.case import Case
from console.domain.events import Event
from console.domain.reduce.base import Changes, Rule


def _explained(_case: Case, _event: Event, body: e.OutsideExplained) -> Changes:
    return dict(last_outbound_at=body.last_outbound_at, first_reply_at=body.first_reply_at)


RULES: dict[type, Rule] = {e.OutsideExplained: _explained}
