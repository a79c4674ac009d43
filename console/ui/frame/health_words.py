"""From the health of the console to what status bar and banner say. Pure: data in, words out."""

from dataclasses import dataclass

from console.cache.views import Health
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.times import age_text, clock_text, number_text, span_text

STALE_MS = 60_000
DEAD_MS = 180_000
TOKEN_SOON_MS = 3 * 86_400_000
# What the token vault calls a generation whose refresh token Zalo refused; its access token may still work for a while.
REFUSED = "DEAD"


@dataclass(frozen=True, slots=True)
class StatusItem:
    """One entry of the status bar."""

    icon: str
    text: str
    tone: str = "text2"
    strong: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class BannerAct:
    """A button of a banner; ``act`` is what the signal carries."""

    act: str
    text: str
    icon: str
    kind: str = "plain"


@dataclass(frozen=True, slots=True)
class BannerState:
    """What a banner says; ``tone`` is ``red``, ``orange`` or ``accent``."""

    tone: str
    icon: str
    title: str
    text: str
    acts: tuple[BannerAct, ...] = ()


def token_ending(health: Health, now_ms: int) -> bool:
    """Return whether only a person can renew the right to use the OA, though it may still work for a while."""
    return health.token_state == REFUSED or 0 < health.refresh_expires_at <= now_ms


def token_dead(health: Health, now_ms: int) -> bool:
    """Return whether Zalo no longer lets this console in at all."""
    return token_ending(health, now_ms) and health.token_expires_at <= now_ms


def connection_item(health: Health, now_ms: int) -> StatusItem:
    """Return whether messages are coming in, judged by the last linked read and nothing else."""
    if token_dead(health, now_ms):
        return StatusItem("conn.token", tr("Zalo không cho truy cập"), "redText", strong=True)
    if health.catching_up:
        return StatusItem("conn.poll", tr("Đang đọc bù tin"), "orangeText", strong=True)
    if not health.linked_at:
        return StatusItem("conn.off", tr("Chưa nhận được tin lần nào"), "redText", strong=True)
    age = now_ms - health.linked_at
    if age <= STALE_MS:
        return StatusItem("conn.ok", tr("Đang nhận tin"), "greenText", strong=True)
    time = clock_text(health.linked_at)
    if age <= DEAD_MS:
        return StatusItem("conn.off", tr("Chậm nhận tin từ {time}", time=time), "orangeText", strong=True)
    return StatusItem("conn.off", tr("Không nhận được tin từ {time}", time=time), "redText", strong=True)


def ages_item(health: Health, now_ms: int) -> StatusItem:
    """Return the three ages: Zalo, the common store, the local cache (features O-03)."""
    text = tr(
        "Zalo {zalo} · kho {store} · cache {cache}",
        zalo=_age(health.linked_at, now_ms),
        store=_age(health.store_at, now_ms),
        cache=tr("tốt") if health.cache_ok else tr("hỏng"),
    )
    last = clock_text(health.linked_at, seconds=True) if health.linked_at else tr("chưa lần nào")
    tried = clock_text(health.attempted_at, seconds=True) if health.attempted_at else tr("chưa lần nào")
    tip = tr("Đọc trọn hộp thư lần cuối {last}, thử lần cuối {tried}", last=last, tried=tried)
    tone = "text2" if health.cache_ok else "redText"
    return StatusItem("conn.poll", text, tone, strong=not health.cache_ok, tip=tip)


def _age(at_ms: int, now_ms: int) -> str:
    return age_text(now_ms - at_ms) if at_ms else tr("chưa có")


def outbox_item(health: Health) -> StatusItem:
    """Return what became of replies that are not settled yet."""
    parts = []
    if health.sending:
        parts.append(tr("{count} đang gửi", count=number_text(health.sending)))
    if health.queued:
        parts.append(tr("{count} chờ gửi", count=number_text(health.queued)))
    if health.unknown:
        parts.append(tr("{count} chưa rõ", count=number_text(health.unknown)))
    if not parts:
        return StatusItem("conn.outbox", tr("Hộp gửi trống"))
    tone = "orangeText" if health.unknown else "text2"
    return StatusItem(
        "conn.outbox", tr("Hộp gửi: {parts}", parts=", ".join(parts)), tone, strong=bool(health.unknown)
    )


