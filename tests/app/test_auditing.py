"""Checkpoints and retention as commands."""

import hashlib
import json
import re

from console.actions import policies
from console.actions.desk import Desk
from console.app import policies as laws
from console.app import timekeeping
from console.app.auditing import folder_of, sign_today
from console.app.maintenance import verify
from console.app.officers import save_officer
from console.app.timekeeping import make_timekeeper
from console.app.workspace import open_workspace
from console.cache.health_query import health
from console.cache.rebuild import differences
from console.cli import main
from console.domain import events as e
from console.domain.clock import DAY_MS, HOUR_MS, ManualClock
from console.domain.officer import Officer, Role
from console.runtime.resources import load_reply_policy, resource_path


def test_checkpoint_and_verify_against_it(tmp_path, capsys):
    key = tmp_path / "store.key"
    assert main(["key", "new", str(key)]) == 0
    profile = ["--profile", str(tmp_path / "p"), "--key-file", str(key)]
    with open_workspace(tmp_path / "p", key):
        pass
    capsys.readouterr()
    assert main(["checkpoint", "--to", str(tmp_path / "out"), "--json", *profile]) == 0
    made = json.loads(capsys.readouterr().out)
    assert main(["verify", "--checkpoint", made["path"], *profile]) == 0
    assert main(["verify", "--checkpoint", made["path"], "--public-key", made["public_key"], *profile]) == 0
    text = (tmp_path / "out").glob("*.checkpoint").__next__().read_text(encoding="utf-8")
    (tmp_path / "bad").write_text(text.replace("\n0\n", "\n5\n"), encoding="utf-8")
    capsys.readouterr()
    assert main(["verify", "--checkpoint", str(tmp_path / "bad"), *profile]) == 1
    assert "không khớp khóa" in capsys.readouterr().err
    assert main(["retention", "preview", *profile]) == 0
    assert "0 hồ sơ" in capsys.readouterr().out
    assert main(["retention", "propose", "--officer", "khong-co", *profile]) == 1


def test_one_checkpoint_a_day(tmp_path):
    clock = ManualClock()
    with open_workspace(tmp_path / "p", demo=True, clock=clock) as workspace:
        save_officer(workspace, Officer("long", "Long", "CAT", (Role.COMMANDER,)))
        assert sign_today(workspace.store, workspace) is not None
        assert sign_today(workspace.store, workspace) is None
        clock.advance(DAY_MS)
        assert sign_today(workspace.store, workspace) is not None
        assert len(list(folder_of(workspace).glob("*.checkpoint"))) == 2


