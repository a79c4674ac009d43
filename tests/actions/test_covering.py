"""Who told stays with who took it in: what a unit gets handed, reads and finds of a sealed matter (features E-03)."""

import pytest

from console.actions.claims import claim
from console.actions.classification import classify
from console.actions.merging import split
from console.actions.tags import tag, untag
from console.actions.transfers import accept, as_received, inform, transfer
from console.cache.views import QueueFilter, View
from console.domain.masking import MASK
from tests.support import DIEP, HANH

TOLD = "Tôi là Nông Văn Canary 0912345678, có đánh bạc ở chợ Xanh, số nó 0988777666"
READ = f"Tôi là {MASK} {MASK}, có đánh bạc ở chợ Xanh, số nó 0988777666"


@pytest.fixture
def case(w):
    made = w.put(TOLD)
    claim(w.desk(), made.case_id)
    classify(w.desk(), made.case_id, "TO_GIAC")
    return made


def handed(w, case, reason="thuộc địa bàn"):
    transfer(w.desk(), case.case_id, "TB-TPCB", reason)
    return w.queries(DIEP)


def texts(queries, case):
    return [item.text for item in queries.thread(case.case_id) if hasattr(item, "message_id")]


def test_the_unit_reads_the_matter_and_not_who_told_it(w, case):
    unit = handed(w, case)
    assert texts(unit, case) == [READ]
    (place,) = unit.queue_index(QueueFilter(View.TRANSFERRED))
    (row,) = unit.queue_rows([place.case_id])
    assert "Canary" not in row.snippet and "0912345678" not in row.snippet and MASK in row.snippet
    assert texts(w.queries(HANH), case) == [TOLD], "who took it in reads what was written"


def test_the_unit_is_told_no_letter_and_no_digit_of_who_told_it(w, case):
    with w.store.write() as tx:
        tx.connection.exec_driver_sql("UPDATE identity SET display_name = 'Lò Thị Páo', phone = '0912345678'")
    ours = w.queries(HANH).detail(case.case_id).citizen
    assert ours.masked_name.startswith("L") and ours.masked_phone.endswith("78")
    theirs = handed(w, case).detail(case.case_id).citizen
    assert (theirs.masked_name, theirs.masked_phone) == ("", "")
    assert theirs.pseudonym == ours.pseudonym


def test_a_matter_that_is_not_sealed_names_who_asks_by_letters(w):
    made = w.put("Làm căn cước ở đâu", name="Lò Thị Páo")
    claim(w.desk(), made.case_id)
    classify(w.desk(), made.case_id, "TTHC")
    assert handed(w, made).detail(made.case_id).citizen.masked_name.startswith("L")


@pytest.mark.parametrize("how", ["classified", "tagged"])
def test_the_unit_does_not_open_it_by_classifying_it_anew_or_untagging_it(w, how):
    made = w.put(TOLD)
    claim(w.desk(), made.case_id)
    classify(w.desk(), made.case_id, "TO_GIAC" if how == "classified" else "PAKN")
    if how == "tagged":
        tag(w.desk(), made.case_id, "nguy-co-tra-thu")
    handed(w, made)
    accept(w.desk(DIEP), made.case_id)
    classify(w.desk(DIEP), made.case_id, "TTHC")
    untag(w.desk(DIEP), made.case_id, "nguy-co-tra-thu")
    unit = w.queries(DIEP)
    assert texts(unit, made) == [READ]
    assert unit.find("0912345678").hits == () and unit.search("Nông Văn Canary") == []
    assert unit.detail(made.case_id).citizen.masked_name == ""


def test_the_unit_does_not_open_it_by_splitting_it(w):
    made = w.put(TOLD)
    w.put("làm căn cước ở đâu")
    claim(w.desk(), made.case_id)
    classify(w.desk(), made.case_id, "TO_GIAC")
    handed(w, made)
    accept(w.desk(DIEP), made.case_id)
    new = split(w.desk(DIEP), made.case_id, ("m000001",)).new_case_id
    classify(w.desk(DIEP), new, "TTHC")
    assert [i.text for i in w.queries(DIEP).thread(new) if hasattr(i, "message_id")] == [READ]


def test_the_preview_shows_what_the_unit_will_read(w, case):
    assert as_received(w.desk(), case.case_id, [TOLD, "thêm"]) == (READ, "thêm")


def test_a_matter_that_is_not_sealed_is_read_as_it_was_written(w):
    made = w.put(TOLD)
    claim(w.desk(), made.case_id)
    classify(w.desk(), made.case_id, "TTHC")
    assert as_received(w.desk(), made.case_id, [TOLD]) is None
    assert texts(handed(w, made), made) == [TOLD]


def test_the_unit_cannot_find_a_case_by_who_told_it(w, case):
    unit = handed(w, case)
    for words in ("0912345678", "Nông Văn Canary"):
        assert w.queries(HANH).find(words).hits
        assert unit.find(words).hits == () and unit.search(words) == []
    (hit,) = unit.find("đánh bạc").hits
    assert "Canary" not in hit.text
    assert [hit.text[at : at + length] for at, length in hit.marks] == ["đánh", "bạc"]
    assert unit.find("0988777666").hits, "the number of whom he tells of is part of the matter"


def test_a_message_to_a_unit_never_names_the_source(w, case):
    with w.store.write() as tx:
        tx.connection.exec_driver_sql("UPDATE identity SET display_name = 'Lò Thị Páo'")
    done = transfer(w.desk(), case.case_id, "TB-TPCB", "lò thị páo 0912345678 là số của tôi, gấp")
    assert w.case(case.case_id).transfer.reason == f"{MASK} {MASK} là số của tôi, gấp"
    assert "Đã che" in done.warnings[0].template
    done = inform(w.desk(), case.case_id, ("PC02",), "Lò Thị Páo kể")
    assert done.warnings and w.events(case.case_id)[-1].body.reason == f"{MASK} kể"
    assert inform(w.desk(), case.case_id, ("PC04",), "để biết").warnings == ()
