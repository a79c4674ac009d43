"""The reference data of a duty desk: categories, units, clocks, answers.

Everything here is data from `resources/data`, validated by `console.domain.catalog_load`; no code may
depend on a particular unit or category existing, except through `Catalog`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from console.domain.escalation import Escalation
from console.domain.jsonread import CatalogError
from console.domain.review import ReviewPolicy
from console.domain.survey import SurveyRules
from console.domain.text import fold

__all__ = [
    "CannedReply",
    "Catalog",
    "CatalogError",
    "Category",
    "Contact",
    "District",
    "NewsSection",
    "Policy",
    "Priority",
    "Procedure",
    "Survey",
    "SurveyQuestion",
    "Tag",
    "Unit",
    "Variant",
]

DISTRICT_DESK = "TB-DISTRICT"


@dataclass(frozen=True, slots=True)
class Priority:
    """A level of urgency; rank 1 is the most urgent."""

    code: str
    vi: str
    en: str
    rank: int


CRIME_REGISTER = "SO_NGUON_TIN"
"""The register of crime reports, as categories.json names it."""


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of matter; `default_desk` may be TB-DISTRICT, see `Catalog.desk_for`."""

    code: str
    vi: str
    en: str
    description: str
    description_en: str
    default_priority: str
    default_desk: str
    confidentiality: str
    register: str | None
    legal_basis: str | None
    alarm: bool
    conflict_check: bool
    reclassify_after: bool
    rare: bool
    topics: tuple[str, ...]

    @property
    def crime_report(self) -> bool:
        """Return whether it belongs into the register of crime reports (nguồn tin về tội phạm, domain.md §6)."""
        return self.register == CRIME_REGISTER


@dataclass(frozen=True, slots=True)
class Tag:
    """A label beside the category; `group` is a key of `Catalog.tag_groups`."""

    code: str
    vi: str
    en: str
    group: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A node of the organisation tree in one period."""

    code: str
    parent: str | None
    kind: str
    name_vi: str
    name_en: str
    short_vi: str
    geo: str | None
    receives: bool
    restricted: bool
    default_desk: bool
    hours: str | None
    former_district: str | None
    gso: str | None
    confidence: str
    note: str | None
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class District:
    """A district (or the city) of 2022 with its communes, for the place finder."""

    code: str
    name: str
    communes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CannedReply:
    """An approved answer; `slots` are the names in braces in order of appearance."""

    code: str
    title: str
    categories: tuple[str, ...]
    lang: str
    text: str
    priority: str | None
    pinned: bool
    auto_ok: bool
    no_survey: bool
    human_only: bool
    restricted_to: tuple[str, ...]
    slots: tuple[str, ...]

    def fits(self, category: str | None) -> bool:
        """Tell whether the answer is meant for the category ("*": for all)."""
        return "*" in self.categories or category is None or category in self.categories


@dataclass(frozen=True, slots=True)
class Procedure:
    """Short guidance on an administrative procedure, for the officer."""

    code: str
    name_vi: str
    topic: str
    summary: str
    documents: tuple[str, ...]
    where: str
    processing_time: str
    fee: str
    link: str | None
    confidence: str
    note: str | None
    law: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """A phone number or page; placeholders are never shown to a citizen."""

    code: str
    name_vi: str
    phone: str | None
    kind: str
    unit: str | None
    status: str
    url: str | None
    address: str | None
    hours: str | None
    note: str | None
    verified: bool
    valid_from: date | None = None
    valid_to: date | None = None

    @property
    def public_phone(self) -> str | None:
        """The number that may be told to a citizen, None while it is a placeholder."""
        return None if self.status == "placeholder" else self.phone


@dataclass(frozen=True, slots=True)
class Variant:
    """Another limit of a policy in special circumstances, for example remote areas."""

    code: str
    duration: int
    unit: str
    vi: str = ""
    """What the circumstances are called; "" in a file of the unit's own that does not say."""


@dataclass(frozen=True, slots=True)
class ExtensionRule:
    """By how much a limit may be extended, and how often; `unit` is day or month."""

    vi: str
    amount: int
    unit: str
    times: int


@dataclass(frozen=True, slots=True)
class Policy:
    """A clock: how long, from which event, on whose authority.

    `unit` is minute, hour, day or month; both `duration` and `unit` are None for a rule without a limit.
    `starts_at` names an event, or `CODE.due` for a limit counted from the end of another one.
    """

    code: str
    name_vi: str
    applies_to: tuple[str, ...]
    duration: int | None
    unit: str | None
    working_days: bool
    starts_at: str
    citation: str
    confidence: str
    kind: str
    severity: str | None
    owner: str | None
    enabled: bool
    needs_decision: bool
    note: str | None
    variants: Mapping[str, Variant]
    display_target_minutes: int | None
    valid_from: date | None
    valid_to: date | None
    extensions: tuple[ExtensionRule, ...] = ()

    @property
    def statutory(self) -> bool:
        return self.kind == "statutory"

    def valid_on(self, day: date) -> bool:
        """Tell whether the version is in force on the (local) day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


@dataclass(frozen=True, slots=True)
class NewsSection:
    """A section of the OA's news."""

    code: str
    vi: str
    en: str
    order: int


@dataclass(frozen=True, slots=True)
class SurveyQuestion:
    """A question of the satisfaction survey."""

    code: str
    type: str
    vi: str
    en: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """The satisfaction survey: scale value → label, questions, rules."""

    scale: Mapping[int, str]
    questions: tuple[SurveyQuestion, ...]
    rules: tuple[str, ...]


