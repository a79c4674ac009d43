"""Instructions of those who have command over a matter (ý kiến chỉ đạo): the commander, the leader on duty, the head of a unit.

Who may give one says the matrix of roles (domain.md §7: *trực lãnh đạo* directs, *chỉ huy đơn vị* assigns, the slip has the
commander's opinion). An instruction changes nothing by itself: whoever works on the case reads it, acts, and reports what he did.
"""

from console.actions.desk import Desk, Done, Refused, Words
from console.actions.guards import clean_text, require, require_not_merged, without_source
from console.actions.perform import Ask, Step, perform
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.case import Case
from console.domain.conflict import Action
from console.domain.officer import Permission

INSTRUCTION_LIMIT = 500
FOLLOWED_LIMIT = 300


def instruct(
    desk: Desk, case_id: str, words: str, *, expected_version: int | None = None, command_id: str = ""
) -> Done:
    """Write an instruction into a case, open or closed; earlier ones stay, and it can be undone at once.

    The citizen's names and numbers are covered in it: it goes into register and slip (domain.md §5.2).

    Raises:
        Refused: no words, too many, or no right to instruct; nothing was recorded.

    """
    require(desk.officer, Permission.INSTRUCT)
    written = clean_text(words, "ý kiến chỉ đạo", INSTRUCTION_LIMIT)
    told = without_source(desk, case_id, written)
    ask = Ask(case_id, Action.INSTRUCT, Permission.INSTRUCT, expected_version, command_id, {"words": told})

    def plan(_tx: Transaction, case: Case) -> Step:
        require_not_merged(case)
        given = e.InstructionGiven(ask.new_id("instruction"), told)
        warnings = (Words("Đã che tên, số của người báo tin trong ý kiến"),) if told != written else ()
        return Step((given,), (e.InstructionWithdrawn(given.instruction_id),), warnings)

    return perform(desk, ask, plan)


def follow(
    desk: Desk,
    case_id: str,
    instruction_id: str,
    words: str,
    *,
    expected_version: int | None = None,
    command_id: str = "",
) -> Done:
    """Report what was done on an instruction; a later report takes the place of an earlier one, both stay in the log.

    The console cannot know whether something outside it was done: it says so only where somebody who writes on the case did.

    Raises:
        Refused: no words, too many, no such instruction, or no right to write on the case; nothing was recorded.

    """
    require(desk.officer, Permission.NOTE)
    told = without_source(desk, case_id, clean_text(words, "kết quả thực hiện", FOLLOWED_LIMIT))
    wish = {"instruction_id": instruction_id, "words": told}
    ask = Ask(case_id, Action.REPORT, Permission.NOTE, expected_version, command_id, wish)

    def plan(_tx: Transaction, case: Case) -> Step:
        require_not_merged(case)
        if instruction_id not in {one.instruction_id for one in case.instructions}:
            raise Refused("{number} không có ý kiến chỉ đạo này", number=case.number)
        return Step((e.InstructionFollowed(instruction_id, told),))

    return perform(desk, ask, plan)
