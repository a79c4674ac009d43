"""Officers, their roles and what a role may do (domain.md §7)."""

from dataclasses import dataclass
from enum import StrEnum

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
    Role.PROVINCE_DUTY: "Trực ban tỉnh",
    Role.DISTRICT_DUTY: "Trực ban đơn vị",
    Role.COMMANDER: "Trực chỉ huy",
    Role.LEADER: "Trực lãnh đạo",
    Role.HANDLER: "Cán bộ xử lý",
    Role.UNIT_HEAD: "Chỉ huy đơn vị",
    Role.REVIEWER: "Cán bộ kiểm tra",
    Role.INSPECTOR: "Thanh tra",
    Role.ADMIN: "Quản trị hệ thống",
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
    REOPEN = "reopen"
    MERGE = "merge"
    REVEAL = "reveal"
    REVEAL_DENOUNCER = "reveal-denouncer"
    EXPORT = "export"
    MARK_CONFLICT = "mark-conflict"
    DECIDE_CONFLICT = "decide-conflict"
    REVIEW = "review"
    SIGN_CLOSING = "sign-closing"
    SHIFT = "shift"
    ADMINISTER = "administer"


PROVINCE_WIDE = frozenset({Role.PROVINCE_DUTY, Role.COMMANDER, Role.LEADER, Role.INSPECTOR, Role.REVIEWER})
"""Roles whose business is every unit's cases (domain.md §7)."""

_DESK = frozenset(
    {
        Permission.READ,
        Permission.CLAIM,
        Permission.TAKE_OVER,
        Permission.CLASSIFY,
        Permission.TAG,
        Permission.NOTE,
        Permission.REPLY,
        Permission.RESOLVE_UNKNOWN,
        Permission.TRANSFER,
        Permission.ACCEPT,
        Permission.SNOOZE,
        Permission.CLOSE,
        Permission.REOPEN,
        Permission.MERGE,
        Permission.REVEAL,
        Permission.EXPORT,
        Permission.MARK_CONFLICT,
        Permission.SHIFT,
    }
)
_COMMAND = _DESK | {
    Permission.REVIEW,
    Permission.SIGN_CLOSING,
    Permission.READ_RESTRICTED,
    Permission.APPROVE_REPLY,
    Permission.CLOSE_URGENT,
    Permission.REVEAL_DENOUNCER,
    Permission.DECIDE_CONFLICT,
}

GRANTS: dict[Role, frozenset[Permission]] = {
    Role.PROVINCE_DUTY: _DESK,
    Role.DISTRICT_DUTY: _DESK,
    Role.COMMANDER: _COMMAND,
    Role.LEADER: frozenset(
        {
            Permission.READ,
            Permission.READ_RESTRICTED,
            Permission.NOTE,
            Permission.APPROVE_REPLY,
            Permission.MARK_CONFLICT,
            Permission.DECIDE_CONFLICT,
            Permission.SIGN_CLOSING,
        }
    ),
    Role.HANDLER: frozenset(
        {
            Permission.READ,
            Permission.NOTE,
            Permission.TAG,
            Permission.REPLY,
            Permission.ACCEPT,
            Permission.MARK_CONFLICT,
        }
    ),
    Role.UNIT_HEAD: _DESK | {Permission.APPROVE_REPLY, Permission.SIGN_CLOSING},
    Role.REVIEWER: frozenset({Permission.READ, Permission.REVIEW, Permission.REOPEN, Permission.NOTE}),
    Role.INSPECTOR: frozenset(
        {
            Permission.READ,
            Permission.READ_RESTRICTED,
            Permission.NOTE,
            Permission.CLASSIFY,
            Permission.REVEAL_DENOUNCER,
            Permission.MARK_CONFLICT,
            Permission.DECIDE_CONFLICT,
        }
    ),
    Role.ADMIN: frozenset({Permission.ADMINISTER}),
}


@dataclass(frozen=True, slots=True)
class Officer:
    """One person at a desk. ``unit`` is a code of the organisation tree."""

    officer_id: str
    name: str
    unit: str
    roles: tuple[Role, ...] = (Role.PROVINCE_DUTY,)
    rank: str = ""

    def may(self, permission: Permission) -> bool:
        """Return whether any of the officer's roles grants ``permission``."""
        return any(permission in GRANTS[role] for role in self.roles)

    @property
    def title(self) -> str:
        """Return rank and name as they are shown."""
        return f"{self.rank} {self.name}".strip()
