"""Copies that leave, and proof that what is kept is what came (features X-01, X-04): asked for with a reason, logged first."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from console.actions import exporting, packing
from console.actions.desk import Desk
from console.actions.exporting import Checked
from console.actions.packing import Package, Written, file_name
from console.cache.views import AttachmentView
from console.domain.numerals import number_text
from console.domain.pass_phrase import PassPhrase
from console.domain.picture_facts import PictureFacts
from console.runtime.i18n import tr
from console.ui.common.message import tell
from console.ui.common.times import clock_text, date_text
from console.ui.desk.acts import trouble_text
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.dialogs.pass_phrase import PassPhraseDialog
from console.ui.dialogs.reason import ReasonDialog
from console.ui.frame.toasts import Toast

_TOPIC = "export"
Choose = Callable[[QWidget, Callable[[Path], None]], None]


def choose_folder(parent: QWidget, chosen: Callable[[Path], None]) -> None:
    """Ask into which folder the export file shall go, without blocking."""
    dialog = QFileDialog(parent, tr("Chọn nơi ghi tệp xuất"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()


class Exporting(QObject):
    """Exports a case or one of its files into a new encrypted file, and checks files against their hashes."""

    def __init__(
        self, window: DeskWindow, bench: Workbench, room: CaseRoom, choose: Choose = choose_folder
    ) -> None:
        """Take the open case, what works, and how a place is chosen."""
        super().__init__(window)
        self._window, self._bench, self._room, self._choose = window, bench, room, choose

    def ask_case(self) -> None:
        """Ask why the open case leaves and where to."""
        if self._room.detail is not None:
            number, case_id = self._room.detail.case.number, self._room.case_id
            self._ask(
                tr("Xuất hồ sơ {number}?", number=number),
                tr("Mọi tin và tệp của hồ sơ, không kèm danh tính công dân"),
                tr("Xuất hồ sơ"),
                number,
                lambda desk, reason: exporting.plan_case(desk, case_id, reason),
            )

    def ask_packet(self) -> None:
        """Ask why the open case goes to the investigation body and where its packet is written (features E-06)."""
        if self._room.detail is not None:
            number, case_id = self._room.detail.case.number, self._room.case_id
            self._ask(
                tr("Lập bộ hồ sơ {number} chuyển Cơ quan điều tra?", number=number),
                tr("Bản ghi trao đổi, phiếu, tệp nguyên bản, nhật ký, mã băm; danh tính người báo để riêng"),
                tr("Lập bộ hồ sơ"),
                number,
                lambda desk, reason: exporting.plan_packet(desk, case_id, reason),
            )

    def ask_file(self, item: AttachmentView) -> None:
        """Ask why one attachment leaves and where to."""
        if self._room.detail is not None:
            number, case_id = self._room.detail.case.number, self._room.case_id
            self._ask(
                tr("Xuất một tệp của {number}?", number=number),
                tr("SHA-256 {hash}", hash=item.sha256[:16]),
                tr("Xuất tệp"),
                number,
                lambda desk, reason: exporting.plan_file(desk, case_id, item.file_id, reason),
            )

    def _ask(
        self, title: str, detail: str, verb: str, number: str, plan: Callable[[Desk, str], Package]
    ) -> None:
        asked = ReasonDialog(
            self._window,
            title,
            detail,
            icon="act.export",
            verb=tr("Đặt mật khẩu…"),
            choices=(tr("Chuyển cơ quan điều tra"), tr("Kiểm tra trên máy riêng"), tr("Lý do khác")),
            promise=tr("Việc xuất được ghi nhật ký. Tệp có thể chứa mã độc: chỉ mở trên máy kiểm tra riêng."),
        )

        def close(reason: str) -> None:
            dialog = PassPhraseDialog(self._window, number, verb)

            def choose(phrase: PassPhrase) -> None:
                self._choose(self._window, lambda place: self._plan(number, place, reason, phrase, plan))

            dialog.chosen.connect(choose)
            dialog.open()

        # Only when the first dialog has gone: the keyboard belongs to one of them.
        asked.requested.connect(lambda reason: asked.accepted.connect(lambda: close(reason)))
        asked.open()

    def _plan(
        self,
        number: str,
        place: Path,
        reason: str,
        phrase: PassPhrase,
        plan: Callable[[Desk, str], Package],
    ) -> None:
        def write(package: Package) -> None:
            name = file_name(package.number, self._bench.clock.now_ms(), packet=package.log is not None)

            def put(desk: Desk) -> Written:
                whole = self._bench.with_papers(desk, package) if package.log is not None else package
                return packing.write(desk.files, whole, place / name, phrase)

            self._say(
                Toast(
                    "act.export", "accent", tr("Đang mã hóa tệp xuất {number}…", number=number), topic=_TOPIC
                )
            )
            self._bench.beside(put, self._written, self._failed)

        self._bench.act(lambda desk: plan(desk, reason), write, self._failed)

    def _written(self, written: Written) -> None:
        words = tr(
            "Đã xuất {name}: {count} tệp đính kèm, đã mã hóa",
            name=written.path.name,
            count=number_text(written.files),
        )
        proof = tr("SHA-256 {hash}…", hash=written.sha256[:16])
        self._say(Toast("act.export", "green", words, proof, topic=_TOPIC))

    def _say(self, toast: Toast) -> None:
        self._window.toasts.show_toast(toast)

    # -- proof ----------------------------------------------------------------------------------------------------

    def verify(self, item: AttachmentView) -> None:
        """Check a kept file against the hash taken when it came, and say what was found."""
        case_id = self._room.case_id

        def check(work: Callable[[], Checked]) -> None:
            self._bench.beside(lambda _desk: work(), self._whole, self._failed)

        self._bench.act(lambda desk: exporting.verify_file(desk, case_id, item.file_id), check, self._failed)

    def _whole(self, found: Checked) -> None:
        time = f"{clock_text(found.received_at, seconds=True)} {date_text(found.received_at)}"
        text = "\n".join(
            (
                tr("Từng byte khớp với lúc nhận."),
                tr("SHA-256: {hash}", hash=found.sha256),
                tr("Cỡ: {size} byte · {kind}", size=number_text(found.size), kind=found.media_type),
                tr("Nhận lúc: {time}", time=time),
                tr("Mã tin Zalo: {id}", id=found.message_id),
                *_told(found.told),
            )
        )
        tell(self._window, tr("Tệp nguyên vẹn"), text)

    def _failed(self, error: Exception) -> None:
        self._say(Toast("warn", "red", trouble_text(error), topic=_TOPIC))


def _told(told: PictureFacts) -> list[str]:
    """Return what the original tells beside itself, for the officer's eyes: none of it is in a copy sent to a citizen (X-02)."""
    lines = []
    if told.latitude is not None and told.longitude is not None:
        lines.append(
            tr("Nơi chụp ghi trong ảnh: {place}", place=f"{told.latitude:.6f}, {told.longitude:.6f}")
        )
    if told.taken:
        lines.append(tr("Giờ chụp theo máy chụp: {time}", time=told.taken))
    if told.device:
        lines.append(tr("Máy chụp: {device}", device=told.device))
    lines += [tr("Lời ghi trong ảnh: {words}", words=words) for words in told.comments[:3]]
    if lines:
        lines.append(tr("Các ghi chép này có thể bị sửa; ảnh gửi công dân không kèm chúng."))
    return lines
