"""In the English window nothing the program itself says is Vietnamese: every screen and dialog, painted rows too (issue of the language)."""

import json
from dataclasses import replace

import pytest

from console.actions.desk import Desk, Refused
from console.actions.guards import require
from console.app.pictures import Pictures
from console.domain import events as e
from console.domain.case import SECRET_TAG, Case
from console.domain.confidentiality import shown_text
from console.domain.officer import Permission
from console.domain.words import words_for
from console.runtime.bridge import Bridge
from console.runtime.i18n import said, set_language
from console.runtime.jobs import ManualRunner
from console.runtime.resources import load_reply_policy
from console.ui.desk.acts import say
from console.ui.theme import apply_theme
from tests import shots
from tests.duty_scene import LONG, add_duty, add_sheet
from tests.scene import HANH, LAN, TUAN, scene, sealed_files
from tests.scene_related import add_related
from tests.ui.english import Foreign, shipped_texts, shown

PEOPLE = (HANH, TUAN, LONG, LAN)
PAGES = ("statistics", "review", "handover", "search")


def texts_of(node):
    """Return every text people wrote into events."""
    if isinstance(node, str):
        return {node, *node.split("\n")}
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return set().union(*map(texts_of, inner))


@pytest.fixture(scope="module")
def desk(tmp_path_factory, qapp):
    set_language("en")
    apply_theme(qapp, "light", 1.0)
    with scene(tmp_path_factory.mktemp("english") / "profile") as workspace:
        add_related(workspace)
        add_duty(workspace)
        add_sheet(workspace)
        runner, files = ManualRunner(), sealed_files(workspace)
        data = shipped_texts() | {"Công dân", "Cao Bằng"}
        with workspace.store.read() as connection:
            for (body,) in connection.exec_driver_sql("SELECT body FROM event_body"):
                data |= texts_of(json.loads(body))
        for one in PEOPLE:
            data |= {one.name, one.title, one.name.split()[-1]}
        officer = Desk(workspace.store, LONG, workspace.rules, load_reply_policy(), files)
        pictures = Pictures(lambda file_id: shots.read_sealed(workspace, files, file_id), runner)
        bench = shots.ShotBench(workspace, officer, runner, runner, Bridge(), pictures, {})
        window, controller = shots.open_main(qapp, bench, runner, 1920, 1000)
        yield lambda: shots.settle(qapp, runner), window, controller, Foreign(data)
        shots.close(qapp, runner, window, controller)
    set_language("vi")


def test_the_desk_and_its_pages(desk):
    settle, window, controller, foreign = desk
    assert foreign.of(shown(window)) == {}
    for code in PAGES:
        if code == "search":
            controller.searching.open("xe may")
        else:
            window.pages.open(code)
        settle()
        assert window.pages.code == code
        assert foreign.of(shown(window)) == {}, code
    controller.keyboard.step_back()


DIALOGS = {
    "transfer": lambda c: c.asking.escalating.transfer(),
    "pending": lambda c: c.asking.escalating.pending(),
    "urgent": lambda c: c.asking.escalating.urgent(),
    "guide": lambda c: c.asking.escalating.guide(),
    "close": lambda c: c.asking.close(),
    "tags": lambda c: c.asking.tags(),
    "snooze": lambda c: c.asking.snooze(),
    "reveal": lambda c: c.asking.confiding.reveal(),
    "split": lambda c: c.asking.split(),
    "merge": lambda c: c.asking.merge(),
    "clocks": lambda c: c.clocking.open(),
    "link": lambda c: c.linking.link(),
    "keys": lambda c: c.looks.show_keys(),
    "settings": lambda c: c.looks.show_settings(),
    "key_editor": lambda c: c.looks.edit_keys(),
    "palette": lambda c: c.finding.open_palette(),
    "knowledge": lambda c: c.library.open(),
    "who_looked": lambda c: c.oversight.who_looked(),
    "hold": lambda c: c.oversight.hold(),
    "shift_note": lambda c: c.keyboard.run_command("shift_note"),
}


@pytest.mark.parametrize("name", list(DIALOGS))
def test_each_dialog(desk, qapp, name):
    settle, _window, controller, foreign = desk
    DIALOGS[name](controller)
    settle()
    dialog = qapp.activeModalWidget() or qapp.activeWindow()
    found = shown(dialog)
    dialog.close()
    settle()
    assert len(found) > 3
    assert foreign.of(found) == {}


def test_what_was_done_and_what_may_not_be_done_is_said_in_english(desk):
    claimed = words_for(e.CaseClaimed(1), {})
    assert (str(claimed), said(claimed)) == ("nhận việc", "claimed the case")
    with pytest.raises(Refused) as refused:
        require(LAN, Permission.SIGN_CLOSING)
    assert say(refused.value.words) == "Your role does not allow: sign closings"
    locked = replace(Case("c"), tags=(SECRET_TAG,))
    assert said(shown_text(locked, "x")).startswith("locked: suspected state secret")


def test_a_sentence_of_the_program_is_found_and_data_is_not(desk):
    foreign = desk[-1]
    assert foreign.of({"Đóng hồ sơ này?"})
    assert foreign.of({f"{TUAN.title} · 14:30"}) == {}
