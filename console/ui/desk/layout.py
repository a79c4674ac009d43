"""Where the panes are at which width (visual-design.md §5). Logical width = window px ÷ scale."""

from dataclasses import dataclass

FULL_FROM = 1680
COMPACT_FROM = 1200
LOW_BELOW = 620
RAIL_LOW_BELOW = 700
"""Below this the narrow rail folds units and tags into one entry: its views, pages and menus would not all fit."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the window is arranged at one size; px at scale 1.0."""

    rail_mini: bool
    rows_compact: bool
    queue: int
    inspector: int
    inspector_docked: bool
    low: bool
    rail_low: bool


def arrange(width: float, height: float) -> Arrangement:
    """Return the arrangement for a logical size in px."""
    low, rail_low = height < LOW_BELOW, height < RAIL_LOW_BELOW
    if width >= FULL_FROM:
        return Arrangement(
            rail_mini=False,
            rows_compact=False,
            queue=416,
            inspector=344,
            inspector_docked=True,
            low=low,
            rail_low=rail_low,
        )
    return Arrangement(
        rail_mini=True,
        rows_compact=True,
        queue=320,
        inspector=296,
        inspector_docked=width >= COMPACT_FROM,
        low=low,
        rail_low=rail_low,
    )
