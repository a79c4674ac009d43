"""A real encrypted file with an empty log."""

import pytest

from tests.support import store_template, world

__all__ = ["store_template"]


@pytest.fixture
def w(tmp_path, store_template):
    """An empty world."""
    with world(tmp_path, store_template, officers=()) as made:
        yield made
