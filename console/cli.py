"""The public commands. Each one is a small function; what they need is imported when they run.

Exit codes: 0 done, 1 failed, 2 wrong usage. ``--json`` prints for programs; errors go to stderr in Vietnamese.
"""

import argparse
import errno
import gc
import json
import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from console.app.command_line import Handler, kind_of, make_parser, print_error

if TYPE_CHECKING:  # a command reads what it needs
    from console.app.workspace import Workspace


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == ["thumbnail-helper"]:
        from console.runtime.thumbnail_helper import main as decode

        return decode()
    if arguments[:1] == ["simulate"]:
        from console.simulator.cli import main as simulate

        return simulate(arguments[1:])
    options = make_parser(_HANDLERS).parse_line(arguments)
    handler: Handler = options.handler
    try:
        return handler(options)
    except known_errors() as error:
        return _failed(options, kind_of(error), str(error))
    except BrokenPipeError:
        # Whoever read the output has seen enough (head); the interpreter must not fail once more when it flushes.
        if sys.stdout is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130


def _failed(options: argparse.Namespace, kind: str, words: str, code: int = 1) -> int:
    """Say what went wrong: to the person on stderr, with ``--json`` to the program on stdout, too. Return the exit code."""
    print(words, file=sys.stderr)
    if options.json:
        print_error(kind, words)
    return code


def known_errors() -> tuple[type[Exception], ...]:
    """Return the errors that already speak to the person at the terminal."""
    from console.actions.desk import ActionError
    from console.app.connected import NotSetUpError
    from console.app.maintenance import MaintenanceError
    from console.app.report_parts import ReportError
    from console.app.simulator_process import SimulatorError
    from console.cache.errors import StoreError
    from console.domain.jsonread import CatalogError
    from console.runtime.profile import ProfileError
    from console.runtime.settings import SettingsError

    return (
        StoreError,
        ProfileError,
        SettingsError,
        CatalogError,
        NotSetUpError,
        MaintenanceError,
        ReportError,
        SimulatorError,
        ActionError,
    )


def _workspace(
    options: argparse.Namespace, *, must_exist: bool = False
) -> "AbstractContextManager[Workspace]":
    """Return the open profile; where it has passwords, the officer's is asked for on the terminal."""
    from console.app.terminal import signed_workspace

    return signed_workspace(options.profile, options.key_file, options.officer, must_exist=must_exist)


def _say(options: argparse.Namespace, values: dict[str, object], words: str) -> None:
    print(json.dumps(values, ensure_ascii=False) if options.json else words, flush=True)


# --- commands ---------------------------------------------------------------------------------------------------------


TURN_S = 0.001
"""So long a worker may keep the interpreter while the window wants it. Python's own 5 ms come again at each of the hundred
calls of a paint that let go of it: with them two to nine times as many pictures came late while messages were taken in."""


def quicken() -> None:
    """Set the interpreter up for a window: its thousand modules are read faster, and its thread comes first."""
    from console.runtime.qt_start import skip_feature_scan

    sys.setswitchinterval(TURN_S)
    # No collection meanwhile: a sixth of the start. The window's own guard collects later.
    gc.disable()
    skip_feature_scan()


def _desktop(options: argparse.Namespace) -> int:
    if options.headless and not options.demo:
        words = "--headless chỉ đi cùng --demo; nhận và gửi tin không mở cửa sổ là: console gateway"
        return _failed(options, "usage", words, 2)
    quicken()
    if options.headless:
        from console.app.demo import run_headless

        return run_headless(options.seconds, speed=options.speed, profile=options.profile)
    from console.app.desktop import run

    return run(profile=options.profile, key_file=options.key_file, demo=options.demo, speed=options.speed)


def _gateway(options: argparse.Namespace) -> int:
    from console.app.headless import run_gateway

    with _workspace(options) as workspace:
        return run_gateway(workspace)


def _poll(options: argparse.Namespace) -> int:
    from console.app.headless import poll_once

    with _workspace(options) as workspace:
        found = poll_once(workspace)
    words = f"{'Đã nối' if found.linked else 'Chưa nối'} · {found.new} tin mới · {found.ticks} lượt. {found.trouble}"
    _say(
        options,
        {"linked": found.linked, "new": found.new, "ticks": found.ticks, "trouble": found.trouble},
        words,
    )
    return 0 if found.linked else 1


