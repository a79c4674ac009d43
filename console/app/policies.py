"""Replacing the data files of clocks and holidays: preview first, then the event (features G-02, G-03, Y-04; domain.md §7)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from console.actions import policies
from console.actions.desk import Desk
from console.actions.policies import Changed, Touched, Wish, preview
from console.actions.rulebook import Shift, shifts
from console.app.laws import digest, fingerprint, laws_of, text_in_force
from console.app.maintenance import MaintenanceError
from console.app.officers import load_officers
from console.app.policy_words import line_words, proposal_words, version_words
from console.app.sighted import seen_by, unnamed_words
from console.app.workspace import Workspace, load_rules
from console.cache.officer_rows import officer_names
from console.cache.policy_reads import policy_history
from console.cache.projector import Projector
from console.cache.rebuild import note_laws, rebuild
from console.cache.rules import CatalogRules
from console.domain.calendar import local_datetime
from console.domain.policy_change import Law, Line, compare
from console.domain.policy_history import PolicyProposal
from console.runtime.resources import OVERLAID, load_reply_policy, read_text

MOST_BYTES = 2_000_000
"""A file of rules has some ten thousand; the log keeps every version whole."""


@dataclass(frozen=True, slots=True)
class PolicyChange:
    """What a new file is and does to the clocks of open cases, and what became of it.

    ``lines`` is what is other; ``shifts`` counts the clocks by policy, ``touched`` are those of cases the reader may know of;
    ``unnamed`` says that there are more. ``applied``: it is in force; ``proposal``: it waits for a second person under this id.
    """

    applied: bool
    file: str
    takes_two: bool
    sha256: str
    lines: tuple[str, ...]
    shifts: tuple[Shift, ...]
    touched: tuple[Touched, ...]
    unnamed: tuple[str, ...]
    proposal: str = ""
    said: str = ""

    def values(self) -> dict[str, object]:
        """Return it for a program."""
        return asdict(self)

    def words(self) -> str:
        """Return it for a person."""
        total = sum(x.sooner + x.later + x.begun + x.gone for x in self.shifts)
        found = [*self.lines, f"{self.file}: {total} thời hạn của hồ sơ đang mở thay đổi."]
        found += [
            f"{x.code}: {x.sooner} sớm hơn, {x.later} muộn hơn, {x.begun} mới có, {x.gone} không còn"
            for x in self.shifts
        ]
        found += [f"{x.number} {x.code}: {_time(x.before)} → {_time(x.after)}" for x in self.touched]
        found += self.unnamed
        found.append(f"Mã băm nội dung: {self.sha256}")
        return "\n".join((*found, self._end()))

    def _end(self) -> str:
        if self.said:
            return self.said
        if self.applied:
            return "Đã áp dụng. Mở lại chương trình."
        if self.proposal:
            return (
                "Có đổi thời hạn luật định nên chưa áp dụng: đã lập đề nghị, chờ người thứ hai có quyền duyệt "
                f"(màn hình Quy định, hoặc console policy --approve {self.proposal} --officer …). Mã: {self.proposal}"
            )
        two = (
            " Có đổi thời hạn luật định: --apply lập đề nghị chờ người thứ hai duyệt."
            if self.takes_two
            else ""
        )
        return f"Chưa đổi gì. Thêm --apply để áp dụng.{two}"


@dataclass(frozen=True, slots=True)
class Told:
    """What a step came to that shows no change."""

    detail: str
    found: Mapping[str, object]

    def values(self) -> dict[str, object]:
        """Return it for a program."""
        return dict(self.found)

    def words(self) -> str:
        """Return it for a person."""
        return self.detail


def in_force(workspace: Workspace) -> dict[str, str]:
    """Return the texts a profile has of its own, as its log says now; the rules of the window may be of before."""
    with workspace.store.read() as connection:
        return laws_of(connection, workspace.profile.root / "data")[0]


def rules_of(workspace: Workspace, laws: Mapping[str, str]) -> CatalogRules:
    """Return the rules that these texts make, with the roles in force.

    Raises:
        CatalogError: a text holds no rules, or breaks one.

    """
    made = load_rules(workspace.rules.catalog.unit_tree, laws)
    return replace(made, roles=workspace.rules.roles)


def wish_for(workspace: Workspace, name: str, content: str, back_to: int = -1) -> Wish:
    """Return what another text of a data file would change.

    Raises:
        MaintenanceError, CatalogError: it is no such file, or holds no rules; nothing was changed.

    """
    if name not in OVERLAID:
        raise MaintenanceError(f"Chỉ thay được {' và '.join(OVERLAID)}. Chưa đổi gì.")
    laws = in_force(workspace)
    now, then = rules_of(workspace, laws), rules_of(workspace, {**laws, name: content})
    return Wish(name, content, text_in_force(laws, name), now, then, back_to)


def read_wish(workspace: Workspace, source: Path) -> Wish:
    """Return what a file would change. Raises as ``wish_for``."""
    if source.name not in OVERLAID:
        raise MaintenanceError(f"Chỉ thay được {' và '.join(OVERLAID)}. Chưa đổi gì.")
    if source.is_file() and source.stat().st_size > MOST_BYTES:
        raise MaintenanceError(f"{source.name} quá lớn, không phải tệp quy định. Chưa đổi gì.")
    return wish_for(workspace, source.name, read_text(source))


def wish_back(workspace: Workspace, name: str, number: int) -> Wish:
    """Return what it would change to go back to an earlier version.

    Raises:
        MaintenanceError: there is no such version, or the log does not hold its text.

    """
    with workspace.store.read() as connection:
        version = policy_history(connection).version(name, number)
    if version is None or not version.content:
        raise MaintenanceError(f"Trong nhật ký không có nội dung bản {number} của {name}. Chưa đổi gì.")
    return wish_for(workspace, name, version.content, number)


def put(workspace: Workspace, desk: Desk, wish: Wish, reason: str) -> Changed:
    """Carry a wish out: in force at once where it is the house's own, else a proposal."""
    done = policies.change(desk, wish, reason)
    if done.in_force:
        _follow(workspace, wish.then)
    return done


