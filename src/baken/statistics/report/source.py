"""Where a report comes from: the year, the instant of knowledge, the snapshot, and the commands that repeat it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from baken.figures.model import FigureResult
from baken.foundation.clock import day_of, parse_instant

DEFAULT_ENGINE = "duckdb"


@dataclass(frozen=True, slots=True)
class Source:
    """known_at: the instant of knowledge as ISO 8601; snapshot: `<append number>:<head digest>`.

    demo: everybody counted is made up, and the report says so wherever it may be seen apart.
    """

    year: int
    known_at: str
    snapshot: str
    engine: str = DEFAULT_ENGINE
    demo: bool = False

    @property
    def moment(self) -> datetime:
        """The instant of knowledge."""
        return parse_instant(self.known_at)

    @property
    def year_over(self) -> bool:
        """Whether the year had ended when this was known."""
        return day_of(self.moment).year > self.year

    @property
    def append(self) -> str:
        """The append of the ledger up to which was counted."""
        return self.snapshot.partition(":")[0]

    def report(self, out: str) -> str:
        """The command that makes this report in a folder of that name."""
        return self._command("report", f"--out {out}")

    def figures(self, out: str) -> str:
        """The command that computes all its figures."""
        return self._command("figures", f"--format csv --out {out}")

    def figure(self, number: str, out: str) -> str:
        """The command that computes one of its figures."""
        return self._command("figures", f"--figure {number} --format csv --out {out}")

    @property
    def explain(self) -> str:
        """A command that lists what a cell counts."""
        return f"baken explain-figure 4 --cell region=limburg,year={self.year} --known-at {self.known_at}"

    @property
    def verify(self) -> str:
        """The command that recomputes the ledger's digests up to this snapshot."""
        return f"baken verify --expect {self.snapshot}"

    def _command(self, name: str, rest: str) -> str:
        engine = "" if self.engine == DEFAULT_ENGINE else f" --engine {self.engine}"
        return f"baken {name} --year {self.year} --known-at {self.known_at}{engine} {rest}"


def source_of(results: Sequence[FigureResult], engine: str = DEFAULT_ENGINE, *, demo: bool = False) -> Source:
    """The source that these results, all from one snapshot, share."""
    return Source(results[0].year, results[0].known_at, results[0].snapshot, engine, demo)
