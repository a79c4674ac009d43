"""Find and read the files shipped beside the code: `resources/` in the source tree or in a build."""

import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache, wraps
from inspect import signature
from pathlib import Path
from typing import ParamSpec, TypeVar

from console.domain.approval import ReplyPolicy, parse_reply_policy
from console.domain.calendar import WorkCalendar, parse_calendar, with_public
from console.domain.catalog import Catalog, CatalogError
from console.domain.catalog_load import CATALOG_FILES, UNIT_FILES, parse_catalog
from console.domain.confidentiality import Confidentiality, parse_confidentiality
from console.domain.gazetteer import Gazetteer
from console.domain.jsonread import Node
from console.domain.organisation import Change, parse_changes
from console.domain.retention import Retention, parse_retention
from console.domain.roles import RoleMatrix, parse_roles
from console.domain.survey import SurveyReader
from console.domain.text import fold
from console.domain.thanks import ThanksRule
from console.domain.triage import Suggestion, Triage
from console.domain.triage_rules import TriageRules
from console.domain.window import ZaloRules, parse_zalo_rules
from console.runtime.public_days import parse_public_days

P = ParamSpec("P")
T = TypeVar("T")


def _once(load: Callable[P, T]) -> Callable[P, T]:
    """Keep what was loaded by what was asked for, whether that was said by place, by name or left to the default."""
    kept, wanted = cache(load), signature(load)

    @wraps(load)
    def loaded(*args: P.args, **named: P.kwargs) -> T:
        asked = wanted.bind(*args, **named)
        asked.apply_defaults()
        return kept(*asked.args, **asked.kwargs)

    return loaded


def resource_path(*parts: str) -> Path:
    """Return the path of a shipped file, from source and from a PyInstaller build."""
    return _resources(getattr(sys, "_MEIPASS", None)).joinpath(*parts)


@cache
def _resources(bundle: str | None) -> Path:
    base = Path(bundle) if bundle else Path(__file__).resolve().parents[2]
    return base / "resources"


def read_json(path: Path) -> object:
    """Read one JSON data file.

    Raises:
        CatalogError: the file is missing, not UTF-8, or not JSON; the text names file and line.

    """
    return parse_json(path.name, read_text(path))


def read_text(path: Path) -> str:
    """Read one data file as it is.

    Raises:
        CatalogError: the file is missing or not UTF-8; the text names it.

    """
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise CatalogError(f"{path.name}: không đọc được: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise CatalogError(f"{path.name}: không phải UTF-8 (byte thứ {error.start})") from error


def parse_json(name: str, text: str) -> object:
    """Return what a data file's text holds.

    Raises:
        CatalogError: it is not JSON; the text names file and line.

    """
    try:
        return json.loads(text, object_pairs_hook=_no_duplicates)
    except json.JSONDecodeError as error:
        raise CatalogError(f"{name}: dòng {error.lineno}, cột {error.colno}: {error.msg}") from error
    except RecursionError as error:
        raise CatalogError(f"{name}: lồng nhau quá sâu") from error
    except ValueError as error:
        raise CatalogError(f"{name}: {error}") from error


def _no_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"khóa {key!r} bị lặp trong cùng một đối tượng")
        found[key] = value
    return found


def _data(root: Path | None, name: str) -> object:
    return read_json((root or resource_path("data")) / name)


@_once
def load_catalog(root: Path | None = None, unit_tree: str = "2022") -> Catalog:
    """Load and validate the reference data.

    Args:
        root: a folder with the data files; the shipped one when None.
        unit_tree: "2022" (districts) or "2025" (province and communes).

    Raises:
        CatalogError: naming the file and the place inside it.

    """
    names = (*CATALOG_FILES, *UNIT_FILES.values())
    return parse_catalog({name: _data(root, name) for name in names}, unit_tree)


@_once
def load_triage(root: Path | None = None, unit_tree: str = "2022") -> Triage:
    """Load the triage rules, compiled against the catalog of the same folder.

    Raises:
        CatalogError: naming the file and the place inside it.

    """
    catalog = load_catalog(root, unit_tree)
    geo = Node("geo-2022.json", "", _data(root, "geo-2022.json"))
    extra = Node("gazetteer.json", "", _data(root, "gazetteer.json"))
    rules = TriageRules(Node("triage-rules.json", "", _data(root, "triage-rules.json")), catalog)
    return Triage(
        catalog,
        rules,
        Gazetteer(catalog.districts, geo, extra),
        _shorthand(root),
        Node("triage-weights.json", "", _data(root, "triage-weights.json")),
    )


PUBLIC_DAYS = "public-days.json"


@cache
def load_public_days() -> tuple[frozenset[date], frozenset[date]]:
    """Load the public holidays of the country: the days off, and the days worked in exchange.

    Raises:
        CatalogError: naming the file and the place inside it.

    """
    return parse_public_days(Node(PUBLIC_DAYS, "", _data(None, PUBLIC_DAYS)))


@_once
def load_calendar(root: Path | None = None) -> WorkCalendar:
    """Load the holidays.

    Raises:
        CatalogError: naming the file and the place inside it.

    """
    entered = parse_calendar(Node("holidays.json", "", _data(root, "holidays.json")))
    return with_public(entered, *load_public_days())


