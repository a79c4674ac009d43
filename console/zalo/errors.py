"""Typed failures of the Zalo API.

Every failing call raises a ``ZaloError``. Its ``outcome`` answers the question that matters for a send
(reliability.md §4.4): was it surely refused, or may it have been carried out? No error carries headers, URLs with
arguments, or reply bodies, so all of them may be logged.
"""

# ruff: noqa: N818 - named for what happened, as the callers read them

from enum import StrEnum

from console.zalo.error_entry import ErrorEntry


class Outcome(StrEnum):
    """What a failed call may have done on Zalo's side."""

    REFUSED = "refused"
    """Surely not carried out."""
    UNKNOWN = "unknown"
    """May have been carried out; only reading back can tell."""


class Cause(StrEnum):
    """Why a call has no usable answer."""

    ARGUMENT = "argument"
    DNS = "dns"
    CONNECT = "connect"
    TLS = "tls"
    PROXY = "proxy"
    POOL = "pool"
    WITHDRAWN = "withdrawn"
    SECRET_IN_URL = "secret in url"  # noqa: S105 - the name of a cause
    DEADLINE = "deadline"
    TIMEOUT = "timeout"
    RESET = "reset"
    PROTOCOL = "protocol"
    NO_MESSAGE_ID = "no message id"


class ZaloError(Exception):
    """Base of all failures. ``where`` is the API path (or host for media), safe for a log."""

    outcome: Outcome = Outcome.UNKNOWN
    text_vi: str = "Zalo trả lời bất thường. Dữ liệu đã lưu không mất. Thử lại sau ít phút."

    def __init__(self, where: str, detail: str) -> None:
        super().__init__(f"{where}: {detail}")
        self.where = where
        self.detail = detail


class NotSent(ZaloError):
    """The call failed before the first byte of the request left this machine."""

    outcome = Outcome.REFUSED
    text_vi = "Không nối được tới Zalo, chưa có gì được gửi đi. Kiểm tra mạng rồi thử lại."

    def __init__(self, where: str, cause: Cause, detail: str = "") -> None:
        super().__init__(where, f"not sent ({cause.value}){': ' + detail if detail else ''}")
        self.cause = cause
        if cause is Cause.TLS:
            self.text_vi = (
                "Không xác minh được máy chủ Zalo, chưa có gì được gửi đi. "
                "Kiểm tra đồng hồ máy và mạng, báo quản trị nếu còn lặp lại."
            )
        elif cause is Cause.WITHDRAWN:
            self.text_vi = "Đã quá hạn cho phép gửi, chưa có gì được gửi đi. Xem lại tin rồi gửi lại."


class BadArgument(NotSent, ValueError):
    """The caller's argument breaks a documented limit; found here, nothing was sent."""

    text_vi = "Nội dung không hợp với quy định của Zalo, chưa gửi đi. Sửa lại rồi gửi."

    def __init__(self, where: str, what: str) -> None:
        super().__init__(where, Cause.ARGUMENT, what)
        self.what = what


class OutcomeUnknown(ZaloError):
    """The request left, or began to leave, and no complete answer came back."""

    text_vi = "Chưa rõ yêu cầu đã tới Zalo hay chưa. Không gửi lại; chờ đọc lại cuộc trò chuyện để đối chiếu."

    def __init__(self, where: str, cause: Cause, detail: str = "") -> None:
        super().__init__(where, f"outcome unknown ({cause.value}){': ' + detail if detail else ''}")
        self.cause = cause


class ApiError(ZaloError):
    """Zalo answered with an error code.

    ``service_text`` is Zalo's own English message, cleaned and cut; it comes from outside, so it is not part of ``str``.
    """

    def __init__(self, where: str, code: int, entry: ErrorEntry, service_text: str, http_status: int) -> None:
        super().__init__(where, f"Zalo error {code} {entry.symbol}")
        self.code = code
        self.entry = entry
        self.service_text = service_text
        self.http_status = http_status
        self.text_vi = entry.text_vi
        self.outcome = Outcome.REFUSED if entry.proves_refusal else Outcome.UNKNOWN


class RateLimited(ApiError):
    """Too many calls: code -32 or HTTP 429. ``retry_after_s`` is the server's wish in seconds, if it named one."""

    def __init__(
        self,
        where: str,
        code: int,
        entry: ErrorEntry,
        service_text: str,
        http_status: int,
        retry_after_s: float | None,
    ) -> None:
        super().__init__(where, code, entry, service_text, http_status)
        self.retry_after_s = retry_after_s


class HttpStatusError(ZaloError):
    """An HTTP status without a usable envelope: 5xx, 3xx (redirects are never followed), 4xx of a proxy or portal."""

    text_vi = "Máy chủ Zalo hoặc mạng đang trục trặc. Dữ liệu đã lưu không mất. Máy sẽ thử đọc lại."

    def __init__(self, where: str, status: int, retry_after_s: float | None = None) -> None:
        super().__init__(where, f"HTTP status {status}")
        self.status = status
        self.retry_after_s = retry_after_s


class BadBody(ZaloError):
    """The answer cannot be read: ``what`` says in which way, never quoting it."""

    text_vi = "Không đọc được câu trả lời của Zalo. Dữ liệu đã lưu không mất. Máy sẽ thử đọc lại."

    def __init__(self, where: str, what: str) -> None:
        super().__init__(where, f"unreadable reply: {what}")
        self.what = what


class EmptyUpload(BadBody):
    """An upload "succeeded" without an id, which Zalo does when the file name lacks the right ending."""

    text_vi = "Zalo không nhận tệp này. Kiểm tra đuôi tên tệp rồi tải lên lại."


class CallbackError(ZaloError):
    """The consent page came back without a usable code."""

    outcome = Outcome.REFUSED
    text_vi = "Việc cấp quyền trên Zalo chưa hoàn tất. Mở lại trang cấp quyền và làm lại từ đầu."


class MediaError(ZaloError):
    """A file behind a message could not be fetched. The message itself is safe."""

    text_vi = "Chưa tải được tệp đính kèm. Tin nhắn vẫn được lưu. Máy sẽ thử tải lại."


class ForbiddenUrl(MediaError):
    """The address is not one that media may come from."""

    outcome = Outcome.REFUSED
    text_vi = "Tệp nằm ở địa chỉ không được phép nên không tải. Tin nhắn vẫn được lưu."

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(where, f"media address refused: {reason}")
        self.reason = reason


class MediaGone(MediaError):
    """404 or 410: Zalo keeps media about seven days."""

    text_vi = "Zalo không còn giữ tệp này. Tin nhắn vẫn được lưu. Hỏi công dân gửi lại nếu cần."


class MediaTooBig(MediaError):
    """More bytes than the policy allows."""

    text_vi = "Tệp lớn hơn mức cho phép nên không tải. Tin nhắn vẫn được lưu."


class MediaTimedOut(MediaError):
    """Too slow: total deadline, silence, or below the speed floor."""


class MediaRedirected(MediaError):
    """The server pointed elsewhere; redirects are never followed (threats.md T10)."""

    text_vi = "Máy chủ tệp chuyển sang địa chỉ khác nên không tải. Tin nhắn vẫn được lưu."


class MediaUnreachable(MediaError):
    """DNS, connection, TLS or protocol failure."""


class MediaStatus(MediaError):
    """Any other HTTP status than 200."""

    def __init__(self, where: str, status: int) -> None:
        super().__init__(where, f"HTTP status {status}")
        self.status = status
