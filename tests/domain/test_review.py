"""What is reviewed, what takes a second signature, what the machine sees."""

from dataclasses import replace

import pytest

from console.domain.case import Case, CaseState, Outcome, ReplyMark, ReplyState, Transfer, TransferState
from console.domain.review import CheckState, Why, draw, machine_checks
from console.runtime.resources import load_catalog

POLICY = load_catalog().review


@pytest.mark.parametrize(
    ("categories", "outcome", "drawn", "why"),
    [
        (("TO_GIAC",), "da-tra-loi", 999, (Why.CATEGORY,)),
        (("TIN_BAO",), "da-tra-loi", 999, (Why.CATEGORY,)),
        (("HOI_DAP", "TO_GIAC"), "da-tra-loi", 999, (Why.CATEGORY,)),
        (("TTHC",), "khong-tiep-nhan", 999, (Why.REFUSAL,)),
        (("TO_GIAC",), "khong-tiep-nhan", 0, (Why.CATEGORY, Why.REFUSAL)),
        (("TTHC",), "da-tra-loi", 99, (Why.SAMPLE,)),
        (("TTHC",), "da-tra-loi", 100, ()),
        ((), "rac-thu-nghiem", 0, (Why.SAMPLE,)),
    ],
)
def test_what_is_reviewed(categories, outcome, drawn, why):
    assert POLICY.reasons(categories, outcome, drawn) == why


def test_a_tenth_is_drawn_and_the_same_seed_draws_the_same():
    numbers = [draw("5eed", f"{n:032x}") for n in range(10_000)]
    assert numbers == [draw("5eed", f"{n:032x}") for n in range(10_000)]
    assert 900 <= sum(n < 100 for n in numbers) <= 1_100
    assert min(numbers) >= 0
    assert max(numbers) < 1000
    assert numbers != [draw("5eee", f"{n:032x}") for n in range(10_000)]


def handed(state):
    """Return a transfer to a unit of the police that came so far."""
    return Transfer("t1", "TB-CAT", "TB-TPCB", "hanh", "địa bàn", 1, 2, state)


@pytest.mark.parametrize(
    ("changes", "outcome", "rule"),
    [
        ({"category": "TTHC"}, Outcome.ANSWERED, None),
        ({"category": "TTHC"}, Outcome.NOT_ACCEPTED, "TU_CHOI"),
        ({"category": "TO_GIAC"}, Outcome.UNFOUNDED, "TO_GIAC_KHONG_CO_SO"),
        ({"category": "TO_GIAC"}, Outcome.RESOLVED, None),
        ({"category": "TO_CAO"}, Outcome.HANDED_OVER, "TO_CAO"),
        ({"category": "PAKN"}, Outcome.HANDED_OVER, "RA_NGOAI_NGANH"),
        (
            {"category": "PAKN", "transfer": handed(TransferState.RETURNED)},
            Outcome.HANDED_OVER,
            "RA_NGOAI_NGANH",
        ),
        ({"category": "PAKN", "transfer": handed(TransferState.ACCEPTED)}, Outcome.HANDED_OVER, None),
        ({"category": "PAKN"}, Outcome.GUIDED, None),
        ({"category": "PAKN", "tags": ("lien-quan-can-bo",)}, Outcome.ANSWERED, "LIEN_QUAN_CAN_BO"),
    ],
)
def test_some_ends_take_a_second_signature(changes, outcome, rule):
    found = POLICY.signature_for(Case("c1", **changes), "P3", outcome.value)
    assert (found.code if found else None) == rule


class Clock:
    def __init__(self, code, due_ms, state="done", met=True):
        self.policy_code, self.label, self.due_ms, self.state, self.met = (
            code,
            f"hạn {code}",
            due_ms,
            state,
            met,
        )


def case(**changes):
    values = {
        "state": CaseState.CLOSED,
        "category": "TO_GIAC",
        "priority": "P2",
        "district": "TPCB",
        "outcome": "da-tra-loi",
        "first_message_at": 1_000,
        "last_inbound_at": 1_000,
        "first_reply_at": 61_000,
        "last_outbound_at": 61_000,
        "classified_at": 31_000,
        "closed_at": 99_000,
    }
    return Case("c1", **(values | changes))


def states(made, clocks=(), told=()):
    return {check.code: check.state for check in machine_checks(made, clocks, told)}


def test_a_case_without_a_fault():
    found = machine_checks(case(), [Clock("SLA_CLASSIFY", 60_000)], [("Đã nhận", ("Nông Thị Hoa",))])
    assert {check.state for check in found} == {CheckState.OK}
    assert next(check for check in found if check.code == "tra-loi").span_ms == 60_000


@pytest.mark.parametrize(
    ("changes", "bad"),
    [
        ({"first_reply_at": 0, "last_outbound_at": 0}, "tra-loi"),
        ({"last_inbound_at": 70_000}, "tra-loi"),
        ({"classified_at": 0}, "phan-loai"),
        ({"replies": (ReplyMark("r1", ReplyState.UNKNOWN, 5),)}, "chua-ro"),
        ({"outcome": "khong-tiep-nhan"}, "ket-qua"),
        ({"outcome": ""}, "ket-qua"),
        ({"district": ""}, "truong"),
        ({"category": ""}, "truong"),
        ({"priority": ""}, "truong"),
    ],
)
def test_each_fault_is_seen_alone(changes, bad):
    found = states(replace(case(), **changes))
    assert {code for code, state in found.items() if state is CheckState.BAD} == {bad}


def test_spam_needs_no_answer():
    assert states(case(outcome="rac-thu-nghiem", first_reply_at=0))["tra-loi"] is CheckState.NONE


def test_clocks_that_were_missed_are_named():
    late = [Clock("SLA_CLASSIFY", 30_000), Clock("PAKN_REPLY", 5, "late", None)]
    found = {check.code: check for check in machine_checks(case(), late, ())}
    assert found["phan-loai"].state is CheckState.BAD
    assert (found["han"].state, found["han"].value) == (CheckState.BAD, "hạn PAKN_REPLY")
    assert states(case(), ())["han"] is CheckState.NONE


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Người báo là Nông Thị Hoa ở tổ 5", CheckState.BAD),
        ("nong thi  hoa báo", CheckState.BAD),
        ("gọi 0912 345 678", CheckState.BAD),
        ("Vườn hoa ở phố Kim Đồng", CheckState.OK),
        ("Theo địa bàn", CheckState.OK),
    ],
)
def test_names_and_numbers_that_got_out(text, state):
    assert states(case(), (), [(text, ("Nông Thị Hoa", "0912345678", ""))])["danh-tinh"] is state
