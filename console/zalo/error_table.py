"""Every error code of the OA and OAuth hosts (zalo-openapi.md §1.3, §8.1), and HTTP 429.

A table, so longer than other files. Vietnamese texts say what happened, what is safe and what to do
(visual-design.md §8); a code is never shown without words.
"""

from types import MappingProxyType

from console.zalo.error_entry import ErrorEntry, Retry

RATE_LIMIT_CODE = -32
HTTP_TOO_MANY = 429

_KEPT = "Nội dung trả lời vẫn được giữ."
_ADMIN = "Báo quản trị OA."
_SETUP = f"Ứng dụng kết nối Zalo chưa được thiết lập đúng. Dữ liệu đã lưu không mất. {_ADMIN}"
_TOKEN = "Zalo không còn chấp nhận khóa truy cập. Dữ liệu đã lưu không mất. Máy tự xin khóa mới, chờ ít phút."  # noqa: S105
_CONSENT = "Zalo không còn cho phép truy cập. Dữ liệu đã lưu không mất. Quản trị cần cấp quyền lại cho OA."
_OLD = f"Zalo đã bỏ cách gọi này. Dữ liệu đã lưu không mất. {_ADMIN}"
_ASSET = f"Gói tài sản nhóm này đã được dùng hoặc đã tắt. Chưa có gì thay đổi. {_ADMIN}"
_UPLOAD = f"Tệp đã tải lên Zalo hết hạn nên chưa gửi được. {_KEPT} Tải tệp lên lại rồi gửi."

