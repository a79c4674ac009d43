"""What Zalo knows about citizens and about the OA itself: asked for slowly, beside everything else.

Who a citizen is goes to the ``identity`` table and nowhere else; what may still be sent to them corrects the reply window
(features C-02); the end of the OA's package and of the consent raise alarms in time (Y-03).
"""

from dataclasses import dataclass

from sqlalchemy import or_, select, update

from console.cache import tables as t
from console.cache import vault, walk_state
from console.cache.health_query import PACKAGE_UNTIL
from console.cache.store import Store, Transaction
from console.domain.clock import DAY_MS, HOUR_MS, MINUTE_MS, Clock
from console.gateway import quotas
from console.gateway.lane import Lane
from console.gateway.ports import NotConnectedError, Outcome, StoreCall, WaitError
from console.zalo.errors import ApiError, BadBody, ZaloError
from console.zalo.payloads import OaProfile, QuotaAsset, UserDetail, UserQuota

PACKAGE = "oa.package"
QUOTA = "oa.quota"
CONSENT = "token.consent"
WARN_MS = 14 * DAY_MS
_LITTLE = 0.1
"""When so little of the paid messages is left, an alarm says so."""
DETAIL_EVERY_MS = DAY_MS
_OA_EVERY_MS = 6 * HOUR_MS
_LOOK_S = 3.0
_RETRY_S = 60.0
_VIETNAM_MS = 7 * HOUR_MS


@dataclass(frozen=True, slots=True)
class _Citizen:
    conversation_id: str
    zalo_user_id: str


class ProfileWorker:
    """Asks for one thing a tick, the least urgent of all workers. Belongs to one thread."""

    def __init__(self, lane: Lane, call: StoreCall, clock: Clock) -> None:
        """Take the worker's way to Zalo and the way to the store."""
        self._lane = lane
        self._call = call
        self._clock = clock
        self._oa_at: float | None = None
        self._assets_at: float | None = None
        self._asked_quota: dict[str, float] = {}

    def tick(self) -> Outcome:
        """Ask for the most useful missing thing."""
        try:
            worked = self._oa() or self._assets() or self._detail() or self._quota()
        except WaitError as wait:
            return Outcome(wait.seconds)
        except NotConnectedError:
            return Outcome(_RETRY_S)
        except ZaloError as error:
            return Outcome(_RETRY_S, trouble=error.text_vi)
        return Outcome(0.5 if worked else _LOOK_S, worked=worked)

    # --- the OA -----------------------------------------------------------------------------------------------------

    def _oa(self) -> bool:
        now = self._clock.mono()
        if self._oa_at is not None and now - self._oa_at < _OA_EVERY_MS / 1000:
            return False
        profile = self._lane.read(lambda api: api.oa.profile(), "profile.oa")
        self._oa_at = now
        self._call(lambda store: _keep_oa(store, profile))
        return True

    def _assets(self) -> bool:
        """Ask how many messages are paid for. An OA that may not ask that still works."""
        now = self._clock.mono()
        if self._assets_at is not None and now - self._assets_at < _OA_EVERY_MS / 1000:
            return False
        try:
            assets = self._lane.read(lambda api: api.oa.quota(product_type="cs"), "profile.assets")
        except (ApiError, BadBody) as error:
            if isinstance(error, ApiError) and not error.entry.proves_refusal:
                raise
            assets = ()
        self._assets_at = now
        self._call(lambda store: _keep_assets(store, assets))
        return True

    # --- citizens ---------------------------------------------------------------------------------------------------

    def _detail(self) -> bool:
        citizen = self._call(_without_detail)
        if citizen is None:
            return False
        detail: UserDetail | None = None
        try:
            detail = self._lane.read(lambda api: api.users.detail(citizen.zalo_user_id), "profile.user")
        except (ApiError, BadBody) as error:
            if isinstance(error, ApiError) and not error.entry.proves_refusal:
                raise
            # Zalo does not know, or does not say: asked again in a day, not in a loop.
        self._call(lambda store: _keep_detail(store, citizen, detail))
        return True

    def _quota(self) -> bool:
        mono = self._clock.mono()
        recent = {c for c, at in self._asked_quota.items() if mono - at < 10 * MINUTE_MS / 1000}
        self._asked_quota = {c: self._asked_quota[c] for c in recent}
        citizen = self._call(lambda store: _without_quota(store, recent))
        if citizen is None:
            return False
        self._asked_quota[citizen.conversation_id] = mono
        answer = self._lane.read(lambda api: api.oa.user_quota(citizen.zalo_user_id), "profile.quota")
        self._call(lambda store: _keep_quota(store, citizen, answer))
        return True


