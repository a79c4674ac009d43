"""The demo without a screen: the same window and workers offscreen, with a rehearsed officer, ending in one JSON line."""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QTimer

from console.actions import claims, classification, replies, viewing
from console.actions.desk import ActionError, Desk
from console.app.maintenance import verify
from console.cache.views import ChangeSet, Health
from console.domain.case import Case, ReplyState

STEP_MS = 700
LAST_REPLY_MS = 4_000
"""The rehearsed officer writes no new reply this close to the end, so that the last one can be confirmed."""
PATIENCE_MS = 60_000
"""A machine that is busy with other things gets so much longer until the first reply is confirmed."""
GREETING = "XN_CHUNG"


@dataclass(slots=True)
class Report:
    """The JSON line. Times are UTC ms; ``linked_at`` is the last walk that was linked, 0 for none."""

    messages: int = 0
    cases: int = 0
    replies_queued: int = 0
    replies_sent: int = 0
    replies_unknown: int = 0
    linked_at: int = 0
    verified: bool = False
    errors: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Return whether the demo showed what it is there to show."""
        return self.messages > 0 and self.replies_sent > 0 and self.linked_at > 0 and self.verified


def run_headless(seconds: float, *, speed: float, profile: Path | None) -> int:
    """Run the demo and print the report; exit code 0 only if it is good.

    It runs for ``seconds``; where no reply was confirmed by then, or no walk linked, it goes on until both are, ``PATIENCE_MS``
    at most.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from console.app.demo_profile import demo_workspace
    from console.app.desktop import make_app, open_console

    app = make_app()
    report = Report()
    with _folder(profile) as folder, demo_workspace(folder, speed) as workspace:
        with open_console(app, workspace) as console:
            console.window.show()
            officer = Rehearsal(console.desk, report)
            console.bench.news.changed.connect(officer.note)
            clock = QElapsedTimer()
            clock.start()
            last_ms = round(seconds * 1000)

            written_ms = 0

            def step() -> None:
                nonlocal written_ms
                now_ms = clock.elapsed()
                confirmed = officer.confirmed and console.bench.queries.health().linked_at > 0
                if over(now_ms, last_ms, written_ms, confirmed=confirmed):
                    app.quit()
                elif now_ms < last_ms - LAST_REPLY_MS or not officer.confirmed:
                    written_ms = now_ms
                    console.store_runner.run(officer.step, officer.told)

            timer = QTimer(console.controller)
            timer.timeout.connect(step)
            timer.start(STEP_MS)
            QTimer.singleShot(last_ms, console.controller, step)
            app.exec()
            timer.stop()
            for duty in console.duties.values():
                duty.stop(10)
            _count(report, console.bench.queries.health())
            report.errors += console.troubles
        _read(report, workspace.store.engine)
        found = verify(workspace)
        report.verified = found.ok
        if not found.ok:
            report.errors.append(found.words())
    print(json.dumps(asdict(report), ensure_ascii=False), flush=True)
    return 0 if report.good else 1


def over(now_ms: int, last_ms: int, written_ms: int, *, confirmed: bool) -> bool:
    """Return whether the demo ends: its time is up, and its story is whole or has had patience enough.

    Args:
        now_ms: since it began.
        last_ms: how long it is to run.
        written_ms: when the officer last had a chance to write; that reply is to be confirmed, too.
        confirmed: whether a reply was, and whether the inbox was read without a gap.

    """
    whole = confirmed and now_ms >= written_ms + LAST_REPLY_MS
    return now_ms >= last_ms and (whole or now_ms >= last_ms + PATIENCE_MS)


@contextmanager
def _folder(profile: Path | None) -> Iterator[Path]:
    if profile is not None:
        yield profile
        return
    with tempfile.TemporaryDirectory(prefix="ban-truc-demo-") as folder:
        yield Path(folder) / "profile"


class Rehearsal:
    """An officer who takes the most urgent case, confirms what it is and answers with the approved receipt.

    An answer that was stopped because the citizen wrote meanwhile (features F-02) is given again, the new words read.
    """

    def __init__(self, desk: Desk, report: Report) -> None:
        """Take the desk to work at and the report to fill."""
        self._desk = desk
        self._report = report
        self._taken: list[str] = []
        self.confirmed = False
        """Whether Zalo has confirmed one of the answers."""

    def step(self) -> bool:
        """Handle one case on the store's thread; return whether there was one."""
        desk = self._desk
        self.confirmed = self.confirmed or self._answered()
        stopped = self._stopped()
        if stopped is not None:
            self._answer(stopped)
            return True
        done = claims.claim_next(desk)
        if done is None:
            return False
        self._taken.append(done.case_id)
        # Without a suggestion a person would look; the receipt goes out all the same.
        with suppress(ActionError):
            classification.confirm_suggestion(desk, done.case_id)
        self._answer(self._case(done.case_id))
        return True

    def _answered(self) -> bool:
        return any(
            reply.state is ReplyState.SENT for case in map(self._case, self._taken) for reply in case.replies
        )

    def _stopped(self) -> Case | None:
        cases = (self._case(case_id) for case_id in self._taken)
        return next(
            (case for case in cases if case.replies and case.replies[-1].state is ReplyState.CANCELLED), None
        )

    def _case(self, case_id: str) -> Case:
        with self._desk.store.read() as connection:
            case = self._desk.store.projector.case(connection, case_id)
        assert case is not None
        return case

    def _answer(self, case: Case) -> None:
        # What came in late with an old time counts as unread until it was looked at, and stops the answer (F-02).
        viewing.view(self._desk, case.case_id, case.last_inbound_id)
        text = self._desk.catalog.canned[GREETING].text
        replies.queue_reply(
            self._desk,
            case.case_id,
            case.conversation_id,
            text,
            seen_message_id=case.last_inbound_id,
            canned_code=GREETING,
            hold_ms=0,
        )
        self._report.replies_queued += 1

    def told(self, result: object) -> None:
        """Keep an unexpected error for the report; an officer's refusal is none."""
        error = getattr(result, "error", None)
        if error is not None and not isinstance(error, ActionError):
            self._report.errors.append(f"{type(error).__name__}: rehearsal")

    def note(self, _changes: ChangeSet) -> None:
        """Hear of changes, as a window does."""


def _count(report: Report, health: Health) -> None:
    report.linked_at = health.linked_at
    report.replies_unknown = health.unknown


def _read(report: Report, engine: object) -> None:
    with engine.connect() as connection:  # type: ignore[attr-defined]
        one = connection.exec_driver_sql
        report.messages = one("SELECT count(*) FROM message WHERE direction = 'in'").scalar_one()
        report.cases = one("SELECT count(*) FROM case_file").scalar_one()
        report.replies_sent = one("SELECT count(*) FROM reply WHERE state = 'sent'").scalar_one()
