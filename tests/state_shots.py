"""Screenshots of the states of picture 10b, and of what an officer meets most at every enlargement."""

from PySide6.QtWidgets import QWidget

from console.cache.views import QueueFilter, View
from console.runtime.i18n import tr
from console.ui.composer.tabs import ComposerMode
from console.ui.dialogs.connect import ConnectDialog
from console.ui.frame.toasts import Toast, ToastAct
from console.ui.theme import apply_theme

SCALES = {"125_1366": (1366, 696, 1.25), "150_1920": (1920, 1000, 1.5)}
LINK = "https://oauth.zaloapp.com/v4/oa/permission?app_id=2741042829602456085&redirect_uri=https%3A%2F%2Fcongan.caobang.gov.vn"


def nothing() -> None:
    """Do nothing: a button of a picture."""


TOASTS = (
    Toast(
        "sev.khan",
        "red",
        "Tin khẩn cấp mới · CB26-01484",
        "Tố giác, tin báo · P. Sông Hiến · chưa ai nhận",
        (ToastAct("Nhận việc", nothing, "F2"), ToastAct("Xem", nothing, "↵")),
    ),
    Toast("sla.done", "green", "Đã đóng CB26-01479", acts=(ToastAct("Hoàn tác", nothing, "Ctrl Z"),)),
    Toast(
        "send.error",
        "red",
        "Zalo từ chối tin gửi",
        "Công dân đã bỏ quan tâm OA. Không thể trả lời qua Zalo.",
        (ToastAct("Mở hồ sơ", nothing),),
    ),
)


def shoot_states(app, runner, settle, window, controller, target, theme) -> None:
    """Render the empty queue, the search that finds nothing, the toasts and the new consent."""
    window.queue.show_filter(QueueFilter(View.WAITING))
    settle(app, runner)
    window.queue.grab().save(str(target / f"queue_empty_{theme}.png"))
    window.queue.show_filter(QueueFilter(View.ALL_OPEN))
    controller.searching.open("xe tải 11C-045")
    settle(app, runner)
    controller.searching.page()._debounce.timeout.emit()
    settle(app, runner)
    window.grab().save(str(target / f"search_nothing_{theme}.png"))
    controller.keyboard.step_back()
    for toast in TOASTS:
        window.toasts.show_toast(toast)
    settle(app, runner)
    window.grab().save(str(target / f"toasts_{theme}.png"))
    for card in list(window.toasts.cards):
        card.close_button.click()
    dialog = ConnectDialog(window, LINK, tr("Quyền dùng Zalo OA còn {count} ngày", count=21))
    dialog.open()
    shoot_dialog(app, runner, settle, dialog, target / f"connect_{theme}.png")


def shoot_scaled(app, runner, settle, open_main, close, bench, target, theme) -> None:
    """Render the note mode, the palette, the transfer, the filter and the bulk act at 125 % and 150 %."""
    for name, (width, height, scale) in SCALES.items():
        apply_theme(app, theme, scale)
        window, controller = open_main(app, bench, runner, width, height)
        window.composer.start(ComposerMode.NOTE)
        settle(app, runner)
        window.grab().save(str(target / f"note_{theme}_{name}.png"))
        window.composer.start(ComposerMode.REPLY)
        for asked, ask in (
            ("palette", controller.finding.open_palette),
            ("transfer", controller.asking.escalating.transfer),
        ):
            ask()
            settle(app, runner)
            shoot_dialog(app, runner, settle, app.activeModalWidget(), target / f"{asked}_{theme}_{name}.png")
        window.queue.strip_filter.start()
        window.queue.strip_filter.field.setText("loại:phản ánh -thẻ:ma túy")
        window.queue.strip_filter.apply()
        settle(app, runner)
        window.queue.grab().save(str(target / f"filter_{theme}_{name}.png"))
        window.queue.strip_filter.leave()
        window.queue.marks.add(window.queue.model.case_ids()[1:5])
        settle(app, runner)
        controller.bulk.ask()
        settle(app, runner)
        shoot_dialog(app, runner, settle, app.activeModalWidget(), target / f"bulk_{theme}_{name}.png")
        window.queue.marks.clear()
        close(app, runner, window, controller)


def shoot_dialog(app, runner, settle, dialog: QWidget, path) -> None:
    """Render a dialog and take it away."""
    settle(app, runner)
    dialog.grab().save(str(path))
    dialog.close()
    settle(app, runner)
