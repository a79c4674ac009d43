"""Screenshots of the administration page, of the marks on top of a case and of who looked, in both themes."""

import tempfile
from pathlib import Path

from console.actions.desk import Desk
from console.cache.accounts import enter
from console.cache.views import QueueFilter
from console.domain import events as e
from console.domain.officer import Officer, Role
from console.runtime.bridge import Bridge
from console.runtime.jobs import ManualRunner
from console.runtime.resources import load_reply_policy
from console.ui.desk.pages import DESK
from console.ui.theme import apply_theme
from tests.duty_scene import LONG
from tests.scene import scene
from tests.shot_window import shoot_dialogs, shoot_tabs, shot_window

ADMIN = Officer("ha", "Lục Thị Hà", "TB-CAT", (Role.ADMIN, Role.COMMANDER), "Thiếu tá")
OTHERS = (
    LONG,
    ADMIN,
    Officer("an", "Đàm Văn Ẩn", "TB-TPCB", (Role.DISTRICT_DUTY, Role.HANDLER), "Thượng úy"),
    Officer("uyen", "Nguyễn Thị Uyên", "PC02", (Role.HANDLER,), "Trung úy"),
)


def shoot_accounts(app, make_bench, settle, target, sizes):
    """Render the screens; ``make_bench`` makes a workbench as the other screenshots have it."""
    with tempfile.TemporaryDirectory() as folder, scene(Path(folder) / "profile") as workspace:
        with workspace.store.write() as tx:
            for one in OTHERS:
                enter(tx, one)
        runner = ManualRunner()
        desk = Desk(workspace.store, ADMIN, workspace.rules, load_reply_policy())
        bench = make_bench(workspace, desk, runner, Bridge())
        for theme in ("light", "dark"):
            apply_theme(app, theme, 1.0)
            for size, (width, height, _scale) in sizes.items():
                shoot(
                    app,
                    bench,
                    runner,
                    settle,
                    lambda name, t=theme, s=size: target / f"{name}_{t}_{s}.png",
                    width,
                    height,
                )


def shoot(app, bench, runner, settle, path, width, height):
    """Render the page's tabs, its form, and an open case with marks."""

    def settled():
        settle(app, runner)

    with shot_window(bench, settled, width, height) as (window, controller):
        shoot_tabs(window, "page.accounts", ("accounts", "rights", "seen_as"), settled, path)
        first = bench.queries.queue_index(QueueFilter())[0].case_id
        mark(bench, first)
        window.pages.open(DESK)
        controller.open_case(first)
        settled()
        controller.oversight.look()
        settled()
        window.grab().save(str(path("marks")))
        asks = {
            "account": lambda: controller.administering.ask_account(OTHERS[2]),
            "who_looked": controller.oversight.who_looked,
            "hold": controller.oversight.hold,
        }
        shoot_dialogs(app, asks, settled, path)


def mark(bench, case_id):
    """Let a case have everything that stands on top, and officer Tuấn see six identities."""
    store = bench.desk.store
    bodies = (
        e.ContactRestricted("dung-goi-so-nay", "gọi cho chị gái trước 20 giờ"),
        e.ContactRestricted("dung-den-nha", ""),
        e.SecretSuspected("có dấu Mật trên ảnh"),
        e.HoldSet("Viện kiểm sát yêu cầu, công văn 112"),
        *(e.IdentityRevealed("gọi lại", 1) for _ in range(6)),
    )
    with store.write() as tx:
        if not tx.case(case_id).hold:
            tx.add(case_id, *bodies, actor="tuan", unit="TB-CAT")
