"""Names of the fixed views, the same in rail, queue and palette."""

from console.cache.views import View
from console.runtime.i18n import tr


def view_name(view: View) -> str:
    """Return the name of a view of the rail."""
    match view:
        case View.NEW:
            return tr("Mới")
        case View.MINE:
            return tr("Của tôi")
        case View.OVERDUE:
            return tr("Quá hạn")
        case View.WAITING:
            return tr("Chờ dân trả lời")
        case View.TRANSFERRED:
            return tr("Đã chuyển")
        case View.REVIEW:
            return tr("Chờ duyệt")
        case View.UNENTERED:
            return tr("Chưa nhập tin báo")
        case View.DONE:
            return tr("Đã xử lý")
        case View.ALL_OPEN:
            return tr("Tất cả đang mở")
