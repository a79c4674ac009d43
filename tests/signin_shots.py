"""Screenshots of the sign-in and the lock, in both themes and sizes."""

from dataclasses import replace

from console.domain.handover import Nudge
from console.ui.common.names import Names
from console.ui.dialogs.pass_phrase import PassPhraseDialog
from console.ui.signin.lock import LockScreen
from console.ui.signin.login import LoginScreen
from console.ui.signin.new_pin import NewPinDialog
from console.ui.theme import apply_theme
from tests.scene import HANH, TUAN
from tests.shot_window import take_away

LOCKED_MS = 1_773_474_720_000
"""14/03/2026 14:52 in Cao Bằng."""
NAMES = Names(units={"TB-CAT": "Trực ban CAT"})
OFFICERS = (replace(HANH, officer_id="CB-2207"), replace(TUAN, officer_id="CB-2214"))
WRONG = "Sai PIN. Còn 3 lần thử trước khi tạm khóa 15 phút."


def login(*, wrong: bool) -> LoginScreen:
    """Return the sign-in, plain or after a wrong PIN."""
    screen = LoginScreen()
    screen.show_officers(OFFICERS, "CB-2207", NAMES)
    screen.show_office("Công an tỉnh Cao Bằng", "CBTT-03", "")
    if wrong:
        screen.ask.pin.setText("0123456789")
        screen.show_error(WRONG)
        screen.ask.pin.deselect()
    return screen


def wait() -> LoginScreen:
    """Return the sign-in of a rehearsal while nobody can try."""
    screen = login(wrong=False)
    screen.show_office("Công an tỉnh Cao Bằng", "CBTT-03", "DIỄN TẬP – không có tin thật")
    screen.show_error(
        "Sai PIN 5 lần. Tin vẫn được nhận. Chờ hết giờ rồi thử lại, hoặc gọi người quản trị.", 872
    )
    return screen


def lock() -> LockScreen:
    """Return the lock with one urgent case behind it."""
    screen = LockScreen()
    screen.show_officer(OFFICERS[0], LOCKED_MS, LOCKED_MS + 120_000)
    screen.show_counts(1, 14, 2)
    return screen


def lock_asking() -> LockScreen:
    """Return the lock of a desk at night that nobody has answered from twice."""
    screen = lock()
    screen.show_counts(0, 14, 2)
    screen.show_question(Nudge.OTHERS)
    return screen


SCREENS = {
    "login": lambda: login(wrong=False),
    "login_error": lambda: login(wrong=True),
    "login_wait": wait,
    "lock": lock,
    "lock_asking": lock_asking,
}


def shoot_signin(app, target, sizes):
    """Render the screens and the choice of a PIN."""
    looks = [(theme, size, sizes[size][:2], 1.0) for theme in ("light", "dark") for size in sizes]
    enlarged = (("150_1920", (1920, 1000), 1.5), ("125_1366", (1366, 696), 1.25))
    looks += [(theme, *look) for theme in ("light", "dark") for look in enlarged]
    for theme, size, (width, height), scale in looks:
        apply_theme(app, theme, scale)
        for name, make in SCREENS.items():
            screen = make()
            screen.resize(width, height)
            shoot(app, screen, target / f"{name}_{theme}_{size}.png")
    for theme in ("light", "dark"):
        apply_theme(app, theme, 1.0)
        dialog = NewPinDialog(None, OFFICERS[0].title, ask_old=True)
        dialog.new.setText("111111")
        dialog.old.setText("482915")
        shoot(app, dialog, target / f"new_pin_{theme}.png")
        closing = PassPhraseDialog(None, "CB26-01482", "Xuất hồ sơ")
        closing.first.setText("congancaobang2026")
        shoot(app, closing, target / f"pass_phrase_{theme}.png")


def shoot(app, widget, path):
    """Show, render and take away."""
    widget.show()
    for _ in range(3):
        app.processEvents()
    widget.grab().save(str(path))
    widget.close()
    take_away(widget)
