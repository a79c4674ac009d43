"""Rows that are nobody's message: internal notes, events, transfer cards, day and «new» lines."""

import re

from PySide6.QtCore import QRectF

from console.cache.views import EventItem, MessageItem, NoteItem, ReplyItem
from console.domain.case import TransferState
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.chips import Chip, chip_width, green, neutral, orange
from console.ui.common.paint import elide, text_width
from console.ui.common.sharing import deed_shown
from console.ui.common.times import clock_text
from console.ui.conversation.bubbles import INDENT, MARGIN, lay_message, lay_reply
from console.ui.conversation.parts import Box, ChipPart, Glyph, Hatch, Laid, OneLine, Sheet, Words, wrap
from console.ui.conversation.rows import NEW_KEY, Row, Scene, bubble_text
from console.ui.theme import current_theme, px

# «@Hoàng Đức Long»: a mention goes on as long as words begin with a capital.
_MENTION = re.compile(r"@[^\W\d_]\w*(?: [A-ZĐÀ-ÝĂĨŨƠƯẠ-Ỹ]\w*){0,3}")
_ICONS = {
    "case.opened": "inbox",
    "case.claimed": "act.claim",
    "case.taken_over": "act.claim",
    "case.released": "act.return",
    "case.classified": "tag",
    "case.prioritised": "sev.khan",
    "case.located": "location",
    "case.tagged": "tag",
    "case.untagged": "tag",
    "case.transferred": "act.escalate",
    "transfer.accepted": "unit.acked",
    "transfer.returned": "act.return",
    "transfer.recalled": "act.return",
    "transfer.timed_out": "sla.late",
    "case.raised": "sev.khan",
    "case.informed": "act.escalate",
    "urgent.opened": "sev.khan",
    "urgent.stamped": "unit.offline",
    "case.snoozed": "alarm-clock",
    "case.woken": "alarm-clock",
    "case.closed": "act.close",
    "case.reopened": "lock-open",
    "case.merged": "merge",
    "case.absorbed": "merge",
    "case.messages_moved_out": "split",
    "case.messages_moved_in": "split",
    "identity.revealed": "act.reveal",
    "case.exported": "act.export",
    "reply.resolved": "send.unknown",
    "reply.cancelled": "act.remove",
    "reply.approved": "act.approve",
}


def _lay_note(item: NoteItem, scene: Scene) -> Laid:
    theme = current_theme()
    sheet = Sheet(scene.width, px(8))
    left, width = px(INDENT), scene.width - 2 * px(INDENT)
    inner = left + px(24)
    room = left + width - px(14) - inner
    text = bubble_text(item)
    called = tuple((m.start(), m.end() - m.start()) for m in _MENTION.finditer(text))
    layout, _, text_height = wrap(text, "msg", room, called)
    top = sheet.y
    height = px(9) + theme.line("body") + px(3) + text_height + px(9)
    box = QRectF(left, top, width, height)
    sheet.add(Box(box, theme.radius("chip"), "note", "noteBorder", theme.scale, dashed=True))
    sheet.add(Hatch(QRectF(left, top, px(14), height)))
    line, glyph = theme.line("body"), px(16)
    y = top + px(9)
    sheet.add(Glyph(QRectF(inner, y + (line - glyph) / 2, glyph, glyph), "act.note", "noteText"))
    x: float = inner + glyph + px(6)
    title = tr("Ghi chú nội bộ")
    sheet.add(OneLine(QRectF(x, y, room, line), title, "small", "noteText", 600))
    x += text_width(title, "small", 600)
    meta = tr("{who} · {time}", who=safe_line(item.author_name, 40), time=clock_text(item.at))
    meta_width = text_width(meta, "small")
    right = left + width - px(14)
    aside = elide(tr("  ·  công dân không thấy"), "small", right - meta_width - px(8) - x)
    sheet.add(OneLine(QRectF(x, y, room, line), aside, "small", "noteText"))
    sheet.add(OneLine(QRectF(right - meta_width, y, meta_width, line), meta, "small", "noteText"))
    y += line + px(3)
    sheet.add(Words(QRectF(inner, y, room, text_height), text, "text", layout, called))
    sheet.y = top + height
    return sheet.done(tr("Ghi chú nội bộ, công dân không thấy. {meta}. {text}", meta=meta, text=text))


def _transfer_chip(item: EventItem) -> Chip:
    time = clock_text(item.transfer_answered_at) if item.transfer_answered_at else ""
    match item.transfer_state:
        case TransferState.ACCEPTED:
            return green(tr("Đã tiếp nhận {time}", time=time).strip(), "unit.acked")
        case TransferState.RETURNED:
            words = tr("Trả lại {time}", time=time).strip()
            return Chip(words, "act.return", "redText", "redSubtle", "redBorder", 500)
        case TransferState.TIMED_OUT:
            words = tr("Quá giờ tiếp nhận {time}", time=time).strip()
            return Chip(words, "sla.late", "redText", "redSubtle", "redBorder", 500)
        case TransferState.RECALLED:
            return neutral(tr("Đã thu hồi {time}", time=time).strip(), "act.return")
        case _:
            return orange(tr("Chờ tiếp nhận"), "send.queued")


