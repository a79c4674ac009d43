"""The commands and their options, as the person at a terminal reads them: in Vietnamese, argparse's own words too.

What a command does is ``console.cli``'s; nothing here imports more than the standard library, so that ``--help`` comes at once.
"""

import argparse
import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import NoReturn

Handler = Callable[[argparse.Namespace], int]

_WORDS = {
    "usage: ": "cách dùng: ",
    "positional arguments": "tham số",
    "options": "tùy chọn",
    "show this help message and exit": "in phần trợ giúp này rồi thoát",
    "%(prog)s: error: %(message)s\n": "%(prog)s: lỗi: %(message)s\n",
    "the following arguments are required: %s": "thiếu: %s",
    "unrecognized arguments: %s": "không hiểu: %s",
    "expected one argument": "cần một giá trị",
    "expected at most one argument": "cần nhiều nhất một giá trị",
    "expected at least one argument": "cần ít nhất một giá trị",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "không có %(value)r (chọn trong %(choices)s)",
    "invalid %(type)s value: %(value)r": "%(value)r không dùng được ở đây",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s chưa rõ, có thể là %(matches)s",
    "ignored explicit argument %r": "không nhận giá trị %r",
    "one of the arguments %s is required": "cần một trong: %s",
    "not allowed with argument %s": "không đi cùng %s",
}
"""What argparse says by itself. It asks ``gettext``, which has no Vietnamese of it."""


def _say(text: str) -> str:
    return _WORDS.get(text, text)


# The module asks this name for every word it shows; it has no other way in.
argparse._ = _say  # type: ignore[attr-defined]


class Parser(argparse.ArgumentParser):
    """Speaks Vietnamese; with ``--json`` on the line a wrong usage is told to programs, too."""

    _line: tuple[str, ...] = ()
    """What is being parsed, also by the parsers of single commands."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the line and end with 2."""
        if "--json" in self._line:
            print_error("usage", message)
        super().error(message)

    def parse_line(self, line: list[str]) -> argparse.Namespace:
        """Parse one command line, however the process was started."""
        Parser._line = tuple(line)
        return self.parse_args(line)


def print_error(kind: str, text: str) -> None:
    """Print for a program what went wrong: ``{"error": {"kind": ..., "text": ...}}``."""
    print(json.dumps({"error": {"kind": kind, "text": text}}, ensure_ascii=False), flush=True)


