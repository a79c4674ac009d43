"""The restore drill, end to end through the command line, and the README's own words for it (features Y-06, DU-03)."""

import json
import re
import shlex
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select

from console.app.workspace import open_workspace
from console.cache import tables as t
from console.cache.keys import subkey
from console.cache.sealed import SealedFiles
from console.cli import main
from console.gateway.media import MediaWorker
from console.simulator.config import SECRET_KEY
from console.zalo.media import MediaPolicy
from tests.app.test_cli import ROOT, connect_to, profile

__all__ = ["profile"]
PAGE = 4096


def poll(options, capsys):
    """Walk once; return how many messages were new."""
    capsys.readouterr()
    assert main([*options, "poll", "--once", "--json"]) == 0
    return json.loads(capsys.readouterr().out)["new"]


def fetch_files(options, simulator):
    """Fetch what waits, from this machine's simulator, which a profile in real use would not ask."""
    with open_workspace(Path(options[1]), Path(options[3])) as workspace:
        sealed = SealedFiles(workspace.profile.media, subkey(workspace.opened.key, "media"))
        port = urlsplit(simulator.base_url).port
        policy = MediaPolicy(loopback=frozenset({("127.0.0.1", port)}))
        worker = MediaWorker(lambda work: work(workspace.store), workspace.clock, sealed, policy)
        while worker.tick().worked:
            pass


def files(options):
    """Return the hashes of the attachments that open, whole."""
    with open_workspace(Path(options[1]), Path(options[3])) as workspace:
        sealed = SealedFiles(workspace.profile.media, subkey(workspace.opened.key, "media"))
        with workspace.store.read() as connection:
            known = connection.execute(select(t.sealed_file)).all()
        for row in known:
            sealed.read(row.file_id, row.sha256)
        return {row.sha256 for row in known}


@pytest.fixture
def used(simulator, profile, capsys):
    """A profile that has worked: an OA, messages, a photo, two backups, and one message after them."""
    connect_to(simulator, profile)
    simulator.control("inject", user="an", text="mot")
    simulator.control("inject", user="an", type="photo")
    assert poll(profile, capsys) == 2
    fetch_files(profile, simulator)
    assert len(files(profile)) == 1
    assert main([*profile, "backup"]) == 0
    simulator.control("inject", user="an", text="hai")
    assert poll(profile, capsys) == 1
    return profile


def damage(database):
    with database.open("rb+") as file:
        for page in range(1, database.stat().st_size // PAGE):
            file.seek(page * PAGE + 100)
            file.write(b"\0\0\0\0")


def test_a_damaged_store_and_lost_files_come_back_and_the_next_walk_reads_the_rest(used, simulator, capsys):
    root = Path(used[1])
    database = root / "ban-truc.db"
    before = files(used)
    damage(database)
    shutil.rmtree(root / "media")
    spoilt = database.read_bytes()
    capsys.readouterr()
    assert main([*used, "verify"]) == 1
    assert "console restore" in capsys.readouterr().err
    assert main([*used, "restore", str(root / "backups")]) == 0
    assert "Đã khôi phục về lúc" in capsys.readouterr().out
    (kept,) = root.glob("ban-truc.db.replaced-*Z")
    assert kept.read_bytes() == spoilt
    assert main([*used, "verify"]) == 0
    assert files(used) == before
    assert poll(used, capsys) == 1
    assert main([*used, "verify"]) == 0


def test_a_store_that_is_gone_comes_back_with_the_key_that_was_noted_for_it(used, capsys):
    root = Path(used[1])
    (root / "ban-truc.db").unlink()
    capsys.readouterr()
    assert main([*used, "verify"]) == 1
    assert "console restore" in capsys.readouterr().err
    assert main([*used, "restore", str(root / "backups"), "--drill"]) == 0
    assert not (root / "ban-truc.db").exists()
    assert main([*used, "restore", str(root / "backups")]) == 0
    assert main([*used, "verify"]) == 0


def test_a_new_machine_needs_the_key_and_the_backups_and_nothing_else(used, tmp_path, capsys):
    before = files(used)
    shutil.copytree(Path(used[1], "backups"), tmp_path / "usb")
    fresh = ["--profile", str(tmp_path / "new"), "--key-file", used[3]]
    assert main([*fresh, "restore", str(tmp_path / "usb")]) == 0
    assert main([*fresh, "verify"]) == 0
    # The settings came along, and with them which OA it is; the secret it needs lies in the store.
    settings = (tmp_path / "new" / "settings.json").read_bytes()
    assert settings == Path(used[1], "settings.json").read_bytes()
    assert SECRET_KEY.encode() not in settings
    assert (tmp_path / "new" / "settings.json").stat().st_mode & 0o077 == 0
    assert files(fresh) == before
    assert poll(fresh, capsys) == 1


def test_a_restore_over_a_profile_leaves_its_settings_alone(used):
    path = Path(used[1], "settings.json")
    changed = path.read_text("utf-8").replace('"vi"', '"en"')
    path.write_text(changed, "utf-8")
    assert main([*used, "restore", str(Path(used[1], "backups")), "--force"]) == 0
    assert path.read_text("utf-8") == changed


def test_the_drill_restores_beside_the_store_and_leaves_no_trace(used, capsys):
    root = Path(used[1])
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    capsys.readouterr()
    assert main([*used, "restore", str(root / "backups"), "--drill", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["ok"], told["media"], told["changed"]) == (True, 1, [])
    assert told["events"] > 0
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("spoil", ["database", "media", "none"])
def test_a_backup_that_would_not_restore_fails_the_drill(used, capsys, spoil):
    folder = Path(used[1], "backups")
    if spoil == "none":
        shutil.rmtree(folder)
        folder.mkdir()
    else:
        file = next(folder.glob("*.db" if spoil == "database" else "media/??/*.sealed"))
        content = file.read_bytes()
        file.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    before = Path(used[1], "ban-truc.db").read_bytes()
    capsys.readouterr()
    assert main([*used, "restore", str(folder), "--drill"]) == 1
    told = capsys.readouterr().err
    assert ("không khớp với bảng kê" in told) or ("Không có bản sao lưu hoàn chỉnh" in told)
    assert main([*used, "restore", str(folder), "--force"]) == 1
    assert Path(used[1], "ban-truc.db").read_bytes() == before


def test_the_readmes_restore_section_runs_as_it_is_written(used, capsys):
    section = (
        (ROOT / "README.md").read_text(encoding="utf-8").partition("## Restore")[2].partition("\n## ")[0]
    )
    lines = [
        line for block in re.findall(r"```sh\n(.*?)```", section, re.DOTALL) for line in block.splitlines()
    ]
    commands = [shlex.split(line, comments=True) for line in lines if line.strip()]
    # The section begins with a backup of its own; two within one second would be refused.
    shutil.rmtree(Path(used[1], "backups"))
    assert [words[:3] for words in commands] == [
        ["./dev", "run", verb] for verb in ("backup", "restore", "restore", "verify", "rebuild")
    ]
    for words in commands:
        arguments = [str(Path(used[1], "backups")) if word == "BACKUP_FOLDER" else word for word in words[2:]]
        expected = 0
        if arguments[0] == "restore" and "--drill" not in arguments:
            # The store is sound: it refuses, as the README says, and does it with --force.
            assert main([*used, *arguments]) == 1
            assert "--force" in capsys.readouterr().err
            arguments.append("--force")
        assert main([*used, *arguments]) == expected, words
    assert poll(used, capsys) == 0
