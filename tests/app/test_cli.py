"""The public commands as a person or a program would run them."""

import hashlib
import io
import json
import subprocess
import sys
import urllib.error
import urllib.request
from argparse import Namespace
from pathlib import Path

import pytest
from sqlalchemy import select

from console.app.connecting import connect
from console.app.gateway import make_gateway
from console.app.workspace import open_workspace
from console.cli import main
from console.domain.events import OaConnected
from console.record.tables import event
from console.simulator.config import APP_ID, OA_ID, SECRET_KEY
from tests.parcels import TYPED, cheap_guesses

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def profile(tmp_path):
    """A profile with a key file, as on a server without a keyring."""
    key = tmp_path / "store.key"
    assert main(["key", "new", str(key)]) == 0
    return ["--profile", str(tmp_path / "profile"), "--key-file", str(key)]


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args):
        return None


class Administrator(io.StringIO):
    """Types the secret, opens the printed link, approves, pastes where the browser ended."""

    def __init__(self, out, secret=SECRET_KEY, spoil=lambda url: url):
        super().__init__()
        self._out, self._secret, self._spoil, self._lines = out, secret, spoil, 0

    def isatty(self):
        return False

    def readline(self, *_args):
        self._lines += 1
        if self._lines == 1:
            return self._secret + "\n"
        link = next(line for line in self._out.getvalue().splitlines() if line.startswith("http"))
        try:
            urllib.request.build_opener(_Stay).open(link, timeout=60)
        except urllib.error.HTTPError as answer:
            location = answer.headers["Location"]
            answer.close()
            return self._spoil(location) + "\n"
        raise AssertionError("the consent page did not redirect")


def connect_to(simulator, profile, **administrator):
    out = io.StringIO()
    options = Namespace(
        app_id=APP_ID,
        redirect_uri="http://127.0.0.1/cb",
        api_url=simulator.base_url,
        oauth_url=simulator.base_url,
    )
    with open_workspace(Path(profile[1]), Path(profile[3])) as workspace:
        code = connect(workspace, options, Administrator(out, **administrator), out)
    return code, out.getvalue()


def test_without_an_oa_the_poll_says_what_to_do(profile, capsys):
    assert main([*profile, "poll", "--once"]) == 1
    assert "console connect" in capsys.readouterr().err


