"""What is told to an officer of an answer to his own request: on a toast, and in the case."""

from console.cache.views import Told
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.sharing import told_line
from console.ui.common.times import end_text

ICONS = {
    "extension": "sla.pause",
    "reveal": "act.reveal",
    "closing": "act.sign",
    "reply": "act.return",
    "route": "act.escalate",
}


def answer_words(told: Told, clock: str = "") -> tuple[str, str]:
    """Return title and detail; ``clock`` is what the clock of an extension is called, or the unit of a route, "" for no name."""
    one, number = told.answer, told.number
    who, words = safe_line(told.by_name, 60), told_line(one.words, 200)
    match one.kind:
        case "extension" if one.granted:
            detail = tr("{who} duyệt, số {document}", who=who, document=words)
            title = tr("{number} được gia hạn đến {end}", number=number, end=end_text(one.until))
            return title, " · ".join(filter(None, (clock, detail)))
        case "extension":
            title = tr("Không gia hạn {number}, hạn cũ: {end}", number=number, end=end_text(one.until))
            return title, " · ".join(filter(None, (clock, tr("{who}: {reason}", who=who, reason=words))))
        case "reveal" if one.granted:
            return (
                tr("Được xem danh tính {number}", number=number),
                tr("Mở hồ sơ rồi hiện danh tính: máy ghi lại lý do và tự che lại"),
            )
        case "reveal":
            return tr("Không được xem danh tính {number}", number=number), words
        case "closing" if one.granted:
            return tr("Đã ký đóng {number} theo đề nghị của bạn", number=number), who
        case "closing":
            title = tr("Không ký đóng {number}: bạn vẫn giữ hồ sơ", number=number)
            return title, tr("{who}: {reason}", who=who, reason=words)
        case "route":
            title = tr("{number} được chuyển tiếp đến {unit}", number=number, unit=clock or one.code)
            return title, tr("{who}: {reason}", who=who, reason=words)
    title = tr("Không duyệt trả lời của bạn trong {number}", number=number)
    return title, tr("{who}: {reason}", who=who, reason=words)
