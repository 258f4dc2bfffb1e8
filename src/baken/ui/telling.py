"""What a fact's columns say, in the words of people."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.accounts.roles import HEALTH_CODES
from baken.foundation.codelists import codelist
from baken.ledger.fields import CodeField


def in_words(told: models.Field, value: Any, *, health: bool = True) -> str:
    """A column's value as people read it."""
    if isinstance(told, CodeField):
        if value in HEALTH_CODES and not health:
            return _("een grond die u niet mag lezen")
        return codelist(told.codelist).label(value, "en" if get_language() == "en" else "nl")
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, (date, datetime)):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, Decimal):
        return euro(value)
    return str(value)


def euro(amount: Decimal) -> str:
    """`€ 90,00`."""
    return f"€ {amount:.2f}".replace(".", ",")