def test_connect_poll_verify_rebuild(simulator, profile, capsys):
    code, said = connect_to(simulator, profile)
    assert (code, OA_ID in said) == (0, True)
    simulator.control("inject", user="an", text="mat trom xe", times=12, step_ms=1000)
    capsys.readouterr()
    assert main([*profile, "--json", "poll", "--once"]) == 0
    assert json.loads(capsys.readouterr().out) == {"linked": True, "new": 12, "ticks": 1, "trouble": ""}
    assert main([*profile, "poll", "--once", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["new"] == 0
    assert main([*profile, "verify", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["events"] == 14
    assert main([*profile, "rebuild", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"events": 14, "changed": []}


def test_a_refused_consent_changes_nothing(simulator, profile):
    code, said = connect_to(simulator, profile, spoil=lambda url: url.replace("state=", "state=x"))
    assert code == 1
    assert "Chưa nối được" in said
    assert main([*profile, "poll", "--once"]) == 1


def test_a_wrong_secret_is_told_in_words(simulator, profile):
    code, said = connect_to(simulator, profile, secret="sai")
    assert code == 1
    assert "Chưa nối được" in said
    assert "sai" not in said.split("Chưa nối được")[1]


def test_a_failed_second_connection_leaves_the_first_one_working(simulator, profile, capsys):
    assert connect_to(simulator, profile)[0] == 0
    assert connect_to(simulator, profile, secret="sai")[0] == 1
    with open_workspace(Path(profile[1]), Path(profile[3])) as workspace:
        gateway = make_gateway(workspace, lambda work: work(workspace.store))
        simulator.control("token", do="expire")
        gateway.walker.tick()
        assert gateway.tokens.generation == 2, "renewed with the secret that Zalo took"
        gateway.close()
        with workspace.store.read() as connection:
            told = connection.execute(select(event.c.actor).where(event.c.kind == OaConnected.KIND)).all()
        assert told == [("system",)]


def test_no_secret_is_in_any_file_or_output(simulator, profile, capsys):
    connect_to(simulator, profile)
    main([*profile, "poll", "--once"])
    shown = capsys.readouterr()
    tokens = [pair.access_token for pair in simulator.state.tokens.pairs]
    tokens += [pair.refresh_token for pair in simulator.state.tokens.pairs]
    wanted = [secret.encode() for secret in (SECRET_KEY, *tokens)]
    files = [p for p in Path(profile[1]).rglob("*") if p.is_file() and p.name != "reserve"]
    assert len(files) > 3
    for path in files:
        content = path.read_bytes()
        assert not [s for s in wanted if s in content], path
    assert not [s for s in wanted if s in (shown.out + shown.err).encode()]


def test_backup_and_restore(simulator, profile, capsys):
    connect_to(simulator, profile)
    simulator.control("inject", user="an", text="mot")
    assert main([*profile, "poll", "--once"]) == 0
    assert main([*profile, "backup"]) == 0
    simulator.control("inject", user="an", text="hai")
    assert main([*profile, "poll", "--once"]) == 0
    made = str(next(Path(profile[1], "backups").glob("*.db")))
    capsys.readouterr()
    assert main([*profile, "restore", made]) == 1
    assert "--force" in capsys.readouterr().err
    assert main([*profile, "restore", made, "--force"]) == 0
    assert main([*profile, "verify"]) == 0
    capsys.readouterr()
    assert main([*profile, "poll", "--once", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["new"] == 1


def test_export_leaves_identity_behind_is_logged_and_is_opened_by_its_pass_phrase_alone(
    simulator, profile, tmp_path, capsys, monkeypatch
):
    cheap_guesses(monkeypatch)
    connect_to(simulator, profile)
    simulator.control("inject", user="an", name="Canary Họ Tên", text="noi dung")
    main([*profile, "poll", "--once"])
    from console.app.officers import FIRST_OFFICER, save_officer

    def run(*line, typed):
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{one}\n" for one in typed)))
        code = main([*line])
        said = capsys.readouterr()
        return code, said.out, said.err

    def exports():
        with (
            open_workspace(Path(profile[1]), Path(profile[3])) as workspace,
            workspace.store.read() as connection,
        ):
            return connection.exec_driver_sql(
                "SELECT count(*) FROM event WHERE kind = 'case.exported'"
            ).scalar()

    with open_workspace(Path(profile[1]), Path(profile[3])) as workspace:
        save_officer(workspace, FIRST_OFFICER)
    target = tmp_path / "out.btx"
    who = ["--reason", "CQĐT yêu cầu", "--officer", "truc-ban"]
    asked = [*profile, "export", "CB26-00001", "--to", str(target), *who]
    # Too easy, or not the same twice: nothing leaves and the log says of nothing.
    for typed in (["congan2026", ""], [TYPED, TYPED + "."]):
        code, _, said = run(*asked, typed=typed)
        assert code == 1 and "Chưa xuất gì" in said
    assert not target.exists() and exports() == 0
    code, said, _ = run(*asked, typed=[TYPED, TYPED])
    assert code == 0 and hashlib.sha256(target.read_bytes()).hexdigest() in said
    assert exports() == 1
    assert b"noi dung" not in target.read_bytes()

    # Opened with nothing but the pass phrase: no profile, no key.
    folder = tmp_path / "out"
    code, _, said = run("unpack", str(target), "--to", str(folder), typed=[TYPED + "!"])
    assert code == 1 and "Mật khẩu không mở được" in said and not folder.exists()
    code, said, _ = run("unpack", str(target), "--json", typed=[TYPED])
    assert code == 0 and not folder.exists()
    told = json.loads(said)
    assert (told["case"], [item["name"] for item in told["files"]]) == ("CB26-00001", ["messages.json"])
    code, said, _ = run("unpack", str(target), "--to", str(folder), typed=[TYPED])
    assert code == 0 and "CB26-00001" in said
    written = {p.name: p.read_text(encoding="utf-8") for p in folder.iterdir()}
    assert sorted(written) == ["manifest.json", "messages.json"]
    assert "noi dung" in written["messages.json"]
    assert not [name for name, text in written.items() if "Canary" in text]

    # Nothing that is there is written over, and a case that is not there leaves nothing.
    code, _, said = run(*asked, typed=[TYPED, TYPED])
    assert code == 1 and str(target) in said
    code, _, said = run("unpack", str(target), "--to", str(folder), typed=[TYPED])
    assert code == 1 and str(folder) in said
    missing = [*profile, "export", "CB26-99999", "--to", str(tmp_path / "x.btx"), *who]
    assert run(*missing, typed=[TYPED, TYPED])[0] == 1
    assert not (tmp_path / "x.btx").exists() and exports() == 1


def test_a_register_as_data_leaves_encrypted_and_one_to_print_asks_for_nothing(
    simulator, profile, tmp_path, capsys, monkeypatch
):
    cheap_guesses(monkeypatch)
    connect_to(simulator, profile)
    simulator.control("inject", user="an", text="noi dung")
    main([*profile, "poll", "--once"])
    from console.app.officers import FIRST_OFFICER, save_officer

    with open_workspace(Path(profile[1]), Path(profile[3])) as workspace:
        save_officer(workspace, FIRST_OFFICER)

    def run(*line, typed=()):
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{one}\n" for one in typed)))
        code = main([*line])
        said = capsys.readouterr()
        return code, said.out, said.err

    place = tmp_path / "out"
    place.mkdir()
    asked = [
        *profile,
        "report",
        "register",
        "--to",
        str(place),
        "--reason",
        "giao ban",
        "--officer",
        "truc-ban",
    ]
    for typed in (["congan2026", ""], [TYPED, TYPED + "."], []):
        code, _, said = run(*asked, "--format", "csv", typed=typed)
        assert code == 1 and "Chưa xuất gì" in said
        assert not list(place.iterdir())
    code, said, _ = run(*asked, "--format", "csv", typed=[TYPED, TYPED])
    (path,) = place.iterdir()
    assert code == 0 and str(path) in said and path.name.endswith(".csv.btx")
    assert b"CB26-" not in path.read_bytes()
    code, said, _ = run("unpack", str(path), "--json", typed=[TYPED])
    told = json.loads(said)
    assert code == 0 and told["report"].startswith("Sổ tiếp nhận") and told["case"] == ""
    code, said, _ = run("unpack", str(path), "--to", str(tmp_path / "opened"), typed=[TYPED])
    assert code == 0 and told["report"] in said
    assert "CB26-00001" in (tmp_path / "opened" / path.stem).read_text(encoding="utf-8-sig")
    assert run(*asked, "--format", "docx")[0] == 0
    assert sorted(one.suffix for one in place.iterdir()) == [".btx", ".docx"]


def test_a_year_is_archived_when_it_is_over_and_usage_is_said_before_anything_opens(
    profile, tmp_path, capsys, monkeypatch
):
    from console.app.officers import FIRST_OFFICER, save_officer
    from console.domain.calendar import local_date
    from console.runtime.clock import SystemClock

    with open_workspace(Path(profile[1]), Path(profile[3])) as workspace:
        save_officer(workspace, FIRST_OFFICER)
    year = local_date(SystemClock().now_ms()).year

    def run(*line):
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{TYPED}\n{TYPED}\n"))
        code = main(
            [*profile, "report", *line, "--to", str(tmp_path), "--reason", "x", "--officer", "truc-ban"]
        )
        return code, capsys.readouterr().err

    code, said = run("year", "--format", "csv")
    assert code == 2 and "bỏ --format" in said
    code, said = run("register")
    assert code == 2 and "Thiếu --format" in said
    code, said = run("register", "--format", "csv", "--year", "2025")
    assert code == 2 and "--year" in said
    code, said = run("year", "--year", str(year))
    assert code == 1 and f"Năm {year} chưa kết thúc" in said
    code, said = run("year")
    assert code == 1 and f"Năm {year - 1} không có số nào" in said
    assert not list(tmp_path.glob("*.btx"))


def test_a_wrong_key_file_is_refused_and_nothing_is_made(profile, tmp_path, capsys):
    with open_workspace(Path(profile[1]), Path(profile[3])):
        pass
    assert main([*profile, "verify"]) == 0
    other = tmp_path / "other.key"
    main(["key", "new", str(other)])
    before = sorted(p.name for p in Path(profile[1]).iterdir())
    assert main(["--profile", profile[1], "--key-file", str(other), "verify"]) == 1
    assert "khóa" in capsys.readouterr().err.lower()
    assert sorted(p.name for p in Path(profile[1]).iterdir()) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["nothing"],
        ["poll"],
        ["--headless"],
        ["--seconds", "-1"],
        ["--seconds", "x"],
        ["restore"],
        ["key", "old", "x"],
    ],
)
def test_wrong_usage_is_2(arguments, capsys):
    try:
        code = main(arguments)
    except SystemExit as stop:
        code = stop.code
    assert code == 2
    assert capsys.readouterr().err


def test_classify_keeps_order_and_names_bad_lines(tmp_path, capsys):
    lines = tmp_path / "in.jsonl"
    lines.write_text(
        '{"id": 1, "text": "chay nha o Hop Giang"}\nxxx\n{"text": "cam on can bo"}\n', encoding="utf-8"
    )
    assert main(["classify", "--json", str(lines)]) == 1
    said = capsys.readouterr()
    answers = [json.loads(line) for line in said.out.splitlines()]
    assert [a.get("category") for a in answers] == ["CHAY_CNCH", None, "CAM_ON"]
    assert "dòng 2" in said.err
    assert main(["classify", str(tmp_path / "none.jsonl")]) == 1


@pytest.mark.parametrize(
    "verb",
    [
        ["verify"],
        ["rebuild"],
        ["backup"],
        ["checkpoint"],
        ["retention", "preview"],
        ["export", "CB26-00001", "--to", "out", "--reason", "x", "--officer", "x"],
        ["report", "register", "--format", "csv", "--to", "out", "--reason", "x", "--officer", "x"],
    ],
)
def test_a_mistyped_profile_is_not_called_sound(profile, verb, capsys):
    for _ in range(2):
        assert main([*profile, *verb]) == 1
        assert "chưa có kho dữ liệu" in capsys.readouterr().err
    assert not Path(profile[1]).exists()


def test_a_store_that_is_gone_is_not_called_missing_from_the_start(profile, simulator, capsys):
    connect_to(simulator, profile)
    Path(profile[1], "ban-truc.db").unlink()
    assert main([*profile, "verify"]) == 1
    assert "tránh che giấu việc mất dữ liệu" in capsys.readouterr().err


def test_a_file_as_profile_is_named(profile, tmp_path, capsys):
    (tmp_path / "x").write_text("", encoding="utf-8")
    for verb in (["verify"], ["poll", "--once"], []):
        assert main(["--profile", str(tmp_path / "x"), *profile[2:], *verb]) == 1
        assert "không phải thư mục dữ liệu" in capsys.readouterr().err


def test_a_file_where_backups_should_go_is_named(profile, simulator, tmp_path, capsys):
    connect_to(simulator, profile)
    (tmp_path / "x").write_text("giữ", encoding="utf-8")
    assert main([*profile, "backup", "--to", str(tmp_path / "x")]) == 1
    assert "Không mở hoặc không ghi được" in capsys.readouterr().err
    assert (tmp_path / "x").read_text(encoding="utf-8") == "giữ"


def test_a_slip_asks_for_its_case(profile, simulator, tmp_path, capsys):
    connect_to(simulator, profile)
    from console.app.officers import FIRST_OFFICER, save_officer

    with open_workspace(Path(profile[1]), Path(profile[3])) as workspace:
        save_officer(workspace, FIRST_OFFICER)
    asked = ["report", "intake", "--format", "pdf", "--to", str(tmp_path / "a.pdf"), "--reason", "x"]
    for number, said in ((), "--number"), (("--number", "CB99-1"), "CB99-1"):
        assert main([*profile, *asked, "--officer", "truc-ban", *number]) == 1
        assert said in capsys.readouterr().err
    assert not (tmp_path / "a.pdf").exists()


def test_a_backup_that_is_not_there_is_named(profile, simulator, tmp_path, capsys):
    connect_to(simulator, profile)
    for more in ([], ["--drill"]):
        assert main([*profile, "restore", str(tmp_path / "none"), *more]) == 1
        assert "Không thấy bản sao lưu" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("app_id", "redirect"), [("x y", "https://a.vn"), (APP_ID, "nonsense"), (APP_ID, "")]
)
def test_connect_refuses_useless_arguments_before_it_asks(profile, simulator, app_id, redirect):
    out = io.StringIO()
    options = Namespace(
        app_id=app_id, redirect_uri=redirect, api_url=simulator.base_url, oauth_url=simulator.base_url
    )
    with open_workspace(Path(profile[1]), Path(profile[3])) as workspace:
        assert connect(workspace, options, io.StringIO("bí mật\n"), out) == 1
    assert "--app-id hoặc --redirect-uri" in out.getvalue()
    assert "app secret" not in out.getvalue()


def test_classify_names_a_line_that_is_not_utf8(tmp_path, capsys):
    lines = tmp_path / "in.jsonl"
    lines.write_bytes(b'{"text": "\xff\xfe chay nha"}\n{"text": "cam on can bo"}\n')
    assert main(["classify", "--json", str(lines)]) == 1
    said = capsys.readouterr()
    assert "dòng 1: không phải UTF-8: cột 11" in said.err
    assert [json.loads(line).get("category") for line in said.out.splitlines()] == [None, "CAM_ON"]


def test_classify_ends_quietly_when_nobody_reads_on(tmp_path):
    lines = tmp_path / "in.jsonl"
    lines.write_text('{"text": "mất xe"}\n' * 3000, encoding="utf-8")
    command = [sys.executable, "-m", "console", "classify", "--json", str(lines)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert json.loads(process.stdout.readline())["category"] == "TIN_BAO"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 1


def test_classify_without_an_input_says_so(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["classify"]) == 1
    assert "Không đọc được" in capsys.readouterr().err


def test_the_headless_demo_ends_with_one_good_json_line():
    done = subprocess.run(
        [sys.executable, "-m", "console", "--demo", "--headless", "--seconds", "5"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    report = json.loads(done.stdout)
    assert done.returncode == 0, (done.stdout, done.stderr)
    assert report["messages"] > 0
    assert report["replies_sent"] > 0
    assert report["verified"]
    assert report["errors"] == []
    assert report["linked_at"] > 0
