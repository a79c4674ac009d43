"""Bubbles: the citizen's messages left, ours right with what is known of their delivery."""

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from console.cache.views import MessageItem, ReplyItem, Waits
from console.domain.case import ReplyState
from console.domain.events import OutsideSender
from console.domain.message import MessageType
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.paint import elide, text_width
from console.ui.common.sharing import words_shown
from console.ui.common.times import clock_text
from console.ui.conversation.cards import lay_attachments, lay_text_links, spoken_attachments
from console.ui.conversation.parts import Act, Box, Glyph, Laid, Link, OneLine, Sheet, ThreadAct, Words, wrap
from console.ui.conversation.rows import Scene, bubble_text, hold_left_s, is_inbound
from console.ui.theme import current_theme, px

MARGIN = 20
INDENT = 58


@dataclass(frozen=True, slots=True)
class _Delivery:
    """How a reply's state looks: bubble, words under it, what can be done."""

    words: str
    icon: str
    tone: str = "text3"
    weight: int = 0
    fill: str = "bubbleOut"
    border: str = "bubbleOutBorder"
    width: float = 1.0
    dashed: bool = False
    acts: tuple[tuple[ThreadAct, str], ...] = field(default_factory=tuple)


def _pending(words: str, icon: str, tone: str, *acts: tuple[ThreadAct, str]) -> _Delivery:
    return _Delivery(words, icon, tone, 600, "raised", "accentBorder", 1.0, True, acts)


def _queued(item: ReplyItem, scene: Scene) -> _Delivery:
    edit = (ThreadAct.EDIT_REPLY, tr("Sửa"))
    if left := hold_left_s(item, scene.now_ms):
        cancel = (ThreadAct.CANCEL_REPLY, tr("Hủy (Esc)"))
        return _pending(tr("Gửi sau {seconds} giây", seconds=left), "sla.soon", "accentText", cancel)
    drop = (ThreadAct.CANCEL_REPLY, tr("Bỏ"))
    if not scene.online:
        return _pending(tr("Chờ mạng – tự gửi khi có lại"), "send.queued", "orangeText", edit, drop)
    if item.waits is Waits.UNKNOWN:
        words = tr("Chờ kết quả tin trước: chưa rõ tin đó đã tới hay chưa")
        return _pending(words, "send.queued", "orangeText", edit, drop)
    if item.waits is Waits.EARLIER:
        return _pending(tr("Chờ gửi sau tin trước"), "send.queued", "accentText", edit, drop)
    return _pending(tr("Chờ gửi"), "send.queued", "accentText", edit, drop)


def _unknown(item: ReplyItem) -> _Delivery:
    words = tr("Chưa rõ đã tới công dân hay chưa")
    if item.propose_not_sent:
        words = tr("Chưa rõ – đã đọc lại hội thoại, không thấy tin này")
    elif item.matches:
        words = tr("Chưa rõ – có {count} tin giống trong hội thoại", count=item.matches)
    acts = (
        (ThreadAct.CHECK_REPLY, tr("Kiểm tra lại")),
        (ThreadAct.RESOLVE_REPLY, tr("Đánh dấu đã gửi…")),
    )
    return _Delivery(
        words, "send.unknown", "orangeText", 600, "bubbleOut", "orangeMark", 1.5, dashed=True, acts=acts
    )


