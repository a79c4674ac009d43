"""Names the inspector needs and the data files do not give by code."""

from console.runtime.i18n import tr


def priority_name(code: str) -> str:
    """Return the name of a priority code; one nobody knows is shown as it is."""
    match code:
        case "P1":
            return tr("Khẩn cấp")
        case "P2":
            return tr("Cao")
        case "P3":
            return tr("Thường")
        case "P4":
            return tr("Thấp")
        case _:
            return code
