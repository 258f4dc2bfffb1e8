"""The workplace under fifty people at once: server time of search, my day, dossier and an act; queries; memory.

`baken serve` stands on a loaded ledger; threads play the people, each signed in by one click of the demo, in the mix
of `MIX`. The server's own time comes from its log (a line of JSON a request), so the players' cost does not count.
PEOPLE (50), SECONDS (60), PROCESSES (2) and the scale of the caseload (SCALE, 1 for 300,000 dossiers) can be set.
"""

import json
import os
import random
import re
import statistics
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from bench.measure import BAKEN, keep, run

PEOPLE = int(os.environ.get("PEOPLE", "50"))
SECONDS = int(os.environ.get("SECONDS", "60"))
PROCESSES = int(os.environ.get("PROCESSES", "2"))
PORT = 8765
SITE = f"http://127.0.0.1:{PORT}"
MIX = (("my_day", 25), ("search", 20), ("dossier", 35), ("facts", 10), ("act", 10))
"""What somebody does next, and how often of a hundred times."""
ROUTES = {
    "/day/": "my_day",
    "/search/": "search",
    "/dossiers/<dossier:dossier>/": "dossier",
    "/dossiers/<dossier:dossier>/facts/": "facts",
    "/dossiers/<dossier:dossier>/do/<str:name>/": "act",
}
ACT = "programme.hold_conversation"
NAMES = ("Ahmed", "Fatima", "Oleksandr", "Mohammed", "Maria", "Nguyen", "Haddad", "Ivanova", "Diallo", "Hassan")


def measure(target: dict[str, str], kind: str) -> None:
    """Let them work on a loaded ledger, and keep what it cost the server."""
    for step in (["rebuild"], ["demo-accounts"]):
        run([BAKEN, *step], target)
    log = Path(target["BAKEN_VAR"]) / "serve.log"
    with serving(target, log) as server:
        people = [threading.Thread(target=work, args=(number,)) for number in range(PEOPLE)]
        peak = 0.0
        for person in people:
            person.start()
        while any(person.is_alive() for person in people):
            peak = max(peak, memory(server.pid))
            time.sleep(0.5)
    told: dict[str, Any] = {"people": PEOPLE, "seconds": SECONDS, "processes": PROCESSES, "peak_mib": round(peak)}
    keep(f"workplace-{kind}", told | served(log))


@contextmanager
def serving(target: dict[str, str], log: Path) -> Iterator[subprocess.Popen]:
    """The web server, its log in a file."""
    command = [BAKEN, "serve", "--port", str(PORT), "--processes", str(PROCESSES), "--threads", "4"]
    with log.open("w") as out:
        server = subprocess.Popen(
            command, env=os.environ | target | {"BAKEN_LOG_LEVEL": "INFO"}, stdout=out, stderr=out
        )
        try:
            wait()
            yield server
        finally:
            server.terminate()
            server.wait()


def wait() -> None:
    """Until pages are served."""
    for _try in range(300):
        try:
            urllib.request.urlopen(f"{SITE}/sign-in/").close()
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the server does not answer")


def memory(pid: int) -> float:
    """MiB of a process and its children, shared pages counted once (PSS)."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    pids = [pid, *map(int, children.read_text().split())] if children.exists() else []
    total = 0
    for each in pids:
        rollup = Path(f"/proc/{each}/smaps_rollup")
        if rollup.exists():
            total += int(re.search(r"^Pss:\s+(\d+)", rollup.read_text(), re.M).group(1))  # type: ignore[union-attr]
    return total / 1024


class Person:
    """Somebody with a browser: signs in by one click, then asks for pages and sends forms."""

    def __init__(self, number: int) -> None:
        self.random = random.Random(number)
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        page = self.open("/sign-in/")
        post = re.search(r'action="/sign-in/demo/(\d+)/"[^>]*>.*?Kijk rond als trajectbegeleider', page)
        if post is None:
            raise SystemExit("there is no counsellor to sign in as")
        self.send(f"/sign-in/demo/{post.group(1)}/", page)
        self.dossiers = sorted(set(re.findall(r'href="/dossiers/(D-\d+-\d)/', self.open("/day/"))))

    def open(self, address: str) -> str:
        """A page, as text."""
        with self.browser.open(f"{SITE}{address}", timeout=60) as answer:
            return answer.read().decode()

    def send(self, address: str, page: str, **fields: str) -> str:
        """A form that stood on a page."""
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        sent = urlencode({"csrfmiddlewaretoken": token.group(1) if token else "", **fields}).encode()
        with self.browser.open(f"{SITE}{address}", sent, timeout=60) as answer:
            return answer.read().decode()

    def my_day(self) -> None:
        """What is due."""
        self.open("/day/")

    def search(self) -> None:
        """Somebody by a name."""
        self.send("/search/", self.open("/account/"), q=self.random.choice(NAMES))

    def dossier(self) -> None:
        """One of one's own."""
        self.open(f"/dossiers/{self.random.choice(self.dossiers)}/")

    def facts(self) -> None:
        """Its whole story."""
        self.open(f"/dossiers/{self.random.choice(self.dossiers)}/facts/")

    def act(self) -> None:
        """A conversation noted; what somebody else did meanwhile is a conflict, as in life."""
        address = f"/dossiers/{self.random.choice(self.dossiers)}/do/{ACT}/"
        page = self.open(address)
        fields = dict(re.findall(r'<input type="(?:date|hidden|text)" name="(\w+)" value="([^"]*)"', page))
        for name, value in re.findall(r'<select name="(\w+)".*?<option value="([^"]+)"', page, re.S):
            fields[name] = value
        fields.pop("csrfmiddlewaretoken", None)
        try:
            self.send(address, page, **fields, confirm="1")
        except urllib.error.HTTPError as error:
            if error.code != 409:
                raise


def work(number: int) -> None:
    """Work, with pauses as people have them, until the time is up."""
    person, end = Person(number), time.monotonic() + SECONDS
    deeds, weights = zip(*MIX, strict=True)
    while time.monotonic() < end:
        deed: Callable[[], None] = getattr(person, person.random.choices(deeds, weights)[0])
        deed()
        time.sleep(person.random.expovariate(1))


def served(log: Path) -> dict[str, Any]:
    """By kind of page: how often, and the server's milliseconds at the median and for 95 of 100."""
    times = defaultdict(list)
    for line in log.read_text().splitlines():
        if not line.startswith("{"):
            continue
        told = json.loads(line)
        name = ROUTES.get(told.get("route") or "")
        if name and told["status"] < 500:
            changes = name == "act" and told["method"] == "POST"
            times["act_done" if changes else name].append(told["seconds"] * 1000)
    return {
        name: {"requests": len(found), "p50_ms": round(statistics.median(found), 1), "p95_ms": round(p95(found), 1)}
        for name, found in sorted(times.items())
    }


def p95(found: list[float]) -> float:
    """Of which 95 of 100 are not above."""
    return sorted(found)[max(0, int(len(found) * 0.95) - 1)]