def approve(workspace: Workspace, desk: Desk, proposal_id: str, sha256: str) -> PolicyProposal:
    """Agree to a proposal and let the clocks follow it."""
    laws = in_force(workspace)
    known = _proposal(workspace, proposal_id)
    done = policies.approve(desk, proposal_id, sha256, text_in_force(laws, known.file))
    _follow(workspace, rules_of(workspace, {**laws, done.file: done.content}))
    return done


def compared(workspace: Workspace, name: str, older: int, newer: int) -> tuple[Line, ...]:
    """Return what is other between two versions of a file; raises ``MaintenanceError`` where the log lacks a text."""
    with workspace.store.read() as connection:
        history = policy_history(connection)
    laws = in_force(workspace)
    sides = []
    for number in (older, newer):
        version = history.version(name, number)
        if version is None or not version.content:
            raise MaintenanceError(f"Trong nhật ký không có nội dung bản {number} của {name}.")
        rules = rules_of(workspace, {**laws, name: version.content})
        sides.append(Law(rules.catalog, rules.calendar))
    return compare(*sides)


def _follow(workspace: Workspace, then: CatalogRules) -> None:
    """Reckon every case's clocks anew; the event is durable, so that a stop in between is made good at the next opening."""
    workspace.store.projector = Projector(then)
    rebuild(workspace.store)
    note_laws(workspace.store, fingerprint(in_force(workspace)))


# -- the command ------------------------------------------------------------------------------------------------------


def run_policy(
    workspace: Workspace,
    source: Path | None,
    steps: Mapping[str, str],
    back_to: int | None,
    officer_id: str,
    reason: str,
    *,
    apply: bool,
) -> PolicyChange | Told:
    """Do what the command line asks: list, show a file or a proposal, and with ``apply`` carry it out.

    Args:
        workspace: the opened profile.
        source: a file; with ``back_to`` its name alone counts.
        steps: proposal ids by ``approve``, ``decline``, ``withdraw``, "" for none.
        back_to: the version to go back to.
        officer_id: who acts, or who reads.
        reason: why.
        apply: do it.

    """
    for step, proposal_id in steps.items():
        if proposal_id:
            return decide(workspace, step, proposal_id, officer_id, reason, apply=apply)
    if source is None:
        return listed(workspace)
    if back_to is not None:
        return roll_back(workspace, source.name, back_to, officer_id, reason, apply=apply)
    return change_policy(workspace, source, officer_id, reason, apply=apply)


