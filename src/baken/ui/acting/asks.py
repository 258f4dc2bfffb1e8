"""What an act asks: mostly columns of the fact that it tells, so that labels, lists and limits stand in one place."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from baken.foundation import clock
from baken.foundation.codelists import codelist
from baken.ledger.facts import Fact
from baken.ledger.fields import CodeField, ReferenceField

if TYPE_CHECKING:
    from baken.ui.acting.case import Case

Choices = Callable[["Case"], Iterable[tuple[Any, Any]]]


@dataclass(frozen=True, slots=True)
class Ask:
    """One question. kind: day, truth, code, codes, text, long_text, number, amount, choice or confirm.

    codelist: of which list a code is; only: these codes; also: codes beside those in use now, with their names;
    choices: those of a `choice`, from the case at hand; initial: what stands in the form at first, from the case.
    A `confirm` is a box that must be ticked.
    """

    name: str
    kind: str
    label: Any
    required: bool = True
    hint: Any = ""
    codelist: str = ""
    only: tuple[str, ...] = ()
    also: tuple[tuple[str, str], ...] = ()
    choices: Choices | None = None
    initial: Callable[["Case"], Any] | None = None
    low: int | None = None
    high: int | None = None
    future: bool = False
    """Whether a day may lie after today: by when something is to be done, not what happened."""
    more: dict[str, Any] = field(default_factory=dict)


def ask(model: type[Fact], column: str, **given: Any) -> Ask:
    """A question about a column of a fact type; `given` overrides what the column says."""
    told = model._meta.get_field(column)
    assert isinstance(told, models.Field)  # noqa: S101
    said: dict[str, Any] = {"name": column, "label": told.verbose_name.capitalize(), "kind": _kind(told)}
    said["required"] = not told.null
    if isinstance(told, CodeField):
        said["codelist"] = told.codelist
    elif said["kind"] == "text":
        said["high"] = told.max_length
    if isinstance(told, models.DateField):
        said["future"] = column != "occurred_on"
        said["initial"] = _today if column == "occurred_on" else None
    return Ask(**{**said, **given})


def asked_of(model: type[Fact], *columns: str) -> tuple[Ask, ...]:
    """Questions about columns of a fact type; a name with `!` must be answered, one with `?` need not be."""
    asks = []
    for column in columns:
        name = column.rstrip("!?")
        given = {"required": column.endswith("!")} if column[-1] in "!?" else {}
        asks.append(ask(model, name, **given))
    return tuple(asks)


def _today(case: "Case") -> date:
    return case.on


def _kind(told: models.Field) -> str:
    kinds: Sequence[tuple[type[models.Field], str]] = (
        (CodeField, "code"),
        (models.DateField, "day"),
        (models.BooleanField, "truth"),
        (models.DecimalField, "amount"),
        (ReferenceField, "long_text"),
        (models.IntegerField, "number"),
        (models.CharField, "text"),
        (models.TextField, "text"),
    )
    return next(kind for field_type, kind in kinds if isinstance(told, field_type))


# ------------------------------------------------------------------------------------------------ as a form


class DayInput(forms.DateInput):
    """The browser's own day picker."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def code_choices(name: str, on: date, only: Iterable[str] = ()) -> list[tuple[str, str]]:
    """The codes of a list that are in use on a day, with their names in the language of the page."""
    language, wanted, listed = get_language() or "nl", set(only), codelist(name)
    codes = [row for row in listed if row.valid_on(on) and (not wanted or row.code in wanted)]
    return [(row.code, row.en if language == "en" else row.nl) for row in codes]


def form_field(asked: Ask, case: "Case") -> forms.Field:
    """The form field of a question."""
    common = {"label": asked.label, "required": asked.required, "help_text": asked.hint}
    if asked.kind == "day":
        return _DayField(future=asked.future, **common)
    if asked.kind == "truth":
        yes_no = [("true", _("ja")), ("false", _("nee"))]
        choices = yes_no if asked.required else [("", _("niet bekend")), *yes_no]
        return forms.TypedChoiceField(
            choices=choices,
            coerce=lambda told: told in ("true", True),
            empty_value=None,
            widget=forms.RadioSelect,
            **common,
        )
    if asked.kind in ("code", "codes", "choice"):
        return _choice(asked, case, common)
    if asked.kind == "confirm":
        return forms.BooleanField(**common)
    if asked.kind == "amount":
        return forms.DecimalField(min_value=Decimal(0), max_digits=8, decimal_places=2, **common)
    if asked.kind == "number":
        return forms.IntegerField(min_value=asked.low, max_value=asked.high, **common)
    if asked.kind == "long_text":
        return forms.CharField(widget=forms.Textarea(attrs={"rows": 4}), max_length=4000, **common)
    return forms.CharField(max_length=asked.high or 200, **common)


def _choice(asked: Ask, case: "Case", common: dict[str, Any]) -> forms.Field:
    listed = code_choices(asked.codelist, case.on, asked.only) if asked.codelist else list(asked.choices(case))  # type: ignore[misc]
    listed += [(code, name) for code, name in asked.also if code not in dict(listed)]
    if asked.kind == "codes":
        return forms.MultipleChoiceField(choices=listed, widget=forms.CheckboxSelectMultiple, **common)
    coerce = int if listed and isinstance(listed[0][0], int) else str
    choices = listed if asked.required and len(listed) == 1 else [("", _("Kies")), *listed]
    return forms.TypedChoiceField(choices=choices, coerce=coerce, empty_value=None, **common)


class _DayField(forms.DateField):
    widget = DayInput

    def __init__(self, *, future: bool, **kwargs: Any) -> None:
        self.future = future
        super().__init__(**kwargs)

    def clean(self, value: Any) -> date | None:
        day = super().clean(value)
        if day is not None and not self.future and day > clock.today():
            raise forms.ValidationError(_("Deze dag ligt in de toekomst; hier hoort wat al gebeurd is."))
        return day


def _shown(value: Any) -> Any:
    """A value as the choices of a form write it."""
    return str(value).lower() if isinstance(value, bool) else value


def form_of(asks: Iterable[Ask], case: "Case", data: Any = None, initial: dict[str, Any] | None = None) -> forms.Form:
    """The form of an act on a case; `data` as a browser or the API sends it."""
    asked = tuple(asks)
    fields = {one.name: form_field(one, case) for one in asked}
    first = {one.name: _shown(one.initial(case)) for one in asked if one.initial is not None}
    shape = type("ActForm", (forms.Form,), fields)
    made: forms.Form = shape(data, initial={**first, **(initial or {})})
    return made
