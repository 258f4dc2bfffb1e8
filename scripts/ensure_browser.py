"""Make sure that there is a Chromium for the browser tests; as root on a Debian-like system it is installed."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")


def browser() -> str | None:
    """The path of the system's Chromium: BAKEN_CHROMIUM, or the first that is found."""
    given = os.environ.get("BAKEN_CHROMIUM")
    return given or next((path for path in map(shutil.which, NAMES) if path), None)


def install() -> bool:
    """Install Chromium with apt when that is possible. Returns whether it was."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print("· browser: installing chromium with apt-get (for the tests only)", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    steps = (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"])
    return all(subprocess.run(["apt-get", *step], env=environment, check=False).returncode == 0 for step in steps)


def main() -> int:
    """Exit code 0 when there is a browser, 1 when the browser tests will be skipped."""
    if browser() or (install() and browser()):
        return 0
    print(
        "! NO BROWSER: the tests of pages, keyboard and accessibility will be SKIPPED.\n"
        "! Install one (Debian: apt-get install chromium) or name it in BAKEN_CHROMIUM.",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
