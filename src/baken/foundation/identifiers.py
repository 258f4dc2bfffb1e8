"""Identifiers: national numbers (INSZ) and the short check-digited numbers shown to people."""

from stdnum import verhoeff
from stdnum.be import ssn
from stdnum.exceptions import InvalidChecksum, ValidationError

TEST_MONTHS = range(61, 73)

Fault = tuple[str, str]
"""What is wrong, in a few words: Dutch, English."""
WRONG_LENGTH = ("een rijksregisternummer telt 11 cijfers", "a national number has 11 digits")
TEST_NUMBER = (
    "een testnummer hoort alleen in demo en test",
    "a test number is only accepted in demo and test mode",
)
WRONG_CHECK = ("het controlegetal klopt niet", "the check digits do not fit")
WRONG_DAY = ("de geboortedatum erin bestaat niet", "the birth date in it does not exist")


def national_number_fault(number: str, *, allow_test: bool) -> Fault | None:
    """Say in a few words what is wrong with a national number, or None when it is right.

    python-stdnum refuses the MAGDA test numbers (months 61-72), so these are checked here:
    97 minus the first nine digits modulo 97, with a 2 in front for births from 2000 on.
    """
    if not (len(number) == 11 and number.isascii() and number.isdigit()):
        return WRONG_LENGTH
    if int(number[2:4]) in TEST_MONTHS:
        if not allow_test:
            return TEST_NUMBER
        body, check = int(number[:9]), int(number[9:])
        if check in (97 - body % 97, 97 - (2_000_000_000 + body) % 97):
            return None
        return WRONG_CHECK
    try:
        ssn.validate(number)
    except InvalidChecksum:
        return WRONG_CHECK
    except ValidationError:
        return WRONG_DAY
    return None


def shown_number(prefix: str, number: int) -> str:
    """`D-1234-5`: a subject's number with a Verhoeff check digit, as printed on letters and screens."""
    return f"{prefix}-{number}-{verhoeff.calc_check_digit(str(number))}"


def read_shown_number(text: str) -> tuple[str, int]:
    """Take `D-1234-5` apart into prefix and number. Raises ValueError when the check digit does not fit."""
    prefix, digits, check = text.strip().upper().split("-")
    if not digits.isdigit() or verhoeff.calc_check_digit(digits) != check:
        raise ValueError(f"{text} is not a number of ours: the check digit does not fit")
    return prefix, int(digits)
