"""Attachments in a bubble's place: photos, a place, voice, files, links, and what nobody knows.

Nothing is decoded, played, opened or looked up here; a link is text, and its host is named as it really is (C-17).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from PySide6.QtCore import QRectF

from console.cache.views import AttachmentView, MediaState
from console.domain.file_names import ENDINGS
from console.domain.message import MessageType
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.chips import Chip, neutral, orange
from console.ui.common.links import may_open
from console.ui.common.paint import elide, text_width
from console.ui.common.sharing import sharing
from console.ui.common.times import clock_text
from console.ui.conversation.media_paint import voice_places
from console.ui.conversation.parts import (
    Act,
    Box,
    ChipPart,
    Glyph,
    Link,
    OneLine,
    Photo,
    PlaceTile,
    Press,
    Scale,
    Sheet,
    ThreadAct,
    VoiceBar,
)
from console.ui.theme import current_theme, px

PICTURES = frozenset({MessageType.PHOTO, MessageType.GIF})
_SAME = {"jpeg": "jpg", "jfif": "jpg"}
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]+", re.IGNORECASE)
_MOST_LINKS = 3
_VOICE_PX = 288
_LINK_GAP = 16
SEEK_MS = 5_000


@dataclass(frozen=True, slots=True)
class _Card:
    icon: str
    title: str
    detail: str
    links: tuple[Act, ...] = ()
    chip: Chip | None = None
    warn: bool = False
    width: int = 360
    pin: bool = False


def size_text(size: int) -> str:
    """Return ``812 KB`` or ``1,4 MB``."""
    if size < 1_000_000:
        return tr("{size} KB", size=max(1, round(size / 1000)))
    return tr("{size} MB", size=f"{size / 1_000_000:.1f}".replace(".", ","))


def real_host(url: str) -> str:
    """Return the host a link leads to, in ASCII (``xn--…``), or an empty text where there is none to trust."""
    try:
        host = urlsplit(url.strip()).hostname or ""
        return safe_line(host.encode("idna").decode("ascii"), 120)
    except (ValueError, UnicodeError):
        return ""


def true_ending(item: AttachmentView) -> str:
    """Return the ending that the content has, from its first bytes; empty when nobody knows."""
    return ENDINGS.get(item.media_type.lower(), "")


def safe_name(name: str) -> tuple[str, str]:
    """Return a file name for the screen as (name without ending, ending as it was sent, lower case)."""
    shown = safe_line(name, 120)
    stem, dot, ending = shown.rpartition(".")
    if not dot or not stem or len(ending) > 12:
        return shown, ""
    return stem, ending.lower()


def _state_words(item: AttachmentView, ready: str) -> tuple[str, bool]:
    if item.state is MediaState.WAITING and item.attempts:
        words = tr(
            "Chưa tải được, thử lại {time}: {reason}",
            time=clock_text(item.retry_at),
            reason=safe_line(item.reason, 160),
        )
        return words, True
    if item.state is MediaState.WAITING:
        return tr("đang tải về…"), False
    if item.state is MediaState.LOST:
        return tr("Chưa tải được: {reason}", reason=safe_line(item.reason, 160)), True
    if item.state is MediaState.WITHHELD:
        return tr("Không gửi kèm – cần thì xin xem, có lý do"), False
    return ready, False


def _media_links(item: AttachmentView, message_id: str) -> tuple[Act, ...]:
    if item.state is MediaState.STORED:
        return (
            Act(ThreadAct.SAVE_FILE, message_id, tr("Xuất ra máy kiểm tra…"), item.number),
            Act(ThreadAct.VERIFY_FILE, message_id, tr("Kiểm tra nguyên vẹn"), item.number),
        )
    if item.state is MediaState.LOST:
        return (Act(ThreadAct.RETRY_MEDIA, message_id, tr("Tải lại"), item.number),)
    return ()


def _file_card(item: AttachmentView, message_id: str) -> _Card:
    stem, claimed = safe_name(item.name)
    real = true_ending(item)
    ready = size_text(item.size) if item.size else ""
    warn = False
    if item.state is MediaState.STORED and claimed and _SAME.get(claimed, claimed) != real:
        ready = tr("Tên ghi “.{claimed}” nhưng nội dung không phải", claimed=claimed)
        warn = True
    words, lost = _state_words(item, ready)
    chip = None
    if item.state is MediaState.STORED:
        chip = (orange if warn else neutral)(f".{real}" if real else tr("không rõ loại"))
    return _Card(
        "file", stem or tr("Tệp không tên"), words, _media_links(item, message_id), chip, warn or lost
    )


def _place_card(item: AttachmentView, message_id: str) -> _Card:
    if item.latitude is None or item.longitude is None:
        return _Card("location", tr("Vị trí"), tr("Không có tọa độ"))
    place = f"{item.latitude:.6f}, {item.longitude:.6f}"
    copy = Act(ThreadAct.COPY, message_id, tr("Sao chép tọa độ"), item.number, place)
    name = safe_line(item.name, 80) or tr("Vị trí công dân gửi")
    return _Card("location", name, place, (copy,), pin=True)


def _link_card(item: AttachmentView, message_id: str) -> _Card:
    host = real_host(item.url)
    title = tr("Máy chủ: {host}", host=host) if host else tr("Liên kết không rõ máy chủ")
    return _Card("link", title, safe_line(item.url, 300), link_acts(item.url, message_id), warn=not host)


def link_acts(url: str, message_id: str) -> tuple[Act, ...]:
    """Return what can be done with a link: copy it; open it, after a question, where it is HTTPS with a host (C-17)."""
    shown = safe_line(url, 2000)
    copy = Act(ThreadAct.COPY, message_id, tr("Sao chép liên kết"), value=shown)
    if not may_open(url.strip()) or not real_host(url):
        return (copy,)
    return (copy, Act(ThreadAct.OPEN_LINK, message_id, tr("Mở…"), value=url.strip()))


def links_in(text: str) -> list[str]:
    """Return the first links that stand in a text, each once, as they were written."""
    found = (match.group(0).rstrip(".,;:!?)]}»”") for match in _LINK.finditer(text))
    return list(dict.fromkeys(found))[:_MOST_LINKS]


def lay_text_links(sheet: Sheet, text: str, message_id: str, left: float, reach: float) -> None:
    """Name under a bubble where the links in its text really lead."""
    line, glyph = current_theme().line("small"), px(14)
    for url in () if sharing().on else links_in(text):
        # Written without «https://» it leads to the same place.
        host = real_host(url if "://" in url else f"https://{url}")
        words = tr("Liên kết tới {host}", host=host) if host else tr("Liên kết không rõ máy chủ")
        acts = link_acts(url, message_id)
        taken = sum(text_width(act.words, "small", 600) + px(12) for act in acts)
        sheet.y += px(3)
        sheet.add(Glyph(QRectF(left, sheet.y + (line - glyph) / 2, glyph, glyph), "link", "text2"))
        x = left + glyph + px(5)
        shown = elide(words, "small", max(px(80), reach - taken - glyph - px(5)), 500)
        width = text_width(shown, "small", 500)
        sheet.add(OneLine(QRectF(x, sheet.y, width, line), shown, "small", "text2", 500))
        x += width + px(12)
        for act in acts:
            wide = text_width(act.words, "small", 600)
            sheet.add(Link(QRectF(x, sheet.y, wide, line), act.words, act))
            x += wide + px(12)
        sheet.y += line


def _card_of(item: AttachmentView, message_id: str) -> _Card:
    match item.kind:
        case MessageType.LOCATION:
            return _place_card(item, message_id)
        case MessageType.LINK:
            return _link_card(item, message_id)
        case MessageType.FILE:
            return _file_card(item, message_id)
        case MessageType.STICKER:
            return _Card("sticker", tr("Nhãn dán"), tr("không hiện hình"), width=220)
        case MessageType.CARD:
            return _Card("id-card", tr("Danh thiếp Zalo"), safe_line(item.name, 120))
        case MessageType.VOICE | MessageType.VIDEO:
            voice = item.kind is MessageType.VOICE
            words, lost = _state_words(item, size_text(item.size) if item.size else "")
            title = tr("Tin thoại") if voice else tr("Video")
            links = _media_links(item, message_id)
            return _Card("mic" if voice else "video", title, words, links, warn=lost, width=288)
        case _:
            return _Card("file", tr("Kiểu chưa hỗ trợ"), tr("Bản gốc được giữ nguyên trong hồ sơ"))


def _lay_card(sheet: Sheet, card: _Card, x: float, reach: float) -> float:
    """Put a card on the sheet with its left edge at ``x`` and return its width."""
    theme = current_theme()
    pad, tile = (px(6), px(112)) if card.pin else (px(12), px(32))
    wide = [text_width(act.words, "small", 600) for act in card.links]
    beside = pad + tile + px(12) + sum(wide) + px(_LINK_GAP) * max(0, len(wide) - 1) + pad
    width = min(max(px(card.width), beside), reach)
    text_left = x + pad + tile + px(12)
    room = x + width - pad - text_left
    # Where they have no room beside each other, each stands on a line of its own.
    link_lines = 0 if not wide else 1 if beside <= width else len(wide)
    lines = [(card.title, "body", "text", 600)]
    if card.detail:
        lines.append((card.detail, "small", "orangeText" if card.warn else "text2", 500 if card.warn else 0))
    height = sum(theme.line(role) for _, role, _, _ in lines) + 2 * px(8)
    height += theme.line("small") * link_lines + px(4) if link_lines else 0
    top = sheet.y
    if card.pin:
        height = max(height, px(80))
    sheet.add(Box(QRectF(x, top, width, height), theme.radius("card"), "raised", "border"))
    if card.pin:
        sheet.add(PlaceTile(QRectF(x + pad, top + pad, tile, height - 2 * pad)))
    else:
        sheet.add(Box(QRectF(x + pad, top + px(10), tile, tile), theme.radius("control"), "inset"))
        glyph = px(18)
        inset = (tile - glyph) / 2
        tone = "orangeText" if card.warn else "text2"
        sheet.add(Glyph(QRectF(x + pad + inset, top + px(10) + inset, glyph, glyph), card.icon, tone))
    y = top + px(8)
    for position, (text, role, ink, weight) in enumerate(lines):
        free = room
        if position == 0 and card.chip is not None:
            chip_left = min(text_left + text_width(text, role, weight) + px(6), text_left + room - px(60))
            free = chip_left - text_left - px(4)
            sheet.add(ChipPart(QRectF(chip_left, y, px(60), theme.size("chip")), card.chip))
        box = QRectF(text_left, y, free, theme.line(role))
        sheet.add(OneLine(box, elide(text, role, free + 1, weight), role, ink, weight))
        y += theme.line(role)
    left = text_left
    for act, length in zip(card.links, wide, strict=True):
        sheet.add(Link(QRectF(left, y + px(4), length, theme.line("small")), act.words, act))
        if link_lines > 1:
            y += theme.line("small")
        else:
            left += length + px(_LINK_GAP)
    sheet.y = top + height
    return width


def _lay_photos(
    sheet: Sheet, photos: Sequence[AttachmentView], message_id: str, left: float, reach: float, *, right: bool
) -> float:
    width, height, gap = px(148), px(80), px(6)
    per_row = max(1, min(len(photos), int((reach + gap) // (width + gap))))
    used = per_row * (width + gap) - gap
    start = left + reach - used if right else left
    top = sheet.y
    for position, item in enumerate(photos):
        row, column = divmod(position, per_row)
        box = QRectF(start + column * (width + gap), top + row * (height + gap), width, height)
        caption = tr("{number}/{total}", number=position + 1, total=len(photos))
        icon, tone = "act.image", "text3"
        act: Act | None = None
        if item.state is MediaState.LOST:
            icon, tone, caption = "warn", "orangeText", tr("Chưa tải được")
            act = Act(ThreadAct.RETRY_MEDIA, message_id, tr("Tải lại ảnh {n}", n=position + 1), item.number)
        elif item.state is MediaState.WAITING and item.attempts:
            icon, tone = "warn", "orangeText"
            caption = tr("Chưa tải được, thử lại {time}", time=clock_text(item.retry_at))
        elif item.state is MediaState.WITHHELD:
            icon, caption = "lock", tr("Không gửi kèm")
        elif item.state is MediaState.STORED:
            if item.covered:
                caption = tr("{number}/{total} · bản che", number=position + 1, total=len(photos))
            act = Act(ThreadAct.OPEN_PHOTO, message_id, tr("Xem ảnh {n}", n=position + 1), item.number)
        else:
            icon = "send.sending" if item.state is MediaState.WAITING else icon
        sheet.add(Photo(box, item.file_id, icon, tone, caption, act))
    rows = -(-len(photos) // per_row)
    sheet.y = top + rows * (height + gap) - gap
    return start + used


def lay_attachments(
    sheet: Sheet,
    attachments: Sequence[AttachmentView],
    message_id: str,
    left: float,
    reach: float,
    *,
    right: bool,
) -> float:
    """Put attachments on the sheet, one under another.

    Args:
        sheet: the row.
        attachments: of one message.
        message_id: its id.
        left: left edge of the room.
        reach: width of the room.
        right: whether they stand at the right edge of the room.

    Returns:
        The right edge of the last one.

    """
    if sharing().on:
        attachments = [_unseen(item) for item in attachments]
    photos = [item for item in attachments if item.kind in PICTURES]
    edge = left
    if photos:
        edge = _lay_photos(sheet, photos, message_id, left, reach, right=right)
    for item in attachments:
        if item.kind in PICTURES:
            continue
        if sheet.parts and (photos or edge > left):
            sheet.y += px(6)
        if item.kind is MessageType.VOICE and item.state is MediaState.STORED:
            width = min(px(_VOICE_PX), reach)
            start = left + reach - width if right else left
            edge = start + _lay_voice(sheet, item, message_id, start, width)
            continue
        card = _card_of(item, message_id)
        width = min(px(card.width), reach)
        start = left + reach - width if right else left
        edge = start + _lay_card(sheet, card, start, reach)
    return edge


def _lay_voice(sheet: Sheet, item: AttachmentView, message_id: str, x: float, width: float) -> float:
    """Put the bar of a recording on the sheet; pressing the button plays it, the chip changes the speed."""
    box = QRectF(x, sheet.y, width, px(44))
    sheet.add(Box(box, current_theme().radius("bubble"), "bubbleIn", "bubbleInBorder"))
    sheet.add(VoiceBar(box, item.file_id))
    button, wave, _, chip = voice_places(box)
    play = Act(ThreadAct.PLAY_VOICE, message_id, tr("Nghe hoặc dừng tin thoại"), item.number)
    speed = Act(ThreadAct.VOICE_SPEED, message_id, tr("Đổi tốc độ nghe 1×, 1,5×, 2×"), item.number)
    seek = Act(ThreadAct.VOICE_SEEK, message_id, "", item.number)
    sheet.add(Scale(wave, seek))
    sheet.add(Press(button, play))
    sheet.add(Press(chip, speed))
    save = Act(ThreadAct.SAVE_FILE, message_id, tr("Xuất ra máy kiểm tra…"), item.number)
    for words, by in ((tr("Lùi 5 giây (←)"), -SEEK_MS), (tr("Tới 5 giây (→)"), SEEK_MS)):
        sheet.add(Press(QRectF(), replace(seek, words=words, value=f"{by:+}")))
    sheet.add(Press(QRectF(), save))
    sheet.y += px(44)
    return width


def _unseen(item: AttachmentView) -> AttachmentView:
    """Return an attachment as it may be seen while the screen is shared: that it is there, and of what kind."""
    return replace(item, file_id="", name="", url="", latitude=None, longitude=None)


def spoken_attachments(attachments: Sequence[AttachmentView]) -> str:
    """Return what a screen reader says of the attachments."""
    said = []
    photos = sum(item.kind in PICTURES for item in attachments)
    if photos:
        said.append(tr("{count} ảnh", count=photos))
    for item in attachments:
        if item.kind not in PICTURES:
            card = _card_of(item, "")
            said.append(f"{card.title} {card.detail}".strip())
        elif item.state is MediaState.LOST:
            said.append(tr("Chưa tải được: {reason}", reason=safe_line(item.reason, 160)))
        elif item.state is MediaState.WITHHELD:
            said.append(tr("Ảnh không gửi kèm cho đơn vị"))
        elif item.covered:
            said.append(tr("Ảnh là bản che"))
    return ". ".join(said)
