"""Event bodies to canonical JSON and back.

The JSON is canonical (sorted keys, no spaces, UTF-8 as it is) because the chain hashes it. Reading is total: a kind or
a shape this version does not know becomes ``UnknownBody`` and stays in the log untouched.
"""

import json
import types
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from console.domain import events
from console.domain.events import EventBody, UnknownBody

KINDS: dict[str, type[EventBody]] = {
    body.KIND: body for body in get_args(EventBody) if body is not UnknownBody
}


def body_to_json(body: EventBody) -> str:
    """Return the canonical JSON text of an event body."""
    if isinstance(body, UnknownBody):
        return body.raw
    return _ENCODER.encode(body)


def body_from_json(kind: str, text: str) -> EventBody:
    """Return the body that ``text`` holds; ``UnknownBody`` where this version cannot read it."""
    wanted = KINDS.get(kind)
    if wanted is None:
        return UnknownBody(kind, text)
    try:
        body: EventBody = _reader(cast(Any, wanted))(json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError):
        return UnknownBody(kind, text)
    return body


@cache
def _field_names(kind: Hashable) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cast(Any, kind)))


def _plain(value: object) -> dict[str, object]:
    return {name: getattr(value, name) for name in _field_names(cast(Any, type(value)))}


_ENCODER = json.JSONEncoder(default=_plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


@cache
def _reader(wanted: Any) -> Callable[[Any], Any]:
    """Return a function that turns parsed JSON into ``wanted``; raises ``TypeError`` or ``KeyError`` on another shape."""
    origin = get_origin(wanted)
    if origin in (Union, types.UnionType):
        (inner,) = (arg for arg in get_args(wanted) if arg is not types.NoneType)
        read = _reader(inner)
        return lambda value: None if value is None else read(value)
    if origin is tuple:
        read_item = _reader(get_args(wanted)[0])
        is_list = _exactly(list)
        return lambda value: tuple(read_item(item) for item in is_list(value))
    if isinstance(wanted, type) and is_dataclass(wanted):
        make: Callable[..., Any] = wanted
        hints = get_type_hints(wanted, vars(events))
        readers = {name: _reader(hints[name]) for name in _field_names(wanted)}

        def read_fields(value: dict[str, Any]) -> Any:
            return make(**{name: readers[name](item) for name, item in value.items() if name in readers})

        return read_fields
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        return wanted
    if wanted is float:
        return float
    return _exactly(wanted)


def _exactly(wanted: type) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        if type(value) is not wanted:
            raise TypeError(f"{value!r} is not {wanted.__name__}")
        return value

    return check


def from_plain(wanted: Any, value: Any) -> Any:
    """Return ``value`` (parsed JSON) as an instance of the dataclass ``wanted``; for the cache's own snapshots."""
    return _reader(wanted)(value)


def to_json(value: object) -> str:
    """Return any dataclass of this package as canonical JSON."""
    return _ENCODER.encode(value)
