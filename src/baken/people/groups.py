"""What codes about people mean to the law: the region of a municipality, the group of a nationality."""

from datetime import date
from functools import cache

from baken.foundation.codelists import Code, codelist

BELGIUM = "150"
NO_COUNTRY = ("999", "711")
"""Codes of the list that say that the country is not known."""


@cache
def law_regions() -> dict[str, str]:
    """The region of every municipality: brussels, wallonia or flanders."""
    apart = ("brussels", "wallonia")
    listed = codelist("municipality")
    regions = {code: listed[code].extra["region"] for code in listed.codes()}
    return {code: region if region in apart else "flanders" for code, region in regions.items()}


def municipalities(region: str) -> tuple[str, ...]:
    """The municipalities of a region of the law, of any year."""
    return tuple(code for code, its in law_regions().items() if its == region)


def born_in_belgium() -> dict[str, bool]:
    """For every country of birth whether it is Belgium."""
    return {code: code == BELGIUM for code in codelist("country").codes() if code not in NO_COUNTRY}


def nationality_groups(on: date) -> dict[str, str]:
    """The group of every nationality on a day: belgian, eu_plus (EU, EEA, Switzerland) or third_country."""
    listed = codelist("country")
    return {code: _group(listed[code], on) for code in listed.codes() if code not in NO_COUNTRY}


def _group(country: Code, on: date) -> str:
    """Members of the EU only from the day they joined until the day they left."""
    if country.code == BELGIUM:
        return "belgian"
    since, until = country.extra["eu_since"], country.extra["eu_until"]
    joined = not since or date.fromisoformat(since) <= on
    member = country.extra["eu_plus"] == "1" or bool(until)
    return "eu_plus" if member and joined and (not until or on <= date.fromisoformat(until)) else "third_country"
