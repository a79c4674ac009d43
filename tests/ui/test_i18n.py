"""Interface texts: every literal has its English, with the same slots."""

import ast
import json
import string
from pathlib import Path

import pytest

from console.runtime.i18n import language, set_language, tr
from console.runtime.resources import resource_path

CONSOLE = Path(__file__).parents[2] / "console"


@pytest.fixture(autouse=True)
def vietnamese():
    set_language("vi")
    yield
    set_language("vi")


def _slots(text):
    return sorted(f"{name}{spec}" for _, name, spec, _ in string.Formatter().parse(text) if name is not None)


def _calls(names=("tr",)):
    for path in sorted(CONSOLE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                yield path.relative_to(CONSOLE), node


def _tables():
    return {
        path.name: json.loads(path.read_text("utf-8")) for path in resource_path("i18n", "en").glob("*.json")
    }


def test_calls_are_found():
    assert sum(1 for _ in _calls()) > 100


def test_every_text_is_one_literal():
    wrong = [
        f"{path}:{node.lineno}"
        for path, node in _calls(("tr", "mark"))
        if not (node.args and isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str))
    ]
    assert wrong == []


def test_every_text_has_english_with_the_same_slots():
    english = {}
    for table in _tables().values():
        english.update(table)
    texts = {node.args[0].value: f"{path}:{node.lineno}" for path, node in _calls(("tr", "mark"))}
    missing = [f"{place}: {text}" for text, place in texts.items() if text not in english]
    assert missing == []
    unlike = [text for text in texts if _slots(text) != _slots(english[text])]
    assert unlike == []


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


def test_files_are_sorted_and_agree():
    seen = {}
    for name, table in _tables().items():
        assert list(table) == sorted(table), name
        for vi, en in table.items():
            assert seen.setdefault(vi, en) == en, f"{name}: {vi}"


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


SAYING = {
    "Words", "Missing", "Refused", "HeldByOther", "WindowClosed", "Unsendable", "Conflict", "ThreadChanged", "Doubtful"
}  # fmt: skip


def _words_of_actions():
    for path in sorted((CONSOLE / "actions").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYING:
                found = [
                    a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)
                ]
                yield from found[:1]


def test_what_actions_say_has_english_with_the_same_slots():
    english = {}
    for table in _tables().values():
        english.update(table)
    texts = set(_words_of_actions())
    assert len(texts) > 60
    assert sorted(texts - english.keys()) == []
    assert [text for text in texts if _slots(text) != _slots(english[text])] == []
