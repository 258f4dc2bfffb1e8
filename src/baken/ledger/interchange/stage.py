"""The scratch database in which a delivery is laid out, checked and numbered; out of core, gone afterwards."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pyarrow as pa
from django.conf import settings

MEMORY = "256MB"
THREADS = 2
BATCH = 65_536


class Stage:
    """A DuckDB database in a scratch folder. Staged tables carry the names of `layout.Table`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._made: set[str] = set()
        config: dict[str, Any] = {
            "memory_limit": MEMORY,
            "threads": THREADS,
            "temp_directory": str(folder / "spill"),
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
        }
        # What does not fit in memory spills; a database file would only add a log and its syncs.
        self.connection = duckdb.connect(":memory:", config=config)
        self.connection.execute("SET TimeZone = 'UTC'")

    def make(self, name: str, rows: str) -> None:
        """Make a table anew of what a query yields."""
        self.run(f"CREATE OR REPLACE TABLE {quoted(name)} AS {rows}")
        self._made.add(name)

    def make_empty(self, name: str, columns: str) -> None:
        """Make a table anew, without rows. columns: SQL, such as `kind VARCHAR, key BIGINT`."""
        self.run(f"CREATE OR REPLACE TABLE {quoted(name)} ({columns})")
        self._made.add(name)

    def drop(self, name: str) -> None:
        """Forget a table, and give its memory back."""
        self.run(f"DROP TABLE IF EXISTS {quoted(name)}")
        self._made.discard(name)

    def run(self, sql: str, *parameters: Any) -> None:
        """Execute a statement."""
        self.connection.execute(sql, parameters or None)

    def rows(self, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
        """All rows of a query that yields few."""
        return self.connection.execute(sql, parameters or None).fetchall()

    def value(self, sql: str, *parameters: Any) -> Any:
        """The one value of a query."""
        return self.rows(sql, *parameters)[0][0]

    def batches(self, sql: str, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
        """A query's rows as batches of `schema`."""
        for batch in self.connection.execute(sql).to_arrow_reader(BATCH):
            yield batch.cast(schema)

    def keep(self, name: str, batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> None:
        """Make a table of batches that come from the ledger."""
        reader = pa.RecordBatchReader.from_batches(schema, batches)
        self.connection.register("incoming", reader)
        self.make(name, "SELECT * FROM incoming")
        self.connection.unregister("incoming")

    def has(self, name: str) -> bool:
        """Whether a table was made."""
        return name in self._made

    def alias(self, path: Path) -> str:
        """An SQL literal for a file, by a name in which nothing can be mistaken for a pattern."""
        link = self.folder / f"file-{len(list(self.folder.glob('file-*')))}{path.suffix}"
        link.symlink_to(path.resolve())
        return literal(str(link))


def quoted(name: str) -> str:
    """An SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """An SQL text literal."""
    return "'" + text.replace("'", "''") + "'"


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder of our own under BAKEN_VAR, removed afterwards."""
    parent = settings.VAR / "tmp"
    parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="delivery-", dir=parent) as name:
        yield Path(name)


@contextmanager
def open_stage(scratch: Path) -> Iterator[Stage]:
    """A fresh stage within the scratch folder."""
    with TemporaryDirectory(prefix="stage-", dir=scratch) as name:
        stage = Stage(Path(name))
        try:
            yield stage
        finally:
            stage.connection.close()
