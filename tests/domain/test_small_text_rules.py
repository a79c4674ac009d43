import random

import pytest

from console.domain.canned import fill_slots, rank_canned, utf16_length, validate_outgoing
from console.domain.entities import find_entities
from console.domain.names import ALPHABET, initials, mask_name, mask_phone, pseudonym, pseudonym_code
from console.runtime.resources import load_catalog, load_thanks
from tests.domain.hostile import HOSTILE
from tests.pace import spending

CANNED = load_catalog().canned.values()


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("gọi 0912 000 218 nhé", "phone", "0912000218"),
        ("số 0912.000.218", "phone", "0912000218"),
        ("+84 912 000 218", "phone", "0912000218"),
        ("xe 11B1-000.19 màu đen", "plate", "11b100019"),
        ("bien so 29B-000.18", "plate", "29b00018"),
        ("biển 11a 00033", "plate", "11a00033"),
        ("cccd 004 099 001 234", "id_number", "004099001234"),
        ("mất 15 triệu", "money", "15 triệu"),
        ("phạt 750.000đ", "money", "750.000đ"),
        ("het 800k roi", "money", "800k"),
        ("tầm 2-3h sáng", "time", "2-3h sáng"),
        ("mai 3h", "time", "3h"),
        ("lúc 20h15 tối qua", "time", "20h15 tối qua"),
        ("vào http://a.example/b?c=1 đi", "url", "http://a.example/b?c=1"),
    ],
)
def test_entities(text, kind, value):
    found = [e for e in find_entities(text) if e.kind == kind]
    assert [e.value for e in found] == [value]
    assert text[found[0].start : found[0].end] == found[0].text


def test_nothing_in_plain_words():
    assert find_entities("nhà tôi ở xóm Bản Chang, mong công an giúp") == ()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_everywhere(text):
    with spending() as spent:
        for entity in find_entities(text):
            assert text[entity.start : entity.end] == entity.text
        mask_name(text)
        mask_phone(text)
        initials(text)
        load_thanks().is_mere_thanks(text)
        rank_canned(text[:50], CANNED)
        fill_slots("Mã {ma_vu_viec}", {"ma_vu_viec": text})
        validate_outgoing(text)
    assert spent.seconds < 3.0


def test_pseudonyms_are_repeatable_unique_and_readable():
    assert pseudonym_code(random.Random(5)) == pseudonym_code(random.Random(5))
    rng, taken = random.Random(1), set()
    for _ in range(2_000):
        code = pseudonym_code(rng, taken)
        assert code not in taken
        taken.add(code)
    assert all(set(code) <= set(ALPHABET) for code in taken)
    assert not set("0O1IL") & set(ALPHABET)
    assert pseudonym("4F7K") == "Công dân 4F7K"


@pytest.mark.parametrize(
    ("name", "masked", "letters"),
    [
        ("Nguyễn Thị Hoa", "N••••• T•• H••", "NH"),
        ("Đạt", "Đ••", "Đ"),
        ("", "•••", "?"),
        (" ", "•••", "?"),
        ("😀", "😀", "?"),
    ],
)
def test_masks(name, masked, letters):
    assert mask_name(name) == masked
    assert initials(name) == letters


def test_a_rank_gives_no_initials():
    assert initials("Trung úy Mông Văn Tuấn") == "MT"
    assert initials("Đại tá Hà") == "H"
    assert initials("Trung Tá") == "TT"


def test_mask_phone():
    assert mask_phone("0912 345 678") == "••••••••78"
    assert mask_phone("113") == "•••"


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("lua", "LUA_DAO"),
        ("mgt", "MAT_GIAY_TO"),
        ("htg", "HOI_TG_DD"),
        ("tố cáo", "HD_TO_CAO"),
        ("114", "CHAY_114"),
    ],
)
def test_canned_reply_is_found_by_a_few_letters(query, code):
    assert code in [reply.code for reply in rank_canned(query, CANNED)][:2]


def test_canned_ranking_prefers_the_category_and_limits():
    found = rank_canned("", CANNED, category="CHAY_CNCH")
    assert len(found) == 4
    assert found[0].code == "CHAY_114"
    assert rank_canned("qqq", CANNED) == ()


def test_slots_are_filled_once_and_missing_ones_reported():
    filled = fill_slots("Mã {ma_vu_viec} tới {don_vi}", {"ma_vu_viec": "{don_vi}", "don_vi": " "})
    assert filled.text == "Mã {don_vi} tới {don_vi}"
    assert filled.missing == ("don_vi",)


@pytest.mark.parametrize(
    ("text", "codes", "blocking"),
    [
        ("Đã nhận tin của ông/bà.", [], False),
        ("", ["empty"], True),
        (" \u200b\n", ["empty"], True),
        ("Mã {ma_vu_viec}", ["slot"], True),
        ("Số {{SĐT_PX05}}", ["slot"], True),
        ("a" * 2001, ["too_long"], True),
        ("😀" * 1001, ["too_long"], True),
        ("a\ud800", ["bad_char"], True),
        ("Chúng tôi cam kết bắt được", ["promise"], False),
        ("Ông gửi ảnh căn cước giúp", ["id_photo"], False),
        ("Xin không gửi ảnh giấy tờ tùy thân qua Zalo.", [], False),
    ],
)
def test_validate_outgoing(text, codes, blocking):
    problems = validate_outgoing(text)
    assert [problem.code for problem in problems] == codes
    assert any(problem.blocking for problem in problems) is blocking


def test_shipped_replies_pass_once_filled():
    for reply in CANNED:
        filled = fill_slots(reply.text, dict.fromkeys(reply.slots, "x"))
        assert filled.missing == ()
        assert not [problem for problem in validate_outgoing(filled.text) if problem.blocking]
        assert utf16_length(filled.text) <= 2_000


@pytest.mark.parametrize(
    "text",
    [
        "Cảm ơn",
        "cam on ad",
        "Vâng em cảm ơn các anh nhiều nhé",
        "ok",
        "Dạ",
        "👍",
        "❤️❤️",
        "",
        "Cảm ơn ạ!!!",
        "da em cam on a",
        "thank you",
    ],
)
def test_mere_thanks(text):
    assert load_thanks().is_mere_thanks(text)


@pytest.mark.parametrize(
    "text",
    [
        "cảm ơn nhưng nó lại đến rồi",
        "ok 0912345678",
        "1",
        "cảm ơn, mai 3h nó đi",
        "vâng, nó đang đứng ngoài cửa",
        "cảm ơn?",
        "anh ơi",
        "các anh ơi",
        "http://x.example",
        "cứu",
        "ok. nhà em bị trộm",
    ],
)
def test_content_is_not_mere_thanks(text):
    assert not load_thanks().is_mere_thanks(text)
