"""Where a conversation ends: by itself, or because Zalo lists no deeper (reliability.md §4.2, third safety net)."""

from dataclasses import dataclass

from console.gateway.chain import End, Passed

_NEVER = 1 << 53


@dataclass(frozen=True, slots=True)
class Depth:
    """How far Zalo lists conversations now, as those that were read together have shown: ``rows`` deep, back to ``at`` (UTC ms).

    What limits one conversation, by number or by age, limits all of them; a longer and an older list than a short one prove
    that it is no limit that made it short.
    """

    rows: int = 0
    at: int = _NEVER

    def with_one(self, passed: Passed) -> "Depth":
        """Return the same with one more conversation that was read."""
        if not passed.keys or passed.end is End.LOST:
            return self
        return Depth(max(self.rows, passed.listed), min(self.at, passed.oldest_at))

    def proves(self, passed: Passed, since: int, *, older: bool) -> bool:
        """Return whether a conversation that ended before anything covered shows all there is of it from ``since`` (UTC ms) on.

        Args:
            passed: what was read of it.
            since: begin of the span that must be whole.
            older: a message from before its oldest row is stored that is not known to be recalled. Either it was, with
                everything before it, or Zalo lists no deeper; its own end does not tell which.

        """
        if passed.end is not End.ENDED or passed.cut:
            return False
        no_limit_of_rows = passed.listed < self.rows
        if older:
            return no_limit_of_rows and self.at < since
        return passed.whole or no_limit_of_rows
