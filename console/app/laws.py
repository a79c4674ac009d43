"""Which clocks and holidays a profile works by: what its log says is in force, else what came with the program.

A file that somebody laid into the profile by hand counts for nothing: a rule of the law changes by two people and an event
(domain.md §7), never by an editor. Profiles from before the log held the text keep it in ``data/``, under the log's hash.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Connection

from console.cache.policy_reads import policy_history
from console.runtime.resources import OVERLAID, shipped_text


def laws_of(connection: Connection, folder: Path) -> tuple[dict[str, str], list[str]]:
    """Return the texts in force by the log, by file name, and what whoever opens the profile must be told.

    Args:
        connection: the profile's store.
        folder: where profiles from before kept the files.

    """
    history = policy_history(connection)
    laws: dict[str, str] = {}
    notices: list[str] = []
    for name in OVERLAID:
        version, lying = history.in_force(name), _lying(folder / name)
        if version is None:
            if lying is not None and history.newest(name) is None:
                notices.append(
                    f"Tệp {name} trong hồ sơ chương trình không do ai thay qua màn hình Quy định nên không có hiệu lực: đang dùng "
                    "bản đi kèm chương trình. Hồ sơ và tin còn nguyên. Muốn dùng tệp ấy thì nhập ở màn hình Quy định."
                )
        elif version.content:
            laws[name] = version.content
        elif lying is not None and digest(lying) == version.sha256:
            laws[name] = lying
        else:
            notices.append(
                f"Tệp {name} trên máy không còn đúng bản đã ghi trong nhật ký: đang dùng bản đi kèm chương trình. Hồ sơ và tin còn "
                "nguyên. Nhập lại tệp đúng ở màn hình Quy định."
            )
    return laws, notices


def text_in_force(laws: Mapping[str, str], name: str) -> str:
    """Return the text of a file that is in force, the program's own where the profile has none."""
    return laws[name] if name in laws else shipped_text(name)


def digest(text: str) -> str:
    """Return the hex SHA-256 of a text as it lies in a file."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def fingerprint(laws: Mapping[str, str]) -> str:
    """Return what tells these texts from any others, "" for none of a profile's own."""
    return " ".join(f"{name}:{digest(text)}" for name, text in sorted(laws.items()))


def _lying(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
