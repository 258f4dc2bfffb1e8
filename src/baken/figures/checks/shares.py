"""Printed shares against the counts they are shares of, and against one hundred."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from baken.figures.checks.cells import Cells, Tables, decimals, rounded
from baken.figures.checks.finding import Cell, Finding, Kind, Severity, at
from baken.figures.checks.rules import ShareRule
from baken.figures.published.reader import TOTAL, Row


def check_shares(cells: Cells, tables: Tables) -> Iterator[Finding]:
    """Shares that do not fit. Nothing is checked where the whole is neither declared nor plain."""
    shares = [row.share for row in cells.table.rows if row.share is not None]
    rule = cells.rules.shares or _plain_rule(cells)
    if not rule or (rule.counts and rule.counts not in tables.cells):
        return
    if not shares and not cells.rules.shares:
        return
    printed = _Shares(cells, tables.cells.get(rule.counts, cells), rule, max(map(decimals, shares), default=0))
    for row in cells.table.rows:
        if all(row.dims[d] in codes for d, codes in rule.only.items()):
            yield from printed.one(row)
    if rule.split:
        yield from printed.sums()


def _plain_rule(cells: Cells) -> ShareRule | None:
    """Undeclared shares are of the total, in a table of one dimension."""
    dimension = cells.dimensions[0]
    plain = len(cells.dimensions) == 1 and TOTAL in cells.codes[dimension]
    return ShareRule(of={dimension: TOTAL}, split=dimension) if plain else None


class _Shares:
    """The shares of one table, with the counts behind them."""

    def __init__(self, cells: Cells, counts: Cells, rule: ShareRule, decimals: int) -> None:
        self.cells, self.counts, self.rule, self.decimals = cells, counts, rule, decimals

    def one(self, row: Row) -> Iterator[Finding]:
        cell = at(row.dims, row.year)
        computed = self.computed(row)
        if computed is None:
            return
        if row.share is None and self.cells.rules.shares:
            nl, en = "het aandeel ontbreekt", "the share is missing"
            yield Finding(Kind.MISSING, Severity.CONTRADICTION, (self.cells.table.number,), cell, nl, en)
        elif row.share not in (None, computed):
            nl, en = "niet het aandeel dat de aantallen geven", "not the share that the counts give"
            yield self._off(Kind.SHARE, cell, row.share, computed, nl, en)

    def computed(self, row: Row) -> Decimal | None:
        """The share as the counts give it, half up; None where a count is not printed or the whole is zero."""
        count, whole = self._count(row, {}), self._count(row, self.rule.of)
        return rounded(100 * count / whole, self.decimals) if count is not None and whole else None

    def sums(self) -> Iterator[Finding]:
        """The shares of all parts should add up to the whole's share, but for what rounding each of them explains."""
        split = self.rule.split
        for year, others in self.cells.others(split):
            rows = [self.cells.row(year, {**others, split: code}) for code in self.cells.parts(split)]
            parts = [row for row in rows if row and row.share is not None]
            total = self.cells.row(year, {**others, split: TOTAL})
            whole = total.share if total and total.share is not None else Decimal(100)
            added = sum((row.share or Decimal(0) for row in parts), Decimal(0))
            if parts and added != whole and not self._rounding_explains(parts, total, added, whole):
                cell = at({**others, split: TOTAL}, year)
                nl, en = "de aandelen van de delen tellen anders op", "the shares of the parts add up differently"
                yield self._off(Kind.SHARES, cell, whole, added, nl, en)

    def _rounding_explains(self, parts: list[Row], total: Row | None, added: Decimal, whole: Decimal) -> bool:
        exact = [self.computed(row) for row in parts]
        if None in exact or total is None:
            return abs(added - whole) <= len(parts) * Decimal("0.5").scaleb(-self.decimals)
        counts = [self._count(row, {}) or Decimal(0) for row in parts]
        return added == sum(filter(None, exact)) and sum(counts) == self._count(total, {})

    def _count(self, row: Row, other: Mapping[str, str]) -> Decimal | None:
        codes = {**row.dims, **self.rule.with_codes, **other}
        if any(d not in codes for d in self.counts.dimensions):
            return None
        return self.counts.value(row.year, codes)

    def _off(self, kind: Kind, cell: Cell, printed: Decimal, computed: Decimal, nl: str, en: str) -> Finding:
        return Finding(kind, Severity.CONTRADICTION, (self.cells.table.number,), cell, nl, en, printed, computed)
