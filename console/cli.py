"""The public commands. Each one is a small function; what they need is imported when they run.

Exit codes: 0 done, 1 failed, 2 wrong usage. ``--json`` prints for programs; errors go to stderr in Vietnamese.
"""

import argparse
import errno
import gc
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:  # a command reads what it needs
    from console.app.workspace import Workspace

Handler = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == ["thumbnail-helper"]:
        from console.runtime.thumbnail_helper import main as decode

        return decode()
    if arguments[:1] == ["simulate"]:
        from console.simulator.cli import main as simulate

        return simulate(arguments[1:])
    options = _parser().parse_args(arguments)
    handler: Handler = options.handler
    try:
        return handler(options)
    except known_errors() as error:
        print(str(error), file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read the output has seen enough (head); the interpreter must not fail once more when it flushes.
        if sys.stdout is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130


def known_errors() -> tuple[type[Exception], ...]:
    """Return the errors that already speak to the person at the terminal."""
    from console.actions.desk import ActionError
    from console.app.gateway import NotSetUpError
    from console.app.maintenance import MaintenanceError
    from console.app.reporting import ReportError
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="console", description="Bàn trực: console of the duty officers of a Zalo Official Account."
    )
    _common(parser)
    parser.add_argument("--demo", action="store_true", help="run against the built-in simulator, own profile")
    parser.add_argument(
        "--headless", action="store_true", help="with --demo: no window; ends with one JSON line"
    )
    parser.add_argument(
        "--seconds", type=_positive, default=60, help="with --headless: how long (default 60)"
    )
    parser.add_argument("--speed", type=_positive, default=30, help="with --demo: how fast citizens live")
    parser.set_defaults(handler=_desktop)
    verbs = parser.add_subparsers(title="commands", metavar="COMMAND")

    _verb(verbs, "gateway", "poll and send without a window", _gateway, opens=True)
    poll = _verb(verbs, "poll", "one walk over the inbox; exit code 0 only if it linked", _poll, opens=True)
    poll.add_argument("--once", action="store_true", required=True, help="one walk, then stop")
    classify = _verb(verbs, "classify", "JSON lines in, suggestions out", _classify)
    classify.add_argument("file", nargs="?", default="-", help="JSON lines; - is standard input (default)")
    check = _verb(verbs, "verify", "check the event chain and the projections", _verify, opens=True)
    check.add_argument(
        "--checkpoint", type=Path, help="a checkpoint kept elsewhere; the log must still hold it"
    )
    check.add_argument("--public-key", default="", help="key that signed it (default: this store's)")
    signed = _verb(
        verbs, "checkpoint", "sign the head of the log and print the public key", _checkpoint, opens=True
    )
    signed.add_argument("--to", type=Path, help="folder for the file (default: the profile's checkpoints)")
    units = _verb(verbs, "organise", "change to another tree of units; shows what moves first", _organise)
    units.add_argument("--to", required=True, help="the new tree, 2025")
    units.add_argument("--apply", action="store_true", help="do it; without this nothing is changed")
    units.add_argument("--officer", default="", help="the administrator who does it")
    units.add_argument("--reason", default="", help="the decision it is based on")
    law = _verb(
        verbs, "policy", "replace clocks or holidays; shows which open cases it touches first", _policy
    )
    law.add_argument("file", type=Path, help="a policies.json or holidays.json")
    law.add_argument("--apply", action="store_true", help="do it; without this nothing is changed")
    law.add_argument("--officer", default="", help="the administrator who does it")
    law.add_argument("--reason", default="", help="the text it is based on; it goes into the log")
    keep = _verb(verbs, "retention", "erase what was kept long enough: two people, figures stay", _retention)
    keep.add_argument("step", choices=["preview", "propose", "approve"])
    keep.add_argument("--officer", default="", help="who proposes or approves")
    keep.add_argument("--reason", default="Hết thời gian lưu giữ", help="why; it goes into the log")
    keep.add_argument("--run", default="", help="with approve: what propose printed")
    _verb(verbs, "rebuild", "make every projection again from the log", _rebuild, opens=True)
    backup = _verb(verbs, "backup", "write a verified copy of the store", _backup, opens=True)
    backup.add_argument("--to", type=Path, help="folder for the copy (default: the profile's backups)")
    restore = _verb(verbs, "restore", "put a copy in the place of the store", _restore, opens=True)
    restore.add_argument(
        "backup", type=Path, help="a backup that console backup wrote, or a folder of them: the newest one"
    )
    restore.add_argument(
        "--drill", action="store_true", help="rehearse it beside the store, verify, replace nothing"
    )
    restore.add_argument(
        "--force", action="store_true", help="even where a sound store stands; it is kept aside"
    )
    export = _verb(verbs, "export", "write one case with its attachments and their hashes", _export)
    export.add_argument("number", help="case number, CB26-01482")
    export.add_argument("--to", type=Path, required=True, help="new folder to write")
    export.add_argument("--reason", required=True, help="why; it goes into the log")
    export.add_argument("--officer", required=True, help="who exports")
    report = _verb(verbs, "report", "write the register, a periodic report or a slip", _report)
    report.add_argument("kind", choices=["register", "period", "intake", "transfer", "handover"])
    report.add_argument("--format", required=True, choices=["pdf", "docx", "xlsx", "csv"])
    report.add_argument("--to", type=Path, required=True, help="new file, or a folder")
    report.add_argument("--reason", required=True, help="why; it goes into the log")
    report.add_argument("--officer", required=True, help="who takes it out")
    report.add_argument(
        "--period",
        default="day",
        choices=["day", "week", "month", "quarter", "year", "range"],
        help="span around --day (default day); range is --day to --until",
    )
    report.add_argument("--day", type=_day, help="YYYY-MM-DD, local; default today")
    report.add_argument("--until", type=_day, help="last day of a range")
    report.add_argument("--unit", default="", help="only cases of this unit and those below it")
    report.add_argument("--number", default="", help="case number, for a slip")
    report.add_argument("--remark", action="append", default=[], help="a sentence for a report's last part")
    pin = _verb(verbs, "pin", "give an officer a password, which is asked for on the terminal", _pin)
    pin.add_argument("action", choices=["set"])
    pin.add_argument("--officer", required=True, help="whose password")
    pin.add_argument("--by", default="", help="the administrator who signs in to give it (default: himself)")
    key = _verb(
        verbs,
        "key",
        "new: a key file for a machine without a keyring; copy-half, put-half: the keyring's half of the key, for the safe",
        _key,
    )
    key.add_argument("action", choices=["new", "copy-half", "put-half"])
    key.add_argument("path", type=Path, help="the file; new and copy-half write it, and it must not exist")
    key.add_argument("--officer", default="", help="copy-half: the administrator who takes it")
    key.add_argument("--reason", default="", help="copy-half: why; the log keeps it")
    key.add_argument("--backups", type=Path, help="put-half on a new machine: the folder of backups")
    connect = _verb(verbs, "connect", "connect the profile to an Official Account", _connect, opens=True)
    connect.add_argument("--app-id", required=True)
    connect.add_argument("--redirect-uri", required=True, help="callback registered with the app")
    connect.add_argument("--oauth-url", default="https://oauth.zaloapp.com", help=argparse.SUPPRESS)
    connect.add_argument("--api-url", default="https://openapi.zalo.me", help=argparse.SUPPRESS)
    verbs.add_parser(
        "simulate", help="serve the OA API locally (see console simulate --help)", add_help=False
    )
    return parser


