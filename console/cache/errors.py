"""What can go wrong with the encrypted file, as errors an officer can act on.

A ``StoreError`` is a *known* trouble of the place (full disk, wrong key, damaged page); its text says in Vietnamese what
happened, what is safe and what to do. Anything else that SQLite raises is a bug of this program and stays as it is.
"""

import errno
from pathlib import Path
from typing import ClassVar

from console.domain.sentence import Sentence, joined, sentence


class StoreError(Exception):
    """A known trouble. ``str(error)`` may be shown and logged: it never holds data of a citizen, nor a key.

    ``KIND`` is a stable word for logs and for ``trouble.kind``; ``detail`` names the place, such as a file's path.
    """

    KIND: ClassVar[str] = "store"
    TEXT: ClassVar[Sentence] = sentence("Kho dữ liệu gặp lỗi.")
    NAMES_PLACE: ClassVar[bool] = False
    """Whether an officer is told the place too: one that he chose himself."""

    def __init__(self, detail: str = "") -> None:
        """Make the error with the place it concerns, if there is one to name."""
        super().__init__(f"{self.TEXT} [{detail}]" if detail else self.TEXT)
        self.detail = detail

    @property
    def words(self) -> Sentence:
        """Return ``str(error)`` as a text that can be said in either language."""
        return joined(" ", (self.TEXT, joined("", ("[", self.detail, "]")))) if self.detail else self.TEXT

    @property
    def text_vi(self) -> Sentence:
        """Return what an officer is told: what happened, what is safe, what to do."""
        return self.words if self.NAMES_PLACE else self.TEXT


class DiskFullError(StoreError):
    """No room: nothing of the refused transaction was written."""

    KIND = "disk_full"
    TEXT = sentence(
        "Ổ đĩa đã đầy nên thao tác vừa rồi chưa được lưu. Dữ liệu đã lưu trước đó còn nguyên và vẫn đọc được. "
        "Hãy giải phóng dung lượng ổ đĩa rồi làm lại thao tác."
    )


class LockedError(StoreError):
    """Somebody else held the file longer than the busy timeout."""

    KIND = "locked"
    TEXT = sentence(
        "Kho dữ liệu đang bị một chương trình khác giữ (có thể là phần mềm diệt vi-rút hoặc sao lưu) nên thao tác "
        "chưa được lưu. Dữ liệu đã lưu không bị ảnh hưởng. Hãy thử lại sau ít giây."
    )


class DiskError(StoreError):
    """The system refused a read, a write or an fsync; the connection must not be used any more."""

    KIND = "io"
    TEXT = sentence(
        "Ổ đĩa báo lỗi khi đọc hoặc ghi kho dữ liệu nên thao tác chưa được lưu. Những gì đã báo «Đã lưu» thì vẫn còn. "
        "Hãy khởi động lại chương trình; nếu lỗi lặp lại, hãy kiểm tra ổ đĩa và khôi phục từ bản sao lưu."
    )


class PlaceError(StoreError):
    """The folder or file cannot be opened or written by this user."""

    KIND = "place"
    TEXT = sentence(
        "Không mở hoặc không ghi được thư mục dữ liệu. Chưa có gì bị thay đổi. "
        "Hãy kiểm tra quyền của thư mục này đối với tài khoản đang dùng."
    )


class NetworkShareError(StoreError):
    """The file lies on a network share, where SQLite's locks and fsync promise nothing."""

    KIND = "network_share"
    TEXT = sentence(
        "Thư mục dữ liệu nằm trên ổ mạng; ở đó không thể bảo đảm dữ liệu đã lưu là còn. Chưa có gì bị thay đổi. "
        "Hãy chọn một thư mục trên ổ đĩa của chính máy này (--profile)."
    )


class CorruptedError(StoreError):
    """A page fails its authentication code, or the structure is broken. The file is left as it is."""

    KIND = "corrupted"
    TEXT = sentence(
        "Tệp dữ liệu bị hỏng. Chương trình dừng ghi và giữ nguyên tệp để cứu dữ liệu; không có tệp mới nào được tạo. "
        "Hãy khôi phục từ bản sao lưu gần nhất: console restore."
    )


