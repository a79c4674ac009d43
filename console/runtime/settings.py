"""What the console remembers of its set-up. Nothing secret, nothing about a citizen: plain JSON in the profile."""

import contextlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from pathlib import Path

from console.runtime.i18n import mark
from console.runtime.setting_kinds import Choice, Flag, Percent, Spec, Tab, Text, Texts, declare

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
MAX_BYTES = 64 * 1024


class SettingsError(Exception):
    """The file cannot be used; ``str(error)`` is Vietnamese, names the place and may be shown."""


class DamagedSettingsError(SettingsError):
    """The file can be read, but what is in it are no settings; ``recover_settings`` helps. ``what`` says where in it."""

    def __init__(self, what: str, advice: str = "") -> None:
        """Take what is wrong, and what to do where nobody does it."""
        super().__init__(f"{what} {advice}" if advice else what)
        self.what = what


class Theme(StrEnum):
    """Which look; ``SYSTEM`` follows the desktop, ``NIGHT`` is dark from 19 to 6 o'clock (features AC-04)."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    NIGHT = "night"


class Language(StrEnum):
    """Language of the window."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


class UnitTree(StrEnum):
    """Which tree of units: with districts (until 2025) or province and communes."""

    DISTRICTS = "2022"
    COMMUNES = "2025"


@dataclass(frozen=True, slots=True)
class OaConnection:
    """Which OA and app this console works for; the app's secret and the tokens live in the encrypted file.

    Empty URLs mean Zalo's own; others are for the simulator. ``redirect_uri`` is the callback the app is registered with.
    """

    app_id: str = ""
    oa_id: str = ""
    api_url: str = ""
    oauth_url: str = ""
    redirect_uri: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, each declared once: type and default here, words, check and place in its ``Spec``.

    ``officer`` and ``unit`` are ids; ``keys`` are the officer's own keys by command code, in Qt's portable form; ``views`` his own
    filters of the queue by name.
    """

    theme: Theme = field(
        default=Theme.SYSTEM,
        metadata=declare(
            Spec(
                Choice(
                    (
                        (Theme.SYSTEM, mark("Theo hệ thống")),
                        (Theme.LIGHT, mark("Sáng")),
                        (Theme.DARK, mark("Tối")),
                        (Theme.NIGHT, mark("Tối từ 19 giờ đến 6 giờ")),
                    ),
                    Theme,
                ),
                mark("Nền"),
                tab=Tab.LOOK,
            )
        ),
    )
    scale: float = field(
        default=1.0,
        metadata=declare(
            Spec(
                Choice(tuple((scale, f"{round(100 * scale)} %") for scale in SCALES), float),
                mark("Cỡ chữ và nút"),
                tab=Tab.LOOK,
            )
        ),
    )
    language: Language = field(
        default=Language.VIETNAMESE,
        metadata=declare(
            Spec(
                Choice(
                    ((Language.VIETNAMESE, mark("Tiếng Việt")), (Language.ENGLISH, mark("Tiếng Anh"))),
                    Language,
                ),
                mark("Ngôn ngữ"),
                tab=Tab.LOOK,
                restart=True,
            )
        ),
    )
    reduced_motion: bool = field(
        default=False,
        metadata=declare(Spec(Flag(mark("Giảm chuyển động")), mark("Chuyển động"), tab=Tab.LOOK)),
    )
    alarm_volume: int = field(
        default=80,
        metadata=declare(
            Spec(
                Percent(),
                mark("Âm lượng chuông"),
                mark(
                    "Tin khẩn không nhỏ hơn mức sàn: 40 % ban ngày, 60 % từ 22 giờ đến 5 giờ; chưa ai nhận sau 1 phút thì "
                    "70 %, ban đêm 90 %."
                ),
                tab=Tab.SOUND,
            )
        ),
    )
    badge: bool = field(
        default=True,
        metadata=declare(
            Spec(
                Flag(mark("Số tin khẩn chưa ai nhận ở biểu tượng chương trình")),
                mark("Biểu tượng"),
                tab=Tab.SOUND,
            )
        ),
    )
    flash: bool = field(
        default=True,
        metadata=declare(Spec(Flag(mark("Nháy ở thanh tác vụ")), mark("Thanh tác vụ"), tab=Tab.SOUND)),
    )
    system_notices: bool = field(
        default=True,
        metadata=declare(
            Spec(
                Flag(mark("Thông báo của hệ điều hành")),
                mark("Thông báo"),
                mark(
                    "Tin khẩn chưa ai nhận và ca trực không ai trả lời luôn có chuông, nháy và thông báo, dù tắt ở đây."
                ),
                tab=Tab.SOUND,
            )
        ),
    )
    officer: str = field(default="", metadata=declare(Spec(Text())))
    unit: str = field(default="", metadata=declare(Spec(Text())))
    unit_tree: UnitTree = field(
        default=UnitTree.DISTRICTS,
        metadata=declare(
            Spec(
                Choice(
                    (
                        (UnitTree.DISTRICTS, mark("Có cấp huyện (đến 2025)")),
                        (UnitTree.COMMUNES, mark("Tỉnh và xã (từ 2025)")),
                    ),
                    UnitTree,
                ),
                mark("Cây đơn vị"),
                mark("Hồ sơ cũ giữ tên đơn vị lúc nó được ghi."),
                tab=Tab.DESK,
                restart=True,
            )
        ),
    )
    keys: Mapping[str, str] = field(default_factory=dict, metadata=declare(Spec(Texts())))
    views: Mapping[str, str] = field(default_factory=dict, metadata=declare(Spec(Texts())))
    oa: OaConnection = field(default_factory=OaConnection)


def declared() -> dict[str, Spec]:
    """Return the declaration of every setting by its name in the file; the connection of the OA has a command of its own."""
    return {one.name: one.metadata["spec"] for one in fields(Settings) if "spec" in one.metadata}


_ADVICE = (
    "Dữ liệu trong kho không bị ảnh hưởng và tệp này được giữ nguyên. Hãy sửa chỗ vừa nêu, hoặc chép settings.json.old "
    "bên cạnh đè lên nó, rồi chạy lại."
)


def load_settings(path: Path) -> Settings:
    """Return the stored settings, the defaults where there is no file yet. Fields of newer versions are ignored.

    Raises:
        DamagedSettingsError: what is in the file are no settings; it is left as it is.
        SettingsError: the file is there and cannot be read.

    """
    try:
        return _load(path)
    except DamagedSettingsError as error:
        raise DamagedSettingsError(error.what, _ADVICE) from error
    except SettingsError as error:
        raise SettingsError(f"{error} {_ADVICE}") from error


def _load(path: Path) -> Settings:
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsError(f"{path}: không đọc được ({error.strerror}).") from error
    return parse_settings(raw, str(path))


def parse_settings(raw: bytes, place: str) -> Settings:
    """Return the settings of a file's bytes; ``place`` names it in words.

    Raises:
        DamagedSettingsError: these are none.

    """
    if len(raw) > MAX_BYTES:
        raise DamagedSettingsError(f"{place}: lớn hơn {MAX_BYTES // 1024} KB.")
    try:
        data = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise DamagedSettingsError(f"{place}: không phải UTF-8 (byte thứ {error.start}).") from error
    except json.JSONDecodeError as error:
        raise DamagedSettingsError(
            f"{place}: dòng {error.lineno}, cột {error.colno} không phải JSON."
        ) from error
    except (ValueError, RecursionError) as error:
        raise DamagedSettingsError(f"{place}: không phải JSON.") from error
    return _read(place, data)


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings whole; the file before stays as ``settings.json.old``.

    Raises:
        SettingsError: they could not be written; the old file is still there.

    """
    new = path.with_name(path.name + ".new")
    text = json.dumps(asdict(settings), indent=2, ensure_ascii=False) + "\n"
    try:
        with new.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copyfile(path, path.with_name(path.name + ".old"))
        new.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
        raise SettingsError(f"{path}: không ghi được ({error.strerror}); cài đặt cũ còn nguyên.") from error


