"""The profile's folders and the settings file."""

import json
import os
import stat
import sys

import pytest

from console.runtime import settings as settings_module
from console.runtime.profile import ProfileError, default_root, open_profile, safe_mkdir
from console.runtime.settings import (
    Language,
    OaConnection,
    Settings,
    SettingsError,
    Theme,
    UnitTree,
    load_settings,
    recover_settings,
    save_settings,
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")


def test_first_start_makes_private_folders(tmp_path):
    profile = open_profile(tmp_path / "a" / "b")
    folders = [profile.root, profile.media, profile.backups, profile.logs]
    assert all(folder.is_dir() for folder in folders)
    if sys.platform != "win32":
        assert {stat.S_IMODE(folder.stat().st_mode) for folder in folders} == {0o700}
    assert not profile.is_demo
    assert open_profile(profile.root) == profile
    paths = {
        profile.database,
        profile.settings,
        profile.lock,
        profile.demo_mark,
        profile.demo_key,
        *folders[1:],
    }
    assert len(paths) == 8
    assert {path.parent for path in paths} == {profile.root}


def test_files_made_afterwards_are_private(tmp_path):
    profile = open_profile(tmp_path / "p")
    (profile.root / "x").write_text("")
    if sys.platform != "win32":
        assert stat.S_IMODE((profile.root / "x").stat().st_mode) == 0o600


def test_demo_and_real_profiles_never_mix(tmp_path):
    demo = open_profile(tmp_path / "demo", demo=True)
    assert demo.is_demo
    assert open_profile(demo.root, demo=True).is_demo
    with pytest.raises(ProfileError, match="trình diễn"):
        open_profile(demo.root)
    real = open_profile(tmp_path / "real")
    with pytest.raises(ProfileError, match="dữ liệu thật"):
        open_profile(real.root, demo=True)
    assert not real.is_demo
    assert default_root() != default_root(demo=True)


@posix
def test_folder_open_to_others_is_refused(tmp_path):
    profile = open_profile(tmp_path / "p")
    profile.media.chmod(0o755)
    with pytest.raises(ProfileError, match="chmod 700"):
        open_profile(profile.root)


@posix
def test_link_instead_of_a_folder_is_refused(tmp_path):
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (tmp_path / "p").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ProfileError, match="liên kết"):
        safe_mkdir(tmp_path / "p")


@posix
@pytest.mark.skipif(sys.platform != "win32" and os.geteuid() != 0, reason="giving a folder away takes root")
def test_folder_of_somebody_else_is_refused(tmp_path):
    (tmp_path / "p").mkdir(mode=0o700)
    os.chown(tmp_path / "p", 12345, 12345)
    with pytest.raises(ProfileError, match="tài khoản khác"):
        safe_mkdir(tmp_path / "p")


def test_file_in_the_way(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ProfileError):
        open_profile(tmp_path / "file" / "p")


# --- settings -------------------------------------------------------------------------------------------------------

CHANGED = Settings(
    Theme.DARK,
    1.25,
    Language.ENGLISH,
    True,
    45,
    False,
    False,
    False,
    "o-1",
    "TB-CAT",
    UnitTree.COMMUNES,
    {"claim": "Ctrl+Alt+H"},
    oa=OaConnection("123", "456", "http://127.0.0.1:1"),
)


def test_no_file_means_defaults(tmp_path):
    assert load_settings(tmp_path / "settings.json") == Settings()


def test_settings_come_back_as_they_were(tmp_path):
    path = tmp_path / "settings.json"
    save_settings(path, Settings())
    save_settings(path, CHANGED)
    assert load_settings(path) == CHANGED
    assert load_settings(path.with_name("settings.json.old")) == Settings()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["settings.json", "settings.json.old"]


def test_fields_of_a_newer_version_are_ignored(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"theme": "dark", "new": [1], "oa": {"app_id": "7", "new": 1}}))
    assert load_settings(path) == Settings(theme=Theme.DARK, oa=OaConnection("7"))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (b"{\n  oops", "dòng 2, cột 3"),
        (b"\xff\xfe", "UTF-8"),
        (b"[]", "đối tượng"),
        (b'{"oa": 1}', "«oa»"),
        (b'{"theme": "pink"}', "«theme»"),
        (b'{"theme": null}', "«theme»"),
        (b'{"theme": []}', "«theme»"),
        (b'{"scale": 40}', "«scale»"),
        (b'{"scale": true}', "«scale»"),
        (b'{"scale": "1.0"}', "«scale»"),
        (b'{"scale": NaN}', "«scale»"),
        (b'{"reduced_motion": 1}', "«reduced_motion»"),
        (b'{"keys": []}', "«keys»"),
        (b'{"keys": {"claim": 1}}', "«keys.claim»"),
        (b'{"officer": 5}', "«officer»"),
        (b'{"unit": "a\\nb"}', "«unit»"),
        (b'{"oa": {"app_id": {}}}', "«app_id»"),
        (b"[" * 60_000, "JSON"),
        (b" " * 70_000, "64 KB"),
        (b'{"scale": ' + b"9" * 5000 + b"}", "settings.json"),
    ],
)
def test_bad_file_is_named_and_left_alone(tmp_path, text, named):
    path = tmp_path / "settings.json"
    path.write_bytes(text)
    with pytest.raises(SettingsError) as caught:
        load_settings(path)
    assert named in str(caught.value)
    assert "settings.json" in str(caught.value)
    assert "không bị ảnh hưởng" in str(caught.value)
    assert "settings.json.old" in str(caught.value)
    assert path.read_bytes() == text


def test_recovery_takes_the_file_before_and_keeps_the_bad_one(tmp_path):
    path = tmp_path / "settings.json"
    save_settings(path, CHANGED)
    save_settings(path, Settings())
    path.write_text("{")
    assert recover_settings(path) == CHANGED
    assert load_settings(path) == CHANGED
    assert path.with_name("settings.json.bad").read_text() == "{"
    path.write_text("{")
    path.with_name("settings.json.old").write_text("{")
    kept = json.dumps({"theme": "dark"})
    assert recover_settings(path, kept) == load_settings(path) == Settings(theme=Theme.DARK)
    path.write_text("{")
    path.with_name("settings.json.old").unlink()
    assert recover_settings(path, "[]") is None
    assert not path.exists()


def test_failed_save_keeps_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "settings.json"
    save_settings(path, CHANGED)

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(settings_module.os, "fsync", full)
    with pytest.raises(SettingsError, match="còn nguyên"):
        save_settings(path, Settings())
    assert load_settings(path) == CHANGED
    assert [file.name for file in tmp_path.iterdir()] == ["settings.json"]
