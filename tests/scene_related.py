"""Two more cases of the afternoon that tell of the same as CB26-01482: one a person linked, one the machine proposes."""

from console.cache.intake import Intake
from console.domain import events as e
from console.domain.clock import ManualClock
from console.domain.message import Direction, Message, MessageType
from console.domain.subject import subject
from tests.scene import NOW, _Codes, _do, _take, at

URGENT = "CB26-01482"
INCIDENT = "1c" * 16


def add_related(workspace) -> None:
    """Let two more citizens tell of the brawl at the market."""
    clock = workspace.clock
    assert isinstance(clock, ManualClock)
    ids = iter(range(0x7000, 0x8000))
    codes = _Codes(["H3XT", "QK7R"])
    workspace.intake = Intake("TB-CAT", lambda _text: False, codes, lambda: f"{next(ids):032x}")
    linked = _told(
        workspace, clock, 1, at(14, 32), "Đánh nhau gần chợ Xanh, mong công an tới ngay, có người chảy máu"
    )
    _do(workspace, clock, at(14, 33), linked, "tuan", e.CaseViewed(), e.CaseClassified("TO_GIAC"))
    _do(
        workspace,
        clock,
        at(14, 33, 10),
        linked,
        "tuan",
        e.PriorityChanged("P2"),
        e.PlaceSet("TPCB", "chợ Xanh"),
    )
    alike = _told(
        workspace,
        clock,
        2,
        at(14, 34),
        "Ở gần chợ Xanh có nhóm thanh niên cầm dao đuổi đánh nhau, có người bị thương",
    )
    _do(workspace, clock, at(14, 35), alike, "tuan", e.CaseViewed(), e.CaseClassified("TO_GIAC"))
    _do(
        workspace,
        clock,
        at(14, 35, 10),
        alike,
        "tuan",
        e.PriorityChanged("P2"),
        e.PlaceSet("TPCB", "chợ Xanh"),
    )
    with workspace.store.write() as tx:
        first = tx.connection.exec_driver_sql(
            "SELECT case_id FROM case_file WHERE number = ?", (URGENT,)
        ).scalar_one()
    clock.wall_ms = at(14, 36)
    with workspace.store.write() as tx:
        opened = e.IncidentOpened("TO_GIAC", "TPCB", "gần chợ Xanh")
        tx.add(subject("incident", INCIDENT), opened, actor="hanh", unit="TB-CAT")
        tx.add(first, e.IncidentLinked(INCIDENT), actor="hanh", unit="TB-CAT")
        tx.add(linked, e.IncidentLinked(INCIDENT, 92, "cùng nơi, cách 2 phút"), actor="hanh", unit="TB-CAT")
    clock.wall_ms = NOW


def _told(workspace, clock: ManualClock, number: int, when: int, text: str) -> str:
    message = Message(f"r{number:07d}", Direction.INBOUND, MessageType.TEXT, text, when, (), "{}")
    return _take(workspace, clock, f"66{number:017d}", "Người dân", message)
