"""How far this machine's clock is from Zalo's. It decides nothing; it is told to the officer (reliability.md §4.7, I13)."""

from dataclasses import dataclass

from console.domain.clock import MINUTE_MS

LIMIT_MS = 2 * MINUTE_MS
"""Beyond that the officer is told."""


@dataclass(frozen=True, slots=True)
class Skew:
    """Two clocks at one moment, UTC ms: this machine's, and Zalo's from the ``Date`` of an answer (in whole seconds)."""

    here_at: int
    zalo_at: int

    @property
    def ms(self) -> int:
        """Return by how much this machine is ahead; negative when it is behind."""
        return self.here_at - self.zalo_at

    @property
    def wrong(self) -> bool:
        """Return whether that is more than clocks and slow answers explain."""
        return abs(self.ms) > LIMIT_MS


def span_words(ms: int) -> str:
    """Return a difference of clocks in Vietnamese: ``3 phút``, ``1 giờ 5 phút``, ``12 ngày``."""
    minutes = abs(ms) // MINUTE_MS
    if minutes >= 2 * 24 * 60:
        return f"{minutes // (24 * 60)} ngày"
    if minutes >= 60:
        return f"{minutes // 60} giờ {minutes % 60} phút" if minutes % 60 else f"{minutes // 60} giờ"
    return f"{minutes} phút"


def refused_words(skew: Skew) -> str:
    """Return why a reply did not go out that Zalo's own clock would still let through."""
    way = "nhanh" if skew.ms > 0 else "chậm"
    return (
        f"Đồng hồ máy này {way} {span_words(skew.ms)} so với Zalo nên máy tính nhầm là hết cửa sổ trả lời; chưa gửi gì. "
        "Chỉnh đúng giờ máy rồi gửi lại."
    )