def _common(parser: argparse.ArgumentParser, *, nested: bool = False) -> None:
    absent = argparse.SUPPRESS if nested else None
    parser.add_argument("--profile", type=Path, default=absent, help="folder of the store, settings and logs")
    parser.add_argument(
        "--key-file", type=Path, default=absent, help="key of the store, instead of the keyring"
    )
    parser.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS if nested else False, help="print JSON"
    )


def _verb(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    text: str,
    handler: Handler,
    *,
    opens: bool = False,
) -> argparse.ArgumentParser:
    """Add a command; ``opens`` one asks nobody's name but where the profile opens by password."""
    parser = verbs.add_parser(name, help=text, description=text)
    _common(parser, nested=True)
    if opens:
        parser.add_argument("--officer", default="", help="who signs in, where the profile has passwords")
    parser.set_defaults(handler=handler)
    return parser


def _positive(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0
    if not 0 < number < 1_000_000:
        raise argparse.ArgumentTypeError(f"{text} is not a positive number")
    return number


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a day like 2026-03-14") from None


def _workspace(
    options: argparse.Namespace, *, must_exist: bool = False
) -> "AbstractContextManager[Workspace]":
    """Return the open profile; where it has passwords, the officer's is asked for on the terminal."""
    from console.app.terminal import signed_workspace

    return signed_workspace(options.profile, options.key_file, options.officer, must_exist=must_exist)


def _say(options: argparse.Namespace, values: dict[str, object], words: str) -> None:
    print(json.dumps(values, ensure_ascii=False) if options.json else words, flush=True)


# --- commands ---------------------------------------------------------------------------------------------------------


def quicken() -> None:
    """Do what makes the thousand modules of a window read faster; before they are."""
    from console.runtime.qt_start import skip_feature_scan

    # No collection meanwhile: a sixth of the start. The window's own guard collects later.
    gc.disable()
    skip_feature_scan()


def _desktop(options: argparse.Namespace) -> int:
    if options.headless and not options.demo:
        print(
            "console: --headless needs --demo; a gateway without a window is: console gateway",
            file=sys.stderr,
        )
        return 2
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
        print(
            f"Không đọc được {options.file} ({error.strerror}). Chưa có dòng nào được phân loại. Hãy xem lại đường dẫn tệp; "
            "không có tên tệp thì lệnh đọc đầu vào chuẩn.",
            file=sys.stderr,
        )
        return 1
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
    from console.app.policies import change_policy

    with _workspace(options) as workspace:
        done = change_policy(workspace, options.file, options.officer, options.reason, apply=options.apply)
    _say(options, done.values(), done.words())
    return 0


def _retention(options: argparse.Namespace) -> int:
    from console.app.auditing import retain

    with _workspace(options, must_exist=True) as workspace:
        done = retain(workspace, options.step, options.officer, options.reason, options.run)
    _say(options, done.values(), done.words())
    return 0


def _rebuild(options: argparse.Namespace) -> int:
    from console.cache.rebuild import rebuild

    with _workspace(options, must_exist=True) as workspace:
        done = rebuild(workspace.store, _progress if sys.stderr.isatty() else None)
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

    with _workspace(options, must_exist=True) as workspace:
        done = export_case(workspace, options.number, options.to, options.reason, options.officer)
    _say(options, done.values(), done.words())
    return 0


def _report(options: argparse.Namespace) -> int:
    from console.actions.desk import Desk
    from console.app.maintenance import officer_named
    from console.app.reporting import Report, Wish, wished_period, write_report
    from console.domain.calendar import local_date
    from console.domain.period import PeriodKind
    from console.runtime.resources import load_reply_policy

    with _workspace(options, must_exist=True) as workspace:
        officer = officer_named(workspace, options.officer)
        desk = Desk(workspace.store, officer, workspace.rules, load_reply_policy())
        day = options.day or local_date(workspace.clock.now_ms())
        period = wished_period(PeriodKind(options.period), day, options.until)
        wish = Wish(
            Report(options.kind),
            options.format,
            options.reason,
            period,
            options.unit,
            options.number,
            tuple(options.remark),
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
