"""The strip on top of a case: what must be known before anything is done with it."""

from console.domain.case import Case
from console.ui.conversation.marks import marks_of


def test_a_case_whose_content_was_erased_says_so(themed):
    """An empty conversation alone would say that the citizen never wrote."""
    (mark,) = marks_of(Case("c1", erased_at=1_790_000_000_000), {})
    assert (mark.code, mark.chip.text) == ("erased", "Đã xóa nội dung")
    assert "Xóa ngày 21/09/2026" in mark.words and "không còn tin" in mark.words
    assert marks_of(Case("c1"), {}) == ()
