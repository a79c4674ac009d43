"""Named places where a test may let the program fail.

``fp("outbox.permitted")`` does nothing unless ``BANTRUC_FAILPOINTS`` names it, for example
``outbox.permitted=kill@3;store.commit.before=raise:28@1``: kill the process the third time, raise ``OSError(28)`` the first
time. ``*=kill@57`` counts every failpoint. The build for release removes each call and this file (build_spec.spec).
"""

import os
import signal
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Plan:
    """What to do at which hit of which failpoint."""

    actions: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    journal: int = -1


def _parse(spec: str) -> _Plan | None:
    if not spec:
        return None
    plan = _Plan()
    for item in spec.split(";"):
        name, _, rest = item.partition("=")
        action, _, count = rest.partition("@")
        if not name or not action:
            raise ValueError(f"failpoint item {item!r} is not name=action@count")
        plan.actions.setdefault(name.strip(), []).append((int(count or 1), action))
    return plan


_plan = _parse(os.environ.get("BANTRUC_FAILPOINTS", ""))


def configure(spec: str, journal_fd: int = -1) -> None:
    """Set the plan of this process; ``journal_fd`` receives the name of each failpoint passed, a line each."""
    global _plan  # noqa: PLW0603
    _plan = _parse(spec) or (_Plan() if journal_fd >= 0 else None)
    if _plan is not None:
        _plan.journal = journal_fd


def fp(name: str) -> None:
    """Pass the failpoint ``name``: nothing, a kill, or an ``OSError``, as the plan says."""
    if _plan is None:
        return
    if _plan.journal >= 0:
        os.write(_plan.journal, name.encode() + b"\n")
    for key in (name, "*"):
        if key not in _plan.actions:
            continue
        count = _plan.counts[key] = _plan.counts.get(key, 0) + 1
        for at, action in _plan.actions[key]:
            if at == count:
                _act(action, name)


def _act(action: str, name: str) -> None:
    verb, _, argument = action.partition(":")
    if verb == "kill":
        os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    elif verb == "raise":
        number = int(argument or 5)
        raise OSError(number, os.strerror(number), name)
    else:
        raise ValueError(f"failpoint action {action!r} is neither kill nor raise:ERRNO")
