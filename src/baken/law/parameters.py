"""Dated parameters: YAML in OpenFisca's layout, one value per date with a reference of its own.

mo_pass_mark:
  description: Pass mark of the MO test
  label: Slaaggrens van de MO-test
  metadata: {unit: percent}
  values:
    2022-03-01: {value: 60, reference: ..., confidence: M}
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from baken.law.expression import Kind
from baken.law.faults import Fault, LawError

UNITS = {
    "euro": Kind.MONEY,
    "percent": Kind.NUMBER,
    "hours": Kind.NUMBER,
    "days": Kind.NUMBER,
    "months": Kind.NUMBER,
    "years": Kind.NUMBER,
    "count": Kind.NUMBER,
    "code": Kind.CODE,
}
CONFIDENCES = ("H", "M", "L", "memory")


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A value from a day on, with where it is read and how sure that is."""

    since: date
    value: Any
    reference: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value of the law that changes with time; `values` in order of day."""

    name: str
    nl: str
    en: str
    unit: str
    values: tuple[DatedValue, ...]

    @property
    def kind(self) -> Kind:
        """What its values are."""
        return UNITS[self.unit]

    def on(self, day: date) -> DatedValue:
        """The value in force on a day; before the first day, the first."""
        return self.values[max(bisect_right(self.values, day, key=lambda value: value.since) - 1, 0)]

    def overlaid(self, later: Mapping[Any, Any], reference: str) -> "Parameter":
        """This parameter with other values from certain days on; what stood after the first of them is gone."""
        new = tuple(_values(self.name, self.unit, later, reference))
        kept = tuple(value for value in self.values if value.since < new[0].since)
        return replace(self, values=kept + new)


def load(folder: Path) -> dict[str, Parameter]:
    """All parameters of a folder's YAML files. Raises LawError that names file, parameter and reason."""
    found: dict[str, Parameter] = {}
    for path in sorted(folder.glob("*.yaml")):
        for name, text in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).items():
            if name in found:
                raise LawError(f"{path.name}: {name} is declared twice.")
            try:
                found[name] = parameter(name, text)
            except LawError as error:
                raise error.at(f"{path.name}: ") from None
    return found


def parameter(name: str, text: Any) -> Parameter:
    """One parameter from its YAML. Raises LawError on anything that does not fit."""
    if not isinstance(text, dict) or set(text) - {"description", "label", "metadata", "values"}:
        raise Fault("parameter_takes", name=name)
    unit = (text.get("metadata") or {}).get("unit")
    if unit not in UNITS:
        raise Fault("no_unit", "choices", name=name, unit=repr(unit), choices=", ".join(UNITS))
    if not text.get("description") or not text.get("label"):
        raise Fault("labels", place=name)
    values = tuple(_values(name, unit, text.get("values"), ""))
    return Parameter(name, str(text["label"]), str(text["description"]), unit, values)


def _values(name: str, unit: str, values: Any, reference: str) -> Iterator[DatedValue]:
    if not isinstance(values, Mapping) or not values:
        raise Fault("no_values", name=name)
    for since in sorted(values, key=str):
        told = values[since]
        told = told if isinstance(told, Mapping) else {"value": told}
        if not isinstance(since, date):
            raise Fault("no_day", "write_day", place=name, given=repr(since))
        if not (told.get("reference") or reference):
            raise Fault("no_reference", name=name, since=since)
        confidence = told.get("confidence", "H")
        if confidence not in CONFIDENCES:
            raise Fault("no_choice", "choices", place=name, given=repr(confidence), choices=", ".join(CONFIDENCES))
        yield DatedValue(
            since, _value(name, unit, told.get("value")), str(told.get("reference") or reference), confidence
        )


def _value(name: str, unit: str, value: Any) -> Any:
    """In whole cents when it is money; YAML's `no` would come as False, so truth is refused everywhere."""
    if UNITS[unit] is Kind.CODE:
        if isinstance(value, str):
            return value
    elif isinstance(value, int | float) and not isinstance(value, bool):
        whole = round(value * (100 if unit == "euro" else 1))
        if abs(whole - value * (100 if unit == "euro" else 1)) < 1e-6:
            return whole
    raise Fault("no_value", name=name, given=repr(value), unit=unit)
