"""An open profile: the encrypted store with the rules and data it works by."""

import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import Connection, Engine

from console.app.laws import fingerprint, laws_of
from console.app.pinning import PinBook
from console.cache import walk_state
from console.cache.accounts import adopt, roles_in_force, split_grants
from console.cache.clock_watch import ClockWatch
from console.cache.database import read_engine
from console.cache.errors import NoStoreError, SignInNeededError, StoreError
from console.cache.intake import Intake
from console.cache.key_note import note_of
from console.cache.keys import KeyFile, KeySource, SystemKeyring
from console.cache.lockfile import InstanceLock
from console.cache.opening import OpenedStore, open_store
from console.cache.projector import Projector
from console.cache.queries import Queries
from console.cache.rebuild import follow_laws, remake
from console.cache.rules import CatalogRules
from console.cache.signers import has_pins
from console.cache.store import Store
from console.domain.clock import Clock
from console.domain.officer import Officer
from console.domain.survey import SurveyIntake
from console.runtime.clock import SystemClock
from console.runtime.profile import Profile, default_root, open_profile
from console.runtime.resources import (
    TriageOnDemand,
    load_calendar,
    load_catalog,
    load_confidentiality,
    load_roles,
    load_survey_reader,
    load_thanks,
    load_zalo_rules,
    overlaid_calendar,
    overlaid_catalog,
)
from console.runtime.settings import (
    DamagedSettingsError,
    Settings,
    load_settings,
    recover_settings,
    save_settings,
)


@dataclass(slots=True)
class Workspace:
    """What every command works with. Made by ``open_workspace``; ``store`` belongs to whoever runs it."""

    profile: Profile
    settings: Settings
    clock: Clock
    opened: OpenedStore
    store: Store
    rules: CatalogRules
    intake: Intake
    machine: str
    pins: PinBook
    clock_watch: ClockWatch
    notices: list[str] = field(default_factory=list)
    """What whoever opened it must be told, in Vietnamese."""
    _readers: list[Engine] = field(default_factory=list)

    def reader(self) -> Callable[[], AbstractContextManager[Connection]]:
        """Return a way to one more read-only connection, for one thread."""
        engine = read_engine(self.profile.database, self.opened.key)
        self._readers.append(engine)
        return engine.connect

    def queries(self, officer: Officer) -> Queries:
        """Return the reads of one officer on a connection of their own."""
        return Queries(self.reader(), officer, self.rules, self.clock)

    def take_readers(self) -> list[Engine]:
        """Hand over the read connections that were made so far, to be closed by whoever asks."""
        readers, self._readers = self._readers, []
        return readers

    def close(self) -> None:
        """Close every connection."""
        for engine in [*self._readers, self.opened.engine]:
            engine.dispose()


def key_source(profile: Profile, key_file: Path | None) -> KeySource:
    """Return where the store's key is kept: a file that was named, the demo's own, else the system's keyring.

    Raises:
        SignInNeededError: it is kept under passwords; ``console.app.signing_in`` and ``console.app.terminal`` ask for one.

    """
    if key_file is not None:
        return KeyFile(key_file)
    if profile.is_demo:
        return KeyFile(profile.demo_key, may_create=True)
    if has_pins(profile.database):
        raise SignInNeededError
    return SystemKeyring()


def load_rules(unit_tree: str = "2022", laws: Mapping[str, str] | None = None) -> CatalogRules:
    """Read and check the data files; ``laws`` are the texts of a profile's own clocks and holidays, by file name."""
    if laws:
        catalog, calendar = overlaid_catalog(laws, unit_tree), overlaid_calendar(laws)
    else:
        catalog, calendar = load_catalog(unit_tree=unit_tree), load_calendar()
    return CatalogRules(
        catalog,
        calendar,
        TriageOnDemand(unit_tree),
        load_zalo_rules(),
        load_roles(),
        load_confidentiality(unit_tree=unit_tree),
    )


@contextmanager
def open_workspace(
    root: Path | None,
    key_file: Path | None = None,
    *,
    demo: bool = False,
    clock: Clock | None = None,
    must_exist: bool = False,
    source: KeySource | None = None,
) -> Iterator[Workspace]:
    """Open a profile for this process alone and close it at the end.

    Args:
        root: folder of the profile; the system's default when ``None``.
        key_file: key of the store instead of the keyring.
        demo: a profile of invented data.
        clock: the machine's clock when ``None``.
        must_exist: refuse a place without a store instead of making one, so that a mistyped folder is not called sound.
        source: where the key is when a password has opened it already.

    Raises:
        StoreError, ProfileError, SettingsError, CatalogError: with Vietnamese words; nothing stored was changed.

    """
    if must_exist:
        need_store(root)
    profile = open_profile(root, demo=demo or is_demo(root))
    with InstanceLock(profile.lock) as lock:
        try:
            settings, damage = load_settings(profile.settings), None
        except DamagedSettingsError as error:
            settings, damage = Settings(), error
        found = source or key_source(profile, key_file)
        workspace = make_workspace(
            profile, settings, clock or SystemClock(), found, check=lock.unclean, damage=damage
        )
        try:
            note_settings(workspace.store, profile.settings)
            _note_time(workspace)
            yield workspace
        finally:
            note_settings(workspace.store, profile.settings)
            _note_time(workspace)
            workspace.close()


