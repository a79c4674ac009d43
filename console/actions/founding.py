"""The first administrator of a store: until there is one, whoever opened it by its key sets it up (features Y-01).

``console connect`` asks nobody's leave either: who has the key has everything. From the first administrator on, only those who
administer connect an OA and make accounts.
"""

from console.actions.accounts import new_account
from console.actions.desk import Refused
from console.cache.accounts import OFFICERS, roles_in_force
from console.cache.officer_rows import active_officers
from console.cache.rules import CatalogRules
from console.cache.store import Store
from console.domain.officer import Officer


def require_set_up(store: Store, rules: CatalogRules, officer: Officer) -> None:
    """Raise ``Refused`` unless the officer administers, or nobody at this store does yet."""
    with store.read() as connection:
        roles = roles_in_force(connection, rules.roles)
        active = active_officers(connection)
    own = [one for one in active if one.officer_id == officer.officer_id]
    if roles.administered(active) and not roles.administered(own):
        raise Refused("Nối Zalo OA là việc của người quản trị: nhờ người đó đăng nhập rồi làm")


def enter_first_administrator(store: Store, rules: CatalogRules, actor: Officer, officer: Officer) -> None:
    """Make the first account that administers; the log has who sat here when it was made.

    Raises:
        Refused: somebody administers already, this account would not, or something in it is wrong; nothing was changed.

    """
    with store.write() as tx:
        roles = roles_in_force(tx.connection, rules.roles)
        if roles.administered(active_officers(tx.connection)):
            raise Refused("Đã có người quản trị: người đó thêm cán bộ khác")
        if not roles.administered([officer]):
            raise Refused(
                "Cán bộ đầu tiên phải có vai trò Quản trị hệ thống, để thêm và cấp PIN cho người khác"
            )
        body = new_account(tx, rules.catalog, officer)
        tx.add(OFFICERS, body, actor=actor.officer_id, unit=actor.unit)
