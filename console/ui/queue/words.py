"""What the queue says in words: group names, the sentence a screen reader reads, the age of the list."""

from dataclasses import dataclass

from console.cache.views import Group, PresenceKind, QueueFilter, QueueRow
from console.domain.case import TransferState
from console.domain.numerals import number_text
from console.runtime.i18n import tr
from console.ui.common.kinds import kind_word
from console.ui.common.names import Names
from console.ui.common.sharing import name_shown, words_shown
from console.ui.common.times import ALARM_MS, DEAD_MS, clock_text, proof_age, row_time, span_text


def group_name(group: Group) -> str:
    """Return the name of a group."""
    match group:
        case Group.URGENT:
            return tr("Khẩn cấp")
        case Group.LATE:
            return tr("Quá hạn")
        case Group.SOON:
            return tr("Sắp đến hạn")
        case Group.TODAY:
            return tr("Hôm nay")
        case Group.OLDER:
            return tr("Cũ hơn")


def group_sentence(group: Group, count: int) -> str:
    """Return what a screen reader says of a group header."""
    return tr("Nhóm {group}, {count} hồ sơ", group=group_name(group), count=number_text(count))


def order_explained() -> str:
    """Return the one line that explains the order (features B-01)."""
    return tr("Xếp theo: khẩn cấp, quá hạn, sắp đến hạn, rồi theo giờ; bằng nhau thì tin cũ hơn đứng trước")


def snippet_text(row: QueueRow) -> str:
    """Return the second line of a row; a message without words says what it is."""
    if row.covered:
        return tr("Lời kể được giữ kín – mở hồ sơ để đọc")
    kind, text = kind_word(row.snippet_type), words_shown(row.snippet)
    if not kind:
        return text
    return tr("[{kind}] {text}", kind=kind, text=text) if text else tr("[{kind}]", kind=kind)


def row_sentence(row: QueueRow, names: Names, now_ms: int) -> str:
    """Return what a screen reader says of a row: category, severity, unread and clock come before content."""
    parts = [
        _severity_sentence(row),
        _category_sentence(row, names),
        tr("{citizen}, số {number}.", citizen=name_shown(row.pseudonym), number=row.number or tr("chưa cấp")),
    ]
    if row.unread:
        parts.append(tr("{count} tin chưa đọc.", count=row.unread))
    parts.append(_clock_sentence(row, now_ms))
    if row.window_until:
        left = row.window_until - now_ms
        open_text = tr("Cửa sổ Zalo còn {span}.", span=span_text(left))
        parts.append(open_text if left > 0 else tr("Hết cửa sổ trả lời Zalo."))
    if row.low_score:
        parts.append(tr("Khảo sát {score} trên 5, chưa liên hệ lại.", score=row.low_score))
    if row.fix_by:
        parts.append(tr("Kiểm tra yêu cầu sửa trước {time}.", time=row_time(row.fix_by, now_ms)))
    if row.open and 0 < row.snooze_until <= now_ms:
        parts.append(tr("Đến giờ nhắc lại {time}.", time=row_time(row.snooze_until, now_ms)))
    if row.unknown_replies:
        parts.append(tr("{count} câu trả lời chưa rõ đã tới.", count=row.unknown_replies))
    if row.transfer_state is TransferState.PENDING:
        parts.append(tr("Chờ {unit} nhận.", unit=names.unit(row.transfer_to)))
    elif row.unit:
        parts.append(tr("Đơn vị {unit}.", unit=names.unit(row.unit)))
    parts.append(tr("{officer} phụ trách.", officer=row.owner_name) if row.owner_name else tr("Chưa ai giữ."))
    for other in row.others:
        if other.until > now_ms:
            writing = other.kind is PresenceKind.WRITING
            parts.append(
                tr("{officer} đang viết.", officer=other.name)
                if writing
                else tr("{officer} đang xem.", officer=other.name)
            )
    if row.open and not row.answered and (row.owner or row.category) and not row.unread:
        parts.append(tr("Chưa trả lời công dân."))
    if row.checklist.missing:
        known, total = len(row.checklist.known), len(row.checklist.wanted)
        parts.append(tr("Đã biết {known} trên {total} điều cần hỏi.", known=known, total=total))
    if row.has_draft:
        parts.append(tr("Có nháp."))
    parts.append(snippet_text(row))
    return " ".join(part for part in parts if part)


def _severity_sentence(row: QueueRow) -> str:
    if row.priority == "P1":
        return tr("Khẩn cấp.")
    if row.priority == "P2":
        return tr("Mức cao.")
    if not row.priority and row.suggested_priority == "P1":
        return tr("Có thể khẩn cấp, chưa ai xác nhận.")
    return ""


def _category_sentence(row: QueueRow, names: Names) -> str:
    if row.category:
        return tr("{category}.", category=names.category(row.category))
    if row.suggested_category:
        return tr("Gợi ý {category}, chưa xác nhận.", category=names.category(row.suggested_category))
    return tr("Chưa phân loại.")


def _clock_sentence(row: QueueRow, now_ms: int) -> str:
    if row.snooze_until > now_ms:
        return tr("Tạm dừng đến {time}.", time=clock_text(row.snooze_until))
    if not row.due_at:
        return ""
    left = row.due_at - now_ms
    if left < 0:
        return tr("Quá hạn {span}.", span=span_text(left, precise=True))
    return tr("Còn {span}.", span=span_text(left, precise=True))


@dataclass(frozen=True, slots=True)
class ProofLine:
    """How far an empty list can be trusted; ``tone`` is ``green orange red``."""

    text: str
    tone: str


def proof_line(linked_at: int, now_ms: int) -> ProofLine:
    """Return what may be said of the list (features B-11): only a linked read proves that nothing waits.

    Args:
        linked_at: UTC ms of the last read without a gap, 0 = never.
        now_ms: wall time.

    """
    if not linked_at:
        return ProofLine(tr("Chưa đọc được hộp thư Zalo lần nào · chưa thể nói là không có tin"), "red")
    age = proof_age(linked_at, now_ms)
    time = clock_text(linked_at, seconds=True)
    if age <= DEAD_MS:
        return ProofLine(tr("Đã đồng bộ {time} · không có tin chờ", time=time), "green")
    tone = "orange" if age <= ALARM_MS else "red"
    return ProofLine(tr("Đồng bộ lần cuối {time} · tin đến sau đó chưa hiện ở đây", time=time), tone)


def filter_words(wanted: QueueFilter, names: Names) -> str:
    """Return the unit or tag a list is narrowed to, or nothing."""
    if wanted.unit:
        return names.unit(wanted.unit)
    return names.tag(wanted.tag) if wanted.tag else ""