def token_item(health: Health, now_ms: int) -> StatusItem | None:
    """Return how long the right to use the OA lasts without a person; nothing while that is unknown."""
    if token_dead(health, now_ms):
        return None
    if token_ending(health, now_ms):
        time = clock_text(health.token_expires_at)
        return StatusItem("conn.token", tr("Khóa Zalo hết lúc {time}", time=time), "redText", strong=True)
    if not health.refresh_expires_at:
        return None
    left = health.refresh_expires_at - now_ms
    tone = "orangeText" if left < TOKEN_SOON_MS else "text2"
    return StatusItem("conn.token", tr("Khóa Zalo còn {span}", span=span_text(left)), tone)


def status_items(health: Health, now_ms: int) -> tuple[StatusItem, ...]:
    """Return the left part of the status bar, most telling first."""
    items = [connection_item(health, now_ms), ages_item(health, now_ms), outbox_item(health)]
    token = token_item(health, now_ms)
    if token is not None:
        items.append(token)
    if health.media_waiting:
        text = tr("{count} tệp chờ tải", count=number_text(health.media_waiting))
        items.append(StatusItem("act.attach", text))
    if health.gaps:
        text = tr("{count} khoảng tin chưa đọc được", count=number_text(health.gaps))
        items.append(StatusItem("warn", text, "orangeText", strong=True))
    if health.quarantined:
        text = tr("{count} tin lạ đã giữ riêng", count=number_text(health.quarantined))
        items.append(StatusItem("warn", text, "orangeText"))
    return tuple(items)


def banner_state(health: Health, now_ms: int) -> BannerState | None:
    """Return what the officer may not trust right now: what is lost, what still works, what to do; the worst one only."""
    if token_dead(health, now_ms):
        return _token_banner(health)
    age = now_ms - health.linked_at
    if health.trouble or not health.linked_at or age > DEAD_MS:
        return _offline_banner(health) if age > STALE_MS or not health.linked_at else None
    if token_ending(health, now_ms):
        return _token_ending_banner(health)
    if health.catching_up:
        text = tr("Tin mới vẫn đang vào. Chưa kết luận được là hàng đợi đã đủ cho tới khi đọc xong.")
        return BannerState("orange", "conn.poll", tr("Đang đọc bù tin từ lúc mất kết nối."), text)
    return None


def _reconnect() -> BannerAct:
    return BannerAct("reconnect", tr("Nối lại Zalo"), "conn.plug", "primary")


def _token_banner(health: Health) -> BannerState:
    title = tr("Zalo không còn cho phép truy cập.")
    if health.token_expires_at:
        time = clock_text(health.token_expires_at)
        title = tr("Zalo không còn cho phép truy cập. Khóa hết hạn {time}.", time=time)
    text = tr(
        "Không nhận, không gửi được; tin công dân vẫn nằm trên Zalo. Gấp: mở Zalo OA Manager trên điện thoại trực."
    )
    return BannerState("red", "conn.token", title, text, (_reconnect(),))


def _token_ending_banner(health: Health) -> BannerState:
    title = tr("Khóa Zalo hết lúc {time}, không tự gia hạn được.", time=clock_text(health.token_expires_at))
    text = tr("Đến lúc đó vẫn nhận và gửi bình thường. Cần người quản trị OA nối lại trước giờ này.")
    return BannerState("orange", "conn.token", title, text, (_reconnect(),))


def _offline_banner(health: Health) -> BannerState:
    if health.linked_at:
        time = clock_text(health.linked_at)
        title = tr("Không nhận được tin mới từ {time}.", time=time)
    else:
        title = tr("Chưa nhận được tin nào từ Zalo.")
    if health.queued:
        # Only what has no permit yet goes out by itself later; what was in flight becomes «chưa rõ».
        count = number_text(health.queued)
        text = tr(
            "Vẫn đọc, ghi chú và soạn được; {count} tin chờ sẽ tự gửi khi có mạng. Gấp: gọi trực ban.",
            count=count,
        )
    else:
        text = tr("Vẫn đọc, ghi chú và soạn trả lời được. Tin khẩn: gọi trực ban đơn vị.")
    if health.trouble:
        text = tr("{text} ({why})", text=text, why=safe_line(health.trouble, 80))
    acts = (
        BannerAct("contacts", tr("Danh bạ trực"), "unit.offline"),
        BannerAct("retry", tr("Thử lại ngay"), "act.retry", "danger"),
    )
    return BannerState("red", "conn.off", title, text, acts)
