"""Handing a case to another unit, which must accept it (features E-01…E-04, I-05). Until then the sender answers for it.

A unit that does not accept in time loses the case to its sender again; that, and whom the ladder calls, is done by
``console.actions.ladder``.
"""

from collections.abc import Sequence
from datetime import date

from console.actions.claims import LEASE_MS
from console.actions.desk import Desk, Done, Refused, Words
from console.actions.guards import (
    clean_text,
    priority_of,
    received_on,
    require,
    require_day,
    require_free,
    require_not_merged,
    require_open,
    serves,
    without_source,
)
from console.actions.perform import Ask, Step, perform
from console.actions.releasing import let_through
from console.cache.covering import sealed_marks
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.calendar import local_date
from console.domain.case import REPLY_UNSETTLED, Case, Transfer, TransferState
from console.domain.conflict import Action
from console.domain.escalation import Rung
from console.domain.masking import mask_source
from console.domain.officer import Permission
from console.domain.release import FileRelease

_NAME_LIMIT = 120
DOCUMENT_LIMIT = 120


def transfer(
    desk: Desk,
    case_id: str,
    to_unit: str,
    reason: str,
    *,
    request: str = "",
    respond_by: int = 0,
    info_units: tuple[str, ...] = (),
    files: Sequence[FileRelease] = (),
    expected_version: int | None = None,
    command_id: str = "",
) -> Done:
    """Ask another unit to take the case; ``info_units`` only get to know (E-02).

    How long it has to accept is the house's rule and no wish of the officer's. What units gave back so often that the commander
    decides, he sends on whoever holds it: it is his to say, and the holder is told (E-04).

    Args:
        desk: who hands over.
        case_id: the case.
        to_unit: the one unit that is to answer for it.
        reason: why; the receiver reads it.
        request: what is asked of it, a code of `escalation.json`; "" where nothing more is said.
        respond_by: when it is to report back (UTC ms), 0 = not said.
        info_units: units that get to know; they get no file.
        files: what ``to_unit`` gets of the files of a sealed matter; what is not in it stays here.
        expected_version: see ``Ask``.
        command_id: see ``Ask``.

    """
    written = clean_text(reason, "lý do chuyển")
    words = without_source(desk, case_id, written)
    wish = {"to_unit": to_unit, "reason": words}
    ask = Ask(case_id, Action.TRANSFER, Permission.TRANSFER, expected_version, command_id, wish)

    def plan(tx: Transaction, case: Case) -> Step:
        require_open(case)
        if not _decides(desk, case):
            require_free(tx, desk, case)
        if _pending(case) is not None:
            raise Refused(
                "{number} đang chờ đơn vị khác tiếp nhận: rút lại trước khi chuyển nơi khác",
                number=case.number,
            )
        for unit in (to_unit, *info_units):
            trouble = may_receive(desk, case, unit)
            if trouble:
                raise Refused(trouble.template, **trouble.values)
        if request and request not in desk.catalog.escalation.requests:
            raise Refused("Không có yêu cầu «{code}»", code=request)
        if respond_by and respond_by <= tx.now_ms:
            raise Refused("Hạn phản hồi phải ở sau lúc này")
        require_right_to_route(desk, case)
        body = e.CaseTransferred(
            ask.new_id("transfer"),
            to_unit,
            words,
            desk.rules.accept_by(priority_of(tx, case), tx.now_ms),
            _others(to_unit, info_units),
            request,
            respond_by,
        )
        given = let_through(tx, desk, case, (to_unit,), files)
        return Step((*given, body), warnings=(*_covered(written, words), *_warnings(desk, case)))

    return perform(desk, ask, plan)


def inform(
    desk: Desk,
    case_id: str,
    units: tuple[str, ...],
    reason: str,
    *,
    files: Sequence[FileRelease] = (),
    expected_version: int | None = None,
    command_id: str = "",
) -> Done:
    """Let units know of the case: they may read it, answer for nothing and count in no figure (E-02).

    Of a sealed matter's files they get what ``files`` says and nothing else.
    """
    written = clean_text(reason, "lời nhắn")
    words = without_source(desk, case_id, written)
    wanted = tuple(dict.fromkeys(units))
    ask = Ask(case_id, Action.GUIDE, Permission.TRANSFER, expected_version, command_id, {"reason": words})

    def plan(tx: Transaction, case: Case) -> Step:
        require_open(case)
        for unit in wanted:
            trouble = may_receive(desk, case, unit)
            if trouble:
                raise Refused(trouble.template, **trouble.values)
        new = tuple(unit for unit in wanted if unit not in case.info_units)
        if not new:
            return Step()
        given = let_through(tx, desk, case, new, files)
        return Step((*given, e.CaseInformed(new, words)), warnings=_covered(written, words))

    return perform(desk, ask, plan)


