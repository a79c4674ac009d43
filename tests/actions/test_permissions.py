"""Every use case × every role: who may not is refused before anything happens; who may is not refused for his role.

Each public function of ``console.actions`` whose first argument is a ``Desk`` needs a row in ``ASKS`` with the permission it
asks for (several: any of them lets one ask). Arguments are made from the names of the parameters by ``SAMPLES``.
"""

import importlib
import inspect
import pkgutil
import typing
from datetime import date

import pytest

import console.actions
from console.actions.desk import ActionError, Desk, Undo
from console.actions.drafts import Mode
from console.actions.guards import DEEDS
from console.actions.policies import Wish
from console.actions.reporting import Taken
from console.cache.accounts import enter
from console.domain import events as e
from console.domain.case import Outcome
from console.domain.conflict import Action
from console.domain.crime import Decision
from console.domain.events import OutboundFile
from console.domain.events.knowledge import KnowledgeEntry
from console.domain.national import RegisterField
from console.domain.officer import Officer, Permission, Role
from console.domain.organisation import Change
from console.domain.people import Others, PeopleList, PersonRole
from console.domain.petition import Handling
from console.domain.review import Verdict
from console.runtime.resources import load_catalog, load_retention

P = Permission
ASKS: dict[str, tuple[Permission, ...]] = {
    "accounts.change_grants": (P.ADMINISTER,),
    "accounts.change_officer": (P.ADMINISTER,),
    "accounts.disable_officer": (P.ADMINISTER,),
    "accounts.enable_officer": (P.ADMINISTER,),
    "accounts.enter_officer": (P.ADMINISTER,),
    "accounts.see_as": (P.ADMINISTER,),
    "accounts.set_roles": (P.ADMINISTER,),
    "assigning.assign": (P.TAKE_OVER,),
    "claims.claim": (P.CLAIM,),
    "claims.claim_next": (P.CLAIM,),
    "taking.take_next": (P.CLAIM,),
    "asked.asked": (P.EXTEND, P.APPROVE_REVEAL, P.ROUTE),
    "asked.answered": (P.READ,),
    "asked.see_answer": (P.READ,),
    "claims.release": (P.CLAIM,),
    "claims.renew": (P.CLAIM,),
    "claims.take_over": (P.TAKE_OVER,),
    "classification.classify": (P.CLASSIFY,),
    "classification.confirm_suggestion": (P.CLASSIFY,),
    "classification.dismiss_emergency": (P.CLASSIFY,),
    "classification.set_deed_time": (P.CLASSIFY,),
    "classification.set_place": (P.CLASSIFY,),
    "classification.set_priority": (P.CLASSIFY,),
    "clocks.decide_extension": (P.EXTEND,),
    "clocks.pause": (P.CLASSIFY,),
    "clocks.request_extension": (P.CLASSIFY,),
    "clocks.resume": (P.CLASSIFY,),
    "closing.close": (P.CLOSE,),
    "closing.signatures": (P.CLOSE,),
    "closing.reopen": (P.REOPEN,),
    "confiding.allow_contact": (P.RESTRICT_CONTACT,),
    "confiding.handle_secret": (P.DECIDE_SECRET,),
    "confiding.phoned_commander": (P.SUSPECT_SECRET,),
    "confiding.restrict_contact": (P.RESTRICT_CONTACT,),
    "confiding.suspect_secret": (P.SUSPECT_SECRET,),
    "conflicts.clear_conflict": (P.DECIDE_CONFLICT,),
    "conflicts.mark_conflict": (P.MARK_CONFLICT,),
    "directing.follow": (P.NOTE,),
    "directing.instruct": (P.INSTRUCT,),
    "drafts.delete_draft": (P.READ,),
    "drafts.load_draft": (P.READ,),
    "drafts.save_draft": (P.READ,),
    "drafts.keep_file": (P.READ,),
    "exporting.plan_case": (P.EXPORT,),
    "exporting.plan_file": (P.EXPORT,),
    "exporting.plan_packet": (P.EXPORT,),
    "retiring.retire_nameless": (P.ADMINISTER,),
    "rulebook.keeping": (P.ADMINISTER, P.PURGE, P.APPROVE_POLICY),
    "rulebook.policy_standing": (P.ADMINISTER, P.PURGE, P.APPROVE_POLICY),
    "rulebook.policy_view": (P.ADMINISTER, P.PURGE, P.APPROVE_POLICY),
    "exporting.verify_file": (P.READ,),
    "files.attach": (P.REPLY,),
    "files.discard": (P.REPLY,),
    "files.export_case": (P.EXPORT,),
    "files.export_file": (P.EXPORT,),
    "files.read_file": (P.READ,),
    "foreign.acknowledge": (P.ANSWER_FOREIGN,),
    "foreign.explain": (P.REPLY,),
    "handing_over.accept": (P.SHIFT,),
    "handing_over.ask_back": (P.SHIFT,),
    "handing_over.explain": (P.SHIFT,),
    "handing_over.hand_over": (P.CLAIM,),
    "handing_over.take_over_absent": (P.SHIFT,),
    "identity.answer_reveal": (P.APPROVE_REVEAL,),
    "identity.ask_reveal": (P.REVEAL, P.REVEAL_DENOUNCER),
    "identity.reveal": (P.REVEAL, P.REVEAL_DENOUNCER),
    "identity.reveals_today": (P.AUDIT,),
    "identity.who_looked": (P.READ,),
    "incidents.link": (P.MERGE,),
    "incidents.unlink": (P.MERGE,),
    "knowledge.end_entry": (P.ADMINISTER,),
    "knowledge.import_entries": (P.ADMINISTER,),
    "knowledge.restore_version": (P.ADMINISTER,),
    "knowledge.save_entry": (P.ADMINISTER,),
    "merging.merge": (P.MERGE,),
    "merging.split": (P.MERGE,),
    "national.enter": (P.ENTER_NATIONAL,),
    "national.note_copy": (P.ENTER_NATIONAL,),
    "national.show": (P.ENTER_NATIONAL,),
    "notes.add_note": (P.NOTE,),
    "organisation.apply": (P.ADMINISTER,),
    "people.notify_procuracy": (P.CLASSIFY,),
    "people.record": (P.CLASSIFY,),
    "people.record_outcome": (P.CLASSIFY,),
    "people.show": (P.READ,),
    "petitions.handle": (P.CLASSIFY,),
    "policies.approve": (P.APPROVE_POLICY,),
    "policies.change": (P.ADMINISTER,),
    "policies.decline": (P.APPROVE_POLICY,),
    "policies.see_answer": (P.ADMINISTER,),
    "policies.standing": (P.ADMINISTER, P.APPROVE_POLICY, P.PURGE),
    "policies.withdraw": (P.ADMINISTER,),
    "presence.be_at": (P.READ,),
    "presence.leave": (P.READ,),
    "releasing.keep_covered": (P.TRANSFER,),
    "releasing.releasable": (P.TRANSFER,),
    "releasing.release_files": (P.TRANSFER,),
    "replies.queue_reply": (P.REPLY,),
    "reporting.may_archive": (P.EXPORT,),
    "reporting.may_report": (P.EXPORT,),
    "reporting.note_report": (P.EXPORT,),
    "reporting.note_slip": (P.EXPORT,),
    "retention.approve_and_run": (P.PURGE,),
    "retention.hold": (P.HOLD,),
    "retention.lift_hold": (P.HOLD,),
    "retention.propose": (P.ADMINISTER,),
    "reviewing.acknowledge": (P.READ,),
    "reviewing.give_verdict": (P.REVIEW,),
    "searching.note_search": (P.READ,),
    "settling.approve_reply": (P.APPROVE_REPLY,),
    "settling.cancel_reply": (P.REPLY,),
    "settling.decline_reply": (P.APPROVE_REPLY,),
    "settling.resend_reply": (P.REPLY,),
    "settling.resolve_unknown": (P.RESOLVE_UNKNOWN,),
    "shifts.awake": (P.SHIFT,),
    "shifts.equip": (P.SHIFT,),
    "shifts.join": (P.SHIFT,),
    "shifts.next_step": (P.SHIFT,),
    "shifts.note": (P.SHIFT,),
    "shifts.open_shift": (P.SHIFT,),
    "shifts.read_log": (P.READ,),
    "shifts.read_sheet": (P.READ,),
    "shifts.remark": (P.SHIFT,),
    "signing.refuse_closing": (P.SIGN_CLOSING,),
    "signing.sign_closing": (P.SIGN_CLOSING,),
    "signing.withdraw_closing": (P.CLOSE,),
    "snoozing.snooze": (P.SNOOZE,),
    "snoozing.put_off": (P.SNOOZE,),
    "snoozing.wake": (P.SNOOZE,),
    "surveys.follow_up": (P.NOTE,),
    "surveys.skip": (P.REPLY,),
    "tags.set_tags": (P.TAG,),
    "tags.tag": (P.TAG,),
    "tags.toggle_tag": (P.TAG,),
    "tags.untag": (P.TAG,),
    "transfers.accept": (P.ACCEPT,),
    "transfers.accept_by_phone": (P.TRANSFER,),
    "transfers.give_back": (P.ACCEPT,),
    "transfers.inform": (P.TRANSFER,),
    "transfers.number_slip": (P.TRANSFER,),
    "transfers.recall": (P.TRANSFER,),
    "transfers.transfer": (P.TRANSFER,),
    "undoing.undo": (P.TAG,),
    "urgent.draft_report": (P.TRANSFER,),
    "transfers.as_received": (P.TRANSFER,),
    "urgent.guide": (P.REPLY,),
    "urgent.open_report": (P.TRANSFER,),
    "urgent.stamp": (P.TRANSFER,),
    "viewing.note_copy": (P.READ,),
    "viewing.note_hits": (P.READ,),
    "viewing.note_rows": (P.READ,),
    "viewing.view": (P.READ,),
}
NO_ACTS = {
    "assigning.assignees",
    "bulk.look",
    "bulk.run",
    "bulk.take_back",
    "conflicts.marked",
    "files.sealed_files",
    "identity.reveals_over",
    "guards.is_urgent",
    "guards.require_work",
    "guards.serves",
    "guards.without_source",
    "perform.perform",
    "handing_over.sign",
    "knowledge.item_for_reply",
    "reply_checks.require_sober",
    "shifts.clock_check",
    "shifts.read_shift",
    "surveys.send_due",
    "transfers.may_receive",
    "transfers.require_right_to_route",
}
"""Parts of actions, which change nothing; what does a single act many times; what tells of no case; what the program does of its own accord; what asks for
the secret of who signs, who need not be signed in."""
NOT_FOR_HIS_ROLE = "Vai trò của bạn không được"


