"""The versions of the files of clocks and holidays, and the proposals to change them, as the log tells them (features Y-04)."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from console.domain import events as e
from console.domain.events import Event


class ProposalState(StrEnum):
    """How far a proposal has come. ``STALE``: another change landed since, so it can only be proposed anew."""

    OPEN = "open"
    STALE = "stale"
    APPROVED = "approved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class PolicyVersion:
    """One version of a file. ``kept``: nobody put it in force here, it came with the program.

    ``content`` is "" where the log is from before it held the text; ``back_to`` the version whose content came back, -1 for none.
    """

    number: int
    file: str
    sha256: str
    content: str
    at: int
    by: str = ""
    reason: str = ""
    approved_by: str = ""
    touched: int = 0
    back_to: int = -1
    kept: bool = False


@dataclass(frozen=True, slots=True)
class PolicyProposal:
    """A proposal to change limits of the law. Times are UTC ms, 0 = not yet; ``words`` are those of its end."""

    proposal_id: str
    file: str
    base: str
    base_number: int
    sha256: str
    content: str
    touched: tuple[str, ...]
    reason: str
    by: str
    at: int
    back_to: int = -1
    state: ProposalState = ProposalState.OPEN
    decided_by: str = ""
    decided_at: int = 0
    words: str = ""
    seen: bool = False
    """Whether who proposed it has read what became of it."""


@dataclass(frozen=True, slots=True)
class PolicyHistory:
    """All versions by file, oldest first, and all proposals, oldest first."""

    versions: dict[str, tuple[PolicyVersion, ...]] = field(default_factory=dict)
    proposals: tuple[PolicyProposal, ...] = ()

    def newest(self, file: str) -> PolicyVersion | None:
        """Return the newest version that the log holds of a file."""
        found = self.versions.get(file, ())
        return found[-1] if found else None

    def in_force(self, file: str) -> PolicyVersion | None:
        """Return the version somebody put in force, ``None`` while the program's own file is."""
        newest = self.newest(file)
        return None if newest is None or newest.kept else newest

    def version(self, file: str, number: int) -> PolicyVersion | None:
        """Return one version of a file."""
        return next((one for one in self.versions.get(file, ()) if one.number == number), None)

    def proposal(self, proposal_id: str) -> PolicyProposal | None:
        """Return one proposal, ``STALE`` where another change landed since."""
        found = next((one for one in self.proposals if one.proposal_id == proposal_id), None)
        return None if found is None else self.aged(found)

    def aged(self, one: PolicyProposal) -> PolicyProposal:
        """Return a proposal as it stands now."""
        newest = self.newest(one.file)
        fits = newest is not None and (newest.number, newest.sha256) == (one.base_number, one.base)
        if one.state is ProposalState.OPEN and not fits:
            return replace(one, state=ProposalState.STALE)
        return one

    def unseen(self, officer_id: str) -> tuple[PolicyProposal, ...]:
        """Return an officer's own proposals that somebody else decided and he has not read so, or that went stale."""
        aged = (self.aged(one) for one in self.proposals)
        ended = (ProposalState.APPROVED, ProposalState.DECLINED, ProposalState.STALE)
        return tuple(one for one in aged if one.by == officer_id and one.state in ended and not one.seen)

    def waiting(self) -> tuple[PolicyProposal, ...]:
        """Return the proposals that a second person can still decide, oldest first."""
        aged = (self.aged(one) for one in self.proposals)
        return tuple(one for one in aged if one.state is ProposalState.OPEN)


def read_history(events: Iterable[Event]) -> PolicyHistory:
    """Return what the events of ``@policy`` come to, in their order."""
    versions: dict[str, list[PolicyVersion]] = {}
    proposals: dict[str, PolicyProposal] = {}

    def put(made: PolicyVersion) -> None:
        known = versions.setdefault(made.file, [])
        if made.kept and known and known[-1].sha256 == made.sha256:
            known[-1] = replace(
                known[-1], content=made.content
            )  # the text of a version from before the log held it
        else:
            known.append(replace(made, number=len(known)))

    def end(proposal_id: str, state: ProposalState, event: Event, words: str = "") -> PolicyProposal | None:
        found = proposals.get(proposal_id)
        if found is None or found.state is not ProposalState.OPEN:
            return None
        ended = replace(found, state=state, decided_by=event.actor, decided_at=event.at, words=words)
        proposals[proposal_id] = ended
        return ended

    for event in events:
        match event.body:
            case e.PolicyKept() as b:
                put(PolicyVersion(0, b.file, b.sha256, b.content, event.at, kept=True))
            case e.PolicyReplaced() as b:
                put(
                    PolicyVersion(
                        0,
                        b.file,
                        b.sha256,
                        b.content,
                        event.at,
                        event.actor,
                        b.reason,
                        touched=b.touched,
                        back_to=b.back_to,
                    )
                )
            case e.PolicyProposed() as b:
                proposals[b.proposal_id] = PolicyProposal(
                    b.proposal_id,
                    b.file,
                    b.base,
                    b.base_number,
                    b.sha256,
                    b.content,
                    b.touched,
                    b.reason,
                    event.actor,
                    event.at,
                    b.back_to,
                )
            case e.PolicyApproved() as b:
                done = end(b.proposal_id, ProposalState.APPROVED, event)
                if done is not None:
                    put(
                        PolicyVersion(
                            0,
                            done.file,
                            done.sha256,
                            done.content,
                            event.at,
                            done.by,
                            done.reason,
                            event.actor,
                            len(done.touched),
                            done.back_to,
                        )
                    )
            case e.PolicyDeclined() as b:
                end(b.proposal_id, ProposalState.DECLINED, event, b.reason)
            case e.PolicyWithdrawn() as b:
                end(b.proposal_id, ProposalState.WITHDRAWN, event, b.reason)
            case e.PolicyAnswerSeen() as b:
                answered = proposals.get(b.proposal_id)
                if answered is not None and answered.by == event.actor:
                    proposals[b.proposal_id] = replace(answered, seen=True)
            case _:
                pass
    return PolicyHistory({file: tuple(each) for file, each in versions.items()}, tuple(proposals.values()))