def _keep_oa(store: Store, profile: OaProfile) -> None:
    until = profile.package_valid_through
    with store.write() as tx:
        walk_state.set_state(tx.connection, PACKAGE_UNTIL, until.strftime("%d/%m/%Y") if until else "")
        left = (until.toordinal() - _today(tx.now_ms)) if until else None
        text = f"Gói dịch vụ OA hết hạn sau {left} ngày. Gia hạn để tiếp tục nhận và trả lời tin."
        if left is not None and left < 0:
            text = "Gói dịch vụ OA đã hết hạn. Gia hạn ngay để tiếp tục nhận và trả lời tin."
        _warn(tx, PACKAGE, text, due=left is not None and left * DAY_MS <= WARN_MS)
        grant = vault.newest(tx.connection)
        if grant is not None:
            days = (grant.refresh_expires_at - tx.now_ms) // DAY_MS
            text = f"Quyền truy cập Zalo OA hết hạn sau {days} ngày. Quản trị cần cấp quyền lại trước đó."
            _warn(tx, CONSENT, text, due=grant.refresh_expires_at - tx.now_ms <= WARN_MS)
        tx.touch_health()


def _keep_assets(store: Store, assets: tuple[QuotaAsset, ...]) -> None:
    with store.write() as tx:
        left = quotas.keep_assets(tx.connection, assets, tx.now_ms)
        text = ""
        if left is not None and left.remain <= left.total * _LITTLE:
            text = (
                f"Gói tin của OA còn {left.remain}/{left.total} tin. Hết gói thì ngoài các tin miễn phí Zalo không gửi trả lời; "
                "báo người quản trị OA mua thêm."
            )
        _warn(tx, QUOTA, text, due=bool(text))
        tx.touch_health()


def _warn(tx: Transaction, kind: str, text: str, *, due: bool) -> None:
    if due:
        walk_state.raise_trouble(tx.connection, kind, text, tx.now_ms)
    else:
        walk_state.clear_trouble(tx.connection, kind, tx.now_ms)


def _today(now_ms: int) -> int:
    """Return the proleptic ordinal of the day in Vietnam."""
    days_to_1970 = 719_163
    return (now_ms + _VIETNAM_MS) // DAY_MS + days_to_1970


def _without_detail(store: Store) -> _Citizen | None:
    """Return a citizen nobody asked about, or one who wrote since they were asked about at least a day ago."""
    now = store.clock.now_ms()
    with store.read() as connection:
        new = connection.execute(
            select(t.identity.c.conversation_id, t.identity.c.zalo_user_id)
            .where(t.identity.c.detail_at == 0)
            .order_by(t.identity.c.first_seen_at.desc())
            .limit(1)
        ).one_or_none()
        found = (
            new
            or connection.execute(
                select(t.identity.c.conversation_id, t.identity.c.zalo_user_id)
                .join(t.case, t.case.c.conversation_id == t.identity.c.conversation_id)
                .where(
                    t.case.c.open == 1,
                    t.case.c.last_inbound_at > t.identity.c.detail_at,
                    t.identity.c.detail_at < now - DETAIL_EVERY_MS,
                )
                .limit(1)
            ).one_or_none()
        )
    return _Citizen(found.conversation_id, found.zalo_user_id) if found else None


def _keep_detail(store: Store, citizen: _Citizen, detail: UserDetail | None) -> None:
    with store.write() as tx:
        values: dict[str, object] = {"detail_at": tx.now_ms}
        if detail is not None:
            shared = detail.shared
            given = {
                "display_name": detail.display_name,
                "avatar_url": detail.avatar,
                "phone": shared.phone if shared else "",
                "address": _address(detail),
            }
            # Zalo leaves out what it knew before; that is no reason to forget it.
            values |= {name: value for name, value in given.items() if value}
            values |= {
                name: int(value)
                for name, value in (("follower", detail.is_follower), ("under_age", detail.is_sensitive))
                if value is not None
            }
        tx.connection.execute(
            update(t.identity).where(t.identity.c.conversation_id == citizen.conversation_id).values(**values)
        )


def _address(detail: UserDetail) -> str:
    shared = detail.shared
    if shared is None:
        return ""
    return ", ".join(part for part in (shared.address, shared.ward, shared.district, shared.city) if part)


def _without_quota(store: Store, recent: set[str]) -> _Citizen | None:
    """Return a citizen with an open case who wrote since Zalo last said what may be sent to them."""
    with store.read() as connection:
        found = connection.execute(
            select(t.identity.c.conversation_id, t.identity.c.zalo_user_id)
            .join(t.case, t.case.c.conversation_id == t.identity.c.conversation_id)
            .join(t.quota, t.quota.c.conversation_id == t.identity.c.conversation_id, isouter=True)
            .where(
                t.case.c.open == 1,
                t.case.c.last_inbound_at > 0,
                or_(t.quota.c.at.is_(None), t.quota.c.at < t.case.c.last_inbound_at),
                t.identity.c.conversation_id.not_in(recent),
            )
            .order_by(t.case.c.last_inbound_at.desc())
            .limit(1)
        ).one_or_none()
    return _Citizen(found.conversation_id, found.zalo_user_id) if found else None


def _keep_quota(store: Store, citizen: _Citizen, answer: UserQuota) -> None:
    with store.write() as tx:
        quotas.from_answer(tx.connection, citizen.conversation_id, answer, tx.now_ms)
        tx.touch_health()