def acts():
    """Return every public function whose first parameter is a ``Desk``, by «module.name»."""
    found = {}
    for module in pkgutil.iter_modules(console.actions.__path__):
        loaded = importlib.import_module(f"console.actions.{module.name}")
        for name, made in vars(loaded).items():
            if inspect.isfunction(made) and made.__module__ == loaded.__name__ and name[0] != "_":
                first = next(iter(inspect.signature(made).parameters), "")
                if first and typing.get_type_hints(made).get(first) is Desk:
                    found[f"{module.name}.{name}"] = made
    return found


ACTS = acts()


def samples(w, case, other, tmp_path):
    """Return a value for every name of a parameter that some action has no default for; «act.name» is for one act alone."""
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF-1.4 x")
    return {
        "case_id": case.case_id,
        "into_case_id": other.case_id,
        "category": "TTHC",
        "priority": "P2",
        "district": "",
        "outcome": Outcome.ANSWERED,
        "reason": "lý do",
        "holders": ("hanh",),
        "text": "nội dung",
        "texts": ("nội dung",),
        "conversation_id": case.conversation_id,
        "seen_message_id": case.last_inbound_id,
        "reply_id": "r1",
        "arrived": True,
        "message_id": case.last_inbound_id,
        "who": e.OutsideSender.SELF,
        "answered": True,
        "until_ms": w.clock.now_ms() + 3_600_000,
        "code": "can-cuoc",
        "to_unit": "CAH-TPCB",
        "who_accepted": "Đ/c Điệp",
        "units": (),
        "officers": (),
        "mode": Mode.NOTE,
        "path": file,
        "name": "a.pdf",
        "media_type": "application/pdf",
        "content": b"",
        "boxes": (),
        "files": (),
        "file_id": "f1",
        "message_ids": (case.last_inbound_id,),
        "what": Undo(case.case_id, case.version, Action.TAG, P.TAG, (e.Untagged("can-cuoc"),)),
        "officer": Officer("moi", "Người mới", "PC02", (Role.HANDLER,)),
        "officer_id": "diep",
        "role": Role.REVIEWER,
        "roles": (Role.REVIEWER,),
        "given": (),
        "taken": (),
        "unit": "PC02",
        "review_id": "v1",
        "proposal_id": "p1",
        "verdict": Verdict.PASSED,
        "words": "đã gọi lại",
        "keys": ("k",),
        "key": "k",
        "question": "việc này sao?",
        "to_officer": "tuan",
        "secret": "1234",
        "verify": lambda _officer, _secret: True,
        "note_report.taken": Taken("day", "pdf", "2026-11-28", "2026-11-28", "TB-CAT", 1, "ab", 1),
        "sha256": "ab" * 32,
        "year": 2025,
        "this_year": 2026,
        "asked_at": w.clock.now_ms(),
        "item": "loa",
        "present": True,
        "wish": Wish("policies.json", "{}", "{ }", w.rules, w.rules),
        "in_force": "{ }",
        "checks": (),
        "rule": load_retention(),
        "run": "r1",
        "request_id": "q1",
        "instruction_id": "i1",
        "to_whom": "Đ/c Long",
        "moved": False,
        "others": {other.case_id: (90, "cùng nơi")},
        "new": load_catalog(unit_tree="2025"),
        "change": Change("2022", "2025", date(2025, 7, 1), "NQ 1662/NQ-UBTVQH15", {}),
        "seen": (),
        "note_search.words": "0912 345 678",
        "restrict_contact.code": "dung-goi-so-nay",
        "extension_id": "x1",
        "granted": True,
        "file": "policies.json",
        "keep_file.file": OutboundFile("f" * 32, "a.pdf", "application/pdf", 9, "ab" * 32),
        "discard.file_id": "f" * 32,
        "digest": "ab" * 32,
        "characters": 250,
        "case_ids": (case.case_id,),
        "touched": 1,
        "body": "CQDT",
        "kind": "giet-nguoi",
        "be_at.kind": "viewing",
        "step": "phone",
        "entry": KnowledgeEntry("danh-ba", "x", "Tên", "Lời"),
        "data": b"{}",
        "version": 1,
        "expected_version": 0,
        "last_day": "2026-12-31",
        "lists": (PeopleList(PersonRole.ACCUSED, (), Others.UNKNOWN),),
        "document": "15/TB",
        "number": "TB-15",
        "at_ms": w.clock.now_ms(),
        "field": RegisterField.CONTENT,
        "on": date(2026, 3, 14),
        "informant": True,
        "handling": Handling.TAKEN_UP,
        "decision": Decision.NOT_PROSECUTE,
    }


