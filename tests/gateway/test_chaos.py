"""All of the gateway under a mixture of faults and restarts: the short form of the crash runner, with raised errors for kills."""

import random

import pytest

from console.cache import tables as t
from console.cache.keys import subkey
from console.cache.sealed import SealedFiles
from console.domain.events import ReplyQueued
from console.gateway.sender import Sender
from console.gateway.walk import WalkTimes
from console.runtime.resources import load_zalo_rules

FAULTS = (
    "rate=0.03,http500=0.04,html=0.03,truncated=0.03,garbled=0.02,short=0.08,empty=0.04,dup=0.05,shuffle=0.05,repeat=0.04,"
    "slide=0.1,recall=0.05,lost_answer=0.04,reset=0.02,blank=0.02"
)


@pytest.mark.parametrize("seed", range(4))
def test_nothing_lost_doubled_or_falsely_claimed(desk, failpoints, seed):
    chance = random.Random(seed)
    files = SealedFiles(desk.path.parent / "media", subkey(bytes(32), "media"))
    rules = load_zalo_rules()

    def start():
        walker = desk.walker(times=WalkTimes(pages_per_tick=chance.choice([2, 5, 60])))
        return walker, Sender(desk.lane(first=True), desk.pages(), desk.call, desk.clock, files, rules)

    walker, sender = start()
    queued = 0
    for step in range(60):
        desk.simulator.control("faults", spec=FAULTS, seed=seed * 1000 + step)
        if chance.random() < 0.4:
            desk.say(
                user=f"Người {chance.randrange(6)}",
                times=chance.choice([1, 1, 3, 15]),
                text=f"tin {step}-{{n}}",
            )
        cases = desk.column(t.case.c.case_id)
        if cases and chance.random() < 0.3:
            queued += 1
            with desk.store.write() as tx:
                case = tx.case(chance.choice(cases))
                body = ReplyQueued(f"r{queued}", f"trả lời {queued}", seen_message_id=case.last_inbound_id)
                tx.add(case.case_id, body, actor="officer-1", unit="TB-CAT")
        failpoints(f"*=raise:5@{chance.randrange(1, 120)}")
        try:
            for worker in chance.choices([walker, sender], k=4):
                worker.tick()
        except OSError:
            walker, sender = start()
        finally:
            failpoints("")
        desk.advance(chance.choice([0, 1000, 10_000, 60_000]))
    desk.simulator.control("clear_faults")
    walker, sender = start()
    for _ in range(80):
        desk.advance(20_000)
        walker.tick()
        sender.tick()

    messages = desk.simulator.control("messages")["messages"]
    received = desk.simulator.control("received")["received"]
    ours = {p["message_id"]: p["body"]["message"]["text"] for p in received if p["message_id"]}
    listed = {m["message_id"] for m in messages if not m["recalled"]}
    with desk.store.read() as connection:
        replies = connection.execute(t.reply.select()).all()
        outside = set(
            connection.execute(
                t.message.select()
                .with_only_columns(t.message.c.message_id)
                .where(t.message.c.direction == "out", t.message.c.reply_id == "")
            ).scalars()
        )
    bound = {reply.zalo_message_id for reply in replies if reply.zalo_message_id}
    # Lost or doubled.
    assert listed <= desk.stored() | bound
    # Sent twice: one POST a text, whatever became of its answer.
    texts = [p["body"]["message"]["text"] for p in received]
    assert len(texts) == len(set(texts))
    # Claimed: what is called sent is at Zalo under that very id, what is at Zalo is not called unsent.
    for reply in replies:
        if reply.state == "sent":
            assert ours[reply.zalo_message_id] == reply.text
        if reply.state in ("rejected", "cancelled"):
            assert reply.text not in ours.values()
        assert reply.state != "permitted"
    # Our own replies never appear as somebody else's.
    assert not outside & ours.keys()
