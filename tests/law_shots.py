"""Screenshots of the page of rules and its previews, in both themes."""

import json
import tempfile
from pathlib import Path

from console.actions.desk import Desk
from console.app import policies as laws
from console.cache.accounts import enter
from console.domain import events as e
from console.domain.officer import Officer, Role
from console.domain.subject import subject
from console.runtime.bridge import Bridge
from console.runtime.jobs import ManualRunner
from console.runtime.resources import load_reply_policy, resource_path, shipped_text
from console.ui.theme import apply_theme
from tests.accounts_shots import ADMIN, OTHERS
from tests.scene import scene
from tests.shot_window import shoot_dialogs, shoot_tabs, shot_window

LEADER = Officer("vinh", "Hoàng Văn Vinh", "CAT", (Role.LEADER,), "Đại tá")


def shoot_law(app, make_bench, settle, target, sizes):
    """Render the screens; ``make_bench`` makes a workbench as the other screenshots have it."""
    with tempfile.TemporaryDirectory() as folder, scene(Path(folder) / "profile") as workspace:
        with workspace.store.write() as tx:
            for one in (*OTHERS, LEADER):
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
        change_rules(workspace)
        bench = make_bench(workspace, desk, runner, Bridge())
        file = Path(folder) / "policies.json"
        data = json.loads(resource_path("data", "policies.json").read_text("utf-8"))
        for one in data["policies"]:
            if one["unit"] == "hour" and one["duration"]:
                one["duration"] *= 2
        file.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        leader = Desk(workspace.store, LEADER, workspace.rules, load_reply_policy())
        signing = make_bench(workspace, leader, runner, Bridge())
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
                named = lambda name, t=theme, s=size: target / f"{name}_{t}_{s}.png"  # noqa: E731
                shoot_signing(app, signing, runner, settle, named, width, height)


def text_with(limits):
    """Return the shipped clocks with other limits, by code."""
    data = json.loads(shipped_text("policies.json"))
    for one in data["policies"]:
        one["duration"] = limits.get(one["code"], one["duration"])
    return json.dumps(data, ensure_ascii=False)


def change_rules(workspace):
    """Put house clocks in force twice, and propose two changes of the law's limits, one of which went stale."""

    def put(reason, **limits):
        wish = laws.wish_for(workspace, "policies.json", text_with(limits))
        desk = Desk(workspace.store, ADMIN, workspace.rules, load_reply_policy())
        laws.put(workspace, desk, wish, reason)

    put("Quyết định 5/QĐ-CAT ngày 02/3/2026", SLA_CLASSIFY=90)
    put("Thông tư 12/2026/TT-BCA", SLA_CLASSIFY=90, PAKN_REPLY=15)
    put("Quyết định 9/QĐ-CAT ngày 10/3/2026", SLA_CLASSIFY=45, SLA_ACK_P3=20)
    put(
        "Thông tư liên tịch mới, hiệu lực 01/4/2026",
        SLA_CLASSIFY=45,
        SLA_ACK_P3=20,
        CRIME_FORWARD_24H=12,
        PAKN_REPLY=15,
        TC_FIRST=5,
    )


def shoot_signing(app, bench, runner, settle, path, width, height):
    """Render what the second person sees."""

    def settled():
        settle(app, runner)

    with shot_window(bench, settled, width, height) as (_window, controller):
        settled()
        shoot_dialogs(app, {"law_decide": controller.regulating.changes.ask_next}, settled, path)


def shoot(app, bench, runner, settle, file, path, width, height):
    """Render the page's tabs and its previews."""

    def settled():
        settle(app, runner)

    with shot_window(bench, settled, width, height) as (window, controller):
        shoot_tabs(
            window, "page.law", ("law_clocks", "law_units", "law_keeping", "law_changes"), settled, path
        )
        asks = {
            "law_policy": lambda: controller.regulating.ask_policy(file),
            "law_tree": controller.regulating.ask_tree,
        }
        shoot_dialogs(app, asks, settled, path)
