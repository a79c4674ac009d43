"""From the health of the console to what the status bar says. Pure: data in, words out; ``banner_words`` does the banner."""

from collections.abc import Sequence
from dataclasses import dataclass

from console.cache.views import Health
from console.domain.alarm import expiry_step
from console.domain.clock import DAY_MS
from console.domain.numerals import number_text
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.runtime.parts import PartState
from console.ui.common.times import DEAD_MS, STALE_MS, age_text, clock_text, date_text, proof_age, span_text
from console.ui.frame.rights_words import rights_line

_SOON_DAYS = 3
_LONGEST_REST_S = 60
_SWEEP_LATE_MS = 2 * DAY_MS
"""Every conversation is read each night; after so long without, somebody should look."""
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


def token_ending(health: Health, now_ms: int) -> bool:
    """Return whether only a person can renew the right to use the OA, though it may still work for a while."""
    return health.token_state == REFUSED or 0 < health.refresh_expires_at <= now_ms


def token_dead(health: Health, now_ms: int) -> bool:
    """Return whether Zalo no longer lets this console in at all."""
    return token_ending(health, now_ms) and health.token_expires_at <= now_ms


def catching_up(health: Health, now_ms: int) -> bool:
    """Return whether a long read is getting on: it was at it a moment ago, and nothing failed since."""
    return health.catching_up and not health.trouble and proof_age(health.attempted_at, now_ms) <= DEAD_MS


def silent(health: Health, now_ms: int) -> bool:
    """Return whether nothing proves that messages are coming in (reliability.md I11). An attempt is no proof."""
    if catching_up(health, now_ms):
        return False
    return not health.linked_at or proof_age(health.linked_at, now_ms) > DEAD_MS


def connection_item(health: Health, now_ms: int) -> StatusItem:
    """Return whether messages are coming in, judged by the last linked read and nothing else."""
    if token_dead(health, now_ms):
        return StatusItem("conn.token", tr("Zalo không cho truy cập"), "redText", strong=True)
    if catching_up(health, now_ms):
        return StatusItem("conn.poll", tr("Đang đọc bù tin"), "orangeText", strong=True)
    if not health.linked_at:
        return StatusItem("conn.off", tr("Chưa nhận được tin lần nào"), "redText", strong=True)
    time = clock_text(health.linked_at)
    if silent(health, now_ms):
        return StatusItem("conn.off", tr("Không nhận được tin từ {time}", time=time), "redText", strong=True)
    if proof_age(health.linked_at, now_ms) <= STALE_MS:
        return StatusItem("conn.ok", tr("Đang nhận tin"), "greenText", strong=True)
    return StatusItem("conn.off", tr("Chậm nhận tin từ {time}", time=time), "orangeText", strong=True)


