"""Three officers, citizens and the gateway do what they like, in any order; what must always hold is looked at each time."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from console.actions.claims import claim, claim_next, release, renew, take_over
from console.actions.classification import classify, confirm_suggestion, set_place, set_priority
from console.actions.closing import close, reopen
from console.actions.desk import ActionError
from console.actions.identity import reveal
from console.actions.merging import merge, split
from console.actions.notes import add_note
from console.actions.replies import queue_reply
from console.actions.settling import cancel_reply, resend_reply, resolve_unknown
from console.actions.snoozing import snooze, wake
from console.actions.tags import toggle_tag
from console.actions.transfers import accept, give_back, recall, transfer
from console.actions.undoing import undo
from console.actions.viewing import view
from console.cache import outbox
from console.cache.rebuild import differences
from console.domain import events as e
from console.domain.case import REPLY_UNSETTLED, Outcome, ReplyState
from console.domain.clock import HOUR_MS, MINUTE_MS
from console.domain.reduce import fold
from console.record.verify import verify_chain
from tests.support import DIEP, HANH, LONG, TUAN, World, make_template

OFFICERS = st.sampled_from([HANH, LONG, LONG, TUAN])
STALE = st.sampled_from([0, 0, 1, 1, 4])
NUMBERS = st.integers(0, 5)
TEXTS = st.sampled_from(["Tôi hỏi căn cước", "Cứu tôi với", "cảm ơn", "ở chợ Xanh", "có người đánh bạc"])
_TEMPLATE: list[Path] = []


def template() -> Path:
    if not _TEMPLATE:
        _TEMPLATE.append(make_template(Path(tempfile.mkdtemp(prefix="ban-truc-life-"))))
    return _TEMPLATE[0]


class Life(RuleBasedStateMachine):
    """One store lived in."""

    @initialize()
    def open(self):
        self.folder = Path(tempfile.mkdtemp(prefix="ban-truc-life-"))
        self.w = World(self.folder, template())
        self.undos = []
        self.messages = 0
        self.happened = 0
        self.write(0, "Tôi hỏi căn cước", 0)
        self.write(1, "Tôi trình báo mất xe", 0)

    def teardown(self):
        if not hasattr(self, "w"):
            return
        try:
            assert differences(self.w.store) == ()
            with self.w.store.read() as connection:
                report = verify_chain(connection)
            assert report.ok, report.what
        finally:
            self.w.close()
            shutil.rmtree(self.folder)

    # --- what is there ------------------------------------------------------------------------------------------------

    def ids(self):
        return [row[0] for row in self.w.rows("SELECT case_id FROM case_file ORDER BY number")]

    def pick(self, number):
        ids = self.ids()
        return self.w.case(ids[number % len(ids)])

    def reply_id(self, number, *states):
        marks = ", ".join("?" * len(states))
        rows = self.w.rows(
            f"SELECT reply_id, case_id FROM reply WHERE state IN ({marks}) ORDER BY seq", *states
        )
        return rows[number % len(rows)] if rows else (None, None)

    def do(self, act, *arguments, **more):
        """Act; a refusal is an answer like another one, anything else is a fault."""
        try:
            done = act(*arguments, **more)
        except ActionError as refused:
            assert refused.text_vi
            assert "{" not in refused.text_vi
            return None
        self.happened += 1
        if getattr(done, "undo", None) is not None:
            self.undos.append((arguments[0].officer, done.undo))
        return done

    def seen(self, case, stale):
        """Return a version an officer may have had on screen, fresh or not, or none."""
        return None if stale == 0 else max(0, case.version - stale + 1)

    # --- citizens, time, the gateway ----------------------------------------------------------------------------------

    @rule(user=st.integers(0, 2), text=TEXTS, late=st.sampled_from([0, 0, 5 * MINUTE_MS]))
    def write(self, user, text, late):
        self.w.clock.advance(1_000)
        self.w.put(text, user=str(1000 + user), at=self.w.clock.now_ms() - late)
        self.messages += 1

    @rule(span=st.sampled_from([2_000, 4 * MINUTE_MS, 11 * MINUTE_MS, HOUR_MS]))
    def wait(self, span):
        self.w.clock.advance(span)

    @rule(fate=st.sampled_from(["sent", "rejected", "unknown", "stopped"]))
    def send(self, fate):
        """Do as the gateway: a permit for what may go next, then what became of it."""
        with self.w.store.read() as connection:
            ready = outbox.next_queued(connection)
        for item in ready:
            now = self.w.clock.now_ms()
            if fate == "stopped":
                self.w.add(item.case_id, e.ReplyCancelled(item.reply_id, "có tin mới"))
                continue
            end = {
                "sent": e.ReplySent(item.reply_id, f"z{item.reply_id}", now),
                "rejected": e.ReplyRejected(item.reply_id, -213, "bỏ quan tâm"),
                "unknown": e.ReplyUnknown(item.reply_id, "hết giờ"),
            }[fate]
            self.w.add(item.case_id, e.ReplyPermitted(item.reply_id, now), end)

    @rule(n=NUMBERS)
    def search(self, n):
        reply_id, case_id = self.reply_id(n, ReplyState.UNKNOWN)
        if reply_id:
            self.w.add(case_id, e.ReplySearched(reply_id, 0, self.w.clock.now_ms()))

    # --- officers -----------------------------------------------------------------------------------------------------

    @rule(
        o=OFFICERS,
        n=NUMBERS,
        stale=STALE,
        what=st.sampled_from(["claim", "release", "over", "renew", "next"]),
    )
    def hold(self, o, n, stale, what):
        case, desk = self.pick(n), self.w.desk(o)
        if what == "next":
            done = self.do(claim_next, desk)
            assert done is None or self.w.case(done.case_id).owner == o.officer_id
        elif what == "renew":
            self.do(renew, desk, case.case_id)
        elif what == "over":
            self.do(take_over, desk, case.case_id, "cần xử lý", expected_version=self.seen(case, stale))
        else:
            self.do(
                claim if what == "claim" else release,
                desk,
                case.case_id,
                expected_version=self.seen(case, stale),
            )

    @rule(
        o=OFFICERS,
        n=NUMBERS,
        category=st.sampled_from(["TTHC", "ANTT", "KHIEU_NAI", "HOI_DAP", "TO_CAO"]),
        stale=STALE,
    )
    def sort(self, o, n, category, stale):
        case = self.pick(n)
        self.do(classify, self.w.desk(o), case.case_id, category, expected_version=self.seen(case, stale))

    @rule(o=OFFICERS, n=NUMBERS, priority=st.sampled_from(["P1", "P2", "P4"]))
    def rank(self, o, n, priority):
        self.do(set_priority, self.w.desk(o), self.pick(n).case_id, priority)

    @rule(
        o=OFFICERS,
        n=NUMBERS,
        what=st.sampled_from(["confirm", "place", "tag", "note", "look", "look", "reveal"]),
    )
    def small(self, o, n, what):
        case, desk = self.pick(n), self.w.desk(o)
        if what == "confirm":
            self.do(confirm_suggestion, desk, case.case_id)
        elif what == "place":
            self.do(set_place, desk, case.case_id, "", "chợ Xanh")
        elif what == "tag":
            self.do(toggle_tag, desk, case.case_id, "co-bac")
        elif what == "note":
            self.do(add_note, desk, case.case_id, "ghi chú")
        elif what == "look":
            self.do(view, desk, case.case_id, case.last_inbound_id)
        else:
            self.do(reveal, desk, case.case_id, "gọi lại")

    @rule(o=OFFICERS, n=NUMBERS, words=st.integers(0, 3), sure=st.booleans(), stale=STALE)
    def answer(self, o, n, words, sure, stale):
        case = self.pick(n)
        self.do(
            queue_reply,
            self.w.desk(o),
            case.case_id,
            case.conversation_id,
            f"Trả lời {words}",
            seen_message_id=case.last_inbound_id,
            override_reason="đã xem" if sure else "",
            expected_version=self.seen(case, stale),
        )

    @rule(o=OFFICERS, n=NUMBERS, what=st.sampled_from(["cancel", "arrived", "not", "again"]))
    def settle(self, o, n, what):
        desk = self.w.desk(o)
        if what == "cancel":
            reply_id, case_id = self.reply_id(
                n, ReplyState.QUEUED, ReplyState.AWAITING_APPROVAL, ReplyState.SENT
            )
            if reply_id:
                self.do(cancel_reply, desk, case_id, reply_id)
            return
        reply_id, case_id = self.reply_id(n, ReplyState.UNKNOWN, ReplyState.REJECTED, ReplyState.SENT)
        if not reply_id:
            return
        if what == "again":
            seen = self.w.case(case_id).last_inbound_id
            self.do(resend_reply, desk, case_id, reply_id, "gửi lại", seen_message_id=seen)
        else:
            self.do(resolve_unknown, desk, case_id, reply_id, what == "arrived", "đã hỏi")

    @rule(o=OFFICERS, n=NUMBERS, what=st.sampled_from(["give", "take", "back", "recall"]))
    def hand(self, o, n, what):
        case, desk = self.pick(n), self.w.desk(DIEP if what == "take" else o)
        if what == "give":
            unit = "CAH-TPCB" if case.unit == "TB-CAT" else "TB-CAT"
            self.do(transfer, desk, case.case_id, unit, "địa bàn")
        elif what == "take":
            self.do(accept, desk, case.case_id)
        elif what == "recall":
            self.do(recall, desk, case.case_id, "không phải")
        else:
            self.do(give_back, desk, case.case_id, "KHAC", "không phải")

    @rule(
        o=OFFICERS,
        n=NUMBERS,
        what=st.sampled_from(["sleep", "wake", "close", "reopen"]),
        stale=STALE,
    )
    def end(self, o, n, what, stale):
        case, desk = self.pick(n), self.w.desk(o)
        version = self.seen(case, stale)
        if what == "sleep":
            self.do(
                snooze, desk, case.case_id, self.w.clock.now_ms() + HOUR_MS, "chờ", expected_version=version
            )
        elif what == "wake":
            self.do(wake, desk, case.case_id)
        elif what == "close":
            self.do(view, desk, case.case_id, case.last_inbound_id)
            self.do(close, desk, case.case_id, Outcome.RESOLVED, expected_version=version)
        else:
            self.do(reopen, desk, case.case_id, "còn việc")

    @rule(o=OFFICERS, n=NUMBERS, m=st.integers(1, 3))
    def join(self, o, n, m):
        self.do(merge, self.w.desk(o), self.pick(n).case_id, self.pick(n + m).case_id, "cùng việc")

    @rule(o=OFFICERS, n=NUMBERS)
    def join_same(self, o, n):
        case = self.pick(n)
        # No lease lasts so long.
        self.w.clock.advance(11 * MINUTE_MS)
        others = [
            i
            for i in self.ids()
            if self.w.case(i).conversation_id == case.conversation_id and i != case.case_id
        ]
        if others:
            self.do(merge, self.w.desk(o), case.case_id, others[0], "cùng một người")

    @rule(o=OFFICERS, n=NUMBERS, m=NUMBERS)
    def part(self, o, n, m):
        case = self.pick(n)
        mine = [
            row[0] for row in self.w.rows("SELECT message_id FROM message WHERE case_id = ?", case.case_id)
        ]
        self.do(split, self.w.desk(o), case.case_id, mine[-1:] if m % 2 else mine[: 1 + m % 3])

    @precondition(lambda self: self.undos)
    @rule(n=NUMBERS)
    def take_back(self, n):
        officer, what = self.undos.pop(n % len(self.undos))
        self.do(undo, self.w.desk(officer), what)

    # --- what always holds --------------------------------------------------------------------------------------------

    @invariant()
    def every_case_is_what_its_events_make(self):
        for case_id in self.ids() if hasattr(self, "w") else ():
            case, events = self.w.case(case_id), self.w.events(case_id)
            assert case.version == len(events)
            assert fold(case_id, events) == case
            assert case.unread >= 0
            if case.state.value in ("closed", "merged"):
                assert case.lease_until == 0
                assert not [mark for mark in case.replies if mark.state in REPLY_UNSETTLED]

    @invariant()
    def no_message_is_lost_and_each_is_in_one_case_that_counts_it(self):
        if not hasattr(self, "w"):
            return
        assert self.w.rows("SELECT count(*) FROM message") == [(self.messages,)]
        for case_id in self.ids():
            rows = self.w.rows(
                "SELECT message_id FROM message WHERE case_id = ? AND direction = 'in' ORDER BY at, seq",
                case_id,
            )
            case = self.w.case(case_id)
            assert case.message_count == len(rows)
            if rows and case.state.value != "merged":
                assert case.last_inbound_id == rows[-1][0]

    @invariant()
    def no_reply_is_asked_for_or_permitted_twice(self):
        if not hasattr(self, "w"):
            return
        for kind in ("reply.queued", "gw.reply_permitted"):
            ids = self.w.rows(
                "SELECT json_extract(body, '$.reply_id') FROM event_body JOIN event USING (seq) WHERE kind = ?",
                kind,
            )
            assert len(ids) == len(set(ids))

    @invariant()
    def a_reply_goes_to_the_citizen_of_its_case(self):
        if hasattr(self, "w"):
            wrong = self.w.rows(
                "SELECT 1 FROM reply JOIN case_file USING (case_id) WHERE reply.conversation_id <> case_file.conversation_id"
            )
            assert wrong == []


TestLife = Life.TestCase
TestLife.settings = settings(
    max_examples=25,
    stateful_step_count=50,
    deadline=None,
    derandomize=True,
    # A life of fifty steps is short enough to read; making it shorter takes minutes.
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
