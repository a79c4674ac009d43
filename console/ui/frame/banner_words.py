"""What the banner says: the one thing an officer may not trust right now. Pure: data in, words out."""

from collections.abc import Sequence
from dataclasses import dataclass

from console.cache.views import Health
from console.domain.alarm import expiry_step
from console.domain.numerals import number_text
from console.domain.skew import Skew
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.runtime.parts import PartState
from console.ui.common.times import DEAD_MS, clock_text, date_text
from console.ui.frame.health_words import catching_up, part_name, silent, token_dead, token_ending
from console.ui.frame.rights_words import expiries, expiry_words

SILENT = "conn.off"
"""Icon of the banner that says that nothing comes in."""
FOREIGN = "oa.foreign"
"""Kind of the alarm for messages the OA sent that nobody here wrote."""
STUCK = "token.stuck"
"""Kind of the alarm for a right that could not be renewed but is not refused yet."""
_VITAL = ("store", "gateway-walk", "gateway-sender", "gateway-tokens", "watchdog")
"""Parts without which the desk does not do what it promises."""


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


def online(health: Health, now_ms: int) -> bool:
    """Return whether a reply that is sent now leaves now."""
    return not silent(health, now_ms) and not token_dead(health, now_ms)


def banner_state(health: Health, now_ms: int, parts: Sequence[PartState] = ()) -> BannerState | None:
    """Return what is lost, what still works, what to do; the worst one only, ``None`` when all is well.

    Red within a minute of any stall of reading, sending, the token or the store (reliability.md I11).
    """
    stalled = [part for part in parts if part.silent_s and part.name in _VITAL]
    if any(part.name == "store" for part in stalled):
        return _stalled_banner(stalled)
    if not health.cache_ok:
        return BannerState(
            "red", "warn", tr("Không đọc được kho dữ liệu."), safe_line(said(health.trouble), 400)
        )
    refused = next((part.trouble for part in parts if part.no_store and part.name in _VITAL), "")
    if refused:
        return BannerState("red", "warn", tr("Không ghi được kho dữ liệu."), safe_line(said(refused), 400))
    if token_dead(health, now_ms):
        return _token_banner(health)
    if silent(health, now_ms):
        return _offline_banner(health) if health.linked_at or health.token_state else _unconnected_banner()
    if stalled:
        return _stalled_banner(stalled)
    if 0 < health.waiting_since < now_ms - DEAD_MS:
        return _stuck_replies_banner(health)
    if token_ending(health, now_ms):
        return _token_ending_banner(health)
    stuck = next((t for t in health.troubles if t.kind == STUCK and now_ms - t.at > DEAD_MS), None)
    if stuck is not None:
        text = tr("Đến {time} vẫn nhận và gửi bình thường; máy đang thử lại.", time=_until(health))
        title = tr("Chưa gia hạn được khóa Zalo từ {time}.", time=clock_text(stuck.at))
        return BannerState("red", "conn.token", title, f"{text} ({safe_line(stuck.words, 80)})")
    return (
        _foreign_banner(health)
        or _clock_banner(health, now_ms)
        or _expiry_banner(health, now_ms)
        or _catching_up_banner(health, now_ms)
    )


def _foreign_banner(health: Health) -> BannerState | None:
    """Messages that the OA sent without this console: until a commander answers for them (threats T15)."""
    found = next((t for t in health.troubles if t.kind == FOREIGN), None)
    if found is None:
        return None
    acts = (BannerAct("foreign", tr("Ai đã gửi?"), "act.sign", "primary"),)
    return BannerState(
        "orange", "device", tr("Có người gửi tin bằng OA ngoài hệ thống."), safe_line(found.words, 300), acts
    )


def _clock_banner(health: Health, now_ms: int) -> BannerState | None:
    """Compare this machine's clock with Zalo's, or, while Zalo has said nothing, with the newest record (G-06)."""
    skew = health.skew or Skew(now_ms, max(now_ms, health.newest_record))
    if not skew.wrong:
        return None
    here, there = (f"{clock_text(at)} {date_text(at)}" for at in (now_ms, now_ms - skew.ms))
    if health.skew is not None:
        title = tr("Đồng hồ máy này sai: máy {here}, Zalo {there}.", here=here, there=there)
    else:
        title = tr("Đồng hồ máy này bị lùi: máy {here}, ghi chép mới nhất {there}.", here=here, there=there)
    text = tr(
        "Tin vẫn nhận đủ; hạn trả lời và giờ ghi trên máy này có thể sai. Chỉnh giờ máy (tự động theo mạng), rồi xem lại hạn."
    )
    return BannerState("orange", "sla.soon", title, text)


