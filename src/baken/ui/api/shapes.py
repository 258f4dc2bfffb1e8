"""Shapes of what goes in and out: numbers of dossiers as people see them, and an act's answers made of what it asks."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from django.utils.translation import gettext as _
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema, create_model
from pydantic import ValidationError as Misshapen

from baken.foundation.identifiers import read_shown_number, shown_number
from baken.ui.acting import Ask, Case
from baken.ui.acting.asks import form_field, form_of
from baken.ui.api.problems import Refusal

PATTERN = r"^[Dd]-[0-9]{1,15}-[0-9]$"


def _read(told: Any) -> int:
    if isinstance(told, int):
        return told
    if not re.fullmatch(PATTERN, str(told)):
        raise ValueError("D-1234-5")
    return read_shown_number(str(told))[1]


Number = Annotated[
    int,
    BeforeValidator(_read),
    PlainSerializer(lambda number: shown_number("D", number), return_type=str),
    WithJsonSchema({"type": "string", "pattern": PATTERN, "examples": ["D-1234-5"]}),
]
"""The number of a dossier: `D-1234-5` outside, 1234 inside."""
TYPES: Mapping[str, Any] = {
    "day": date,
    "truth": bool,
    "confirm": bool,
    "code": str,
    "codes": list[str],
    "choice": int | str,
    "number": int,
    "amount": Decimal,
    "text": str,
    "long_text": str,
}


def shape_of(asks: Iterable[Ask], case: Case | None = None) -> type[BaseModel]:
    """What answers to these questions look like; with a case, with the choices that there are in it."""
    fields: dict[str, Any] = {one.name: _field(one, case) for one in asks}
    return create_model("Given", __config__=ConfigDict(extra="forbid"), **fields)


def _field(one: Ask, case: Case | None) -> Any:
    said: dict[str, Any] = {"title": str(one.label)}
    if one.hint:
        said["description"] = str(one.hint)
    extra: dict[str, Any] = {"codelist": one.codelist} if one.codelist else {}
    if case is not None and one.kind in ("code", "codes", "choice"):
        listed = [(value, label) for value, label in form_field(one, case).choices if value != ""]  # type: ignore[attr-defined]
        extra["choices"] = [{"value": value, "label": str(label)} for value, label in listed]
    if extra:
        said["json_schema_extra"] = extra
    of = TYPES[one.kind]
    return (of, Field(**said)) if one.required else (of | None, Field(None, **said))


def answers(asks: Iterable[Ask], case: Case, given: Mapping[str, Any]) -> dict[str, Any]:
    """The answers as an act takes them, judged by the same form as on the screens. Raises Refusal with all faults."""
    asked = tuple(asks)
    try:
        shaped = shape_of(asked).model_validate(given)
    except Misshapen as error:
        faults = [(".".join(str(part) for part in one["loc"]), one["msg"]) for one in error.errors()]
        raise _refused(faults) from None
    data = {name: _as_typed(value) for name, value in shaped.model_dump().items() if value is not None}
    form = form_of(asked, case, data)
    if not form.is_valid():
        raise _refused([(name, " ".join(str(one) for one in said)) for name, said in form.errors.items()])
    return dict(form.cleaned_data)


def _as_typed(value: Any) -> Any:
    """A value as somebody would have typed it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, list) else str(value)


def _refused(faults: list[tuple[str, str]]) -> Refusal:
    return Refusal(
        422, "wrong_answers", _("Niet alle antwoorden kloppen."), _("Kijk na wat bij elk veld staat."), faults
    )
