"""Screenshots of the wizard of the first connection: each step in both themes, and what goes wrong."""

from console.domain.officer import Officer, Role
from console.ui.signin.setup import SetupScreen
from console.ui.signin.setup_state import Check, Found, LinkedOa, Step
from console.ui.theme import apply_theme
from tests.signin_shots import shoot

OA = LinkedOa("2741042829602456085", "Công an tỉnh Cao Bằng", True, True, "09:16")
CHECKS = (
    Check("network", Found.OK, "Tới được oauth.zaloapp.com và openapi.zalo.me"),
    Check("clock", Found.OK, "Khớp với giờ của Zalo"),
    Check("key", Found.OK, "Khóa của kho nằm trong kho khóa hệ thống và mở được kho này"),
    Check("disk", Found.OK, "Còn trống 214 GB; có 32 MB để dành"),
)
NO_NETWORK = (
    Check(
        "network",
        Found.BAD,
        "Không tới được oauth.zaloapp.com. Không nối được tới Zalo. Kiểm tra mạng rồi thử lại.",
    ),
    Check("clock", Found.WARN, "Chưa so được với giờ của Zalo"),
    *CHECKS[2:],
)
LINK = "https://oauth.zaloapp.com/v4/oa/permission?app_id=4318123456701234567"
ADMIN = Officer("CB-2201", "Lý Thị Mai", "TB-CAT", (Role.ADMIN,), "Thiếu tá")


def at(step):
    """Return the wizard at a step, filled as it is when one comes to it."""
    screen = SetupScreen()
    screen.machine.show_checks(CHECKS)
    screen.app.app_id.setText("4318123456701234567")
    screen.app.uri.setText("https://example.vn/zalo")
    screen.consent.offer(LINK)
    screen.trial.begin("THU4821")
    screen.officers.show_officers([], administered=False)
    screen.show_step(step)
    return screen


def no_network():
    """Return the first step without a way to Zalo."""
    screen = at(Step.MACHINE)
    screen.machine.show_checks(NO_NETWORK)
    return screen


def app():
    """Return the second step with a secret typed."""
    screen = at(Step.APP)
    screen.app.secret.setText("0123456789abcdef0123")
    return screen


def waiting():
    """Return the third step while the administrator is expected."""
    screen = at(Step.CONSENT)
    screen.consent.wait("Đã mở trình duyệt lúc 09:12. Mã nhận được dùng một lần, trong 10 phút.")
    return screen


def refused():
    """Return the third step after a wrong secret."""
    screen = at(Step.CONSENT)
    screen.consent.offer(
        LINK,
        "Zalo không nhận khóa bí mật. Chưa lưu gì. Bấm Quay lại, nhập lại khóa, rồi làm với liên kết mới.",
    )
    return screen


def linked():
    """Return the third step when all went well."""
    screen = at(Step.CONSENT)
    screen.consent.show_linked(OA)
    return screen


def trial():
    """Return the fourth step with the code of the trial come in."""
    screen = at(Step.TRIAL)
    screen.trial.show_read(
        "Đã đọc hộp thư: 12 tin mới", "Tin đã vào hàng đợi; cán bộ trực thấy khi bắt đầu.", good=True
    )
    screen.trial.show_code("Tới lúc 09:18. Có thể trả lời thử đúng hội thoại này.")
    return screen


def officers():
    """Return the last step with an administrator."""
    screen = at(Step.OFFICERS)
    rows = [
        (ADMIN, "Trực ban CAT", "Quản trị hệ thống"),
        (
            Officer("CB-2207", "Nông Thị Hạnh", "TB-CAT", (), "Đại úy"),
            "Trực ban CAT",
            "Trực ban tỉnh, Trực chỉ huy",
        ),
    ]
    screen.officers.show_officers(rows, administered=True)
    return screen


SCREENS = {
    "setup_1_machine": lambda: at(Step.MACHINE),
    "setup_1_no_network": no_network,
    "setup_2_app": app,
    "setup_3_consent": waiting,
    "setup_3_refused": refused,
    "setup_3_linked": linked,
    "setup_4_trial": trial,
    "setup_5_officers": officers,
}


def shoot_setup(app, target, sizes):
    """Render every step at the large size, the consent also small and enlarged."""
    for theme in ("light", "dark"):
        apply_theme(app, theme, 1.0)
        for name, make in SCREENS.items():
            shoot(app, sized(make(), *sizes["1920"][:2]), target / f"{name}_{theme}.png")
        shoot(app, sized(waiting(), *sizes["1366"][:2]), target / f"setup_3_consent_{theme}_1366.png")
        apply_theme(app, theme, 1.25)
        shoot(app, sized(waiting(), *sizes["1366"][:2]), target / f"setup_3_consent_{theme}_125_1366.png")


def sized(screen, width, height):
    """Return a screen with its size set."""
    screen.resize(width, height)
    return screen