def _classify(options: argparse.Namespace) -> int:
    from console.actions.classify import run
    from console.runtime.resources import load_catalog, load_triage

    catalog = load_catalog()
    try:
        lines = _open_lines(options.file)
    except OSError as error:
        return _failed(
            options,
            "unreadable",
            f"Không đọc được {options.file} ({error.strerror}). Chưa có dòng nào được phân loại. Hãy xem lại đường dẫn tệp; "
            "không có tên tệp thì lệnh đọc đầu vào chuẩn.",
        )
    with lines:
        return run(
            lines, sys.stdout, as_json=options.json, err=sys.stderr, catalog=catalog, triage=load_triage()
        )


def _open_lines(name: str) -> TextIO:
    if name == "-":
        if sys.stdin is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return open(sys.stdin.fileno(), encoding="utf-8", errors="surrogateescape", closefd=False)
    return Path(name).open(encoding="utf-8", errors="surrogateescape")


def _verify(options: argparse.Namespace) -> int:
    from console.app.maintenance import verify

    with _workspace(options, must_exist=True) as workspace:
        kept = None
        if options.checkpoint is not None:
            from console.app.auditing import read_checkpoint

            kept = read_checkpoint(workspace, options.checkpoint, options.public_key)
        report = verify(workspace, kept)
    _say(options, report.values(), report.words())
    return 0 if report.ok else 1


def _checkpoint(options: argparse.Namespace) -> int:
    from console.app.auditing import sign_now

    with _workspace(options, must_exist=True) as workspace:
        made = sign_now(workspace, options.to)
    _say(options, made.values(), made.words())
    return 0


def _organise(options: argparse.Namespace) -> int:
    from console.app.organising import organise

    with _workspace(options) as workspace:
        done = organise(workspace, options.to, options.officer, options.reason, apply=options.apply)
    _say(options, done.values(), done.words())
    return 0


def _policy(options: argparse.Namespace) -> int:
    from console.app.policies import run_policy

    with _workspace(options) as workspace:
        done = run_policy(
            workspace,
            options.file,
            {
                "approve": options.approve,
                "decline": options.decline,
                "withdraw": options.withdraw,
            },
            options.back_to,
            options.officer,
            options.reason,
            apply=options.apply,
        )
    _say(options, done.values(), done.words())
    return 0


def _retention(options: argparse.Namespace) -> int:
    from console.app.auditing import retain

    with _workspace(options, must_exist=True) as workspace:
        done = retain(workspace, options.step, options.officer, options.reason, options.run)
    _say(options, done.values(), done.words())
    return 0


def _rebuild(options: argparse.Namespace) -> int:
    from console.app.laws import fingerprint
    from console.app.policies import in_force
    from console.cache.rebuild import note_laws, rebuild

    with _workspace(options, must_exist=True) as workspace:
        done = rebuild(workspace.store, _progress if sys.stderr.isatty() else None)
        note_laws(workspace.store, fingerprint(in_force(workspace)))
    changed = ", ".join(done.changed) or "không bảng nào"
    _say(
        options,
        {"events": done.events, "changed": list(done.changed)},
        f"Đã dựng lại từ {done.events} sự kiện. Bảng có dòng khác trước: {changed}.",
    )
    return 0


def _progress(done: int, total: int) -> None:
    print(f"\r{done}/{total}", end="" if done < total else "\n", file=sys.stderr, flush=True)


def _backup(options: argparse.Namespace) -> int:
    from console.app.maintenance import backup

    with _workspace(options, must_exist=True) as workspace:
        made = backup(workspace, options.to)
    _say(options, made.values(), made.words())
    return 0


def _restore(options: argparse.Namespace) -> int:
    from console.app.maintenance import drill, restore
    from console.app.terminal import unlock_source

    source = unlock_source(options.profile, options.key_file, options.officer)
    if options.drill:
        drilled = drill(options.backup, options.profile, options.key_file, source)
        _say(options, drilled.values(), drilled.words())
        return 0 if drilled.ok else 1
    done = restore(options.backup, options.profile, options.key_file, force=options.force, source=source)
    _say(options, done.values(), done.words())
    return 0


