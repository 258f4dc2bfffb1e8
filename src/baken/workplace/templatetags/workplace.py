"""Template words of the workplace."""

from typing import Any

from django import template
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from baken.accounts.roles import Group
from baken.accounts.standing import Standing
from baken.foundation.identifiers import shown_number
from baken.law.content.terms import TERMS
from baken.law.terms import Term
from baken.workplace.dossier.path import Path

register = template.Library()
ROW = 22
NAMED = {term.name: term for term in TERMS}


@register.filter
def shown_dossier(number: int) -> str:
    """`D-1234-5`."""
    return shown_number("D", number) if isinstance(number, int) else str(number)


@register.filter
def reads(standing: Standing, group: str) -> bool:
    """Whether a group of fields may be read."""
    return standing.reads(Group(group))


@register.filter
def term_label(term: Term) -> str:
    """A term in the language of the page."""
    return (term.en if get_language() == "en" else term.nl).capitalize()


@register.filter
def term_named(name: str) -> str:
    """The label of a term by its name."""
    return term_label(NAMED[name])


@register.filter
def term_tone(status: str) -> str:
    """The tone of how a term stands."""
    return {"overdue": "bad", "running": "info", "open": "warn"}.get(status, "")


@register.filter
def days_tone(days: int | None) -> str:
    """The tone of a number of days left."""
    if days is None:
        return "warn"
    return "bad" if days < 0 else "warn" if days <= 31 else "info"


@register.filter
def days_words(days: int | None) -> str:
    """`nog 3 dagen`, `12 dagen te laat`."""
    if days is None:
        return _("nog niet te berekenen")
    if days < 0:
        return ngettext("%(n)s dag te laat", "%(n)s dagen te laat", -days) % {"n": -days}
    return ngettext("nog %(n)s dag", "nog %(n)s dagen", days) % {"n": days} if days else _("vandaag")


@register.filter
def whens(_request: Any) -> list[tuple[str, str]]:
    """By when a task can be chosen."""
    return [("late", _("te laat")), ("month", _("binnen een maand")), ("open", _("nog niet te berekenen"))]


@register.filter
def drawing_height(path: Path) -> int:
    """The height of the drawing of a path."""
    return ROW * len(path.parts)


@register.filter
def bars(path: Path) -> list[dict[str, Any]]:
    """The bars of the drawing."""
    return [
        {
            "x": round(part.start * 10, 1),
            "y": row * ROW + 4,
            "width": round((part.end - part.start) * 10, 1),
            "state": part.state,
        }
        for row, part in enumerate(path.parts)
        if part.end > part.start
    ]


@register.filter
def mark_places(path: Path) -> list[float]:
    """Where the days on the line stand."""
    return [round(mark.at * 10, 1) for mark in path.marks]


@register.filter
def today_place(path: Path) -> float:
    """Where today stands."""
    return round(path.today * 10, 1)
