"""The right to use the OA, from the window: how long it lasts, and a new consent (reliability.md §4.3, features Y-03)."""

from PySide6.QtCore import QObject, Signal

from console.cache.views import Health
from console.runtime.i18n import tr
from console.ui.common.message import tell
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import SetUp, Workbench
from console.ui.dialogs.connect import ConnectDialog
from console.ui.frame.rights_words import rights_line
from console.ui.frame.toasts import Toast


class Connection(QObject):
    """Opens the wizard that asks an administrator of the OA for a new consent; a click on the key in the bar does too.

    ``setup_wanted``: no OA was ever connected, or nobody administers here, and this officer may change that.
    """

    setup_wanted = Signal()

    def __init__(self, window: DeskWindow, bench: Workbench) -> None:
        """Take where to ask and who carries it out."""
        super().__init__(window)
        self._window, self._bench = window, bench
        window.status.details_wanted.connect(self._clicked)

    def _clicked(self, icon: str) -> None:
        if icon == "conn.token":
            self.open()

    def open(self) -> None:
        """Say how long the right lasts and ask for a new consent; where a link cannot be made, say how else."""
        setup = self._bench.setup
        if setup is SetUp.OPEN:
            self.setup_wanted.emit()
            return
        if setup is SetUp.DENIED:
            words = tr(
                "Việc này của người quản trị: nhờ người đó đăng nhập rồi làm. Dữ liệu đã lưu vẫn xem được."
            )
            tell(self._window, tr("Máy này chưa nối với trang OA nào"), words)
            return
        lasts = self._lasts(self._bench.queries.health())
        link = self._bench.consent_link()
        if not link:
            words = tr("Mở dòng lệnh: console connect, theo hướng dẫn trong README")
            tell(self._window, tr("Quyền dùng Zalo OA"), f"{lasts}\n{words}" if lasts else words)
            return
        dialog = ConnectDialog(self._window, link, lasts)
        closed: list[int] = []
        dialog.finished.connect(closed.append)

        def settled(words: str) -> None:
            if not closed:
                dialog.settled(words, self._bench.consent_link() if words else "")
            if not words:
                self._window.toasts.show_toast(Toast("conn.ok", "green", tr("Đã nối lại Zalo OA")))

        dialog.answered.connect(lambda pasted: self._bench.consent(pasted, settled))
        dialog.open()

    def _lasts(self, health: Health) -> str:
        return rights_line(health, self._bench.clock.now_ms())
