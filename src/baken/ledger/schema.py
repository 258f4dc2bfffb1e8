"""The Arrow form of a fact type: how its columns travel to digests, snapshots and files."""

from functools import cache

import pyarrow as pa
from django.db import models

from baken.foundation.errors import BadRequest
from baken.ledger.facts import Fact, content_fields

_ARROW = {
    models.DateField: pa.date32(),
    models.BooleanField: pa.bool_(),
    models.SmallIntegerField: pa.int64(),
    models.IntegerField: pa.int64(),
    models.BigIntegerField: pa.int64(),
    models.ForeignKey: pa.int64(),
    models.DecimalField: pa.string(),
    models.DateTimeField: pa.timestamp("us", tz="UTC"),
    models.CharField: pa.string(),
    models.TextField: pa.string(),
}


def arrow_type(field: models.Field) -> pa.DataType:
    """The Arrow type of a column: whole numbers int64, days date32, amounts their decimal text."""
    for kind in type(field).__mro__:
        if kind in _ARROW:
            return _ARROW[kind]
    raise BadRequest(f"no Arrow form for column {field.name} ({type(field).__name__})")


@cache
def content_schema(model: type[Fact]) -> pa.Schema:
    """A fact's content columns with their Arrow types, in digest order."""
    return pa.schema([pa.field(f.attname, arrow_type(f), nullable=f.null) for f in content_fields(model)])


@cache
def row_schema(model: type[Fact]) -> pa.Schema:
    """A whole row: id, content, appended_in, retracted_in."""
    ledger = [pa.field("appended_in", pa.int64(), nullable=False), pa.field("retracted_in", pa.int64())]
    return pa.schema([pa.field("id", pa.int64(), nullable=False), *content_schema(model), *ledger])
