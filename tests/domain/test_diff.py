"""What was changed between two texts."""

from hypothesis import given
from hypothesis import strategies as st

from console.domain.diff import Change, Piece, word_diff

TEXTS = st.text(alphabet=st.sampled_from("ab ă.\n😀"), max_size=60)


def side(pieces, without):
    return "".join(piece.text for piece in pieces if piece.change is not without)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_the_pieces(before, after):
    pieces = word_diff(before, after)
    assert side(pieces, Change.NEW) == before
    assert side(pieces, Change.GONE) == after
    assert all(piece.text for piece in pieces)


def test_only_the_words_that_differ_are_marked():
    assert word_diff("Mã {ma} chuyển phường", "Mã 7KD2 chuyển phường") == (
        Piece(Change.SAME, "Mã "),
        Piece(Change.GONE, "{ma}"),
        Piece(Change.NEW, "7KD2"),
        Piece(Change.SAME, " chuyển phường"),
    )


def test_what_is_too_long_to_compare_is_shown_whole():
    before, after = "a " * 2_000, "b " * 2_000
    assert word_diff(before, after) == (Piece(Change.GONE, before), Piece(Change.NEW, after))


def test_words_changed_side_by_side_are_one_change():
    pieces = word_diff("xem xét sớm nhất.", "xem xét theo quy định.")
    assert [piece.text for piece in pieces] == ["xem xét ", "sớm nhất", "theo quy định", "."]
