"""Make the book of citizens received and the register of complaints and denunciations from an open store."""

from sqlalchemy import Connection

from console.actions.desk import Desk
from console.app.report_parts import Made
from console.domain.jsonread import Node
from console.domain.period import Period
from console.reports import facts as read
from console.reports import reception_book
from console.reports.document import Letterhead
from console.reports.reception_book import Form
from console.reports.register import Names
from console.runtime.resources import read_json, resource_path

RECEPTION, PETITIONS = "reception", "petitions"
"""Codes of the two in ``paper-forms.json`` and on the command line."""
_FILE = "paper-forms.json"


def make_reception(
    desk: Desk,
    connection: Connection,
    code: str,
    period: Period,
    unit: str,
    names: Names,
    letterhead: Letterhead,
    now_ms: int,
    mark: str,
) -> Made:
    """Read the cases of a period that are lines of a form and lay them out.

    A case that the officer may not know of has no line and no trace (``reports.facts``).
    """
    form = load_form(code)
    lines = read.read_kinds(connection, desk.rules, desk.sight, period, now_ms, form.categories, unit)
    made = reception_book.Printing(lines, form, names, period, unit, now_ms, mark, code == PETITIONS)
    return Made(reception_book.document(made, letterhead), reception_book.sheet(made), len(lines))


def load_form(code: str) -> Form:
    """Read an official form's citation and categories. Raises ``CatalogError``: the file lacks it, or a part of it."""
    file = Node(_FILE, "", read_json(resource_path("data", _FILE)))
    for one in file.get("forms").items():
        if one.get("code").text() == code:
            kinds = tuple(kind.text() for kind in one.get("categories").items())
            return Form(code, one.get("citation").text(), one.get("confidence").text(), kinds)
    raise file.get("forms").fail(f"thiếu mẫu {code}")
