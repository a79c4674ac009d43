"""A frame while the officer scrolls: one notch of the wheel, until the list is painted again and nothing is left to do."""

from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QAbstractScrollArea

from tests.bench import bare, seed
from tests.bench.looking import Painted, console, settle, show_case, themed_app
from tests.bench.measure import Cost, late, timed

FRAMES = 150
NOTCH = 90
"""Pixels of one notch: three lines of a list whose line is 30 px."""


def _scroll(view: QAbstractScrollArea, *, up: bool = False) -> Cost:
    """Scroll by notches, turning round at an end; the frame that only one of twenty takes longer than, ms."""
    bar, painted, costs = view.verticalScrollBar(), Painted(view.viewport()), []
    step = -NOTCH if up else NOTCH
    assert bar.maximum() > 4 * NOTCH
    for _ in range(FRAMES):
        if not bar.minimum() <= bar.value() + step <= bar.maximum():
            step = -step
        with timed("ms") as cost:
            bar.setValue(bar.value() + step)
            painted.wait()
        costs.append(cost)
    return late(costs)


def queue(folder: Path) -> Cost:
    """Scroll down the queue of the whole console; pages of contents are read as they are reached."""
    with console(folder) as opened:
        settle(opened)
        return _scroll(opened.window.queue.view)


def thread(folder: Path) -> Cost:
    """Scroll up from the end of the conversation of 500 messages."""
    with console(folder) as opened:
        show_case(opened, opened.store_runner.call(lambda: seed.long_case(opened.workspace.store)))
        return _scroll(opened.window.conversation.thread_view, up=True)


def bare_queue(folder: Path) -> Cost:
    """Scroll down the bare table of the same rows."""
    themed_app()
    with closing(bare.read_only(folder)) as raw:
        window, _ = bare.shown(raw)
        window.table.setVerticalScrollMode(window.table.ScrollMode.ScrollPerPixel)
        cost = _scroll(window.table)
        window.close()
    return cost


def bare_thread(folder: Path) -> Cost:
    """Scroll up the bare list of the same texts."""
    themed_app()
    with closing(bare.read_only(folder)) as raw:
        window, painted = bare.shown(raw)
        window.open(bare.long_case(raw))
        painted.wait()
        cost = _scroll(window.list, up=True)
        window.close()
    return cost
