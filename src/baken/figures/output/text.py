"""One JSON file per figure: `figure-04.json`, `key-figures.json`."""

import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from baken.figures.model import Cell, FigureResult


def stem(number: str) -> str:
    """The name of a figure's files: `figure-04`, `key-figures`."""
    return f"figure-{int(number):02}" if number.isdigit() else number


def write(results: Sequence[FigureResult], folder: Path) -> list[Path]:
    """Write each figure as JSON; the same result gives the same bytes."""
    files = []
    for result in results:
        file = folder / f"{stem(result.figure.number)}.json"
        file.write_text(json.dumps(as_dict(result), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        files.append(file)
    return files


def as_dict(result: FigureResult) -> dict[str, Any]:
    """A figure as plain values, ready for JSON."""
    figure = result.figure
    return {
        "figure": figure.number,
        "title": figure.title_nl,
        "definition": figure.definition_nl,
        "known_at": result.known_at,
        "snapshot": result.snapshot,
        "scope": figure.scope_nl,
        "unit": figure.unit,
        "footnotes": list(figure.footnotes_nl),
        "en": {
            "title": figure.title_en,
            "definition": figure.definition_en,
            "scope": figure.scope_en,
            "footnotes": list(figure.footnotes_en),
        },
        "cells": [_cell(cell) for cell in result.cells],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    amounts = {"value": _plain(cell.value), "total": cell.total}
    if cell.share is not None:
        amounts["share"] = _plain(cell.share)
    if cell.denominator is not None:
        amounts |= {"numerator": cell.numerator, "denominator": cell.denominator}
    return {**cell.dims, "year": cell.year, **amounts}


def _plain(value: int | Decimal | None) -> int | float | None:
    """A number as JSON has it; a few decimals survive a float and its shortest form unharmed."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() and value.as_tuple().exponent == 0 else float(value)
    return value
