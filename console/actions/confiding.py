"""An informant's wishes, and what may be a state secret (domain.md §5.4, §5.5)."""

from console.actions.desk import Desk, Done, Refused
from console.actions.guards import clean_text, require, require_not_merged
from console.actions.perform import Ask, Step, perform
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.case import SECRET_TAG, Case
from console.domain.conflict import Action
from console.domain.officer import Permission

WORDS_LIMIT = 200


def restrict_contact(desk: Desk, case_id: str, code: str, words: str = "", *, command_id: str = "") -> Done:
    """Put a wish of the informant on top of the case, as an officer understood it; the machine never does."""
    if code not in desk.rules.confidential.restrictions:
        raise Refused("Không có yêu cầu liên hệ «{code}»", code=code)
    said = clean_text(words, "yêu cầu của người báo tin", WORDS_LIMIT) if words.strip() else ""
    ask = Ask(case_id, Action.RESTRICT_CONTACT, Permission.RESTRICT_CONTACT, None, command_id, {"code": code})

    def plan(_tx: Transaction, case: Case) -> Step:
        require_not_merged(case)
        known = next((one for one in case.contact_limits if one.code == code), None)
        if known is not None and known.words == said:
            return Step()
        return Step((e.ContactRestricted(code, said),), (e.ContactAllowed(code, "Hoàn tác"),))

    return perform(desk, ask, plan)


def allow_contact(desk: Desk, case_id: str, code: str, reason: str, *, command_id: str = "") -> Done:
    """Take a wish off again, with the reason: the informant said so, or it was misunderstood."""
    words = clean_text(reason, "lý do bỏ yêu cầu liên hệ")
    ask = Ask(case_id, Action.RESTRICT_CONTACT, Permission.RESTRICT_CONTACT, None, command_id, {"code": code})

    def plan(_tx: Transaction, case: Case) -> Step:
        if code not in {one.code for one in case.contact_limits}:
            return Step()
        return Step((e.ContactAllowed(code, words),))

    return perform(desk, ask, plan)


def suspect_secret(desk: Desk, case_id: str, reason: str, *, command_id: str = "") -> Done:
    """Say that a case may hold a state secret: from now on its texts and files are shown, fetched and exported no more.

    ``reason`` must not repeat what is suspected. The commander is to be phoned next (``phoned_commander``).
    """
    words = clean_text(reason, "lý do")
    ask = Ask(case_id, Action.SECRET, Permission.SUSPECT_SECRET, None, command_id, {"reason": words})

    def plan(_tx: Transaction, case: Case) -> Step:
        require_not_merged(case)
        return suspected(case, words)

    return perform(desk, ask, plan)


def suspected(case: Case, words: str) -> Step:
    """Return what follows from a suspicion: texts and files are locked; nothing where they are already."""
    if case.secret is not None:
        return Step()
    tagged = () if SECRET_TAG in case.tags else (e.Tagged(SECRET_TAG),)
    return Step((e.SecretSuspected(words), *tagged))


def phoned_commander(desk: Desk, case_id: str, to_whom: str, *, command_id: str = "") -> Done:
    """Stamp that the commander was phoned about a suspected secret, and who it was."""
    name = clean_text(to_whom, "người nhận điện", WORDS_LIMIT)
    ask = Ask(case_id, Action.SECRET, Permission.SUSPECT_SECRET, None, command_id, {"to_whom": name})

    def plan(_tx: Transaction, case: Case) -> Step:
        if case.secret is None:
            raise Refused("{number} không bị nghi có bí mật nhà nước", number=case.number)
        return Step((e.SecretPhoned(name),))

    return perform(desk, ask, plan)


def handle_secret(desk: Desk, case_id: str, reason: str, *, moved: bool, command_id: str = "") -> Done:
    """Decide about a suspected secret: it went its own way and stays hidden here, or there is none.

    Raises:
        Refused: not the officer's to decide, or the commander has not been phoned yet.

    """
    require(desk.officer, Permission.DECIDE_SECRET)
    words = clean_text(reason, "lý do")
    ask = Ask(case_id, Action.SECRET, Permission.DECIDE_SECRET, None, command_id, {"reason": words})

    def plan(_tx: Transaction, case: Case) -> Step:
        if case.secret is None:
            raise Refused("{number} không bị nghi có bí mật nhà nước", number=case.number)
        if moved and not case.secret.phoned_at:
            raise Refused("Điện trực chỉ huy và ghi lại trước khi kết luận {number}", number=case.number)
        untagged = (e.Untagged(SECRET_TAG),) if not moved and SECRET_TAG in case.tags else ()
        return Step((e.SecretHandled(moved, words), *untagged))

    return perform(desk, ask, plan)
