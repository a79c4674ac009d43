"""What can be done with attachments and links: look, listen, export, open outside. Each look at a secret source is logged."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from console.actions import files, viewing
from console.actions.desk import Desk, Done
from console.cache.views import AttachmentView, MediaState, MessageItem
from console.domain.message import MessageType
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.runtime.voice import voice_facts
from console.runtime.voice_player import SPEEDS, VoicePlayer
from console.ui.common.clipboard import copy_private
from console.ui.common.links import may_open
from console.ui.common.message import MessageDialog, ask
from console.ui.common.sharing import sharing
from console.ui.common.times import clock_text
from console.ui.conversation.cards import PICTURES, real_host
from console.ui.conversation.media_paint import VoiceLook
from console.ui.conversation.parts import Act, ThreadAct
from console.ui.conversation.viewer import PhotoViewer, Shown
from console.ui.desk.acts import trouble_text
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.covering import Covering, closed_words
from console.ui.desk.exporting import Exporting
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.frame.toasts import Toast

_KEPT = 200


_SEEN_OR_HEARD = (ThreadAct.OPEN_PHOTO, ThreadAct.PLAY_VOICE, ThreadAct.VOICE_SEEK)


class Media(QObject):
    """Opens pictures, plays recordings, exports files, opens links after a question."""

    def __init__(
        self,
        window: DeskWindow,
        bench: Workbench,
        room: CaseRoom,
        covering: Covering,
        player: VoicePlayer | None = None,
    ) -> None:
        """Take the open case, what reads files, what covers pictures, and what plays (``None`` makes one with the system's players)."""
        super().__init__(window)
        self._window, self._bench, self._room, self._covering = window, bench, room, covering
        self.exporting = Exporting(window, bench, room)
        self.player = player or VoicePlayer(self)
        self._looks: OrderedDict[str, VoiceLook] = OrderedDict()
        self._playing = ""
        self._speed = 1.0
        thread = window.conversation.thread_view
        thread.set_voices(self.look)
        thread.copy_wanted.connect(self._copy)
        self.player.moved.connect(self._moved)
        self.player.ended.connect(self._ended)
        self.player.failed.connect(lambda words: self._say("warn", "orange", words))
        room.opened.connect(lambda _detail: self.player.stop())

    def _copy(self, text: str) -> None:
        """Let much of a conversation go to the clipboard when the log has it."""
        case_id = self._room.case_id
        self._bench.act(
            lambda desk: viewing.note_copy(desk, case_id, len(text)),
            lambda _done: copy_private(text),
            self._failed,
        )

    def do(self, act: Act) -> None:
        """Do what was asked for inside the conversation."""
        item = self._attachment(act)
        if act.kind is ThreadAct.SHOW_RECALLED:
            case_id = self._room.case_id
            ref = act.ref

            def show(_done: object) -> None:
                if self._room.case_id == case_id:
                    self._window.conversation.thread_view.show_recalled(ref)

            self._bench.act(lambda desk: viewing.view(desk, case_id), show, self._failed)
        elif act.kind is ThreadAct.OPEN_LINK:
            self.ask_link(act.value)
        elif item is None or item.state is not MediaState.STORED:
            return
        elif sharing().on and act.kind in _SEEN_OR_HEARD:
            # Nobody is kept from working by it: the key in these words shows and plays everything again.
            self._say("note.hidden", "orange", closed_words())
        elif act.kind is ThreadAct.OPEN_PHOTO:
            self.show_photos(item)
        elif act.kind is ThreadAct.PLAY_VOICE:
            self.toggle_voice(item)
        elif act.kind is ThreadAct.VOICE_SPEED:
            self.next_speed(item)
        elif act.kind is ThreadAct.VOICE_SEEK:
            self.seek(item, act.value)
        elif act.kind is ThreadAct.SAVE_FILE:
            self.exporting.ask_file(item)
        elif act.kind is ThreadAct.VERIFY_FILE:
            self.exporting.verify(item)

    def _attachment(self, act: Act) -> AttachmentView | None:
        for item in self._room.items:
            if isinstance(item, MessageItem) and item.message_id == act.ref:
                return next((a for a in item.attachments if a.number == act.number), None)
        return None

    # -- pictures -------------------------------------------------------------------------------------------------

    def show_photos(self, first: AttachmentView) -> PhotoViewer:
        """Open the viewer with every stored picture of the conversation, at one of them."""
        photos: list[Shown] = []
        start = 0
        for item in self._room.items:
            if not isinstance(item, MessageItem) or item.recalled_at:
                continue
            for file in item.attachments:
                if file.kind in PICTURES and file.state is MediaState.STORED:
                    if file.file_id == first.file_id:
                        start = len(photos)
                    photos.append(Shown(file.file_id, _photo_words(item, file)))
        if not photos:
            photos = [Shown(first.file_id, "")]
        viewer = PhotoViewer(self._window, photos, start, self._bench.thumbnail)
        ready = self._bench.news.thumbnail_ready
        ready.connect(viewer.refresh)
        viewer.finished.connect(lambda: ready.disconnect(viewer.refresh))
        viewer.verify_wanted.connect(lambda file_id: self._with_file(file_id, self.exporting.verify))
        viewer.cover_wanted.connect(self._cover)
        viewer.export_wanted.connect(lambda file_id: self._with_file(file_id, self.exporting.ask_file))
        viewer.open()
        return viewer

    def _cover(self, file_id: str) -> None:
        if self._room.detail is not None:
            self._covering.cover(self._room.detail.case, file_id)

    def _with_file(self, file_id: str, run: Callable[[AttachmentView], None]) -> None:
        for item in self._room.items:
            if isinstance(item, MessageItem):
                for file in item.attachments:
                    if file.file_id == file_id:
                        run(file)
                        return

    # -- recordings -----------------------------------------------------------------------------------------------

    def look(self, file_id: str) -> VoiceLook:
        """Return how a recording stands; the first time it is read beside the window, and repainted then."""
        known = self._looks.get(file_id)
        if known is None:
            self._keep(file_id, VoiceLook())
            self._learn(file_id)
            return VoiceLook()
        if file_id == self._playing and self.player.playing:
            return known._replace(position_ms=self.player.position_ms, playing=True, speed=self._speed)
        return known._replace(speed=self._speed)

    def _keep(self, file_id: str, look: VoiceLook) -> None:
        self._looks[file_id] = look
        self._looks.move_to_end(file_id)
        while len(self._looks) > _KEPT:
            self._looks.popitem(last=False)

    def _learn(self, file_id: str) -> None:
        case_id = self._room.case_id

        def learned(look: VoiceLook) -> None:
            self._keep(file_id, look)
            self._repaint()

        def unread(_error: Exception) -> None:
            """Say nothing now: pressing play says what is wrong with the copy."""

        def work(desk: Desk) -> VoiceLook:
            facts = voice_facts(files.read_file(desk, case_id, file_id))
            return VoiceLook(facts.duration_ms, facts.levels) if facts else VoiceLook()

        self._bench.act(work, learned, unread)

    def toggle_voice(self, item: AttachmentView) -> None:
        """Play a recording from where it was stopped, or stop it there."""
        if self._playing == item.file_id and self.player.playing:
            at = self.player.stop()
            self._keep(item.file_id, self._looks[item.file_id]._replace(position_ms=at))
            self._repaint()
            return
        self.look(item.file_id)
        self._play(item, self._looks[item.file_id].position_ms)

    def _play(self, item: AttachmentView, start_ms: int) -> None:
        case_id = self._room.case_id

        def play(data: bytes) -> None:
            if self._room.case_id != case_id:
                return
            self._playing = item.file_id
            self.player.play(data, self._speed, start_ms)
            self._repaint()

        self._bench.act(lambda desk: files.read_file(desk, case_id, item.file_id), play, self._failed)

    def seek(self, item: AttachmentView, to: str) -> None:
        """Go to a place of a recording (``ThreadAct.VOICE_SEEK``): a share is played from, a step only moves what is heard next.

        While it plays it plays on from there.
        """
        look = self.look(item.file_id)
        by_step = to[:1] in "+-"
        wanted = look.position_ms + int(to) if by_step else round(float(to) * look.duration_ms)
        at = min(max(0, wanted), max(0, look.duration_ms - 1))
        if self._playing == item.file_id and self.player.playing:
            self.player.stop()
        elif by_step:
            self._keep(item.file_id, self._looks[item.file_id]._replace(position_ms=at))
            self._repaint()
            return
        self._play(item, at)

    def next_speed(self, item: AttachmentView) -> None:
        """Go to the next speed, also while it plays."""
        self._speed = SPEEDS[(SPEEDS.index(self._speed) + 1) % len(SPEEDS)]
        if self._playing == item.file_id and self.player.playing:
            self._play(item, self.player.stop())
        self._repaint()

    def _moved(self, _position_ms: int) -> None:
        self._repaint()

    def _ended(self) -> None:
        look = self._looks.get(self._playing)
        if look is not None:
            self._looks[self._playing] = look._replace(position_ms=0)
        self._repaint()

    def _repaint(self) -> None:
        self._window.conversation.thread_view.thumbnail_ready()

    # -- links ----------------------------------------------------------------------------------------------------

    def ask_link(self, url: str) -> MessageDialog | None:
        """Ask before a link leaves the console; only HTTPS with a host ever does (features C-17)."""
        host = real_host(url)
        if not may_open(url) or not host:
            self._say("warn", "orange", tr("Chỉ mở được liên kết https có tên máy chủ rõ ràng"))
            return None
        text = tr(
            "Máy chủ: {host}\n{url}\n\nTrang sẽ mở trong trình duyệt của máy này và có thể giả mạo hoặc chứa mã độc. "
            "Không đăng nhập, không tải tệp. Người gửi có thể biết ai đã mở.",
            host=host,
            url=safe_line(url, 400),
        )
        title = tr("Mở liên kết ngoài tới {host}?", host=host)
        return ask(
            self._window, title, text, tr("Mở trong trình duyệt"), lambda: _open_outside(url), danger=True
        )

    def _failed(self, error: Exception) -> None:
        self._say("warn", "red", trouble_text(error))

    def _say(self, icon: str, tone: str, words: str) -> None:
        self._window.toasts.show_toast(Toast(icon, tone, words))


def _open_outside(url: str) -> None:
    QDesktopServices.openUrl(QUrl(url, QUrl.ParsingMode.StrictMode))


def _photo_words(item: MessageItem, file: AttachmentView) -> str:
    kind = tr("ảnh động, khung đầu") if file.kind is MessageType.GIF else tr("ảnh")
    return tr("{kind} · {time} · SHA-256 {hash}", kind=kind, time=clock_text(item.at), hash=file.sha256[:12])


def _nothing(_done: Done) -> None:
    """The look is in the log; the conversation shows the text by itself."""
