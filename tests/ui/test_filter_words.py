"""Typed filters on the names of the province: English words beside Vietnamese ones, and what the strip says in either language."""

import re

import pytest

from console.domain.queue_filter import Vocabulary, parse_filter
from console.domain.text import fold
from console.runtime.i18n import set_language, tr
from console.runtime.resources import load_catalog
from console.ui.queue.filter_strip import FilterStrip
from console.ui.queue.header import family_words
from console.ui.queue.vocabulary import vocabulary_of
from console.ui.theme import apply_theme

PLACEHOLDER = "loại:tố giác -thẻ:ma túy chưa:trả lời"


@pytest.fixture
def words(qapp):
    apply_theme(qapp, "light")
    return vocabulary_of(load_catalog())


@pytest.fixture
def english(qapp):
    set_language("en")
    yield
    set_language("vi")


def test_the_example_means_the_same_in_the_english_window(words, english):
    example = tr(PLACEHOLDER)
    assert example != PLACEHOLDER
    shown, meant = parse_filter(example, words), parse_filter(PLACEHOLDER, words)
    assert shown.problems == () and shown.terms == meant.terms


def test_every_english_name_finds_what_it_names_and_every_vietnamese_name_what_it_found_before(words):
    alone = Vocabulary(words.categories, words.tags, words.units, words.priorities, words.families)
    keys = {"loại": "categories", "thẻ": "tags", "đơn vị": "units", "mức": "priorities"}
    for key, field in keys.items():
        for code, name in getattr(words.english, field).items():
            said = re.split('[,("]', name)[0].strip()
            (term,) = parse_filter(f"{key}:{said}", words).terms
            assert code in term.values, (key, said)
        for name in getattr(words, field).values():
            said = fold(name.split(",")[0])
            for upto in range(1, len(said) + 1):
                before = parse_filter(f"{key}:{said[:upto]}", alone)
                if before.problems == ():
                    assert parse_filter(f"{key}:{said[:upto]}", words).terms == before.terms, (
                        key,
                        said[:upto],
                    )


def test_the_words_on_the_pills_can_be_typed(words, english):
    for family, word in family_words().items():
        if family:
            assert parse_filter(f"type:{word}", words).terms, word


def test_the_strip_says_in_english_what_could_be_typed(themed, words, english, qtbot):
    strip = FilterStrip(lambda: words)
    qtbot.addWidget(strip)
    for typed, said in (
        ("type:piracy", "No «piracy» in «type:». It can be: Crime, Feedback, Procedure, Survey, "),
        ("thẻ:", "A value is missing after «tag:». It can be: "),
        ("is:asleep", "It can be: answered, read, taken, classified, transferred"),
        ("number:x", "Write as number:01482"),
        ("fight", "type:, priority:, tag:, unit:, not:, is:, has:, due:, held:, number:"),
    ):
        strip.field.setText(typed)
        strip.apply()
        assert said in strip.trouble.text(), strip.trouble.text()


def test_the_strip_says_vietnamese_words_in_the_vietnamese_window(words, themed, qtbot):
    strip = FilterStrip(lambda: words)
    qtbot.addWidget(strip)
    strip.field.setText("tag:cuop bien")
    strip.apply()
    assert strip.trouble.text().startswith("Không có «cuop bien» trong «thẻ:». Có thể là: Ma túy, ")
