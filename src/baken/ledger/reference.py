"""Reference models: rows kept beside the facts (an office, a name, a note) that travel with them in deliveries.

A room registers its own with `@reference(…)` above the model; its file is then `reference/<name>`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from django.db import models

Model = TypeVar("Model", bound=type[models.Model])
ColumnCheck = Callable[[str], tuple[str, str] | None]
"""Says in a few words, Dutch and English, what is wrong with a value, or None; never repeats the value."""


@dataclass(frozen=True, slots=True)
class Reference:
    """How one reference model travels."""

    name: str
    model: type[models.Model]
    key: str = "id"
    """The column by which others point at a row. `id` numbers rows within a delivery; any other key is lasting:
    a row that is known already is brought up to date."""
    subject: str | None = None
    """The kind of subject that the key is (an identity's person)."""
    lasting: tuple[str, ...] = ()
    """Columns that, like the key, never change once a row stands: figures are counted by them (ADR 6)."""
    once: bool = False
    """Rows with the same content are one row (codes of partners)."""
    personal: bool = False
    """Says who somebody is: erasable, never shown in faults."""
    checks: Mapping[str, ColumnCheck] = field(default_factory=dict)


_registered: dict[str, Reference] = {}


def reference(
    *,
    key: str = "id",
    subject: str | None = None,
    lasting: tuple[str, ...] = (),
    once: bool = False,
    personal: bool = False,
    checks: Mapping[str, ColumnCheck] | None = None,
) -> Callable[[Model], Model]:
    """Register a model whose rows are loaded and exported with the facts; the arguments are those of `Reference`."""

    def register(model: Model) -> Model:
        name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", model.__name__).lower()
        _registered[name] = Reference(name, model, key, subject, lasting, once, personal, checks or {})
        return model

    return register


def references() -> dict[str, Reference]:
    """All reference models by name, sorted by name."""
    return dict(sorted(_registered.items()))


def reference_name(label: str) -> str:
    """The name of the reference model with a Django label: `people.PersonName` is `person_name`. Raises KeyError."""
    names = {reference.model._meta.label: name for name, reference in _registered.items()}
    return names[label]
