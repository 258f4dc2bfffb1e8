"""What the tables look like from which figures are counted: facts by label, offices, code lists."""

import pyarrow as pa

from baken.figures.tables import OFFICE, code_rows
from baken.ledger.facts import DossierFact, fact_type
from baken.ledger.schema import content_schema

OFFICE_SCHEMA = pa.schema([("id", pa.int64()), ("code", pa.string()), ("agency", pa.string()), ("region", pa.string())])


OPENED = "people.dossier_opened"
"""The fact type that says which person a dossier concerns."""


def stored_schema(label: str) -> pa.Schema:
    """A fact type's columns as the ledger gives them: its number, its content, and the append that told it."""
    content = content_schema(fact_type(label))
    return pa.schema([pa.field("id", pa.int64()), *content, pa.field("appended_in", pa.int64())])


def names_person(label: str) -> bool:
    """Whether a snapshot adds to these facts the person whom their dossier concerns."""
    return issubclass(fact_type(label), DossierFact) and label != OPENED


def fact_schema(label: str) -> pa.Schema:
    """A fact type's columns in a snapshot: as stored, and the `person` of the dossier (null when none is known)."""
    stored = stored_schema(label)
    return stored.append(pa.field("person", pa.int64())) if names_person(label) else stored


def code_table(name: str) -> pa.Table:
    """A code list as a table of text columns."""
    columns = code_rows(name)
    return pa.table({column: pa.array(values, pa.string()) for column, values in columns.items()})


def schema(name: str) -> pa.Schema:
    """The columns of any table by name. Raises KeyError when there is none."""
    if name == OFFICE:
        return OFFICE_SCHEMA
    return fact_schema(name) if "." in name else code_table(name).schema
