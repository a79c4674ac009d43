"""What the register of crime reports asks for, field by field in its order, and what is known of its entry in the national software.

Until there is an interface, an officer types the fields there by hand and writes down when he did and which number he got, so
that nobody types them twice (features R-07; the fields are those of domain.md §6, sổ tiếp nhận nguồn tin về tội phạm).
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from console.domain.sentence import sentence
from console.domain.text import nfc

NUMBER_LIMIT = 60
_NUMBER = re.compile(r"[\w./_:()-]+(?: [\w./_:()-]+)*")


class RegisterField(StrEnum):
    """One field of the register, in its order."""

    NUMBER = "number"
    RECEIVED = "received"
    MANNER = "manner"
    INFORMANT = "informant"
    CONTENT = "content"
    TIME = "time"
    PLACE = "place"
    ACCUSED = "accused"
    VICTIM = "victim"
    EVIDENCE = "evidence"
    OFFICER = "officer"
    KIND = "kind"
    INSTRUCTION = "instruction"
    UNIT = "unit"
    SLIP = "slip"
    TAKER = "taker"
    TAKEN_AT = "taken-at"
    PROCURACY = "procuracy"
    ASSIGNED = "assigned"
    TERM = "term"
    EXTENSION = "extension"
    DECISION = "decision"
    TOLD = "told"
    REMARK = "remark"


FIELD_NAMES: dict[RegisterField, str] = {
    RegisterField.NUMBER: sentence("Số tiếp nhận"),
    RegisterField.RECEIVED: sentence("Ngày giờ tiếp nhận"),
    RegisterField.MANNER: sentence("Hình thức tiếp nhận"),
    RegisterField.INFORMANT: sentence("Người tố giác, báo tin"),
    RegisterField.CONTENT: sentence("Nội dung tóm tắt"),
    RegisterField.TIME: sentence("Thời gian xảy ra"),
    RegisterField.PLACE: sentence("Địa điểm xảy ra"),
    RegisterField.ACCUSED: sentence("Người bị tố giác"),
    RegisterField.VICTIM: sentence("Bị hại"),
    RegisterField.EVIDENCE: sentence("Tài liệu, đồ vật kèm theo"),
    RegisterField.OFFICER: sentence("Cán bộ tiếp nhận"),
    RegisterField.KIND: sentence("Phân loại ban đầu"),
    RegisterField.INSTRUCTION: sentence("Ý kiến chỉ đạo"),
    RegisterField.UNIT: sentence("Đơn vị nhận chuyển"),
    RegisterField.SLIP: sentence("Số, ngày phiếu chuyển"),
    RegisterField.TAKER: sentence("Người nhận"),
    RegisterField.TAKEN_AT: sentence("Giờ nhận"),
    RegisterField.PROCURACY: sentence("Số, ngày thông báo VKS"),
    RegisterField.ASSIGNED: sentence("Người được phân công"),
    RegisterField.TERM: sentence("Hạn giải quyết"),
    RegisterField.EXTENSION: sentence("Gia hạn"),
    RegisterField.DECISION: sentence("Kết quả giải quyết"),
    RegisterField.TOLD: sentence("Ngày thông báo người báo tin"),
    RegisterField.REMARK: sentence("Ghi chú"),
}


@dataclass(frozen=True, slots=True)
class Filled:
    """What a field said, as far as the case itself knows; compared, never shown."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class NationalEntry:
    """One entry in the national software: its number there, when it was typed in, who wrote that down and when (UTC ms).

    ``stale`` are the fields that had changed between the two; ``filled`` what all of them said when it was written down, kept
    for the newest entry alone.
    """

    number: str
    at: int
    by: str
    recorded_at: int
    stale: tuple[str, ...] = ()
    filled: tuple[Filled, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A field as the register prints it for who reads it; ``changed`` since it was entered. The value is in no repr: those end in logs."""

    field: RegisterField
    value: str
    changed: bool = False

    def __repr__(self) -> str:
        """Return the field without what it says."""
        return f"FieldValue({self.field}, changed={self.changed})"


def national_number(text: str) -> str:
    """Return a number of the national software as it is kept.

    Which form it has nobody has told us: letters, digits and the signs of numbers are let through, on one line, with a digit
    among them.

    Raises:
        ValueError: it cannot be one.

    """
    number = " ".join(nfc(text).split())
    if not number or len(number) > NUMBER_LIMIT or not _NUMBER.fullmatch(number):
        raise ValueError(text)
    if not any(char.isdigit() for char in number):
        raise ValueError(text)
    return number
