"""Which replies need a second officer."""

import pytest

from console.domain.approval import is_unaltered, parse_reply_policy
from console.domain.case import Case
from console.domain.catalog import CatalogError
from console.domain.jsonread import Node
from console.domain.officer import Officer, Role
from console.runtime.resources import load_catalog, load_reply_policy

CATALOG = load_catalog()
DUTY = Officer("hanh", "Hạnh", "TB-CAT", (Role.PROVINCE_DUTY,))
CHIEF = Officer("long", "Long", "CAT", (Role.COMMANDER,))


def asked(case, officer=DUTY, ready="", text="x"):
    rule = load_reply_policy().approval_for(case, "P3", officer, CATALOG.canned.get(ready), text)
    return rule.code if rule else ""


@pytest.mark.parametrize("category", ["", "TTHC", "HOI_DAP", "TO_GIAC", "KHAN_CAP", "PAKN"])
def test_everyday_matters_need_none(category):
    assert asked(Case("c", category=category)) == ""


def test_denunciations_need_one_whoever_writes_and_whatever():
    text = CATALOG.canned["XN_CHUNG"].text
    assert asked(Case("c", category="TO_CAO"), CHIEF, "XN_CHUNG", text) == "TO_CAO"


def test_commanders_and_untouched_ready_answers_are_let_off_where_the_rule_says_so():
    case = Case("c", category="KHIEU_NAI")
    assert asked(case) == "KHIEU_NAI"
    assert asked(case, CHIEF) == ""
    ready = next(r for r in CATALOG.canned.values() if r.auto_ok)
    filled = "".join(part if n % 2 == 0 else "CB26-00001" for n, part in enumerate(_slots(ready.text)))
    assert asked(case, DUTY, ready.code, filled) == ""
    assert asked(case, DUTY, ready.code, filled + " Hứa xong ngay.") == "KHIEU_NAI"
    assert asked(case, DUTY, "XN_TIEP_NHAN", CATALOG.canned["XN_TIEP_NHAN"].text) == "KHIEU_NAI"


def _slots(text):
    from console.domain.catalog_load import SLOT

    return SLOT.split(text)


def test_a_slot_takes_one_line_and_nothing_that_adds_sentences_below():
    ready = CATALOG.canned["XN_TIEP_NHAN"]
    good = ready.text.replace("{ma_vu_viec}", "CB26-00001")
    assert is_unaltered(ready, f" {good}\n")
    assert not is_unaltered(ready, ready.text.replace("{ma_vu_viec}", "CB26-00001\nChúng tôi hứa"))
    assert not is_unaltered(ready, good[:-1])
    assert not is_unaltered(ready, ready.text.replace("{ma_vu_viec}", ""))


def test_a_matter_about_officers_needs_one_from_duty_officers():
    case = Case("c", category="PAKN", tags=("lien-quan-can-bo",))
    assert asked(case) == "LIEN_QUAN_CAN_BO"
    assert asked(case, CHIEF) == ""


RULE = {"code": "A", "reason_vi": "vì", "reason_en": "because"}


@pytest.mark.parametrize(
    ("file", "where"),
    [
        ({"rules": {}, "discreet_tags": []}, "rules"),
        ({"rules": [{"code": "A"}], "discreet_tags": []}, "reason_vi"),
        ({"rules": [{"code": "A", "reason_vi": "vì"}], "discreet_tags": []}, "reason_en"),
        ({"rules": [RULE, RULE], "discreet_tags": []}, "bị lặp"),
        ({"rules": [RULE | {"categories": ["X"]}], "discreet_tags": []}, "categories"),
        ({"rules": [RULE | {"priorities": ["P9"]}], "discreet_tags": []}, "P9"),
        ({"rules": [RULE | {"tags": ["x"]}], "discreet_tags": []}, "tags"),
        ({"rules": [RULE | {"exempt_roles": ["vua"]}], "discreet_tags": []}, "các vai trò"),
        ({"rules": [], "discreet_tags": ["x"]}, "discreet_tags"),
        ({"rules": []}, "discreet_tags"),
    ],
)
def test_a_wrong_file_is_named_with_the_place(file, where):
    with pytest.raises(CatalogError, match=where):
        parse_reply_policy(Node("approval.json", "", file), CATALOG)
