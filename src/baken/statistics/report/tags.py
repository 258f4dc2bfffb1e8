"""Template tags of the report's pages."""

from typing import Any

from django import template
from django.template import Context
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


@register.filter
def drawn(svg: str) -> SafeString:
    """A chart that the report drew itself, as it stands; its texts were escaped when it was drawn."""
    return mark_safe(svg)  # noqa: S308
