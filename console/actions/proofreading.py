"""Looking a reply over while it is written, by the rules that stop it when it is to be sent (features K-05)."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from console.actions.desk import Desk, Missing
from console.actions.guards import require
from console.actions.reply_checks import doubts
from console.cache import named_query
from console.cache.case_query import load_case
from console.domain.canned import Problem
from console.domain.case import Case
from console.domain.officer import Permission
from console.domain.text import nfc

LONGEST = 10_000
"""Letters; what is longer cannot go out as it is and is not looked over at every pause."""


class Proofreader:
    """Looks replies over on one thread. It writes nothing, and tells places in the text only, never a name."""

    def __init__(self, connect: Callable[[], AbstractContextManager[Connection]]) -> None:
        """Take a way to a read-only connection of the thread it is used on."""
        self._connect = connect
        self._case = ("", 0)
        self._people: tuple[str, ...] = ()

    def look(self, desk: Desk, case_id: str, text: str) -> tuple[Problem, ...]:
        """Return what is to be looked at twice, at its places in the composed text without blanks around it.

        Raises:
            Refused: the officer may not answer citizens.
            Missing: the case is not there for him.

        """
        require(desk.officer, Permission.REPLY)
        wording = nfc(text).strip()
        if not wording or len(wording) > LONGEST:
            return ()
        with self._connect() as connection:
            case = load_case(connection, case_id)
            if case is None or not desk.sight.sees(case):
                raise Missing("Không có hồ sơ này, hoặc bạn không được xem")
            found = case
            return doubts(connection, desk, case, wording, lambda: self._whom(connection, found))

    def _whom(self, connection: Connection, case: Case) -> tuple[str, ...]:
        """Return whom the case speaks of; of the newest case it is known, since hundreds of messages take a while."""
        if self._case != (case.case_id, case.version):
            self._people = named_query.people_of(connection, case)
            self._case = (case.case_id, case.version)
        return self._people
