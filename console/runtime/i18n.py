"""Interface texts: the Vietnamese sentence in the code is the key, English is looked up.

English lives in ``resources/i18n/en/<package>.json``, ``{"Vietnamese": "English"}``, one file a package with sorted keys. A
sentence without an entry stays Vietnamese: an officer can act on it, on a blank he cannot.
"""

import json
from functools import cache
from typing import Literal

from console.runtime.resources import resource_path

Language = Literal["vi", "en"]


class _State:
    language: Language = "vi"


@cache
def _english() -> dict[str, str]:
    table: dict[str, str] = {}
    for path in sorted(resource_path("i18n", "en").glob("*.json")):
        table.update(json.loads(path.read_text("utf-8")))
    return table


def set_language(language: Language) -> None:
    """Choose the language of every text asked for from now on."""
    _State.language = language


def language() -> Language:
    """Return the language in force."""
    return _State.language


def tr(vi: str, /, **slots: object) -> str:
    """Return an interface text in the chosen language.

    Args:
        vi: the Vietnamese text, a literal, with ``{name}`` for every slot (``{{`` is a brace).
        slots: what goes into the slots; inserted once, never scanned for slots again.

    Raises:
        KeyError: a slot of the text was not given.

    """
    return look_up(vi, **slots)


def look_up(template: str, /, **slots: object) -> str:
    """Return a text whose Vietnamese was written elsewhere (an action's words) in the chosen language; see ``tr``."""
    text = template if _State.language == "vi" else _english().get(template, template)
    return text.format_map(slots)


def mark(vi: str, /) -> str:
    """Return a literal unchanged; it says that the text is shown later through ``look_up`` and needs its English."""
    return vi
