"""Connecting a profile to an Official Account: secret, consent link, the pasted answer (zalo-openapi.md §1)."""

import getpass
import json
import urllib.request
from argparse import Namespace
from dataclasses import dataclass, replace
from typing import TextIO
from urllib.parse import urlsplit

from console.app.gateway import config_for, make_gateway, put_app_secret
from console.app.workspace import Workspace
from console.cache.clock_watch import STREAM as MACHINE
from console.cache.errors import StoreError
from console.cache.store import Store, Transaction
from console.domain.events import OaConnected
from console.domain.officer import SYSTEM, Officer
from console.gateway.ports import StoreCall
from console.gateway.service import Gateway, GatewayConfig
from console.gateway.tokens import TokenKeeper
from console.runtime.i18n import said, tr
from console.runtime.settings import OaConnection, save_settings
from console.zalo.client import ZaloClient
from console.zalo.errors import ZaloError
from console.zalo.oauth import OAUTH_URL, Pkce, consent_url, new_pkce, new_state, parse_callback
from console.zalo.secret import Secret

_CONTROL_S = 10.0
_STATE_OFFICE = 4
"""``oa_type`` of a state office's OA (zalo-openapi.md §2.6)."""


@dataclass(frozen=True, slots=True)
class Connected:
    """The OA that consented. ``name`` is "" where Zalo did not tell it; ``official`` says that it is a state office's."""

    oa_id: str
    name: str = ""
    verified: bool = False
    official: bool = False


class OtherOaError(Exception):
    """Another OA consented than the one whose messages are here; ``str`` is that one's id. Nothing was bought or stored."""


class FirstConnection:
    """From an app of Zalo's to a connected profile: for ``console connect`` and for the wizard of the window.

    Nothing is stored before Zalo has given tokens: a wrong secret or a refused consent leaves the profile as it was, also one
    that works for an OA already. The settings come last, so what a crash leaves behind counts as not connected.
    """

    def __init__(self, workspace: Workspace, call: StoreCall) -> None:
        """Take the profile and the way to its store."""
        self._workspace, self._call = workspace, call
        self._oa = OaConnection()
        self._secret = Secret("")
        self._pkce, self._state = new_pkce(), ""

    def use_app(self, app_id: str, redirect_uri: str, *, api_url: str = "", oauth_url: str = "") -> None:
        """Take the app; empty URLs mean Zalo's own. Raises ``ZaloError``, ``ValueError`` where no link can be made of it."""
        if urlsplit(redirect_uri).scheme not in {"https", "http"} or not urlsplit(redirect_uri).hostname:
            raise ValueError("redirect_uri")
        oa = OaConnection(app_id, "", api_url, oauth_url, redirect_uri)
        _consent_link(oa, new_state(), self._pkce)
        self._oa = oa

    def use_secret(self, secret: str) -> None:
        """Take the app's secret; it is kept in the encrypted store, and only once Zalo took it."""
        self._secret = Secret(secret)

    def forget(self) -> None:
        """Let go of the secret and of the link that was given out."""
        self._secret.wipe()
        self._state = ""

    def link(self) -> str:
        """Return the consent link of a new attempt; only the answer to the newest link is taken, and only once."""
        self._pkce, self._state = new_pkce(), new_state()
        return _consent_link(self._oa, self._state, self._pkce)

    def answer(self, pasted: str, officer: Officer | None = None, *, only: str = "") -> Connected:
        """Take the address the browser ended at, get the first tokens, and store all that the next start needs.

        Talks to Zalo: not for the UI thread. ``officer`` is who connects, for the log; ``None`` where only the key was asked
        for; ``only`` names the OA that may consent, "" for any.

        Raises:
            ZaloError, OtherOaError: no tokens; nothing was stored.
            StoreError, SettingsError: the tokens came and could not be kept whole; the profile is not connected.

        """
        callback = parse_callback(pasted.strip(), self._state)
        self._state = ""
        if only and callback.oa_id != only:
            raise OtherOaError(only)
        workspace = self._workspace
        oa = replace(self._oa, oa_id=callback.oa_id)
        config = config_for(workspace, oa, self._secret)
        gateway = make_gateway(workspace, self._call, config)
        try:
            gateway.tokens.consent(callback.code, self._pkce.verifier)
            connected = _connected(gateway, config, callback.oa_id)
        finally:
            gateway.close()
        self._call(lambda store: _keep(store, oa, self._secret, officer))
        settings = replace(workspace.settings, oa=oa)
        save_settings(workspace.profile.settings, settings)
        workspace.settings = settings
        return connected


def _connected(gateway: Gateway, config: GatewayConfig, oa_id: str) -> Connected:
    """Ask the OA for its name. One that may not be asked is connected all the same."""
    try:
        with ZaloClient(gateway.tokens.access, base_url=config.openapi_url, limits=config.limits) as api:
            profile = api.oa.profile()
    except ZaloError:
        return Connected(oa_id)
    return Connected(oa_id, profile.name, bool(profile.is_verified), profile.oa_type == _STATE_OFFICE)


