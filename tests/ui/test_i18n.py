"""Interface texts: every literal has its English, with the same slots."""

import ast
import string
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QTranslator

from console.runtime.i18n import language, set_language, tr
from tests import texts

CONSOLE = Path(__file__).parents[2] / "console"


@pytest.fixture(autouse=True)
def vietnamese():
    set_language("vi")
    yield
    set_language("vi")


def _calls(names=("tr",)):
    for path in sorted(CONSOLE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                yield path.relative_to(CONSOLE), node


def test_calls_are_found():
    assert sum(1 for _ in _calls()) > 100
    assert len([1 for _vi, place in texts.literals() if place.startswith("console/actions/")]) > 60


def test_every_text_is_one_literal():
    wrong = [
        f"{path}:{node.lineno}"
        for path, node in _calls(("tr", "mark"))
        if not (node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str))
    ]
    assert wrong == []


def test_every_text_has_english_with_the_same_slots():
    """Where this fails: run ./dev texts, then put the English where the file says «unfinished»."""
    english = texts.stored()
    wanted = texts.texts()
    missing = [f"{one.places[0]}: {vi}" for vi, one in wanted.items() if not english.get(vi)]
    assert missing == [], "run ./dev texts and translate what is unfinished in ban-truc_en.ts"
    assert [vi for vi in wanted if texts.slots(vi) != texts.slots(english[vi])] == []


def test_no_text_is_obsolete_and_the_file_is_as_the_tool_writes_it():
    english, wanted = texts.stored(), texts.texts()
    assert sorted(english.keys() - wanted.keys()) == [], "run ./dev texts"
    for vi, one in wanted.items():
        one.english = english.get(vi, "")
    assert texts.FILE.read_text("utf-8") == texts.as_xml(wanted), "run ./dev texts"
    assert list(texts.PARTS.glob("*.json")) == [], "run ./dev texts: it takes them in"


def test_every_call_fills_its_slots():
    wrong = []
    for path, node in _calls():
        names = {
            part.partition(":")[0] for _, part, _, _ in string.Formatter().parse(node.args[0].value) if part
        }
        given = {keyword.arg for keyword in node.keywords}
        if names != given:
            wrong.append(f"{path}:{node.lineno}: {names ^ given}")
    assert wrong == []


def test_qt_linguist_takes_the_file(tmp_path):
    made = tmp_path / "en.qm"
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    done = subprocess.run(
        [tool, texts.FILE, "-qm", made], capture_output=True, text=True, check=False, timeout=60
    )
    assert made.exists(), done.stderr
    translator = QTranslator()
    assert translator.load(str(made))
    assert translator.translate("ui/search", "Mọi đơn vị") == "All units"


def test_new_texts_are_unfinished_gone_ones_dropped_and_others_kept():
    first = texts.Text("còn {span}", ["console/ui/x/a.py", "console/ui/y/b.py"], "{span} left")
    new = texts.Text("mới & <lạ>", ["console/ui/x/a.py"])
    root = ET.fromstring(texts.as_xml({one.vi: one for one in (first, new)}).partition("<!DOCTYPE TS>")[2])
    assert [context.findtext("name") for context in root.iter("context")] == ["ui/x"]
    kept, added = root.iter("message")
    assert (kept.findtext("source"), kept.findtext("translation")) == ("còn {span}", "{span} left")
    assert len(kept.findall("location")) == 2
    assert added.find("translation").get("type") == "unfinished"
    assert added.findtext("source") == "mới & <lạ>"


def test_language_is_chosen():
    assert tr("còn {span}", span="3 g") == "còn 3 g"
    set_language("en")
    assert language() == "en"
    assert tr("còn {span}", span="3 h") == "3 h left"


def test_unknown_text_stays_vietnamese():
    set_language("en")
    assert tr("Câu chưa dịch") == "Câu chưa dịch"


def test_slot_values_are_not_formatted_again():
    assert tr("còn {span}", span="{0.__class__} {span}") == "còn {0.__class__} {span}"


def test_missing_slot_is_an_error():
    with pytest.raises(KeyError):
        tr("còn {span}")
