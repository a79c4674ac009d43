"""The gateway of a running console: there from the start where an OA is connected, or from the moment one is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from console.app.connected import NotSetUpError, app_secret
from console.app.workspace import Workspace
from console.runtime.duty import Duty

if (
    TYPE_CHECKING
):  # the gateway and its HTTP library are a tenth of the program, and read only where an OA is connected
    from console.app.connecting import Reconnection
    from console.gateway.ports import Outcome, StoreCall
    from console.gateway.service import Gateway


@dataclass(slots=True)
class Lanes:
    """The gateway with a thread for each of its lanes. There is at most one, and it is started once."""

    workspace: Workspace
    call: "StoreCall"
    mono: Callable[[], float]
    failed: Callable[[str, Exception], None]
    told: "Callable[[str, Outcome], None]"
    gateway: "Gateway | None" = None
    reconnection: "Reconnection | None" = None
    duties: dict[str, Duty] = field(default_factory=dict)
    """The lanes that are at work."""

    def make(self) -> "Gateway":
        """Return a gateway for what the profile keeps now, not yet at work. Raises ``NotSetUpError``, ``StoreError``."""
        app_secret(self.workspace)
        from console.app.gateway import make_gateway

        return make_gateway(self.workspace, self.call)

    def take(self, gateway: "Gateway") -> None:
        """Let this gateway be the one of the console; on the UI thread, while there is none."""
        from console.app.connecting import Reconnection

        assert self.gateway is None
        self.gateway = gateway
        self.reconnection = Reconnection(self.workspace, gateway.tokens, self.call)

    def open(self) -> str:
        """Make and take it; return in Vietnamese why there is none. Raises ``StoreError``."""
        try:
            self.take(self.make())
        except NotSetUpError as error:
            return str(error)
        return ""

    def start(self) -> None:
        """Begin to receive and to send, if there is a gateway."""
        if self.gateway is None:
            return
        from console.app.gateway import make_duties

        made = make_duties(self.gateway, self.mono, self.failed, self.told)
        for duty in made.values():
            duty.start()
        # Only now: the watchdog starts what it finds without a thread.
        self.duties.update(made)

    def close(self) -> None:
        """Close the connections; the store's thread is still there."""
        if self.gateway is not None:
            self.gateway.close()

    def forget(self) -> None:
        """Overwrite the keys and secrets it worked with; every thread has ended."""
        if self.gateway is not None:
            self.gateway.forget()