ENTRIES: tuple[ErrorEntry, ...] = (
    # Rate
    ErrorEntry(
        RATE_LIMIT_CODE,
        "RATE_LIMIT",
        "calls per minute used up",
        "Đã hết lượt gọi Zalo trong phút này. Chưa có gì bị mất. Máy tự thử lại sang phút sau.",
        Retry.NEXT_MINUTE,
    ),
    ErrorEntry(
        HTTP_TOO_MANY,
        "HTTP_TOO_MANY_REQUESTS",
        "HTTP 429",
        "Zalo báo gọi quá dày. Chưa có gì bị mất. Máy tự giãn nhịp rồi thử lại.",
        Retry.BACKOFF,
    ),
    # Uploads
    ErrorEntry(-100, "ATTACHMENT_EXPIRED", "attachment_id was expired", _UPLOAD, Retry.REUPLOAD),
    ErrorEntry(-155, "UPLOAD_TOKEN_EXPIRED", "upload token expired", _UPLOAD, Retry.REUPLOAD),
    # Sending
    ErrorEntry(
        -200,
        "SEND_FAILED",
        "send message failed, no reason given",
        f"Zalo báo gửi không thành nhưng không nói lý do. Chưa rõ đã tới công dân hay chưa. {_KEPT} Chờ máy đối chiếu.",
        Retry.BACKOFF,
        proves_refusal=False,
    ),
    ErrorEntry(
        -201,
        "INVALID_PARAMETER",
        "a field is invalid; also a wrong file type",
        f"Không gửi được: Zalo không nhận một phần nội dung hoặc loại tệp. {_KEPT} Kiểm tra nội dung, tệp rồi gửi lại.",
        Retry.NEVER,
    ),
    ErrorEntry(-202, "MAC_INVALID", "mac invalid (v1 API)", _OLD, Retry.NEVER),
    ErrorEntry(
        -204,
        "OA_DELETED",
        "the OA was deleted",
        f"Tài khoản OA đã bị xóa hoặc bị khóa trên Zalo. Dữ liệu đã lưu không mất. {_ADMIN}",
        Retry.NEVER,
    ),
    ErrorEntry(
        -205,
        "OA_NOT_FOUND",
        "no such OA",
        f"Zalo không tìm thấy tài khoản OA này. Dữ liệu đã lưu không mất. {_ADMIN}",
        Retry.NEVER,
    ),
    ErrorEntry(-207, "OA_NOT_THIRD_PARTY", "OA is not a third party (old list)", _SETUP, Retry.NEVER),
    ErrorEntry(-208, "OA_WITHOUT_SECRET", "OA has no secret key (old list)", _SETUP, Retry.NEVER),
    ErrorEntry(-209, "APP_NOT_ACTIVE", "app not activated for this API", _SETUP, Retry.NEVER),
    ErrorEntry(
        -210,
        "TOO_BIG",
        "a parameter exceeds its limit: count, text over 2000 characters, file too big",
        f"Không gửi được: nội dung hoặc tệp quá dài so với mức Zalo cho phép. {_KEPT} Rút ngắn rồi gửi lại.",
        Retry.NEVER,
    ),
    ErrorEntry(
        -211,
        "OUT_OF_QUOTA",
        "the feature's quota is used up",
        f"Không gửi được: OA đã dùng hết hạn mức của tính năng này. {_KEPT} Chờ hạn mức mới hoặc báo quản trị.",
        Retry.LATER,
    ),
    ErrorEntry(-212, "API_NOT_REGISTERED", "API not registered for the app", _SETUP, Retry.NEVER),
    ErrorEntry(
        -213,
        "NOT_FOLLOWER",
        "the user does not follow the OA",
        f"Không gửi được: công dân đã bỏ quan tâm OA. {_KEPT} Liên hệ công dân bằng cách khác nếu cần.",
        Retry.LATER,
    ),
    ErrorEntry(
        -214,
        "ARTICLE_PROCESSING",
        "the article is being processed",
        "Zalo đang xử lý bài viết. Bài viết không mất. Chờ ít phút rồi kiểm tra lại.",
        Retry.BACKOFF,
    ),
    ErrorEntry(-215, "APP_ID_INVALID", "invalid app id (old list)", _SETUP, Retry.NEVER),
    ErrorEntry(-216, "TOKEN_INVALID", "access token invalid or expired", _TOKEN, Retry.AFTER_REFRESH),
    ErrorEntry(
        -217,
        "BLOCKED_INVITATION",
        "the user blocked invitations of the OA",
        f"Không gửi được: công dân đã chặn lời mời từ OA. {_KEPT} Liên hệ công dân bằng cách khác nếu cần.",
        Retry.NEVER,
    ),
    ErrorEntry(
        -218,
        "RECEIVER_QUOTA",
        "this user's receive limit is used up",
        f"Không gửi được: công dân đã nhận đủ số tin Zalo cho phép. {_KEPT} Gửi lại sau.",
        Retry.LATER,
    ),
    ErrorEntry(-219, "APP_REMOVED", "app removed or disabled", _SETUP, Retry.NEVER),
    ErrorEntry(-220, "TOKEN_REMOVED", "access token expired or removed", _TOKEN, Retry.AFTER_REFRESH),
    ErrorEntry(
        -221,
        "OA_NOT_VERIFIED",
        "the OA must be verified for this feature",
        f"OA chưa được Zalo xác thực nên chưa dùng được tính năng này. {_KEPT} {_ADMIN}",
        Retry.NEVER,
    ),
    ErrorEntry(
        -222,
        "BANNED_OR_IDLE_OLD",
        "as -227 (old list)",
        f"Không gửi được: tài khoản Zalo của công dân bị khóa hoặc lâu không dùng. {_KEPT} Liên hệ bằng cách khác nếu cần.",
        Retry.NEVER,
    ),
    ErrorEntry(
        -223,
        "NOT_AUTHORIZED",
        "the OA has not authorized this API",
        f"OA chưa cho phép ứng dụng dùng chức năng này. {_KEPT} Quản trị cần cấp quyền cho ứng dụng.",
        Retry.NEVER,
    ),
    ErrorEntry(
        -224,
        "PACKAGE_TOO_LOW",
        "the OA must upgrade its package",
        f"Gói dịch vụ OA hiện tại không có tính năng này. {_KEPT} {_ADMIN}",
        Retry.NEVER,
    ),
    ErrorEntry(
        -227,
        "BANNED_OR_IDLE",
        "user banned, or inactive for more than 45 days",
        f"Không gửi được: tài khoản Zalo của công dân bị khóa hoặc không dùng quá 45 ngày. {_KEPT} Liên hệ bằng cách khác nếu cần.",
        Retry.NEVER,
    ),
    ErrorEntry(
        -230,
        "WINDOW_CLOSED",
        "no interaction in the past 7 days",
        f"Không gửi được: công dân không nhắn cho OA trong 7 ngày qua. {_KEPT} Gửi được khi công dân nhắn lại.",
        Retry.LATER,
    ),
    ErrorEntry(
        -232,
        "NO_INTERACTION",
        "never interacted, or the last interaction has expired",
        f"Không gửi được: công dân chưa nhắn cho OA hoặc đã quá hạn trả lời. {_KEPT} Gửi được khi công dân nhắn lại.",
        Retry.LATER,
    ),
    ErrorEntry(
        -233,
        "MESSAGE_TYPE",
        "message type invalid or not supported",
        f"Không gửi được: Zalo không hỗ trợ loại tin này. {_KEPT} Đổi sang tin chữ hoặc loại tệp khác.",
        Retry.NEVER,
    ),
    ErrorEntry(
        -234,
        "NIGHT",
        "not at night (22:00-06:00); promotions",
        f"Không gửi được: Zalo không cho gửi loại tin này từ 22:00 đến 06:00. {_KEPT} Gửi lại sau 06:00.",
        Retry.LATER,
    ),
    ErrorEntry(
        -235,
        "OA_TYPE",
        "the API does not support this type of OA",
        f"Zalo không hỗ trợ chức năng này cho loại OA của đơn vị. {_KEPT} {_ADMIN}",
        Retry.NEVER,
    ),
    ErrorEntry(
        -237,
        "GROUP_DISABLED",
        "the group is disabled",
        f"Không gửi được: nhóm chat đã bị tắt. {_KEPT} {_ADMIN}",
        Retry.NEVER,
    ),
    ErrorEntry(-238, "ASSET_DISABLED", "asset_id already used or disabled", _ASSET, Retry.NEVER),
    ErrorEntry(-240, "V2_SHUT_DOWN", "message v2 API shut down", _OLD, Retry.NEVER),
    ErrorEntry(-241, "ASSET_USED", "asset_id already used", _ASSET, Retry.NEVER),
    ErrorEntry(-242, "APPSECRET_PROOF", "invalid appsecret_proof", _SETUP, Retry.NEVER),
    ErrorEntry(
        -244,
        "USER_RESTRICTED",
        "the user restricted this message type from the OA",
        f"Không gửi được: công dân đã chặn loại tin này từ OA. {_KEPT} Liên hệ công dân bằng cách khác nếu cần.",
        Retry.NEVER,
    ),
    ErrorEntry(
        -248,
        "PLATFORM_STANDARDS",
        "violates the platform's standards",
        f"Không gửi được: Zalo cho rằng nội dung vi phạm quy chuẩn của họ. {_KEPT} Viết lại nội dung rồi gửi.",
        Retry.NEVER,
    ),
    ErrorEntry(
        -249,
        "UNDOCUMENTED_249",
        "listed in 2026 without an explanation",
        f"Zalo từ chối mà không công bố lý do. Chưa rõ yêu cầu đã thực hiện hay chưa. {_KEPT} {_ADMIN}",
        Retry.NEVER,
        proves_refusal=False,
    ),
    ErrorEntry(
        -305,
        "REPLY_WINDOW_OLD",
        "no answer allowed after 48 h (old list)",
        f"Không gửi được: đã quá 48 giờ từ tin cuối của công dân. {_KEPT} Gửi được khi công dân nhắn lại.",
        Retry.NEVER,
    ),
    ErrorEntry(
        -311,
        "REPLY_QUOTA_OLD",
        "reply quota used up (old list)",
        f"Không gửi được: đã hết số tin trả lời miễn phí cho công dân này. {_KEPT} Gửi được khi công dân nhắn lại.",
        Retry.NEVER,
    ),
    ErrorEntry(
        -320,
        "ZCA_NOT_LINKED",
        "the app has no Zalo Cloud Account for paid features",
        f"Không gửi được: chưa nối tài khoản trả phí của Zalo cho tin tính tiền. {_KEPT} {_ADMIN}",
        Retry.NEVER,
    ),
    ErrorEntry(
        -321,
        "ZCA_NO_MONEY",
        "the Zalo Cloud Account is out of money",
        f"Không gửi được: tài khoản trả phí của Zalo hết tiền. {_KEPT} {_ADMIN}",
        Retry.LATER,
    ),
    ErrorEntry(
        -403,
        "OA_NOT_IN_GROUP",
        "the OA is not in the group",
        f"Không gửi được: OA không còn trong nhóm chat. {_KEPT} {_ADMIN}",
        Retry.NEVER,
    ),
    ErrorEntry(
        -1340,
        "FORM_NOT_FOUND",
        "cannot find this form",
        f"Zalo không tìm thấy biểu mẫu này. Dữ liệu đã lưu không mất. {_ADMIN}",
        Retry.NEVER,
    ),
    ErrorEntry(
        -1341,
        "FORM_FORBIDDEN",
        "no access to this form",
        f"OA không có quyền xem biểu mẫu này. Dữ liệu đã lưu không mất. {_ADMIN}",
        Retry.NEVER,
    ),
    ErrorEntry(
        404,
        "EMPTY_API",
        "wrong path: empty or invalid API",
        f"Zalo không còn địa chỉ dịch vụ mà máy gọi tới. Dữ liệu đã lưu không mất. {_ADMIN}",
        Retry.NEVER,
    ),
    ErrorEntry(216, "TOKEN_REJECTED_216", "token rejected", _TOKEN, Retry.AFTER_REFRESH),
    ErrorEntry(401, "TOKEN_REJECTED_401", "token rejected", _TOKEN, Retry.AFTER_REFRESH),
    ErrorEntry(-401, "TOKEN_REJECTED_MINUS_401", "token rejected", _TOKEN, Retry.AFTER_REFRESH),
    # OAuth (§1.3)
    ErrorEntry(-118, "GRANT_DEAD", "invalid grant", _CONSENT, Retry.NEW_CONSENT, proves_refusal=False),
    ErrorEntry(
        -14001,
        "OAUTH_REQUEST",
        "generic invalid request",
        _SETUP,
        Retry.NEVER,
        proves_refusal=False,
    ),
    ErrorEntry(-14002, "OAUTH_APP", "app_id invalid, or app not active", _SETUP, Retry.NEVER),
    ErrorEntry(
        -14003,
        "OAUTH_REDIRECT",
        "invalid redirect_uri",
        f"Địa chỉ nhận kết quả cấp quyền chưa được đăng ký trên Zalo. Chưa có gì thay đổi. {_ADMIN}",
        Retry.NEVER,
    ),
    ErrorEntry(
        -14004,
        "OAUTH_SECRET",
        "secret_key wrong or missing",
        "Khóa bí mật của ứng dụng không đúng. Dữ liệu đã lưu không mất. Quản trị cần nhập lại khóa bí mật.",
        Retry.NEVER,
    ),
    ErrorEntry(
        -14005,
        "OAUTH_CODE",
        "authorization code invalid, expired or used",
        "Mã cấp quyền đã hết hạn hoặc đã dùng. Chưa có gì thay đổi. Mở lại trang cấp quyền và làm lại.",
        Retry.NEW_CONSENT,
    ),
    ErrorEntry(-14012, "OAUTH_14012", "listed without text", _SETUP, Retry.NEVER, proves_refusal=False),
    ErrorEntry(-14024, "OAUTH_14024", "listed without text", _SETUP, Retry.NEVER, proves_refusal=False),
    ErrorEntry(
        -14014,
        "REFRESH_TOKEN",
        "refresh token invalid, expired or already used",
        _CONSENT,
        Retry.NEW_CONSENT,
    ),
    ErrorEntry(-14018, "OAUTH_GRANT_TYPE", "unknown or missing grant_type", _SETUP, Retry.NEVER),
)

ARTICLE_QUOTA = ErrorEntry(
    -223,
    "ARTICLE_QUOTA",
    "the OA reached its article limit",
    "OA đã hết số bài viết của tháng. Bản nháp không mất. Đăng lại sang tháng sau.",
    Retry.LATER,
)
"""The second meaning of -223, told apart by Zalo's text."""

BY_CODE = MappingProxyType({entry.code: entry for entry in ENTRIES})


def lookup(code: int, service_text: str = "") -> ErrorEntry:
    """Return what ``code`` means; ``service_text`` (Zalo's message) tells the two meanings of -223 apart.

    A code that no source explains proves nothing: its entry has ``proves_refusal`` false.
    """
    if code == ARTICLE_QUOTA.code and "quota" in service_text.casefold():
        return ARTICLE_QUOTA
    return BY_CODE.get(code) or ErrorEntry(
        code,
        "UNKNOWN",
        "not in any list",
        f"Zalo báo một lỗi chưa có trong danh mục (mã {code}). Dữ liệu đã lưu không mất. Báo quản trị kèm mã này.",
        Retry.LATER,
        proves_refusal=False,
    )