def accept(desk: Desk, case_id: str, *, expected_version: int | None = None, command_id: str = "") -> Done:
    """Take a case for the officer's own unit, and hold it."""
    ask = Ask(case_id, Action.ANSWER_TRANSFER, Permission.ACCEPT, expected_version, command_id)

    def plan(tx: Transaction, case: Case) -> Step:
        pending = require_pending(case)
        if not desk.catalog.is_within(desk.officer.unit, pending.to_unit):
            unit = desk.catalog.unit_name(pending.to_unit)
            raise Refused(
                "{number} chuyển cho {unit}: chỉ đơn vị đó tiếp nhận", number=case.number, unit=unit
            )
        held = (e.CaseClaimed(tx.now_ms + LEASE_MS),) if desk.officer.may(Permission.CLAIM) else ()
        return Step((e.TransferAccepted(pending.transfer_id), *held))

    return perform(desk, ask, plan)


def accept_by_phone(
    desk: Desk, case_id: str, who_accepted: str, *, expected_version: int | None = None, command_id: str = ""
) -> Done:
    """Write down that the receiving unit, which has no console here, accepted the case by word of mouth.

    Only the sending side may; ``who_accepted`` names who said so and stays in the case as a note.
    """
    name = clean_text(who_accepted, "người tiếp nhận", _NAME_LIMIT)
    ask = Ask(case_id, Action.ANSWER_TRANSFER, Permission.TRANSFER, expected_version, command_id)

    def plan(_tx: Transaction, case: Case) -> Step:
        pending = require_pending(case)
        if not serves(desk, pending.from_unit):
            raise Refused("Chỉ bên chuyển ghi nhận được việc tiếp nhận qua điện thoại")
        unit = desk.catalog.unit_name(pending.to_unit)
        note = e.NoteAdded(ask.new_id("note"), f"{unit} tiếp nhận qua điện thoại, người nhận: {name}")
        return Step((e.TransferAccepted(pending.transfer_id), note))

    return perform(desk, ask, plan)


def give_back(
    desk: Desk,
    case_id: str,
    code: str,
    words: str = "",
    *,
    expected_version: int | None = None,
    command_id: str = "",
) -> Done:
    """Give a case back to its sender, for a reason of the list (E-04). After two such returns the commander decides.

    Args:
        desk: the receiving unit's officer.
        case_id: the case.
        code: a reason of `escalation.json`; some want words beside it.
        words: what else there is to say.
        expected_version: see ``Ask``.
        command_id: see ``Ask``.

    """
    require(desk.officer, Permission.ACCEPT)
    reason = desk.catalog.escalation.return_reasons.get(code)
    if reason is None:
        raise Refused("Chọn một lý do trả lại trong danh mục")
    more = clean_text(words, "lý do trả lại") if words.strip() or reason.words else ""
    text = f"{reason.vi}: {more}" if more else reason.vi
    wish = {"reason": text}
    ask = Ask(case_id, Action.ANSWER_TRANSFER, Permission.ACCEPT, expected_version, command_id, wish)

    def plan(tx: Transaction, case: Case) -> Step:
        pending = _require_answerable(case)
        if not desk.catalog.is_within(desk.officer.unit, pending.to_unit):
            raise Refused("Chỉ bên nhận trả lại được {number}; bên chuyển thì thu hồi", number=case.number)
        back = e.TransferReturned(pending.transfer_id, text, code)
        count = case.bounces + 1
        if count < desk.catalog.escalation.bounces:
            return Step((back,))
        ladder = desk.catalog.escalation.ladder
        raised = e.CaseRaised(ladder[-1].level, Rung.COMMANDER.value, "", "bounced", tx.now_ms)
        warning = Words(
            "{number} bị trả lại {count} lần: trực chỉ huy quyết định nơi xử lý",
            number=case.number,
            count=count,
        )
        return Step((back, raised), warnings=(warning,))

    return perform(desk, ask, plan)


def recall(
    desk: Desk, case_id: str, reason: str, *, expected_version: int | None = None, command_id: str = ""
) -> Done:
    """Take a case back that nobody has accepted yet."""
    words = clean_text(reason, "lý do thu hồi")
    ask = Ask(
        case_id, Action.ANSWER_TRANSFER, Permission.TRANSFER, expected_version, command_id, {"reason": words}
    )

    def plan(_tx: Transaction, case: Case) -> Step:
        pending = require_pending(case)
        if not serves(desk, pending.from_unit):
            raise Refused("Chỉ bên chuyển thu hồi được {number}", number=case.number)
        return Step((e.TransferRecalled(pending.transfer_id, words),))

    return perform(desk, ask, plan)


