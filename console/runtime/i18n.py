"""Interface texts: the Vietnamese sentence in the code is the key, English is looked up.

English lives in ``resources/i18n/ban-truc_en.ts``, a Qt Linguist file that ``./dev texts`` keeps up to date (ADR-translations.md). A
sentence without a finished entry stays Vietnamese: an officer can act on it, on a blank he cannot.
"""

from functools import cache
from typing import Literal
from xml.etree import ElementTree as ET

from console.domain.sentence import Joined, Sentence
from console.runtime.resources import resource_path

Language = Literal["vi", "en"]


class _State:
    language: Language = "vi"


@cache
def _english() -> dict[str, str]:
    table: dict[str, str] = {}
    shipped = ET.parse(resource_path("i18n", "ban-truc_en.ts"))  # noqa: S314  # a file of our own
    for message in shipped.getroot().iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.text and translation.get("type") is None:
            table[message.findtext("source", "")] = translation.text
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


def said(text: str, /) -> str:
    """Return a text of the domain in the chosen language where it is one of its sentences, else as it is.

    The last thing done to a text before it is shown: whatever is cut, joined or cleaned is a plain text afterwards.
    """
    if _State.language == "vi" or not isinstance(text, Sentence):
        return text
    if text.english:
        return text.english
    if isinstance(text, Joined):
        return text.between.join(said(part) for part in text.parts)
    slots = {name: said(value) if isinstance(value, str) else value for name, value in text.slots.items()}
    return look_up(text.template, **slots)


def in_language(vi: str, en: str) -> str:
    """Return the name of something of the data in the chosen language."""
    return en if _State.language == "en" and en else vi


def mark(vi: str, /) -> str:
    """Return a literal unchanged; it says that the text is shown later through ``look_up`` and needs its English."""
    return vi
