"""What the system says of a desk that is left: real signals over a private bus, made messages of Windows, notices of macOS."""

import ctypes
from ctypes import wintypes

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtDBus import QDBusConnection

from console.app.session_linux import SCREEN_SAVERS, BusWatch
from console.app.session_mac import NOTICES, NoticeWatch
from console.app.session_windows import (
    LID,
    PBT_APMSUSPEND,
    PBT_POWERSETTINGCHANGE,
    WM_POWERBROADCAST,
    WM_WTSSESSION_CHANGE,
    MessageWatch,
    reason,
)
from tests.app.bus_rig import needs_bus


@needs_bus
def test_a_sleep_waits_for_the_lock_and_locks_of_the_system_lock(qtbot, bus, logind, monkeypatch):
    monkeypatch.setenv("XDG_SESSION_ID", "3")
    watch = BusWatch(bus, bus, "khóa trước khi ngủ")
    assert watch.heard == 2 + len(SCREEN_SAVERS)
    assert logind.do("lend") == "Inhibit sleep delay"
    assert logind.do("held") == "held"
    left = []
    watch.left.connect(lambda how: left.append((how, logind.do("held"))))

    def expect(deed, *wanted):
        logind.do(deed)
        qtbot.waitUntil(lambda: [how for how, _ in left] == list(wanted))

    expect("sleep", "sleep")
    assert left == [("sleep", "held")]  # the sleep still waited while the desk was being locked
    assert logind.do("wait") == "free"
    expect("wake", "sleep", "sleep")
    assert logind.do("lend") == "Inhibit sleep delay"
    expect("lock", "sleep", "sleep", "session")
    logind.do("uncover")
    expect("cover", "sleep", "sleep", "session", "session")
    watch.stop()
    assert logind.do("wait") == "free"


@needs_bus
@pytest.mark.parametrize("known", [True, False])
def test_only_the_lock_of_the_own_session_locks(qtbot, bus, logind, monkeypatch, known):
    monkeypatch.setenv("XDG_SESSION_ID", "3" if known else "")
    watch = BusWatch(bus, bus, "khóa trước khi ngủ")
    logind.do("lend")
    if not known:
        qtbot.waitUntil(lambda: watch.asked == "GetSession")
        assert logind.do("tell") == "GetSession"
    qtbot.waitUntil(lambda: bool(watch.own))
    left = []
    watch.left.connect(left.append)
    logind.do("lock-other")
    logind.do("cover")  # comes after the lock: what was to be heard of that is heard by now
    qtbot.waitUntil(lambda: left == ["session"])
    logind.do("lock")
    qtbot.waitUntil(lambda: left == ["session", "session"])
    watch.stop()


@needs_bus
def test_where_logind_does_not_know_our_session_every_lock_counts(qtbot, bus, logind, monkeypatch):
    monkeypatch.setenv("XDG_SESSION_ID", "gone")
    watch = BusWatch(bus, bus, "khóa trước khi ngủ")
    logind.do("lend")
    left = []
    watch.left.connect(left.append)
    logind.do("lock-other")
    qtbot.waitUntil(lambda: left == ["session"])
    assert watch.own == ""
    watch.stop()


@needs_bus
def test_a_sleep_can_be_made_to_wait_until_the_store_is_closed(qtbot, bus, logind):
    watch = BusWatch(bus, bus, "đóng kho trước khi ngủ", until_stopped=True)
    logind.do("lend")
    left = []
    watch.left.connect(left.append)
    logind.do("sleep")
    qtbot.waitUntil(lambda: left == ["sleep"])
    assert logind.do("held") == "held"
    watch.stop()
    assert logind.do("wait") == "free"


def test_without_a_bus_there_is_nothing_to_hear(qapp):
    nowhere = QDBusConnection.connectToBus("unix:path=/nowhere/at/all", "test-nowhere")
    watch = BusWatch(nowhere, nowhere, "khóa")
    assert watch.heard == 0
    watch.stop()


@pytest.mark.parametrize(
    ("message", "wparam", "wanted"),
    [
        (WM_WTSSESSION_CHANGE, 7, "session"),  # WTS_SESSION_LOCK
        (WM_WTSSESSION_CHANGE, 2, "session"),  # WTS_CONSOLE_DISCONNECT
        (WM_WTSSESSION_CHANGE, 4, "session"),  # WTS_REMOTE_DISCONNECT
        (WM_WTSSESSION_CHANGE, 8, ""),  # WTS_SESSION_UNLOCK
        (WM_WTSSESSION_CHANGE, 5, ""),  # WTS_SESSION_LOGON
        (WM_POWERBROADCAST, PBT_APMSUSPEND, "sleep"),
        (WM_POWERBROADCAST, 0x12, ""),  # PBT_APMRESUMEAUTOMATIC
        (WM_POWERBROADCAST, PBT_POWERSETTINGCHANGE, ""),  # without a setting
        (0x0100, 7, ""),  # WM_KEYDOWN
    ],
)
def test_messages_of_windows_say_who_left(message, wparam, wanted):
    assert reason(message, wparam, 0) == wanted


@pytest.mark.parametrize(
    ("setting", "wanted"),
    [
        (LID + b"\4\0\0\0" + b"\0\0\0\0", "suspend"),
        (LID + b"\4\0\0\0" + b"\1\0\0\0", ""),
        (bytes(16) + b"\4\0\0\0" + b"\0\0\0\0", ""),
    ],
)
def test_the_lid_of_windows(setting, wanted):
    kept = ctypes.create_string_buffer(setting, len(setting))
    assert reason(WM_POWERBROADCAST, PBT_POWERSETTINGCHANGE, ctypes.addressof(kept)) == wanted


def test_the_filter_reads_the_message_and_lets_it_go_on(qapp):
    watch = MessageWatch(qapp, 0)
    left = []
    watch.left.connect(left.append)
    msg = wintypes.MSG(message=WM_WTSSESSION_CHANGE, wParam=7)
    see = watch._filter.nativeEventFilter
    assert see(QByteArray(b"windows_generic_MSG"), ctypes.addressof(msg)) == (False, 0)
    assert see(QByteArray(b"xcb_generic_event_t"), ctypes.addressof(msg)) == (False, 0)
    assert left == ["session"]
    watch.stop()


class Call:
    """A C function that notes its calls."""

    def __init__(self, calls, answer):
        self._calls, self._answer = calls, answer

    def __call__(self, *args):
        self._calls.append(args)
        return self._answer


class Core:
    """Core Foundation as far as it is called."""

    def __init__(self):
        self.observers, self.names, self.gone = [], [], []
        self.CFNotificationCenterGetDistributedCenter = Call([], 11)
        self.CFStringCreateWithCString = Call(self.names, 12)
        self.CFNotificationCenterAddObserver = Call(self.observers, None)
        self.CFNotificationCenterRemoveEveryObserver = Call(self.gone, None)


def test_the_notices_of_macos(qapp):
    core, left = Core(), []
    watch = NoticeWatch(core)
    watch.left.connect(left.append)
    assert [name for _none, name, _utf8 in core.names] == [one.encode() for one in NOTICES]
    assert len(core.observers) == len(NOTICES)
    for center, observer, callback, name, _none, _at_once in core.observers:
        callback(center, observer, name, None, None)
    assert left == ["session"] * len(NOTICES)
    watch.stop()
    assert core.gone == [(11, core.observers[0][1])]