def _lay_transfer(item: EventItem, scene: Scene) -> Laid:
    theme = current_theme()
    sheet = Sheet(scene.width, px(8))
    left, width = px(INDENT), scene.width - 2 * px(INDENT)
    chip = _transfer_chip(item)
    # In a narrow conversation the state stands under the unit's name, which must stay readable.
    narrow = width - chip_width(chip) < px(260)
    height = px(76) if narrow else px(50)
    top = sheet.y
    sheet.add(Box(QRectF(left, top, width, height), theme.radius("tile"), "panel", "border"))
    tile, glyph = px(32), px(18)
    sheet.add(Box(QRectF(left + px(10), top + px(9), tile, tile), theme.radius("control"), "accentSubtle"))
    inset = (tile - glyph) / 2
    icon_at = QRectF(left + px(10) + inset, top + px(9) + inset, glyph, glyph)
    sheet.add(Glyph(icon_at, "act.escalate", "accentText"))
    chip_left = left + (px(54) if narrow else width - px(12) - chip_width(chip))
    chip_top = top + (px(48) if narrow else (height - theme.size("chip")) / 2)
    sheet.add(ChipPart(QRectF(chip_left, chip_top, chip_width(chip), theme.size("chip")), chip))
    x = left + px(54)
    room = left + width - px(12) - x if narrow else chip_left - px(8) - x
    verb = tr("Chuyển") + " "
    unit = safe_line(scene.unit_name(item.transfer_unit), 80)
    verb_width = text_width(verb, "body")
    line = theme.line("body")
    sheet.add(OneLine(QRectF(x, top + px(6), verb_width, line), verb, "body", "text2"))
    unit_text = elide(unit, "body", room - verb_width, 600)
    sheet.add(OneLine(QRectF(x + verb_width, top + px(6), room, line), unit_text, "body", "text", 600))
    who = safe_line(said(item.actor_name), 40)
    meta = tr("{who} · {time}", who=who, time=clock_text(item.at))
    if item.transfer_due_at:
        due = clock_text(item.transfer_due_at)
        meta = tr("{meta} · cần tiếp nhận trước {due}", meta=meta, due=due)
    meta_box = QRectF(x, top + px(6) + line, room, theme.line("small"))
    sheet.add(OneLine(meta_box, elide(meta, "small", room), "small", "text2"))
    sheet.y = top + height
    return sheet.done(tr("Chuyển {unit}. {meta}. {state}", unit=unit, meta=meta, state=chip.text))


def _times(item: EventItem, repeats: tuple[EventItem, ...]) -> str:
    """Return when it happened; of what was done again and again how often, and when for the first and the last time."""
    first = clock_text(item.at)
    if not repeats:
        return first
    last = clock_text(repeats[-1].at)
    span = first if first == last else f"{first}–{last}"
    return tr("{span} · {count} lần", span=span, count=1 + len(repeats))


def _lay_event(item: EventItem, scene: Scene, repeats: tuple[EventItem, ...] = ()) -> Laid:
    theme = current_theme()
    sheet = Sheet(scene.width, px(8))
    who, words = safe_line(said(item.actor_name), 40), deed_shown(safe_line(said(item.words), 400))
    time = _times(item, repeats)
    line, glyph, gap = theme.line("small"), px(14), px(6)
    who_width = text_width(who, "small", 600)
    said_width = text_width(words, "small")
    time_width = text_width(time, "small")
    total = glyph + gap + who_width + px(4) + said_width + px(8) + time_width
    room = scene.width - 2 * px(INDENT)
    icon = _ICONS.get(item.kind, "hist")
    if total <= room:
        x = (scene.width - total) / 2
        sheet.add(Glyph(QRectF(x, sheet.y + (line - glyph) / 2, glyph, glyph), icon, "text3"))
        x += glyph + gap
        sheet.add(OneLine(QRectF(x, sheet.y, who_width, line), who, "small", "text2", 600))
        x += who_width + px(4)
        sheet.add(OneLine(QRectF(x, sheet.y, said_width, line), words, "small", "text3"))
        x += said_width + px(8)
        sheet.add(OneLine(QRectF(x, sheet.y, time_width, line), time, "small", "text3"))
        sheet.y += line
    else:
        text = f"{who} {words}  {time}".strip()
        layout, width, height = wrap(text, "small", room - glyph - gap)
        sheet.add(Glyph(QRectF(px(INDENT), sheet.y + px(2), glyph, glyph), icon, "text3"))
        at = QRectF(px(INDENT) + glyph + gap, sheet.y, width, height)
        sheet.add(Words(at, text, "text2", layout))
        sheet.y += height
    return sheet.done(tr("{time}. {who} {said}", time=time, who=who, said=words))


def _lay_line(label: str, scene: Scene, *, new: bool) -> Laid:
    line = current_theme().line("small")
    sheet = Sheet(scene.width, px(12))
    ink, text_ink = ("accentBorder", "link") if new else ("divider", "text3")
    width = text_width(label, "small", 600 if new else 500)
    start, end = px(MARGIN), scene.width - px(MARGIN)
    text_left = (scene.width - width) / 2
    middle = sheet.y + line / 2
    for left, right in ((start, text_left - px(12)), (text_left + width + px(12), end)):
        sheet.add(Box(QRectF(left, middle, max(0, right - left), max(1, px(1))), 0, ink))
    at = QRectF(text_left, sheet.y, width, line)
    sheet.add(OneLine(at, label, "small", text_ink, 600 if new else 500))
    sheet.y += line + px(2)
    return sheet.done(label)


def lay_row(row: Row, scene: Scene) -> Laid:
    """Lay out any row of the conversation."""
    match row.item:
        case MessageItem() as item:
            return lay_message(item, scene, first=row.first)
        case ReplyItem() as item:
            return lay_reply(item, scene, first=row.first)
        case NoteItem() as item:
            return _lay_note(item, scene)
        case EventItem(transfer_unit="") as item:
            return _lay_event(item, scene, row.repeats)
        case EventItem() as item:
            return _lay_transfer(item, scene)
        case None:
            return _lay_line(row.label, scene, new=row.key == NEW_KEY)
