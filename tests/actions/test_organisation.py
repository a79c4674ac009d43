"""The replay of 2025: ten districts become communes in one act; open cases find a home, closed ones keep theirs."""

from dataclasses import replace

import pytest

from console.actions import organisation
from console.actions.classification import classify, set_place
from console.actions.closing import close
from console.actions.desk import Refused
from console.actions.transfers import transfer
from console.cache.accounts import enter
from console.cache.rebuild import differences
from console.domain import events as e
from console.domain.case import Outcome, TransferState
from console.domain.officer import Officer, Role
from console.domain.organisation import unit_changes
from console.runtime.resources import load_catalog, load_changes

OLD, NEW = load_catalog(), load_catalog(unit_tree="2025")
CHANGE = load_changes()[0]
ADMIN = Officer("admin", "Quản trị", "CAT", (Role.ADMIN,))
DISTRICTS = ("TPCB", "BLAM", "BLAC", "HQ", "TK", "HL", "QH", "HA", "NB", "TA")


def at_unit(w, unit, place="", district="", user="1"):
    case = w.put("Tố giác đánh bạc", user=user)
    classify(w.desk(), case.case_id, "TO_GIAC")
    if district:
        set_place(w.desk(), case.case_id, district, place)
    with w.store.write() as tx:
        tx.add(case.case_id, e.CaseTransferred(f"t{user}", unit, "địa bàn", 1), actor="hanh", unit="TB-CAT")
        tx.add(case.case_id, e.TransferAccepted(f"t{user}"), actor="dv", unit=unit)
    return w.case(case.case_id)


def clocks(w, case, catalog):
    rules = replace(w.rules, catalog=catalog)
    return [(c.policy_code, c.started_ms, c.due_ms) for c in rules.clocks(case, "P3", w.clock.now_ms())]


def test_ten_districts_become_communes_in_one_act(w):
    cases = {d: at_unit(w, f"TB-{d}", district=d, user=f"u{d}") for d in DISTRICTS}
    placed = at_unit(w, "CAH-HA", "xã Hòa An, gần chợ", "HA", "p1")
    bare = at_unit(w, "CAH-HA", "Hòa An", "HA", "p2")
    waiting = w.put("Hỏi", user="wait")
    transfer(w.desk(), waiting.case_id, "CAH-BLAM", "địa bàn")
    closed = at_unit(w, "TB-TK", district="TK", user="closed")
    with w.store.write() as tx:
        tx.add(closed.case_id, e.CaseViewed(), actor="hanh", unit="TB-TK")
    close(w.desk(), closed.case_id, Outcome.RESOLVED)
    staying = at_unit(w, "PC02", user="pc")
    before = {c.case_id: clocks(w, c, OLD) for c in (*cases.values(), placed)}

    moves = organisation.preview(w.store, OLD, NEW, CHANGE)
    assert len(moves) == 13
    assert w.case(placed.case_id).unit == "CAH-HA"
    count = organisation.apply(w.desk(ADMIN), NEW, CHANGE, moves, "Kế hoạch sắp xếp")
    assert count == 13

    for case in (*cases.values(), placed, bare):
        after = w.case(case.case_id)
        assert after.unit in NEW.units
        assert after.first_message_at == case.first_message_at
    for case in (*cases.values(), placed):
        assert clocks(w, w.case(case.case_id), NEW) == before[case.case_id]
    # «xã Hòa An» is the commune; a bare «Hòa An» may be the old district, so a person decides.
    assert NEW.unit_name(w.case(placed.case_id).unit) == "Công an xã Hòa An"
    assert w.case(bare.case_id).unit == NEW.default_desk().code
    assert w.case(waiting.case_id).transfer.state is TransferState.RECALLED
    assert w.case(staying.case_id).unit == "PC02"
    old_case = w.case(closed.case_id)
    assert (old_case.unit, NEW.unit_name(old_case.unit)) == ("TB-TK", "Trực ban Công an huyện Trùng Khánh")
    told = next(x.body for x in w.events(placed.case_id) if isinstance(x.body, e.CaseRehomed))
    assert (told.from_unit, told.from_name) == ("CAH-HA", "Công an huyện Hòa An")
    ((kind, actor),) = w.rows("SELECT kind, actor FROM event WHERE case_id = '@org'")
    assert (kind, actor) == ("org.changed", "admin")
    assert differences(w.store) == ()


