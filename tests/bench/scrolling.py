"""A frame while the officer scrolls: one notch of the wheel, until the list is painted again and nothing is left to do."""

from pathlib import Path

from tests.bench import seed
from tests.bench.known import scroll
from tests.bench.looking import console, settle, show_case
from tests.bench.measure import Cost


def queue(folder: Path) -> Cost:
    """Scroll down the queue of the whole console; pages of contents are read as they are reached."""
    with console(folder) as opened:
        settle(opened)
        return scroll(opened.window.queue.view)


def thread(folder: Path) -> Cost:
    """Scroll up from the end of the conversation of 500 messages."""
    with console(folder) as opened:
        show_case(opened, opened.store_runner.call(lambda: seed.long_case(opened.workspace.store)))
        return scroll(opened.window.conversation.thread_view, up=True)
