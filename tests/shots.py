"""``./dev shots DIR [dark]``: the standard screenshots, from the same afternoon each time.

The main screen light and dark at 1920×1000 and 1366×696 and enlarged, and the states and dialogs an officer meets. Looked at beside the
design's pictures after every change of the window. With a theme behind the folder only its desk and dialogs, which is quicker.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from console.actions.desk import Desk
from console.actions.snoozing import snooze, wake
from console.app.pictures import Pictures
from console.app.workbench import LocalWorkbench
from console.cache import media_queue
from console.cache.views import QueueFilter, View
from console.runtime.bridge import Bridge
from console.runtime.jobs import ManualRunner
from console.runtime.resources import load_reply_policy
from console.ui.common.names import Names
from console.ui.composer.tabs import ComposerMode
from console.ui.desk.controller import DeskController
from console.ui.desk.pages import DESK
from console.ui.desk.window import DeskWindow
from console.ui.theme import apply_theme
from tests.accounts_shots import shoot_accounts
from tests.duty_shots import shoot_duty
from tests.law_shots import shoot_law
from tests.scene import HANH, scene, sealed_files
from tests.scene_related import add_related
from tests.setup_shots import shoot_setup
from tests.shot_window import take_away
from tests.signin_shots import shoot_signin
from tests.state_shots import shoot_scaled
from tests.state_shots import shoot_states as shoot_other_states
from tests.ui.statistics_sample import statistics

THEMES = ("light", "dark")
PAGES = ("statistics",)
SIZES = {"1920": (1920, 1000, 1.0), "1366": (1366, 696, 1.0)}
ENLARGED = {"150_1920": (1920, 1000, 1.5), "125_1366": (1366, 696, 1.25)}
REPLY = (
    "Tổ tuần tra đã tới nơi. Nếu anh/chị còn ảnh hoặc biển số xe, xin gửi thêm tại đây. "
    "Danh tính của anh/chị được giữ kín theo quy định."
)

NOTE = "Đ/c Tuấn báo: đã khống chế 2 đối tượng, 1 nạn nhân đưa đi BVĐK tỉnh."


class ShotBench(LocalWorkbench):
    """A workbench without the demo's striped frame, as the pictures of the design."""

    rehearsal = ""

    def statistics(self, period, unit, done):
        """Show two weeks of a province instead of an afternoon of one desk."""
        done(statistics())


