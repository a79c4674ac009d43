"""What the console remembers of its set-up. Nothing secret, nothing about a citizen: plain JSON in the profile."""

import contextlib
import json
import os
import shutil
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
MAX_BYTES = 64 * 1024

Kind = TypeVar("Kind", bound=StrEnum)


class SettingsError(Exception):
    """The file cannot be used; ``str(error)`` is Vietnamese, names the place and may be shown."""


class Theme(StrEnum):
    """Which look; ``SYSTEM`` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


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
    """All settings. ``officer`` and ``unit`` are ids; ``scale`` is one of ``SCALES``."""

    theme: Theme = Theme.SYSTEM
    scale: float = 1.0
    language: Language = Language.VIETNAMESE
    officer: str = ""
    unit: str = ""
    unit_tree: UnitTree = UnitTree.DISTRICTS
    oa: OaConnection = field(default_factory=OaConnection)


def load_settings(path: Path) -> Settings:
    """Return the stored settings, the defaults where there is no file yet. Fields of newer versions are ignored.

    Raises:
        SettingsError: the file is there and cannot be used; it is left as it is.

    """
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsError(f"{path}: không đọc được ({error.strerror}).") from error
    if len(raw) > MAX_BYTES:
        raise SettingsError(f"{path}: lớn hơn {MAX_BYTES // 1024} KB.")
    try:
        data = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: không phải UTF-8 (byte thứ {error.start}).") from error
    except json.JSONDecodeError as error:
        raise SettingsError(f"{path}: dòng {error.lineno}, cột {error.colno} không phải JSON.") from error
    except (ValueError, RecursionError) as error:
        raise SettingsError(f"{path}: không phải JSON.") from error
    return _read(path, data)


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


def recover_settings(path: Path) -> Settings:
    """Put a bad file aside as ``settings.json.bad`` and return the settings before it, or the defaults.

    Raises:
        SettingsError: the folder cannot be written.

    """
    try:
        path.replace(path.with_name(path.name + ".bad"))
    except FileNotFoundError:
        pass
    except OSError as error:
        raise SettingsError(f"{path}: không dời được ({error.strerror}).") from error
    try:
        settings = load_settings(path.with_name(path.name + ".old"))
    except SettingsError:
        settings = Settings()
    save_settings(path, settings)
    return settings


def _read(path: Path, data: object) -> Settings:
    if not isinstance(data, dict):
        raise SettingsError(f"{path}: phải là một đối tượng JSON.")
    oa = data.get("oa", {})
    if not isinstance(oa, dict):
        raise SettingsError(f"{path}: «oa» phải là một đối tượng JSON.")
    known = Settings()
    try:
        return Settings(
            theme=_choice(data, "theme", known.theme),
            scale=_scale(data.get("scale", known.scale)),
            language=_choice(data, "language", known.language),
            officer=_text(data, "officer"),
            unit=_text(data, "unit"),
            unit_tree=_choice(data, "unit_tree", known.unit_tree),
            oa=OaConnection(**{part.name: _text(oa, part.name) for part in fields(OaConnection)}),
        )
    except ValueError as error:
        raise SettingsError(f"{path}: {error}") from error


def _choice(data: dict[str, Any], name: str, default: Kind) -> Kind:
    value, kind = data.get(name, default), type(default)
    if not isinstance(value, str) or value not in set(kind):
        raise ValueError(f"«{name}» phải là một trong: {', '.join(kind)}.")
    return kind(value)


def _scale(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or value not in SCALES:
        raise ValueError(f"«scale» phải là một trong: {', '.join(str(scale) for scale in SCALES)}.")
    return float(value)


def _text(data: dict[str, Any], name: str) -> str:
    value = data.get(name, "")
    if not isinstance(value, str) or len(value) > 500 or not value.isprintable():
        raise ValueError(f"«{name}» phải là một chuỗi ký tự ngắn.")
    return value
