"""From what an officer typed to an expression of FTS5. No operator or quote of FTS5 survives from the input."""

import re

from console.domain.identifiers import identifiers_in
from console.domain.text import fold

MOST_WORDS = 12
_WORD = re.compile(r"\w+")


def words_of(query: str) -> list[str]:
    """Return the folded words of a query, at most twelve."""
    return _WORD.findall(fold(query))[:MOST_WORDS]


def match_query(query: str) -> str:
    """Return the expression that wants everything: each word whole, the last one as a beginning; numbers in any spacing."""
    return _all(_terms(query))


def loose_query(query: str) -> str:
    """Return the expression that forgives one word, and takes each as a beginning; "" where there is nothing to forgive."""
    terms = [_prefix(word) if len(word) > 2 else _whole(word) for word in words_of(query)]
    if len(terms) < 2:
        return ""
    if len(terms) == 2:
        return " OR ".join(term for term in terms)
    rest = [_all([term for other, term in enumerate(terms) if other != left]) for left in range(len(terms))]
    return " OR ".join(f"({part})" for part in rest)


def _terms(query: str) -> list[str]:
    """Return one term a word, or one for the words of a number."""
    folded = fold(query)
    terms: list[str] = []
    done = 0
    for run, spellings in identifiers_in(folded):
        start = folded.index(run, done)
        terms += [_whole(word) for word in _WORD.findall(folded[done:start])]
        typed = _WORD.findall(run)
        as_typed = _all([*map(_whole, typed[:-1]), _prefix(typed[-1])])
        terms.append("(" + " OR ".join((f"({as_typed})", *map(_prefix, spellings))) + ")")
        done = start + len(run)
    rest = _WORD.findall(folded[done:])
    terms += [_whole(word) for word in rest[:-1]] + [_prefix(word) for word in rest[-1:]]
    return terms[:MOST_WORDS]


def _all(terms: list[str]) -> str:
    return " AND ".join(terms)


def _whole(word: str) -> str:
    return f'"{word}"'


def _prefix(word: str) -> str:
    return f'"{word}"*'
