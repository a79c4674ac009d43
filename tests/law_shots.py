"""Screenshots of the page of rules and its previews, in both themes."""

import json
import tempfile
from pathlib import Path

from console.actions.desk import Desk
from console.cache.accounts import enter
from console.domain import events as e
from console.domain.subject import subject
from console.runtime.bridge import Bridge
from console.runtime.jobs import ManualRunner
from console.runtime.resources import load_reply_policy, resource_path
from console.ui.theme import apply_theme
from tests.accounts_shots import ADMIN, OTHERS
from tests.scene import scene
from tests.shot_window import shoot_dialogs, shoot_tabs, shot_window


def shoot_law(app, make_bench, settle, target, sizes):
    """Render the screens; ``make_bench`` makes a workbench as the other screenshots have it."""
    with tempfile.TemporaryDirectory() as folder, scene(Path(folder) / "profile") as workspace:
        with workspace.store.write() as tx:
            for one in OTHERS:
                enter(tx, one)
            ids = tx.connection.exec_driver_sql("SELECT case_id FROM case_file LIMIT 2").scalars().all()
            tx.add(ids[0], e.HoldSet("Viện kiểm sát yêu cầu, công văn 112"), actor="ha", unit="TB-CAT")
            for name, body in (
                ("a1", e.RetentionProposed(tuple(ids), "Theo định kỳ")),
                ("a1", e.RetentionApproved()),
                ("a1", e.RetentionRun(2, 14, 0)),
                ("a2", e.RetentionProposed(tuple(ids), "Theo văn bản của cấp trên: 45/CAT-PTM")),
            ):
                tx.add(subject("retention", name), body, actor="long", unit="TB-CAT")
        runner = ManualRunner()
        desk = Desk(workspace.store, ADMIN, workspace.rules, load_reply_policy())
        bench = make_bench(workspace, desk, runner, Bridge())
        file = Path(folder) / "policies.json"
        data = json.loads(resource_path("data", "policies.json").read_text("utf-8"))
        for one in data["policies"]:
            if one["unit"] == "hour" and one["duration"]:
                one["duration"] *= 2
        file.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        for theme in ("light", "dark"):
            apply_theme(app, theme, 1.0)
            for size, (width, height, _scale) in sizes.items():
                shoot(
                    app,
                    bench,
                    runner,
                    settle,
                    file,
                    lambda name, t=theme, s=size: target / f"{name}_{t}_{s}.png",
                    width,
                    height,
                )


def shoot(app, bench, runner, settle, file, path, width, height):
    """Render the page's tabs and its previews."""

    def settled():
        settle(app, runner)

    with shot_window(bench, settled, width, height) as (window, controller):
        shoot_tabs(window, "page.law", ("law_clocks", "law_units", "law_keeping"), settled, path)
        asks = {
            "law_policy": lambda: controller.regulating.ask_policy(file),
            "law_tree": controller.regulating.ask_tree,
        }
        shoot_dialogs(app, asks, settled, path)
