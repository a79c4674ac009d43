"""Streams of the log that are no case's."""

import pytest

from console.domain.ids import new_id
from console.domain.subject import is_case, subject, topic_of


@pytest.mark.parametrize(("key", "made"), [("", "@shift"), ("2026-11-28/1", "@shift/2026-11-28/1")])
def test_a_stream_is_no_case_and_knows_its_topic(key, made):
    assert subject("shift", key) == made
    assert not is_case(made)
    assert topic_of(made) == "shift"


def test_a_case_is_one():
    assert is_case(new_id())
