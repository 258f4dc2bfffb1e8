"""The columns that facts are made of."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from baken.foundation.codelists import codelist

AS_GIVEN = "kbi:"
"""Prefix of a code kept as a partner gave it, because its meaning is not published."""


class CodeField(models.CharField):
    """A code of a code list; with `as_given`, also `kbi:…` for a partner's code of unpublished meaning."""

    def __init__(self, *args: Any, codelist: str, as_given: bool = False, **kwargs: Any) -> None:
        self.codelist, self.as_given = codelist, as_given
        kwargs.setdefault("max_length", 64)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """Migrations keep the list's name, never its codes."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"codelist": self.codelist, "as_given": self.as_given}

    def knows(self, code: str) -> bool:
        """Whether `code` may stand in this column."""
        return code in codelist(self.codelist) or (self.as_given and code.startswith(AS_GIVEN))

    def validate(self, value: Any, model_instance: Any) -> None:
        """Refuse a code that is not on the list."""
        super().validate(value, model_instance)
        if value and not self.knows(value):
            sentence = _("“%(value)s” staat niet in de codelijst %(codelist)s.")
            raise ValidationError(sentence, "unknown_code", {"value": value, "codelist": self.codelist})


class ReferenceField(models.BigIntegerField):
    """The number of a row of a reference model (a note, a partner's code …), kept beside the facts.

    `to` is the model's label, e.g. `people.Note`. Rows may be erased; the fact that points to one still counts.
    """

    def __init__(self, *args: Any, to: str, **kwargs: Any) -> None:
        self.to = to
        super().__init__(*args, **{"null": True, "blank": True} | kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """Keep the name of the reference model in migrations."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"to": self.to}


class GivenCodeField(ReferenceField):
    """Points to how a partner wrote the code in the column before it, with the names it gave (KBI: CodeType)."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"verbose_name": "code zoals gegeven", "to": "ledger.PartnerCode"} | kwargs)


class SubjectField(models.BigIntegerField):
    """The number of a subject (a dossier, a course, a contract …) that some fact has opened."""

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        self.kind = kind
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """Keep the kind of subject in migrations."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"kind": self.kind}
