"""The one style sheet, made from ``resources/theme/app.qss`` and the tokens.

The template knows ``@name`` (a colour token), ``@px(n)`` (a length at scale 1.0), ``@size(name)``, ``@radius(name)``,
``@font(role)`` (size and weight of a type role), ``@icon(name, colour, size)`` (an icon file in that colour), ``@half(n)`` (half
of that length in whole pixels, rounded down) and ``@disc(n, border)`` (a circle that wide over all, with its ring). Qt draws
corners square as soon as two radii are longer than the edge, so what is to be round takes its radius from ``half`` or ``disc``.
"""

import atexit
import re
import tempfile
from functools import cache
from pathlib import Path

from console.runtime.resources import resource_path
from console.ui.theme import icons
from console.ui.theme.tokens import Theme

_CALL = re.compile(r"@(px|size|radius|font|icon|half|disc)\(([^)]*)\)")
_NAME = re.compile(r"@([A-Za-z][A-Za-z0-9]*)")


@cache
def _icon_folder() -> tempfile.TemporaryDirectory[str]:
    # Style sheets take images from files only. Nothing but our own icons is written there.
    folder = tempfile.TemporaryDirectory(prefix="ban-truc-icons-")
    atexit.register(folder.cleanup)
    return folder


def _icon_url(theme: Theme, name: str, token: str, size: str) -> str:
    px = theme.px(float(size))
    path = Path(_icon_folder().name) / f"{theme.name}-{px}-{token}-{name}.svg"
    if not path.exists():
        svg = icons.coloured_svg(name, theme.color(token)).decode()
        svg = svg.replace('width="24"', f'width="{px}"', 1).replace('height="24"', f'height="{px}"', 1)
        path.write_text(svg, "utf-8")
    return f'url("{path.as_posix()}")'


def _disc(whole: int, border: int) -> str:
    inner = whole - 2 * border
    return f"border-width: {border}px; width: {inner}px; height: {inner}px; border-radius: {whole // 2}px"


def _expand(theme: Theme, match: re.Match[str]) -> str:
    kind, argument = match.group(1), match.group(2).strip()
    if kind == "px":
        return f"{theme.px(float(argument))}px"
    if kind == "half":
        return f"{theme.px(float(argument)) // 2}px"
    if kind == "disc":
        return _disc(*(theme.px(float(part)) for part in argument.split(",")))
    if kind == "size":
        return f"{theme.size(argument)}px"
    if kind == "radius":
        return f"{theme.radius(argument)}px"
    if kind == "font":
        role, _, weight = argument.partition(",")
        kind_of = theme.tokens.types[role.strip()]
        chosen = weight.strip() or str(kind_of.weight)
        return f"font-size: {theme.px(kind_of.px)}px; font-weight: {chosen}"
    name, token, size = (part.strip() for part in argument.split(","))
    return _icon_url(theme, name, token, size)


def build(theme: Theme) -> str:
    """Return the style sheet of a theme; raises ``KeyError`` when the template names an unknown token."""
    template = resource_path("theme", "app.qss").read_text("utf-8")
    template = re.sub(r"/\*.*?\*/", "", template, flags=re.DOTALL)
    expanded = _CALL.sub(lambda match: _expand(theme, match), template)
    return _NAME.sub(lambda match: theme.hex(match.group(1)), expanded)
