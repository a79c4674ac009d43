"""The log of one profile: what the program did, never what anybody wrote.

Every line is JSON with allow-listed fields whose values are numbers or short words of our own. Texts from outside (a
citizen's, a file's name, an exception's message, local variables) have no way in; as a second net every line is searched
for registered secrets before it is written (threats T20).
"""

import json
import logging
import re
import traceback
from collections.abc import Callable, Mapping
from logging.handlers import RotatingFileHandler
from pathlib import Path

MAX_BYTES = 1_000_000
KEEP_FILES = 5
HIDDEN = "•••"
# What a line may say besides ``at``, ``level`` and ``event``.
FIELDS = frozenset(
    {
        *(
            "attempt",
            "bytes",
            "cases",
            "code",
            "count",
            "duty",
            "error",
            "file",
            "frames",
            "from_version",
            "function",
        ),
        *(
            "http_status",
            "kind",
            "line",
            "logger",
            "messages",
            "ms",
            "ok",
            "page",
            "pages",
            "pid",
            "seq",
            "state",
        ),
        *("template", "thread", "to_version", "version", "wait_s"),
    }
)
# Numbers go in as numbers: a run of digits in a word may be somebody's phone or Zalo id.
_WORD = re.compile(r"(?!.*\d{7})[A-Za-z0-9_.:/<>+-]{0,120}\Z", re.ASCII)
_EVENT = re.compile(r"[a-z][a-z0-9_.]{1,60}\Z")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|«[^»]*»|\[[^\]]*\]|\([^)]*\)")
_NOT_PLAIN = re.compile(r"\S*[^\x20-\x7e]\S*|\S*[/@\\=]\S*|\S*\d{4,}\S*")
_SHORTEST_SECRET = 6

Value = str | int | float | bool


class Log:
    """Writes lines; safe from any thread. A full disk or a lost folder never disturbs the caller."""

    def __init__(self, handler: logging.Handler, now_ms: Callable[[], int]) -> None:
        """Write through ``handler``; ``open_log`` makes one with a file."""
        self._handler = handler
        self._now_ms = now_ms
        self._secrets: set[str] = set()

    def add_secret(self, *values: str) -> None:
        """Never write any of these values (a token, a key in hex), whatever field they would come in."""
        self._secrets.update(value for value in values if len(value) >= _SHORTEST_SECRET)

    def event(self, event: str, level: str = "info", **fields: Value) -> None:
        """Write one line.

        Args:
            event: a constant of the program, such as ``walk.linked``.
            level: ``info``, ``warning`` or ``error``.
            fields: names from ``FIELDS``. Text that is not one short plain word is left out and counted in ``hidden``.

        Raises:
            ValueError: the event's or a field's name is not allowed; a mistake of the program.

        """
        unknown = fields.keys() - FIELDS
        if unknown or not _EVENT.match(event):
            raise ValueError(f"not allowed in the log: {event if not unknown else sorted(unknown)}")
        self._write(event, level, _short_words(fields))

    def failure(self, event: str, error: BaseException, **fields: Value) -> None:
        """Write one line about an exception: its type and the places of our code it passed; no message, no locals."""
        self._write(
            event, "error", _short_words(fields) | {"error": kind_of(error), "frames": frames_of(error)}
        )

    def foreign(self, event: str, logger: str, level: str, template: str) -> None:
        """Write what a library said, reduced to the plain words of its message template."""
        self._write(event, level, {"logger": logger, "template": plain_words(template)})

    def close(self) -> None:
        """Close the file."""
        self._handler.close()

    def _write(self, event: str, level: str, fields: Mapping[str, object]) -> None:
        line = json.dumps(
            {"at": self._now_ms(), "level": level, "event": event, **fields}, ensure_ascii=False
        )
        for secret in tuple(self._secrets):
            line = line.replace(secret, HIDDEN)
        self._handler.handle(
            logging.makeLogRecord({"msg": "%s", "args": (line,), "levelname": level.upper()})
        )


def _short_words(fields: Mapping[str, Value]) -> dict[str, object]:
    plain = {
        name: value for name, value in fields.items() if not isinstance(value, str) or _WORD.match(value)
    }
    hidden = len(fields) - len(plain)
    return {**plain, "hidden": hidden} if hidden else dict(plain)


class _QuietFile(RotatingFileHandler):
    """A rotating file whose own troubles stay its own: the log is the least of what a full disk stops."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Drop the line."""


class LibraryHandler(logging.Handler):
    """Takes what libraries log, without arguments and exception texts, which may hold anything."""

    def __init__(self, log: Log) -> None:
        """Hand over to ``log``."""
        super().__init__(logging.WARNING)
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        """Write the template of one record."""
        template = record.msg if isinstance(record.msg, str) else type(record.msg).__name__
        self._log.foreign("library", record.name, record.levelname.lower(), template)


def open_log(folder: Path, now_ms: Callable[[], int]) -> Log:
    """Open the rotating log in ``folder``, five files of 1 MB; without a place to write, a log that drops its lines."""
    try:
        handler: logging.Handler = _QuietFile(
            folder / "ban-truc.log", maxBytes=MAX_BYTES, backupCount=KEEP_FILES - 1, encoding="utf-8"
        )
    except OSError:
        handler = logging.NullHandler()
    return Log(handler, now_ms)


def kind_of(error: BaseException) -> str:
    """Return the exception's class, with the stable kind of our own errors."""
    kind = getattr(type(error), "KIND", "")
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    return f"{name}:{kind}" if isinstance(kind, str) and kind else name


def frames_of(error: BaseException, most: int = 12) -> list[str]:
    """Return the places an exception passed, innermost last, as ``file:line:function``."""
    frames = traceback.extract_tb(error.__traceback__)[-most:]
    return [f"{Path(frame.filename).name}:{frame.lineno}:{frame.name}" for frame in frames]


def plain_words(text: str) -> str:
    """Return a library's message without anything quoted, any non-ASCII word, path, address or long number."""
    bare = _NOT_PLAIN.sub("…", _QUOTED.sub("…", text))
    return " ".join(bare.split())[:200]
