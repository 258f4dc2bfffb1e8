"""Template tags of the rule book's pages."""

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from baken.law.sheet import Block
from baken.statistics.lawbook.blocks import html, led

register = template.Library()


@register.simple_tag(takes_context=True)
def ruletext(context: Context, block: Block, truth: bool) -> SafeString:
    """A rule's text as HTML, with links to what it names; a truth begins with when it holds."""
    edition = context["edition"]
    return html(led(block, edition.words("labels.holds_if")) if truth else block, edition.link)


@register.simple_tag(takes_context=True)
def name(context: Context, group: str, key: str) -> str:
    """What a state or a certainty is called."""
    return str(context["words"](f"{group}.{key}.name"))


@register.simple_tag(takes_context=True)
def meaning(context: Context, group: str, key: str) -> str:
    """What a state or a certainty means."""
    return str(context["words"](f"{group}.{key}.text"))


@register.simple_tag(takes_context=True)
def sure(context: Context, key: str) -> SafeString:
    """A certainty as a badge."""
    words = context["words"]
    return format_html(
        '<span class="badge badge--{}">{}</span>', words(f"confidence.{key}.mark"), name(context, "confidence", key)
    )


@register.simple_tag(takes_context=True)
def plaintext(context: Context, block: Block, truth: bool) -> SafeString:
    """A rule's text as HTML, without links."""
    lead = context["words"]("labels.holds_if")
    return html(led(block, lead) if truth else block, lambda kind, name: "")
