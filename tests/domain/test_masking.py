"""Covering who told of a matter: every spelling of name and number, and nothing else."""

from unicodedata import normalize

import pytest

from console.domain.masking import MASK, mask_source

MARKS = ("Nông Thị Bưởi", "0912345678", "")


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("tôi là Nông Thị Bưởi ở tổ 5", f"tôi là {MASK} ở tổ 5"),
        ("toi la nong thi buoi", f"toi la {MASK}"),
        ("NÔNG  THỊ\nBƯỞI.", f"{MASK}."),
        (normalize("NFD", "Nông Thị Bưởi") + "!", f"{MASK}!"),
        ("gọi 0912.345.678 nhé", f"gọi {MASK} nhé"),
        ("gọi +84 912 345 678", f"gọi {MASK}"),
        ("0912345678 0912-345-678", f"{MASK} {MASK}"),
        ("nong thi buoi0 và quả bưởi", "nong thi buoi0 và quả bưởi"),
        ("số 0987654321 của nó", "số 0987654321 của nó"),
        ("", ""),
    ],
)
def test_what_is_covered(text, covered):
    assert mask_source(text, MARKS) == covered


def test_a_name_of_one_word_is_only_a_word():
    assert mask_source("hoa nở", ("Hoa",)) == "hoa nở"


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("Toi la Nong Van Canary 0912345678, thay danh bac", f"Toi la {MASK} {MASK}, thay danh bac"),
        ("tôi là Bưởi 0912345678", f"tôi là {MASK} {MASK}"),
        ("toi la nong thi buoi o to 5", f"toi la {MASK} o to 5"),
        ("tôi tên là lò văn páo, bị đánh", f"tôi tên là {MASK}, bị đánh"),
        ("em tên Ly, sđt của em 0987 654 321", f"em tên {MASK}, sđt của em {MASK}"),
        ("số của tôi là 0988.777.666", f"số của tôi là {MASK}"),
        ("liên hệ với tôi qua số 0912345678", f"liên hệ với tôi qua số {MASK}"),
        ("0912345678 là số của em", f"{MASK} là số của em"),
        ("CCCD của tôi 004123456789", f"CCCD của tôi {MASK}"),
        ("Họ tên: Nông Văn An; SĐT: 0912 000 111", f"Họ tên: {MASK}; SĐT: {MASK}"),
        (
            "Họ và tên: Nông Thị Bình, sinh năm 1980, CCCD 004180000123",
            f"Họ và tên: {MASK}, sinh năm 1980, CCCD {MASK}",
        ),
        ("Tôi, Nguyễn Văn An, sinh năm 1970, xin tố giác", f"Tôi, {MASK}, sinh năm 1970, xin tố giác"),
        (
            "Ông ấy đánh vợ. Người báo tin: Nông Văn An, 0912000111",
            f"Ông ấy đánh vợ. Người báo tin: {MASK}, {MASK}",
        ),
        ("nó đánh bạc.\nXin cảm ơn.\nNông Văn An", f"nó đánh bạc.\nXin cảm ơn.\n{MASK}"),
        ("e là Nguyễn Thị Hoa sđt e 0912000111", f"e là {MASK} sđt e {MASK}"),
        ("lh em 0912000111 nhé", f"lh em {MASK} nhé"),
        ("có gì gọi cho em 0912000111", f"có gì gọi cho em {MASK}"),
        ("em tên Dung, ở tổ 3, sđt 0912000111", f"em tên {MASK}, ở tổ 3, sđt {MASK}"),
        (
            normalize("NFD", "Tôi là Nông Văn Páo ở đây"),
            f"{normalize('NFD', 'Tôi là ')}{MASK}{normalize('NFD', ' ở đây')}",
        ),
    ],
)
def test_what_a_citizen_tells_of_himself_is_covered_though_the_store_does_not_know_it(text, covered):
    assert mask_source(text, ()) == covered


@pytest.mark.parametrize(
    "text",
    [
        "tôi là công an xã",
        "em là mẹ cháu Lan",
        "tôi là người dân tổ 5",
        "TÔI LÀ NGƯỜI DÂN XÃ HƯNG ĐẠO",
        "số điện thoại của nó là 0988777666",
        "nó gọi cho em từ số 0988777666 đòi tiền",
        "nhà ông Bế Văn Xấu số 0988777666 bán ma túy",
        "liên hệ công an số 0692406112 được không",
        "Chồng em là Nông Văn Hải đánh em",
        "họ tên đối tượng: Nông Văn Tài, sđt 0912000222",
        "Đối tượng trộm xe. Họ tên: Nông Văn Tài, sđt 0912000222",
        "Người bị tố giác: Nông Văn Tài",
        "LH: 0912000222 để vay tiền nhanh",
        "hôm qua nó gọi cho em 0912000222 đòi tiền",
        "Em xin cảm ơn.\nMong các anh giúp",
    ],
)
def test_what_he_tells_of_others_stays(text):
    assert mask_source(text, ()) == text


def test_a_number_after_ones_own_name_stays_where_somebody_else_was_named_in_between():
    text = "em tên Dung, hàng xóm là ông Tài sđt 0912000222"
    assert mask_source(text, ()) == f"em tên {MASK}, hàng xóm là ông Tài sđt 0912000222"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Xe máy của tôi biển số 11B1-123.45 để ở cổng", f"Xe máy của tôi biển số {MASK} để ở cổng"),
        ("em đi xe wave BKS 11H1 23456 qua đó", f"em đi xe wave BKS {MASK} qua đó"),
        ("11A-12345 là xe của cháu", f"{MASK} là xe của cháu"),
        ("toi chay xe o to bien 11A 123.45", f"toi chay xe o to bien {MASK}"),
        ("xe tôi 11b1-4567", f"xe tôi {MASK}"),
    ],
)
def test_the_plate_of_ones_own_vehicle_is_covered(text, read):
    assert mask_source(text, ()) == read


@pytest.mark.parametrize(
    "text",
    [
        "Bọn họ chạy 2 xe máy, biển số 11B1-123.45",
        "tôi đi xe về thì gặp xe biển 11B1-123.45 bỏ chạy",
        "xe của nó biển 11A-12345",
        "nó tông vào xe của tôi rồi chạy, xe nó biển 11A-12345",
        "tôi thấy xe ô tô biển 11A-123.45 chở gỗ",
    ],
)
def test_the_plate_of_whom_the_matter_is_about_stays(text):
    assert mask_source(text, ()) == text
