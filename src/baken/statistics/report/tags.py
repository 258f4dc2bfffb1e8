"""Template tags of the report's pages."""

from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: Context, key: str, **values: Any) -> str:
    """A text in the page's language, its places filled."""
    return str(context["words"](key, **values))


@register.simple_tag(takes_context=True)
def instant(context: Context, moment: Any) -> str:
    """A day and time in Brussels, written out."""
    return str(context["words"].instant(moment))


@register.simple_tag(takes_context=True)
def behind(context: Context, number: str) -> str:
    """The name of a figure, with a link to it where the report shows it."""
    edition, name = context["edition"], context["words"]("figure", number=number)
    place = edition.places.get(number)
    return format_html('<a href="{}">{}</a>', place, name) if place else name


@register.filter
def drawn(svg: str) -> SafeString:
    """A chart that the report drew itself, as it stands; its texts were escaped when it was drawn."""
    return mark_safe(svg)  # noqa: S308
