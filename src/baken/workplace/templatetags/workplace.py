"""Template words of the workplace."""

from typing import Any

from django import template
from django.template.defaultfilters import capfirst
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from baken.accounts.roles import Group
from baken.accounts.standing import Standing
from baken.foundation.identifiers import shown_number
from baken.law.content.terms import TERMS
from baken.law.terms import Term
from baken.people.doubles import REASONS
from baken.ui.acting import Act, acts
from baken.workplace.dossier.path import Part
from baken.workplace.dossier.who import day_in_words, label
from baken.workplace.next_act import MEETS

register = template.Library()
HEADINGS = {
    "path": gettext_lazy("Traject en contract"),
    "services": gettext_lazy("Cursussen, werk en participatie"),
    "counselling": gettext_lazy("Begeleiding"),
    "person": gettext_lazy("Gegevens van de persoon"),
    "end": gettext_lazy("Attesten en einde"),
    "fees": gettext_lazy("Betalingen"),
    "enforcement": gettext_lazy("Handhaving"),
}
NAMED = {term.name: term for term in TERMS}


@register.filter
def shown_dossier(number: int) -> str:
    """`D-1234-5`."""
    return shown_number("D", number) if isinstance(number, int) else str(number)


@register.filter
def born_day(told: str) -> str:
    """`1990-02-03` as `03/02/1990`; registers give incomplete days too."""
    return day_in_words(told)


@register.filter
def agency_name(code: str) -> str:
    """An agency by its name."""
    return label("agency", code)


@register.filter
def reads(standing: Standing, group: str) -> bool:
    """Whether a group of fields may be read."""
    return standing.reads(Group(group))


@register.filter
def term_label(term: Term) -> str:
    """A term in the language of the page."""
    return capfirst(term.en if get_language() == "en" else term.nl)


@register.filter
def term_named(name: str) -> str:
    """The label of a term by its name."""
    return term_label(NAMED[name])


@register.filter
def term_tone(status: str) -> str:
    """The tone of how a term stands."""
    return {"overdue": "bad", "running": "info", "open": "warn"}.get(status, "")


@register.filter
def term_rule(name: str) -> str:
    """The rule that says until when a term runs."""
    return NAMED[name].due


@register.filter
def act_named(name: str) -> Act | None:
    """An act by its name."""
    return acts().get(name)


@register.filter
def double_reason(code: str) -> str:
    """Why two dossiers may be of one person."""
    return str(REASONS[code])


@register.filter
def channel_name(code: str) -> str:
    """How one meets."""
    return label("appointment_channel", code)


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
def tenfold(percent: float) -> str:
    """A place on a line of a hundred, on one of a thousand, as drawings write numbers in every language."""
    return f"{percent * 10:.1f}"


@register.filter
def bar_width(part: Part) -> str:
    """How long the bar of a part is, on a line of a thousand."""
    return tenfold(part.end - part.start)


@register.filter
def meets(term: str, offered: list[Act]) -> Act | None:
    """The act by which a term is met, where it is offered."""
    return next((act for act in offered if act.name == MEETS.get(term)), None)


@register.filter
def by_heading(offered: list[Act]) -> list[tuple[str, list[Act]]]:
    """Acts under their headings, in the order of these."""
    grouped = {heading: [act for act in offered if act.heading == heading] for heading in HEADINGS}
    return [(str(HEADINGS[heading]), group) for heading, group in grouped.items() if group]
