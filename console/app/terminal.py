"""Signing in at a terminal: the commands ask for a password there and never take one as an argument (threats T04)."""

import getpass
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from console.actions import sitting
from console.actions.packing import phrase_trouble
from console.app.maintenance import MaintenanceError
from console.app.officers import load_officers
from console.app.pinning import PinBook, Unlocked
from console.app.seating import give_pin, seat
from console.app.workspace import Workspace, is_demo, open_workspace
from console.cache.errors import SignInNeededError, StoreError
from console.cache.keys import KeySource
from console.domain.officer import Officer
from console.domain.pass_phrase import PassPhrase, taken
from console.runtime.clock import SystemClock
from console.runtime.profile import Profile, default_root

Ask = Callable[[str], str]


def ask_hidden(question: str) -> str:
    """Ask on the terminal without showing what is typed; a line of standard input where there is no terminal."""
    if sys.stdin.isatty():
        return getpass.getpass(question)
    print(question, end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().rstrip("\n")


def unlock_source(
    root: Path | None, key_file: Path | None, officer_id: str, ask: Ask | None = None
) -> Unlocked | None:
    """Return the key as a password opens it, or ``None`` where the profile opens without one.

    Raises:
        SignInNeededError: nobody was named.
        StoreError: as ``PinBook.unlock``.

    """
    if key_file is not None or is_demo(root):
        return None
    book = PinBook(Profile(root or default_root()), SystemClock())
    if not book.in_use:
        return None
    if not officer_id:
        raise SignInNeededError
    return book.unlock(officer_id, (ask or ask_hidden)(f"PIN của {officer_id}: "))


@contextmanager
def signed_workspace(
    root: Path | None,
    key_file: Path | None,
    officer_id: str,
    ask: Ask | None = None,
    *,
    must_exist: bool = False,
) -> Iterator[Workspace]:
    """Open a profile for a command, by a password where it has some; the log tells who signed in."""
    unlocked = unlock_source(root, key_file, officer_id, ask)
    if unlocked is not None and unlocked.once:
        print("PIN này chỉ dùng một lần: đặt PIN của riêng mình để tiếp tục.", file=sys.stderr)
        unlocked = replace(unlocked, new_pin=ask_twice(officer_id, ask or ask_hidden))
    source: KeySource | None = unlocked
    with open_workspace(root, key_file, source=source, must_exist=must_exist) as workspace:
        for notice in workspace.notices:
            print(notice, file=sys.stderr)
        if unlocked is None:
            yield workspace
            return
        officer = seat(workspace, unlocked, "start")
        try:
            yield workspace
        finally:
            with suppress(StoreError):  # what the store takes no more, the next start notes
                sitting.sign_out(workspace.store, officer, "close")


def set_pin(
    root: Path | None, key_file: Path | None, officer_id: str, by: str, ask: Ask | None = None
) -> None:
    """Ask for an officer's new password twice and keep it.

    Args:
        root: folder of the profile.
        key_file: key of the store, where it was made with a key file.
        officer_id: whose password.
        by: who signs in for it; "" is the officer himself, with his old one.
        ask: asks without showing what is typed; on the terminal when ``None``.

    Raises:
        MaintenanceError, ActionError, StoreError: nothing was changed.

    """
    with signed_workspace(root, key_file, by or officer_id, ask) as workspace:
        known = load_officers(workspace)
        if officer_id not in known:
            raise MaintenanceError(f"Không có cán bộ {officer_id!r} trong kho. Chưa đổi gì.")
        signed = key_file is None and workspace.pins.in_use
        signer: Officer | None = known.get(by or officer_id) if signed else None
        ask = ask or ask_hidden
        first = not workspace.pins.in_use
        pin = ask_twice(officer_id, ask)
        give_pin(workspace, signer, officer_id, pin)
        book = workspace.pins
    if first and key_file is None:
        # The next opening moves the store to the key that this password wraps.
        with open_workspace(root, source=book.unlock(officer_id, pin)):
            pass


def ask_twice(officer_id: str, ask: Ask) -> str:
    """Ask for a new password twice and return it. Raises ``MaintenanceError`` where they differ."""
    pin = ask(f"PIN mới của {officer_id}: ")
    if ask("Nhập lại PIN mới: ") != pin:
        raise MaintenanceError("Hai lần nhập không giống nhau. Chưa đổi gì.")
    return pin


def ask_phrase(ask: Ask | None = None) -> PassPhrase:
    """Ask twice for the pass phrase of an export file. Raises ``MaintenanceError``: too easy, or the two differ."""
    ask = ask or ask_hidden
    typed = ask("Mật khẩu mở tệp xuất: ")
    trouble = phrase_trouble(typed)
    if trouble is not None:
        raise MaintenanceError(f"{trouble}. Chưa xuất gì.")
    if ask("Nhập lại mật khẩu: ") != typed:
        raise MaintenanceError("Hai lần nhập không giống nhau. Chưa xuất gì.")
    return taken(typed)
