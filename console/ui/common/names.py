"""Names for codes: what a category, unit, tag or district is called on the screen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from console.runtime.i18n import in_language


class _Named(Protocol):
    @property
    def vi(self) -> str: ...
    @property
    def en(self) -> str: ...


class _Unit(Protocol):
    @property
    def short_vi(self) -> str: ...


class _District(Protocol):
    @property
    def name(self) -> str: ...


class CatalogNames(Protocol):
    """The part of the data catalog that has names."""

    @property
    def categories(self) -> Mapping[str, _Named]: ...
    @property
    def units(self) -> Mapping[str, _Unit]: ...
    @property
    def former_units(self) -> Mapping[str, _Unit]: ...
    @property
    def tags(self) -> Mapping[str, _Named]: ...
    @property
    def districts(self) -> Mapping[str, _District]: ...


@dataclass(frozen=True, slots=True)
class Names:
    """Names by code; a code nobody knows is shown as it is, so that nothing disappears."""

    categories: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    tags: Mapping[str, str] = field(default_factory=dict)
    districts: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_catalog(cls, catalog: CatalogNames) -> "Names":
        """Return the names of a catalog in the language in force; units keep theirs, and cases those of their time (W-05)."""
        return cls(
            categories={
                code: in_language(category.vi, category.en) for code, category in catalog.categories.items()
            },
            units={
                code: unit.short_vi for code, unit in (*catalog.former_units.items(), *catalog.units.items())
            },
            tags={code: in_language(tag.vi, tag.en) for code, tag in catalog.tags.items()},
            districts={code: district.name for code, district in catalog.districts.items()},
        )

    def category(self, code: str) -> str:
        """Return the name of a category."""
        return self.categories.get(code, code)

    def unit(self, code: str) -> str:
        """Return the short name of a unit."""
        return self.units.get(code, code)

    def tag(self, code: str) -> str:
        """Return the name of a tag."""
        return self.tags.get(code, code)

    def district(self, code: str) -> str:
        """Return the name of a district; "" for none."""
        return self.districts.get(code, code)