class WrongKeyError(StoreError):
    """The key does not open the file (or its first page is damaged: the two cannot be told apart)."""

    KIND = "wrong_key"
    TEXT = sentence(
        "Khóa không mở được tệp dữ liệu: khóa không phải của tệp này, hoặc phần đầu tệp bị hỏng. Tệp được giữ nguyên, "
        "không có tệp mới nào được tạo. Hãy dùng đúng khóa (kho khóa của hệ điều hành hoặc --key-file), "
        "hoặc khôi phục từ bản sao lưu: console restore."
    )


class MissingKeyError(StoreError):
    """There is a file, but no key for it. A new key would be useless and is never made."""

    KIND = "missing_key"
    TEXT = sentence(
        "Có tệp dữ liệu nhưng không tìm thấy khóa của nó. Tệp được giữ nguyên; chương trình không tạo khóa mới vì khóa mới "
        "không đọc được dữ liệu cũ. Hãy khôi phục kho khóa của hệ điều hành, hoặc dùng --key-file với tệp khóa đã cất giữ."
    )


class NoStoreError(StoreError):
    """A command that works on what is stored was given a place where nothing is; a new store would only look sound."""

    KIND = "no_store"
    TEXT = sentence(
        "Ở đây chưa có kho dữ liệu nào, nên không có gì để làm. Chưa tạo và chưa thay đổi gì. Hãy xem lại --profile; kho mới "
        "được tạo khi mở chương trình hoặc chạy console connect."
    )


class MissingFileError(StoreError):
    """There is a key, but its file is gone. An empty file in its place would hide the loss."""

    KIND = "missing_file"
    TEXT = sentence(
        "Có khóa nhưng không thấy tệp dữ liệu. Chương trình không tạo tệp trống để tránh che giấu việc mất dữ liệu. "
        "Hãy tìm lại tệp, hoặc khôi phục từ bản sao lưu: console restore."
    )


class NotEncryptedError(StoreError):
    """The file is a plain SQLite file, or the driver is not SQLCipher. Nothing is ever stored in plaintext."""

    KIND = "not_encrypted"
    TEXT = sentence(
        "Tệp này không được mã hóa nên chương trình không dùng nó, và không ghi gì vào đó. "
        "Hãy kiểm tra lại thư mục dữ liệu (--profile) hoặc khôi phục từ bản sao lưu: console restore."
    )


class TooNewError(StoreError):
    """A newer version of the program wrote the file; an older one must not touch it."""

    KIND = "too_new"
    TEXT = sentence(
        "Tệp dữ liệu do một phiên bản mới hơn của chương trình tạo ra; phiên bản này không được phép sửa nó. "
        "Dữ liệu còn nguyên. Hãy cài phiên bản mới hơn của chương trình."
    )


class OldSchemaError(StoreError):
    """An older version wrote the file; it is migrated on a copy before it may be opened."""

    KIND = "old_schema"
    TEXT = sentence(
        "Tệp dữ liệu thuộc phiên bản cũ và cần được nâng cấp trước khi dùng. Dữ liệu còn nguyên. "
        "Hãy mở chương trình theo cách thông thường để nó tự nâng cấp trên một bản sao."
    )


class InUseError(StoreError):
    """Another process of this program works on the same profile."""

    KIND = "in_use"
    TEXT = sentence(
        "Bàn trực đang chạy trên thư mục dữ liệu này rồi. Dữ liệu an toàn. "
        "Hãy dùng cửa sổ đang mở, hoặc đóng nó trước khi chạy lệnh này."
    )


class AlreadyThereError(StoreError):
    """Something would be overwritten that is not ours to overwrite."""

    KIND = "already_there"
    TEXT = sentence(
        "Đã có tệp ở đích; chương trình không ghi đè lên nó. Dữ liệu còn nguyên. Hãy chọn tên khác, hoặc dời tệp cũ đi."
    )


class HealthyStoreError(StoreError):
    """A restore would replace a store that is sound."""

    KIND = "healthy_store"
    TEXT = sentence(
        "Kho dữ liệu hiện tại vẫn mở được và không hỏng, nên chưa thay bằng bản sao lưu. Chưa có gì bị thay đổi. "
        "Nếu vẫn muốn thay, hãy thêm --force; tệp hiện tại sẽ được giữ lại bên cạnh."
    )


