"""From counts to a printed table: every cell in its place, totals, shares, averages."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from itertools import product
from typing import Any

from baken.figures.model import TOTAL, Cell, Dimension, Figure, Measure

Key = tuple[tuple[str, ...], int]
"""A cell's codes in the order of the figure's dimensions, and its year."""
Counts = dict[Key, tuple[int, int]]
"""Cells as (value, 0), or for ratios (numerator, denominator)."""


def tabulate(figure: Figure, year: int, rows: Iterable[Mapping[str, Any]]) -> tuple[Cell, ...]:
    """The cells of the figure of `year`, in printed order: year by year, then by dimension, totals last.

    figure: as printed for that year; rows: what its expression yields. Cells without a row are 0 (ratios: None).
    """
    shown = figure.shown(year)
    counts = _with_totals(figure, (row for row in rows if shown.first <= row["year"] <= shown.last))
    axes = [_codes(dimension, position, counts) for position, dimension in enumerate(figure.dimensions)]
    years = range(shown.first, shown.last + 1)
    return tuple(_cell(figure, codes, printed, counts) for printed in years for codes in product(*axes))


def _with_totals(figure: Figure, rows: Iterable[Mapping[str, Any]]) -> Counts:
    counts: Counts = {}
    ratio = figure.measure is Measure.RATIO
    for row in rows:
        amounts = (row["numerator"], row["denominator"]) if ratio else (row["value"], 0)
        for codes in product(*_places(figure, row)):
            before = counts.get((codes, row["year"]), (0, 0))
            counts[codes, row["year"]] = (before[0] + amounts[0], before[1] + amounts[1])
    return counts


def _places(figure: Figure, row: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """For each dimension the codes under which a row counts: its own, and the total where that is a sum.

    A share's whole is summed too, also where the table prints no total.
    """
    for dimension in figure.dimensions:
        summed = dimension.additive or (figure.share_of or {}).get(dimension.name) == TOTAL
        yield (row[dimension.name], TOTAL) if summed else (row[dimension.name],)


def _codes(dimension: Dimension, position: int, counts: Counts) -> list[str]:
    """The codes of one dimension in printed order, the total last."""
    sizes: dict[str, int] = {}
    for (codes, _), amounts in counts.items():
        sizes[codes[position]] = sizes.get(codes[position], 0) + amounts[0]
    sizes.pop(TOTAL, None)
    fixed = list(dimension.codes or ())
    extra = [code for code in sizes if code not in fixed] if dimension.others else []
    extra.sort(key=lambda code: (-sizes[code] if dimension.by_size else 0, dimension.label(code), code))
    return [*fixed, *extra, *([TOTAL] if dimension.additive is not None else [])]


def _cell(figure: Figure, codes: tuple[str, ...], year: int, counts: Counts) -> Cell:
    names = [dimension.name for dimension in figure.dimensions]
    first, second = counts.get((codes, year), (0, 0))
    ratio = figure.measure is Measure.RATIO
    return Cell(
        dims=dict(zip(names, codes, strict=True)),
        year=year,
        value=_ratio(first, second, figure.ratio_digits or 0) if ratio else first,
        total=TOTAL in codes,
        share=_share(figure, names, codes, year, counts),
        numerator=first if ratio else None,
        denominator=second if ratio else None,
    )


def _share(figure: Figure, names: list[str], codes: tuple[str, ...], year: int, counts: Counts) -> Decimal | None:
    """A cell's percentage of the whole, in whole percents; the whole itself has one only where it is the total."""
    if not figure.share_of:
        return None
    whole = tuple(figure.share_of.get(name, code) for name, code in zip(names, codes, strict=True))
    if whole == codes and TOTAL not in figure.share_of.values():
        return None
    return _ratio(100 * counts.get((codes, year), (0, 0))[0], counts.get((whole, year), (0, 0))[0], 0)


def _ratio(numerator: int, denominator: int, digits: int) -> Decimal | None:
    """numerator / denominator, rounded half up; None where there is nothing to divide by."""
    if not denominator:
        return None
    return (Decimal(numerator) / Decimal(denominator)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
