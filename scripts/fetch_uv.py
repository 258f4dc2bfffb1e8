"""Put the locked uv into the folder given, where Python has no pip to install it with (Debian ships that apart).

The wheel comes from the package index (PIP_INDEX_URL, else PyPI) and must have a hash of requirements/build.lock.
"""

import hashlib
import io
import json
import os
import platform
import re
import sys
import urllib.parse
import urllib.request
import zipfile
from pathlib import Path

LOCK = Path(__file__).parents[1] / "requirements" / "build.lock"
INDEX = os.environ.get("PIP_INDEX_URL", "https://pypi.org/simple").rstrip("/") + "/uv/"


def main(folder: Path) -> None:
    """Fetch, check, unpack."""
    version, locked = re.search(r"^uv==(\S+)((?: \\\n    --hash=sha256:\w+)+)", LOCK.read_text(), re.M).groups()
    hashes = set(re.findall(r"sha256:(\w+)", locked))
    for url in _wheels(version):
        content = urllib.request.urlopen(url, timeout=60).read()
        if hashlib.sha256(content).hexdigest() in hashes:
            with zipfile.ZipFile(io.BytesIO(content)) as wheel:
                name = next(name for name in wheel.namelist() if name.endswith("/scripts/uv"))
                (folder / "uv").write_bytes(wheel.read(name))
            (folder / "uv").chmod(0o755)
            return
    sys.exit(f"No uv {version} for this machine at {INDEX}; install python3-venv and try again.")


def _wheels(version: str) -> list[str]:
    """Addresses of the wheels for this machine, newest C library first."""
    request = urllib.request.Request(INDEX, headers={"Accept": "application/vnd.pypi.simple.v1+json, text/html;q=0.1"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        text, place = answer.read().decode(), answer.url
    found = (
        [file["url"] for file in json.loads(text)["files"]]
        if text.startswith("{")
        else re.findall(r'href="([^"]+)"', text)
    )
    wanted = re.compile(rf"/uv-{re.escape(version)}-py3-none-manylinux[^/]*_{platform.machine()}[^/]*\.whl")
    return [urllib.parse.urljoin(place, url) for url in found if wanted.search(url)]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
