"""Finding one's way in a table: its cells by codes, its parts and totals, the numbers an operand stands for."""

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from itertools import product

from baken.figures.checks.rules import PARTS, FigureRules, Operand
from baken.figures.published.reader import TOTAL, Publication, Row, Table

Key = tuple[int, tuple[str, ...]]


class Cells:
    """A table with its rules. A cell's key is (year, codes in the order of the table's dimensions)."""

    def __init__(self, table: Table, rules: FigureRules) -> None:
        self.table = table
        self.rules = rules
        self.dimensions = table.dimensions
        self.rows: dict[Key, Row] = {(row.year, tuple(row.dims[d] for d in self.dimensions)): row for row in table.rows}

    @cached_property
    def codes(self) -> dict[str, list[str]]:
        """The codes that occur, by dimension, in printed order."""
        return {d: list(dict.fromkeys(row.dims[d] for row in self.table.rows)) for d in self.dimensions}

    @cached_property
    def years(self) -> list[int]:
        """The years that occur."""
        return sorted({year for year, _ in self.rows})

    def parts(self, dimension: str) -> list[str]:
        """The codes of a dimension that are neither total nor subtotal."""
        subtotals = self.rules.subtotals.get(dimension, {})
        return [code for code in self.codes[dimension] if code != TOTAL and code not in subtotals]

    def others(self, dimension: str) -> Iterator[tuple[int, dict[str, str]]]:
        """Each year with each combination of codes of the other dimensions, totals included."""
        rest = [d for d in self.dimensions if d != dimension]
        for year, codes in product(self.years, product(*(self.codes[d] for d in rest))):
            yield year, dict(zip(rest, codes, strict=True))

    def row(self, year: int, codes: Mapping[str, str]) -> Row | None:
        """The cell with these codes; None when it is not in the table."""
        return self.rows.get((year, tuple(codes[d] for d in self.dimensions)))

    def value(self, year: int, codes: Mapping[str, str]) -> Decimal | None:
        """The value of a cell; None when it is empty or not there."""
        row = self.row(year, codes)
        return row.value if row else None


class Tables:
    """All tables of a folder with their rules, and the numbers that operands stand for."""

    def __init__(self, publication: Publication, rules: Mapping[str, FigureRules]) -> None:
        self.publication = publication
        self.cells = {
            number: Cells(table, rules.get(number, FigureRules())) for number, table in publication.tables.items()
        }

    def knows(self, operand: Operand) -> bool:
        """Whether the place an operand names is in this folder."""
        if operand.per and not self.knows(operand.per):
            return False
        if operand.figure:
            return operand.figure in self.cells
        return bool(self.publication.key_figures if operand.key else self.publication.prose)

    def unknown_codes(self, operand: Operand) -> list[str]:
        """What an operand asks of its place that is not there: a dimension, a code, an indicator."""
        if not operand.figure:
            return [] if self.values(operand) else [operand.key or operand.prose]
        cells = self.cells[operand.figure]
        wanted = [(d, code) for d, codes in operand.where.items() if codes != PARTS for code in codes]
        wanted += [(d, TOTAL) for d in cells.dimensions if d not in operand.where and d not in operand.by]
        missing = [code for d, code in wanted if code not in cells.codes.get(d, [])]
        return missing + [d for d in operand.by if d not in cells.dimensions]

    def values(self, operand: Operand) -> dict[Key, Decimal]:
        """{(year, codes of `by`): number}; places that print nothing are left out."""
        found = self._in_figure(operand) if operand.figure else self._in_list(operand)
        if operand.per is None:
            return found
        wholes = self.values(operand.per)
        return {k: rounded(v / wholes[k], operand.decimals) for k, v in found.items() if wholes.get(k)}

    def _in_figure(self, operand: Operand) -> dict[Key, Decimal]:
        printed = {
            key: [row.value for row in rows if row.value is not None] for key, rows in self.rows(operand).items()
        }
        return {key: sum(values, Decimal(0)) for key, values in printed.items() if values}

    def rows(self, operand: Operand) -> dict[Key, list[Row]]:
        """{(year, codes of `by`): the cells of its figure that an operand adds up}."""
        cells = self.cells[operand.figure]
        asked = [d for d in cells.dimensions if d in operand.where or d not in operand.by]
        wanted = {d: operand.where.get(d, (TOTAL,)) for d in asked}
        wanted = {d: tuple(cells.parts(d)) if codes == PARTS else codes for d, codes in wanted.items()}
        found: dict[Key, list[Row]] = {}
        for row in cells.table.rows:
            if all(row.dims[d] in codes for d, codes in wanted.items()):
                found.setdefault((row.year, tuple(row.dims.get(d, "") for d in operand.by)), []).append(row)
        return found

    def _in_list(self, operand: Operand) -> dict[Key, Decimal]:
        """`section.indicator` among the key figures or the prose; a number the prose repeats counts once."""
        section, _, indicator = (operand.key or operand.prose).rpartition(".")
        facts = self.publication.key_figures if operand.key else self.publication.prose
        found: dict[Key, set[Decimal]] = {}
        for fact in facts:
            if (fact.section, fact.indicator) == (section, indicator) and fact.value is not None:
                found.setdefault((fact.year, ()), set()).add(fact.value)
        return {key: next(iter(values)) for key, values in found.items() if len(values) == 1}


def decimals(number: Decimal) -> int:
    """How many decimals a number is printed with."""
    return max(0, -int(number.as_tuple().exponent))


def rounded(number: Decimal, places: int) -> Decimal:
    """Half up to so many places, as the reports do."""
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
