"""`console simulate`: the API as a process of its own.

When it listens it prints one JSON line::

    {"event": "ready", "base_url": ..., "control_url": ..., "app_id": ..., "secret_key": ..., "oa_id": ...,
     "access_token": ..., "refresh_token": ...}

These are secrets of the simulator; they open nothing else.
"""

import argparse
import asyncio
import json
import os
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from console.simulator.config import APP_ID, LOOPBACK, OA_ID, SECRET_KEY, Config
from console.simulator.corpus import CorpusError, demo_inbox
from console.simulator.faults import KINDS, FaultError
from console.simulator.server import Simulator
from console.simulator.webhooks import check_address


def _parser() -> argparse.ArgumentParser:
    kinds = "\n".join(f"  {name:13} {kind.explains}" for name, kind in KINDS.items())
    parser = argparse.ArgumentParser(
        prog="console simulate",
        description="Zalo giả lập: OpenAPI của Official Account chạy ngay trên máy, có hộp thư với công dân nhắn tới.",
        epilog=f"các lỗi cho --faults (TÊN[ĐƯỜNG DẪN]=TỶ LỆ:THAM SỐ@MILI GIÂY, cách nhau bằng dấu phẩy):\n{kinds}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--host", default="127.0.0.1", help="địa chỉ của API (mặc định %(default)s)")
    parser.add_argument("--port", type=_port, default=0, help="cổng của API; 0 là cổng nào còn trống")
    parser.add_argument(
        "--control-port", type=_port, default=0, help="cổng điều khiển, chỉ nghe trên máy này"
    )
    parser.add_argument(
        "--corpus", type=Path, help="hội thoại để diễn, các dòng JSON (mặc định: hộp thư có sẵn)"
    )
    parser.add_argument("--empty", action="store_true", help="không diễn gì; tin đến qua cổng điều khiển")
    parser.add_argument("--strict", action="store_true", help="dòng --corpus hỏng thì dừng, thay vì bỏ qua")
    parser.add_argument(
        "--speed", type=float, default=60.0, help="mỗi giây thật diễn bao nhiêu giây, hoặc inf (mặc định 60)"
    )
    parser.add_argument(
        "--max-idle", type=float, default=30.0, help="im lặng lâu nhất bao nhiêu giây thật (mặc định 30)"
    )
    parser.add_argument("--faults", default="", help="lỗi gì, xảy ra thường xuyên đến đâu; xem bên dưới")
    parser.add_argument("--seed", type=int, help="số gieo: mã, token và lỗi ngẫu nhiên lặp lại được")
    parser.add_argument("--list-cap", type=int, help="listrecentchat chỉ trả bấy nhiêu dòng mới nhất")
    parser.add_argument(
        "--knob",
        action="append",
        default=[],
        metavar="TÊN=JSON",
        help="núm chỉnh bất kỳ trong console.simulator.config; dùng được nhiều lần",
    )
    parser.add_argument("--webhook", default="", metavar="URL", help="gửi sự kiện có chữ ký tới địa chỉ này")
    parser.add_argument("--app-id", default=APP_ID, help="mã ứng dụng (mặc định %(default)s)")
    parser.add_argument(
        "--secret", default=SECRET_KEY, help="khóa bí mật của ứng dụng, máy trạm gửi ở secret_key"
    )
    parser.add_argument("--oa-id", default=OA_ID, help="mã Official Account (mặc định %(default)s)")
    parser.add_argument(
        "--callback",
        action="append",
        default=[],
        help="địa chỉ callback đã đăng ký, ngoài các địa chỉ của máy này",
    )
    parser.add_argument("--exit-with-parent", action="store_true", help="dừng khi đầu vào chuẩn đóng")
    return parser


def _port(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} không phải cổng (0 đến 65535)")
    return int(text)


def _config(given: argparse.Namespace) -> Config:
    if given.corpus and given.empty:
        raise ValueError("--corpus không đi cùng --empty")
    check_address(given.webhook)
    config = Config(
        host=given.host,
        port=given.port,
        control_port=given.control_port,
        app_id=given.app_id,
        secret_key=given.secret,
        oa_id=given.oa_id,
        webhook=given.webhook,
        callbacks=(*LOOPBACK, *given.callback),
        seed=given.seed,
        faults=given.faults,
        corpus=None if given.empty else given.corpus or demo_inbox(),
        strict=given.strict,
        speed=given.speed,
        max_idle_s=given.max_idle,
    )
    changes: dict[str, object] = {} if given.list_cap is None else {"list_cap": given.list_cap}
    for item in given.knob:
        name, equals, text = item.partition("=")
        if not equals:
            raise ValueError(f"--knob {item!r}: cần dạng TÊN=JSON")
        try:
            changes[name] = json.loads(text)
        except ValueError:
            changes[name] = text
    config.knobs.update(changes)
    return config


def main(argv: Sequence[str] | None = None) -> int:
    """Run the simulator until SIGTERM, SIGINT or, if wanted, the end of standard input.

    Returns:
        0 after a clean stop, 1 when it cannot start, 2 for wrong arguments.

    """
    parser = _parser()
    try:
        given = parser.parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        config = _config(given)
    except ValueError as error:
        print(f"console simulate: {error}", file=sys.stderr)
        return 2
    try:
        simulator = Simulator(config, lambda: print(json.dumps(simulator.ready_line()), flush=True))
    except FaultError as error:
        print(f"console simulate: --faults: {error}", file=sys.stderr)
        return 2
    except (CorpusError, OSError) as error:
        print(f"console simulate: {error.strerror if isinstance(error, OSError) else error}", file=sys.stderr)
        return 1
    for warning in simulator.world.warnings:
        print(f"console simulate: bỏ qua {warning}", file=sys.stderr)
    before = {
        number: signal.signal(number, lambda *_: simulator.stop())
        for number in (signal.SIGTERM, signal.SIGINT)
    }
    if given.exit_with_parent:
        threading.Thread(target=_watch_stdin, args=(simulator,), daemon=True).start()
    try:
        asyncio.run(simulator.serve())
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return 0


def _watch_stdin(simulator: Simulator) -> None:
    """Stop when the parent closes the pipe or dies; reads the descriptor itself, which no lock of Python's guards."""
    try:
        while os.read(0, 4096):
            pass
    except OSError:
        pass
    simulator.stop()


if __name__ == "__main__":
    sys.exit(main())
