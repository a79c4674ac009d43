"""Whether a profile is connected to an OA: asked at each start, before the gateway and its HTTP library are read at all."""

from console.app.workspace import Workspace
from console.cache import walk_state

APP_SECRET = "oa.app_secret"  # noqa: S105  # the name under which the encrypted store keeps it


class NotSetUpError(RuntimeError):
    """No OA is connected to this profile; ``str`` says how to."""


def app_secret(workspace: Workspace) -> str:
    """Return the secret of the app that is connected. Raises ``NotSetUpError``, ``StoreError``."""
    with workspace.store.read() as connection:
        secret = walk_state.state(connection, APP_SECRET)
    if not workspace.settings.oa.app_id or not secret:
        raise NotSetUpError(
            "Chưa nối với trang OA nào nên không nhận và gửi được tin; dữ liệu đã lưu vẫn xem được. "
            "Nối trong cửa sổ (Ctrl+Alt+K), hoặc chạy: console connect --app-id … --redirect-uri …"
        )
    return secret
