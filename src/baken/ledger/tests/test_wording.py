"""Numbers and refusals follow the language that is spoken."""

from decimal import Decimal

import pytest
from django.utils import translation

from baken.ledger.wording import number, refusal


@pytest.mark.parametrize(
    ("given", "digits", "nl", "en"),
    [
        (17322838, None, "17.322.838", "17,322,838"),
        (0, None, "0", "0"),
        (-1234, None, "-1.234", "-1,234"),
        (Decimal("1234.50"), None, "1.234,50", "1,234.50"),
        (2.45, 1, "2,5", "2.5"),
        (2.0, 1, "2,0", "2.0"),
        (1234.56, 0, "1.235", "1,235"),
    ],
)
def test_a_number_in_both_languages(given: int | float | Decimal, digits: int | None, nl: str, en: str) -> None:
    assert number(given, digits) == nl
    with translation.override("en"):
        assert number(given, digits) == en


def test_a_refusal_in_both_languages_or_in_the_systems_own_words() -> None:
    with pytest.raises(FileNotFoundError) as caught:
        open("/nowhere/at/all")  # noqa: SIM115, PTH123
    assert refusal(caught.value) == "bestaat niet"
    with translation.override("en"):
        assert refusal(caught.value) == "does not exist"
    assert refusal(OSError(5, "Input/output error")) == "Input/output error"