def _keep(store: Store, oa: OaConnection, secret: Secret, officer: Officer | None) -> None:
    """Keep the app's secret and tell the log of the connection, both or neither."""
    with store.write() as tx:
        put_app_secret(tx, secret)
        _tell(tx, oa, officer)


def _tell(tx: Transaction, oa: OaConnection, officer: Officer | None) -> None:
    actor, unit = (officer.officer_id, officer.unit) if officer else (SYSTEM, "")
    tx.add(MACHINE, OaConnected(oa.app_id, oa.oa_id), actor=actor, unit=unit)


def _consent_link(oa: OaConnection, state: str, pkce: Pkce) -> str:
    return consent_url(
        oa.app_id,
        oa.redirect_uri,
        state=state,
        challenge=pkce.challenge,
        base_url=oa.oauth_url or OAUTH_URL,
    )


def connect(workspace: Workspace, options: Namespace, answers: TextIO, out: TextIO) -> int:
    """Ask for the app's secret and the consent, get the first tokens; return the exit code.

    The secret is read without echo from a terminal, or as the first line of ``answers``; it is kept in the encrypted
    store only. ``options`` has ``app_id``, ``redirect_uri``, ``oauth_url`` and ``api_url``.
    """
    first = FirstConnection(workspace, lambda work: work(workspace.store))
    try:
        first.use_app(
            options.app_id, options.redirect_uri, api_url=options.api_url, oauth_url=options.oauth_url
        )
    except (ZaloError, ValueError) as error:
        print(
            f"--app-id hoặc --redirect-uri không dùng được ({error}). Chưa hỏi và chưa lưu gì. Hãy chép đúng hai giá trị này "
            "từ trang quản lý ứng dụng của Zalo.",
            file=out,
        )
        return 1
    print("Khóa bí mật của ứng dụng (app secret):", file=out, flush=True)
    secret = getpass.getpass("") if answers.isatty() else answers.readline().strip()
    if not secret:
        print("Chưa nhập khóa bí mật nên chưa thay đổi gì.", file=out)
        return 1
    first.use_secret(secret)
    print(
        "Quản trị của trang OA mở liên kết này, đồng ý, rồi dán địa chỉ cuối cùng của trình duyệt vào đây:",
        file=out,
    )
    print(first.link(), file=out, flush=True)
    try:
        connected = first.answer(answers.readline())
    except ZaloError as error:
        print(f"Chưa nối được: {error.text_vi} Làm lại với liên kết mới.", file=out)
        return 1
    print(f"Đã nối với trang OA {connected.oa_id}. Thử ngay: console poll --once", file=out)
    return 0


class Reconnection:
    """A new consent for the OA this profile already works for, from the window (reliability.md §4.3, DEAD state)."""

    def __init__(self, workspace: Workspace, tokens: TokenKeeper, call: StoreCall) -> None:
        """Take the profile, which keeps the app's secret, the keeper that gets the new tokens, and the way to the store."""
        self._workspace = workspace
        self._tokens = tokens
        self._call = call
        self._pkce, self._state = new_pkce(), new_state()

    @property
    def possible(self) -> bool:
        """Return whether all that a link needs is known."""
        oa = self._workspace.settings.oa
        return bool(oa.app_id and oa.redirect_uri)

    def link(self) -> str:
        """Return the consent link of a new attempt; only the answer to the newest link is taken."""
        self._pkce, self._state = new_pkce(), new_state()
        return _consent_link(self._workspace.settings.oa, self._state, self._pkce)

    def answer(self, pasted: str, officer: Officer) -> str:
        """Take the address the browser ended at and get new tokens; return "" or Vietnamese words of what is wrong.

        Talks to Zalo: not for the UI thread. ``officer`` is whose hand it was, for the log. May raise ``StoreError``: no
        new tokens could be kept.
        """
        oa = self._workspace.settings.oa
        try:
            callback = parse_callback(pasted.strip(), self._state)
            if callback.oa_id != oa.oa_id:
                return tr(
                    "Liên kết được đồng ý cho trang OA khác nên chưa đổi gì. Đăng nhập đúng trang OA rồi làm lại."
                )
            self._tokens.consent(callback.code, self._pkce.verifier)
        except ZaloError as error:
            return tr("{zalo} Quyền đang dùng chưa đổi. Làm lại với liên kết mới.", zalo=error.text_vi)
        try:
            self._call(lambda store: _note(store, oa, officer))
        except StoreError as error:
            return tr(
                "Đã nối lại và đang nhận tin, nhưng nhật ký chưa có việc này. {why} Báo quản trị.",
                why=said(error.text_vi),
            )
        return ""


def _note(store: Store, oa: OaConnection, officer: Officer) -> None:
    with store.write() as tx:
        _tell(tx, oa, officer)


def consent_code(control_url: str) -> Secret:
    """Return a consent code of the demo's simulator, as if an administrator had approved."""
    request = urllib.request.Request(  # noqa: S310  # the simulator's loopback address
        f"{control_url}/token", data=b'{"do": "code"}', headers={"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=_CONTROL_S) as answer:  # noqa: S310
        return Secret(json.load(answer)["code"])