class KeyringError(StoreError):
    """No keyring of the operating system can be used, or it is locked."""

    KIND = "keyring"
    TEXT = sentence(
        "Không dùng được kho khóa của hệ điều hành (Windows Credential Manager, macOS Keychain, hoặc Secret Service/KWallet "
        "trên Linux) nên không lấy được khóa mã hóa; chưa có gì bị đọc hay ghi. Hãy mở khóa kho khóa rồi chạy lại. Trên máy "
        "chủ không có kho khóa, hãy dùng --key-file với tệp khóa riêng."
    )


class PinError(StoreError):
    """A password is not the officer's, too short, or the last one that opens the store."""

    KIND = "pin"
    TEXT = sentence(
        "Sai PIN, hoặc PIN không đủ điều kiện. Chưa thay đổi gì; dữ liệu vẫn an toàn. Hãy gõ lại."
    )


class RekeyError(StoreError):
    """The copy of the store under its new key does not hold what the store holds."""

    KIND = "rekey"
    TEXT = sentence(
        "Chưa đổi được khóa của kho: bản chép dưới khóa mới không khớp nên đã bỏ, kho cũ còn nguyên và vẫn mở được. "
        "Hãy mở lại; lặp lại thì sao lưu rồi báo quản trị."
    )


class OncePinError(StoreError):
    """The PIN was given for one sign-in, which is for choosing another; no other one was chosen."""

    KIND = "pin_once"
    TEXT = sentence(
        "PIN này người quản trị cấp để dùng một lần. Chưa mở gì, dữ liệu vẫn an toàn. "
        "Hãy đăng nhập và đặt PIN của riêng mình."
    )