def call(act, desk, values):
    needed = [p for p in list(inspect.signature(act).parameters.values())[1:] if p.default is p.empty]
    missing = [p.name for p in needed if p.name not in values]
    assert not missing, f"add a value for {missing} to samples()"
    chosen = {p.name: values.get(f"{act.__name__}.{p.name}", values[p.name]) for p in needed}
    positional = [chosen[p.name] for p in needed if p.kind is not p.KEYWORD_ONLY]
    named = {p.name: chosen[p.name] for p in needed if p.kind is p.KEYWORD_ONLY}
    return act(desk, *positional, **named)


def test_every_use_case_has_a_row():
    new = sorted(ACTS.keys() - ASKS.keys() - NO_ACTS)
    assert new == [], f"say in ASKS which permission {new} asks for"
    assert sorted(ASKS.keys() - ACTS.keys()) == [], "these are gone: take their rows out"
    assert len(ACTS) > 40


def test_every_permission_that_is_asked_for_is_granted_to_somebody_and_not_to_all(rules_of):
    for name, wanted in ASKS.items():
        able = {role for role in Role if not rules_of.grants[role].isdisjoint(wanted)}
        assert able and able != set(Role), name


@pytest.fixture
def rules_of(w):
    return w.rules.roles


@pytest.mark.parametrize("name", sorted(ASKS))
def test_who_may_not_is_refused_and_nothing_happens(w, tmp_path, name):
    case, other = w.put("một"), w.put("hai", user="2")
    values = samples(w, case, other, tmp_path)
    may_not = [role for role in Role if w.rules.roles.grants[role].isdisjoint(ASKS[name])]
    before = (
        w.rows("SELECT count(*) FROM event"),
        w.rows("SELECT * FROM draft"),
        w.rows("SELECT * FROM sealed_file"),
    )
    for role in may_not:
        desk = w.desk(Officer(f"o-{role.value}", "Ai đó", "TB-CAT", (role,)))
        with pytest.raises(ActionError, match=NOT_FOR_HIS_ROLE):
            call(ACTS[name], desk, values)
    after = (
        w.rows("SELECT count(*) FROM event"),
        w.rows("SELECT * FROM draft"),
        w.rows("SELECT * FROM sealed_file"),
    )
    assert after == before


