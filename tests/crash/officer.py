"""Somebody at the desk while the gateway works, acting through the product's own actions."""

import json
import random
import struct
import zlib
from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from console.actions import desk as acts
from console.actions.claims import claim
from console.actions.classification import confirm_suggestion
from console.actions.closing import close
from console.actions.desk import ActionError
from console.actions.drafts import Mode, save_draft
from console.actions.files import attach
from console.actions.notes import add_note
from console.actions.replies import queue_reply
from console.actions.settling import resolve_unknown
from console.cache import tables as t
from console.domain.case import Case, Outcome, ReplyState
from console.domain.officer import Officer as Person
from console.domain.officer import Role
from tests.crash.desk import Desk, data_files


class Officer:
    """One officer, as a seed makes them act. What the screen calls saved is told to the parent."""

    def __init__(self, desk: Desk, rng: random.Random, tag: str) -> None:
        self._desk = desk
        self._rng = rng
        self._tag = tag
        self._count = 0
        files = data_files()
        unit = files.rules.catalog.default_desk().code
        person = Person("TB-0001", "Trần Thị Trực", unit, (Role.COMMANDER,))
        self.at = acts.Desk(desk.store, person, files.rules, files.policy, desk.gateway.files)
        self._acts: list[tuple[float, Callable[[Case], None]]] = [
            (0.26, self._reply),
            (0.32, self._picture),
            (0.42, self._note),
            (0.54, self._draft),
            (0.57, self._classify),
            (0.60, self._close),
        ]

    def act(self) -> None:
        """Do one thing, or nothing."""
        dice = self._rng.random()
        if dice > 0.94:
            self._resolve()
            return
        act = next((act for upto, act in self._acts if dice < upto), None)
        case = self._case() if act else None
        if act is None or case is None:
            return
        try:
            act(case)
        except ActionError:
            return  # the screen says why, and nothing was saved

    def _name(self) -> str:
        self._count += 1
        return f"{self._tag}.{self._count}"

    def _told(self, **fact: Any) -> None:
        self._desk.tell("!" + json.dumps(fact, ensure_ascii=False))

    def _case(self) -> Case | None:
        with self._desk.store.read() as connection:
            rows = connection.execute(
                select(t.case.c.case_id)
                .where(t.case.c.open == 1, t.case.c.last_inbound_at > 0)
                .order_by(t.case.c.number)
            ).all()
            if not rows:
                return None
            return self._desk.store.projector.case(connection, self._rng.choice(rows).case_id)

    def _reply(self, case: Case, picture: bool = False) -> None:
        text = f"Trả lời {self._name()}: cơ quan đã nhận được tin"
        file = None
        if picture:
            path = self._desk.place.profile / "picture.png"
            path.write_bytes(png(self._rng.getrandbits(24)))
            file = attach(self.at, path, "so-do.png", "image/png")
        # A reply takes the place of the draft it was made from.
        self._told(drafting=case.case_id, text="")
        queue_reply(
            self.at,
            case.case_id,
            case.conversation_id,
            text,
            seen_message_id=case.last_inbound_id,
            file=file,
            hold_ms=self._rng.choice((0, 0, 5_000)),
            override_reason=self._rng.choice(("", "gấp", "gấp")),
        )
        self._told(draft=case.case_id, text="")
        self._told(reply=text)

    def _picture(self, case: Case) -> None:
        self._reply(case, picture=True)

    def _note(self, case: Case) -> None:
        text = f"Ghi chú {self._name()}"
        add_note(self.at, case.case_id, text)
        self._told(note=text)

    def _draft(self, case: Case) -> None:
        text = f"Nháp {self._name()}"
        self._told(drafting=case.case_id, text=text)
        save_draft(self.at, case.case_id, Mode.REPLY, text)
        self._told(draft=case.case_id, text=text)

    def _classify(self, case: Case) -> None:
        claim(self.at, case.case_id)
        confirm_suggestion(self.at, case.case_id)

    def _close(self, case: Case) -> None:
        close(self.at, case.case_id, Outcome.RESOLVED)
        self._told(closed=case.case_id)

    def _resolve(self) -> None:
        """Decide that an unknown reply did not arrive, once the program proposes it."""
        with self._desk.store.read() as connection:
            row = connection.execute(
                select(t.reply.c.reply_id, t.reply.c.case_id)
                .where(t.reply.c.state == ReplyState.UNKNOWN.value, t.reply.c.propose_not_sent == 1)
                .order_by(t.reply.c.seq)
            ).first()
        if row is not None:
            resolve_unknown(
                self.at, row.case_id, row.reply_id, arrived=False, reason="không thấy trong hội thoại"
            )


def png(colour: int) -> bytes:
    """Return a picture of one point."""

    def part(name: bytes, data: bytes) -> bytes:
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" + colour.to_bytes(3, "big"))
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", pixels) + part(b"IEND", b"")


def work(desk: Desk, officer: Officer, rounds: int) -> None:
    """Live: a round of the gateway, now and then an act of the officer, until the rounds are over."""
    for number in range(rounds):
        desk.consent()
        desk.round()
        if number:
            officer.act()
        desk.sleep()
