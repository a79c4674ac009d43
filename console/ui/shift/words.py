"""Words of the handover sheet."""

from collections.abc import Callable, Sequence

from console.domain.handover import Block, Directed, DutyNotice, Reason, Section, SheetLine, ShiftView
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.sharing import deed_shown, told_line, words_shown
from console.ui.common.times import clock_text, date_text, local, row_time

NameOf = Callable[[str], str]
DIRECTED_SHOWN = 12


def section_name(section: Section) -> str:
    """Return the head of a section, as officers number them."""
    return {
        Section.HELD: tr("① Đang giữ"),
        Section.PROMISED: tr("② Hứa gọi lại"),
        Section.WINDOW: tr("③ Cửa sổ trả lời sắp hết"),
        Section.TRANSFER: tr("④ Chuyển chưa nhận"),
        Section.LAW: tr("⑤ Hạn luật trong 48 giờ"),
        Section.REPLY: tr("⑥ Nháp, chưa rõ"),
        Section.TROUBLE: tr("⑦ Sự cố hệ thống"),
    }[section]


def reason_text(reason: Reason, unit_name: NameOf, now_ms: int) -> str:
    """Return one reason of a line."""
    when = row_time(reason.at, now_ms) if reason.at else ""
    value = safe_line(said(reason.value), 80)
    match reason.section:
        case Section.HELD:
            return tr("{who} đang giữ", who=value) if value else tr("chưa ai nhận việc")
        case Section.PROMISED:
            if reason.at < now_ms:
                return tr("quá giờ hẹn {when}: {what}", when=when, what=words_shown(value))
            return tr("hẹn {when}: {what}", when=when, what=words_shown(value))
        case Section.WINDOW:
            return tr("cửa sổ Zalo hết {when}", when=when)
        case Section.TRANSFER:
            return tr("{unit} chưa nhận, hạn {when}", unit=unit_name(reason.value), when=when)
        case Section.LAW:
            return tr("{law}: hạn {when}", law=value, when=day_and_clock(reason.at))
        case Section.REPLY:
            return _reply_text(reason.value)
        case Section.TROUBLE:
            return when


def _reply_text(code: str) -> str:
    return {
        "chua-ro": tr("chưa rõ trả lời đã tới hay chưa"),
        "cho-duyet": tr("có việc chờ duyệt"),
        "nhap": tr("có nháp chưa gửi"),
    }.get(code, code)


def day_and_clock(at: int) -> str:
    """Return when a term ends: ``16:00 21/09``, or the day alone for one that lasts to its end."""
    then = local(at)
    # A limit of days ends at 24:00, which a clock writes as 00:00 of the next day.
    if (then.hour, then.minute) == (0, 0):
        return local(at - 1).strftime("%d/%m")
    return then.strftime("%H:%M %d/%m")


def line_title(line: SheetLine, category_name: NameOf) -> str:
    """Return what a line is about: number, kind and place, never a citizen."""
    if line.case_id:
        kind = category_name(line.category) or tr("Chưa phân loại")
        place = f" – {words_shown(safe_line(line.place, 60))}" if line.place else ""
        return f"{line.number} · {kind}{place}"
    if line.key == "trouble:gap":
        return tr("Còn {count} khoảng chưa đọc lại của hội thoại", count=line.reasons[0].value)
    if line.key == "trouble:media":
        return tr("Còn {count} tệp chưa tải được", count=line.reasons[0].value)
    return told_line(line.words, 160)


def line_text(line: SheetLine, unit_name: NameOf, now_ms: int) -> str:
    """Return why a line is there."""
    said = [reason_text(reason, unit_name, now_ms) for reason in line.reasons]
    text = "; ".join(words for words in said if words)
    return text[:1].upper() + text[1:]


def line_state(line: SheetLine, unit_name: NameOf, now_ms: int) -> str:
    """Return what stands under a line: why it is there or what is asked about it, and since when somebody has it."""
    text = line_text(line, unit_name, now_ms)
    if line.question:
        text = tr("Hỏi lại: {question}", question=words_shown(safe_line(line.question, 160)))
    if line.accepted_by:
        return tr("Đã nhận {time} · {text}", time=clock_text(line.accepted_at), text=text)
    return text


