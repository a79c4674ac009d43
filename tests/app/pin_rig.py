"""A real profile whose key lies in a keyring of the test's own, with passwords that cost little."""

import json
from contextlib import contextmanager

from sqlalchemy import select

from console.app import pinning
from console.app.officers import save_officer
from console.app.workspace import open_workspace
from console.cache import keys
from console.cache.pins import PinCost
from console.domain.clock import ManualClock
from console.domain.officer import Officer, Role
from console.record.tables import event, event_body
from console.runtime.profile import open_profile
from tests.cache.memory_keyring import allow_memory

CHEAP = PinCost(memory_kib=8, passes=1, lanes=1)
PIN, OTHER = "cao-bang-2207", "khau-vai-1981"
HANH = Officer("hanh", "Nông Thị Hạnh", "TB-CAT", (Role.PROVINCE_DUTY, Role.COMMANDER), "Đại úy")
TUAN = Officer("tuan", "Mông Văn Tuấn", "TB-TPCB", (Role.DISTRICT_DUTY,), "Trung úy")
ADMIN = Officer("quan-tri", "Lý Thị Mai", "TB-CAT", (Role.ADMIN,), "Thiếu tá")
START_MS = 1_790_000_000_000


class PinRig:
    """One profile in a folder; every opening is a start of the program."""

    def __init__(self, folder, monkeypatch):
        self.root = folder / "profile"
        self.backend = allow_memory(monkeypatch)
        self.clock = ManualClock(START_MS)
        monkeypatch.setattr(keys, "find_backend", lambda: self.backend)
        monkeypatch.setattr(pinning, "COST", CHEAP)
        with self.open() as workspace:
            for officer in (HANH, TUAN, ADMIN):
                save_officer(workspace, officer)

    def open(self, source=None, key_file=None):
        return open_workspace(self.root, key_file, clock=self.clock, source=source)

    @contextmanager
    def signed(self, officer_id, pin):
        """Open as a start of the program does: a book of its own, then the store with the key it gave."""
        with self.open(self.book().unlock(officer_id, pin)) as workspace:
            yield workspace

    def book(self):
        return pinning.PinBook(open_profile(self.root), self.clock)

    def events(self, workspace):
        """Return (kind, actor, body) of what the log tells of sitting down and of passwords, in order."""
        with workspace.store.read() as connection:
            rows = connection.execute(
                select(event.c.kind, event.c.actor, event_body.c.body)
                .join(event_body, event_body.c.seq == event.c.seq)
                .order_by(event.c.seq)
            ).all()
        kinds = ("officer.pin", "officer.signed")
        return [(kind, actor, json.loads(body)) for kind, actor, body in rows if kind.startswith(kinds)]
