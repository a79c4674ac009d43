"""Which call fails, and how: a random mixture from a specification, and faults queued for the next calls.

A specification is a comma-separated list of ``NAME[PATH]=RATE:PARAMETER@MILLISECONDS``; path, parameter and milliseconds may
be left out::

    rate=0.1:-32,http500=0.05,html=0.02,slow=0.01@5000,lost_answer[/v3.0/oa/message/cs]=0.02

``PATH`` is the beginning of the paths concerned. Queued faults name the same things without a rate.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

WEBHOOK = "webhook"
"""Where the faults of webhooks hit; no path begins like this."""
CHAT_READS = ("/v2.0/oa/listrecentchat", "/v2.0/oa/conversation")


class FaultError(ValueError):
    """A fault specification that cannot be understood; the text names the item."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a fault name means.

    Attributes:
        phase: `instead` answers without any effect, `after` spoils the answer once the effect has happened, `rows` changes
            the rows of a chat read, `aside` changes the simulated OA and lets the call go on, `webhook` concerns events.
        explains: one line for the manual, in Vietnamese as all help.
        parameter: the default, as text.
        delay_ms: the default of `@`.
        integer: the parameter must be a whole number.

    """

    phase: str
    explains: str
    parameter: str = ""
    delay_ms: int = 0
    integer: bool = True


KINDS: dict[str, Kind] = {
    "rate": Kind("instead", "trả mã lỗi, -32 nếu không nêu mã khác", "-32"),
    "http500": Kind("instead", "lỗi HTTP kèm JSON; tham số: mã trạng thái", "500"),
    "status": Kind("instead", "mã HTTP bất kỳ; 429 kèm Retry-After (khi xếp hàng: retry_after giây)", "503"),
    "html": Kind("instead", "một trang HTML; tham số: mã trạng thái", "200"),
    "body": Kind("instead", "HTTP 200 với đúng nội dung này", integer=False),
    "redirect": Kind("instead", "302 tới địa chỉ này", "http://169.254.169.254/", integer=False),
    "hang": Kind("instead", "không trả lời cho đến khi máy trạm bỏ đi"),
    "reset": Kind("instead", "kết nối bị ngắt đột ngột"),
    "endless": Kind("instead", "nội dung không bao giờ hết"),
    "bomb": Kind("instead", "nội dung gzip bung ra bấy nhiêu MiB", "64"),
    "truncated": Kind("after", "HTTP nguyên vẹn, JSON bị cắt; tham số: số byte giữ lại, thiếu thì một nửa"),
    "cut": Kind("after", "kết nối đóng giữa nội dung; tham số: số byte đã gửi, thiếu thì một nửa"),
    "garbled": Kind("after", "byte hỏng trong nội dung"),
    "blank": Kind("after", "nội dung rỗng"),
    "lost_answer": Kind("after", "việc đã làm, kết nối đóng mà không trả lời"),
    "answer": Kind("after", "việc đã làm, nội dung trả về đúng như này", integer=False),
    "drip": Kind("after", "mỗi @ mili giây một byte", delay_ms=200),
    "short": Kind("rows", "ít dòng hơn thực có; tham số: số dòng giữ lại, thiếu thì ngẫu nhiên"),
    "empty": Kind("rows", "không dòng nào dù thực có"),
    "dup": Kind("rows", "dòng lặp lại trong trang; tham số: mấy dòng", "1"),
    "shuffle": Kind("rows", "các dòng đảo thứ tự"),
    "repeat": Kind("rows", "lặp lại các dòng của trang trước"),
    "slow": Kind("aside", "trả lời trễ @ mili giây", delay_ms=1000),
    "expire_token": Kind("aside", "access token vừa hết hạn"),
    "recall": Kind("aside", "có người thu hồi tin mới nhất; tham số: mấy tin", "1"),
    "slide": Kind("aside", "có người nhắn vào giữa hai trang (offset > 0); tham số: mấy tin", "1"),
    "webhook_dup": Kind("webhook", "sự kiện gửi hai lần"),
    "webhook_swap": Kind("webhook", "sự kiện đến sau các sự kiện của giây kế tiếp"),
}
ALIASES = {"insert_between_pages": "slide"}


@dataclass(slots=True)
class Fault:
    """One fault, random (with `rate`) or queued (with `times` and `skip`)."""

    name: str
    parameter: str
    delay_ms: int
    path: str = ""
    rate: float = 0.0
    times: int = 1
    skip: int = 0
    retry_after: int | None = None

    @property
    def kind(self) -> Kind:
        """What the name means."""
        return KINDS[self.name]

    @property
    def number(self) -> int | None:
        """The parameter as a whole number; None when there is none."""
        return int(self.parameter) if self.parameter else None

    def fits(self, path: str, offset: int) -> bool:
        """Return whether this fault can happen to a call."""
        if (self.kind.phase == "webhook") is not (path == WEBHOOK) or not path.startswith(self.path):
            return False
        if self.kind.phase == "rows" or self.name in {"slide", "recall"}:
            return path in CHAT_READS and (self.name not in {"slide", "repeat"} or offset > 0)
        if self.name in {"rate", "expire_token"}:
            return path.startswith(("/v2.0/", "/v3.0/"))
        return True


_ITEM = re.compile(
    r"(?P<name>\w+)(\[(?P<path>/[^\]]*)\])?=(?P<rate>[^:@]*)(:(?P<parameter>[^@]*))?(@(?P<delay>.*))?",
    re.DOTALL,
)


def parse(spec: str) -> list[Fault]:
    """Read a fault specification.

    Raises:
        FaultError: naming the first item that is wrong, and why.

    """
    found = []
    for item in (part.strip() for part in spec.split(",")):
        if not item:
            continue
        match = _ITEM.fullmatch(item)
        if match is None:
            raise FaultError(f"lỗi {item!r}: cần dạng TÊN=TỈ_LỆ, TÊN=TỈ_LỆ:THAM_SỐ hoặc TÊN=TỈ_LỆ@MILI_GIÂY")
        try:
            rate = float(match["rate"])
        except ValueError:
            raise FaultError(f"lỗi {item!r}: tỉ lệ {match['rate']!r} không phải số") from None
        if not 0 <= rate <= 1:
            raise FaultError(f"lỗi {item!r}: tỉ lệ {match['rate']} không nằm giữa 0 và 1")
        fault = _made(item, match["name"], match["parameter"], match["delay"])
        if not fault.kind.integer and fault.name != "redirect":
            raise FaultError(f"lỗi {item!r}: {fault.name} chỉ đặt được cho những lượt gọi kế tiếp")
        fault.rate, fault.path = rate, match["path"] or ""
        found.append(fault)
    return found


def queued(given: dict[str, Any]) -> Fault:
    """Read a fault for the next calls: `path`, `fault`, `times`, `skip`, `retry_after`.

    Raises:
        FaultError: naming what is wrong.

    """
    text, path = given.get("fault"), given.get("path", "")
    if not isinstance(text, str) or not isinstance(path, str):
        raise FaultError(f"lỗi {given!r}: fault và path phải là chuỗi")
    name, _, parameter = text.partition(":")
    delay = None
    if KINDS.get(name.partition("@")[0], KINDS["hang"]).integer:
        text, _, delay = text.partition("@")
        name, _, parameter = text.partition(":")
    fault = _made(text, name, parameter or None, delay or None)
    fault.path = path
    for member, least in (("times", 1), ("skip", 0), ("retry_after", 0)):
        value = given.get(member)
        if value is None:
            continue
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            raise FaultError(
                f"lỗi {text!r}: {member} phải là số nguyên từ {least} trở lên, không phải {value!r}"
            )
        setattr(fault, member, value)
    return fault


def _made(item: str, name: str, parameter: str | None, delay: str | None) -> Fault:
    name = ALIASES.get(name, name)
    kind = KINDS.get(name)
    if kind is None:
        raise FaultError(f"lỗi {item!r}: không có tên {name!r}; có: {', '.join(sorted(KINDS))}")
    parameter = kind.parameter if parameter is None else parameter
    if kind.integer and parameter and not re.fullmatch(r"-?\d{1,9}", parameter):
        raise FaultError(f"lỗi {item!r}: tham số {parameter!r} không phải số nguyên")
    if name in {"status", "http500", "html"} and not 200 <= int(parameter) <= 599:
        raise FaultError(f"lỗi {item!r}: {parameter} không phải mã trạng thái HTTP")
    if delay is not None and not re.fullmatch(r"\d{1,9}", delay):
        raise FaultError(f"lỗi {item!r}: {delay!r} không phải số mili giây")
    return Fault(name, parameter, kind.delay_ms if delay is None else int(delay))


@dataclass(slots=True)
class Plan:
    """What happens to one call: any number of things aside, and at most one fault of the answer."""

    aside: list[Fault] = field(default_factory=list)
    answer: Fault | None = None

    @property
    def all(self) -> list[Fault]:
        """Every fault of it."""
        return [*self.aside, *([self.answer] if self.answer else [])]

    @property
    def names(self) -> list[str]:
        """The names of all its faults, for the request log."""
        return [fault.name for fault in self.all]


@dataclass(slots=True)
class Faults:
    """The random mixture and the queue."""

    mixture: list[Fault] = field(default_factory=list)
    queue: list[Fault] = field(default_factory=list)

    def plan(self, path: str, offset: int, chance: random.Random) -> Plan:
        """Decide about one call: the first queued fault that fits, otherwise the dice."""
        for fault in self.queue:
            if fault.fits(path, offset):
                if fault.skip > 0:
                    fault.skip -= 1
                    continue
                fault.times -= 1
                if fault.times <= 0:
                    self.queue.remove(fault)
                return _plan([fault])
        return _plan(
            [fault for fault in self.mixture if fault.fits(path, offset) and chance.random() < fault.rate]
        )


def _plan(faults: list[Fault]) -> Plan:
    beside = ("aside", "webhook")
    answers = [fault for fault in faults if fault.kind.phase not in beside]
    return Plan([fault for fault in faults if fault.kind.phase in beside], answers[0] if answers else None)


Rows = list[Any]


def spoil_rows(fault: Fault, rows: Rows, chance: random.Random, earlier: Callable[[], Rows]) -> Rows:
    """Return the rows a chat read shows under a `rows` fault; `earlier` gives those of the page before."""
    match fault.name:
        case "empty":
            return []
        case "short":
            kept = fault.number
            return rows[: kept if kept is not None else chance.randint(1, max(len(rows) - 1, 1))]
        case "dup":
            for _ in range(fault.number or 1) if rows else ():
                place = chance.randrange(len(rows))
                rows = rows[: place + 1] + rows[place:]
            return rows
        case "shuffle":
            return chance.sample(rows, len(rows))
        case _:
            return earlier()
