"""The public holidays of Vietnam as the ``holidays`` library knows them, as plain data for the domain's calendar.

The lunar ones are reckoned by the library; swapped days it knows of are read out of their names. What the province enters in
`holidays.json` is added, and wins where it says that a day is worked.

The library is asked once, when `public-days.json` is written: it reads the rules of 250 countries, which takes a tenth of a
second and 20 MB at each start. A test holds the file to what the library says.
"""

import re
from datetime import date

from console.domain.jsonread import Node

FIRST_YEAR, LAST_YEAR = 2020, 2040
_SWAPPED = re.compile(r"substituted from (\d{2})/(\d{2})/(\d{4})")


def reckon_public_days(
    first: int = FIRST_YEAR, last: int = LAST_YEAR
) -> tuple[frozenset[date], frozenset[date]]:
    """Ask the library for the days off of these years, and the days worked in exchange."""
    import holidays

    found = holidays.country_holidays("VN", years=range(first, last + 1), language="en_US")
    worked = {
        date(int(match.group(3)), int(match.group(1)), int(match.group(2)))
        for name in found.values()
        for match in _SWAPPED.finditer(name)
    }
    return frozenset(found), frozenset(worked)


def parse_public_days(file: Node) -> tuple[frozenset[date], frozenset[date]]:
    """Read them from `public-days.json`.

    Raises:
        CatalogError: something in it is no date.

    """
    return (
        frozenset(node.day() for node in file.get("off").items()),
        frozenset(node.day() for node in file.get("worked").opt_items()),
    )
