"""What the body that answers for a denunciation or a complaint makes of it: the written steps of the two laws (domain.md §2, §3).

A denunciation or complaint asks for a paper, whatever was said over Zalo. Which papers there are follows from the laws that
policies.json cites; here is only what each of them is for.
"""

from dataclasses import dataclass
from enum import StrEnum

from console.domain.crime import Paper
from console.domain.sentence import sentence

DENUNCIATION, COMPLAINT = "TO_CAO", "KHIEU_NAI"
"""The two categories of categories.json that are handled so."""


class Handling(StrEnum):
    """How the first look at it ended."""

    TAKEN_UP = "taken-up"
    REFUSED = "refused"
    PASSED_ON = "passed-on"
    """It is another body's to settle (Luật Tố cáo 2018 Đ24(2))."""
    NOT_FORMAL = "not-formal"
    """Told in a form the law on denunciations does not know, as by chat: not handled under it (Luật Tố cáo 2018 Đ22, Đ25)."""


HANDLING_NAMES = {
    Handling.TAKEN_UP: sentence("Thụ lý"),
    Handling.REFUSED: sentence("Không thụ lý"),
    Handling.PASSED_ON: sentence("Chuyển cơ quan có thẩm quyền"),
    Handling.NOT_FORMAL: sentence("Chưa đúng hình thức tố cáo, không xử lý theo Luật Tố cáo"),
}
HANDLINGS: dict[str, tuple[Handling, ...]] = {
    DENUNCIATION: tuple(Handling),
    COMPLAINT: (Handling.TAKEN_UP, Handling.REFUSED),
}
"""What can be made of each kind; only these two are handled so."""
WITHOUT_PAPER = frozenset({Handling.NOT_FORMAL})
"""What needs no written paper to be so; everything else is told in writing (domain.md §3)."""
WITHOUT_REASON = frozenset({Handling.TAKEN_UP})
FIRST_POLICY = {DENUNCIATION: "TC_FIRST", COMPLAINT: "KN_ACCEPT"}
"""The term within which this must be decided (policies.json), by category."""
RESOLVE_POLICY = {DENUNCIATION: "TC_RESOLVE", COMPLAINT: "KN_RESOLVE"}
PASS_ON_POLICY, FORM_POLICY = "TC_TRANSFER", "TC_NONCONFORMING"


def policy_of(category: str, handling: Handling) -> str:
    """Return the policy whose citation a handling rests on."""
    special = {Handling.PASSED_ON: PASS_ON_POLICY, Handling.NOT_FORMAL: FORM_POLICY}
    return special.get(handling, FIRST_POLICY[category])


@dataclass(frozen=True, slots=True)
class Petition:
    """What was decided: a code of ``Handling``, as what category, why, on which citation, by which paper.

    The paper's ``document`` is "" where there is none.
    """

    handling: str
    category: str
    reason: str
    citation: str
    paper: Paper
