"""Screenshots of the review screen and of the handover, in both themes and sizes."""

import tempfile
from pathlib import Path

from console.actions.desk import Desk
from console.domain.handover import Part
from console.runtime.bridge import Bridge
from console.runtime.jobs import ManualRunner
from console.runtime.resources import load_reply_policy
from console.ui.theme import apply_theme
from tests.duty_scene import LONG, add_duty, add_sheet
from tests.scene import HANH, scene
from tests.shot_window import shot_window

COMMENT = "Trả lời tốt, đúng mực. Bổ sung địa bàn (P. Tân Giang) và số biên bản của PC04 rồi gửi lại."


def shoot_duty(app, make_bench, settle, target, sizes):
    """Render the screens; ``make_bench`` makes a workbench as the other screenshots have it."""
    with tempfile.TemporaryDirectory() as folder, scene(Path(folder) / "profile") as workspace:
        add_duty(workspace)
        runner = ManualRunner()

        def bench_of(officer):
            desk = Desk(workspace.store, officer, workspace.rules, load_reply_policy())
            return make_bench(workspace, desk, runner, Bridge())

        reviewer = bench_of(LONG)
        for theme in ("light", "dark"):
            apply_theme(app, theme, 1.0)
            for size, (width, height, _scale) in sizes.items():
                shoot(
                    app,
                    reviewer,
                    runner,
                    settle,
                    "review",
                    target / f"review_{theme}_{size}.png",
                    width,
                    height,
                )
        add_sheet(workspace)
        leaver = bench_of(HANH)
        for theme in ("light", "dark"):
            apply_theme(app, theme, 1.0)
            for size, (width, height, _scale) in sizes.items():
                path = target / f"handover_{theme}_{size}.png"
                shoot(app, leaver, runner, settle, "handover", path, width, height)


def shoot(app, bench, runner, settle, page, path, width, height):
    """Render one page."""
    with shot_window(bench, lambda: settle(app, runner), width, height) as (window, controller):
        window.pages.open(page)
        settle(app, runner)
        shown = window.pages.page(page)
        if page == "review":
            wanted = next(row for row in bench.queries.review_rows() if row.pseudonym.endswith("T8RA"))
            shown.queue.choose(wanted.case_id)
            settle(app, runner)
            judge(shown.judging)
        settle(app, runner)
        window.grab().save(str(path))
        if page == "handover" and width > 1400:
            shoot_states(app, controller, shown, runner, settle, path)


def judge(judging):
    """Judge as in the picture: all but the last item are met."""
    for line in judging.lines[:-1]:
        line.met.click()
    judging.lines[-1].unmet.click()
    judging.comment.setPlainText(COMMENT)


def shoot_states(app, controller, page, runner, settle, path):
    """Render the duty book, the start and a signature."""
    page.show_tab(1)
    settle(app, runner)
    page.grab().save(str(path.with_name(path.name.replace("handover", "duty_book"))))
    for name, ask in (
        ("shift_start", controller.shifts.ask_start),
        ("sign", lambda: controller.shifts.ask_signature(Part.GIVER)),
    ):
        ask()
        settle(app, runner)
        dialog = app.activeModalWidget()
        dialog.grab().save(str(path.with_name(path.name.replace("handover", name))))
        dialog.close()
        settle(app, runner)
