"""What an answer to the survey means, and who is never asked."""

import json
from dataclasses import replace

import pytest

from console.domain.case import Case, CaseState
from console.domain.clock import DAY_MS, HOUR_MS, MINUTE_MS
from console.domain.survey import Answer
from console.runtime.resources import load_catalog, load_survey_reader, resource_path

RULES = load_catalog().survey_rules
NOON = 1_790_000_000_000 // DAY_MS * DAY_MS + 5 * HOUR_MS
"""Noon in Vietnam."""


def read(text):
    return load_survey_reader().read(text)


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("5 sao", 5),
        ("5", 5),
        ("5 ạ", 5),
        ("năm sao nhé", 5),
        ("★★★★★", 5),
        ("★★★☆☆", 3),
        ("⭐️⭐️⭐️⭐️", 4),
        ("4/5", 4),
        ("4 trên 5", 4),
        ("8/10", 4),
        ("10/10 điểm", 5),
        ("0/10", 1),
        ("Cho 4 điểm", 4),
        ("hài lòng", 4),
        ("hai long", 4),
        ("Rất hài lòng", 5),
        ("rat hai long a", 5),
        ("e hài lòng lắm ạ, cảm ơn các anh chị", 5),
        ("tuyệt vời", 5),
        ("ok", 4),
        ("tạm được", 3),
        ("bth", 3),
        ("không hài lòng", 2),
        ("ko hai long", 2),
        ("k hài lòng lắm", 1),
        ("chưa hài lòng chút nào", 2),
        ("Tôi rất không hài lòng", 1),
        ("quá tệ", 1),
        ("Te qua", 1),
        ("không tệ", 4),
        ("không có gì để chê", 5),
        ("k có gì phàn nàn", 5),
        ("hai long 5 sao", 5),
    ],
)
def test_plain_answers(text, score):
    assert read(text) == Answer(score)


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("5 sao cứu tôi với", 5),
        ("hài lòng nhưng hơi chậm", 2),
        ("1 sao, rất hài lòng", 1),
        ("chậm quá, 3 ngày mới trả lời", 2),
        ("hài lòng, cho hỏi số 0912345678 của ai?", 4),
        ("tốt, hôm qua bọn đánh bạc lại tụ tập", 4),
        ("ok chút nữa tôi ra công an phường", 4),
    ],
)
def test_an_answer_that_says_more_is_shown_to_somebody(text, score):
    assert read(text) == Answer(score, more=True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "cảm ơn",
        "113",
        "123",
        "0912345678",
        "nhà tôi số 5",
        "5 năm rồi",
        "2 đứa nó đánh nhau",
        "không phải 5 sao",
        "từ 1 sao đến 5 sao",
        "4/5 hay 5/5",
        "12/10",
        "Cho em hỏi thủ tục làm căn cước",
        "tôi tới rồi",
        "☆☆☆☆☆",
        "*" * 9,
        "hài lòng " * 60,
    ],
)
def test_what_is_not_sure_is_no_answer(text):
    assert read(text) is None


def test_the_scale_of_the_survey_file_is_read_back():
    survey = json.loads(resource_path("data", "survey.json").read_text("utf-8"))
    for entry in survey["scale"]:
        assert read(entry["vi"]) == Answer(entry["value"])
    for group in survey["free_text_map"]:
        for text in group["match"]:
            assert read(text) == Answer(group["value"]), text


def closed(**changes):
    values = {"category": "TTHC", "state": CaseState.CLOSED, "closed_at": NOON, "outcome": "da-tra-loi"}
    return Case("c1", **(values | changes))


def forbids(case, *categories, under_age=False):
    return RULES.forbids(case, frozenset((case.category, *categories)) - {""}, under_age=under_age)


@pytest.mark.parametrize(
    ("case", "rule"),
    [
        (closed(), ""),
        (closed(category="PAKN"), ""),
        (closed(category="TO_GIAC"), "loai"),
        (closed(category="TO_CAO"), "loai"),
        (closed(category="CAM_ON"), "loai"),
        (closed(category="SPAM"), "loai"),
        (closed(category=""), "loai"),
        (closed(tags=("tu-hai",)), "nhan"),
        (closed(tags=("tre-em",)), "nhan"),
        (closed(tags=("lua-dao-mang",)), "nhan"),
        (closed(tags=("bao-mat-nguon-tin",)), "nhan"),
        (closed(outcome="rac-thu-nghiem"), "ket-qua"),
        (closed(outcome="khong-tiep-nhan"), "ket-qua"),
    ],
)
def test_informants_victims_minors_and_spam_are_never_asked(case, rule):
    assert forbids(case) == rule


def test_an_informant_stays_one_and_a_minor_is_never_asked():
    assert forbids(closed(), "TO_GIAC") == "loai"
    assert forbids(closed(), under_age=True) == "chua-thanh-nien"


@pytest.mark.parametrize(
    ("after", "due"),
    [
        (14 * MINUTE_MS, False),
        (15 * MINUTE_MS, True),
        (8 * HOUR_MS, True),
        (9 * HOUR_MS, False),
        (18 * HOUR_MS, False),
        (19 * HOUR_MS, True),
        (2 * DAY_MS, True),
        (2 * DAY_MS + 1, False),
    ],
)
def test_asked_in_the_day_and_soon(after, due):
    assert RULES.is_due(closed(), NOON + after) is due
    assert not RULES.is_due(closed(state=CaseState.NEW), NOON + after)


def test_an_answer_is_waited_for_a_week():
    asked = replace(closed(), survey_at=NOON)
    assert RULES.awaits(asked, NOON + 7 * DAY_MS)
    assert not RULES.awaits(asked, NOON + 7 * DAY_MS + 1)
    assert not RULES.awaits(asked, NOON - 1)
    assert not RULES.awaits(closed(), NOON)


def test_the_labelled_answers_of_the_corpus():
    """Every message labelled as an answer has a mark; figures a citizen gives are his mark, whatever he adds."""
    read = load_survey_reader().read
    marks = {
        "5 sao ạ, các anh trả lời nhanh lắm 👍": (5, False),
        "hai long": (4, False),
        "⭐⭐⭐⭐ trả lời hơi chậm nhưng đúng việc": (4, True),
        "Không hài lòng, hỏi 3 hôm chưa thấy trả lời câu của em": (2, True),
        "3/5 nhe ad": (3, False),
        "em chọn rất hài lòng. Nhân tiện cho em hỏi khi nào có lịch làm căn cước ở xã em ạ?": (5, True),
    }
    assert {text: (read(text).score, read(text).more) for text in marks} == marks
