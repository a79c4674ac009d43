"""Connecting a profile to an Official Account: secret, consent link, the pasted answer (zalo-openapi.md §1)."""

import getpass
import json
import urllib.request
from argparse import Namespace
from dataclasses import replace
from typing import TextIO
from urllib.parse import urlsplit

from console.app.gateway import keep_app_secret, make_gateway
from console.app.workspace import Workspace
from console.gateway.tokens import TokenKeeper
from console.runtime.settings import OaConnection, save_settings
from console.zalo.errors import ZaloError
from console.zalo.oauth import OAUTH_URL, consent_url, new_pkce, new_state, parse_callback
from console.zalo.secret import Secret

_CONTROL_S = 10.0


def connect(workspace: Workspace, options: Namespace, answers: TextIO, out: TextIO) -> int:
    """Ask for the app's secret and the consent, get the first tokens; return the exit code.

    The secret is read without echo from a terminal, or as the first line of ``answers``; it is kept in the encrypted
    store only. ``options`` has ``app_id``, ``redirect_uri``, ``oauth_url`` and ``api_url``.
    """
    pkce, state = new_pkce(), new_state()
    try:
        if urlsplit(options.redirect_uri).scheme not in {"https", "http"}:
            raise ValueError("redirect_uri")
        link = consent_url(
            options.app_id,
            options.redirect_uri,
            state=state,
            challenge=pkce.challenge,
            base_url=options.oauth_url or OAUTH_URL,
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
    print(
        "Quản trị của trang OA mở liên kết này, đồng ý, rồi dán địa chỉ cuối cùng của trình duyệt vào đây:",
        file=out,
    )
    print(link, file=out, flush=True)
    answer = answers.readline().strip()
    try:
        callback = parse_callback(answer, state)
        oa = OaConnection(
            options.app_id, callback.oa_id, options.api_url, options.oauth_url, options.redirect_uri
        )
        workspace.settings = replace(workspace.settings, oa=oa)
        keep_app_secret(workspace.store, Secret(secret))
        gateway = make_gateway(workspace, lambda work: work(workspace.store))
        try:
            gateway.tokens.consent(callback.code, pkce.verifier)
        finally:
            gateway.close()
    except ZaloError as error:
        print(f"Chưa nối được: {error.text_vi} Làm lại với liên kết mới.", file=out)
        return 1
    save_settings(workspace.profile.settings, workspace.settings)
    print(f"Đã nối với trang OA {callback.oa_id}. Thử ngay: console poll --once", file=out)
    return 0


class Reconnection:
    """A new consent for the OA this profile already works for, from the window (reliability.md §4.3, DEAD state)."""

    def __init__(self, workspace: Workspace, tokens: TokenKeeper) -> None:
        """Take the profile, which keeps the app's secret, and the keeper that gets the new tokens."""
        self._workspace = workspace
        self._tokens = tokens
        self._pkce, self._state = new_pkce(), new_state()

    @property
    def possible(self) -> bool:
        """Return whether all that a link needs is known."""
        oa = self._workspace.settings.oa
        return bool(oa.app_id and oa.redirect_uri)

    def link(self) -> str:
        """Return the consent link of a new attempt; only the answer to the newest link is taken."""
        self._pkce, self._state = new_pkce(), new_state()
        oa = self._workspace.settings.oa
        return consent_url(
            oa.app_id,
            oa.redirect_uri,
            state=self._state,
            challenge=self._pkce.challenge,
            base_url=oa.oauth_url or OAUTH_URL,
        )

    def answer(self, pasted: str) -> str:
        """Take the address the browser ended at and get new tokens; return "" or Vietnamese words of what is wrong.

        Talks to Zalo: not for the UI thread. May raise ``StoreError``.
        """
        try:
            callback = parse_callback(pasted.strip(), self._state)
            if callback.oa_id != self._workspace.settings.oa.oa_id:
                return "Liên kết được đồng ý cho trang OA khác nên chưa đổi gì. Đăng nhập đúng trang OA rồi làm lại."
            self._tokens.consent(callback.code, self._pkce.verifier)
        except ZaloError as error:
            return f"{error.text_vi} Quyền đang dùng chưa đổi. Làm lại với liên kết mới."
        return ""


def consent_code(control_url: str) -> Secret:
    """Return a consent code of the demo's simulator, as if an administrator had approved."""
    request = urllib.request.Request(  # noqa: S310  # the simulator's loopback address
        f"{control_url}/token", data=b'{"do": "code"}', headers={"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=_CONTROL_S) as answer:  # noqa: S310
        return Secret(json.load(answer)["code"])
