"""What each role may do and how far it sees: data, with the rules that no change of it may break (domain.md §7)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from console.domain.jsonread import Node, unique
from console.domain.officer import Officer, Permission, Role

_PERMISSIONS = {permission.value: permission for permission in Permission}
_ROLES = {role.value: role for role in Role}
_REACH = frozenset({"province", "unit"})
_WITHOUT_CONTENT = frozenset({Permission.ADMINISTER})
"""All that an administrator may ever do: he reads no message (domain.md §7)."""


@dataclass(frozen=True, slots=True)
class RoleMatrix:
    """Role × permission, and which roles see every unit's cases. ``version`` is that of the data file."""

    version: int
    grants: Mapping[Role, frozenset[Permission]]
    province: frozenset[Role]

    def of(self, roles: Iterable[Role]) -> frozenset[Permission]:
        """Return what an officer with these roles may do: all that any of them grants."""
        return frozenset().union(*(self.grants[role] for role in roles))

    def seat(self, officer: Officer) -> Officer:
        """Return the officer with what he may do by this matrix."""
        return replace(
            officer, grants=self.of(officer.roles), province=not self.province.isdisjoint(officer.roles)
        )

    def administered(self, officers: Iterable[Officer]) -> bool:
        """Return whether anybody of these officers administers."""
        return any(Permission.ADMINISTER in self.of(one.roles) for one in officers)

    def changed(self, role: Role, given: Iterable[Permission], taken: Iterable[Permission]) -> "RoleMatrix":
        """Return the matrix with one role's permissions changed; whether it may be so, ``trouble`` says."""
        grants = dict(self.grants)
        grants[role] = (grants[role] | frozenset(given)) - frozenset(taken)
        return replace(self, grants=grants)

    def trouble(self) -> str:
        """Return in Vietnamese what is wrong with the matrix, or ""."""
        for role, granted in self.grants.items():
            if Permission.ADMINISTER in granted and not granted <= _WITHOUT_CONTENT:
                return f"{role.value}: người quản trị không được đọc hay xử lý nội dung"
            if Permission.REVEAL_DENOUNCER in granted and Permission.READ_RESTRICTED not in granted:
                return f"{role.value}: xem người tố cáo mà không đọc được hồ sơ hạn chế"
            if granted and Permission.ADMINISTER not in granted and Permission.READ not in granted:
                return f"{role.value}: có việc được làm mà không được đọc hồ sơ"
        nobody = sorted(p.value for p in Permission if not any(p in g for g in self.grants.values()))
        return f"không vai trò nào được: {', '.join(nobody)}" if nobody else ""


def parse_roles(file: Node) -> RoleMatrix:
    """Build the matrix from `roles.json`.

    Raises:
        CatalogError: a role is missing or unknown, a permission unknown, or the whole breaks a rule.

    """
    nodes = unique(file.get("roles").items())
    if missing := sorted(_ROLES.keys() - nodes.keys()):
        raise file.get("roles").fail(f"thiếu vai trò {', '.join(missing)}")
    grants: dict[Role, frozenset[Permission]] = {}
    province: set[Role] = set()
    for node in nodes.values():
        role = _ROLES[node.get("code").one_of(_ROLES, "các vai trò")]
        items = node.get("permissions").items()
        grants[role] = frozenset(_PERMISSIONS[item.one_of(_PERMISSIONS, "các quyền")] for item in items)
        if node.get("reach").one_of(_REACH, "phạm vi") == "province":
            province.add(role)
    matrix = RoleMatrix(file.get("version").whole(), grants, frozenset(province))
    if trouble := matrix.trouble():
        raise file.get("roles").fail(trouble)
    return matrix
