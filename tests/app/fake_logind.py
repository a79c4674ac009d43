"""A logind of the test's own on a private bus: lends inhibitors, announces a sleep, waits until it may go on.

``python -m tests.app.fake_logind ADDRESS``: each line on stdin is a deed, each answer a line on stdout.
"""

import os
import select
import sys

from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

LOGIND, MANAGER, PATH = "org.freedesktop.login1", "org.freedesktop.login1.Manager", "/org/freedesktop/login1"
SIGNALS = {
    "sleep": (PATH, MANAGER, "PrepareForSleep", "b", (True,)),
    "wake": (PATH, MANAGER, "PrepareForSleep", "b", (False,)),
    "lock": ("/org/freedesktop/login1/session/_33", f"{LOGIND}.Session", "Lock", None, ()),
    "lock-other": ("/org/freedesktop/login1/session/c2", f"{LOGIND}.Session", "Lock", None, ()),
    "cover": ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", "b", (True,)),
    "uncover": (
        "/org/freedesktop/ScreenSaver",
        "org.freedesktop.ScreenSaver",
        "ActiveChanged",
        "b",
        (False,),
    ),
}


OWN, AUTO = "3", "/org/freedesktop/login1/session/auto"


def answer(bus, call):
    """Say which session is the caller's: number 3, by that name or by the one that stands for the caller's own."""
    fields = call.header.fields
    if fields[HeaderFields.member] == "GetSession" and call.body == (OWN,):
        bus.send(new_method_return(call, "o", (SIGNALS["lock"][0],)))
    elif fields[HeaderFields.path] == AUTO and call.body == (f"{LOGIND}.Session", "Id"):
        bus.send(new_method_return(call, "v", (("s", OWN),)))
    else:
        bus.send(new_error(call, f"{LOGIND}.NoSuchSession"))


def say(words):
    print(words, flush=True)


def main(address):
    with open_dbus_connection(address, enable_fds=True) as bus:
        bus.send_and_get_reply(message_bus.RequestName(LOGIND))
        say("ready")
        held = None
        for line in sys.stdin:
            deed = line.strip()
            if deed == "lend":  # the program asks for an inhibitor, and perhaps whose session it is in before
                while True:
                    call = bus.receive(timeout=60)
                    if call.header.message_type != MessageType.method_call:
                        continue
                    if call.header.fields[HeaderFields.member] == "Inhibit":
                        break
                    answer(bus, call)
                held, theirs = os.pipe()
                with os.fdopen(theirs, "wb") as file:
                    bus.send(new_method_return(call, "h", (file,)))
                say(f"{call.header.fields[HeaderFields.member]} {call.body[0]} {call.body[3]}")
            elif deed == "tell":  # the program asks once more for its session
                while (call := bus.receive(timeout=60)).header.message_type != MessageType.method_call:
                    pass
                answer(bus, call)
                say(call.header.fields[HeaderFields.member])
            elif deed == "held":  # an inhibitor is closed by letting go of the other end
                ready, _, _ = select.select([held], [], [], 0)
                say("free" if ready else "held")
            elif deed == "wait":
                ready, _, _ = select.select([held], [], [], 10)
                say("free" if ready else "held")
            else:
                path, interface, member, signature, body = SIGNALS[deed]
                bus.send(new_signal(DBusAddress(path, interface=interface), member, signature, body))
                say(deed)


main(sys.argv[1])
