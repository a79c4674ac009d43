"""What the commands say of themselves and of errors: Vietnamese for people, JSON for programs, the same exit codes."""

import json
import re
from pathlib import Path

import pytest

from console.app.command_line import kind_of, make_parser
from console.cache.errors import DiskFullError, WrongKeyError
from console.cli import _HANDLERS, main
from console.runtime.settings import SettingsError
from console.simulator.cli import _parser as simulator_parser

COMMANDS = [name for name in _HANDLERS if name]
_ENGLISH = re.compile(
    r"\b(the|is|are|with|of|and|error|usage|options|arguments?|message|exit|default|show)\b", re.IGNORECASE
)
_OURS = re.compile(r"--[a-z-]+|[A-Z_]{3,}|\{[^}]*\}|\[[^]]*\]")
"""Names of options and values, which stay as they are typed."""


def helped(capsys, *line):
    with pytest.raises(SystemExit) as stop:
        make_parser(_HANDLERS).parse_line([*line, "--help"])
    assert stop.value.code == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("command", ["", *COMMANDS, "simulate"])
def test_help_is_vietnamese_in_every_word_that_is_not_typed(command, capsys):
    if command == "simulate":  # a program of its own, with a parser of its own
        assert main(["simulate", "--help"]) == 0
        said = capsys.readouterr().out
    else:
        said = helped(capsys, *filter(None, [command]))
    assert "cách dùng:" in said
    assert "tùy chọn:" in said
    assert "in phần trợ giúp này rồi thoát" in said
    english = _ENGLISH.findall(_OURS.sub("", said))
    assert english == []


def test_every_option_of_the_simulator_is_explained():
    for action in simulator_parser()._actions:
        assert action.help, action.option_strings


def test_every_command_has_its_own_words(capsys):
    said = helped(capsys)
    assert all(f"    {command} " in said for command in COMMANDS)
    for command in COMMANDS:
        assert len(helped(capsys, command)) > 100


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (["nothing"], "không có 'nothing'"),
        (["restore"], "thiếu: backup"),
        (["verify", "--nope"], "không hiểu: --nope"),
        (["verify", "--checkpoint"], "cần một giá trị"),
        (["--seconds", "x"], "không phải số dương"),
        (["--headless"], "chỉ đi cùng --demo"),
    ],
)
@pytest.mark.parametrize("as_json", [False, True], ids=["person", "program"])
def test_a_wrong_usage_is_told_in_vietnamese_and_to_programs_in_json(line, words, as_json, capsys):
    try:
        code = main([*line, "--json"] if as_json else line)
    except SystemExit as stop:
        code = stop.code
    said = capsys.readouterr()
    assert code == 2
    assert words in said.err
    if as_json:
        error = json.loads(said.out)["error"]
        assert error["kind"] == "usage"
        assert words in error["text"]
    else:
        assert said.out == ""


@pytest.mark.parametrize("before", [True, False], ids=["json-before", "json-after"])
def test_a_failure_is_told_to_programs_with_kind_and_text(tmp_path, before, capsys):
    line = ["verify", "--profile", str(tmp_path / "nothing-here")]
    assert main(["--json", *line] if before else [*line, "--json"]) == 1
    said = capsys.readouterr()
    told = json.loads(said.out)
    assert told == {"error": {"kind": "no_store", "text": said.err.strip()}}
    assert "chưa có kho dữ liệu" in told["error"]["text"]


def test_without_json_nothing_comes_on_standard_output(tmp_path, capsys):
    assert main(["verify", "--profile", str(tmp_path / "nothing-here")]) == 1
    assert capsys.readouterr().out == ""


def test_a_file_that_cannot_be_read_is_told_to_programs_too(tmp_path, capsys):
    assert main(["classify", "--json", str(tmp_path / "none.jsonl")]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["kind"] == "unreadable"


def test_kinds_are_the_errors_names():
    assert kind_of(WrongKeyError("x")) == "wrong_key"
    assert kind_of(DiskFullError("x")) == "disk_full"
    assert kind_of(SettingsError("x")) == "settings"


def test_json_of_an_earlier_line_is_forgotten(capsys):
    for line in (["nothing", "--json"], ["nothing"]):
        with pytest.raises(SystemExit):
            main(line)
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_help_reads_no_more_than_the_command_line():
    text = Path(make_parser.__code__.co_filename).read_text(encoding="utf-8")
    assert not re.findall(r"^(?:from|import) console", text, re.MULTILINE)