def _delivery(item: ReplyItem, scene: Scene) -> _Delivery:
    settled = clock_text(item.settled_at) if item.settled_at else ""
    acts: tuple[tuple[ThreadAct, str], ...]
    match item.state:
        case ReplyState.AWAITING_APPROVAL:
            approve = (ThreadAct.APPROVE_REPLY, tr("Xem và duyệt…"))
            decline = (ThreadAct.DECLINE_REPLY, tr("Không duyệt…"))
            edit, drop = (ThreadAct.EDIT_REPLY, tr("Sửa")), (ThreadAct.CANCEL_REPLY, tr("Bỏ"))
            # Nobody approves what he wrote himself.
            others = scene.may_approve and item.author != scene.officer_id
            acts = (approve, decline) if others else (edit, drop)
            return _pending(tr("Chờ duyệt – chưa gửi"), "view.choduyet", "accentText", *acts)
        case ReplyState.QUEUED:
            return _queued(item, scene)
        case ReplyState.PERMITTED:
            return _pending(tr("Đang gửi…"), "send.sending", "accentText")
        case ReplyState.SENT:
            return _Delivery(tr("Đã gửi {time}", time=settled), "send.sent")
        case ReplyState.CONFIRMED:
            return _Delivery(tr("Cán bộ xác nhận đã tới công dân {time}", time=settled), "send.sent")
        case ReplyState.UNKNOWN:
            return _unknown(item)
        case ReplyState.REJECTED:
            words = tr("Không gửi được: {reason}", reason=safe_line(item.reason, 300))
            acts = ((ThreadAct.RESEND_REPLY, tr("Gửi lại")), (ThreadAct.EDIT_REPLY, tr("Sửa")))
            return _Delivery(words, "send.error", "redText", 600, "bubbleOut", "red", 1.5, acts=acts)
        case ReplyState.NOT_SENT:
            words = tr("Cán bộ xác định chưa tới công dân {time}", time=settled)
            acts = ((ThreadAct.EDIT_REPLY, tr("Soạn lại")),)
            return _Delivery(words, "send.error", "text2", 600, "raised", "neutralBorder", acts=acts)
        case ReplyState.CANCELLED:
            if item.reason:
                # Somebody or something else stopped it: the text waits to be looked at again.
                words = tr("Chưa gửi: {reason}", reason=safe_line(item.reason, 300))
                acts = ((ThreadAct.EDIT_REPLY, tr("Soạn lại")),)
                return _Delivery(
                    words, "warn", "orangeText", 600, "raised", "orangeMark", dashed=True, acts=acts
                )
            words = tr("Đã bỏ trước khi gửi {time}", time=settled)
            return _Delivery(words.strip(), "act.remove", "text3", 0, "raised", "neutralBorder", dashed=True)


def _reach(width: float) -> float:
    """Return the widest a bubble may be: 560 px or 70 % of what is inside the margins."""
    room = width - px(INDENT) - px(MARGIN)
    return min(px(560), max(px(200), room * 0.7))


def _lay_bubble(
    sheet: Sheet, text: str, box: Box, reach: float, right_edge: float, tone: str = "text"
) -> QRectF:
    """Put a text bubble on the sheet; ``box.rect`` gives its left edge unless it stands at ``right_edge``."""
    pad_x, pad_y = px(14), px(7)
    layout, width, height = wrap(text, "msg", reach - 2 * pad_x)
    left = right_edge - width - 2 * pad_x if box.corner == "r" else box.rect.left()
    box.rect = QRectF(left, sheet.y, width + 2 * pad_x, height + 2 * pad_y)
    sheet.add(box)
    sheet.add(Words(QRectF(left + pad_x, sheet.y + pad_y, width, height), text, tone, layout))
    sheet.y += height + 2 * pad_y
    return box.rect


def _status_line(
    sheet: Sheet, right: float, room: float, who: str, look: _Delivery, links: tuple[Act, ...]
) -> None:
    """Put «who · state  actions» under a bubble of ours, at its right edge."""
    line = current_theme().line("small")
    glyph, gap = px(14), px(12)
    prefix = f"{who} · " if who else ""
    prefix_width = text_width(prefix, "small")
    state_width = glyph + px(4) + text_width(look.words, "small", look.weight)
    link_width = sum(text_width(act.words, "small", 600) + gap for act in links)
    sheet.y += px(2)
    total = prefix_width + state_width
    inline = total + link_width <= room
    if total > room:
        layout, width, height = wrap(prefix + look.words, "small", room - glyph - px(4))
        left = right - width
        sheet.add(Glyph(QRectF(left - glyph - px(4), sheet.y + px(2), glyph, glyph), look.icon, look.tone))
        sheet.add(Words(QRectF(left, sheet.y, width, height), prefix + look.words, look.tone, layout))
        sheet.y += height
    else:
        left = right - total - (link_width if inline else 0)
        if prefix:
            sheet.add(OneLine(QRectF(left, sheet.y, prefix_width, line), prefix))
        left += prefix_width
        top = sheet.y + (line - glyph) / 2
        sheet.add(Glyph(QRectF(left, top, glyph, glyph), look.icon, look.tone))
        words_left = left + glyph + px(4)
        box = QRectF(words_left, sheet.y, state_width, line)
        sheet.add(OneLine(box, look.words, "small", look.tone, look.weight))
        sheet.y += 0 if inline and links else line
    if links:
        left = right - link_width + gap
        for act in links:
            width = text_width(act.words, "small", 600)
            sheet.add(Link(QRectF(left, sheet.y, width, line), act.words, act))
            left += width + gap
        sheet.y += line


