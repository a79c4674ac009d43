"""Officers, their roles and what a role may do (domain.md §7)."""

from dataclasses import dataclass, field
from enum import StrEnum

from console.domain.sentence import sentence

SYSTEM = "system"
"""Actor of automatic acts, shown as «hệ thống» (features U-03)."""


class Role(StrEnum):
    """Roles of the duty organisation, with their Vietnamese names in ``ROLE_NAMES``."""

    PROVINCE_DUTY = "truc-ban-tinh"
    DISTRICT_DUTY = "truc-ban-don-vi"
    COMMANDER = "truc-chi-huy"
    LEADER = "truc-lanh-dao"
    HANDLER = "can-bo-xu-ly"
    UNIT_HEAD = "chi-huy-don-vi"
    REVIEWER = "can-bo-kiem-tra"
    INSPECTOR = "thanh-tra"
    ADMIN = "quan-tri"


ROLE_NAMES: dict[Role, str] = {
    Role.PROVINCE_DUTY: sentence("Trực ban tỉnh"),
    Role.DISTRICT_DUTY: sentence("Trực ban đơn vị"),
    Role.COMMANDER: sentence("Trực chỉ huy"),
    Role.LEADER: sentence("Trực lãnh đạo"),
    Role.HANDLER: sentence("Cán bộ xử lý"),
    Role.UNIT_HEAD: sentence("Chỉ huy đơn vị"),
    Role.REVIEWER: sentence("Cán bộ kiểm tra"),
    Role.INSPECTOR: sentence("Thanh tra"),
    Role.ADMIN: sentence("Quản trị hệ thống"),
}


class Permission(StrEnum):
    """One thing an officer can ask for."""

    READ = "read"
    READ_RESTRICTED = "read-restricted"
    CLAIM = "claim"
    TAKE_OVER = "take-over"
    CLASSIFY = "classify"
    TAG = "tag"
    NOTE = "note"
    REPLY = "reply"
    APPROVE_REPLY = "approve-reply"
    RESOLVE_UNKNOWN = "resolve-unknown"
    TRANSFER = "transfer"
    ACCEPT = "accept"
    SNOOZE = "snooze"
    CLOSE = "close"
    CLOSE_URGENT = "close-urgent"
    LOWER_URGENT = "lower-urgent"
    ROUTE = "route"
    REASSIGN = "reassign"
    EXTEND = "extend"
    INSTRUCT = "instruct"
    ENTER_NATIONAL = "enter-national"
    HOLD = "hold"
    PURGE = "purge"
    ANSWER_FOREIGN = "answer-foreign"
    REOPEN = "reopen"
    MERGE = "merge"
    REVEAL = "reveal"
    REVEAL_DENOUNCER = "reveal-denouncer"
    EXPORT = "export"
    MARK_CONFLICT = "mark-conflict"
    DECIDE_CONFLICT = "decide-conflict"
    APPROVE_REVEAL = "approve-reveal"
    RESTRICT_CONTACT = "restrict-contact"
    SUSPECT_SECRET = "suspect-secret"  # noqa: S105
    DECIDE_SECRET = "decide-secret"  # noqa: S105
    AUDIT = "audit"
    REVIEW = "review"
    SIGN_CLOSING = "sign-closing"
    SHIFT = "shift"
    SIGN_SHIFT = "sign-shift"
    APPROVE_POLICY = "approve-policy"
    ADMINISTER = "administer"


@dataclass(frozen=True, slots=True)
class Officer:
    """One person at a desk. ``unit`` is a code of the organisation tree.

    ``grants`` and ``province`` (whether he sees every unit's cases) follow from the roles by the matrix that is in force
    (``RoleMatrix.seat``); whoever was not seated may do nothing.
    """

    officer_id: str
    name: str
    unit: str
    roles: tuple[Role, ...] = (Role.PROVINCE_DUTY,)
    rank: str = ""
    grants: frozenset[Permission] = field(default=frozenset(), compare=False, repr=False)
    province: bool = field(default=False, compare=False, repr=False)

    def may(self, permission: Permission) -> bool:
        """Return whether any of the officer's roles grants ``permission``."""
        return permission in self.grants

    @property
    def title(self) -> str:
        """Return rank and name as they are shown."""
        return f"{self.rank} {self.name}".strip()
