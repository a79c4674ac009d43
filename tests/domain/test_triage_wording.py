"""Triage: ways of writing that were taken for something else, and what an explanation has to hold."""

import pytest

from console.domain.phrases import split_words
from console.domain.text import fold
from console.domain.triage_weights import Weights
from console.runtime.resources import load_triage


@pytest.fixture(scope="module")
def triage():
    return load_triage()


def concepts(triage, text):
    return {hit.label for hit in triage.look([text], ["text"]).hits}


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("nha cua toi o xa thuong thon", "weapon"),  # của, not cưa
        ("con toi hoc lop 3", "weapon"),  # con, not côn
        ("nen lam the nao a", "violence"),  # nên, not nện
        ("tat ca deu tot", "violence"),  # tất cả, not tát
        ("troi oi la troi", "violence"),  # trời, not trói
        ("nha toi o duoi chan doi", "drown"),  # dưới, not đuối
        ("em gap can bo roi", "help"),  # gặp, not gấp
        ("toi noi voi can bo", "bribe"),  # với, not vòi
        ("nuoc song dang trong", "gambling"),  # sông, not sòng
        ("uong bia voi ban", "rumor"),  # bia, not bịa
        ("bi lua dao tren mang", "weapon"),  # lừa đảo, not dao
        ("dao nay nguoi dao o xom em dong", "weapon"),  # dạo này, người Dao
        ("tra cuu phat nguoi o dau", "help"),  # tra cứu, not cứu
        ("em cho no tra loi tin nhan", "bomb_threat"),  # chờ nó, not cho nổ
        ("dong tien ca thang roi", "bomb_threat"),  # tiền cả, not tiễn cả
        ("đi bộ lên dốc đuối quá", "drown"),  # exhausted
        ("me em di lau roi chua ve, mac ao xanh", "drown"),  # rồi … áo, not rơi … ao
        ("can bo cong an huyen danh may ho so", "dv"),  # cán bộ, not bố
        ("trên mạng đồn có mẹ mìn ở chợ", "bomb_threat"),
    ],
)
def test_a_word_without_marks_is_not_taken_for_its_rare_twin(triage, text, concept):
    assert concept not in concepts(triage, text)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("nó vác gậy với côn", "weapon"),
        ("cháu bị đuối ngoài hồ", "drown"),
        ("gấp lắm các anh", "help"),
        ("nó trói tay em", "violence"),
        ("no troi tay em", "violence"),
        ("có sòng ở đầu xóm", "gambling"),
        ("chung no doa cho no tung tru so", "bomb_threat"),
        ("con toi roi xuong ao", "drown"),
        ("no di dao vao co me em", "weapon"),
    ],
)
def test_the_rare_word_is_still_heard(triage, text, concept):
    assert concept in concepts(triage, text)


@pytest.mark.parametrize(
    "text",
    [
        "cứu",
        "113 ơi mau lên",
        "hắn uýnh má con chảy máu, giờ cầm dao rượt theo",
        "chồng em nhốt em trong phòng hai ngày, dọa giết, em nhắn lén",
        "cụ nhà tôi 83 tuổi đi vào rừng từ sáng chưa về, trời mưa rét",
        "đứa bé chìm dưới đập, mọi người đang lặn tìm",
        "lũ ống cuốn mất mấy cái nhà, chưa biết người ở đâu",
        "không phải phim đâu, hai nhóm đang chém nhau ngoài chợ",
        "nếu các anh không tới thì nó giết em mất, nó đang đập cửa",
        "đm lũ vô dụng, nó đang cầm dao chém bố tao",
        "haha đùa chứ không đùa đâu, bạn em cắt tay chảy máu nhiều lắm",
    ],
)
@pytest.mark.parametrize("bare", [False, True], ids=["with marks", "without"])
def test_a_cry_for_help_is_an_emergency_however_it_is_said(triage, text, bare):
    assert triage.suggest([fold(text) if bare else text]).priority == "P1"


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("nếu mình đánh kẻ trộm gãy tay thì mình có bị phạt gì không ạ", "HOI_DAP"),
        ("ví dụ có kẻ cầm dao vào nhà, mình đánh chết nó thì là tội gì ạ", "HOI_DAP"),
        ("cháu làm bài tập: thế nào là tội giết người ạ", "HOI_DAP"),
        ("phim tối qua có đoạn bắn chết người giữa phố, ngoài đời có thế không ạ", "HOI_DAP"),
        ("cảm ơn các anh đã cứu vợ tôi trong vụ tai nạn hôm trước", "CAM_ON"),
        ("đề nghị chấm dứt tình trạng xe tải chạy ẩu qua cổng trường", "PAKN"),
    ],
)
def test_speaking_of_a_crime_is_not_an_emergency(triage, text, category):
    suggestion = triage.suggest([text])
    assert suggestion.category == category
    assert suggestion.priority != "P1"


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("230tr", ["230", "trieu"]),
        ("3tr5", ["3", "trieu", "5"]),
        ("15t", ["15", "tuoi"]),
        ("500k", ["500", "k"]),
        ("11B1", ["11b1"]),
        ("2h", ["2h"]),
    ],
)
def test_a_number_written_with_its_unit_is_read_as_two_words(word, pieces):
    words = split_words([word], {})
    assert [one for one in words.folded if one] == pieces
    assert words.quote(0, len(words.folded)) == word


