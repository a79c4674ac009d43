import copy
import json

import pytest

from console.domain.catalog import CatalogError
from console.domain.catalog_load import CATALOG_FILES, parse_catalog
from console.runtime.resources import load_catalog, load_triage, read_json, resource_path

NAMES = (*CATALOG_FILES, "units.json", "units-2025.json")


@pytest.fixture(scope="module")
def shipped():
    return {name: read_json(resource_path("data", name)) for name in NAMES}


def test_every_clock_criterion_finding_and_urgent_matter_has_its_english(shipped):
    catalog = parse_catalog(shipped)
    policies = catalog.policies.values()
    named = [
        *(one.name_vi for one in policies),
        *(rule.vi for one in policies for rule in one.extensions),
        *catalog.review.items.values(),
        *catalog.review.findings.values(),
        *(rule.reason_vi for rule in catalog.review.signatures),
        *(one.vi for one in catalog.escalation.urgent_kinds.values()),
        *(one.vi for one in catalog.escalation.urgent_steps.values()),
        *(one.vi for one in catalog.escalation.guidance.values()),
    ]
    assert [str(one) for one in named if not getattr(one, "english", "")] == []


def test_clocks_of_the_units_own_may_be_in_vietnamese_only(shipped):
    files = copy.deepcopy(shipped)
    del files["policies.json"]["policies"][0]["name_en"]
    (first, *_) = parse_catalog(files).policies.values()
    assert first.name_vi == files["policies.json"]["policies"][0]["name_vi"]
    files["policies.json"]["policies"][0]["name_en"] = 7
    with pytest.raises(CatalogError, match="name_en"):
        parse_catalog(files)


def test_shipped_data_is_valid_in_both_eras():
    old, new = load_catalog(), load_catalog(unit_tree="2025")
    assert old.default_desk().code == new.default_desk().code == "TB-CAT"
    assert [unit.code for unit in old.ancestors("TB-HQ")] == ["CAH-HQ", "CAT"]
    assert old.is_within("TB-HQ", "CAH-HQ")
    assert not old.is_within("TB-HQ", "CAH-TK")
    assert all(new.units[code].former_district == "HQ" for code in new.successors("HQ"))
    assert len(new.successors("HQ")) > 1


def test_desk_for_district_matters():
    catalog = load_catalog()
    assert catalog.desk_for("ANTT", "HQ") == "TB-HQ"
    assert catalog.desk_for("ANTT", None) == "TB-CAT"
    assert catalog.desk_for("TO_GIAC", "HQ") == "TBHS-CAT"
    # The 2025 tree has no 114 centre of its own in the data: never nowhere.
    assert load_catalog(unit_tree="2025").desk_for("CHAY_CNCH", "HQ") == "TB-CAT"


def test_placeholder_phones_are_never_public():
    for contact in load_catalog().contacts.values():
        assert contact.public_phone is None or "{" not in contact.public_phone


def broken(path, value):
    def change(files):
        name, *keys = path
        target = files[name]
        for key in keys[:-1]:
            target = target[key]
        if value is KeyError:
            del target[keys[-1]]
        else:
            target[keys[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            broken(["categories.json", "categories", 3, "default_priority"], "P9"),
            "categories.json: categories[3].default_priority: 'P9' không có trong priorities",
        ),
        (
            broken(["categories.json", "categories", 0, "code"], KeyError),
            "categories.json: categories[0].code: cần chuỗi, gặp thiếu",
        ),
        (broken(["categories.json", "categories"], {}), "categories.json: categories: cần danh sách"),
        (broken(["units.json", "units", 3, "parent"], "XX"), "units.json: units[3].parent: 'XX'"),
        (broken(["units.json", "units", 0, "parent"], "TB-CAT"), "nằm trong chính nó"),
        (broken(["units.json", "units", 4, "code"], "CAT"), "units.json: units[4].code: 'CAT' bị lặp"),
        (broken(["tags.json", "tags", 0, "group"], "nope"), "tags.json: tags[0].group: 'nope'"),
        (
            broken(["policies.json", "policies", 0, "starts_at"], "never"),
            "policies.json: policies[0].starts_at: 'never' không phải mốc bắt đầu nào",
        ),
        (broken(["policies.json", "policies", 0, "duration"], "1"), "policies[0].duration: cần số nguyên"),
        (broken(["policies.json", "policies", 0, "valid_from"], "2022-13-01"), "không phải ngày YYYY-MM-DD"),
        (
            broken(["canned-replies.json", "replies", 0, "text"], "Mã {nowhere}"),
            "canned-replies.json: replies[0].text: ô trống {nowhere}",
        ),
        (broken(["canned-replies.json", "replies", 0, "text"], "Mã {ma"), "dấu { hoặc } lẻ"),
        (broken(["contacts.json", "contacts", 2, "unit"], "ZZ"), "contacts.json: contacts[2].unit: 'ZZ'"),
    ],
)
def test_errors_name_file_and_place(shipped, change, message):
    files = copy.deepcopy(shipped)
    change(files)
    with pytest.raises(CatalogError) as caught:
        parse_catalog(files)
    assert message in str(caught.value)


def test_missing_file_is_named(shipped):
    with pytest.raises(CatalogError, match=r"tags\.json: không có"):
        parse_catalog({name: value for name, value in shipped.items() if name != "tags.json"})


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"a": 1,}', "x.json: dòng 1, cột"),
        (b"\xff\xfe", "x.json: không phải UTF-8"),
        (b'{"a": 1, "a": 2}', "x.json: khóa 'a' bị lặp"),
        (b"[" * 200_000, "x.json: lồng nhau quá sâu"),
    ],
)
def test_unreadable_files_are_named(tmp_path, content, message):
    path = tmp_path / "x.json"
    path.write_bytes(content)
    with pytest.raises(CatalogError) as caught:
        read_json(path)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("file", "change", "message"),
    [
        (
            "triage-rules.json",
            lambda d: d["categories"][0].update(when="nowhere"),
            "categories[0].when: khái niệm 'nowhere'",
        ),
        (
            "triage-rules.json",
            lambda d: d["categories"][0].update(category="X"),
            "categories[0].category: 'X'",
        ),
        ("triage-rules.json", lambda d: d["concepts"].update(fire=["(lệch"]), "lệch dấu ngoặc"),
        ("gazetteer.json", lambda d: d["aliases"].update(XX=["a"]), "gazetteer.json: aliases.XX"),
        ("triage-weights.json", lambda d: d["category"].update(bias=[1]), "category.bias: cần"),
    ],
)
def test_triage_files_are_validated(tmp_path, file, change, message):
    for source in resource_path("data").glob("*.json"):
        (tmp_path / source.name).write_bytes(source.read_bytes())
    data = json.loads((tmp_path / file).read_text(encoding="utf-8"))
    change(data)
    (tmp_path / file).write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        load_triage(tmp_path)
    assert message in str(caught.value)
