"""Searching for a person's number is in the log before anything is shown; where it cannot be, nothing is."""

import pytest

from console import failpoint
from console.actions.desk import Desk
from console.app.pictures import Pictures
from console.app.workbench import LocalWorkbench
from console.runtime.bridge import Bridge
from console.runtime.jobs import ManualRunner
from console.runtime.resources import load_reply_policy
from tests.scene import HANH, scene


@pytest.fixture
def bench(qapp, tmp_path):
    with scene(tmp_path / "p") as workspace:
        runner = ManualRunner()
        desk = Desk(workspace.store, HANH, workspace.rules, load_reply_policy())
        made = LocalWorkbench(
            workspace, desk, runner, runner, Bridge(), Pictures(lambda _file: b"", runner), {}
        )
        yield made, runner, workspace
    failpoint.configure("")


def events(workspace):
    with workspace.store.read() as connection:
        return connection.exec_driver_sql(
            "SELECT event.actor, event_body.body FROM event JOIN event_body USING (seq) WHERE kind = 'search.identifier'"
        ).all()


def test_a_number_is_noted_once_with_its_last_digits_and_words_are_not(bench):
    made, runner, workspace = bench
    found = []
    for words in ("căn cước", "0912 345 678", "0912345678"):
        made.search(words, found.append)
        runner.run_all()
    assert len(found) == 3
    assert events(workspace) == [("hanh", '{"masked":"•••••••678"}')]


def test_where_it_cannot_be_noted_nothing_is_shown(bench):
    made, runner, workspace = bench
    found, told = [], []
    made.news.trouble.connect(told.append)
    failpoint.configure("store.commit.before=raise@1")
    made.search("0912345678", found.append)
    runner.run_all()
    assert found == []
    assert len(told) == 1 and "không ghi được nhật ký" in told[0]
    assert events(workspace) == []
    made.search("0912345678", found.append)
    runner.run_all()
    assert len(found) == 1
    assert len(events(workspace)) == 1
