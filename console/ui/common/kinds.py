"""What a message is called that says nothing itself."""

from console.domain.message import MessageType
from console.runtime.i18n import tr


def kind_word(kind: MessageType) -> str:
    """Return what a message without words is; "" for one of words only."""
    match kind:
        case MessageType.TEXT:
            return ""
        case MessageType.PHOTO | MessageType.GIF:
            return tr("Ảnh")
        case MessageType.VOICE:
            return tr("Ghi âm")
        case MessageType.VIDEO:
            return tr("Video")
        case MessageType.FILE:
            return tr("Tệp")
        case MessageType.STICKER:
            return tr("Nhãn dán")
        case MessageType.LINK:
            return tr("Liên kết")
        case MessageType.LOCATION:
            return tr("Vị trí")
        case MessageType.CARD:
            return tr("Danh thiếp")
        case MessageType.UNSUPPORTED:
            return tr("Loại tin chưa đọc được")
