"""How Baken writes numbers and an operating system's refusals, in the language that is spoken now."""

import errno
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext_lazy

REFUSALS = {
    errno.EACCES: gettext_lazy("geen toegang"),
    errno.EPERM: gettext_lazy("geen toegang"),
    errno.EROFS: gettext_lazy("er kan alleen gelezen worden"),
    errno.ENOENT: gettext_lazy("bestaat niet"),
    errno.EEXIST: gettext_lazy("bestaat al"),
    errno.EISDIR: gettext_lazy("is een map"),
    errno.ENOTDIR: gettext_lazy("is geen map"),
    errno.ENAMETOOLONG: gettext_lazy("de naam is te lang"),
    errno.EADDRINUSE: gettext_lazy("daar luistert al iets"),
    errno.EADDRNOTAVAIL: gettext_lazy("dat adres is niet van deze computer"),
    errno.ENOSPC: gettext_lazy("de schijf is vol"),
}


def number(value: int | float | Decimal, digits: int | None = None) -> str:
    """17322838 as `17.322.838`, 2.54 with one digit as `2,5`; without `digits` with the decimals that it carries."""
    return str(number_format(value if digits is None else f"{value:.{digits}f}", force_grouping=True))


def refusal(error: OSError) -> str:
    """Why a file or folder could not be used, in a few words; what is rare in the system's own."""
    return str(REFUSALS[error.errno]) if error.errno in REFUSALS else error.strerror or type(error).__name__