def number_slip(
    desk: Desk,
    case_id: str,
    document: str,
    on: date,
    *,
    expected_version: int | None = None,
    command_id: str = "",
) -> Done:
    """Record number and day of the slip of the newest transfer; a later record takes its place.

    The number comes from the clerk's book (văn thư), so it is typed and never made up here.

    Args:
        desk: who records; of the side that handed the case on.
        case_id: a case that was handed on, whatever became of it.
        document: the slip's number.
        on: its day in Vietnam.
        expected_version: see ``Ask``.
        command_id: see ``Ask``.

    Raises:
        Refused: no number, a day that cannot be, no transfer, or the receiving side asks; nothing was recorded.

    """
    require(desk.officer, Permission.TRANSFER)
    number = clean_text(document, "số phiếu chuyển", DOCUMENT_LIMIT)
    wish = {"document": number, "on": on.isoformat()}
    ask = Ask(case_id, Action.REPORT, Permission.TRANSFER, expected_version, command_id, wish)

    def plan(tx: Transaction, case: Case) -> Step:
        require_not_merged(case)
        handed = case.transfer
        if handed is None:
            raise Refused("{number} chưa được chuyển đi đâu: không có phiếu chuyển", number=case.number)
        if not serves(desk, handed.from_unit):
            raise Refused("Chỉ bên chuyển ghi được số phiếu chuyển của {number}", number=case.number)
        require_day(on, received_on(case), local_date(tx.now_ms))
        known = handed.slip
        if known is not None and (known.document, known.on) == (number, on.isoformat()):
            return Step()
        return Step((e.SlipNumbered(handed.transfer_id, number, on.isoformat()),))

    return perform(desk, ask, plan)


def as_received(desk: Desk, case_id: str, texts: Sequence[str]) -> tuple[str, ...] | None:
    """Return the citizen's words as the receiving unit will read them; ``None`` where it reads them as they were written.

    Args:
        desk: who asks.
        case_id: the case.
        texts: the words, one a message.

    Raises:
        ActionError: he may not hand cases on.
        StoreError: what is known of the citizen cannot be read.

    """
    require(desk.officer, Permission.TRANSFER)
    with desk.store.read() as connection:
        marks = sealed_marks(connection, desk.rules, [case_id]).get(case_id)
    return None if marks is None else tuple(mask_source(text, marks) for text in texts)


def _covered(written: str, words: str) -> tuple[Words, ...]:
    return (Words("Đã che tên, số của người báo tin trong lời nhắn"),) if written != words else ()


def may_receive(desk: Desk, case: Case, unit_code: str) -> Words | None:
    """Return why a unit may not be given the case, or ``None`` (for the list of the dialog too).

    A matter about police officers goes to inspection and leadership only: which unit is concerned is told by the citizen's
    words, not by data, so that no other one can be known to be free of it (domain.md §5.3). The dates of units are not
    asked: which tree is in force is chosen for the profile.
    """
    unit = desk.catalog.units.get(unit_code)
    if unit is None:
        return Words("Không có đơn vị «{code}»", code=unit_code)
    if unit.kind == "partner":
        return Words("{unit} ngoài ngành: chuyển bằng văn bản, ghi kết quả khi đóng", unit=unit.name_vi)
    if not unit.receives:
        return Words("{unit} không nhận hồ sơ trực tiếp", unit=unit.name_vi)
    if unit_code == case.unit:
        return Words("Hồ sơ đang ở {unit}", unit=unit.name_vi)
    category = desk.catalog.categories.get(case.category)
    about_police = case.concerns_police or (category is not None and category.conflict_check)
    if about_police and not unit.restricted:
        return Words("Hồ sơ liên quan cán bộ chỉ chuyển cho thanh tra hoặc lãnh đạo")
    return None


def _pending(case: Case) -> Transfer | None:
    transfer = case.transfer
    return transfer if transfer is not None and transfer.state is TransferState.PENDING else None


def require_pending(case: Case) -> Transfer:
    """Return the transfer that waits for an answer. Raises ``Refused``."""
    require_open(case)
    pending = _pending(case)
    if pending is None:
        raise Refused("{number} không chờ đơn vị nào tiếp nhận", number=case.number)
    return pending


def _require_answerable(case: Case) -> Transfer:
    """Return the transfer that can be given back: one that waits, or one that was accepted by whoever has the case now."""
    transfer = case.transfer
    if transfer is not None and transfer.state is TransferState.ACCEPTED and transfer.to_unit == case.unit:
        require_open(case)
        return transfer
    return require_pending(case)


def require_right_to_route(desk: Desk, case: Case) -> None:
    """Raise ``Refused`` where units have sent the case back so often that only the commander may choose (E-04)."""
    if case.bounces >= desk.catalog.escalation.bounces and not desk.officer.may(Permission.ROUTE):
        raise Refused(
            "{number} đã bị trả lại {count} lần: trực chỉ huy quyết định nơi xử lý",
            number=case.number,
            count=case.bounces,
        )


def _decides(desk: Desk, case: Case) -> bool:
    """Return whether the case waits for its commander to say whose it is, and the officer is one."""
    waits = case.waits_for_commander(desk.catalog.escalation.bounces)
    return waits and desk.officer.may(Permission.ROUTE)


def _others(to_unit: str, info_units: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit for unit in info_units if unit != to_unit))


def _warnings(desk: Desk, case: Case) -> tuple[Words, ...]:
    warnings = [
        Words("Người báo tin yêu cầu: {wish}", wish=wish.vi.lower())
        for wish in desk.rules.confidential.warned(case, "transfer")
    ]
    if not case.category:
        warnings.append(Words("{number} chưa có loại khi chuyển", number=case.number))
    if any(mark.state in REPLY_UNSETTLED for mark in case.replies):
        warnings.append(Words("{number} còn trả lời chưa gửi xong", number=case.number))
    return tuple(warnings)