def recover_settings(path: Path, kept: str = "") -> Settings | None:
    """Put a bad file aside as ``settings.json.bad`` and go back to the settings before it; ``None`` where there are none.

    They come from ``settings.json.old``, else from ``kept``: what the store holds of the file's text.

    Raises:
        SettingsError: the folder cannot be written.

    """
    try:
        path.replace(path.with_name(path.name + ".bad"))
    except FileNotFoundError:
        pass
    except OSError as error:
        raise SettingsError(f"{path}: không dời được ({error.strerror}).") from error
    settings = _before(path.with_name(path.name + ".old"), kept)
    if settings is not None:
        save_settings(path, settings)
    return settings


def _before(old: Path, kept: str) -> Settings | None:
    with contextlib.suppress(SettingsError):
        if old.exists():
            return load_settings(old)
    with contextlib.suppress(SettingsError):
        if kept:
            return parse_settings(kept.encode(), "store")
    return None


def _read(place: str, data: object) -> Settings:
    if not isinstance(data, dict):
        raise DamagedSettingsError(f"{place}: phải là một đối tượng JSON.")
    oa = data.get("oa", {})
    if not isinstance(oa, dict):
        raise DamagedSettingsError(f"{place}: «oa» phải là một đối tượng JSON.")
    try:
        values = {name: spec.kind.read(name, data[name]) for name, spec in declared().items() if name in data}
        connection = OaConnection(
            **{part.name: str(Text().read(part.name, oa.get(part.name, ""))) for part in fields(OaConnection)}
        )
    except ValueError as error:
        raise DamagedSettingsError(f"{place}: {error}") from error
    return Settings(**values, oa=connection)  # type: ignore[arg-type]  # each kind gives its field's type
