"""Whether a host of Zalo's can be reached from this machine, and what its clock says."""

import ssl
import time
from collections.abc import Callable

from console.zalo.guards import check_base_url
from console.zalo.network import Resolve, system_resolve
from console.zalo.session import HttpSession, Limits

LIMITS = Limits(total_s=10.0, connect_s=5.0, idle_s=5.0)


def reach(
    base_url: str,
    *,
    limits: Limits = LIMITS,
    ssl_context: ssl.SSLContext | None = None,
    mono: Callable[[], float] = time.monotonic,
    resolve: Resolve = system_resolve,
) -> int | None:
    """Ask a host for its root, with nothing that belongs to anybody; any whole answer says that it is there.

    Returns:
        When the host made the answer by its own clock (UTC ms, whole seconds); ``None`` where it does not say.

    Raises:
        NotSent, OutcomeUnknown, BadBody: it cannot be reached, or what answers there is not it.

    """
    session = HttpSession(limits=limits, ssl_context=ssl_context, mono=mono, resolve=resolve)
    try:
        return session.exchange("GET", f"{check_base_url(base_url)}/", where="/").date_ms
    finally:
        session.close()