@pytest.mark.parametrize("name", sorted(ASKS))
def test_who_may_is_not_refused_for_his_role(w, tmp_path, name):
    with w.store.write() as tx:
        for admin in ("qt1", "qt2"):
            enter(tx, Officer(admin, "Quản trị", "CAT", (Role.ADMIN,)))
    may = [role for role in Role if not w.rules.roles.grants[role].isdisjoint(ASKS[name])]
    for number, role in enumerate(may):
        case, other = w.put("một", user=f"{number}a"), w.put("hai", user=f"{number}b")
        desk = w.desk(Officer(f"o-{role.value}", "Ai đó", "TB-CAT", (role,)))
        try:
            call(ACTS[name], desk, samples(w, case, other, tmp_path))
        except ActionError as error:
            # Where any of several permissions lets one ask, the case decides which of them it takes.
            assert len(ASKS[name]) > 1 or str(error) != f"{NOT_FOR_HIS_ROLE} {DEEDS[ASKS[name][0]]}"


def test_the_matrix_of_the_store_decides_not_the_program(w, tmp_path):
    """The same act with the same role: refused or not by what the matrix says at the time."""
    case = w.put()
    values = samples(w, case, case, tmp_path)
    officer = Officer("o", "Ai đó", "TB-CAT", (Role.REVIEWER,))
    with pytest.raises(ActionError, match=NOT_FOR_HIS_ROLE):
        call(ACTS["tags.tag"], w.desk(officer), values)
    w.rules = w.rules.with_roles(w.rules.roles.changed(Role.REVIEWER, {P.TAG}, ()))
    assert call(ACTS["tags.tag"], w.desk(officer), values).events
