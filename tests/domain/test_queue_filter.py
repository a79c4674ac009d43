"""The typed filter: the same sentence with and without marks, not and or, and what is said of what is not understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.queue_filter import Field, Flag, ParsedFilter, Term, Vocabulary, parse_filter

NAMES = Vocabulary(
    categories={
        "TO_GIAC": "Tố giác về tội phạm",
        "TIN_BAO": "Tin báo về tội phạm",
        "TTHC": "Thủ tục hành chính",
        "PAKN_TTHC": "Phản ánh về thủ tục hành chính",
    },
    tags={"ma-tuy": "Ma túy", "danh-nhau": "Đánh nhau, gây thương tích"},
    units={"PC04": "PC04 Ma túy", "CAH-HA": "CAH Hòa An"},
    priorities={"P1": "Khẩn cấp", "P2": "Cao", "P3": "Thường"},
    families={"Tố giác": ("TIN_BAO", "TO_GIAC")},
    english=Vocabulary(
        categories={
            "TO_GIAC": "Denunciation of a crime",
            "TIN_BAO": "Report of a crime",
            "TTHC": "Procedure",
        },
        tags={"ma-tuy": "Drugs", "danh-nhau": "Fight, injury"},
        units={"PC04": "Drug crime investigation", "CAH-HA": "Hòa An district Police"},
        priorities={"P1": "Emergency", "P2": "High", "P3": "Normal"},
        families={"Crime": ("TIN_BAO", "TO_GIAC")},
    ),
)


def terms(text):
    parsed = parse_filter(text, NAMES)
    assert parsed.problems == ()
    return parsed.terms


@pytest.mark.parametrize(
    "text",
    [
        "loại:tố giác -thẻ:ma túy chưa:trả lời",
        "loai:to giac -the:ma tuy chua:tra loi",
        "LOẠI: Tố giác  -Thẻ:MA TÚY CHƯA:trả lời",
    ],
)
def test_the_sentence_of_the_feature_list(text):
    assert terms(text) == (
        Term(Field.CATEGORY, ("TIN_BAO", "TO_GIAC")),
        Term(Field.TAG, ("ma-tuy",), negated=True),
        Term(Field.FLAG, (Flag.ANSWERED,), negated=True),
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", ()),
        ("   ", ()),
        ("loại:tin báo", (Term(Field.CATEGORY, ("TIN_BAO",)),)),
        ("loại:tthc", (Term(Field.CATEGORY, ("TTHC",)),)),
        ("loại:pakn_tthc", (Term(Field.CATEGORY, ("PAKN_TTHC",)),)),
        ("loại:tin báo,thủ tục", (Term(Field.CATEGORY, ("TIN_BAO", "TTHC")),)),
        ("thẻ:thương tích", (Term(Field.TAG, ("danh-nhau",)),)),
        ("nhãn:ma túy", (Term(Field.TAG, ("ma-tuy",)),)),
        ("đơn vị:hòa an", (Term(Field.UNIT, ("CAH-HA",)),)),
        ("dv:pc04", (Term(Field.UNIT, ("PC04",)),)),
        ("mức:khẩn", (Term(Field.PRIORITY, ("P1",)),)),
        ("-mức:thường", (Term(Field.PRIORITY, ("P3",), True),)),
        ("đã:đọc", (Term(Field.FLAG, (Flag.READ,)),)),
        ("-chưa:đọc", (Term(Field.FLAG, (Flag.READ,)),)),
        ("giữ:tôi", (Term(Field.FLAG, (Flag.MINE,)),)),
        ("chưa:nhận", (Term(Field.FLAG, (Flag.OWNED,), True),)),
        ("hạn:quá", (Term(Field.FLAG, (Flag.LATE,)),)),
        ("có:nháp,chưa rõ", (Term(Field.FLAG, (Flag.DRAFT, Flag.UNKNOWN)),)),
        ("01482", (Term(Field.NUMBER, ("01482",)),)),
        ("cb26-01482", (Term(Field.NUMBER, ("CB26-01482",)),)),
        ("số:1482 chưa:trả lời", (Term(Field.NUMBER, ("1482",)), Term(Field.FLAG, (Flag.ANSWERED,), True))),
        ("chưa:đọc chưa:đọc", (Term(Field.FLAG, (Flag.READ,), True),)),
    ],
)
def test_every_key(text, wanted):
    assert terms(text) == wanted


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("type:crime -tag:drugs not:answered", "loại:tố giác -thẻ:ma túy chưa:trả lời"),
        ("TYPE: Crime  -Tag:DRUGS NOT:answered", "loại:tố giác -thẻ:ma túy chưa:trả lời"),
        ("type:report,procedure", "loại:tin báo,thủ tục"),
        ("kind:report category:procedure", "loại:tin báo loại:tthc"),
        ("label:injury", "thẻ:thương tích"),
        ("unit:drug crime", "đơn vị:pc04"),
        ("unit:hoa an", "đơn vị:hòa an"),
        ("priority:emergency -level:normal", "mức:khẩn -mức:thường"),
        ("is:read -not:read", "đã:đọc -chưa:đọc"),
        ("not:taken not:classified is:transferred", "chưa:nhận chưa:phân loại đã:chuyển"),
        ("held:me", "giữ:tôi"),
        ("held by:somebody", "giữ:ai đó"),
        ("due:overdue,soon", "hạn:quá,sắp"),
        ("has:draft,unknown,reminder", "có:nháp,chưa rõ,hẹn"),
        ("number:1482", "số:1482"),
        ("loại:crime is:trả lời", "type:tố giác đã:answered"),
    ],
)
def test_the_same_in_english(english, vietnamese):
    assert terms(english) == terms(vietnamese)


def test_a_word_of_both_languages_is_vietnamese():
    names = Vocabulary(tags={"a": "Ban ngày"}, english=Vocabulary(tags={"a": "Day", "b": "Ban"}))
    assert parse_filter("thẻ:ban", names).terms == (
        Term(Field.TAG, ("b",)),
    )  # a whole name of either language
    assert parse_filter("thẻ:ban n", names).terms == (Term(Field.TAG, ("a",)),)
    names = Vocabulary(tags={"a": "Ban ngày"}, english=Vocabulary(tags={"b": "Bandits"}))
    assert parse_filter("thẻ:ban", names).terms == (Term(Field.TAG, ("a",)),)


@pytest.mark.parametrize(
    ("text", "said", "place"),
    [
        ("loại:cướp biển", "Không có «cuop bien» trong «loại:»", "cướp biển"),
        ("thẻ:", "Thiếu giá trị sau «thẻ:»", ""),
        ("chưa:ngủ", "Có thể là: trả lời, đọc, nhận", "ngủ"),
        ("đánh nhau ở chợ", "Không hiểu «đánh». Viết như loại:", "đánh"),
        ("loại:tố giác, ", "Thiếu giá trị", "tố giác, "),
        ("số:abc", "Viết như số:01482", "abc"),
        ("a" * 500, "dài quá", "a" * 100),
    ],
)
def test_what_is_not_understood_is_named_with_its_place(text, said, place):
    problem = parse_filter(text, NAMES).problems[0]
    assert said in problem.message_vi
    assert text[problem.start : problem.end] == place


def test_one_bad_term_is_told_beside_good_ones():
    parsed = parse_filter("loại:tin báo thẻ:xyz", NAMES)
    assert len(parsed.problems) == 1
    assert parsed.terms == (Term(Field.CATEGORY, ("TIN_BAO",)),)


@given(st.text(max_size=80))
def test_any_text_is_answered(text):
    parsed = parse_filter(text, NAMES)
    assert isinstance(parsed, ParsedFilter)
    for problem in parsed.problems:
        assert 0 <= problem.start <= problem.end
        assert problem.message_vi
