"""A message bus of the test's own, and a logind on it (``fake_logind``)."""

import shutil
import subprocess
import sys

import pytest
from PySide6.QtDBus import QDBusConnection

needs_bus = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="this machine has no dbus-daemon")


@pytest.fixture
def address():
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, shell=False
    ) as daemon:
        yield daemon.stdout.readline().strip()
        daemon.terminate()


class Logind:
    """The fake, by its deeds."""

    def __init__(self, address):
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.app.fake_logind", address],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.heard() == "ready"

    def heard(self):
        return self._program.stdout.readline().strip()

    def do(self, deed):
        self._program.stdin.write(f"{deed}\n")
        self._program.stdin.flush()
        return self.heard()

    def stop(self):
        self._program.communicate()


@pytest.fixture
def logind(address):
    made = Logind(address)
    yield made
    made.stop()


@pytest.fixture
def bus(address):
    yield QDBusConnection.connectToBus(address, "test-session")
    QDBusConnection.disconnectFromBus("test-session")
