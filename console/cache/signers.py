"""Who may sign in, readable before the store is open: ids, ranks, names and units of officers beside ``pins.json``.

Nothing secret and nothing of a citizen; it may be behind the store, which has the last word on who works here.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from console.cache.errors import MissingKeyError
from console.cache.pin_file import pins_of, read_pins
from console.cache.place import write_whole


@dataclass(frozen=True, slots=True)
class Signer:
    """One officer as the sign-in shows him; ``rank`` and ``unit`` (a code of the tree) may be ""."""

    officer_id: str
    rank: str
    name: str
    unit: str = ""


def signers_of(database: Path) -> Path:
    """Return where the names of a store's officers lie."""
    return database.with_name("signers.json")


def read_signers(database: Path) -> tuple[Signer, ...]:
    """Return who has a password, by the name that was kept, else by his id alone.

    Raises:
        MissingKeyError: ``pins.json`` is there and cannot be read.

    """
    found = read_pins(pins_of(database))
    named = {one.officer_id: one for one in _kept(signers_of(database))}
    wraps = found.wraps if found else ()
    return tuple(named.get(wrap.officer) or Signer(wrap.officer, "", wrap.officer) for wrap in wraps)


def keep_signers(database: Path, signers: Iterable[Signer]) -> None:
    """Keep the names; nothing is written where they are kept already. Raises ``StoreError``."""
    wanted = tuple(signers)
    if wanted == _kept(signers_of(database)):
        return
    rows = [asdict(one) for one in wanted]
    write_whole(signers_of(database), json.dumps(rows, indent=1, ensure_ascii=False).encode(), "signers")


def has_pins(database: Path) -> bool:
    """Return whether a store opens by sign-in only; a file that cannot be read counts as one."""
    try:
        found = read_pins(pins_of(database))
    except MissingKeyError:
        return True
    return found is not None and bool(found.wraps)


def _kept(path: Path) -> tuple[Signer, ...]:
    """Return the kept names; none where the file is missing or spoilt, for an id is enough to sign in."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return tuple(
            Signer(str(r["officer_id"]), str(r["rank"]), str(r["name"]), str(r["unit"])) for r in rows
        )
    except (OSError, ValueError, TypeError, KeyError):
        return ()
