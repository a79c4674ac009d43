"""Who sits at the desk: signing in and out, and passwords, told to the log (features U-03, Y-01)."""

from collections.abc import Callable

from sqlalchemy import select

from console.actions.desk import Missing, Refused
from console.actions.guards import clean_text, require
from console.cache.accounts import OFFICERS
from console.cache.officer_rows import active_officers
from console.cache.store import Store, Transaction
from console.domain import events as e
from console.domain.officer import SYSTEM, Officer, Permission
from console.domain.roles import RoleMatrix
from console.record.local import read_events
from console.record.tables import event

SIGN_INS = ("start", "unlock", "switch")
SIGN_OUTS = ("key", "idle", "suspend", "session", "switch", "close", "crash")
"""«close»: the program was closed; «crash»: it ended without a word, which the next start notes."""


def sign_in(store: Store, officer: Officer, how: str, wrong: int = 0) -> None:
    """Tell that an officer sat down; ``how`` is one of ``SIGN_INS``, ``wrong`` the wrong passwords before."""
    assert how in SIGN_INS
    body = e.SignedIn(officer.officer_id, how, wrong)
    with store.write() as tx:
        if how == "start":
            _end_the_last(tx)
        tx.add(OFFICERS, body, actor=officer.officer_id, unit=officer.unit)


def _end_the_last(tx: Transaction) -> None:
    """Tell of who was signed in when the program ended without telling, a crash or a cut of power."""
    last = tx.connection.execute(
        select(event.c.seq)
        .where(event.c.case_id == OFFICERS, event.c.kind.in_([e.SignedIn.KIND, e.SignedOut.KIND]))
        .order_by(event.c.case_version.desc())
        .limit(1)
    ).scalar()
    for found in read_events(tx.connection, last, last) if last else ():
        if isinstance(found.body, e.SignedIn):
            tx.add(OFFICERS, e.SignedOut(found.body.officer_id, "crash"), actor=SYSTEM, unit=found.unit)


def sign_out(store: Store, officer: Officer, how: str) -> None:
    """Tell that an officer's screen was locked or closed; ``how`` is one of ``SIGN_OUTS``."""
    assert how in SIGN_OUTS
    body = e.SignedOut(officer.officer_id, how)
    with store.write() as tx:
        tx.add(OFFICERS, body, actor=officer.officer_id, unit=officer.unit)


def set_pin(
    store: Store,
    roles: RoleMatrix,
    signer: Officer | None,
    officer_id: str,
    holders: tuple[str, ...],
    keep: Callable[[], None],
    *,
    once: bool = False,
    reason: str = "",
) -> None:
    """Give an officer a password; the log tells of it or it is not given.

    Args:
        store: the open store.
        roles: the matrix that is in force.
        signer: who signed in, or ``None`` where the store was opened by its key alone (the first password, a key file).
        officer_id: whose password.
        holders: who has a password now.
        keep: keeps it; what it raises undoes the telling.
        once: for one sign-in, after which its holder has another.
        reason: why another officer gives it.

    Raises:
        Missing, Refused: there is no such officer, or the signer may not.

    """
    with store.write() as tx:
        active = {one.officer_id: roles.seat(one) for one in active_officers(tx.connection)}
        officer = active.get(officer_id)
        if officer is None:
            raise Missing("Không có cán bộ «{code}»", code=officer_id)
        if signer is not None and signer.officer_id != officer_id:
            _require_may_give(roles.seat(signer), officer_id, holders, active)
        actor = signer.officer_id if signer else SYSTEM
        tx.add(OFFICERS, e.PinSet(officer_id, once, reason), actor=actor, unit=officer.unit)
        keep()


def require_for_another(signer: Officer, officer_id: str, *, in_use: bool) -> None:
    """Raise ``Refused`` where a PIN for one sign-in would shut its giver out, or is for himself."""
    if not in_use:
        raise Refused("Đặt PIN của mình trước (Cài đặt, «Đặt PIN…»), rồi mới cấp được cho người khác")
    if officer_id == signer.officer_id:
        raise Refused("PIN của mình thì tự đổi ở Cài đặt, «Đặt PIN…»")


def tell_half_copied(store: Store, officer: Officer, reason: str) -> None:
    """Tell that the keyring's half of the key is about to leave it. Raises ``Refused``, ``Forbidden``."""
    require(officer, Permission.ADMINISTER)
    words = clean_text(reason, "lý do chép nửa khóa")
    with store.write() as tx:
        body = e.KeyHalfCopied(officer.officer_id, words)
        tx.add(OFFICERS, body, actor=officer.officer_id, unit=officer.unit)


def remove_pin(store: Store, officer: Officer, remove: Callable[[], None]) -> None:
    """Destroy an officer's way to the store's key; the log tells of it or it stays."""
    with store.write() as tx:
        tx.add(OFFICERS, e.PinRemoved(officer.officer_id), actor=SYSTEM, unit=officer.unit)
        remove()


def _require_may_give(
    signer: Officer, officer_id: str, holders: tuple[str, ...], active: dict[str, Officer]
) -> None:
    """Administrators give passwords. Until one of them has one himself, who has may give others their first."""
    if signer.may(Permission.ADMINISTER):
        return
    administrator_can = any(one in active and active[one].may(Permission.ADMINISTER) for one in holders)
    if officer_id in holders or administrator_can:
        raise Refused("Chỉ quản trị đặt PIN cho người khác; mỗi người tự đổi PIN của mình")
