"""The rules of the house for the window: the same steps as the commands, by who is signed in."""

from pathlib import Path

from console.actions import organisation
from console.actions import rulebook as book
from console.actions.desk import Desk
from console.actions.guards import require
from console.actions.policies import Changed
from console.actions.rulebook import Keeping, PolicyView, Standing, TreeChange
from console.app import policies as laws
from console.app.auditing import retain
from console.app.organising import organise
from console.app.workspace import Workspace
from console.domain.catalog import Catalog
from console.domain.officer import Permission
from console.domain.organisation import Change, UnitChange, unit_changes
from console.domain.policy_change import Line
from console.domain.policy_history import PolicyProposal
from console.domain.retention import Retention
from console.runtime.resources import load_catalog, load_changes, load_retention


class Rulebook:
    """Implements ``ui.desk.workbench.Rulebook``. What changes something runs on the store's thread."""

    def __init__(self, workspace: Workspace) -> None:
        """Take the opened profile."""
        self._workspace = workspace

    @property
    def retention(self) -> Retention:
        """Return how long content is kept, by category."""
        return load_retention()

    def next_tree(self) -> str:
        """Return the code of the tree that may take the place of the one in force, "" for none."""
        now = self._workspace.rules.catalog.unit_tree
        return next((change.to_tree for change in load_changes() if change.from_tree == now), "")

    def tree(self, code: str) -> Catalog:
        """Return the data files with another tree of units."""
        return load_catalog(unit_tree=code)

    def unit_changes(self) -> tuple[UnitChange, ...]:
        """Return what the next tree closes, opens and renames; nothing where there is none."""
        code = self.next_tree()
        return unit_changes(*self._trees(code)) if code else ()

    def _trees(self, code: str) -> tuple[Catalog, Catalog, Change]:
        old, new = self._workspace.rules.catalog, self.tree(code)
        return old, new, next(c for c in load_changes() if (c.from_tree, c.to_tree) == (old.unit_tree, code))

    def try_policy(self, desk: Desk, file: Path) -> PolicyView:
        """Return what a new file of clocks or holidays would do. Changes nothing."""
        require(desk.officer, Permission.ADMINISTER)
        return book.policy_view(desk, laws.read_wish(self._workspace, file))

    def try_back(self, desk: Desk, name: str, number: int) -> PolicyView:
        """Return what going back to an earlier version would do. Changes nothing."""
        require(desk.officer, Permission.ADMINISTER)
        return book.policy_view(desk, laws.wish_back(self._workspace, name, number))

    def try_proposal(self, desk: Desk, proposal: PolicyProposal) -> PolicyView:
        """Return what a proposal would do now. Changes nothing."""
        wish = laws.wish_for(self._workspace, proposal.file, proposal.content, proposal.back_to)
        return book.policy_view(desk, wish)

    def put_policy(self, desk: Desk, view: PolicyView, reason: str) -> Changed:
        """Put what was shown in force, or propose it to a second person where it changes the law's limits."""
        return laws.put(self._workspace, desk, view.wish, reason)

    def approve_policy(self, desk: Desk, proposal: PolicyProposal, view: PolicyView) -> None:
        """Agree to a proposal, whose content is what was shown, and put it in force."""
        laws.approve(self._workspace, desk, proposal.proposal_id, view.wish.sha256)

    def policies(self, desk: Desk) -> Standing:
        """Return all versions and proposals."""
        return book.policy_standing(desk)

    def policy_lines(self, desk: Desk, name: str, older: int, newer: int) -> tuple[Line, ...]:
        """Return what is other between two versions of a file."""
        book.policy_standing(desk)
        return laws.compared(self._workspace, name, older, newer)

    def try_tree(self, desk: Desk, code: str) -> TreeChange:
        """Return what another tree of units would do. Changes nothing."""
        require(desk.officer, Permission.ADMINISTER)
        old, new, change = self._trees(code)
        kinds = [one.what for one in unit_changes(old, new, change)]
        moves = organisation.preview(desk.store, old, new, change)
        names = {unit.code: unit.name_vi for unit in new.units.values()}
        with desk.store.read() as connection:
            leaving = organisation.leavers(connection, new)
        return TreeChange(
            kinds.count("closed"),
            kinds.count("opened"),
            kinds.count("renamed"),
            book.counted_moves(moves, names),
            tuple(one.title for one in leaving),
        )

    def put_tree(self, desk: Desk, code: str, reason: str) -> int:
        """Put another tree in force; return how many open cases moved."""
        require(desk.officer, Permission.ADMINISTER)
        done = organise(self._workspace, code, desk.officer.officer_id, reason, apply=True)
        return len(done.moves)

    def keeping(self, desk: Desk) -> Keeping:
        """Return what is over time, proposed and held."""
        return book.keeping(desk, load_retention())

    def propose(self, desk: Desk, reason: str) -> int:
        """Propose to erase what is over time; return how many cases that is."""
        return retain(self._workspace, "propose", desk.officer.officer_id, reason, "").cases

    def approve(self, desk: Desk, run: str) -> int:
        """Sign second under a proposal and carry it out; return how many cases were erased."""
        return retain(self._workspace, "approve", desk.officer.officer_id, "", run).cases
