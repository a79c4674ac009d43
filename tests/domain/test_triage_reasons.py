"""Why something is proposed, as it stands on the case: «Vì: …; …»."""

from console.runtime.resources import load_triage


def test_reasons_in_a_row_do_not_begin_with_the_same_phrase():
    suggested = load_triage().suggest(["đang chém nhau ở chợ Xanh, có người bị thương nặng"])
    told = [reason.text_vi for reason in suggested.reasons]
    assert len(told) >= 4
    assert not any("có dấu hiệu" in one for one in told)
    assert not any(":" in one and not one.startswith("mức ") for one in told)
