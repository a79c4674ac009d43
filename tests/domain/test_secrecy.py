"""A degree of secrecy is seen where it stands as a marking, and no harmless word is taken for one (domain.md §5.5)."""

import unicodedata
from time import process_time

import pytest

from console.domain.secrecy import marking_in

MARKED = {
    "Tuyệt mật": "Tuyệt mật",
    "công văn tuyệt mật số 3": "Tuyệt mật",
    "TỐI MẬT": "Tối mật",
    "Kế hoạch (Tối mật) của tỉnh": "Tối mật",
    "độ mật: Tối  mật": "Tối mật",
    "TUYET MAT": "Tuyệt mật",
    "Toi mat\nVề việc": "Tối mật",
    "dong dau toi mat": "Tối mật",
    "Mật": "Mật",
    "MẬT\nVề việc bố trí lực lượng": "Mật",
    "Gửi bản MẬT số 12": "Mật",
    "xem tài liệu mật kèm theo": "Mật",
    "độ mật: Mật": "Mật",
    "«Mật» đã đóng": "Mật",
    "(MAT)": "Mật",
}
HARMLESS = (
    "bảo mật", "BẢO MẬT THÔNG TIN", "mật khẩu", "Mật khẩu: 1234", "MẬT KHẨU", "mật độ xe cao", "MẬT ĐỘ", "bí mật đời tư",
    "BÍ MẬT NHÀ NƯỚC", "bí mật công tác", "tôi mất xe", "toi mat xe may", "TOI MAT XE O CHO", "chị Tuyết mất ví",
    "chi Tuyet mat vi", "tuyet mat roi", "đồng chí Hoàng Văn Mật", "ông Mật báo", "mật ong", "mật vụ", "thân mật", "mất tài liệu",
    "tài liệu mật ong rừng", "văn bản mật mã", "tai lieu mat", "tối mặt tối mũi", "đau mắt", "MẤT", "mat", "", "chuyển kênh bảo mật",
    "VIỆC NÀY CẦN GIỮ BÍ MẬT", "Mật độ: cao", "đề nghị giữ bí mật tuyệt đối", "tối mất điện", "buổi tối mật độ xe cao",
)  # fmt: skip


@pytest.mark.parametrize("text", MARKED)
def test_a_marking_is_seen_composed_and_decomposed(text):
    for form in ("NFC", "NFD"):
        assert marking_in(unicodedata.normalize(form, text)) == MARKED[text]


def test_harmless_words_raise_no_alarm():
    wrong = {text: marking_in(text) for text in HARMLESS if marking_in(text)}
    assert wrong == {}


def test_a_long_text_is_looked_through_at_once():
    assert marking_in("mật " * 5_000 + "Tuyệt mật") == ""  # the end lies beyond what is looked at
    assert marking_in("ĐỘ " * 6_000 + "(Tối mật)") == "Tối mật"


def test_a_long_run_of_blanks_after_a_word_of_papers_does_not_hold_the_window_up():
    begun = process_time()
    assert marking_in("văn bản" + " " * 19_900) == marking_in("do mat" + "\t" * 19_900) == ""
    assert process_time() - begun < 1, "4 s where each split of the blanks is tried"
    assert marking_in("độ mật" + " " * 9_000 + ":" + " " * 9_000 + "(Mật)") == "Mật"