def lay_reply(item: ReplyItem, scene: Scene, *, first: bool) -> Laid:
    """Lay out a reply of this console."""
    look = _delivery(item, scene)
    sheet = Sheet(scene.width, px(8) if first else px(5))
    right = scene.width - px(MARGIN)
    radius = current_theme().radius("bubble")
    text = bubble_text(item)
    if item.file_name:
        text = "\n".join(
            filter(None, (text, tr("[Tệp] {name}", name=words_shown(safe_line(item.file_name, 120)))))
        )
    if item.quote_id:
        _lay_quote(sheet, item, right, _reach(scene.width))
    box = Box(QRectF(), radius, look.fill, look.border, look.width * current_theme().scale, look.dashed, "r")
    tone = "text2" if look.fill == "raised" else "text"
    _lay_bubble(sheet, text or " ", box, _reach(scene.width), right, tone)
    if not first:
        box.corner = ""
    who = safe_line(item.author_name, 40)
    links = tuple(Act(kind, item.reply_id, words) for kind, words in look.acts)
    if item.first_text and item.first_text != item.text:
        links += (Act(ThreadAct.SHOW_CHANGE, item.reply_id, tr("Đã sửa khi duyệt")),)
    _status_line(sheet, right, scene.width - 2 * px(MARGIN), who, look, links)
    spoken = tr("Trả lời của {who}. {state}. {text}", who=who, state=look.words, text=text)
    return sheet.done(spoken)


def _lay_quote(sheet: Sheet, item: ReplyItem, right: float, reach: float) -> None:
    """Put what a reply quotes above its bubble; pressing it goes to the original."""
    line = current_theme().line("small")
    quoted = words_shown(safe_line(item.quote_text, 160)) or tr("tin không có chữ")
    words = elide(tr("Trích: {text}", text=quoted), "small", reach - px(14), 600)
    width = text_width(words, "small", 600)
    left = right - width
    sheet.add(Box(QRectF(left - px(10), sheet.y, px(3), line), 0, "accentBorder"))
    jump = Act(ThreadAct.JUMP, item.quote_id, tr("Tới tin được trích"))
    sheet.add(Link(QRectF(left, sheet.y, width, line), words, jump, "text2"))
    sheet.y += line + px(2)


def lay_message(item: MessageItem, scene: Scene, *, first: bool) -> Laid:
    """Lay out a message of the citizen, or one that was sent outside this console."""
    return _lay_inbound(item, scene, first=first) if is_inbound(item) else _lay_outside(item, scene)


def _body_text(item: MessageItem, scene: Scene) -> str:
    if item.recalled_at and item.message_id not in scene.opened:
        return ""
    if item.type is MessageType.UNSUPPORTED and not item.text and not item.attachments:
        kind = safe_line(item.raw_kind, 60)
        if kind:
            return tr("Kiểu chưa hỗ trợ: «{kind}». Bản gốc được giữ nguyên trong hồ sơ.", kind=kind)
        return tr("Kiểu chưa hỗ trợ. Bản gốc được giữ nguyên trong hồ sơ.")
    return bubble_text(item)


def _outside_words(item: MessageItem) -> str:
    """Return how a message came to the citizen without this console, and who is known to have sent it (features F-06)."""
    time, known = clock_text(item.at), item.explained
    if known is None:
        return tr("Gửi ngoài hệ thống {time} · chưa ghi ai gửi", time=time)
    name, by = safe_line(known.name, 80), safe_line(known.by_name, 40)
    match known.who:
        case OutsideSender.SELF:
            who = tr("{name} gửi", name=by)
        case OutsideSender.COLLEAGUE:
            who = tr("{name} gửi ({by} ghi)", name=name, by=by)
        case OutsideSender.AUTOMATIC:
            who = tr("tin tự động ({by} ghi)", by=by)
        case _:
            who = tr("không ai nhận đã gửi ({by} ghi)", by=by)
    if known.answered:
        return tr("Gửi ngoài hệ thống {time} · {who}", time=time, who=who)
    return tr("Gửi ngoài hệ thống {time} · {who} · chưa phải trả lời", time=time, who=who)