class PinWaitError(StoreError):
    """Too many wrong passwords: the next try has to wait. ``wait_ms`` says how long."""

    KIND = "pin_wait"
    TEXT = sentence(
        "Sai PIN quá nhiều lần. Dữ liệu vẫn an toàn, tin vẫn được nhận. Hãy chờ hết thời gian rồi thử lại."
    )

    def __init__(self, wait_ms: int) -> None:
        """Take how long to wait."""
        super().__init__(sentence("{minutes} phút", minutes=-(-wait_ms // 60_000)))
        self.wait_ms = wait_ms


class SignInNeededError(StoreError):
    """The store opens only for an officer with his password."""

    KIND = "sign_in"
    TEXT = sentence(
        "Kho này mở bằng PIN của cán bộ. Chưa có gì bị đọc hay ghi. Ở cửa sổ lệnh hãy thêm --officer SỐ-HIỆU rồi nhập "
        "PIN khi được hỏi; trên máy chủ, dùng --key-file với tệp khóa của kho."
    )


class KeyFileError(StoreError):
    """The key file is missing, malformed, or readable by others."""

    KIND = "key_file"
    TEXT = sentence(
        "Không dùng được tệp khóa. Tệp dữ liệu không bị đụng tới. Tệp khóa phải chứa đúng 64 chữ số hệ 16 và chỉ chủ của nó "
        "được đọc (chmod 600). Với một kho mới, hãy tạo tệp khóa bằng: console key new TỆP."
    )


class BackupError(StoreError):
    """A backup does not hold what its manifest says, or could not be finished."""

    KIND = "backup"
    TEXT = sentence(
        "Bản sao lưu này không dùng được: nội dung không khớp với bảng kê của nó. Dữ liệu đang dùng không bị ảnh hưởng. "
        "Hãy chọn bản sao lưu khác."
    )


class ParcelKeyError(StoreError):
    """The pass phrase does not open an export file."""

    KIND = "parcel_key"
    TEXT = sentence(
        "Mật khẩu không mở được tệp xuất này: gõ nhầm, là mật khẩu của tệp khác, hoặc đầu tệp bị hỏng. "
        "Chưa ghi gì ra đĩa. Hãy hỏi lại người đã xuất và thử lại."
    )


class ParcelError(StoreError):
    """An export file is no export file, or not what was closed: cut or changed."""

    KIND = "parcel"
    TEXT = sentence(
        "Tệp xuất bị cắt, bị sửa, hoặc không phải tệp xuất của Bàn trực. Không tin được phần nào nên chưa ghi gì ra đĩa. "
        "Hãy xin bản khác của tệp và so SHA-256 với người đã xuất."
    )


class TargetFullError(DiskFullError):
    """No room where something leaves to, such as a stick; the store is not concerned."""

    KIND = "target_full"
    NAMES_PLACE = True
    TEXT = sentence(
        "Nơi ghi đã chọn hết chỗ nên chưa ghi được gì ở đó. Kho dữ liệu không bị ảnh hưởng. "
        "Hãy giải phóng chỗ trên ổ đĩa hay thẻ nhớ đó, hoặc chọn nơi khác, rồi làm lại."
    )


class TargetPlaceError(PlaceError):
    """An export file cannot be opened, or the place it shall go to not be written."""

    KIND = "target_place"
    NAMES_PLACE = True
    TEXT = sentence(
        "Không mở hoặc không ghi được tệp hay thư mục đã chọn. Kho dữ liệu không bị ảnh hưởng. Hãy xem nơi đó có còn không "
        "(thẻ nhớ đã rút ra?) và tài khoản đang dùng có quyền không, hoặc chọn nơi khác, rồi làm lại."
    )


class TargetDiskError(DiskError):
    """The disk or stick of an export file refused, or gave back other bytes; the store is not concerned."""

    KIND = "target_io"
    NAMES_PLACE = True
    TEXT = sentence(
        "Ổ đĩa hay thẻ nhớ đã chọn báo lỗi khi đọc hoặc ghi nên chưa ghi được gì ở đó. Kho dữ liệu không bị ảnh hưởng. "
        "Hãy thay ổ đĩa hay thẻ nhớ đó, hoặc chọn nơi khác, rồi làm lại."
    )


class MigrationError(StoreError):
    """The migrated copy does not hold what the old file holds; the old file stays in use."""

    KIND = "migration"
    TEXT = sentence(
        "Bản nâng cấp của tệp dữ liệu không khớp với bản cũ nên đã bị bỏ. Dữ liệu cũ còn nguyên. "
        "Hãy tiếp tục dùng phiên bản chương trình trước và báo cho người quản trị."
    )


_PLACE = {
    *(
        errno.EACCES,
        errno.EPERM,
        errno.EROFS,
        errno.ENOENT,
        errno.ENOTDIR,
        errno.EISDIR,
        errno.EEXIST,
        errno.ELOOP,
    ),
    errno.ENAMETOOLONG,
}
# SQLite's primary result codes, https://sqlite.org/rescode.html
_BY_CODE: dict[int, type[StoreError]] = {
    5: LockedError,  # SQLITE_BUSY
    6: LockedError,  # SQLITE_LOCKED
    8: PlaceError,  # SQLITE_READONLY
    10: DiskError,  # SQLITE_IOERR
    11: CorruptedError,  # SQLITE_CORRUPT
    13: DiskFullError,  # SQLITE_FULL
    14: PlaceError,  # SQLITE_CANTOPEN
    26: WrongKeyError,  # SQLITE_NOTADB
}


def known_error(error: BaseException, detail: str = "") -> StoreError | None:
    """Return the known trouble that a driver's or system's error stands for, or ``None`` where it is a bug.

    Args:
        error: what SQLite's driver or a file operation raised.
        detail: the place to name, never data.

    """
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(code, int):
        kind = _BY_CODE.get(code & 0xFF)
        return kind(detail) if kind else None
    if isinstance(error, OSError):
        return known_os_error(error, detail)
    return None


def target_error(error: OSError, target: Path) -> StoreError:
    """Return the known trouble of a place outside the store that somebody chose: an export file, the folder it is opened into."""
    match known_os_error(error):
        case DiskFullError():
            return TargetFullError(str(target))
        case PlaceError():
            return TargetPlaceError(str(target))
    return TargetDiskError(str(target))


def known_os_error(error: OSError, detail: str = "") -> StoreError:
    """Return the known trouble that an operating system's error stands for."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFullError(detail)
    if error.errno in _PLACE:
        return PlaceError(detail)
    return DiskError(detail)