def test_a_policy_is_shown_then_noted_then_in_force(tmp_path, capsys):
    key = tmp_path / "store.key"
    assert main(["key", "new", str(key)]) == 0
    profile = ["--profile", str(tmp_path / "p"), "--key-file", str(key)]
    with open_workspace(tmp_path / "p", key) as workspace:
        save_officer(workspace, Officer("admin", "Quản trị", "CAT", (Role.ADMIN,)))
        save_officer(workspace, Officer("long", "Long", "CAT", (Role.COMMANDER,)))
        with workspace.store.write() as tx:
            tx.add(
                "c1",
                e.CaseOpened("h1", "Công dân 1"),
                e.CaseClassified("TO_GIAC"),
                actor="hanh",
                unit="TB-CAT",
            )
    data = json.loads(resource_path("data", "policies.json").read_text(encoding="utf-8"))
    for policy in data["policies"]:
        if policy["code"] == "CRIME_FORWARD_24H":
            policy["duration"] = 12
    new = tmp_path / "policies.json"
    new.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    capsys.readouterr()
    for reader in ("", "admin"):  # nobody says who reads; an administrator reads no content
        assert main(["policy", str(new), "--json", "--officer", reader, *profile]) == 0
        shown = json.loads(capsys.readouterr().out)
        assert (shown["touched"], shown["shifts"][0]["sooner"]) == ([], 1)
    assert main(["policy", str(new), "--json", "--officer", "long", *profile]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert [(x["code"], x["before"] - x["after"]) for x in shown["touched"]] == [
        ("CRIME_FORWARD_24H", 12 * HOUR_MS)
    ]
    assert main(["policy", str(new), "--apply", "--officer", "admin", *profile]) == 1
    given = ["--apply", "--officer", "admin", "--reason", "TT mới"]
    assert main(["policy", str(new), "--json", *given, *profile]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["applied"], bool(shown["proposal"])) == (False, True)
    with open_workspace(tmp_path / "p", key) as workspace:
        assert workspace.rules.catalog.policies["CRIME_FORWARD_24H"].duration == 24, (
            "it waits for another person"
        )
    approve = ["policy", "--approve", shown["proposal"]]
    assert main([*approve, "--officer", "long", *profile]) == 0
    assert "Chưa đổi gì" in capsys.readouterr().out
    assert main([*approve, "--apply", "--officer", "admin", *profile]) == 1
    assert main([*approve, "--apply", "--officer", "long", *profile]) == 0
    with open_workspace(tmp_path / "p", key) as workspace:
        assert workspace.rules.catalog.policies["CRIME_FORWARD_24H"].duration == 12
        assert not (workspace.profile.root / "data").exists(), "the log holds the text"
    assert main(["verify", *profile]) == 0
    capsys.readouterr()
    assert main(["policy", "--json", *profile]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(x["number"], x["kept"], x["approved_by"]) for x in found["versions"]] == [
        (0, True, ""),
        (1, False, "long"),
    ]
    back = ["policy", "policies.json", "--back-to", "0", "--officer", "admin", "--reason", "TT bãi bỏ"]
    assert main([*back, "--apply", *profile]) == 0
    assert "chờ người thứ hai" in capsys.readouterr().out
    assert main(["policy", "policies.json", "--back-to", "7", *profile]) == 1
    data["policies"] = [
        {**one, "duration": 90} if one["code"] == "SLA_CLASSIFY" else one for one in data["policies"]
    ]
    new.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    assert main(["policy", str(new), *given, *profile]) == 0, "the house's own clock: one person"
    with open_workspace(tmp_path / "p", key) as workspace:
        assert workspace.rules.catalog.policies["SLA_CLASSIFY"].duration == 90
    new.write_text("{", encoding="utf-8")
    assert main(["policy", str(new), *profile]) == 1


def test_a_file_laid_into_the_profile_by_hand_is_not_in_force_and_that_is_said(tmp_path):
    with open_workspace(tmp_path / "p", demo=True) as workspace:
        assert not workspace.notices
    data = json.loads(resource_path("data", "policies.json").read_text(encoding="utf-8"))
    for policy in data["policies"]:
        policy["duration"] = policy["duration"] and policy["duration"] * 9
    (tmp_path / "p" / "data").mkdir()
    text = json.dumps(data, ensure_ascii=False)
    (tmp_path / "p" / "data" / "policies.json").write_text(text, encoding="utf-8")
    with open_workspace(tmp_path / "p", demo=True) as workspace:
        assert workspace.rules.catalog.policies["CRIME_FORWARD_24H"].duration == 24
        assert any("không có hiệu lực" in words for words in workspace.notices)
        # A profile from before the log held the text: its file counts while it is the one the log names.
        old = e.PolicyReplaced("policies.json", hashlib.sha256(text.encode()).hexdigest(), 0, "TT cũ")
        with workspace.store.write() as tx:
            tx.add("@policy", old, actor="admin", unit="CAT")
    with open_workspace(tmp_path / "p", demo=True) as workspace:
        assert workspace.rules.catalog.policies["CRIME_FORWARD_24H"].duration == 216
    (tmp_path / "p" / "data" / "policies.json").write_text(text + " ", encoding="utf-8")
    with open_workspace(tmp_path / "p", demo=True) as workspace:
        assert workspace.rules.catalog.policies["CRIME_FORWARD_24H"].duration == 24
        assert any("không còn đúng bản" in words for words in workspace.notices)


def test_the_organisation_is_shown_then_changed(tmp_path, capsys):
    key = tmp_path / "store.key"
    assert main(["key", "new", str(key)]) == 0
    profile = ["--profile", str(tmp_path / "p"), "--key-file", str(key)]
    with open_workspace(tmp_path / "p", key) as workspace:
        save_officer(workspace, Officer("admin", "Quản trị", "CAT", (Role.ADMIN,)))
        save_officer(workspace, Officer("long", "Long", "CAT", (Role.COMMANDER,)))
        with workspace.store.write() as tx:
            tx.add("c1", e.CaseOpened("h1", "Công dân 1"), actor="hanh", unit="TB-HA")
    capsys.readouterr()
    assert main(["organise", "--to", "2025", *profile]) == 0
    said = capsys.readouterr().out
    assert "Trực ban Công an huyện Hòa An → " in said and "1 hồ sơ đang mở" in said
    assert "CB26-" not in said and "--officer" in said
    assert main(["organise", "--to", "2025", "--officer", "long", *profile]) == 0
    said = capsys.readouterr().out
    assert re.search(r"CB\d\d-00001: Trực ban Công an huyện Hòa An → ", said) and "--officer" not in said
    assert (
        main(["organise", "--to", "2025", "--apply", "--officer", "admin", "--reason", "KH 1", *profile]) == 0
    )
    with open_workspace(tmp_path / "p", key) as workspace:
        assert workspace.rules.catalog.unit_tree == "2025"
        with workspace.store.write() as tx:
            assert tx.case("c1").unit == "TB-CAT"
    assert main(["verify", *profile]) == 0
    assert main(["organise", "--to", "2022", *profile]) == 1


def test_what_is_over_time_is_named_to_who_may_know_of_it(tmp_path, capsys):
    key = tmp_path / "store.key"
    assert main(["key", "new", str(key)]) == 0
    profile = ["--profile", str(tmp_path / "p"), "--key-file", str(key)]
    clock = ManualClock()
    with open_workspace(tmp_path / "p", key, clock=clock) as workspace:
        save_officer(workspace, Officer("long", "Long", "CAT", (Role.COMMANDER,)))
        save_officer(workspace, Officer("admin", "Quản trị", "CAT", (Role.ADMIN,)))
        save_officer(workspace, Officer("diep", "Điệp", "TB-TPCB", (Role.DISTRICT_DUTY,)))
        clock.jump(-40 * 365 * DAY_MS)
        with workspace.store.write() as tx:
            for number, (unit, category) in enumerate(
                (("TB-TPCB", "PAKN"), ("TB-HA", "PAKN"), ("TB-TPCB", "TO_CAO"))
            ):
                opened = (e.CaseOpened(f"h{number}", f"Công dân {number}"), e.CaseClassified(category))
                closed = e.CaseClosed("DA_TRA_LOI", "x")
                tx.add(f"c{number}", *opened, closed, actor="hanh", unit=unit)
    capsys.readouterr()
    named = {}
    for reader in ("", "admin", "diep", "long"):
        assert main(["retention", "preview", "--officer", reader, *profile]) == 0
        said = capsys.readouterr().out
        assert "3 hồ sơ hết thời gian" in said
        named[reader] = re.findall(r"CB\d\d-0000\d", said)
    assert [len(found) for found in named.values()] == [0, 0, 1, 3]
    assert main(["retention", "preview", "--officer", "khong-co", *profile]) == 1


def test_a_clock_set_back_between_two_runs_is_told_at_the_start_and_by_verify(tmp_path):
    clock = ManualClock()
    with open_workspace(tmp_path / "p", demo=True, clock=clock) as workspace:
        assert verify(workspace).clock_steps == 0
        assert "Đồng hồ" not in verify(workspace).words()
        clock.advance(HOUR_MS)
    clock.jump(-30 * 60_000)
    with open_workspace(tmp_path / "p", demo=True, clock=clock) as workspace:
        found = verify(workspace)
        assert (found.ok, found.clock_steps) == (True, 1)
        assert "đã bị lùi 1 lần" in found.words()
        with workspace.store.read() as connection:
            (trouble,) = health(connection, clock.now_ms()).troubles
        assert "bị lùi 30 phút" in trouble.words


def test_the_timekeeper_sees_a_step_of_the_clock_while_the_console_runs(tmp_path):
    clock = ManualClock()
    with open_workspace(tmp_path / "p", demo=True, clock=clock) as workspace:
        keeper = make_timekeeper(workspace, lambda work: work(workspace.store), lambda *_: None)
        keeper.round()
        clock.advance(5_000)
        clock.jump(-4_000)
        keeper.round()
        assert verify(workspace).clock_steps == 1


def test_a_desk_that_was_just_opened_has_the_store_for_itself_but_for_the_ladder(tmp_path, monkeypatch):
    clock, done = ManualClock(), []
    monkeypatch.setattr(timekeeping, "sign_today", lambda *_: done.append("signed"))
    monkeypatch.setattr(timekeeping.ladder, "warn", lambda *_: done.append("warned"))
    monkeypatch.setattr(timekeeping.surveys, "send_due", lambda *_: done.append("asked"))
    monkeypatch.setattr(timekeeping.ladder, "tick", lambda *_: done.append("ladder") or 5.0)
    with open_workspace(tmp_path / "p", demo=True, clock=clock) as workspace:
        keeper = make_timekeeper(workspace, lambda work: work(workspace.store), lambda *_: None, rest_s=30.0)
        assert keeper.round() == 5.0
        clock.advance(29_999)
        keeper.round()
        assert done == ["ladder", "ladder"]
        clock.advance(1)
        keeper.round()
        assert done[2:] == ["ladder", "signed", "warned", "asked"]


def test_a_stop_between_the_approval_and_the_reckoning_is_made_good_at_the_next_opening(tmp_path):
    text = json.dumps(
        {
            **(data := json.loads(resource_path("data", "policies.json").read_text(encoding="utf-8"))),
            "policies": [
                {**one, "duration": 12} if one["code"] == "CRIME_FORWARD_24H" else one
                for one in data["policies"]
            ],
        },
        ensure_ascii=False,
    )
    admin = Officer("admin", "Quản trị", "CAT", (Role.ADMIN,))
    with open_workspace(tmp_path / "p", demo=True) as workspace:
        opened = (e.CaseOpened("h1", "Công dân 1"), e.CaseClassified("TO_GIAC"), e.CaseClaimed(1))
        with workspace.store.write() as tx:
            tx.add("c1", *opened, actor="hanh", unit="TB-CAT")
        wish = laws.wish_for(workspace, "policies.json", text)
        done = policies.change(Desk(workspace.store, admin, workspace.rules, load_reply_policy()), wish, "TT")
        long = Desk(
            workspace.store,
            Officer("long", "Long", "CAT", (Role.COMMANDER,)),
            workspace.rules,
            load_reply_policy(),
        )
        # The event alone, as if the power went before the clocks were reckoned anew.
        policies.approve(long, done.proposal_id, wish.sha256, wish.in_force)
    with open_workspace(tmp_path / "p", demo=True) as workspace:
        assert workspace.rules.catalog.policies["CRIME_FORWARD_24H"].duration == 12
        assert differences(workspace.store) == ()


def test_a_store_too_large_to_follow_at_once_says_so_until_it_was_rebuilt(tmp_path, monkeypatch):
    key = tmp_path / "store.key"
    assert main(["key", "new", str(key)]) == 0
    profile = ["--profile", str(tmp_path / "p"), "--key-file", str(key)]
    text = resource_path("data", "policies.json").read_text(encoding="utf-8") + " "
    with open_workspace(tmp_path / "p", key) as workspace, workspace.store.write() as tx:
        replaced = e.PolicyReplaced("policies.json", laws.digest(text), 0, "TT", text)
        tx.add("@policy", replaced, actor="admin", unit="CAT")
    monkeypatch.setattr("console.cache.rebuild.AT_ONCE", 0)
    with open_workspace(tmp_path / "p", key) as workspace:
        assert any("console rebuild" in words for words in workspace.notices)
    assert main(["rebuild", *profile]) == 0
    with open_workspace(tmp_path / "p", key) as workspace:
        assert not workspace.notices
