"""What stands out in a figure, in sentences computed from its cells: growth, extremes, shares, distinct persons."""

from collections.abc import Iterator, Sized
from decimal import Decimal

from baken.figures.definitions.key_figures import NUMBER as KEY_FIGURES
from baken.figures.model import TOTAL, Measure
from baken.statistics.report.growth import SMALLEST_BASE, growth, share
from baken.statistics.report.view import Number, View
from baken.statistics.report.wording import Words, rounded

FEW = 3
"""From so many rows on it is worth saying which is the highest and which the lowest."""
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
    if len(changes) < FEW:
        return
    high, low = max(changes, key=changes.__getitem__), min(changes, key=changes.__getitem__)
    if rounded(changes[high], 1) == rounded(changes[low], 1):
        return
    key = "all_up" if changes[low] > 0 else "all_down" if changes[high] <= 0 else "both_ways"
    yield words(
        f"says.{key}",
        high=_row(view, words, high),
        low=_row(view, words, low),
        high_change=words.change(changes[high]),
        low_change=words.change(changes[low]),
        **_of(view, words, changes),
    )


def _extremes(view: View, words: Words) -> Iterator[str]:
    """The largest and the smallest row of a figure of one dimension."""
    values = {row: value for row in view.rows if (value := view.value(row)) is not None}
    if view.columns or len(values) < FEW or _ratio(view):
        return
    high, low, whole = max(values, key=values.__getitem__), min(values, key=values.__getitem__), view.whole()
    overlapping = view.row.additive is False
    yield words(
        "says.largest_bare" if whole is None or overlapping else "says.largest",
        high=_row(view, words, high),
        low=_row(view, words, low),
        high_value=words.number(values[high]),
        low_value=words.number(values[low]),
        high_share=words.percent(share(values[high], whole)),
        low_share=words.percent(share(values[low], whole)),
        **_of(view, words, values),
    )


def _part_of_a_measure(view: View, words: Words) -> Iterator[str]:
    """Where a figure gives one of its columns as a share of another: the highest and the lowest share."""
    if view.column is None or view.whole() is not None:
        return
    for column in view.columns:
        shares = {row: cell.share for row in view.rows if (cell := view.cell(row, column)) and cell.share is not None}
        if len(shares) >= FEW:
            high, low = max(shares, key=shares.__getitem__), min(shares, key=shares.__getitem__)
            yield words(
                "says.measure_range",
                part=view.column.label(column, words.language),
                high=_row(view, words, high),
                low=_row(view, words, low),
                high_share=words.share(shares[high]),
                low_share=words.share(shares[low]),
                **_of(view, words, shares),
            )


def _leaders(view: View, words: Words) -> Iterator[str]:
    """The three largest rows of a figure of two dimensions with a great many rows."""
    whole = view.whole()
    if not view.columns or not whole or not _many(view):
        return
    first = sorted(view.rows, key=lambda row: -(view.value(row, TOTAL) or 0))[:FEW]
    named = [f"{_row(view, words, row)} ({words.number(view.value(row, TOTAL))})" for row in first]
    together = sum(view.value(row, TOTAL) or 0 for row in first)
    names = {"names": words.listed(named), "few": _numeral(words, FEW)}
    yield words("says.leaders", **names, share=words.percent(share(together, whole)), **_of(view, words, view.rows))


def _ratios(view: View, words: Words) -> Iterator[str]:
    """The highest and lowest average, of the row or column totals where there are any."""
    if not _ratio(view):
        return
    totals = {code: value for code in view.columns if (value := view.value(TOTAL, code)) is not None}
    values = totals or {row: value for row in view.rows if (value := view.value(row)) is not None}
    dimension = view.column if totals else view.row
    if len(values) < FEW or dimension is None:
        return
    high, low = max(values, key=values.__getitem__), min(values, key=values.__getitem__)
    yield words(
        "says.ratio",
        high=dimension.label(high, words.language),
        low=dimension.label(low, words.language),
        high_value=words.fixed(values[high], view.figure.ratio_digits or 0),
        low_value=words.fixed(values[low], view.figure.ratio_digits or 0),
        count=_numeral(words, len(values)),
        many=words.find(f"many.{dimension.name}") or words("many.other"),
    )


def _composition(view: View, words: Words) -> Iterator[str]:
    """The largest column of a figure of two dimensions, and the rows where it weighs most and least."""
    whole = view.whole()
    if view.column is None or not view.columns or not whole or _ratio(view) or _many(view):
        return
    sums = {column: view.value(TOTAL, column) or 0 for column in view.columns}
    largest = max(sums, key=sums.__getitem__)
    name = view.column.label(largest, words.language)
    yield words("says.part", part=name, share=words.percent(share(sums[largest], whole)))
    shares = {
        row: part
        for row in view.rows
        if (view.value(row, TOTAL) or 0) >= SMALLEST_BASE
        and (part := share(view.value(row, largest) or 0, view.value(row, TOTAL))) is not None
    }
    if len(shares) >= FEW:
        high, low = max(shares, key=shares.__getitem__), min(shares, key=shares.__getitem__)
        yield words(
            "says.part_range",
            high=_row(view, words, high),
            low=_row(view, words, low),
            high_share=words.percent(shares[high]),
            low_share=words.percent(shares[low]),
            **_of(view, words, shares),
        )


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


def _of(view: View, words: Words, rows: Sized) -> dict[str, str]:
    """How many rows were compared, and what they are; some may lack what it takes to compare them."""
    many = words.find(f"many.{view.row.name}") or words("many.other")
    if len(rows) < len(view.rows):
        many = words("says.comparable", many=many)
    return {"count": _numeral(words, len(rows)), "many": many}


def _numeral(words: Words, count: int) -> str:
    numerals = words.at("numerals")
    return str(numerals[count]) if count < len(numerals) else words.number(count)


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
