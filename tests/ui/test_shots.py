"""The standard screenshots can be made: they name parts of the window that move now and then."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]
SLOWEST_S = 600
"""Some hundred windows are drawn; a busy machine takes minutes for them."""


@pytest.mark.timeout(SLOWEST_S + 60)
def test_the_desk_and_every_dialog_are_rendered(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tests.shots", str(tmp_path), "dark"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=SLOWEST_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    pictures = {path.stem: QImage(str(path)) for path in tmp_path.glob("*.png")}
    assert {
        "main_dark_1920",
        "main_dark_1366",
        "note_dark",
        "reveal_dark",
        "bulk_dark",
        "offline_dark",
    } <= set(pictures)
    assert not [name for name, image in pictures.items() if image.isNull() or image.width() < 200]
    assert (pictures["main_dark_1920"].width(), pictures["main_dark_1920"].height()) == (1920, 1000)


def test_wrong_arguments_are_named(tmp_path):
    for arguments in ([], [str(tmp_path), "blue"]):
        done = subprocess.run(
            [sys.executable, "-m", "tests.shots", *arguments], cwd=ROOT, capture_output=True, check=False
        )
        assert done.returncode == 2
        assert b"usage" in done.stderr
    assert not list(tmp_path.iterdir())


def test_the_picture_of_the_readme_is_there_and_small():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "(resources/doc/main.png)" in readme
    picture = ROOT / "resources" / "doc" / "main.png"
    assert picture.stat().st_size < 700_000
    assert QImage(str(picture)).width() == 1920
