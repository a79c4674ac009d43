"""Search as officers do it: half-remembered words without marks, numbers in any spacing, and never more than one may know."""

import random
import re
from pathlib import Path

import pytest

from console.cache.intake import InboundRow
from console.cache.rebuild import rebuild
from console.cache.search_query import POOL
from console.domain import events as e
from console.domain.identifiers import identifiers_in, spaced_spans, squeezed_forms
from console.domain.message import Direction, Message, MessageType
from console.domain.officer import Officer, Role
from console.domain.text import fold
from tests.support import HANH, world

EXAMPLES = Path(__file__).parents[1] / "triage" / "examples.tsv"
SCREEN = 8
"""Cases on the first screen of the search page at 1920×1000 (png 11)."""


@pytest.fixture
def w(tmp_path):
    with world(tmp_path) as made:
        yield made


def take_in(w, texts, first_user=1):
    """Take one message a citizen in, in one transaction."""
    rows = [
        InboundRow(
            Message(
                f"s{first_user + n:06d}", Direction.INBOUND, MessageType.TEXT, text, w.clock.now_ms() + n
            ),
            f"{first_user + n}",
            "",
        )
        for n, text in enumerate(texts)
    ]
    with w.store.write() as tx:
        w.intake.take_in(tx, rows)


def half_remembered(rng, text):
    """Return what somebody might type who read this once: up to four of its words, unaccented, one cut short or wrong."""
    words = list(dict.fromkeys(word for word in re.findall(r"\w+", fold(text)) if len(word) > 1))
    if len(words) < 4:
        return ""
    chosen = sorted(rng.sample(range(len(words)), 4))
    typed = [words[n] for n in chosen]
    kind = rng.randrange(4)
    if kind == 0:
        typed[-1] = typed[-1][:3]
    elif kind == 1:
        typed[rng.randrange(4)] = rng.choice(("khong", "nha", "anh", "hoi"))
    elif kind == 2:
        rng.shuffle(typed)
    return " ".join(typed)


def test_two_hundred_half_remembered_queries_find_their_case_on_the_first_screen(w):
    texts = list(
        dict.fromkeys(line.split("\t")[2] for line in EXAMPLES.read_text("utf-8").splitlines() if line)
    )
    take_in(w, texts)
    queries = w.queries()
    rng = random.Random(20260314)
    asked = found = 0
    missed = []
    while asked < 200:
        text = rng.choice(texts)
        typed = half_remembered(rng, text)
        if not typed:
            continue
        asked += 1
        cases = list(dict.fromkeys(hit.case_id for hit in queries.find(typed).hits))[:SCREEN]
        shown = {hit.text for hit in queries.find(typed).hits if hit.case_id in cases}
        if any(fold(text).startswith(fold(one)[:60]) or fold(one)[:60] in fold(text) for one in shown):
            found += 1
        else:
            missed.append((typed, text))
    assert found >= 190, missed


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("gọi em số 0912 345 678 nhé", "0912345678"),
        ("gọi em số 0912.345.678 nhé", "0912 345 678"),
        ("gọi em số 0912345678 nhé", "0912 345 678"),
        ("gọi +84 912 345 678", "0912345678"),
        ("gọi em số 0912 345 678 nhé", "345678"),
        ("xe 11A1-123.45 chạy ẩu", "11a112345"),
        ("xe 11A1-123.45 chạy ẩu", "11A1 12345"),
        ("xe 11A112345 chạy ẩu", "11A1-123.45"),
        ("xe biển 29 A 123.45", "29a12345"),
        ("căn cước 004 199 012 345", "004199012345"),
        ("nhà số 5, 0912 345 678", "0912345678"),
        ("xe 11A1-123.45 chạy ẩu", "chay au 11A1 123"),
    ],
)
def test_numbers_are_found_in_any_spacing_and_marked(w, written, typed):
    take_in(w, ["không liên quan 0987 654 321", written])
    (hit,) = w.queries().find(typed).hits
    assert hit.text == written
    assert hit.marks


def test_other_numbers_are_not_found(w):
    take_in(w, ["gọi 0912 345 678"])
    for typed in ("0912345679", "11A1-123.45", "912345", "5678912"):
        assert w.queries().find(typed).hits == (), typed


