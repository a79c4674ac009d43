"""The keys in force: the defaults of ``commands`` and what the officer changed, and which keys may be chosen at all.

Rules (officer-day.md §4, features AC-02): a Vietnamese input method eats bare letters, digits and signs; Alt+Z and Ctrl+Shift switch
it; fields need their own editing keys; sending is never on Enter alone; two commands never share a key.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from console.runtime.i18n import tr
from console.ui.common.commands import COMMANDS, command

ShowKey = Callable[[str], None]

_TEXT = QKeySequence.SequenceFormat.PortableText
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT, _CTRL, _ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
_BARE_MODIFIERS = {
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_unknown,
}
_SWITCHES = ("Alt+Z", "Ctrl+Shift+F5", "Ctrl+Shift+F6", "Ctrl+Shift+F9")
"""Unikey and EVKey: input method on and off, their panel, tool box and quick conversion."""
_SYSTEM = ("Alt+F4", "Alt+Tab", "Alt+Shift+Tab", "Alt+Space", "Ctrl+Esc", "Alt+Esc", "Ctrl+Alt+Del", "Meta+L")
_EDITING = (
    *("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+Z", "Ctrl+Backspace", "Ctrl+Del"),
    *("Ctrl+Left", "Ctrl+Right", "Ctrl+Home", "Ctrl+End", "Ctrl+Shift+Left", "Ctrl+Shift+Right"),
    *("Shift+Ins", "Ctrl+Ins", "Ctrl+Tab", "Ctrl+Shift+Tab"),
)  # fmt: skip
_CAPS = {"Return": "↵", "Enter": "↵", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


def normal(text: str) -> str:
    """Return a key in one spelling: portable, Enter as Return; "" where it is none or more than one stroke."""
    sequence = QKeySequence.fromString(text, _TEXT)
    if sequence.count() != 1:
        return ""
    return _portable(sequence[0])  # type: ignore[index]  # missing in the stubs


def _portable(combination: QKeyCombination) -> str:
    key, modifiers = combination.key(), combination.keyboardModifiers()
    if key == Qt.Key.Key_Enter:
        key = Qt.Key.Key_Return
    if key == Qt.Key.Key_Backtab:
        key, modifiers = Qt.Key.Key_Tab, modifiers | _SHIFT
    modifiers &= ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(QKeyCombination(modifiers, key)).toString(_TEXT)


def forbidden(code: str, text: str) -> str:
    """Return why a key may not stand for a command, whatever the other commands have; "" when it may."""
    key = normal(text)
    if not key:
        return tr("Đây không phải một tổ hợp phím")
    if key == command(code).key:
        return ""
    if command(code).fixed:
        return tr("Phím của lệnh này không đổi được")
    stroke: QKeyCombination = QKeySequence.fromString(key, _TEXT)[0]  # type: ignore[index]  # missing in the stubs
    modifiers, plain = stroke.keyboardModifiers(), stroke.key()
    if plain in _BARE_MODIFIERS:
        return tr("Ctrl+Shift hay Alt một mình bật tắt bộ gõ; thêm một phím nữa")
    if plain == Qt.Key.Key_Return and code == "send" and not modifiers & (_CTRL | _ALT):
        return tr("Gửi công dân không được nằm ở phím ↵ một mình")
    function = Qt.Key.Key_F1 <= plain <= Qt.Key.Key_F35 or plain == Qt.Key.Key_Insert
    if modifiers & ~_SHIFT == _NONE and not function:
        return tr("Bộ gõ tiếng Việt cần phím này để gõ chữ; thêm Ctrl hoặc Alt")
    if key in _SWITCHES:
        return tr("Unikey, EVKey dùng phím này để bật tắt bộ gõ")
    if key in _SYSTEM:
        return tr("Hệ điều hành dùng phím này")
    if key in _EDITING:
        return tr("Ô soạn dùng phím này để sửa chữ")
    return ""


class Keymap(QObject):
    """The keys in force. ``changed`` fires when any of them is another."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._overrides: dict[str, str] = {}
        self._keys: dict[str, str] = {}
        self._resolve({})

    def key(self, code: str) -> str:
        """Return the key of a command in portable form, "" for none."""
        return self._keys[code]

    def overrides(self) -> dict[str, str]:
        """Return what differs from the defaults, to be stored."""
        return dict(self._overrides)

    def owner(self, text: str, besides: str = "") -> str:
        """Return which command has a key, or ""."""
        key = normal(text)
        return next((code for code, has in self._keys.items() if key and has == key and code != besides), "")

    def problem(self, code: str, text: str) -> str:
        """Return why a command may not get a key now, or ""."""
        return problem_among(self._keys, code, text)

    def use(self, overrides: Mapping[str, str]) -> list[str]:
        """Put the officer's keys in force; return in words what of them cannot be used and stays at its default."""
        said = self._resolve(overrides)
        self.changed.emit()
        return said

    def _resolve(self, overrides: Mapping[str, str]) -> list[str]:
        said: list[str] = []
        defaults = {one.code: one.key for one in COMMANDS}
        wanted: dict[str, str] = {}
        for code, text in sorted(overrides.items()):
            if code not in defaults:
                continue  # a command of another version
            trouble = forbidden(code, text)
            if trouble:
                said.append(_said(code, text, trouble))
            elif normal(text) != defaults[code]:
                wanted[code] = normal(text)
        while clash := _clash({**defaults, **wanted}):
            first, second = clash
            loser = second if second in wanted else first
            key = wanted.pop(loser)
            other = first if loser == second else second
            said.append(_said(loser, key, tr("phím này đã là của “{other}”", other=command(other).words)))
        self._overrides = wanted
        self._keys = {**defaults, **wanted}
        return said