def commune_name(unit_name: str) -> str:
    """Return the folded name of a commune or ward out of its police unit's name, with a space on either side."""
    words = fold(unit_name).removeprefix("cong an ").split()
    return f" {' '.join(words[1:])} " if len(words) > 1 else f" {' '.join(words)} "


@dataclass(frozen=True, slots=True)
class Catalog:
    """All reference data, validated and cross-checked. Mappings are keyed by code, in file order."""

    priorities: Mapping[str, Priority]
    categories: Mapping[str, Category]
    tags: Mapping[str, Tag]
    tag_groups: Mapping[str, str]
    units: Mapping[str, Unit]
    unit_tree: str
    districts: Mapping[str, District]
    canned: Mapping[str, CannedReply]
    canned_variables: Mapping[str, str]
    procedures: Mapping[str, Procedure]
    contacts: Mapping[str, Contact]
    policies: Mapping[str, Policy]
    news: Mapping[str, NewsSection]
    survey: Survey
    survey_rules: SurveyRules
    review: ReviewPolicy
    escalation: Escalation
    former_units: Mapping[str, Unit] = field(default_factory=dict)
    """Units of the other trees that this one does not have: old cases keep their code and their name of then."""
    policy_versions: tuple[Policy, ...] = ()
    """Every version of every clock: a case keeps the one that was valid at its start (domain.md §3)."""

    def category(self, code: str) -> Category:
        return self.categories[code]

    def priority(self, code: str) -> Priority:
        return self.priorities[code]

    def tag(self, code: str) -> Tag:
        return self.tags[code]

    def unit(self, code: str) -> Unit:
        return self.units[code]

    def unit_name(self, code: str) -> str:
        """Return the unit's name; that of then for one that is no more, its code for one nobody knows."""
        unit = self.units.get(code) or self.former_units.get(code)
        return unit.name_vi if unit else code

    def ancestors(self, code: str) -> tuple[Unit, ...]:
        """Return the unit's parents, nearest first."""
        found: list[Unit] = []
        parent = self.units[code].parent
        while parent is not None:
            unit = self.units[parent]
            found.append(unit)
            parent = unit.parent
        return tuple(found)

    def children(self, code: str) -> tuple[Unit, ...]:
        """Return the units directly below."""
        return tuple(unit for unit in self.units.values() if unit.parent == code)

    def is_within(self, code: str, ancestor: str) -> bool:
        """Tell whether the unit is `ancestor` or lies below it; unknown units lie nowhere."""
        if code == ancestor:
            return True
        return code in self.units and any(unit.code == ancestor for unit in self.ancestors(code))

    def successors(self, geo: str) -> tuple[str, ...]:
        """Return the units of this tree that took over a former district, by its geo code."""
        return tuple(unit.code for unit in self.units.values() if unit.former_district == geo)

    def default_desk(self) -> Unit:
        """Return the province's duty desk."""
        return next(unit for unit in self.units.values() if unit.default_desk)

    def district_desk(self, district: str | None) -> str:
        """Return the duty desk of a district; the province's own when unknown or abolished."""
        if district is not None:
            for unit in self.units.values():
                if unit.kind == "desk" and unit.geo == district:
                    return unit.code
        return self.default_desk().code

    def units_of_place(self, district: str, place: str = "") -> tuple[str, ...]:
        """Return the units whose ground it is: those of the district, else of a commune that the words name."""
        found = [u.code for u in self.units.values() if district and u.geo == district and u.receives]
        return tuple(found) or self._communes_of(district, fold(place))

    def _communes_of(self, district: str, place: str) -> tuple[str, ...]:
        """Return the communes that words name, by their administrative era (domain.md §4).

        A new commune may carry an abolished district's name: «xã Hòa An» is the commune, «huyện Hòa An» is all that took
        over from the district, and a bare «Hòa An» may be either, so all of them are returned.
        """
        kept = "".join(char if char.isalnum() else " " for char in place)
        words = f" {' '.join(kept.split())} "
        communes = [u for u in self.units.values() if u.kind == "commune"]
        for unit in communes:
            name = commune_name(unit.name_vi)
            if f" xa{name}" in words or f" phuong{name}" in words:
                return (unit.code,)
        found = [u.code for u in communes if commune_name(u.name_vi) in words]
        for code, one in self.districts.items():
            name = f" {fold(one.name).removeprefix('huyen ').removeprefix('thanh pho ')} "
            if name in words:
                if f" huyen{name}" in words:
                    found = []
                found = [*found, *(c for c in self.successors(code) if c not in found)]
        if not found and district:
            found = list(self.successors(district))
        return tuple(found)

    def contact_of(self, unit: str) -> Contact | None:
        """Return the directory's entry of a unit, its own desk's where it has none itself."""
        codes = [unit, *(u.code for u in self.units.values() if u.parent == unit and u.kind == "desk")]
        for code in codes:
            for contact in self.contacts.values():
                if contact.unit == code:
                    return contact
        return None

    def desk_for(self, category: str, district: str | None = None) -> str:
        """Return the desk that takes a matter of the category in the district first.

        A desk that the current tree does not have (113 and 114 move between departments) falls back to
        the province's duty desk, which is never missing.
        """
        desk = self.categories[category].default_desk
        if desk == DISTRICT_DESK:
            return self.district_desk(district)
        return desk if desk in self.units else self.default_desk().code

    def replies_for(self, category: str | None) -> tuple[CannedReply, ...]:
        """Return the canned replies for a category, pinned ones first."""
        fitting = [reply for reply in self.canned.values() if reply.fits(category)]
        return tuple(sorted(fitting, key=lambda reply: not reply.pinned))
