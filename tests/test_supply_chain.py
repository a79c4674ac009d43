"""What a release is made of comes from one place, by its hash, built by nobody on the way (threats.md T24)."""

import re
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
LIBRARIES = [one for one in PACKAGES if one["name"] != "ban-truc"]


def test_every_library_is_locked_to_the_hashes_of_wheels_of_one_index():
    assert len(LIBRARIES) > 40
    for library in LIBRARIES:
        assert library["source"] == {"registry": "https://pypi.org/simple"}, library["name"]
        assert library["wheels"], f"{library['name']} has no wheel and would be built here"
        for file in (*library["wheels"], *([library["sdist"]] if "sdist" in library else [])):
            assert re.fullmatch(r"sha256:[0-9a-f]{64}", file["hash"]), file["url"]
            assert urlsplit(file["url"]).hostname == "files.pythonhosted.org"


def test_an_environment_is_made_from_the_lock_alone_and_nothing_is_built():
    dev = (ROOT / "dev").read_text(encoding="utf-8")
    syncs = re.findall(r"^.*\bsync .*$", dev, re.MULTILINE)
    assert syncs
    assert all("--locked" in line and "--no-build" in line for line in syncs)
    installs = re.findall(r"^.*pip install .*$", dev, re.MULTILINE)
    assert installs
    assert all("--require-hashes" in line for line in installs)