def main(argv: list[str]) -> int:
    """Render everything into the folder that is named; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="./dev shots", description="The standard screenshots, as PNG files."
    )
    parser.add_argument("folder", type=Path, help="where they go; made if it is not there")
    parser.add_argument("theme", nargs="?", choices=THEMES, help="only this look's desk and dialogs: quicker")
    wanted = parser.parse_args(argv)
    target, themes = wanted.folder, (wanted.theme,) if wanted.theme else THEMES
    target.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(say)
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder, scene(Path(folder) / "profile") as workspace:
        add_related(workspace)
        runner = ManualRunner()
        files = sealed_files(workspace)
        desk = Desk(workspace.store, HANH, workspace.rules, load_reply_policy(), files)
        pictures = Pictures(lambda file_id: read_sealed(workspace, files, file_id), runner)
        bench = ShotBench(workspace, desk, runner, runner, Bridge(), pictures, {})
        for theme in themes:
            sizes = SIZES | ENLARGED
            for size, (width, height, scale) in sizes.items():
                apply_theme(app, theme, scale)
                shoot_main(app, bench, runner, target / f"main_{theme}_{size}.png", width, height)
            apply_theme(app, theme, 1.0)
            shoot_pages(app, bench, runner, target, theme)
            shoot_states(app, bench, runner, target, theme)
            if not wanted.theme:
                shoot_scaled(app, runner, settle, open_main, close, bench, target, theme)
    if not wanted.theme:
        shoot_duty(app, duty_bench, settle, target, SIZES)
        shoot_signin(app, target, SIZES)
        shoot_setup(app, target, SIZES)
    shoot_accounts(app, duty_bench, settle, target, SIZES)
    shoot_law(app, duty_bench, settle, target, SIZES)
    print(f"{len(list(target.glob('*.png')))} pictures in {target}")
    return 0


def say(_kind, _context, words):
    """Pass on what Qt complains of, but for what the platform without a screen says at every window."""
    if "propagateSizeHints" not in words:
        print(words, file=sys.stderr)


def duty_bench(workspace, desk, runner, bridge):
    """Return a workbench for the screens of duty, which show no attachments."""
    pictures = Pictures(lambda file_id: read_sealed(workspace, sealed_files(workspace), file_id), runner)
    return ShotBench(workspace, desk, runner, runner, bridge, pictures, {})


def read_sealed(workspace, files, file_id):
    """Return the bytes of an attachment of the scene."""
    with workspace.store.read() as connection:
        known = media_queue.file_by_id(connection, file_id)
    return files.read(file_id, known.sha256)


def open_main(app, bench, runner, width, height):
    """Return the main screen with the urgent case open."""
    names = Names.from_catalog(bench.catalog)
    window = DeskWindow(bench, names)
    controller = DeskController(window, bench, names)
    window.resize(width, height)
    window.show()
    first = bench.queries.queue_index(QueueFilter())[0].case_id
    controller.room.open(first, ComposerMode.REPLY)
    window.composer.put_reply(REPLY)
    window.queue.choose(first)
    settle(app, runner)
    return window, controller


def settle(app, runner):
    """Let everything that was asked for happen."""
    for _ in range(20):
        runner.run_all()
        app.processEvents()


def close(app, runner, window, controller):
    """Take the main screen away; its draft does not stay for the next one."""
    window.composer.reply_taken(controller.room.case_id)
    window.close()
    settle(app, runner)
    take_away(window)


def first_photo(controller):
    """Return the first picture of the open case."""
    return next(file for item in controller.room.items for file in getattr(item, "attachments", ()))


def shoot_main(app, bench, runner, path, width, height):
    """Render the main screen."""
    window, controller = open_main(app, bench, runner, width, height)
    window.grab().save(str(path))
    close(app, runner, window, controller)


def shoot_pages(app, bench, runner, target, theme):
    """Render the pages beside the desk at both sizes."""
    for size, (width, height, _scale) in SIZES.items():
        window, controller = open_main(app, bench, runner, width, height)
        for code in PAGES:
            window.pages.open(code)
            settle(app, runner)
            window.grab().save(str(target / f"{code}_{theme}_{size}.png"))
        window.pages.open(DESK)
        close(app, runner, window, controller)


def shoot_states(app, bench, runner, target, theme):
    """Render the note mode, each dialog, and the window without a connection."""
    window, controller = open_main(app, bench, runner, *SIZES["1920"][:2])
    window.composer.start(ComposerMode.NOTE)
    window.composer.note_edit.set_text(NOTE)
    settle(app, runner)
    window.grab().save(str(target / f"note_{theme}.png"))
    window.composer.note_edit.set_text("")
    window.composer.start(ComposerMode.REPLY)
    asking = controller.asking
    unknown = next(i.reply_id for i in controller.room.items if getattr(i, "state", "") == "unknown")
    dialogs = {
        "transfer": asking.escalating.transfer,
        "pending": asking.escalating.pending,
        "urgent": asking.escalating.urgent,
        "guide": asking.escalating.guide,
        "close": asking.close,
        "tags": asking.tags,
        "snooze": asking.snooze,
        "national": controller.national.ask,
        "reveal": asking.confiding.reveal,
        "conflict": asking.confiding.mark_conflict,
        "split": asking.split,
        "resolve": lambda: asking.resolve(unknown),
        "keys": controller.looks.show_keys,
        "settings": controller.looks.show_settings,
        "key_editor": controller.looks.edit_keys,
        "photo": lambda: controller.media.show_photos(first_photo(controller)),
        "palette": controller.finding.open_palette,
        "knowledge": controller.library.open,
        "knowledge_editor": lambda: controller.library._edit("procedure/CC-CAP"),
    }
    for name, ask in dialogs.items():
        ask()
        settle(app, runner)
        dialog = app.activeModalWidget() or app.activeWindow()
        dialog.grab().save(str(target / f"{name}_{theme}.png"))
        dialog.close()
        settle(app, runner)
    shoot_queue(app, runner, window, controller, target, theme)
    shoot_other_states(app, runner, settle, window, controller, target, theme)
    shoot_reminder(app, bench, runner, window, controller, target, theme)
    controller.searching.open("xe may cau bang giang")
    settle(app, runner)
    controller.searching.page()._debounce.timeout.emit()
    settle(app, runner)
    window.grab().save(str(target / f"search_{theme}.png"))
    controller.keyboard.step_back()
    bench.clock.advance(11 * 60_000)
    controller.refresh_health()
    settle(app, runner)
    window.grab().save(str(target / f"offline_{theme}.png"))
    bench.clock.advance(-11 * 60_000)
    close(app, runner, window, controller)


def shoot_reminder(app, bench, runner, window, controller, target, theme):
    """Render a case whose time to be put off has just ended, open and in the queue."""

    def done(_result):
        """Show nothing beside it."""

    def failed(error):
        raise error

    opened = controller.room.case_id
    mine = bench.queries.queue_rows(
        [place.case_id for place in bench.queries.queue_index(QueueFilter(View.MINE))]
    )
    case_id = next(row.case_id for row in mine if row.category == "PAKN")
    until = bench.clock.now_ms() + 60_000
    bench.act(
        lambda desk: snooze(desk, case_id, until, "Gọi lại cho người phản ánh, hẹn 14 giờ 40"), done, failed
    )
    settle(app, runner)
    bench.clock.advance(60_000)
    controller.open_case(case_id)
    controller.pulse._tick()
    controller.pulse._show_counts()
    settle(app, runner)
    window.grab().save(str(target / f"reminder_{theme}.png"))
    bench.act(lambda desk: wake(desk, case_id), done, failed)
    settle(app, runner)
    bench.clock.advance(-60_000)
    controller.open_case(opened)
    settle(app, runner)


def shoot_queue(app, runner, window, controller, target, theme):
    """Render the queue with a typed filter, with marked cases, and what may be done with those."""
    window.queue.strip_filter.start()
    window.queue.strip_filter.field.setText("loại:tố giác,phản ánh -thẻ:ma túy chưa:trả lời")
    window.queue.strip_filter.apply()
    settle(app, runner)
    window.queue.grab().save(str(target / f"filter_{theme}.png"))
    window.queue.strip_filter.leave()
    window.queue.marks.add(window.queue.model.case_ids()[1:8])
    settle(app, runner)
    window.queue.grab().save(str(target / f"marked_{theme}.png"))
    controller.bulk.ask()
    settle(app, runner)
    dialog = app.activeModalWidget()
    dialog.pills["tag"].click()
    settle(app, runner)
    dialog.grab().save(str(target / f"bulk_{theme}.png"))
    dialog.close()
    window.queue.marks.clear()
    settle(app, runner)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
