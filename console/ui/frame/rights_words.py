"""How long the right to use the OA lasts, and what ends first (features Y-03). Pure: data in, words out."""

from datetime import UTC, datetime

from console.cache.views import Health
from console.domain.calendar import LOCAL
from console.domain.numerals import number_text
from console.runtime.i18n import tr
from console.ui.common.times import span_text

_DAY_MS = 86_400_000


def rights_line(health: Health, now_ms: int) -> str:
    """Return all that may end: access token, refresh token, package, paid messages; "" while nothing is known."""
    parts = []
    if health.token_expires_at:
        left = health.token_expires_at - now_ms
        parts.append(tr("Token còn {span}", span=_long_span(left)) if left > 0 else tr("Token đã hết"))
    if health.refresh_expires_at:
        left = health.refresh_expires_at - now_ms
        parts.append(tr("refresh còn {span}", span=_long_span(left)) if left > 0 else tr("refresh đã hết"))
    if _end_of_day(health.package_until):
        parts.append(tr("gói OA hết {date}", date=health.package_until.replace("/", "-")))
    paid = health.messages_left
    if paid is not None:
        left_text, total = number_text(paid.remain), number_text(paid.total)
        parts.append(tr("gói tin còn {left}/{total}", left=left_text, total=total))
    return " · ".join(parts)


def _long_span(span_ms: int) -> str:
    hours = span_ms // 3_600_000
    return tr("{hours} giờ", hours=hours) if 1 <= hours < 48 else span_text(span_ms)


def expiries(health: Health, now_ms: int) -> dict[str, int]:
    """Return for each right that ends («consent», «package», «messages») in how many ms, as far as that is known."""
    ends = {}
    if health.refresh_expires_at:
        ends["consent"] = health.refresh_expires_at - now_ms
    left = health.messages_left
    for kind, day in (
        ("package", health.package_until),
        ("messages", left.until if left and left.remain else ""),
    ):
        end = _end_of_day(day)
        if end:
            ends[kind] = end - now_ms
    return ends


def expiry_words(kind: str, left_ms: int) -> str:
    """Return what ends when, and who must act."""
    days = max(0, -(-left_ms // _DAY_MS))
    if kind == "package":
        if left_ms <= 0:
            return tr("Gói dịch vụ OA đã hết hạn. Báo người quản trị OA gia hạn ngay.")
        return tr("Gói dịch vụ OA còn {days} ngày. Báo người quản trị OA gia hạn.", days=days)
    if kind == "messages":
        if left_ms <= 0:
            return tr("Gói tin của OA đã hết hạn. Báo người quản trị OA mua thêm.")
        return tr("Gói tin của OA còn {days} ngày. Báo người quản trị OA mua thêm.", days=days)
    if left_ms <= 0:
        return tr("Quyền truy cập Zalo đã hết hạn. Người quản trị OA cần nối lại ngay.")
    return tr("Quyền truy cập Zalo còn {days} ngày. Người quản trị OA cần nối lại trước đó.", days=days)


def _end_of_day(date: str) -> int:
    """Return the last ms of a day of Vietnam that Zalo wrote as dd/mm/yyyy; 0 for what is no date."""
    try:
        day = datetime.strptime(date, "%d/%m/%Y").replace(tzinfo=LOCAL)
    except ValueError:
        return 0
    return int(day.astimezone(UTC).timestamp() * 1000) + _DAY_MS - 1