def kind_of(error: BaseException) -> str:
    """Return the name of an error for programs: ``WrongKeyError`` is ``wrong_key``."""
    name = type(error).__name__.removesuffix("Error")
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def make_parser(handlers: Mapping[str, Handler]) -> Parser:
    """Return the parser of every command; ``handlers`` by their name, "" is the window. ``options.handler`` is the chosen one."""
    parser = Parser(
        prog="console", description="Bàn trực: bàn làm việc của cán bộ trực trang Zalo Official Account."
    )
    _common(parser)
    parser.add_argument(
        "--demo", action="store_true", help="bản trình diễn với Zalo giả lập, thư mục dữ liệu riêng"
    )
    parser.add_argument(
        "--headless", action="store_true", help="cùng --demo: không mở cửa sổ, kết thúc bằng một dòng JSON"
    )
    parser.add_argument(
        "--seconds",
        type=_positive,
        default=60,
        help="cùng --headless: chạy bao nhiêu giây (mặc định 60); chưa có trả lời nào tới nơi thì chờ thêm, nhiều nhất 60 giây",
    )
    parser.add_argument(
        "--speed", type=_positive, default=30, help="cùng --demo: công dân nhắn nhanh gấp bao nhiêu lần"
    )
    parser.set_defaults(handler=handlers[""])
    verbs = parser.add_subparsers(title="lệnh", metavar="LỆNH")

    _verb(verbs, handlers, "gateway", "nhận và gửi tin, không mở cửa sổ", opens=True)
    poll = _verb(
        verbs,
        handlers,
        "poll",
        "đọc hộp thư một lượt; mã thoát 0 chỉ khi đã nối với phần đọc trước",
        opens=True,
    )
    poll.add_argument("--once", action="store_true", required=True, help="một lượt rồi dừng")
    classify = _verb(verbs, handlers, "classify", "vào là các dòng JSON, ra là gợi ý phân loại")
    classify.add_argument(
        "file", nargs="?", default="-", help="tệp các dòng JSON; - là đầu vào chuẩn (mặc định)"
    )
    check = _verb(verbs, handlers, "verify", "kiểm tra chuỗi sự kiện và các bảng dựng từ đó", opens=True)
    check.add_argument(
        "--checkpoint", type=Path, help="điểm đối chứng giữ ở nơi khác; sổ phải còn khớp với nó"
    )
    check.add_argument(
        "--public-key", default="", help="khóa công khai đã ký điểm đó (mặc định: của kho này)"
    )
    signed = _verb(verbs, handlers, "checkpoint", "ký đầu sổ và in khóa công khai", opens=True)
    signed.add_argument("--to", type=Path, help="thư mục ghi tệp (mặc định: checkpoints của hồ sơ máy)")
    units = _verb(verbs, handlers, "organise", "đổi sang cây đơn vị khác; cho xem trước những gì chuyển")
    units.add_argument("--to", required=True, help="cây mới: 2025")
    units.add_argument("--apply", action="store_true", help="làm thật; thiếu cờ này thì không đổi gì")
    units.add_argument("--officer", default="", help="quản trị viên thực hiện; xem trước: ai xem số hồ sơ")
    units.add_argument("--reason", default="", help="căn cứ quyết định nào")
    law = _verb(
        verbs,
        handlers,
        "policy",
        "thay thời hạn hoặc ngày nghỉ; cho xem trước hồ sơ đang mở nào bị ảnh hưởng",
    )
    law.add_argument(
        "file", type=Path, nargs="?", help="tệp policies.json hoặc holidays.json; thiếu thì liệt kê các bản"
    )
    law.add_argument(
        "--apply",
        action="store_true",
        help="làm thật; thiếu cờ này thì không đổi gì. Đổi thời hạn luật định chỉ thành đề nghị chờ người thứ hai duyệt",
    )
    law.add_argument("--officer", default="", help="ai thực hiện; xem trước: ai xem số hồ sơ")
    law.add_argument("--reason", default="", help="căn cứ văn bản nào hoặc lý do; được ghi vào sổ")
    step = law.add_mutually_exclusive_group()
    step.add_argument("--back-to", type=int, metavar="BẢN", help="cùng tên tệp: quay lại bản số này")
    step.add_argument("--approve", default="", metavar="MÃ", help="xem, cùng --apply thì duyệt một đề nghị")
    step.add_argument("--decline", default="", metavar="MÃ", help="xem, cùng --apply thì không duyệt")
    step.add_argument(
        "--withdraw", default="", metavar="MÃ", help="xem, cùng --apply thì rút đề nghị của mình"
    )
    keep = _verb(
        verbs, handlers, "retention", "xóa nội dung đã hết thời gian lưu giữ: cần hai người, số liệu còn lại"
    )
    keep.add_argument("step", choices=["preview", "propose", "approve"])
    keep.add_argument("--officer", default="", help="ai đề nghị hoặc duyệt; cùng preview: ai xem số hồ sơ")
    keep.add_argument("--reason", default="Hết thời gian lưu giữ", help="lý do; được ghi vào sổ")
    keep.add_argument("--run", default="", help="cùng approve: mã mà propose đã in")
    _verb(verbs, handlers, "rebuild", "dựng lại mọi bảng từ sổ", opens=True)
    backup = _verb(verbs, handlers, "backup", "sao lưu kho, có kiểm tra", opens=True)
    backup.add_argument("--to", type=Path, help="thư mục ghi bản sao (mặc định: backups của hồ sơ máy)")
    restore = _verb(verbs, handlers, "restore", "khôi phục kho từ bản sao lưu", opens=True)
    restore.add_argument(
        "backup", type=Path, help="bản sao do console backup ghi, hoặc thư mục của chúng: lấy bản mới nhất"
    )
    restore.add_argument(
        "--drill", action="store_true", help="diễn tập bên cạnh kho, kiểm tra, không thay gì"
    )
    restore.add_argument(
        "--force", action="store_true", help="kể cả khi kho hiện có còn tốt; kho đó được giữ sang bên"
    )
    export = _verb(verbs, handlers, "export", "xuất một hồ sơ với tệp đính kèm và mã băm vào một tệp mã hóa")
    export.add_argument("number", help="số hồ sơ, ví dụ CB26-01482")
    export.add_argument("--to", type=Path, required=True, help="tệp mới, hoặc một thư mục đã có")
    export.add_argument("--reason", required=True, help="lý do; được ghi vào sổ")
    export.add_argument("--officer", required=True, help="ai xuất")
    export.add_argument(
        "--packet", action="store_true", help="bộ hồ sơ chuyển Cơ quan điều tra: thêm bản ghi, phiếu, nhật ký"
    )
    unpack = _verb(
        verbs,
        handlers,
        "unpack",
        "kiểm tra hoặc mở một tệp mã hóa do export hoặc report ghi; không cần kho hay khóa của máy này",
    )
    unpack.add_argument("file", type=Path, help="tệp xuất, đuôi .btx")
    how = unpack.add_mutually_exclusive_group()
    how.add_argument(
        "--search",
        metavar="TỪ",
        help="in các dòng của sổ trong tệp có đủ các từ này, gõ không dấu cũng được; không ghi gì",
    )
    how.add_argument("--to", type=Path, help="thư mục mới để mở ra; thiếu thì chỉ kiểm tra và liệt kê")
    report = _verb(verbs, handlers, "report", "ghi sổ tiếp nhận, sổ trực ban, báo cáo kỳ hoặc phiếu")
    report.add_argument(
        "kind",
        choices=[
            "register",
            "period",
            "intake",
            "transfer",
            "handover",
            "duty-book",
            "reception",
            "petitions",
            "national",
            "year",
        ],
    )
    report.add_argument(
        "--format",
        choices=["pdf", "docx", "xlsx", "csv"],
        help="pdf, docx để in; xlsx, csv ra tệp mã hóa .btx, mở bằng console unpack; year thì bỏ trống, luôn là .btx",
    )
    report.add_argument("--to", type=Path, required=True, help="tệp mới, hoặc một thư mục")
    report.add_argument("--reason", required=True, help="lý do; được ghi vào sổ")
    report.add_argument("--officer", required=True, help="ai lấy ra")
    report.add_argument(
        "--period",
        default="day",
        choices=["day", "week", "month", "quarter", "year", "range"],
        help="kỳ chứa --day (mặc định day: ngày); range là từ --day đến --until",
    )
    report.add_argument("--day", type=_day, help="ngày dạng 2026-03-14, giờ Việt Nam; mặc định hôm nay")
    report.add_argument("--until", type=_day, help="ngày cuối của khoảng")
    report.add_argument(
        "--year", type=_year, help="cùng year: bản lưu của năm đã hết nào (mặc định năm vừa qua)"
    )
    report.add_argument("--unit", default="", help="chỉ hồ sơ của đơn vị này và cấp dưới")
    report.add_argument("--number", default="", help="số hồ sơ, khi lập phiếu hoặc lấy các mục của một hồ sơ")
    report.add_argument(
        "--shift", default="", help="sổ trực ban của một ca thay cho kỳ: mã ca, hoặc now là ca đang trực"
    )
    report.add_argument("--remark", action="append", default=[], help="một câu cho phần cuối báo cáo")
    pin = _verb(verbs, handlers, "pin", "đặt PIN cho cán bộ; PIN được hỏi ngay trên màn hình dòng lệnh")
    pin.add_argument("action", choices=["set"])
    pin.add_argument("--officer", required=True, help="PIN của ai")
    pin.add_argument("--by", default="", help="quản trị viên đăng nhập để đặt (mặc định: chính người đó)")
    key = _verb(
        verbs,
        handlers,
        "key",
        "new: tạo tệp khóa cho máy không có kho khóa hệ thống; copy-half, put-half: nửa khóa trong kho khóa hệ thống, để cất két",
    )
    key.add_argument("action", choices=["new", "copy-half", "put-half"])
    key.add_argument("path", type=Path, help="tệp; new và copy-half ghi ra nên tệp phải chưa có")
    key.add_argument("--officer", default="", help="copy-half: quản trị viên lấy ra")
    key.add_argument("--reason", default="", help="copy-half: lý do; được ghi vào sổ")
    key.add_argument("--backups", type=Path, help="put-half trên máy mới: thư mục bản sao lưu")
    connect = _verb(verbs, handlers, "connect", "nối với một trang Official Account", opens=True)
    connect.add_argument("--app-id", required=True)
    connect.add_argument("--redirect-uri", required=True, help="địa chỉ callback đã đăng ký với ứng dụng")
    connect.add_argument("--oauth-url", default="https://oauth.zaloapp.com", help=argparse.SUPPRESS)
    connect.add_argument("--api-url", default="https://openapi.zalo.me", help=argparse.SUPPRESS)
    verbs.add_parser("simulate", help="chạy riêng Zalo giả lập (xem console simulate --help)", add_help=False)
    return parser


