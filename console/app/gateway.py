"""The gateway of a workspace: which OA, with whose secret, and its lanes as duties of the console."""

from collections.abc import Callable
from urllib.parse import urlsplit

from console.app.connected import APP_SECRET, app_secret
from console.app.workspace import Workspace
from console.cache import walk_state
from console.cache.store import Store, Transaction
from console.gateway.media import media_hosts
from console.gateway.ports import Outcome, StoreCall
from console.gateway.service import Gateway, GatewayConfig
from console.runtime.duty import Duty
from console.runtime.resources import read_json, resource_path
from console.runtime.settings import OaConnection
from console.zalo.client import OPENAPI_URL
from console.zalo.oauth import OAUTH_URL
from console.zalo.secret import Secret


def keep_app_secret(store: Store, secret: Secret) -> None:
    """Put the app's secret into the encrypted store."""
    with store.write() as tx:
        put_app_secret(tx, secret)


def put_app_secret(tx: Transaction, secret: Secret) -> None:
    """Put it there as part of a transaction."""
    walk_state.set_state(tx.connection, APP_SECRET, secret.reveal())


def gateway_config(workspace: Workspace) -> GatewayConfig:
    """Return how to reach the OA of this profile. Raises ``connected.NotSetUpError``."""
    secret = app_secret(workspace)
    return config_for(workspace, workspace.settings.oa, Secret(secret))


def config_for(workspace: Workspace, oa: OaConnection, secret: Secret) -> GatewayConfig:
    """Return how to reach an OA with an app's secret, whether or not the profile keeps them yet."""
    api_url = oa.api_url or OPENAPI_URL
    parts = urlsplit(api_url)
    loopback = (
        frozenset({(parts.hostname or "", parts.port or 0)}) if workspace.profile.is_demo else frozenset()
    )
    return GatewayConfig(
        profile=workspace.profile.root,
        app_id=oa.app_id,
        app_secret=secret,
        media_hosts=media_hosts(read_json(resource_path("data", "zalo-hosts.json"))),
        openapi_url=api_url,
        oauth_url=oa.oauth_url or OAUTH_URL,
        loopback_media=loopback,
    )


def make_gateway(workspace: Workspace, call: StoreCall, config: GatewayConfig | None = None) -> Gateway:
    """Wire the gateway; ``config`` is what the profile keeps unless it is given.

    ``call`` runs work on the store's thread. Raises ``connected.NotSetUpError``, ``StoreError``.
    """
    return Gateway(
        config or gateway_config(workspace),
        call,
        workspace.clock,
        workspace.intake,
        workspace.rules.zalo,
        workspace.opened.key,
    )


def make_duties(
    gateway: Gateway,
    mono: Callable[[], float],
    failed: Callable[[str, Exception], None],
    told: Callable[[str, Outcome], None] = lambda _name, _outcome: None,
) -> dict[str, Duty]:
    """Return each lane as a duty with its own thread; ``told`` hears every outcome on that thread."""

    def duty(name: str) -> Duty:
        worker = gateway.workers[name]

        def step() -> float:
            outcome = worker.tick()
            told(name, outcome)
            return outcome.next_in_s

        return Duty(f"gateway-{name}", step, mono, failed)

    return {name: duty(name) for name in gateway.workers}
