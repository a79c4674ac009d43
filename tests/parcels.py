"""Export files in tests: closed with a pass phrase that is quick to try, and opened again."""

import json
from pathlib import Path

from PySide6.QtCore import Qt

from console.app.unpacking import unpack
from console.cache import parcel
from console.domain.pass_phrase import taken

TYPED = "dem trang 47 soi cau"
PHRASE = taken(TYPED)
CHEAP = parcel.Cost(64, 1, 1)


def cheap_guesses(monkeypatch):
    """Let a guess cost nothing."""
    monkeypatch.setattr(parcel, "USUAL", CHEAP)


def opened(place: Path) -> Path:
    """Open the only export file in a folder, into one beside it; return that."""
    (path,) = place.iterdir()
    assert path.suffix == ".btx"
    folder = place.with_name(f"{place.name}-opened")
    unpack(path, PHRASE, folder)
    return folder


def report_in(path: Path) -> Path:
    """Open an export file that holds a report; return the report, in a folder beside the file."""
    folder = path.with_name(f"{path.name}-opened")
    unpack(path, PHRASE, folder)
    (found,) = (one for one in folder.iterdir() if one.name != "manifest.json")
    return found


def manifest(folder: Path) -> dict:
    return json.loads((folder / "manifest.json").read_text("utf-8"))


def close_with_phrase(console):
    """Answer the dialog that asks for a pass phrase, by keys."""
    dialog = console.app.activeModalWidget()
    assert dialog.focusWidget() is dialog.first
    console.type(TYPED)
    console.key(Qt.Key.Key_Return)
    console.type(TYPED)
    assert dialog.verb.isEnabled(), dialog.consequence.text()
    console.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
