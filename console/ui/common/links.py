"""Which of a stranger's links may leave the console, after a question (threats T06)."""

import ipaddress
import unicodedata
from urllib.parse import urlsplit

_MOST = 2_000


def may_open(url: str) -> bool:
    """Return whether a link is HTTPS to a named host on its usual port, without a login, hidden or reordering characters.

    Everything else is text: ``file:``, ``smb:``, ``search-ms:``, ``javascript:``, addresses by number, UNC paths.
    """
    if not url or len(url) > _MOST or "\\" in url:
        return False
    if any(unicodedata.category(char)[0] in "CZ" for char in url):
        return False
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme.lower() != "https" or "@" in parts.netloc or port not in (None, 443):
        return False
    return "." in host and not _is_number(host)


def _is_number(host: str) -> bool:
    """Return whether a host is an address in any spelling a browser takes: ``10.0.0.1``, ``[::1]``, ``0x7f.1``."""
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        last = host.rpartition(".")[2]
        return last.isdigit() or last.lower().startswith("0x")
    return True