def _export(options: argparse.Namespace) -> int:
    from console.app.maintenance import export_case
    from console.app.terminal import ask_phrase

    with _workspace(options, must_exist=True) as workspace:
        done = export_case(
            workspace,
            options.number,
            options.to,
            options.reason,
            options.officer,
            ask_phrase(),
            packet=options.packet,
        )
    _say(options, done.values(), done.words())
    return 0


def _unpack(options: argparse.Namespace) -> int:
    from console.app.terminal import ask_hidden
    from console.app.unpack_search import search
    from console.app.unpacking import unpack
    from console.domain.pass_phrase import PassPhrase

    if options.search is not None:
        found = search(options.file, PassPhrase(ask_hidden("Mật khẩu mở tệp xuất: ")), options.search)
        _say(options, found.values(), found.words())
        return 0
    done = unpack(options.file, PassPhrase(ask_hidden("Mật khẩu mở tệp xuất: ")), options.to)
    _say(options, done.values(), done.words())
    return 0


def _report(options: argparse.Namespace) -> int:
    from console.actions.desk import Desk
    from console.actions.reporting import ARCHIVE, ENCRYPTED
    from console.app.maintenance import officer_named
    from console.app.reporting import Report, Wish, wished_period, write_report
    from console.app.terminal import ask_phrase
    from console.domain.calendar import local_date
    from console.domain.period import PeriodKind, ended_year
    from console.runtime.resources import load_reply_policy

    archive = options.kind == Report.YEAR
    if archive == bool(options.format):
        words = "Bản lưu năm (year) luôn là tệp .btx: bỏ --format." if archive else "Thiếu --format."
        return _failed(options, "usage", f"{words} Chưa xuất gì.", 2)
    if options.year and not archive:
        return _failed(options, "usage", "--year chỉ đi cùng year; sổ khác dùng --period. Chưa xuất gì.", 2)
    form = ARCHIVE if archive else options.format
    with _workspace(options, must_exist=True) as workspace:
        officer = officer_named(workspace, options.officer)
        desk = Desk(workspace.store, officer, workspace.rules, load_reply_policy())
        day = options.day or local_date(workspace.clock.now_ms())
        if archive:
            today = local_date(workspace.clock.now_ms())
            wanted = date(options.year, 1, 1) if options.year else ended_year(today, today).first
            period = wished_period(PeriodKind.YEAR, wanted)
        else:
            period = wished_period(PeriodKind(options.period), day, options.until)
        wish = Wish(
            Report(options.kind),
            form,
            options.reason,
            period,
            options.unit,
            options.number,
            tuple(options.remark),
            ask_phrase() if form in ENCRYPTED else None,
            options.shift,
        )
        done = write_report(desk, workspace.clock, workspace.reader(), wish, options.to)
    values: dict[str, object] = {"file": str(done.path), "sha256": done.sha256, "bytes": done.size}
    _say(options, values, f"Đã ghi {done.path} ({done.size} byte), SHA-256 {done.sha256}")
    return 0


def _pin(options: argparse.Namespace) -> int:
    from console.app.terminal import set_pin

    set_pin(options.profile, options.key_file, options.officer, options.by)
    words = f"Đã đặt PIN của {options.officer}. Từ nay kho này mở bằng PIN; ai quên thì nhờ quản trị đặt lại."
    _say(options, {"officer": options.officer}, words)
    return 0


def _key(options: argparse.Namespace) -> int:
    from console.app.half_key import copy_half, put_half
    from console.cache.keys import create_key_file

    if options.action == "new":
        print(create_key_file(options.path))
    elif options.action == "put-half":
        print(put_half(options.profile, options.path, options.backups))
    else:
        with _workspace(options, must_exist=True) as workspace:
            print(copy_half(workspace, options.officer, options.path, options.reason))
    return 0


def _connect(options: argparse.Namespace) -> int:
    from console.app.connecting import connect

    with _workspace(options) as workspace:
        return connect(workspace, options, sys.stdin, sys.stdout)


_HANDLERS: dict[str, Handler] = {
    "": _desktop,
    "gateway": _gateway,
    "poll": _poll,
    "classify": _classify,
    "verify": _verify,
    "checkpoint": _checkpoint,
    "organise": _organise,
    "policy": _policy,
    "retention": _retention,
    "rebuild": _rebuild,
    "backup": _backup,
    "restore": _restore,
    "export": _export,
    "unpack": _unpack,
    "report": _report,
    "pin": _pin,
    "key": _key,
    "connect": _connect,
}
