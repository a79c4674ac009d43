"""Who sits down at an open profile: the officer whose password opened it, told to the log."""

import secrets
from dataclasses import replace
from functools import partial

from console.actions import sitting
from console.app.officers import ensure_officer, load_officers
from console.app.pinning import Unlocked
from console.app.workspace import Workspace
from console.cache.errors import OncePinError, PinError
from console.domain.officer import Officer
from console.domain.pin import ONCE_DIGITS, SHORTEST, all_alike, in_a_row
from console.runtime.settings import save_settings


def seat(workspace: Workspace, unlocked: Unlocked, how: str) -> Officer:
    """Return the officer who signed in, after the log was told.

    Raises:
        PinError: he no longer works here; his password opens nothing any more, where others have one.
        OncePinError: his password was for one sign-in and he chose no other one.

    """
    officer = load_officers(workspace).get(unlocked.officer_id)
    if officer is None:
        raise PinError(unlocked.officer_id)
    if unlocked.once:
        if not unlocked.new_pin:
            raise OncePinError
        give_pin(workspace, officer, officer.officer_id, unlocked.new_pin)
    sitting.sign_in(workspace.store, officer, how, unlocked.wrong)
    drop_leavers(workspace)
    workspace.pins.name_signers(workspace.store)
    return officer


def first_officer(workspace: Workspace, unlocked: Unlocked | None) -> Officer:
    """Return who sits here at the start: who signed in, or as ``ensure_officer`` where the profile has no passwords."""
    if unlocked is None:
        return ensure_officer(workspace)
    officer = seat(workspace, unlocked, "start")
    if workspace.settings.officer != officer.officer_id:
        workspace.settings = replace(workspace.settings, officer=officer.officer_id)
        save_settings(workspace.profile.settings, workspace.settings)
    return officer


def drop_leavers(workspace: Workspace) -> None:
    """Destroy the passwords of accounts that were disabled (T03): they must open nothing, not even a copy of the folder."""
    active = load_officers(workspace)
    for signer in workspace.pins.signers():
        if signer.officer_id not in active:
            unit = signer.unit or workspace.rules.catalog.default_desk().code
            gone = Officer(signer.officer_id, signer.name, unit)
            sitting.remove_pin(workspace.store, gone, partial(workspace.pins.remove, gone.officer_id))


def issue_pin(workspace: Workspace, signer: Officer, officer_id: str, reason: str) -> str:
    """Give another officer a password for one sign-in, and return it; it is kept nowhere.

    Raises:
        ActionError, StoreError: nothing was changed.

    """
    sitting.require_for_another(signer, officer_id, in_use=workspace.pins.in_use)
    pin = one_time_pin()
    give_pin(workspace, signer, officer_id, pin, once=True, reason=reason)
    return pin


def one_time_pin() -> str:
    """Return digits that nobody can guess and that are not among those tried first."""
    while True:
        pin = f"{secrets.randbelow(10**ONCE_DIGITS):0{ONCE_DIGITS}d}"
        if not all_alike(pin) and not in_a_row(pin):
            return pin


def give_pin(
    workspace: Workspace,
    signer: Officer | None,
    officer_id: str,
    pin: str,
    *,
    once: bool = False,
    reason: str = "",
) -> None:
    """Give an officer a password; the first one of a profile moves its key under passwords.

    Args:
        workspace: the open profile; its store's thread.
        signer: who signed in, or ``None`` where the key alone opened the profile.
        officer_id: whose password.
        pin: at least ``SHORTEST`` characters.
        once: for one sign-in; it also ends the wait after wrong ones.
        reason: why another officer gives it.

    Raises:
        ActionError, StoreError: nothing was changed.

    """
    if len(pin.strip()) < SHORTEST:
        raise PinError
    book = workspace.pins
    holders = tuple(one.officer_id for one in book.signers())
    sitting.set_pin(
        workspace.store,
        workspace.rules.roles,
        signer,
        officer_id,
        holders,
        lambda: book.keep(workspace.opened.key, officer_id, pin, once=once),
        once=once,
        reason=reason,
    )
    book.name_signers(workspace.store)