def change_policy(
    workspace: Workspace, source: Path, officer_id: str, reason: str, *, apply: bool
) -> PolicyChange:
    """Show what a new `policies.json` or `holidays.json` does, or put it in force, by a second person where it is the law's.

    Cases are named to who may know of them only.

    Raises:
        MaintenanceError, CatalogError, ActionError: nothing was changed.

    """
    return _done(workspace, read_wish(workspace, source), officer_id, reason, apply=apply)


def roll_back(
    workspace: Workspace, name: str, number: int, officer_id: str, reason: str, *, apply: bool
) -> PolicyChange:
    """Show what going back to an earlier version does, or do it, as with a new file."""
    return _done(workspace, wish_back(workspace, name, number), officer_id, reason, apply=apply)


def decide(
    workspace: Workspace, step: str, proposal_id: str, officer_id: str, reason: str, *, apply: bool
) -> PolicyChange | Told:
    """Show a proposal, and with ``apply`` do one step with it: ``approve``, ``decline`` or ``withdraw``."""
    known = _proposal(workspace, proposal_id)
    shown = _shown(workspace, wish_for(workspace, known.file, known.content, known.back_to), officer_id)
    if not apply:
        return replace(shown, proposal=proposal_id, said=_next(known, step, workspace))
    desk = _desk(workspace, officer_id)
    if step == "approve":
        approve(workspace, desk, proposal_id, shown.sha256)
        return replace(shown, applied=True)
    if step == "decline":
        policies.decline(desk, proposal_id, reason)
        said = "Đã ghi không duyệt. Quy định giữ nguyên."
    else:
        policies.withdraw(desk, proposal_id, reason)
        said = "Đã rút đề nghị. Quy định giữ nguyên."
    return Told(said, {"proposal": proposal_id, "step": step})


def listed(workspace: Workspace) -> Told:
    """Return the versions and proposals as lines."""
    with workspace.store.read() as connection:
        history = policy_history(connection)
        names = officer_names(connection)
    versions = [one for each in history.versions.values() for one in each]
    proposals = [history.aged(one) for one in history.proposals]
    lines = [version_words(one, names) for one in versions] or ["Chưa ai đổi quy định: đang dùng bản đi kèm."]
    lines += [proposal_words(one, names) for one in proposals]
    found = {
        "versions": [asdict(replace(one, content="")) for one in versions],
        "proposals": [asdict(replace(one, content="")) for one in proposals],
    }
    return Told("\n".join(lines), found)


def _done(workspace: Workspace, wish: Wish, officer_id: str, reason: str, *, apply: bool) -> PolicyChange:
    shown = _shown(workspace, wish, officer_id)
    if not apply:
        return shown
    done = put(workspace, _desk(workspace, officer_id), wish, reason)
    return replace(shown, applied=done.in_force, proposal=done.proposal_id)


def _shown(workspace: Workspace, wish: Wish, officer_id: str) -> PolicyChange:
    touched = preview(workspace.store, wish.now, wish.then)
    seen = seen_by(workspace, officer_id, (x.case_id for x in touched))
    named = tuple(x for x in touched if x.case_id in seen)
    return PolicyChange(
        False,
        wish.file,
        wish.takes_two,
        digest(wish.content),
        tuple(map(line_words, wish.lines)),
        shifts(touched),
        named,
        unnamed_words(officer_id, len(touched) - len(named)),
    )


def _next(known: PolicyProposal, step: str, workspace: Workspace) -> str:
    with workspace.store.read() as connection:
        names = officer_names(connection)
    return f"{proposal_words(known, names)}\nChưa đổi gì. Thêm --apply để ghi ({step})."


def _proposal(workspace: Workspace, proposal_id: str) -> PolicyProposal:
    with workspace.store.read() as connection:
        found = policy_history(connection).proposal(proposal_id)
    if found is None:
        raise MaintenanceError(f"Không có đề nghị đổi quy định {proposal_id!r}. Chưa đổi gì.")
    return found


def _desk(workspace: Workspace, officer_id: str) -> Desk:
    officer = load_officers(workspace).get(officer_id)
    if officer is None:
        raise MaintenanceError(f"Không có cán bộ {officer_id!r} trong kho. Chưa đổi gì.")
    return Desk(workspace.store, officer, workspace.rules, load_reply_policy())


def _time(at_ms: int) -> str:
    return local_datetime(at_ms).strftime("%H:%M %d/%m/%Y") if at_ms else "không có"
