"""The first page of the demo: what is done so far, until the finished report takes its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

from django.template import Context, Engine
from django.utils.translation import get_language

from baken.statistics.report import folder
from baken.statistics.report.wording import words

REFRESH = 3
"""Seconds after which the page looks again."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step that is done: its name, how long it took, and its peak memory in MiB."""

    name: str
    seconds: float
    peak_mib: float = 0


def write_first_page(out: Path, done: Sequence[Step], now: str = "", failed: str = "") -> None:
    """Write `out/index.html`: the steps done with their times, and the one that runs `now` or `failed`.

    The page renews itself until a step failed.
    Raises NoPlace when `out` holds something that is not a report.
    """
    say = words(get_language() or "nl")
    rows = [
        {"name": step.name, "time": say("progress.seconds", seconds=say.fixed(Decimal(step.seconds), 1))}
        for step in done
    ]
    engine = Engine(dirs=[str(Path(__file__).parent / "report" / "templates")], autoescape=True)
    context = {
        "say": say.at("progress"),
        "done": rows,
        "now": now,
        "failed": failed,
        "refresh": "" if failed else REFRESH,
        "site": say("site"),
        "language": say.language,
    }
    page = engine.get_template("progress.html").render(Context(context))
    look = files("baken.ui") / "static" / "ui"
    with folder.building(out, {"state": "building"}) as place:
        (place / "assets").mkdir()
        (place / "index.html").write_text(page, encoding="utf-8")
        for name in ("baken.css", "mark.svg"):
            (place / "assets" / name).write_bytes((look / name).read_bytes())
