"""Reading Qt's modules quickly."""

import sys


def skip_feature_scan() -> None:
    """Keep PySide6 from reading the source of every module that is imported after it; about 50 ms of a start.

    It looks there for its name, to find users of ``from __feature__ import snake_case``. Nobody here is one: each module is
    treated as one that asked for no feature, which is what the reading would find. Where PySide6 has no such scan any more,
    nothing happens.
    """
    import PySide6.QtCore  # noqa: F401  # what installs the scan

    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, "_mod_uses_pyside"):
        vars(feature)["_mod_uses_pyside"] = lambda _module: False
