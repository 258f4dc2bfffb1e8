"""Reading a table whose values may have been changed behind the ledger's back: up to the first that cannot be read."""

from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

import pyarrow as pa
from adbc_driver_manager import Error as DriverError
from django.db import models

from baken.ledger.bulk import columns, read

Form = TypeVar("Form")
UNREADABLE = (pa.ArrowException, DriverError, ValueError, OverflowError)
"""What the driver or Arrow raises on a value that is not of its column's type (SQLite keeps any)."""
NUMBER = pa.schema([("number", pa.int64())])


def as_batch(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The form of rows that are digested."""
    return batch


class Reading(Generic[Form]):
    """One table's rows in order of number, batch by batch in some form.

    Afterwards `stopped_at` is the number of the first row that could not be read; None when all could.
    """

    def __init__(
        self,
        connection: Any,
        model: type[models.Model],
        schema: pa.Schema,
        form: Callable[[pa.RecordBatch], Form],
    ) -> None:
        self.connection, self.model, self.schema, self.form = connection, model, schema, form
        self.stopped_at: int | None = None

    def __iter__(self) -> Iterator[Form]:
        last = None
        try:
            for number, rows in self._rows():
                yield rows
                last = number
        except UNREADABLE:
            self.stopped_at = self._first_unreadable(last)
            after = f"AND id > {last}" if last is not None else ""
            for _, rows in self._rows(f"id < {self.stopped_at} {after}"):
                yield rows

    def _rows(self, where: str = "TRUE") -> Iterator[tuple[int, Form]]:
        """(number of the last row, rows) per batch."""
        table, listed = self.model._meta.db_table, columns(self.model, self.schema.names)
        query = f'SELECT {listed} FROM "{table}" WHERE {where} ORDER BY id'
        for batch in read(self.connection, query, self.schema):
            yield batch.column("id")[-1].as_py(), self.form(batch)

    def _first_unreadable(self, last: int | None) -> int:
        """Halve the numbers after `last` until one row is left."""
        table = self.model._meta.db_table
        low = last if last is not None else self._number(f'SELECT min(id) FROM "{table}"') - 1
        high = self._number(f'SELECT max(id) FROM "{table}"')
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._reads(low, middle) else (low, middle)
        return high

    def _reads(self, after: int, upto: int) -> bool:
        try:
            for _ in self._rows(f"id > {after} AND id <= {upto}"):
                pass
        except UNREADABLE:
            return False
        return True

    def _number(self, query: str) -> int:
        [number] = [value for batch in read(self.connection, query, NUMBER) for value in batch.column(0).to_pylist()]
        return int(number)
