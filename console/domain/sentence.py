"""Vietnamese sentences made in the domain that the window can still say in another language.

A sentence is a plain ``str`` in Vietnamese wherever it goes (papers, the log's history, tests); it also remembers the template and
what fills its slots, which may be sentences again. Only the border of the interface looks (``runtime.i18n.said``). What is stored
holds codes and what people wrote, never these.
"""

from collections.abc import Iterable, Mapping


class Sentence(str):
    """A filled Vietnamese text with where it came from. ``english`` is given where it comes from data, not from the code."""

    __slots__ = ("english", "slots", "template")

    template: str
    slots: Mapping[str, object]
    english: str


def sentence(template: str, /, **slots: object) -> Sentence:
    """Return the text of a literal with its slots filled; what fills them is never scanned for slots."""
    made = Sentence(template.format_map(slots))
    made.template, made.slots, made.english = template, slots, ""
    return made


def named(vi: str, en: str) -> Sentence:
    """Return the name of something of the data, with its English there."""
    made = Sentence(vi)
    made.template, made.slots, made.english = vi, {}, en
    return made


class Joined(Sentence):
    """Sentences in a row; ``parts`` are said one by one."""

    __slots__ = ("between", "parts")

    parts: tuple[str, ...]
    between: str


def joined(between: str, parts: Iterable[str]) -> Joined:
    """Return texts with ``between`` in between, which is the same in every language; empty ones are left out."""
    kept = tuple(part for part in parts if part)
    made = Joined(between.join(kept))
    made.template, made.slots, made.english = str(made), {}, ""
    made.parts, made.between = kept, between
    return made
