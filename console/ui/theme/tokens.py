"""The design tokens, read once from ``resources/theme/tokens.json`` and handed out as typed values."""

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from PySide6.QtGui import QColor

from console.runtime.resources import resource_path

ThemeName = Literal["light", "dark"]
SCALES: tuple[float, ...] = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


@dataclass(frozen=True, slots=True)
class TypeRole:
    """One line of the type table: pixel size, line box and weight at scale 1.0."""

    px: int
    line: int
    weight: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """Everything the token file says, before a theme and a scale are chosen."""

    colors: dict[str, dict[str, str]]
    charts: dict[str, dict[str, str]]
    contrast: tuple[tuple[str, str, float], ...]
    families: tuple[str, ...]
    types: dict[str, TypeRole]
    sizes: dict[str, int]
    radii: dict[str, int]
    icons: dict[str, str]
    category_families: dict[str, str]
    category_icons: dict[str, str]
    motion_ms: dict[str, int]


@cache
def load_tokens() -> Tokens:
    """Return the shipped tokens."""
    raw: dict[str, Any] = json.loads(resource_path("theme", "tokens.json").read_text("utf-8"))
    return Tokens(
        colors=raw["color"],
        charts=raw["chartSeries"],
        contrast=tuple((pair["fg"], pair["bg"], float(pair["min"])) for pair in raw["contrast"]),
        families=(raw["font"]["family"], *raw["font"]["fallback"]),
        types={name: TypeRole(**role) for name, role in raw["type"].items()},
        sizes={name: px for name, px in raw["size"].items() if isinstance(px, int)},
        radii=raw["radius"],
        icons=raw["icons"]["map"],
        category_families={code: fam for code, fam in raw["categoryFamily"].items() if code != "$comment"},
        category_icons=raw["categoryIcon"],
        motion_ms={name: ms for name, ms in raw["motion"].items() if isinstance(ms, int)},
    )


@cache
def _qcolor(value: str) -> QColor:
    return QColor(value)


@lru_cache(maxsize=2048)
def _scaled(length: float, scale: float) -> int:
    """Return a length in pixels; a picture asks for some hundred of the same few lengths."""
    return max(1, round(length * scale)) if length > 0 else round(length * scale)


@dataclass(frozen=True, slots=True)
class Theme:
    """One look: a colour set and a scale. Ask it for every colour and every length; write neither in code."""

    name: ThemeName
    scale: float
    tokens: Tokens

    @property
    def dark(self) -> bool:
        """Return whether this is the night look."""
        return self.name == "dark"

    def hex(self, token: str) -> str:
        """Return a colour as ``#RRGGBB``; raises ``KeyError`` for a name the design does not have."""
        return self.tokens.colors[self.name][token]

    def color(self, token: str) -> QColor:
        """Return a colour; the object is shared, copy it before changing it."""
        return _qcolor(self.hex(token))

    def chart(self, family: str) -> QColor:
        """Return the chart colour of a category family (``TG``, ``PA``, ``TT``, ``KS``; others grey)."""
        return _qcolor(self.tokens.charts[self.name].get(family, self.hex("catKH")))

    def px(self, length: float) -> int:
        """Return a length of the design (px at scale 1.0) in the pixels of this scale."""
        return _scaled(length, self.scale)

    def size(self, token: str) -> int:
        """Return a named size, scaled."""
        return self.px(self.tokens.sizes[token])

    def radius(self, token: str) -> int:
        """Return a named corner radius, scaled."""
        return self.px(self.tokens.radii[token])

    def line(self, role: str) -> int:
        """Return the line box of a type role, scaled; it is high enough for ``Ẩ`` and ``Ỵ``."""
        return self.px(self.tokens.types[role].line)

    def family_of(self, category: str) -> str:
        """Return the family (``TG PA TT KS KH``) whose glyph and hue a category code wears."""
        return self.tokens.category_families.get(category, "KH")


def make_theme(name: ThemeName, scale: float = 1.0) -> Theme:
    """Return a theme; raises ``ValueError`` for a scale that the design has not been drawn at."""
    if scale not in SCALES:
        raise ValueError(f"scale {scale} is not one of {SCALES}")
    return Theme(name, scale, load_tokens())
