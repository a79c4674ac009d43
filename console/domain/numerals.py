"""Numbers as Vietnamese write them: thousands parted by dots, decimals by a comma, a dash for nothing."""

NOTHING = "–"


def number_text(number: int) -> str:
    """Return ``1.284``."""
    return f"{number:,}".replace(",", ".")


def decimal(value: float | None, digits: int = 1) -> str:
    """Return ``4,6``; a dash for nothing."""
    return NOTHING if value is None else f"{value:.{digits}f}".replace(".", ",")


def percent(share: float | None, digits: int = 1) -> str:
    """Return ``94,2 %`` of a share 0..1; a dash for nothing."""
    return NOTHING if share is None else f"{decimal(share * 100, digits)} %"
