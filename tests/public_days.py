"""Write `public-days.json` anew: the public holidays of Vietnam as the ``holidays`` library reckons them.

``python -m tests.public_days`` after an update of the library; a test says when the file is not what the library says.
"""

import json

from console.runtime.public_days import FIRST_YEAR, LAST_YEAR, reckon_public_days
from console.runtime.resources import PUBLIC_DAYS, resource_path


def text() -> str:
    """Return the text of the file."""
    off, worked = reckon_public_days()
    return (
        json.dumps(
            {
                "about": f"Public holidays of Vietnam {FIRST_YEAR}-{LAST_YEAR} as the holidays library reckons them. "
                "Not edited by hand: python -m tests.public_days",
                "off": [day.isoformat() for day in sorted(off)],
                "worked": [day.isoformat() for day in sorted(worked)],
            },
            indent=1,
        )
        + "\n"
    )


if __name__ == "__main__":
    resource_path("data", PUBLIC_DAYS).write_text(text(), encoding="utf-8")
