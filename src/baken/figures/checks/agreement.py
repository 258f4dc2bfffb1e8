"""Places that should agree: the same indicator twice, what can be at most something else, sums across tables."""

from collections.abc import Iterator
from decimal import Decimal

from baken.figures.checks.cells import Cells, Key, Tables
from baken.figures.checks.finding import Cell, Finding, Kind, Severity, at
from baken.figures.checks.rules import PARTS, Declarations, Operand, Relation
from baken.figures.checks.words import figure_name
from baken.figures.published.reader import TOTAL


def check_agreement(tables: Tables, declarations: Declarations) -> Iterator[Finding]:
    """Everything declared to hold between places of this folder; what the folder does not have is left out."""
    for relation in declarations.same:
        yield from _missing_codes(tables, relation)
        yield from _same(tables, relation)
    for relation in declarations.at_most:
        yield from _missing_codes(tables, relation)
        yield from _at_most(tables, relation)
    for relation in declarations.sums:
        yield from _missing_codes(tables, relation)
        yield from _sum(tables, relation)
    for relation in declarations.scope_notes:
        yield from _note(tables, declarations, relation)


def check_pattern(cells: Cells, tables: Tables) -> Iterator[Finding]:
    """A cell is empty exactly where the other table has nothing to count."""
    other = tables.cells.get(cells.rules.empty_as)
    if other is None:
        return
    for row in cells.table.rows:
        counted = other.row(row.year, row.dims) if set(other.dimensions) == set(cells.dimensions) else None
        if counted and (row.value is None) != (not counted.value):
            place = other.table.number
            nl = f"leeg, maar figuur {place} niet" if row.value is None else f"niet leeg, maar figuur {place} wel"
            en = f"empty where figure {place} is not, or the other way round"
            numbers = (cells.table.number, other.table.number)
            cell = at(row.dims, row.year)
            yield Finding(Kind.PATTERN, Severity.CONTRADICTION, numbers, cell, nl, en, row.value, counted.value)


def _missing_codes(tables: Tables, relation: Relation) -> Iterator[Finding]:
    for operand in _known(tables, relation):
        for code in tables.unknown_codes(operand):
            nl, en = f"{relation.nl}: {code} ontbreekt", f"{relation.en}: {code} is missing"
            yield Finding(Kind.MISSING, Severity.CONTRADICTION, (operand.place,), {}, nl, en)


def _known(tables: Tables, relation: Relation) -> list[Operand]:
    return [operand for operand in relation.operands if tables.knows(operand)]


def _same(tables: Tables, relation: Relation) -> Iterator[Finding]:
    """One finding for each year and code where the places do not all say the same."""
    operands = _known(tables, relation)
    found = [tables.values(operand) for operand in operands]
    for key in sorted({key for values in found for key in values}):
        places = [(operand, values[key]) for operand, values in zip(operands, found, strict=True) if key in values]
        if len({value for _, value in places}) > 1:
            yield _disagreement(relation, Kind.VALUES, Severity.CONTRADICTION, key, places)


def _at_most(tables: Tables, relation: Relation) -> Iterator[Finding]:
    if len(_known(tables, relation)) != 2:
        return
    small, large = (tables.values(operand) for operand in relation.operands)
    for key in sorted(small.keys() & large.keys()):
        if small[key] > large[key]:
            yield Finding(
                Kind.BOUND,
                Severity.CONTRADICTION,
                tuple(operand.place for operand in relation.operands),
                _cell(relation.operands[0], key),
                relation.nl,
                relation.en,
                small[key],
                large[key],
            )


def _sum(tables: Tables, relation: Relation) -> Iterator[Finding]:
    """The first operand is the sum of the others."""
    if len(_known(tables, relation)) != len(relation.operands):
        return
    total, *parts = (tables.values(operand) for operand in relation.operands)
    for key in sorted(total.keys() & set().union(*parts)):
        computed = sum((part.get(key, Decimal(0)) for part in parts), Decimal(0))
        if computed != total[key]:
            first = relation.operands[0]
            yield Finding(
                Kind.TOTAL,
                Severity.CONTRADICTION,
                (first.place,),
                _cell(first, key),
                f"{relation.nl}: niet de som van de delen",
                f"{relation.en}: not the sum of its parts",
                total[key],
                computed,
            )


def _note(tables: Tables, declarations: Declarations, relation: Relation) -> Iterator[Finding]:
    """A declared difference: with operands, where they differ; with areas, the figures that use each; else as it is."""
    operands = _known(tables, relation)
    if relation.operands:
        if len(operands) == len(relation.operands):
            yield from _differences(tables, relation, operands)
        return
    numbers = relation.figures or _figures_of_areas(tables, declarations, relation)
    present = tuple(number for number in numbers if number in tables.cells or number in ("key", "prose"))
    if len(present) > 1:
        yield Finding(Kind.SCOPE, Severity.NOTE, present, {}, relation.nl, relation.en)


def _differences(tables: Tables, relation: Relation, operands: list[Operand]) -> Iterator[Finding]:
    found = [tables.values(operand) for operand in operands]
    for key in sorted(set.intersection(*(set(values) for values in found))):
        places = [(operand, values[key]) for operand, values in zip(operands, found, strict=True)]
        if len({value for _, value in places}) > 1:
            yield _disagreement(relation, Kind.SCOPE, Severity.NOTE, key, places)


def _figures_of_areas(tables: Tables, declarations: Declarations, relation: Relation) -> tuple[str, ...]:
    """The figures that use one of the areas, when more than one of them is in use."""
    using = {area: [n for n in tables.cells if declarations.of(n).area == area] for area in relation.areas}
    return tuple(n for numbers in using.values() for n in numbers) if all(using.values()) else ()


def _disagreement(
    relation: Relation, kind: Kind, severity: Severity, key: Key, places: list[tuple[Operand, Decimal]]
) -> Finding:
    values: dict[str, Decimal] = {}
    for operand, value in places:
        name = _name(operand)
        values[name if name not in values else f"{name} ({len(values)})"] = value
    numbers = tuple(dict.fromkeys(operand.place for operand, _ in places))
    cell = _cell(places[0][0], key)
    return Finding(kind, severity, numbers, cell, relation.nl, relation.en, values=values)


def _name(operand: Operand) -> str:
    """`Figuur 31 (civil_test)`, `Figuur 24 / Figuur 22`; many codes are not named."""
    shown = [code for codes in operand.where.values() for code in codes if codes != PARTS and code != TOTAL]
    codes = f" ({', '.join(shown)})" if 0 < len(shown) <= 2 else ""
    per = f" / {_name(operand.per)}" if operand.per else ""
    return figure_name(operand.place) + codes + per


def _cell(operand: Operand, key: Key) -> Cell:
    return at(dict(zip(operand.by, key[1], strict=True)), key[0])
