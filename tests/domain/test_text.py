import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.text import (
    fold,
    fold_map,
    highlight_spans,
    nfc,
    safe_block,
    safe_line,
    squeeze_identifier,
)
from tests.domain.hostile import HOSTILE
from tests.pace import spending

anything = st.text(alphabet=st.characters(codec=None), max_size=60)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Tố giác TỘI PHẠM", "to giac toi pham"),
        ("Đường Đề Thám", "duong de tham"),
        (unicodedata.normalize("NFD", "Nguyễn Thị Hằng ở Đông Khê"), "nguyen thi hang o dong khe"),
        ("đ Đ ð", "d d ð"),
        ("ASCII only", "ascii only"),
        ("0912\u200b345", "0912345"),
        ("a\x00b\ud800", "a b\ufffd"),
        ("İstanbul", "istanbul"),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


@given(anything)
def test_fold_is_stable_and_blind_to_composition(text):
    folded = fold(text)
    assert fold(folded) == folded
    folded.encode("utf-8")
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(anything)
def test_fold_map_agrees_with_fold_and_leads_back(text):
    folded, index = fold_map(text)
    assert folded == fold(text)
    assert len(index) == len(folded) + 1
    assert index[-1] == len(text)
    assert index == sorted(index)
    for position, char in enumerate(folded):
        assert char in fold(text[index[position]])


@given(anything, anything)
def test_highlight_spans_cover_the_query(text, query):
    for start, end in highlight_spans(text, query):
        assert 0 <= start < end <= len(text)
        assert fold(query).strip() in fold(text[start:end])


def test_highlight_keeps_decomposed_letters_whole():
    text = unicodedata.normalize("NFD", "Tố giác")
    [(start, end)] = highlight_spans(text, "to")
    assert text[start:end] == unicodedata.normalize("NFD", "Tố")


@pytest.mark.parametrize(
    ("text", "squeezed"),
    [
        ("0912 345 678", "0912345678"),
        ("0912.345.678", "0912345678"),
        ("+84 912 345 678", "0912345678"),
        ("0912\u200b345678", "0912345678"),
        ("11A1-123.45", "11a112345"),
        ("CB26-01482", "cb2601482"),
        ("０９１２", "０９１２"),
    ],
)
def test_squeeze_identifier(text, squeezed):
    assert squeeze_identifier(text) == squeezed


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("báo-cáo\u202egpj.exe", "báo-cáo⟦RLO⟧gpj.exe"),
        ("ảnh\u2067\u2066fdp\u2069.exe", "ảnh⟦RLI⟧⟦LRI⟧fdp⟦PDI⟧.exe"),
        ("một\r\nhai\x85ba\u2028bốn", "một hai ba bốn"),
        ("a\x00\x1b\x07b", "ab"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("09\u200d12", "0912"),
        ("x\ud800y", "x\ufffdy"),
        ("  nhiều   chỗ  trống ", "nhiều chỗ trống"),
    ],
)
def test_safe_line(text, shown):
    assert safe_line(text) == shown


def test_safe_line_limits_length_and_marks():
    assert safe_line("a" * 500, 10) == "a" * 9 + "…"
    assert len(safe_line("a" + "\u0301" * 20_000)) <= 6
    assert "\n" not in safe_line("\n" * 100_000 + "cuối")


def test_safe_block_keeps_lines_and_limits_them():
    assert safe_block("một\r\nhai") == "một\nhai"
    assert safe_block("\n" * 100_000).count("\n") < 2_000


@given(anything)
def test_safe_forms_hold_their_promises(text):
    line = safe_line(text, 40)
    assert len(line) <= 40
    assert not set(line) & set("\n\r\x00\x1b\u202e\u2066\u2028")
    line.encode("utf-8")
    safe_block(text).encode("utf-8")
    assert unicodedata.normalize("NFC", text) == nfc(text)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_handled_in_linear_time(text):
    for function in (fold, fold_map, nfc, squeeze_identifier, safe_line, safe_block):
        with spending() as spent:
            function(text)
        # 1 M characters take about 0.25 s; the room is for a busy machine, not for quadratic code.
        assert spent.seconds < 1.5, function.__name__