POLICY_FILE, HOLIDAY_FILE = OVERLAID = ("policies.json", "holidays.json")
"""Data files that a province may replace in its own profile (features G-02, G-03)."""


def shipped_text(name: str) -> str:
    """Return the text of a data file as it came with the program."""
    return read_text(resource_path("data", name))


def overlaid_catalog(laws: Mapping[str, str], unit_tree: str = "2022") -> Catalog:
    """Load the reference data with a profile's own texts in the place of shipped files.

    Args:
        laws: the text by the file's name, of those in ``OVERLAID`` that the profile has its own of.
        unit_tree: as in ``load_catalog``.

    Raises:
        CatalogError: naming the file and the place inside it.

    """
    names = (*CATALOG_FILES, *UNIT_FILES.values())
    return parse_catalog({name: _own(laws, name) for name in names}, unit_tree)


def overlaid_calendar(laws: Mapping[str, str]) -> WorkCalendar:
    """Load the calendar with a profile's own holidays, if it has any.

    Raises:
        CatalogError: naming the file and the place inside it.

    """
    entered = parse_calendar(Node(HOLIDAY_FILE, "", _own(laws, HOLIDAY_FILE)))
    return with_public(entered, *load_public_days())


def _own(laws: Mapping[str, str], name: str) -> object:
    return parse_json(name, laws[name]) if name in laws else _data(None, name)


@_once
def load_zalo_rules(root: Path | None = None) -> ZaloRules:
    """Load the dated rules of Zalo's reply window.

    Raises:
        CatalogError: naming the file and the place inside it.

    """
    return parse_zalo_rules(Node("zalo-rules.json", "", _data(root, "zalo-rules.json")))


@_once
def load_reply_policy(root: Path | None = None, unit_tree: str = "2022") -> ReplyPolicy:
    """Load which replies need a second officer.

    Raises:
        CatalogError: naming the file and the place inside it.

    """
    catalog = load_catalog(root, unit_tree)
    return parse_reply_policy(Node("approval.json", "", _data(root, "approval.json")), catalog)


@_once
def load_retention(root: Path | None = None) -> Retention:
    """Load how long content is kept.

    Raises:
        CatalogError: naming the file and the place inside it.

    """
    node = Node("retention.json", "", _data(root, "retention.json"))
    return parse_retention(node, load_catalog(root).categories)


@_once
def load_roles(root: Path | None = None) -> RoleMatrix:
    """Load what each role may do, as it is shipped.

    Raises:
        CatalogError: naming the file and the place inside it.

    """
    return parse_roles(Node("roles.json", "", _data(root, "roles.json")))


@_once
def load_confidentiality(root: Path | None = None, unit_tree: str = "2022") -> Confidentiality:
    """Load how informants are kept from being known.

    Raises:
        CatalogError: naming the file and the place inside it.

    """
    catalog = load_catalog(root, unit_tree)
    return parse_confidentiality(
        Node("confidentiality.json", "", _data(root, "confidentiality.json")), catalog
    )


@_once
def load_thanks(root: Path | None = None) -> ThanksRule:
    """Load the rule that tells mere thanks from content.

    Raises:
        CatalogError: naming the file and the place inside it.

    """
    return ThanksRule(Node("thanks.json", "", _data(root, "thanks.json")), _shorthand(root))


@_once
def load_survey_reader(root: Path | None = None) -> SurveyReader:
    """Load what reads the answers to the satisfaction survey.

    Raises:
        CatalogError: naming the file and the place inside it.

    """
    return SurveyReader(Node("survey-rules.json", "", _data(root, "survey-rules.json")), _shorthand(root))


def _shorthand(root: Path | None) -> dict[str, tuple[str, ...]]:
    words = Node("teencode.json", "", _data(root, "teencode.json")).get("words")
    return {fold(word): tuple(words.get(word).text().split()) for word in words.names()}


@cache
def load_place_words() -> dict[str, str]:
    """Return by district the words people use for places in it, for finding a district by typing one («cho xanh»)."""
    data = read_json(resource_path("data", "gazetteer.json"))
    aliases: dict[str, list[str]] = data["aliases"] if isinstance(data, dict) else {}
    return {
        code: " ".join(re.sub(r"[()|#?]", " ", pattern) for pattern in patterns)
        for code, patterns in aliases.items()
    }


NO_SUGGESTION = Suggestion(None, None, None, None, (), (), (), 0.0)


class TriageOnDemand:
    """The triage rules, read when the first suggestion is asked for: the window opens a quarter of a second earlier."""

    def __init__(self, unit_tree: str) -> None:
        """Take which organisation tree the rules name desks of."""
        self._unit_tree = unit_tree

    def suggest(self, texts: Sequence[str], *, kinds: Sequence[str] = ()) -> Suggestion:
        """Return what is proposed; nothing where a rules file is broken, for a message must come in all the same."""
        try:
            triage = load_triage(unit_tree=self._unit_tree)
        except CatalogError:
            return NO_SUGGESTION
        return triage.suggest(texts, kinds=kinds)


@_once
def load_changes(root: Path | None = None) -> tuple[Change, ...]:
    """Load which tree of units took the place of which.

    Raises:
        CatalogError: naming the file and the place inside it.

    """
    return parse_changes(Node("organisation.json", "", _data(root, "organisation.json")))
