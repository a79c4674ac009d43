"""One console for all hostile strings of a module, with bait laid out; and a fresh one where a test needs its own."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from console.simulator.config import Config
from console.simulator.server import Running
from tests.app.conftest import START_MS, connected
from tests.hostile.watch import Bait


@pytest.fixture(scope="module")
def bait(tmp_path_factory):
    """A picture and an address that nothing may touch."""
    laid = Bait(tmp_path_factory.mktemp("bait"))
    yield laid
    laid.close()


@pytest.fixture(scope="module")
def simulator():
    """The simulated OA."""
    with Running(Config(seed=5, wall=lambda: START_MS)) as running:
        yield running


@pytest.fixture(scope="module")
def console(qapp, tmp_path_factory, simulator):
    """The whole console of one officer; it lives on from string to string, as a duty does."""
    with connected(qapp, tmp_path_factory.mktemp("console") / "profile", simulator) as made:
        yield made
