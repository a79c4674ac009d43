"""One signed-in officer's console: local reads on the UI thread, everything else on workers, answers through the bridge."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QImage

from console.actions.desk import ActionError, Desk
from console.actions.packing import Package
from console.actions.proofreading import Proofreader
from console.actions.searching import identifier_of, note_search
from console.actions.viewing import note_hits
from console.app.error_words import said_error
from console.app.pictures import Pictures
from console.app.rulebook import Rulebook
from console.app.seating import give_pin, issue_pin
from console.app.workspace import Workspace, note_settings
from console.cache import media_queue
from console.cache.errors import OncePinError, PinError, StoreError
from console.cache.queries import Queries
from console.cache.views import CaseDetail, ChangeSet, Found
from console.domain.canned import Problem
from console.domain.catalog import Catalog
from console.domain.clock import Clock
from console.domain.figures import Statistics
from console.domain.national import FieldValue
from console.domain.officer import Officer, Permission
from console.domain.pass_phrase import PassPhrase
from console.domain.period import Period
from console.runtime.bridge import Bridge
from console.runtime.duty import Duty
from console.runtime.i18n import tr
from console.runtime.jobs import Err, Ok, Runner
from console.runtime.parts import PartBoard, PartState
from console.runtime.settings import Settings, SettingsError, save_settings
from console.ui.desk.workbench import News, SetUp

if TYPE_CHECKING:  # reports are read when the first one is asked for, the gateway where an OA is connected
    from console.app.connecting import Reconnection
    from console.app.reporting import Prepared
    from console.reports.writing import Written

T = TypeVar("T")
_SEATS = frozenset({"officers", "roles"})
"""Topics of the log after which it is read anew who sits here and what he may do."""


class LocalWorkbench:
    """Implements ``ui.desk.workbench.Workbench`` over a workspace of this machine."""

    def __init__(
        self,
        workspace: Workspace,
        desk: Desk,
        store_runner: Runner,
        reader_runner: Runner,
        bridge: Bridge,
        pictures: Pictures,
        duties: Mapping[str, Duty],
        board: PartBoard | None = None,
        reconnection: "Reconnection | None" = None,
        look_for: Callable[[str], None] = lambda _reply_id: None,
    ) -> None:
        """Take the opened profile, who works, the runners, the gateway's lanes to wake, and how all parts are.

        ``reconnection`` is ``None`` where no OA was ever connected; ``look_for`` has an unknown reply looked for at once.
        """
        self._workspace = workspace
        self._desk = desk
        self._store_runner = store_runner
        self._reader_runner = reader_runner
        self._bridge = bridge
        self._pictures = pictures
        self._duties = duties
        self._board = board
        self._reconnection = reconnection
        self._look_for = look_for
        self._queries = workspace.queries(desk.officer)
        self._search_queries = workspace.queries(desk.officer)
        self._report_reader = workspace.reader()
        self._proofreader = Proofreader(self._report_reader)
        self._look_number = 0
        self._search_number = 0
        self._hits_noted: set[str] = set()
        self._searched_for = ""
        self._news = News()
        pictures.ready.connect(self._news.thumbnail_ready)
        self._listener = bridge.on_ui(self._changed)
        workspace.store.on_change(self._listener)
        self._left = False

    def _changed(self, changes: ChangeSet) -> None:
        if self._left:
            return
        if changes.topics & _SEATS:
            self._reseat()
        self._news.changed.emit(changes)

    def close(self) -> None:
        """Hear of nothing any more: the officer has left this seat."""
        self._left = True
        self._workspace.store.off_change(self._listener)

    def _reseat(self) -> None:
        """Take the officer's account and the matrix of roles as they are now; a disabled officer may do nothing more."""
        before = self._desk
        roles = self._queries.role_matrix()
        officer = self._queries.account(before.officer.officer_id) or replace(before.officer, roles=())
        for queries in (self._queries, self._search_queries):
            queries.reseat(officer, roles)
        self._workspace.rules = self._workspace.rules.with_roles(roles)
        self._desk = replace(before, officer=officer, rules=before.rules.with_roles(roles))

    @property
    def desk(self) -> Desk:
        """Return the officer with what he may do now."""
        return self._desk

    @property
    def officer(self) -> Officer:
        """Return who is signed in."""
        return self._desk.officer

    @property
    def catalog(self) -> Catalog:
        """Return the data files."""
        return self._workspace.rules.catalog

    @property
    def clock(self) -> Clock:
        """Return the machine's clock."""
        return self._workspace.clock

    @property
    def queries(self) -> Queries:
        """Return the reads for the UI thread."""
        return self._queries

    @property
    def news(self) -> News:
        """Return what reaches the window from workers."""
        return self._news

    @property
    def machine(self) -> str:
        """Return this PC's name."""
        return self._workspace.machine

    @property
    def rehearsal(self) -> str:
        """Return what the demo's striped frame says, or ""."""
        return "TRÌNH DIỄN – dữ liệu bịa, không nối với Zalo" if self._workspace.profile.is_demo else ""

    def act(
        self, work: Callable[[Desk], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Run an action on the store's thread; answer on the UI thread."""
        self._run(self._store_runner, work, done, failed)

    def beside(
        self, work: Callable[[Desk], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        """Run long work that leaves the store alone on the reader's thread; answer on the UI thread."""
        self._run(self._reader_runner, work, done, failed)

    def _run(
        self,
        runner: Runner,
        work: Callable[[Desk], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        def deliver(result: Ok[T] | Err) -> None:
            if isinstance(result, Ok):
                done(result.value)
            elif isinstance(result.error, Exception):
                failed(result.error)
            else:
                raise result.error

        runner.run(lambda: work(self._desk), deliver)

    def look_over(self, case_id: str, text: str, done: Callable[[tuple[Problem, ...]], None]) -> None:
        """Look a reply over on the reader's thread; only the newest text is answered."""
        self._look_number += 1
        number = self._look_number

        def work() -> tuple[Problem, ...]:
            if number != self._look_number:
                return ()
            return self._proofreader.look(self._desk, case_id, text)

        def deliver(result: Ok[tuple[Problem, ...]] | Err) -> None:
            # What could not be looked over now is looked over when it is to be sent; then it is said.
            if number == self._look_number and isinstance(result, Ok):
                done(result.value)

        self._reader_runner.run(work, deliver)

    def search(self, words: str, done: Callable[[Found], None], *, newest: bool = False) -> None:
        """Search on the reader's thread; only the newest search is answered."""
        self._search_number += 1
        number = self._search_number

        def deliver(result: Ok[Found] | Err) -> None:
            if number != self._search_number:
                return
            if isinstance(result, Ok):
                self._show_hits(result.value, lambda: number == self._search_number, done)
            else:
                self._news.trouble.emit(
                    tr("Chưa tìm được: kho dữ liệu đang bận hoặc có lỗi. Tin đã lưu vẫn an toàn.")
                )

        def find(_noted: None = None) -> None:
            self._reader_runner.run(lambda: self._search_queries.find(words, newest=newest), deliver)

        digits = identifier_of(words)
        if not digits or digits == self._searched_for:
            find()
            return

        def noted(result: Ok[None] | Err) -> None:
            if isinstance(result, Ok):
                self._searched_for = digits
                find()
            else:
                # What could not be written down is not looked for.
                self._news.trouble.emit(
                    tr(
                        "Chưa tìm theo số: không ghi được nhật ký nên không hiện gì. Thử lại, rồi báo quản trị."
                    )
                )

        self._store_runner.run(lambda: note_search(self._desk, words), noted)

    def _show_hits(self, found: Found, still: Callable[[], bool], done: Callable[[Found], None]) -> None:
        """Hand over what was found when the log has whose words are about to be shown; once a case in a sitting."""
        new = {hit.case_id for hit in found.hits if hit.text} - self._hits_noted
        if not new:
            done(found)
            return

        def noted(result: Ok[None] | Err) -> None:
            if isinstance(result, Ok):
                self._hits_noted |= new
                if still():
                    done(found)
            else:
                self._news.trouble.emit(
                    tr(
                        "Chưa hiện kết quả tìm: không ghi được nhật ký nên không hiện gì. Thử lại, rồi báo quản trị."
                    )
                )

        self._store_runner.run(lambda: note_hits(self._desk, sorted(new)), noted)

    def thumbnail(self, file_id: str, width: int, height: int) -> QImage | None:
        """Return a small picture if it is ready; else it is being made."""
        return self._pictures.thumbnail(file_id, width, height)

    @property
    def settings(self) -> Settings:
        """Return the settings as they are stored."""
        return self._workspace.settings

    def keep_settings(self, settings: Settings) -> None:
        """Store other settings; say so where the file cannot be written."""
        workspace = self._workspace
        workspace.settings = settings
        try:
            save_settings(workspace.profile.settings, workspace.settings)
        except SettingsError as error:
            self._news.trouble.emit(str(error))
            return
        path = workspace.profile.settings
        self._store_runner.run(lambda: note_settings(workspace.store, path), lambda _done: None)

    def poll_now(self) -> None:
        """Let every lane of the gateway come round at once."""
        for duty in self._duties.values():
            duty.wake()

    @property
    def parts(self) -> tuple[PartState, ...]:
        """Return the parts behind the window that are not well."""
        return self._board.states() if self._board is not None else ()

    @property
    def setup(self) -> SetUp:
        """Return whether the console is still to be set up, and by whom."""
        connected = self._reconnection is not None
        if connected and (self.officer.may(Permission.ADMINISTER) or self._workspace.profile.is_demo):
            return SetUp.DONE
        if self._queries.may_set_up():
            return SetUp.OPEN
        return SetUp.DONE if connected else SetUp.DENIED

    def consent_link(self) -> str:
        """Return a new consent link for the OA, or "" where the profile does not know enough for one."""
        reconnection = self._reconnection
        return reconnection.link() if reconnection is not None and reconnection.possible else ""

    def consent(self, pasted: str, done: Callable[[str], None]) -> None:
        """Take the answer to the newest link; tell "" or what is wrong. Beside the store's thread: it waits for Zalo."""
        reconnection = self._reconnection
        assert reconnection is not None

        def deliver(result: Ok[str] | Err) -> None:
            if isinstance(result, Err):
                done(tr("Chưa lưu được quyền mới: kho dữ liệu có lỗi. Thử lại với liên kết mới."))
                return
            if not result.value:
                self.poll_now()
            done(result.value)

        officer = self.officer
        self._reader_runner.run(lambda: reconnection.answer(pasted, officer), deliver)

    def approval_reason(self, detail: CaseDetail) -> str:
        """Return why a reply in this case waits for a second officer, or ""."""
        priority = detail.case.priority or (detail.suggestion.priority if detail.suggestion else "")
        rule = self._desk.policy.approval_for(detail.case, priority, self._desk.officer, None, "")
        return rule.reason_vi if rule is not None else ""

    def look_for_reply(self, reply_id: str) -> None:
        """Have an unknown reply looked for in its conversation now."""
        self._look_for(reply_id)
        if "sender" in self._duties:
            self._duties["sender"].wake()

    def fetch_again(self, message_id: str, number: int) -> None:
        """Try a lost attachment once more."""

        def queue() -> None:
            with self._workspace.store.write() as tx:
                media_queue.try_again(tx.connection, message_id, number, tx.now_ms)

        def wake(_result: Ok[None] | Err) -> None:
            if "media" in self._duties:
                self._duties["media"].wake()

        self._store_runner.run(queue, wake)

    def statistics(self, period: Period, unit: str, done: Callable[[Statistics], None]) -> None:
        """Count on the reader's thread what this officer may know of."""
        from console.reports.facts import read_statistics

        desk, now_ms = self._desk, self._workspace.clock.now_ms()

        def work() -> Statistics:
            with self._report_reader() as connection:
                return read_statistics(connection, desk.rules, desk.sight, period, now_ms, unit)

        def deliver(result: Ok[Statistics] | Err) -> None:
            if isinstance(result, Ok):
                done(result.value)
            else:
                self._news.trouble.emit(
                    tr("Chưa đọc được số liệu: kho đang bận hoặc có lỗi. Tin đã lưu vẫn an toàn.")
                )

        self._reader_runner.run(work, deliver)

    def take_report(
        self,
        report: str,
        form: str,
        period: Period,
        unit: str,
        reason: str,
        folder: Path,
        done: Callable[[str, str], None],
        failed: Callable[[str], None],
        *,
        remarks: tuple[str, ...] = (),
        phrase: PassPhrase | None = None,
        shift: str = "",
        number: str = "",
    ) -> None:
        """Render on the reader's thread, note on the store's, then write on the reader's."""
        from console.app.report_parts import ReportError
        from console.app.reporting import Report, Wish, note, prepare, put

        desk, clock = self._desk, self._workspace.clock
        wish = Wish(Report(report), form, reason, period, unit, number, remarks, phrase, shift)

        def tell(error: Exception | BaseException) -> None:
            known = isinstance(error, ReportError | ActionError | StoreError)
            failed(
                said_error(error)
                if known
                else tr("Chưa xuất được báo cáo: có lỗi trong chương trình. Chưa ghi tệp nào.")
            )

        def rendered(result: "Ok[Prepared] | Err") -> None:
            if isinstance(result, Err):
                tell(result.error)
                return
            prepared = result.value
            self._store_runner.run(lambda: note(desk, prepared), noted)

        def noted(result: "Ok[Prepared] | Err") -> None:
            if isinstance(result, Err):
                tell(result.error)
                return
            ready = result.value
            self._reader_runner.run(lambda: put(ready, folder), written)

        def written(result: "Ok[Written] | Err") -> None:
            if isinstance(result, Err):
                tell(result.error)
            else:
                done(result.value.path.name, result.value.sha256)

        self._reader_runner.run(lambda: prepare(desk, clock, self._report_reader, wish), rendered)

    def with_papers(self, desk: Desk, package: Package) -> Package:
        """Return a packet for the investigation body with its papers printed; call it inside ``beside``."""
        from console.app.packet import with_papers

        return with_papers(desk, self._workspace.reader(), package)

    def register_fields(self, desk: Desk, case_id: str) -> tuple[FieldValue, ...]:
        """Return the register's fields of a case; on the store's thread, right after the look was noted."""
        from console.app.national import register_fields

        return register_fields(desk, case_id)

    @property
    def rulebook(self) -> Rulebook:
        """Return the rules of the house and what may be done to them."""
        return Rulebook(self._workspace)

    @property
    def uses_pins(self) -> bool:
        """Return whether officers have PINs at this console; without them only who is signed in can sign."""
        return self._workspace.pins.in_use

    def verify_pin(self, officer_id: str, pin: str) -> bool:
        """Return whether it is this officer who signs: without PINs, whoever is signed in here and nobody else.

        Raises:
            StoreError: too many wrong ones, or the PIN cannot be checked; nobody has signed.

        """
        pins = self._workspace.pins
        if not pins.in_use:
            return officer_id == self.officer.officer_id
        try:
            unlocked = pins.unlock(officer_id, pin)
        except PinError:
            return False
        if unlocked.once:
            raise OncePinError  # whoever gave it knows it
        return True

    def give_pin(
        self, pin: str, old: str, done: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None:
        """Give who is signed in another PIN, or the first; ``old`` is checked where there is one. On the store's thread."""

        def work(desk: Desk) -> None:
            me = desk.officer
            pins = self._workspace.pins
            if me.officer_id in {one.officer_id for one in pins.signers()}:
                pins.unlock(me.officer_id, old)
            give_pin(self._workspace, me if pins.in_use else None, me.officer_id, pin)

        self.act(work, lambda _none: done(), failed)

    def issue_pin(
        self,
        officer_id: str,
        reason: str,
        done: Callable[[str], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Give another officer a PIN for one sign-in, and tell it once. On the store's thread."""
        self.act(lambda desk: issue_pin(self._workspace, desk.officer, officer_id, reason), done, failed)

    def pin_holders(self) -> dict[str, bool]:
        """Return who has a PIN, and whether it is for one sign-in."""
        pins = self._workspace.pins
        once = pins.once()
        return {one.officer_id: one.officer_id in once for one in pins.signers()}

    @property
    def has_pin(self) -> bool:
        """Return whether who is signed in has a PIN."""
        return self.officer.officer_id in {one.officer_id for one in self._workspace.pins.signers()}
