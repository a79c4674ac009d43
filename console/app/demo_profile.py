"""The profile of ``console --demo``: made anew each time, with invented data and a simulator of its own."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from console.app.gateway import keep_app_secret, make_gateway
from console.app.simulator_process import simulator
from console.app.workspace import Workspace, open_workspace
from console.runtime.profile import default_root
from console.runtime.settings import OaConnection, save_settings
from console.zalo.secret import Secret


@contextmanager
def demo_workspace(root: Path | None, speed: float, *arguments: str) -> Iterator[Workspace]:
    """Open a fresh demo profile connected to a simulator of its own.

    The demo's data are invented and its citizens live in the simulator's memory, so each run begins anew. The profile
    brings a key file of its own, and says so.
    """
    folder = root or default_root(demo=True)
    if (folder / "DEMO").exists():
        shutil.rmtree(folder)
    with simulator(speed, *arguments) as ready, open_workspace(folder, demo=True) as workspace:
        print(
            f"Bản trình diễn: dữ liệu bịa trong {folder}, khóa nằm cạnh dữ liệu ({workspace.profile.demo_key.name}), "
            "không nối với Zalo thật.",
            file=sys.stderr,
        )
        oa = OaConnection(ready.app_id, ready.oa_id, ready.base_url, ready.base_url)
        workspace.settings = replace(workspace.settings, oa=oa)
        save_settings(workspace.profile.settings, workspace.settings)
        keep_app_secret(workspace.store, Secret(ready.secret_key))
        _consent(workspace, ready.control_url)
        yield workspace


def _consent(workspace: Workspace, control_url: str) -> None:
    """Get the demo's tokens as a real OA gives them: a consent code for a pair, through the journal."""
    from console.app.connecting import consent_code

    gateway = make_gateway(workspace, lambda work: work(workspace.store))
    try:
        gateway.tokens.consent(consent_code(control_url))
    finally:
        gateway.close()
