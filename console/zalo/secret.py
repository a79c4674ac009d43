"""A string that does not print itself, and that can be overwritten where it lies."""

import hmac
from typing import NoReturn


class Secret:
    """A token, app secret or verifier. ``str``, ``repr`` and formatting give ``***``; it cannot be pickled.

    It is kept as bytes of its own, which ``wipe`` overwrites. The text it was made of, and what ``reveal`` returns, are
    ordinary strings of Python: let go of, not overwritten (adr-lock.md).
    """

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = bytearray(value.encode("utf-8", "surrogatepass"))

    def reveal(self) -> str:
        """Return the value. Call it where the value goes into a header or a form, nowhere else."""
        return self._value.decode("utf-8", "surrogatepass")

    def wipe(self) -> None:
        """Overwrite the value; it is empty from now on. Nobody may be using it, in no thread."""
        self._value[:] = bytes(len(self._value))
        self._value = bytearray()

    def __repr__(self) -> str:
        return "***"

    def __str__(self) -> str:
        return "***"

    def __format__(self, format_spec: str) -> str:
        return "***"

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        return hmac.compare_digest(self._value, other._value)

    def __hash__(self) -> int:
        return hash((Secret, bytes(self._value)))

    def __reduce__(self) -> NoReturn:
        message = "a Secret is not pickled or copied into other stores"
        raise TypeError(message)
