"""Which rows of numbered reference models (notes, names …) facts lead to, directly or through one another."""

from baken.ledger.interchange.layout import Kind, Table
from baken.ledger.interchange.stage import Stage, quoted


def numbered(tables: list[Table]) -> list[Table]:
    """The tables of reference models whose rows are numbered within the delivery."""
    return [table for table in tables if table.reference is not None and table.reference.key == "id"]


def reach(stage: Stage, tables: list[Table], into: str, prefix: str = "") -> None:
    """Make `<into>/<name>` (key): rows that facts point at, rows these point at, and rows that point at these.

    prefix: starts from the facts in the tables of that prefix instead of those that will be loaded.
    """
    followed = numbered(tables)
    for table in followed:
        stage.make_empty(f"{into}/{table.label}", "key BIGINT")
    for table in tables:
        if table not in followed and stage.has(prefix + table.name):
            for column in table.of_kind(Kind.LINK):
                _add(stage, into, column.names, f"SELECT {quoted(column.name)} FROM {quoted(prefix + table.name)}")
    while any([_spread(stage, into, table) for table in followed]):  # noqa: C419 - every table, each time
        pass


def _spread(stage: Stage, into: str, table: Table) -> bool:
    """Follow the pointers of one table both ways; whether anything was added."""
    own = f"SELECT key FROM {quoted(f'{into}/{table.label}')}"
    grown = False
    for column in table.of_kind(Kind.LINK):
        target = f"{into}/{column.names}"
        if column.name != "id" and stage.has(target):
            name, rows = quoted(column.name), _rows(stage, table)
            forth = f"SELECT {name} FROM {rows} WHERE id IN ({own})"
            back = f"SELECT id FROM {rows} WHERE {name} IN (SELECT key FROM {quoted(target)})"
            grown |= _add(stage, into, column.names, forth) | _add(stage, into, table.label, back)
    return grown


def _rows(stage: Stage, table: Table) -> str:
    """All delivered rows of a table, also those already set aside."""
    aside = f"aside/{table.name}"
    both = f"(SELECT * FROM {quoted(table.name)} UNION ALL SELECT * FROM {quoted(aside)})"
    return both if stage.has(aside) else quoted(table.name)


def _add(stage: Stage, into: str, name: str, keys: str) -> bool:
    target = f"{into}/{name}"
    if not stage.has(target):
        return False
    new = (
        f"SELECT DISTINCT key FROM ({keys}) AS found(key) "
        f"WHERE key IS NOT NULL AND key NOT IN (SELECT key FROM {quoted(target)})"
    )
    return bool(stage.rows(f"INSERT INTO {quoted(target)} {new}")[0][0])
