"""The library: which version counts on which day, what a citizen is told, and what may not be saved."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.canned import validate_outgoing
from console.domain.events import KnowledgeEntry
from console.domain.jsonread import CatalogError
from console.domain.knowledge import (
    CONFIDENCE,
    Shelf,
    Version,
    item_on,
    items_on,
    name_of,
    refusal,
    shipped,
    shown_day,
    stamp,
    told,
)
from console.domain.knowledge_check import entries_from_json, entries_to_json, trouble
from console.runtime.resources import load_catalog

ENTRY = KnowledgeEntry(
    Shelf.PROCEDURE,
    "CC-CAP",
    "Cấp thẻ căn cước",
    "Thu nhận trực tiếp",
    law="Luật Căn cước 2023, Điều 26",
    where="Công an cấp xã",
    time="7 ngày làm việc",
    fee="30.000 đồng",
    documents=("Thẻ cũ", "Giấy khai sinh"),
    confidence="source",
    valid_from="2024-07-01",
)
DAY = date(2026, 3, 14)


def test_every_shipped_entry_is_sound_and_there_are_all_shelves():
    entries = shipped(load_catalog())
    assert {entry.shelf for entry in entries} == set(Shelf)
    assert len({name_of(entry) for entry in entries}) == len(entries) > 40
    assert {name_of(entry): trouble(entry) for entry in entries if trouble(entry)} == {}


def test_unknown_phones_and_links_become_slots_that_block_sending():
    entries = {name_of(entry): entry for entry in shipped(load_catalog())}
    for name in ("contact/TB-TPCB", "procedure/CC-CAP"):
        problems = validate_outgoing(told(entries[name]))
        assert any(problem.code == "slot" and problem.blocking for problem in problems)
    assert told(entries["contact/N113"]) == "Công an, an ninh trật tự: 113."
    assert validate_outgoing(told(entries["contact/N113"])) == ()
    assert "{{SĐT MOI}}" in told(KnowledgeEntry(Shelf.CONTACT, "MOI", "Bàn mới", "Bàn mới", address="Số 1"))


def test_a_procedure_is_told_with_all_that_is_known_of_it():
    assert told(ENTRY).splitlines() == [
        "Cấp thẻ căn cước: Thu nhận trực tiếp",
        "Hồ sơ gồm: Thẻ cũ; Giấy khai sinh.",
        "Nơi làm: Công an cấp xã.",
        "Thời hạn: 7 ngày làm việc.",
        "Lệ phí: 30.000 đồng.",
        "Căn cứ: Luật Căn cước 2023, Điều 26.",
    ]


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("", "", ""),
        ("2026-03-14", "2026-03-14", ""),
        ("2026-03-15", "", "Chưa có hiệu lực: từ 15/03/2026"),
        ("", "2026-03-13", "Hết hiệu lực từ sau 13/03/2026"),
    ],
)
def test_days_are_inclusive(since, until, words):
    assert refusal(replace(ENTRY, valid_from=since, valid_to=until), DAY) == words


def versions(*spans):
    return [
        Version(replace(ENTRY, text=f"bản {n}", valid_from=since, valid_to=until), n)
        for n, (since, until) in enumerate(spans)
    ]


def test_a_version_written_ahead_waits_for_its_day():
    history = versions(("", ""), ("2026-07-01", ""))
    assert (item_on(DAY, history).current.version, item_on(DAY, history).waiting) == (0, 1)
    assert (
        item_on(date(2026, 7, 1), history).current.version,
        item_on(date(2026, 7, 1), history).waiting,
    ) == (1, 0)


def test_an_ended_version_does_not_bring_the_one_before_it_back():
    item = item_on(DAY, versions(("", ""), ("", "2026-03-01")))
    assert item.current.version == 1
    assert item.refusal


def test_where_nothing_has_begun_the_newest_is_shown_and_refused():
    item = item_on(DAY, versions(("2027-01-01", ""), ("2026-05-01", "")))
    assert (item.current.version, item.refusal) == (1, "Chưa có hiệu lực: từ 01/05/2026")


def test_added_entries_stand_with_their_shelf():
    added = Version(replace(ENTRY, code="MOI"), 1)
    entries = shipped(load_catalog())
    items = items_on(DAY, entries, {"procedure/MOI": [added], "contact/N113": []})
    assert len(items) == len(entries) + 1
    shelves = [item.entry.shelf for item in items]
    assert shelves == sorted(shelves, key=list(Shelf).index)


def test_the_stamp_tells_versions_and_contents_apart():
    one, other = Version(ENTRY, 1), Version(replace(ENTRY, text="khác"), 1)
    assert stamp(one) != stamp(other) != stamp(Version(ENTRY, 2))
    assert stamp(one).startswith("1-")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"shelf": "khac"}, "shelf"),
        ({"code": "có dấu"}, "code"),
        ({"code": "A/B"}, "code"),
        ({"title": "  "}, "title"),
        ({"text": ""}, "text"),
        ({"text": "a" * 1501}, "text"),
        ({"title": "a\nb"}, "title"),
        ({"law": "a\u202eb"}, "law"),
        ({"confidence": "chắc"}, "confidence"),
        ({"phone": "gọi anh Ba"}, "phone"),
        ({"shelf": Shelf.CONTACT}, "phone"),
        ({"law": ""}, "law"),
        ({"valid_from": "14/03/2026"}, "valid_from"),
        ({"valid_to": "2026-02-30"}, "valid_to"),
        ({"valid_from": "2026-02-02", "valid_to": "2026-02-01"}, "valid_to"),
        ({"documents": ("",)}, "documents"),
        ({"text": "a" * 1500, "where": "b" * 500}, "text"),
    ],
)
def test_what_is_wrong_is_named_by_field(changes, field):
    assert list(trouble(replace(ENTRY, **changes))) == [field]


def test_phones_may_be_numbers_or_named_gaps():
    for phone in ("113", "0692 406 112", "(0206) 3852.940", "{{SĐT_PC06}}"):
        assert trouble(replace(ENTRY, phone=phone)) == {}


def test_export_and_import_give_the_same_entries():
    entries = shipped(load_catalog())
    assert entries_from_json("x.json", entries_to_json(entries).encode()) == entries


def file(**changes):
    data = {
        "format": "ban-truc-thu-vien",
        "version": 1,
        "entries": [json.loads(entries_to_json([ENTRY]))["entries"][0]],
    }
    entry = changes.pop("entry", None)
    if entry is not None:
        data["entries"][0] |= entry
    return json.dumps(data | changes).encode()


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"{", "x.json: dòng 1, cột 2"),
        (b"\xff", "UTF-8"),
        (b"[]", "cần đối tượng"),
        (b"[" * 100_000, "không phải JSON"),
        (b" " * (4 * 1024 * 1024 + 1), "4 MB"),
        (file(format="khác"), "format"),
        (file(version=2), "version"),
        (file(entries=[]), "entries"),
        (file(entries=[{}]), "entries[0].shelf"),
        (file(entry={"valid_to": "mai"}), "entries[0].valid_to"),
        (file(entry={"lạ": "x"}), "entries[0].lạ"),
        (file(entry={"fee": 5}), "entries[0].fee"),
        (file(entry={"documents": "x"}), "entries[0].documents"),
        (file(entries=[json.loads(file())["entries"][0]] * 2), "bị lặp"),
    ],
)
def test_a_wrong_file_is_refused_and_the_place_named(data, named):
    with pytest.raises(CatalogError) as caught:
        entries_from_json("x.json", data)
    assert named in str(caught.value)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    with pytest.raises(CatalogError):
        entries_from_json("x.json", data)


def test_small_words():
    assert shown_day("2026-03-14") == "14/03/2026"
    assert shown_day("") == ""
    assert set(CONFIDENCE) >= {entry.confidence for entry in shipped(load_catalog())}