def test_exact_marks_stand_first_then_whole_phrases_then_the_newest(w):
    take_in(w, ["bán cá ở chợ", "bàn cà phê", "bạn ca hát", "ban ca đêm"])
    first = [hit.text for hit in w.queries().find("bán cá").hits]
    assert first[0] == "bán cá ở chợ"
    assert len(first) == 4
    take_in(w, ["đêm qua có ban nhạc ca sĩ", "ban ca sĩ"], first_user=50)
    plain = [hit.text for hit in w.queries().find("ban ca").hits]
    assert plain.index("ban ca sĩ") < plain.index("đêm qua có ban nhạc ca sĩ")
    newest = [hit.text for hit in w.queries().find("bán cá", newest=True).hits]
    assert newest[:2] == ["ban ca sĩ", "đêm qua có ban nhạc ca sĩ"]


def test_one_wrong_word_is_forgiven_and_that_is_said(w):
    take_in(w, ["mất xe máy wave đỏ ở sân nhà"])
    assert not w.queries().find("mat xe may").loose
    nearly = w.queries().find("mat xe may future")
    assert (len(nearly.hits), nearly.loose) == (1, True)
    assert w.queries().find("trom cho meo").hits == ()


def test_more_than_a_screen_can_use_is_said_to_be_cut(w):
    take_in(w, [f"mất xe số {n}" for n in range(POOL + 5)])
    found = w.queries().find("mat xe")
    assert (len(found.hits), found.limited) == (POOL, True)
    assert not w.queries().find("mat xe 17").limited


def test_a_rebuild_finds_the_same(w):
    take_in(w, ["gọi 0912 345 678", "xe 11A1-123.45"])
    rebuild(w.store)
    assert len(w.queries().find("0912345678").hits) == 1
    assert len(w.queries().find("11a112345").hits) == 1


ROLES = list(Role)


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.value)
def test_every_role_finds_what_it_may_open_and_nothing_else(w, role):
    categories = ("TO_GIAC", "TO_CAO", "TTHC")
    take_in(w, [f"chimxanh số {n} của tôi" for n in range(9)])
    with w.store.read() as connection:
        rows = connection.exec_driver_sql("SELECT case_id, number FROM case_file ORDER BY number").all()
    for n, row in enumerate(rows):
        w.add(row.case_id, e.CaseClassified(categories[n % 3]), e.NoteAdded(f"n{n}", f"chimxanh ghi chú {n}"))
        if n >= 6:
            w.add(row.case_id, e.ConflictMarked((), (), "chưa rõ ai"))
        if n % 2:
            w.add(row.case_id, e.CaseTransferred(f"t{n}", "CAH-HQ", "địa bàn", 1))
            w.add(row.case_id, e.TransferAccepted(f"t{n}"))
    officer = Officer("ai-do", "Người Này", "CAH-HQ", (role,))
    queries = w.queries(officer)
    found = queries.find("chimxanh")
    may = {row.case_id for row in rows if queries.sight.sees(w.case(row.case_id))}
    assert {hit.case_id for hit in found.hits} == may
    assert len(found.hits) == 2 * len(may)
    assert not found.limited
    for row in rows:
        by_number = queries.find(row.number).hits
        assert {hit.case_id for hit in by_number if hit.where == "number"} == {row.case_id} & may
        assert all(hit.case_id in may for hit in queries.find(f"chimxanh {row.number}").hits)


def test_what_may_not_be_seen_takes_no_room_and_gives_no_hint(w):
    take_in(w, ["chimxanh của tôi"])
    take_in(w, [f"chimxanh mật {n}" for n in range(POOL + 20)], first_user=100)
    with w.store.write() as tx:
        hidden = (
            tx.connection.exec_driver_sql("SELECT case_id FROM case_file ORDER BY number").scalars().all()[1:]
        )
        for case_id in hidden:
            tx.add(case_id, e.ConflictMarked((), (), "x"), actor="system", unit="TB-CAT")
    found = w.queries(HANH).find("chimxanh")
    assert [hit.text for hit in found.hits] == ["chimxanh của tôi"]
    assert not found.limited


def test_forms_and_spans():
    assert squeezed_forms("goi 0912 345 678 nhe") == ["0912345678", "345678"]
    assert squeezed_forms("0912345678") == []
    assert squeezed_forms("co 2 xe va 3 nguoi") == []
    assert "0912345678" in squeezed_forms("+84 912 345 678")
    assert identifiers_in("chay 11a1-123.45 au") == [("11a1-123.45", ("11a112345",))]
    assert identifiers_in("2 xe") == []
    assert spaced_spans("số 0912.345.678!", "0912345678") == [(3, 15)]
    assert spaced_spans("số +84 912 345 678!", "0912345678") == [(3, 18)]
    assert len(squeezed_forms("1 " * 5_000)) < 200