def block_name(block: Block) -> str:
    """Return what stands against closing, short."""
    return {
        Block.HELD: tr("Đang giữ"),
        Block.UNKNOWN: tr("Chưa rõ"),
        Block.URGENT_TRANSFER: tr("Khẩn chưa nhận"),
    }[block]


def shift_pill(shift: ShiftView, now_ms: int) -> str:
    """Return the shift for the top bar: ``Ca 14/03 · đến 07:30 mai``."""
    if not shift.open:
        return tr("Chưa mở ca")
    began, end, now = local(shift.opened_at), local(shift.planned_end), local(now_ms)
    days = (end.date() - now.date()).days
    later = {0: "", 1: tr(" mai")}.get(days, end.strftime(" %d/%m"))
    until = tr("quá giờ giao {end}", end=end.strftime("%H:%M")) if now_ms > shift.planned_end else ""
    until = until or tr("đến {end}{later}", end=end.strftime("%H:%M"), later=later)
    return tr("Ca {day} · {until}", day=began.strftime("%d/%m"), until=until)


def notice_text(notice: DutyNotice, unit_name: NameOf) -> str:
    """Return a notice about a desk as one sentence."""
    who, unit, when = safe_line(notice.who, 120), unit_name(notice.unit), clock_text(notice.at)
    if notice.kind == "absent":
        return tr(
            "{unit}: {who} nhận ca lúc {when}, vắng người giao ({reason}). Đã báo chỉ huy.",
            unit=unit,
            who=who,
            when=when,
            reason=told_line(notice.words, 200),
        )
    return tr(
        "{unit}: không ai trả lời «còn thức?» từ {when} ({who}). Gọi điện ngay.",
        unit=unit,
        when=when,
        who=who,
    )


def notice_short(notice: DutyNotice, unit_name: NameOf) -> str:
    """Return a notice for the status bar."""
    unit = unit_name(notice.unit)
    return (
        tr("Vắng người giao: {unit}", unit=unit)
        if notice.kind == "absent"
        else tr("Không trả lời: {unit}", unit=unit)
    )


def shift_span(shift: ShiftView) -> str:
    """Return from when to when a shift runs."""
    return tr(
        "Ca {day} ({start}–{end})",
        day=local(shift.opened_at).strftime("%d/%m"),
        start=clock_text(shift.opened_at),
        end=clock_text(shift.planned_end),
    )


def long_span(shift: ShiftView) -> str:
    """Return the span as the paper says it."""
    return tr(
        "Từ {start} ngày {day} đến {end} ngày {last}",
        start=clock_text(shift.opened_at),
        day=date_text(shift.opened_at),
        end=clock_text(shift.planned_end),
        last=date_text(shift.planned_end),
    )


def directed_lines(directed: Sequence[Directed]) -> list[str]:
    """Return what was reported to a leader and what leaders directed, those first that nobody reported on."""
    ordered = sorted(directed, key=lambda one: bool(one.done))
    lines = [_directed_line(one) for one in ordered[:DIRECTED_SHOWN]]
    if len(directed) > DIRECTED_SHOWN:
        lines.append(tr("và {count} việc khác, có trong bản in", count=len(directed) - DIRECTED_SHOWN))
    return lines or [tr("Không có")]


def _directed_line(one: Directed) -> str:
    told = "; ".join(f"{_moment(at)} {deed_shown(safe_line(said(words), 160))}" for at, words in one.reported)
    if not one.instruction_id:
        return tr("{number}: {told}; chưa có ý kiến chỉ đạo", number=one.number, told=told)
    line = tr(
        "{number}: {name} chỉ đạo {time}: {words}",
        number=one.number,
        name=safe_line(one.by, 60),
        time=_moment(one.at),
        words=words_shown(safe_line(said(one.words), 200)),
    )
    done = (
        tr(
            "Đã làm {time}, {name}: {words}",
            time=_moment(one.done_at),
            name=one.done_by,
            words=words_shown(one.done),
        )
        if one.done
        else tr("Chưa báo kết quả")
    )
    ended = tr("hồ sơ đã đóng {time}", time=_moment(one.closed_at)) if one.closed_at else ""
    return safe_line(
        ". ".join(filter(None, (line, told and tr("Đã báo cáo: {told}", told=told), done, ended))), 700
    )


def _moment(at: int) -> str:
    return local(at).strftime("%H:%M %d/%m")