def _note_time(workspace: Workspace) -> None:
    """Let the log hear of a clock that went back. Where the store takes nothing now, the next look finds the same."""
    with suppress(StoreError):
        workspace.clock_watch.look(workspace.store)


def note_settings(store: Store, path: Path) -> None:
    """Keep the text of the settings file in the store, and so in every backup; nothing secret is in it.

    Where the store takes nothing now, what it kept before stays; opening and closing go on.
    """
    try:
        text = path.read_text("utf-8")
        with store.read() as connection:
            known = walk_state.state(connection, walk_state.SETTINGS)
        if text != known:
            with store.write() as tx:
                walk_state.set_state(tx.connection, walk_state.SETTINGS, text)
    except (OSError, UnicodeDecodeError, StoreError):
        return


def need_store(root: Path | None) -> None:
    """Check that a profile holds a store, or the note of one that is gone, before anything is made there.

    Raises:
        NoStoreError: neither is there; nothing was made.

    """
    profile = Profile((root or default_root()).expanduser().absolute())
    if profile.root.is_file():
        return  # open_profile says so
    if not (profile.database.exists() or note_of(profile.database).exists()):
        raise NoStoreError(str(profile.root))


def is_demo(root: Path | None) -> bool:
    """Return whether a folder is a demo profile, so that ``verify --profile`` works on one without being told."""
    return root is not None and (root / "DEMO").exists()


def make_workspace(
    profile: Profile,
    settings: Settings,
    clock: Clock,
    source: KeySource,
    *,
    check: bool = False,
    damage: DamagedSettingsError | None = None,
) -> Workspace:
    """Open the store of a profile that is already locked; a settings file with ``damage`` is recovered first."""
    opened = open_store(profile.database, source, clock.now_ms(), check=check)
    notices: list[str] = []
    if damage is not None:
        settings, words = _recovered(opened, profile.settings, damage)
        notices.append(words)
    with opened.engine.connect() as connection:
        laws, told = laws_of(connection, profile.root / "data")
    notices += told
    rules = load_rules(settings.unit_tree.value, laws)
    machine = socket.gethostname()
    unit = settings.unit or rules.catalog.default_desk().code
    store = Store(opened.engine, clock, Projector(rules), machine)
    if not _remade(store, fingerprint(laws)):
        notices.append(
            "Các bảng do bản chương trình trước dựng; mọi tin và sự kiện còn nguyên. Thời hạn ở hàng đợi có thể theo cách tính "
            "cũ: lúc vắng việc, đóng chương trình rồi chạy console rebuild."
        )
    adopt(store)
    split_grants(store)
    with store.read() as connection:
        rules = replace(rules, roles=roles_in_force(connection, rules.roles))
    intake = Intake(
        unit,
        load_thanks().is_mere_thanks,
        survey=SurveyIntake(rules.catalog.survey_rules, load_survey_reader().read),
        is_emergency=rules.is_emergency,
    )
    return Workspace(
        profile,
        settings,
        clock,
        opened,
        store,
        rules,
        intake,
        machine,
        PinBook(profile, clock),
        ClockWatch(clock),
        notices,
    )


def _remade(store: Store, laws: str) -> bool:
    """Return whether the projections are this program's, by the rules in force; others are made anew where that is quick."""
    try:
        return remake(store) and follow_laws(store, laws)
    except StoreError:
        return False  # the rows of before are all there, and what is wrong with the disk is told when the next message comes


def _recovered(opened: OpenedStore, path: Path, damage: DamagedSettingsError) -> tuple[Settings, str]:
    """Go back to the settings before a damaged file, from beside it or from the store; return them and what is told of it."""
    try:
        with opened.engine.connect() as connection:
            kept = walk_state.state(connection, walk_state.SETTINGS)
        before = recover_settings(path, kept)
    except BaseException:
        opened.engine.dispose()
        raise
    bad = path.with_name(path.name + ".bad").name
    if before is not None:
        return before, (
            f"Tệp cài đặt bị hỏng nên đã lấy lại bản cài đặt trước đó; dữ liệu và tin không ảnh hưởng. Bản hỏng giữ ở {bad}. "
            f"Mở Cài đặt để kiểm tra lại. ({damage.what})"
        )
    save_settings(path, Settings())
    return Settings(), (
        f"Tệp cài đặt bị hỏng và không có bản trước đó nên dùng cài đặt mặc định; dữ liệu đã lưu không ảnh hưởng. Bản hỏng giữ "
        f"ở {bad}. Cần nối lại OA: console connect. ({damage.what})"
    )
