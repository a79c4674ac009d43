"""How good the suggestions are on messages that neither the rules nor the weights were made from."""

from collections import Counter
from pathlib import Path

import pytest

from console.domain.text import fold
from console.runtime.resources import load_triage

UNSEEN = Path(__file__).parents[1] / "triage" / "unseen.tsv"


@pytest.fixture(scope="module")
def triage():
    return load_triage()


def rows():
    for line in UNSEEN.read_text("utf-8").splitlines():
        category, priority, district, text = line.split("\t")
        yield category, priority, None if district == "-" else district, text.split(" // ")


@pytest.fixture(scope="module", params=["as written", "without marks"])
def counted(request, triage):
    """Return what was suggested rightly; without marks every message is written as on an old phone."""
    count = Counter()
    for category, priority, district, texts in rows():
        said = [fold(text) for text in texts] if request.param == "without marks" else texts
        found = triage.suggest(said, kinds=["text"] * len(said))
        count["all"] += 1
        count["category"] += found.category == category
        count["district"] += found.district == district
        count["emergencies"] += priority == "P1"
        count["found"] += priority == found.priority == "P1"
        count["alarms"] += found.priority == "P1"
        count["explained"] += bool(found.reasons) and all(reason.text_vi for reason in found.reasons)
    return count


def test_there_is_enough_to_measure_on(counted):
    assert counted["all"] >= 170
    assert counted["emergencies"] >= 40


def test_an_emergency_is_missed_less_than_once_in_twenty(counted):
    assert counted["found"] >= 0.95 * counted["emergencies"]


def test_most_alarms_are_true(counted):
    assert counted["found"] >= 0.5 * counted["alarms"]


def test_category_and_district_are_mostly_right(counted):
    assert counted["category"] >= 0.75 * counted["all"]
    assert counted["district"] >= 0.85 * counted["all"]


def test_every_suggestion_says_why(counted):
    assert counted["explained"] == counted["all"]


@pytest.mark.parametrize("text", ["có trộm", "cháy", "đánh nhau", "có ma túy", "bị lừa tiền"])
def test_a_short_word_of_danger_is_never_a_test_message(triage, text):
    found = triage.suggest([text])
    assert found.category != "THU_NGHIEM"
    assert found.priority in ("P1", "P2")