def _lay_outside(item: MessageItem, scene: Scene) -> Laid:
    sheet = Sheet(scene.width, px(8))
    right = scene.width - px(MARGIN)
    reach = _reach(scene.width)
    text = _body_text(item, scene)
    if text:
        box = Box(QRectF(), current_theme().radius("bubble"), "bubbleOut", "bubbleOutBorder", corner="r")
        _lay_bubble(sheet, text, box, reach, right)
    if item.attachments:
        sheet.y += px(6) if text else 0
        lay_attachments(sheet, item.attachments, item.message_id, right - reach, reach, right=True)
    words = _outside_words(item)
    links: tuple[Act, ...] = ()
    if scene.may_explain:
        verb = tr("Ghi lại…") if item.explained else tr("Ghi ai gửi…")
        links = (Act(ThreadAct.EXPLAIN, item.message_id, verb),)
    tone = "text2" if item.explained else "orangeText"
    _status_line(sheet, right, scene.width - 2 * px(MARGIN), "", _Delivery(words, "device", tone, 600), links)
    return sheet.done(f"{words}. {text} {spoken_attachments(item.attachments)}")


def _lay_avatar(sheet: Sheet, initials: str) -> None:
    edge = current_theme().size("avatar")
    box = QRectF(px(MARGIN), sheet.y, edge, edge)
    sheet.add(Box(box, edge / 2, "neutralSubtle"))
    left = box.center().x() - text_width(initials, "caption", 600) / 2
    sheet.add(OneLine(QRectF(left, box.top(), edge, edge), initials, "caption", "neutralText", 600))


def _lay_recalled(sheet: Sheet, item: MessageItem, *, opened: bool) -> None:
    line = current_theme().line("small")
    words = tr("Công dân đã thu hồi lúc {time}", time=clock_text(item.recalled_at))
    left, glyph = px(INDENT), px(14)
    sheet.add(Glyph(QRectF(left, sheet.y + px(2), glyph, glyph), "act.undo", "text2"))
    left += glyph + px(4)
    width = text_width(words, "small", 500)
    sheet.add(OneLine(QRectF(left, sheet.y, width, line), words, "small", "text2", 500))
    verb = tr("Ẩn nội dung") if opened else tr("Xem nội dung đã lưu")
    act = Act(ThreadAct.SHOW_RECALLED, item.message_id, verb)
    box = QRectF(left + width + px(12), sheet.y, text_width(verb, "small", 600), line)
    sheet.add(Link(box, verb, act))
    sheet.y += line


def _lay_inbound(item: MessageItem, scene: Scene, *, first: bool) -> Laid:
    theme = current_theme()
    sheet = Sheet(scene.width, px(8) if first else px(5))
    left, reach = px(INDENT), _reach(scene.width)
    if first:
        _lay_avatar(sheet, scene.initials)
    spoken = [tr("Công dân, {time}", time=clock_text(item.at))]
    opened = item.message_id in scene.opened
    if item.recalled_at:
        _lay_recalled(sheet, item, opened=opened)
        spoken.append(tr("Công dân đã thu hồi lúc {time}", time=clock_text(item.recalled_at)))
        sheet.y += px(4) if opened else 0
    edge: float = left
    text = _body_text(item, scene)
    if text:
        box = Box(QRectF(left, 0, 0, 0), theme.radius("bubble"), "bubbleIn", "bubbleInBorder")
        box.corner = "l" if first else ""
        edge = _lay_bubble(sheet, text, box, reach, 0).right()
        spoken.append(text)
    if item.attachments and (opened or not item.recalled_at):
        sheet.y += px(6) if text else 0
        edge = lay_attachments(sheet, item.attachments, item.message_id, left, reach, right=False)
        spoken.append(spoken_attachments(item.attachments))
    if edge > left:
        line = theme.line("small")
        time = clock_text(item.at)
        box_at = QRectF(edge + px(8), sheet.y - line, text_width(time, "small"), line)
        sheet.add(OneLine(box_at, time))
    if text:
        lay_text_links(sheet, text, item.message_id, left, reach)
    sheet.y = max(sheet.y, theme.size("avatar") + px(8)) if first else sheet.y
    return sheet.done(". ".join(filter(None, spoken)))
