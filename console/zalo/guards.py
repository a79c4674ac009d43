"""What every connection of this package agrees on: which hosts, which roots, and silence in the logs."""

import contextlib
import functools
import ipaddress
import logging
import ssl

import httpx


def _silence(_record: logging.LogRecord) -> bool:
    return False


def hush() -> None:
    """Keep the HTTP libraries out of the logs: they write whole URLs (user ids) and reply headers."""
    for name in ("httpx", "httpcore.connection", "httpcore.http11", "httpcore.proxy"):
        logger = logging.getLogger(name)
        if _silence not in logger.filters:
            logger.addFilter(_silence)


@functools.cache
def default_ssl_context() -> ssl.SSLContext:
    """Return the context with the bundled roots and TLS 1.2 or newer; made once, since reading the roots takes a while.

    The bundled roots, not the system's: a root that somebody installs on a duty PC must not be able to read the traffic
    (threats.md T14). A province that needs the system store passes its own context.
    """
    context = httpx.create_ssl_context(trust_env=False)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def check_base_url(base_url: str) -> str:
    """Return ``base_url`` without a trailing slash; ValueError unless https, or http to this machine (simulator)."""
    url = httpx.URL(base_url)
    if not url.host or url.userinfo or url.query or url.fragment:
        raise ValueError("base URL must be scheme://host[:port][/path]")
    if url.scheme != "https" and not (url.scheme == "http" and is_loopback(url.host)):
        raise ValueError("base URL must be https (http only to this machine)")
    return base_url.rstrip("/")


def is_loopback(host: str) -> bool:
    """Return whether ``host`` is a loopback address or ``localhost``."""
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host.casefold() == "localhost"
