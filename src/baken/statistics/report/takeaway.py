"""What stands out in a figure, in sentences computed from its cells: growth, extremes, shares, distinct persons."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Sized
from decimal import Decimal
from typing import Any

from baken.figures.definitions.key_figures import NUMBER as KEY_FIGURES
from baken.figures.model import TOTAL, Dimension, Measure
from baken.statistics.report.growth import SMALLEST_BASE, growth, share
from baken.statistics.report.view import Number, View
from baken.statistics.report.wording import Words, rounded

FEW = 3
"""From so many rows on it is worth saying which is highest and which lowest; so many are named when they tie."""
MANY = 12
"""Beyond so many rows the largest are named, not the extremes of a share."""


def takeaways(view: View, words: Words) -> tuple[str, ...]:
    """The sentences of a figure, the most important first."""
    if view.silent:
        return (words("says.nothing", year=view.year),)
    if view.figure.number == KEY_FIGURES:
        return ()
    return tuple(_capital(sentence) for rule in RULES for sentence in rule(view, words))


def _total(view: View, words: Words) -> Iterator[str]:
    """The grand total against the year before."""
    now, before = view.whole(), view.whole(view.year - 1)
    if now is None or view.figure.measure is Measure.RATIO:
        return
    own = words.find(f"subjects.{view.figure.same_as or view.figure.number}")
    change = growth(now, before)
    yield words(
        f"says.{_direction(change, before)}",
        subject=own or words("subject", number=view.figure.number),
        value=words.number(now),
        year=view.year,
        before=words.number(before),
        before_year=view.year - 1,
        percent=words.percent(None if change is None else abs(change)),
    )


def _direction(change: Decimal | None, before: Number | None) -> str:
    if change is None:
        return "stands" if before is None else "stands_before"
    step = rounded(change, 1)
    return "up" if step > 0 else "down" if step < 0 else "flat"


def _movers(view: View, words: Words) -> Iterator[str]:
    """Which rows grew and fell most; in a figure of two dimensions, by their totals."""
    column = TOTAL if view.columns else None
    changes = {
        row: change
        for row in view.rows
        if (change := growth(view.value(row, column), view.value(row, column, view.year - 1))) is not None
    }
    if ends := _ends(view.row, changes, words, words.change):
        high, low = max(changes.values()), min(changes.values())
        key = "all_up" if low > 0 else "all_down" if high <= 0 else "both_ways"
        yield words(f"says.{key}", **ends, **_of(view.row, words, changes, view.rows))


def _extremes(view: View, words: Words) -> Iterator[str]:
    """The largest and the smallest row of a figure of one dimension."""
    values = {row: value for row in view.rows if (value := view.value(row)) is not None}
    if view.columns or _ratio(view):
        return
    whole = None if view.row.additive is False else view.whole()

    def told(value: Number) -> str:
        if whole is None or not value:
            return words.number(value)
        return words("says.of_total", value=words.number(value), share=words.percent(share(value, whole)))

    if ends := _ends(view.row, values, words, told):
        yield words("says.largest", **ends, **_of(view.row, words, values, view.rows))


def _part_of_a_measure(view: View, words: Words) -> Iterator[str]:
    """Where a figure gives one of its columns as a share of another: the highest and the lowest share."""
    if view.column is None or view.whole() is not None:
        return
    for column in view.columns:
        shares = {row: cell.share for row in view.rows if (cell := view.cell(row, column)) and cell.share is not None}
        if ends := _ends(view.row, shares, words, words.share):
            part = view.column.label(column, words.language)
            yield words("says.measure_range", part=part, **ends, **_of(view.row, words, shares, view.rows))


def _leaders(view: View, words: Words) -> Iterator[str]:
    """The three largest rows of a figure of two dimensions with a great many rows."""
    whole = view.whole()
    if not view.columns or not whole or not _many(view):
        return
    values = sorted(((view.value(row, TOTAL) or 0, row) for row in view.rows), key=lambda found: -found[0])
    if len(values) <= FEW or values[FEW - 1][0] == values[FEW][0]:
        return
    named = [f"{_row(view, words, row)} ({words.number(value)})" for value, row in values[:FEW]]
    together = words.percent(share(sum(value for value, _ in values[:FEW]), whole))
    names = {"names": words.listed(named), "few": _numeral(words, FEW)}
    yield words("says.leaders", **names, share=together, **_of(view.row, words, values, view.rows))


def _ratios(view: View, words: Words) -> Iterator[str]:
    """The highest and lowest average, of the row or column totals where there are any."""
    if not _ratio(view):
        return
    totals = {code: value for code in view.columns if (value := view.value(TOTAL, code)) is not None}
    values = totals or {row: value for row in view.rows if (value := view.value(row)) is not None}
    dimension = view.column if totals and view.column else view.row
    digits = view.figure.ratio_digits or 0
    if ends := _ends(dimension, values, words, lambda value: words.fixed(value, digits)):
        yield words("says.ratio", **ends, **_of(dimension, words, values, values))


def _composition(view: View, words: Words) -> Iterator[str]:
    """The largest column of a figure of two dimensions, and the rows where it weighs most and least."""
    whole = view.whole()
    if view.column is None or not view.columns or not whole or _ratio(view) or _many(view):
        return
    sums = {column: view.value(TOTAL, column) or 0 for column in view.columns}
    largest = max(sums, key=sums.__getitem__)
    if list(sums.values()).count(sums[largest]) > 1:
        return
    name = view.column.label(largest, words.language)
    yield words("says.part", part=name, share=words.percent(share(sums[largest], whole)))
    shares = {
        row: part
        for row in view.rows
        if (view.value(row, TOTAL) or 0) >= SMALLEST_BASE
        and (part := share(view.value(row, largest) or 0, view.value(row, TOTAL))) is not None
    }
    if ends := _ends(view.row, shares, words, words.percent):
        yield words("says.part_range", **ends, **_of(view.row, words, shares, view.rows))


def _once(view: View, words: Words) -> Iterator[str]:
    """Why a total of distinct persons is not the sum of its parts."""
    whole = view.whole()
    if view.row.additive is not False or view.columns or whole is None:
        return
    parts = sum(view.value(row) or 0 for row in view.rows)
    key = "says.once_equal" if parts == whole else "says.once"
    yield words(key, sum=words.number(parts), difference=words.number(parts - whole), year=view.year)


RULES = (_total, _movers, _extremes, _composition, _part_of_a_measure, _leaders, _ratios, _once)


def _many(view: View) -> bool:
    return view.row.by_size or len(view.rows) > MANY


def _ratio(view: View) -> bool:
    return view.figure.measure is Measure.RATIO


def _row(view: View, words: Words, code: str) -> str:
    return view.row.label(code, words.language)


def _ends(
    dimension: Dimension, values: Mapping[str, Number], words: Words, told: Callable[[Any], str]
) -> dict[str, str] | None:
    """The names and the values of the highest and the lowest, all that share them; None where there is nothing to say.

    Two are the same when they read the same: what a reader cannot tell apart is a tie.
    """
    if len(values) < FEW:
        return None
    high, low = told(max(values.values())), told(min(values.values()))
    if high == low:
        return None
    ends: dict[str, str] = {}
    for end, reading in (("high", high), ("low", low)):
        tied = [code for code, value in values.items() if told(value) == reading]
        ends[end] = _named(dimension, tied, words)
        ends[f"{end}_value"] = reading if len(tied) == 1 else words("says.each", value=reading)
    return ends


def _named(dimension: Dimension, codes: Sequence[str], words: Words) -> str:
    """a, b en c; beyond a few how many there are."""
    if len(codes) > FEW:
        return f"{_numeral(words, len(codes))} {words.many(dimension)}"
    return words.listed([dimension.label(code, words.language) for code in codes])


def _of(dimension: Dimension, words: Words, compared: Sized, rows: Sized) -> dict[str, str]:
    """How many rows were compared, and what they are; some may lack what it takes to compare them."""
    many = words.many(dimension)
    if len(compared) < len(rows):
        many = words("says.comparable", many=many)
    return {"count": _numeral(words, len(compared)), "many": many}


def _numeral(words: Words, count: int) -> str:
    numerals = words.at("numerals")
    return str(numerals[count]) if count < len(numerals) else words.number(count)


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
