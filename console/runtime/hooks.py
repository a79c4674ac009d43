"""What happens to errors nobody caught, and what never may: core dumps and message texts in a log (threats T20)."""

import contextlib
import ctypes
import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from console.runtime.logs import LibraryHandler, Log

_PR_SET_DUMPABLE = 4  # prctl(2)
_SEM_FAILCRITICALERRORS = 0x0001  # SetErrorMode, errhandlingapi.h
_SEM_NOGPFAULTERRORBOX = 0x0002

_QT_LEVELS = {
    QtMsgType.QtDebugMsg: "debug",
    QtMsgType.QtInfoMsg: "info",
    QtMsgType.QtWarningMsg: "warning",
    QtMsgType.QtCriticalMsg: "error",
    QtMsgType.QtFatalMsg: "error",
}


def install_hooks(
    log: Log, folder: Path, tell: Callable[[BaseException], None] | None = None
) -> Callable[[], None]:
    """Send every uncaught error to the scrubbed log and forbid core dumps. Returns a function that undoes the hooks.

    Args:
        log: where to.
        folder: gets ``crash.txt``, the stacks of a crash in C code; read and emptied by ``last_crash``.
        tell: also told of each uncaught error, on the thread it happened on; it says so to the officer.

    """
    forbid_core_dumps()
    crash_file = _enable_faulthandler(folder)
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    def caught(where: str, error: BaseException | None) -> None:
        if error is None or isinstance(error, SystemExit):
            return
        log.failure(where, error)
        if tell is not None:
            tell(error)

    def main_hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        del trace
        if issubclass(kind, KeyboardInterrupt):
            before[0](kind, error, None)
            return
        caught("uncaught.main", error)

    sys.excepthook = main_hook
    threading.excepthook = lambda args: caught("uncaught.thread", args.exc_value)
    # An error in a destructor: worth a line, not worth a word to the officer.
    sys.unraisablehook = lambda args: (
        log.failure("uncaught.unraisable", args.exc_value) if args.exc_value else None
    )

    def qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        log.foreign("qt", context.category or "default", _QT_LEVELS.get(kind, "warning"), text)

    qInstallMessageHandler(qt_message)
    library = LibraryHandler(log)
    logging.getLogger().addHandler(library)

    def undo() -> None:
        logging.getLogger().removeHandler(library)
        qInstallMessageHandler(None)
        sys.excepthook, threading.excepthook, sys.unraisablehook = before
        if crash_file is not None:
            faulthandler.disable()
            crash_file.close()

    return undo


def last_crash(folder: Path) -> str:
    """Return the stacks that a crash of the last run left (files, lines, functions; no data) and forget them."""
    path = folder / "crash.txt"
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
        path.unlink()
    except OSError:
        return ""
    return text


def forbid_core_dumps() -> None:
    """Keep the memory of this process, and the texts in it, out of files: no core dump, no crash report dialog."""
    if sys.platform == "win32":
        windll = getattr(ctypes, "windll")  # noqa: B009 - only there on Windows
        windll.kernel32.SetErrorMode(_SEM_FAILCRITICALERRORS | _SEM_NOGPFAULTERRORBOX)
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # Also keeps other processes of the same user from attaching to this one.
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def _enable_faulthandler(folder: Path) -> IO[bytes] | None:
    try:
        file = (folder / "crash.txt").open("ab")
    except OSError:
        return None
    faulthandler.enable(file)
    return file