def test_an_abbreviation_is_quoted_once():
    words = split_words(["xin sđt công an"], {"sdt": ("so", "dien", "thoai")})
    assert words.quote(0, len(words.folded)) == "xin sđt công an"


LOUD = (
    "chồng em nghiện lên cơn cầm búa đập phá nhà dọa chém em, em trốn trong bếp, "
    "đến ngay với, nhà ở xã Trường Hà"
)


def test_level_and_district_keep_their_reasons_however_much_speaks_for_the_kind(triage):
    suggestion = triage.suggest([LOUD])
    rules = [reason.rule for reason in suggestion.reasons]
    assert len(rules) == 6
    assert rules[-1] == "place"
    assert rules[-2].startswith("priority/")


def test_an_emergency_cites_the_words_it_was_taken_from(triage):
    level = next(reason for reason in triage.suggest([LOUD]).reasons if reason.rule.startswith("priority/"))
    assert level.matched
    assert all(part in LOUD for part in level.matched.split(", "))


def test_no_words_are_given_as_the_reason_twice(triage):
    kinds = [r.matched for r in triage.suggest(["cháy kho ở Nước Hai rồi"]).reasons if "/" in r.rule]
    of_kind = [matched for matched in kinds[:-1] if matched]
    assert len(of_kind) == len(set(of_kind))


def test_overlapping_words_are_quoted_as_one_run(triage):
    reasons = triage.suggest(["hôm qua tôi bị giật túi xách ngoài chợ"]).reasons
    assert any("bị giật túi" in reason.matched for reason in reasons)


def test_words_that_stand_in_every_message_are_named_only_where_nothing_better_spoke():
    table = {"cho": [0, 90], "quan": [0, 40], "xe": [0, 80]}
    weights = Weights(("A",), 1.0, (0.0,), table)
    assert weights.telling(split_words(["cho quán"], {}), 0) == ("quán",)
    assert weights.telling(split_words(["cho em"], {}), 0) == ("cho",)


@pytest.mark.parametrize(
    "text",
    [
        "tạm biệt mọi người, em mệt lắm rồi, chăm mẹ hộ em",
        "cảm ơn mọi người thời gian qua, tôi không gánh nổi nữa",
        "có ông đổ xăng khắp người ngồi giữa chợ",
        "bên nhà hàng xóm có tiếng hét rồi tắt hẳn, gõ cửa không ai mở",
        "thuyền chở khách bị lật ngoài hồ, mới vớt được ba người",
        "hành lang toàn khói, em ở tầng năm không xuống được",
        "bà cụ trượt chân rơi xuống khe, gọi không thưa",
        "ổng hăm tưới xăng đốt nhà, khóa cửa nhốt hai chị em con",
    ],
)
@pytest.mark.parametrize("bare", [False, True], ids=["with marks", "without"])
def test_danger_without_its_usual_words_is_heard_and_explained(triage, text, bare):
    said = fold(text) if bare else text
    suggestion = triage.suggest([said])
    assert suggestion.priority == "P1"
    assert any(reason.matched for reason in suggestion.reasons)


def test_a_matter_that_may_be_an_emergency_is_urgent_though_another_kind_is_likelier(triage):
    suggestion = triage.suggest(["xe khách lên đèo bị lật"])
    assert (suggestion.category, suggestion.priority) == ("GIAO_THONG", "P1")
    level = next(reason for reason in suggestion.reasons if reason.text_vi.startswith("mức "))
    assert level.text_vi == "mức P1: chưa loại trừ tin khẩn cấp"
    assert level.matched in "xe khách lên đèo bị lật"
    assert level.matched


def test_a_danger_that_has_hurt_nobody_yet_keeps_its_level(triage):
    text = "bờ taluy sau trạm y tế xã Minh Long bị nứt, mưa nữa là sập, mong xuống kiểm tra"
    suggestion = triage.suggest([text])
    assert (suggestion.category, suggestion.priority) == ("CHAY_CNCH", "P2")


