"""Lets a reply be looked over while it is written; what is found is marked, nothing is stopped before it is to be sent."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from console.domain.canned import Problem
from console.runtime.i18n import said
from console.ui.composer.composer import Composer
from console.ui.composer.editor import Doubt
from console.ui.desk.workbench import Workbench


def doubts_of(problems: Iterable[Problem]) -> list[Doubt]:
    """Return where a text is to be looked at twice, with what is said of it in the language in force."""
    return [(one.start, one.end, said(one.message_vi)) for one in problems]


class Proofing(QObject):
    """Takes what the composer wants to have looked over to a worker, and marks what came back."""

    def __init__(self, composer: Composer, bench: Workbench) -> None:
        """Take where replies are written and what looks them over."""
        super().__init__(composer)
        self._composer, self._bench = composer, bench
        composer.proof_wanted.connect(self._look)

    def _look(self, case_id: str, text: str) -> None:
        def done(problems: tuple[Problem, ...]) -> None:
            self._composer.show_doubts(case_id, text, doubts_of(problems))

        self._bench.look_over(case_id, text, done)
