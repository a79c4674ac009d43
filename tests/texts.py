"""``./dev texts``: bring the translation file up to date with the code, and say what is still to be translated.

Texts are literals in ``tr``, ``mark`` and the words of actions. One that is new is added as unfinished, one that is gone is
dropped, the others keep their English. ``--check`` changes nothing and fails where anything would change or is unfinished.
"""

import ast
import json
import string
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parents[1]
CONSOLE = ROOT / "console"
FILE = ROOT / "resources" / "i18n" / "ban-truc_en.ts"
PARTS = ROOT / "resources" / "i18n" / "en"
"""Where English may lie as JSON by package until the next ``./dev texts`` takes it in."""
MARKS = {"tr", "mark", "sentence"}
SAYING = {
    *("Words", "Missing", "Refused", "HeldByOther", "WindowClosed", "Unsendable", "Conflict", "ThreadChanged", "Doubtful"),
}  # fmt: skip


@dataclass
class Text:
    """One text of the code: where it stands first decides its context; ``english`` "" is unfinished."""

    vi: str
    places: list[str] = field(default_factory=list)
    english: str = ""

    @property
    def context(self) -> str:
        """Return the package of its first place: ``ui/queue``."""
        return str(Path(self.places[0]).parent.relative_to("console"))


def literals() -> Iterator[tuple[str, str]]:
    """Return every text of the code with the file it stands in."""
    for path in sorted(CONSOLE.rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            strings = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            said = node.func.id in SAYING and "/actions/" in f"/{place}"
            if strings and (node.func.id in MARKS or said):
                yield strings[0], place


def texts() -> dict[str, Text]:
    """Return the texts of the code by their Vietnamese, sorted by context and text."""
    found: dict[str, Text] = {}
    for vi, place in literals():
        one = found.setdefault(vi, Text(vi))
        if place not in one.places:
            one.places.append(place)
    return {one.vi: one for one in sorted(found.values(), key=lambda one: (one.context, one.vi))}


def stored() -> dict[str, str]:
    """Return the English of the translation file by the Vietnamese; unfinished ones are ""."""
    if not FILE.exists():
        return {}
    found = {}
    for message in ET.parse(FILE).getroot().iter("message"):
        translation = message.find("translation")
        unfinished = translation is None or translation.get("type") is not None
        found[message.findtext("source", "")] = "" if unfinished else (translation.text or "")
    return found


def parts() -> dict[str, str]:
    """Return the English that lies beside as JSON."""
    found: dict[str, str] = {}
    for path in sorted(PARTS.glob("*.json")):
        found.update(json.loads(path.read_text("utf-8")))
    return found


def slots(text: str) -> list[str]:
    """Return the slots of a text with their formats, sorted."""
    return sorted(f"{name}:{spec}" for _, name, spec, _ in string.Formatter().parse(text) if name is not None)


def as_xml(wanted: dict[str, Text]) -> str:
    """Return the translation file, as Qt Linguist writes it."""
    root = ET.Element("TS", version="2.1", language="en", sourcelanguage="vi")
    context, name = None, ""
    for one in wanted.values():
        if context is None or one.context != name:
            name = one.context
            context = ET.SubElement(root, "context")
            ET.SubElement(context, "name").text = name
        message = ET.SubElement(context, "message")
        for place in one.places:
            ET.SubElement(message, "location", filename=f"../../{place}")
        ET.SubElement(message, "source").text = one.vi
        translation = ET.SubElement(message, "translation")
        if one.english:
            translation.text = one.english
        else:
            translation.set("type", "unfinished")
    ET.indent(root, space=" ")
    body = ET.tostring(root, encoding="unicode", short_empty_elements=True)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


def main(argv: list[str]) -> int:
    """Bring the file up to date, or with ``--check`` say whether it is."""
    wanted, known = texts(), stored()
    known |= {vi: english for vi, english in parts().items() if english}
    for vi, one in wanted.items():
        one.english = known.get(vi, "")
    new = as_xml(wanted)
    open_texts = [one for one in wanted.values() if not one.english]
    unlike = [one for one in wanted.values() if one.english and slots(one.vi) != slots(one.english)]
    for one in open_texts:
        print(f"{one.places[0]}: to be translated: {one.vi}")
    for one in unlike:
        print(f"{one.places[0]}: slots differ: {one.vi}")
    gone = sorted(known.keys() - wanted.keys())
    if "--check" in argv:
        stale = not FILE.exists() or FILE.read_text("utf-8") != new
        if stale:
            print("the file is not up to date: ./dev texts")
        return 1 if stale or open_texts or unlike else 0
    FILE.write_text(new, encoding="utf-8")
    for path in PARTS.glob("*.json"):
        path.unlink()
    print(f"{len(wanted)} texts, {len(open_texts)} to be translated, {len(gone)} dropped")
    return 1 if open_texts or unlike else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
