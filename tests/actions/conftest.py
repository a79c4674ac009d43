"""A store of its own for each test of an action."""

import pytest

from console import failpoint
from tests.support import store_template, world

__all__ = ["store_template"]


@pytest.fixture
def desk_world(tmp_path, store_template):
    """An empty world."""
    with world(tmp_path, store_template) as made:
        yield made


@pytest.fixture
def w(desk_world):
    """The same under a short name, as most tests have nothing else."""
    return desk_world


@pytest.fixture
def failpoints():
    """Set failpoints for one test."""
    yield failpoint.configure
    failpoint.configure("")