DANGERS = (
    "có người bị đâm ngoài chợ, máu chảy nhiều",
    "vợ tôi bị thằng kia lôi lên xe bắt đi rồi",
    "nhà trọ đang cháy, còn người trên tầng ba",
    "con tôi 5 tuổi đi lạc từ trưa, tìm khắp chợ không thấy",
    "nó đang dìm thằng bé xuống suối",
    "kho mìn của mỏ bị cắt khóa, hụt mất 20 kíp nổ",
)


@pytest.mark.parametrize("text", DANGERS)
@pytest.mark.parametrize(
    "around", ["{} haha đùa thôi", "đm lũ ăn hại, {}", "{} chúng mày vô dụng cút đi", "CÔNG AN NGU VCL {} 😂"]
)
def test_a_joke_or_an_insult_never_lowers_an_emergency(triage, text, around):
    assert triage.suggest([around.format(text)]).priority == "P1"


@pytest.mark.parametrize(
    "text", ["lũ ăn hại, ăn lương dân mà ngồi chơi", "chúng mày vô dụng cút hết đi", "đm bọn ăn bám, óc chó"]
)
def test_an_insult_alone_is_no_emergency(triage, text):
    found = triage.suggest([text])
    assert (found.category, found.priority) == ("QUAY_ROI", "P4")


def test_where_no_word_decides_the_explanation_says_so(triage):
    weights = Weights(("A", "B"), 1.0, (0.0, 0.0), {"quan": [0, 4]})
    assert weights.telling(split_words(["cho quán"], {}), 0) == ("quán",)
    assert weights.telling(split_words(["cho quán"], {}), 1) == ()
    assert triage.suggest(["zzyx qwwq"]).reasons[0].text_vi == "không lời nào nói rõ, cần người đọc"


@pytest.mark.parametrize(
    ("text", "district"),
    [
        ("hai xe va nhau ở ngã ba Nước Hai", "HA"),  # "ba" of a junction is no "bà"
        ("mất trộm ở phường Thục Phán", "TPCB"),
        ("mất xe ở đoạn Vườn Cam", "TPCB"),
        ("bà Kim Loan bị mất xe", None),
    ],
)
def test_places_as_people_name_them(triage, text, district):
    assert triage.suggest([text]).district == district


@pytest.mark.parametrize(
    "text",
    [
        "đúng 8 giờ sáng mai tao mang xăng tới đồn chúng mày",
        "lũ ăn hại, tối nay tao giết từng đứa một",
        "đm chúng mày chiều mai tao đốt sạch trụ sở cho xem",
        "tao tưới xăng lên rồi, cả lũ chết chung",
        "chúng mày coi chừng, trưa mai tao rưới dầu cả dãy nhà làm việc",
    ],
)
@pytest.mark.parametrize("said", [str, fold], ids=["as written", "without marks"])
def test_who_threatens_fire_or_death_is_heard_whatever_he_calls_the_officers(triage, text, said):
    assert triage.suggest([said(text)]).priority == "P1"


@pytest.mark.parametrize(
    "text",
    [
        "ơ bấm vào đây là nhắn được à",
        "cửa hàng của con dâu tôi chuyển lên phố trên rồi",
        "đoạn dưới dốc lên cua khó đi, xe tải hay chạy vào",
    ],
)
@pytest.mark.parametrize("said", [str, fold], ids=["as written", "without marks"])
def test_words_of_any_talk_make_no_emergency(triage, text, said):
    assert triage.suggest([said(text)]).priority != "P1"


@pytest.mark.parametrize(
    "text",
    [
        "tối qua em trai tôi bị chém vào tay ở quán ốc, đang nằm bệnh viện tỉnh, tôi muốn trình báo",
        "hôm kia đống rơm nhà tôi cháy, đã dập tắt rồi, nghi có người đốt",
    ],
)
def test_what_is_past_and_over_is_looked_at_soon_and_says_why(triage, text):
    found = triage.suggest([text])
    assert found.priority == "P2"
    # What goes on, or begins again, is no thing of the past.
    assert triage.suggest([text, "giờ nó đang cầm dao trước cửa nhà tôi, cứu với"]).priority == "P1"


@pytest.mark.parametrize("said", [str, fold], ids=["as written", "without marks"])
def test_an_emergency_in_words_no_rule_knows_is_heard_by_its_rarer_words(triage, said):
    text = said("ngoài bến xe đang có ba thằng quây một cậu sinh viên, nó nằm ôm đầu mà chúng vẫn giẫm")
    assert triage.suggest([text]).priority == "P1"
