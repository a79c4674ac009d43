"""What the composer says about the Zalo reply window."""

from console.cache.views import CaseDetail, WindowView
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.keymap import key_text
from console.ui.common.sharing import name_shown
from console.ui.composer.tabs import ComposerMode

_MINUTE = 60_000


def left_text(left_ms: int) -> str:
    """Return a remaining time as the composer shows it: ``47 g 51 ph``, ``6 ngày 4 g``."""
    minutes = max(0, left_ms) // _MINUTE
    if minutes >= 48 * 60:
        return tr("{days} ngày {hours} g", days=minutes // 1440, hours=minutes % 1440 // 60)
    if minutes >= 60:
        return tr("{hours} g {minutes} ph", hours=minutes // 60, minutes=minutes % 60)
    return tr("{minutes:02d} ph", minutes=minutes)


def window_words(window: WindowView, now_ms: int, *, short: bool = False) -> tuple[str, str]:
    """Return what to say about the reply window, and in which colour; ``short`` where there is little room.

    ``free_left`` -1 is «unknown» and is not shown as a number. Where a reply is unknown the number is a range.
    """
    if window.wrong_clock:
        return window.reason, "redText"
    if window.state == "closed":
        return tr("Hết cửa sổ trả lời – không gửi được tin miễn phí"), "orangeText"
    if not window.state:
        return "", "text2"
    if window.free_left == 0:
        left = left_text(window.closes_at - now_ms)
        return tr("hết tin miễn phí · Zalo đóng sau {left}", left=left), "orangeText"
    end = window.free_until or window.closes_at
    if not end:
        return tr("chưa rõ cửa sổ Zalo"), "orangeText"
    left = left_text(end - now_ms)
    tone = "orangeText" if window.state == "closing" else "text2"
    if window.free_left < 0 or window.free_total <= 0:
        return tr("cửa sổ Zalo còn {left}", left=left), tone
    free, total, unknown = window.free_words, window.free_total, window.maybe_used
    if unknown:
        tone = "orangeText"
    if short:
        return tr("Zalo còn {left} · {n}/{total} tin", left=left, n=free, total=total), tone
    if unknown:
        words = tr(
            "cửa sổ Zalo còn {left} · {n}/{total} tin, {unknown} tin chưa rõ",
            left=left,
            n=free,
            total=total,
            unknown=unknown,
        )
        return words, tone
    return tr("cửa sổ Zalo còn {left} · {n}/{total} tin", left=left, n=free, total=total), tone


def way_on(window: WindowView) -> str:
    """Return what can still be done for a citizen once Zalo takes no answer any more (features C-03)."""
    if window.wrong_clock:
        return ""
    return tr(
        "Lối đi tiếp: gọi điện cho công dân; tin mới của công dân mở lại cửa sổ; không còn cách nào thì đóng hồ sơ ({key}) với kết quả «Không thể trả lời công dân»."
        " Nội dung đã soạn vẫn giữ ở đây.",
        key=key_text("close"),
    )


def head_words(
    detail: CaseDetail | None,
    mode: ComposerMode,
    now_ms: int,
    note_block: str,
    reply_block: str,
    *,
    online: bool,
) -> tuple[str, str]:
    """Return whom a text goes to and how long it can, or why it cannot; and in which colour."""
    if detail is None:
        return "", "text2"
    if mode is ComposerMode.NOTE:
        return note_block or tr("Chỉ cán bộ thấy · ghi vào hồ sơ"), "noteText"
    if reply_block:
        return reply_block, "orangeText"
    if not online:
        return tr("Mất mạng – tin soạn xong sẽ chờ trong hộp gửi"), "orangeText"
    words, tone = window_words(detail.window, now_ms)
    who = name_shown(safe_line(detail.case.pseudonym, 60))
    return tr("Tới {who} · {window}", who=who, window=words) if words else tr("Tới {who}", who=who), tone


def send_hint() -> str:
    """Return what is said in the reply's field when the note's key is pressed."""
    return tr("Trả lời gửi bằng {key}", key=key_text("send"))


def save_hint() -> str:
    """Return what is said in the note's field when the reply's key is pressed."""
    return tr("Ghi chú lưu bằng {key}, không gửi cho ai", key=key_text("save_note"))
