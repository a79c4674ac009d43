"""Checkpoints and retention as commands."""

import json

from console.app.auditing import folder_of, sign_today
from console.app.officers import save_officer
from console.app.workspace import open_workspace
from console.cli import main
from console.domain.clock import DAY_MS, ManualClock
from console.domain.officer import Officer, Role


def test_checkpoint_and_verify_against_it(tmp_path, capsys):
    key = tmp_path / "store.key"
    assert main(["key", "new", str(key)]) == 0
    profile = ["--profile", str(tmp_path / "p"), "--key-file", str(key)]
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