def test_only_an_administrator_and_only_what_was_looked_at(w):
    at_unit(w, "TB-HA", district="HA", user="a")
    moves = organisation.preview(w.store, OLD, NEW, CHANGE)
    with pytest.raises(Refused, match="Vai trò"):
        organisation.apply(w.desk(), NEW, CHANGE, moves, "x")
    at_unit(w, "TB-HL", district="HL", user="b")
    with pytest.raises(Refused, match="đã thay đổi từ lúc xem trước"):
        organisation.apply(w.desk(ADMIN), NEW, CHANGE, moves, "x")
    assert w.rows("SELECT count(*) FROM event WHERE case_id = '@org'") == [(0,)]


def test_what_happens_to_every_unit_is_listed():
    changes = {x.code: x for x in unit_changes(OLD, NEW, CHANGE)}
    closed = [x for x in changes.values() if x.what == "closed"]
    assert {f"CAH-{d}" for d in DISTRICTS} <= {x.code for x in closed}
    assert all(changes[f"CAH-{d}"].into for d in DISTRICTS)
    assert sum(x.what == "opened" for x in changes.values()) == 56
    assert changes["PC03"].what == "renamed"
    assert changes["PV05"].into == ("PV01",)


@pytest.mark.parametrize(
    ("district", "place", "first", "count"),
    [
        ("", "xã Hòa An", "CAX-32", 1),
        ("", "huyện Hòa An", "CAX-31", 4),
        ("", "Hòa An", "CAX-32", 4),
        ("", "phường Tân Giang", "CAX-03", 1),
        ("BLAM", "", "CAX-04", 5),
        ("", "Hà Nội", "", 0),
    ],
)
def test_a_place_is_resolved_with_its_administrative_era(district, place, first, count):
    found = NEW.units_of_place(district, place)
    assert len(found) == count
    assert (found[0] if found else "") == first


def test_in_the_tree_of_districts_the_district_decides():
    assert set(OLD.units_of_place("HA", "xã Hồng Việt")) == {"CAH-HA", "TB-HA"}
    assert OLD.contact_of("TB-CAT").public_phone == "0692406112"
    assert OLD.contact_of("CAH-HA").public_phone is None


def test_the_new_tree_keeps_the_directorate_who_may_read_of_police_and_the_partners_outside():
    sealed = {code for code, unit in NEW.units.items() if unit.restricted and unit.receives}
    assert sealed == {"BGD", "PX05"}
    gone = [
        change.code
        for change in unit_changes(OLD, NEW, CHANGE)
        if change.what == "closed" and not change.into
    ]
    assert gone == [], "every unit that ends has one that takes over"
    doubtful = {"BGD", "PV06", "PX01", "PX03"}
    assert {NEW.units[code].confidence for code in doubtful} == {"check"}


def test_what_an_officer_of_a_closed_unit_holds_is_let_go_and_he_is_named(w):
    gone = Officer("dv", "Lò Văn Điệp", "TB-TK", (Role.DISTRICT_DUTY,), "Thượng úy")
    stays = Officer("pc", "Hà Thị Mây", "PC02", (Role.HANDLER,))
    with w.store.write() as tx:
        enter(tx, gone)
        enter(tx, stays)
    district, province = at_unit(w, "TB-TK", district="TK", user="a"), at_unit(w, "PC02", user="b")
    kept = at_unit(w, "PC02", user="c")
    with w.store.write() as tx:
        for case, holder in ((district, "dv"), (province, "dv"), (kept, "pc")):
            tx.add(case.case_id, e.CaseClaimed(w.clock.now_ms() + 600_000), actor=holder, unit=case.unit)
    with w.store.read() as connection:
        assert {one.officer_id for one in organisation.leavers(connection, NEW)} == {"diep", "dv"}
    moves = organisation.preview(w.store, OLD, NEW, CHANGE)
    assert [(m.case_id, m.frees) for m in moves] == [(district.case_id, True), (province.case_id, True)]
    assert moves[1].why == "người giữ thuộc đơn vị giải thể"
    organisation.apply(w.desk(ADMIN), NEW, CHANGE, moves, "Kế hoạch sắp xếp")
    assert [w.case(case.case_id).owner for case in (district, province, kept)] == ["", "", "pc"]
    assert w.case(province.case_id).unit == "PC02"
    assert w.case(district.case_id).free_since == w.clock.now_ms()
