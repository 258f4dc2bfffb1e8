"""Writing tables as files whose bytes depend on nothing but their rows."""

import shutil
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

ROW_GROUP = 131_072
FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)


def table_file(target: Path, batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> int:
    """Write rows to a .csv or .parquet file; returns their number, and leaves no file when there are none."""
    write = _parquet if target.suffix == ".parquet" else _csv
    rows = write(target, batches, schema)
    if not rows:
        target.unlink(missing_ok=True)
    return rows


def _parquet(target: Path, batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> int:
    rows = 0
    with pq.ParquetWriter(target, schema, compression="zstd") as writer:
        for group in _groups(batches):
            writer.write_table(group, row_group_size=ROW_GROUP)
            rows += group.num_rows
    return rows


def _groups(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """Tables of ROW_GROUP rows, the last one shorter, however the rows arrive."""
    waiting: list[pa.RecordBatch] = []
    rows = 0
    for batch in batches:
        waiting.append(batch)
        rows += batch.num_rows
        while rows >= ROW_GROUP:
            table = pa.Table.from_batches(waiting)
            yield table.slice(0, ROW_GROUP).combine_chunks()
            waiting = table.slice(ROW_GROUP).to_batches()
            rows -= ROW_GROUP
    if rows:
        yield pa.Table.from_batches(waiting).combine_chunks()


def _csv(target: Path, batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> int:
    rows = 0
    with target.open("wb") as file:
        for batch in batches:
            plain = [
                _instant_text(column) if pa.types.is_timestamp(column.type) else column for column in batch.columns
            ]
            frame = pl.from_arrow(pa.Table.from_arrays(plain, names=schema.names))
            frame.write_csv(file, include_header=not rows)  # type: ignore[union-attr]
            rows += batch.num_rows
    return rows


def _instant_text(column: pa.Array) -> pa.Array:
    return pc.replace_substring_regex(pc.strftime(column, "%Y-%m-%dT%H:%M:%SZ"), r"\.000000Z$", "Z")


def pack(folder: Path, target: Path) -> None:
    """Zip a folder; members in order of name and without a time of their own."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                member = zipfile.ZipInfo(path.relative_to(folder).as_posix(), FIRST_DAY_OF_ZIP)
                member.compress_type = zipfile.ZIP_DEFLATED
                with path.open("rb") as plain, archive.open(member, "w", force_zip64=True) as packed:
                    shutil.copyfileobj(plain, packed, 1 << 20)