def _expiry_banner(health: Health, now_ms: int) -> BannerState | None:
    """The last three days: orange, the last one red. Before that the status bar and one notice at each step say it."""
    ending = expiries(health, now_ms)
    kind, left = min(ending.items(), key=lambda item: item[1], default=("", 0))
    step = expiry_step(left) if kind else None
    if step is None or step > 3:
        return None
    text = tr("Hiện vẫn nhận và gửi bình thường.") if left > 0 else tr("Tin đã lưu vẫn an toàn.")
    acts = (_reconnect(),) if kind == "consent" else ()
    tone = "orange" if step > 1 else "red"
    return BannerState(tone, "conn.token", expiry_words(kind, left), text, acts)


def _catching_up_banner(health: Health, now_ms: int) -> BannerState | None:
    if not catching_up(health, now_ms):
        return None
    text = tr("Tin mới vẫn đang vào. Chưa kết luận được là hàng đợi đã đủ cho tới khi đọc xong.")
    return BannerState("orange", "conn.poll", tr("Đang đọc bù tin từ lúc mất kết nối."), text)


def _reconnect() -> BannerAct:
    return BannerAct("reconnect", tr("Nối lại Zalo"), "conn.plug", "primary")


def _until(health: Health) -> str:
    at = health.token_expires_at
    return f"{clock_text(at)} {date_text(at)}"


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
    return BannerState("red", "conn.token", title, text, (_reconnect(),))


def _unconnected_banner() -> BannerState:
    text = tr("Không nhận và không gửi được tin; dữ liệu đã lưu vẫn xem được. Cần người quản trị OA nối.")
    connect = BannerAct("reconnect", tr("Nối Zalo OA"), "conn.plug", "primary")
    return BannerState("red", "conn.plug", tr("Máy này chưa nối với trang OA nào."), text, (connect,))


def _stalled_banner(stalled: Sequence[PartState]) -> BannerState:
    parts = ", ".join(part_name(part.name) for part in stalled)
    seconds = int(max(part.silent_s for part in stalled))
    title = tr("Phần {parts} không phản hồi {seconds} giây.", parts=parts, seconds=seconds)
    if any(part.name == "store" for part in stalled):
        text = tr(
            "Việc vừa làm có thể chưa được lưu: chờ dấu «đã lưu» trước khi làm tiếp. Không hết thì mở lại chương trình."
        )
    else:
        text = tr("Dữ liệu đã lưu vẫn an toàn. Không hết sau một phút thì đóng và mở lại chương trình.")
    return BannerState("red", "warn", title, text)


def _stuck_replies_banner(health: Health) -> BannerState:
    title = tr("Trả lời chờ từ {time} vẫn chưa gửi được.", time=clock_text(health.waiting_since))
    if health.queued == health.behind_unknown:
        text = tr(
            "{count} tin chờ kết quả tin trước, là tin chưa rõ đã tới hay chưa. Mở hội thoại đó, kiểm tra lại hoặc xác định.",
            count=number_text(health.queued),
        )
        return BannerState("orange", "send.unknown", title, text)
    text = tr(
        "{count} tin còn trong hộp gửi, chưa tới công dân; máy tự thử lại. Gấp: gọi điện cho công dân.",
        count=number_text(health.queued),
    )
    return BannerState("red", "conn.outbox", title, text, (_retry(),))


def _retry() -> BannerAct:
    return BannerAct("retry", tr("Thử lại ngay"), "act.retry", "danger")


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
        text = tr("{text} ({why})", text=text, why=safe_line(said(health.trouble), 80))
    acts = (BannerAct("contacts", tr("Danh bạ trực"), "unit.offline"), _retry())
    return BannerState("red", SILENT, title, text, acts)
