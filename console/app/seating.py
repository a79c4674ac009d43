"""Who sits down at an open profile: the officer whose password opened it, told to the log."""

from dataclasses import replace
from functools import partial

from console.actions import sitting
from console.app.officers import ensure_officer, load_officers
from console.app.pinning import Unlocked
from console.app.workspace import Workspace
from console.cache.errors import PinError
from console.cache.pins import SHORTEST
from console.domain.officer import Officer
from console.runtime.settings import save_settings


def seat(workspace: Workspace, unlocked: Unlocked, how: str) -> Officer:
    """Return the officer who signed in, after the log was told.

    Raises:
        PinError: he no longer works here; his password opens nothing any more, where others have one.

    """
    officer = load_officers(workspace).get(unlocked.officer_id)
    if officer is None:
        raise PinError(unlocked.officer_id)
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


def give_pin(workspace: Workspace, signer: Officer | None, officer_id: str, pin: str) -> None:
    """Give an officer a password; the first one of a profile moves its key under passwords.

    Args:
        workspace: the open profile; its store's thread.
        signer: who signed in, or ``None`` where the key alone opened the profile.
        officer_id: whose password.
        pin: at least ``SHORTEST`` characters.

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
        lambda: book.keep(workspace.opened.key, officer_id, pin),
    )
    book.name_signers(workspace.store)