def problem_among(keys: Mapping[str, str], code: str, text: str) -> str:
    """Return why a command may not get a key beside the others' keys, or ""."""
    trouble = forbidden(code, text)
    if trouble:
        return trouble
    key = normal(text)
    other = next((owner for owner, has in keys.items() if owner != code and has == key), "")
    return tr("Đang là phím của “{other}”", other=command(other).words) if other else ""


def _clash(keys: Mapping[str, str]) -> tuple[str, str] | None:
    seen: dict[str, str] = {}
    for code, key in keys.items():
        if key and key in seen:
            return seen[key], code
        seen[key] = code
    return None


def _said(code: str, text: str, why: str) -> str:
    words = command(code).words
    return tr("Phím “{key}” của “{words}” chưa dùng được: {why}. Đang giữ phím mặc định.", key=text, words=words, why=why)  # fmt: skip


_keymap: list[Keymap] = []


def keymap() -> Keymap:
    """Return the keys in force in this program."""
    if not _keymap:
        _keymap.append(Keymap())
    return _keymap[0]


def caps(key: str) -> tuple[str, ...]:
    """Return the caps of a key as they are shown: ``("Ctrl", "↵")``."""
    if not key:
        return ()
    return tuple(_CAPS.get(part, part) for part in key.replace("++", "+Plus").split("+"))


def key_caps(code: str) -> tuple[str, ...]:
    """Return the caps of a command's key."""
    return caps(keymap().key(code))


def key_text(code: str) -> str:
    """Return a command's key in one line, as buttons and tooltips show it: «Ctrl ↵»."""
    return " ".join(key_caps(code))


def menu_text(code: str, words: str = "") -> str:
    """Return a menu entry: words (the command's own unless others are given), and the key, which the window has bound."""
    key = key_text(code)
    text = (words or command(code).words).replace("&", "&&")
    return f"{text}\t{key}" if key else text


def event_is(event: QKeyEvent, code: str) -> bool:
    """Return whether a key press is a command's key, on the keypad too."""
    key = keymap().key(code)
    return bool(key) and _portable(event.keyCombination()) == key


def follow_key(owner: QObject, code: str, show: ShowKey) -> None:
    """Call ``show`` with the text of a command's key now and whenever it changes, while ``owner`` lives."""
    show(key_text(code))
    follower = _Follower(owner, code, show)
    keymap().changed.connect(follower.tell)


class _Follower(QObject):
    def __init__(self, owner: QObject, code: str, show: ShowKey) -> None:
        super().__init__(owner)
        self._code, self._show = code, show

    def tell(self) -> None:
        self._show(key_text(self._code))
