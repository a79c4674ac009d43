"""What a report tells and what it does not: ticks from words, attachments and fields, and the next question."""

import pytest

from console.domain.missing_info import ASKED, WANTED, Checklist, Tick, checklist, told
from console.runtime.resources import load_catalog

W, T, N, P, F = Tick.WHERE, Tick.WHEN, Tick.NOW, Tick.WHO, Tick.PROOF


@pytest.mark.parametrize(
    ("text", "ticks"),
    [
        ("co nhom danh bac o sau cho xanh, dang choi", (W, T, N, P)),
        ("Có nhóm đánh bạc ở sau chợ Xanh, đang chơi", (W, T, N, P)),
        ("Có chuyện rồi", ()),
        ("Trộm xe máy biển số 11B1-123.45 lúc 22 giờ", (T, P)),
        ("Xảy ra tối qua ở ngã tư Nà Cáp", (W, T, N)),
        ("Tối nào cũng đông người lạ ở nhà trọ tổ 5", (W, T, N)),
        ("", ()),
    ],
)
def test_words_tick(text, ticks):
    assert told([text], ["text"]) == ticks


@pytest.mark.parametrize(
    ("kind", "tick"),
    [("photo", F), ("video", F), ("voice", F), ("location", W), ("sticker", None), ("text", None)],
)
def test_attachments_tick(kind, tick):
    assert told([""], [kind]) == ((tick,) if tick else ())


def test_a_place_of_the_gazetteer_ticks():
    assert told(["Trùng Khánh có trộm"], ["text"], placed=True) == (W,)


def test_fields_of_the_case_tick_and_the_order_of_questions_is_kept():
    found = checklist("TO_GIAC", (P,), placed=True, tags=("dang-dien-ra",))
    assert found == Checklist((W, T, N, P, F), (W, T, N, P))
    assert found.missing == (F,)
    assert checklist("TO_GIAC", (), placed=False, tags=()).missing == (W, T, N, P, F)


@pytest.mark.parametrize("category", ["TTHC", "KHAO_SAT", "CAM_ON", ""])
def test_questions_and_thanks_have_no_checklist(category):
    assert checklist(category, (W,), placed=True, tags=()) == Checklist()


def test_every_question_is_an_approved_text_for_its_categories():
    catalog = load_catalog()
    for category, wanted in WANTED.items():
        assert category in catalog.categories
        assert len(wanted) <= 5
        for tick in wanted:
            assert catalog.canned[ASKED[tick]].fits(category), (category, tick)


def test_long_texts_are_read_at_their_start_only():
    assert told(["a " * 4_000 + "đang diễn ra"], ["text"]) == ()
