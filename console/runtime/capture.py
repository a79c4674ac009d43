"""Keeps a window out of pictures and recordings of the screen, where the system can (threats T21).

Windows alone can: ``SetWindowDisplayAffinity(WDA_EXCLUDEFROMCAPTURE)``, from Windows 10 2004 on. No machine with Windows was at hand:
the call is as its documentation has it and untried. Elsewhere nothing is done and nothing is claimed. A camera beats all of it.
"""

import ctypes
import os
from collections.abc import Callable

NORMAL, EXCLUDED = 0x00, 0x11
"""``WDA_NONE`` and ``WDA_EXCLUDEFROMCAPTURE``."""
Setter = Callable[[int, int], bool]


def keep_out(window: int, *, out: bool, setter: Setter | None = None) -> bool:
    """Keep a window out of captures, or let it be seen in them again; return whether the system did it.

    Args:
        window: the system's handle of a top-level window.
        out: whether it is kept out.
        setter: what sets the affinity; the system's own, ``None`` where there is none.

    """
    call = setter or _system_setter()
    if call is None:
        return False
    try:
        return bool(call(window, EXCLUDED if out else NORMAL))
    except OSError:
        return False


def _system_setter() -> Setter | None:
    if os.name != "nt":
        return None
    call = getattr(ctypes, "windll").user32.SetWindowDisplayAffinity  # noqa: B009 - there is none but on Windows
    call.argtypes = (ctypes.c_void_p, ctypes.c_uint32)
    call.restype = ctypes.c_int
    return lambda window, affinity: bool(call(window, affinity))
