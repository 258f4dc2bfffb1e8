"""One CSV file per figure and an index.yaml, in the form that `baken check-tables` reads (docs/check-tables.md)."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from baken.figures.definitions.key_figures import FOOTNOTES, KEY_FIGURES, NUMBER
from baken.figures.model import TOTAL, Figure, FigureResult, Measure
from baken.figures.output.text import stem


def write(results: Sequence[FigureResult], folder: Path) -> list[Path]:
    """Write each figure as CSV, the key figures as theirs, and the index that declares what they are."""
    files = [_write_rows(folder / f"{stem(result.figure.number)}.csv", _rows(result)) for result in results]
    index = folder / "index.yaml"
    index.write_text(yaml.safe_dump(_index(results), allow_unicode=True, sort_keys=False, width=120), encoding="utf-8")
    return [*files, index]


def _write_rows(file: Path, rows: Iterator[dict[str, Any]]) -> Path:
    found = list(rows)
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, found[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(found)
    return file


def _rows(result: FigureResult) -> Iterator[dict[str, Any]]:
    figure = result.figure
    footnotes = {row.indicator: row.footnote for row in KEY_FIGURES}
    for cell in result.cells:
        row: dict[str, Any] = {}
        for position, dimension in enumerate(figure.dimensions):
            row[dimension.name] = cell.dims[dimension.name]
            row["column_label" if position else "label"] = dimension.label(cell.dims[dimension.name])
        row |= {"year": cell.year, "value": cell.value}
        if figure.number == NUMBER:
            yield {**row, "footnote": footnotes[cell.dims["indicator"]]}
            continue
        if figure.share_of:
            row["share"] = cell.share
        yield {**row, "total": str(cell.total).lower()}


def _index(results: Sequence[FigureResult]) -> dict[str, Any]:
    tables = [result for result in results if result.figure.number != NUMBER]
    present = {result.figure.number for result in tables}
    keys = NUMBER in {result.figure.number for result in results}
    index: dict[str, Any] = {
        "document": "Baken",
        "year": results[0].year,
        "known_at": results[0].known_at,
        "snapshot": results[0].snapshot,
        "figures": [_entry(result, present) for result in tables],
        "same": [*_same_data(tables, present), *(_same_key_figures(present) if keys else [])],
    }
    if keys:
        index["key_figures"] = f"{NUMBER}.csv"
        index["key_figure_footnotes"] = {mark: {"nl": note.nl, "en": note.en} for mark, note in FOOTNOTES.items()}
    return index


def _entry(result: FigureResult, present: set[str]) -> dict[str, Any]:
    figure = result.figure
    entry = {
        "number": int(figure.number),
        "title": {"nl": figure.title_nl, "en": figure.title_en},
        "file": f"{stem(figure.number)}.csv",
        "dimensions": [*(dimension.name for dimension in figure.dimensions), "year"],
        "years": sorted({cell.year for cell in result.cells}),
        "cells": len(result.cells),
        "cells_with_value": sum(cell.value is not None for cell in result.cells),
        "unit": figure.unit,
        "scope": figure.scope_en,
        "definition": {"nl": figure.definition_nl, "en": figure.definition_en},
        "footnotes": {str(n): {"nl": note.nl, "en": note.en} for n, note in enumerate(figure.notes, 1)},
        "totals": _totals(figure),
        "decimals": figure.ratio_digits,
        "shares": _shares(figure, present),
        "sparse": any(dimension.codes is None for dimension in figure.dimensions) or None,
    }
    return {key: value for key, value in entry.items() if value not in (None, {}, [])}


def _totals(figure: Figure) -> dict[str, Any]:
    """How each dimension's total follows from its parts; of distinct persons nothing is left to explain."""
    ratio = figure.measure is Measure.RATIO
    kinds = {True: "between" if ratio else "additive", False: "distinct"}
    return {
        dimension.name: kinds[dimension.additive] for dimension in figure.dimensions if dimension.additive is not None
    }


def _shares(figure: Figure, present: set[str]) -> dict[str, Any] | None:
    if not figure.share_of:
        return None
    if TOTAL not in figure.share_of.values():
        carry = {
            dim.name: [code for code in dim.codes or () if code != figure.share_of[dim.name]]
            for dim in figure.dimensions
            if dim.name in figure.share_of
        }
        return {"of": dict(figure.share_of), "only": carry}
    (split,) = figure.share_of
    whole_shown = next(dimension.additive for dimension in figure.dimensions if dimension.name == split)
    if whole_shown:
        return {"of": dict(figure.share_of), "split": split}
    return (
        {"of": dict(figure.share_of), "counts": figure.same_as, "with": {"provider": TOTAL}}
        if figure.same_as in present
        else None
    )


def _same_data(tables: Sequence[FigureResult], present: set[str]) -> Iterator[dict[str, Any]]:
    """Figures drawn from the same data agree, over the dimensions that they share."""
    dimensions = {
        result.figure.number: {dim.name for dim in result.figure.dimensions if dim.additive is not None}
        for result in tables
    }
    for result in tables:
        figure = result.figure
        if figure.same_as in present and (shared := dimensions[figure.number] & dimensions[figure.same_as or ""]):
            operands = [{"figure": int(number), "by": sorted(shared)} for number in (figure.same_as, figure.number)]
            yield {"nl": figure.title_nl, "en": figure.title_en, "operands": operands}


def _same_key_figures(present: set[str]) -> Iterator[dict[str, Any]]:
    for row in KEY_FIGURES:
        if row.figure in present:
            where = {name: list(codes) for name, codes in row.cells.items() if codes != (TOTAL,)}
            operands = [{"figure": int(row.figure), "where": where}, {"key": f"{row.section}.{row.indicator}"}]
            yield {"nl": row.nl, "en": row.en, "operands": operands}
