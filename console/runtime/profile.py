"""The folder one console works in: the encrypted file, media, backups, logs, settings, all for this user alone."""

import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

APP_NAME = "ban-truc"
DEMO_APP_NAME = "ban-truc-demo"
PRIVATE = 0o700


class ProfileError(Exception):
    """The profile cannot be used; ``str(error)`` is Vietnamese and may be shown."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Paths of one profile. ``open_profile`` makes and checks them."""

    root: Path

    @property
    def database(self) -> Path:
        """Return the encrypted file."""
        return self.root / "ban-truc.db"

    @property
    def media(self) -> Path:
        """Return the folder of sealed files."""
        return self.root / "media"

    @property
    def backups(self) -> Path:
        """Return the folder of backups."""
        return self.root / "backups"

    @property
    def logs(self) -> Path:
        """Return the folder of the scrubbed log."""
        return self.root / "logs"

    @property
    def settings(self) -> Path:
        """Return the settings file; it holds nothing secret."""
        return self.root / "settings.json"

    @property
    def lock(self) -> Path:
        """Return the lock file of the one running instance."""
        return self.root / "lock"

    @property
    def demo_mark(self) -> Path:
        """Return the file that marks a demo profile."""
        return self.root / "DEMO"

    @property
    def demo_key(self) -> Path:
        """Return the key file that a demo profile brings along; a real profile has none."""
        return self.root / "demo.key"

    @property
    def is_demo(self) -> bool:
        """Return whether this profile was made for the demo: invented data, no route to Zalo."""
        return self.demo_mark.exists()


def default_root(*, demo: bool = False) -> Path:
    """Return where this system keeps a user's application data."""
    return user_data_path(DEMO_APP_NAME if demo else APP_NAME, appauthor=False, roaming=False)


def open_profile(root: Path | None = None, *, demo: bool = False) -> Profile:
    """Make the folders where they are missing, check that nobody else may read them, and return the paths.

    Args:
        root: the folder; the system's default when ``None``.
        demo: the profile is for the demo. A real profile is never opened as one, nor a demo one as real.

    Raises:
        ProfileError: wrong kind, wrong owner, open to others, or not writable.

    """
    restrict_umask()
    profile = Profile((root or default_root(demo=demo)).expanduser().absolute())
    fresh = _is_empty(profile.root)
    if not fresh and profile.is_demo != demo:
        raise ProfileError(
            f"Thư mục {profile.root} là hồ sơ trình diễn; không dùng nó cho công việc thật. Hãy bỏ --profile này hoặc "
            "thêm --demo."
            if profile.is_demo
            else f"Thư mục {profile.root} chứa dữ liệu thật; bản trình diễn không được mở nó. Hãy chọn --profile khác."
        )
    safe_mkdir(profile.root)
    for folder in (profile.media, profile.backups, profile.logs):
        safe_mkdir(folder)
    if demo and fresh:
        try:
            profile.demo_mark.write_text("Dữ liệu trình diễn, không phải của người thật.\n", encoding="utf-8")
        except OSError as error:
            raise ProfileError(f"Không ghi được vào {profile.root}: {error.strerror}.") from error
    return profile


def _is_empty(folder: Path) -> bool:
    """Return whether nothing is there yet. Raises ``ProfileError``: it is no folder, or cannot be looked into."""
    try:
        return not folder.exists() or not any(folder.iterdir())
    except NotADirectoryError:
        raise ProfileError(
            f"{folder} là một tệp, không phải thư mục dữ liệu. Chưa có gì bị thay đổi. Hãy chọn --profile khác."
        ) from None
    except OSError as error:
        raise ProfileError(
            f"Không đọc được thư mục {folder}: {error.strerror}. Chưa có gì bị thay đổi. Hãy kiểm tra quyền của thư mục, "
            "hoặc chọn --profile khác."
        ) from error


def safe_mkdir(folder: Path) -> None:
    """Make a folder for this user alone, or check that an existing one is.

    Raises:
        ProfileError: it is a link or a file, belongs to somebody else, is open to others, or cannot be made.

    """
    try:
        folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        status = folder.lstat()
    except OSError as error:
        raise ProfileError(f"Không tạo được thư mục {folder}: {error.strerror}.") from error
    if not stat.S_ISDIR(status.st_mode):
        raise ProfileError(f"{folder} không phải là thư mục thật (tệp hoặc liên kết). Hãy chọn thư mục khác.")
    if sys.platform == "win32":
        # The user's AppData carries its own access list; mode bits mean nothing there.
        return
    if status.st_uid != os.geteuid():
        raise ProfileError(f"Thư mục {folder} thuộc về tài khoản khác. Hãy chọn thư mục của chính bạn.")
    if status.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise ProfileError(
            f"Người khác có thể vào thư mục {folder} ({stat.filemode(status.st_mode)}). "
            f"Hãy khóa lại rồi chạy tiếp: chmod 700 '{folder}'"
        )


def restrict_umask() -> None:
    """Let every file this process makes be readable by its user alone."""
    os.umask(0o077)