def retry_item(health: Health, now_ms: int) -> StatusItem | None:
    """Return when the next try to read is due, counting down; nothing while messages come in (visual-design 10a)."""
    if not health.failed_ticks or not silent(health, now_ms) or token_dead(health, now_ms):
        return None
    left = -(-(health.retry_at - now_ms) // 1000)
    if not 0 < left <= _LONGEST_REST_S:
        # Due, under way, or the clock was set: no number is better than a wrong one.
        return StatusItem("act.retry", tr("Đang thử lại (lần {n})", n=health.failed_ticks), "redText")
    text = tr("Thử lại sau {seconds} giây (lần {n})", seconds=left, n=health.failed_ticks)
    return StatusItem("act.retry", text, "redText")


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
    tip = f"{tip}; {sweep_line(health)}"
    tone = "text2" if health.cache_ok else "redText"
    return StatusItem("conn.poll", text, tone, strong=not health.cache_ok, tip=tip)


def sweep_line(health: Health) -> str:
    """Return when every conversation was last read one by one, and how far that is now."""
    sweep = health.sweep
    if sweep.total:
        done, total = number_text(sweep.done), number_text(sweep.total)
        return tr("đang đối chiếu từng hội thoại {done}/{total}", done=done, total=total)
    if not sweep.ended_at:
        return tr("chưa đối chiếu từng hội thoại lần nào")
    at = f"{clock_text(sweep.ended_at)} {date_text(sweep.ended_at)}"
    line = tr("đối chiếu từng hội thoại xong {at}, thêm {found} tin", at=at, found=number_text(sweep.found))
    if sweep.failed:
        line += tr(", {failed} hội thoại chưa đọc được", failed=number_text(sweep.failed))
    return line


def sweep_item(health: Health, now_ms: int) -> StatusItem | None:
    """Return that conversations have not been read one by one for days; nothing while that is done each night."""
    last = health.sweep.ended_at or health.sweep.started_at
    if not last or now_ms - last <= _SWEEP_LATE_MS:
        return None
    text = tr("Chưa đối chiếu từng hội thoại từ {date}", date=date_text(last))
    return StatusItem("warn", text, "orangeText", strong=True, tip=sweep_line(health))


def _age(at_ms: int, now_ms: int) -> str:
    return age_text(now_ms - at_ms) if at_ms else tr("chưa có")


def outbox_item(health: Health) -> StatusItem:
    """Return what became of replies that are not settled yet."""
    parts = []
    if health.sending:
        parts.append(tr("{count} đang gửi", count=number_text(health.sending)))
    if free := health.queued - health.behind_unknown:
        parts.append(tr("{count} chờ gửi", count=number_text(free)))
    if health.behind_unknown:
        parts.append(tr("{count} chờ kết quả tin trước", count=number_text(health.behind_unknown)))
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
    step = expiry_step(left)
    tone = "text2" if step is None else "orangeText" if step > 1 else "redText"
    strong = step is not None and step <= _SOON_DAYS
    return StatusItem(
        "conn.token",
        tr("Khóa Zalo còn {span}", span=span_text(left)),
        tone,
        strong=strong,
        tip=_ends(health, now_ms),
    )


def _ends(health: Health, now_ms: int) -> str:
    """Return all ends of the right to use the OA (features Y-03), and what a person must do before which day."""
    before = tr("cần nối lại trước {date}", date=date_text(health.refresh_expires_at))
    return f"{rights_line(health, now_ms)} · {before}"


def trouble_item(health: Health, parts: Sequence[PartState]) -> StatusItem | None:
    """Return how many alarms are open; the tip and a click say which."""
    lines = trouble_lines(health, parts)
    if not lines:
        return None
    stalled = any(part.silent_s for part in parts)
    text = tr("{count} cảnh báo", count=number_text(len(lines)))
    tone = "redText" if stalled else "orangeText"
    return StatusItem("warn", text, tone, strong=True, tip="; ".join(lines))


def trouble_lines(health: Health, parts: Sequence[PartState]) -> list[str]:
    """Return every open alarm in a line: those of the store, then parts that are not well. Nothing of a citizen."""
    lines = [f"{clock_text(trouble.at)} · {safe_line(trouble.words, 300)}" for trouble in health.troubles]
    lines += [part_line(part) for part in parts if part.silent_s or part.restarted]
    failing: dict[str, list[str]] = {}
    for part in parts:
        if part.trouble:
            failing.setdefault(part.trouble, []).append(part_name(part.name))
    for why, names in failing.items():
        lines.append(tr("Phần {part}: {why}", part=", ".join(names), why=safe_line(said(why), 300)))
    return lines


def part_name(name: str) -> str:
    """Return what a part does, for an officer."""
    names = {
        "gateway-walk": tr("nhận tin"),
        "gateway-sender": tr("gửi tin"),
        "gateway-tokens": tr("giữ khóa Zalo"),
        "gateway-media": tr("tải tệp"),
        "gateway-profile": tr("hỏi hạn mức và thông tin OA"),
        "store": tr("ghi dữ liệu"),
        "reader": tr("tìm kiếm"),
        "pictures": tr("hiện ảnh"),
        "window": tr("màn hình"),
        "watchdog": tr("giám sát"),
        "backup": tr("sao lưu"),
    }
    return names.get(name, safe_line(name, 40))


def part_line(part: PartState) -> str:
    """Return that a part does not answer, or just did not."""
    if part.silent_s:
        return tr(
            "Phần {part} không phản hồi {seconds} giây", part=part_name(part.name), seconds=int(part.silent_s)
        )
    return tr("Phần {part} vừa được khởi động lại", part=part_name(part.name))


def status_items(health: Health, now_ms: int, parts: Sequence[PartState] = ()) -> tuple[StatusItem, ...]:
    """Return the left part of the status bar, most telling first."""
    items = [connection_item(health, now_ms)]
    again = retry_item(health, now_ms)
    if again is not None:
        items.append(again)
    items += [ages_item(health, now_ms), outbox_item(health)]
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
    swept = sweep_item(health, now_ms)
    if swept is not None:
        items.append(swept)
    alarms = trouble_item(health, parts)
    if alarms is not None:
        items.append(alarms)
    return tuple(items)