def _common(parser: argparse.ArgumentParser, *, nested: bool = False) -> None:
    absent = argparse.SUPPRESS if nested else None
    parser.add_argument(
        "--profile", type=Path, default=absent, help="thư mục hồ sơ máy: kho, cài đặt, nhật ký"
    )
    parser.add_argument(
        "--key-file", type=Path, default=absent, help="tệp khóa của kho, thay cho kho khóa hệ thống"
    )
    parser.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS if nested else False,
        help="in JSON, cả khi lỗi",
    )


def _verb(
    verbs: "argparse._SubParsersAction[Parser]",
    handlers: Mapping[str, Handler],
    name: str,
    text: str,
    *,
    opens: bool = False,
) -> argparse.ArgumentParser:
    """Add a command; ``opens`` one asks nobody's name but where the profile opens by password."""
    parser = verbs.add_parser(name, help=text, description=text)
    _common(parser, nested=True)
    if opens:
        parser.add_argument("--officer", default="", help="ai đăng nhập, nếu hồ sơ máy mở bằng PIN")
    parser.set_defaults(handler=handlers[name])
    return parser


def _positive(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0
    if not 0 < number < 1_000_000:
        raise argparse.ArgumentTypeError(f"{text} không phải số dương")
    return number


def _year(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 2000 <= int(text) <= 9998):
        raise argparse.ArgumentTypeError(f"{text} không phải năm dạng 2026")
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} không phải ngày dạng 2026-03-14") from None
