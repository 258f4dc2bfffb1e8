"""A rule's text as HTML, and as data for the printed page."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from baken.law.facts import ON
from baken.law.sheet import Block, Explained, Listing, Provision, Provisions, Sentence
from baken.law.speech import Mention, Phrase

Link = Callable[[str, str], str]
"""(kind, name) → where it stands, or ""."""


def led(block: Block, lead: str) -> Block:
    """A condition that begins with a lead: “Holds if all of these conditions are met”."""
    if isinstance(block, Sentence):
        return Sentence((f"{lead}: ", *block.words))
    if isinstance(block, Listing):
        return replace(block, lead=(f"{lead} ", *block.lead))
    return block if isinstance(block, Provisions) else replace(block, block=led(block.block, lead))


def html(block: Block, link: Link) -> SafeString:
    """A block as HTML: paragraphs, lists, numbered provisions."""
    return mark_safe(_block(block, link))  # noqa: S308


def _block(block: Block, link: Link) -> str:
    if isinstance(block, Sentence):
        return f"<p>{_sentence(block.words, link)}.</p>"
    if isinstance(block, Listing):
        return f"<p>{_sentence(block.lead, link)}:</p>{_list(block, link)}"
    if isinstance(block, Provisions):
        lead = f"<p>{_sentence(block.lead, link)}:</p>" if block.lead else ""
        items = "".join(f"<li>{_provision(item, link)}</li>" for item in block.items)
        return f'{lead}<ol class="provisions">{items}</ol>'
    notes = "".join(f"<li><span>{escape(letter)}</span> {_inner(note, link)}</li>" for letter, note in block.notes)
    return f'{_block(block.block, link)}<p>{_words(block.lead, link)}:</p><ul class="where">{notes}</ul>'


def _list(block: Listing, link: Link) -> str:
    return f'<ul class="conditions">{"".join(f"<li>{_inner(item, link)}</li>" for item in block.items)}</ul>'


def _inner(block: Block, link: Link) -> str:
    """A block within a list: it runs on where it can."""
    if isinstance(block, Sentence):
        return _words(block.words, link)
    if isinstance(block, Listing):
        return f"{_words(block.lead, link)}:{_list(block, link)}"
    return _block(block, link)


def _provision(item: Provision, link: Link) -> str:
    when = f"{escape(item.lead)} {_inner(item.condition, link) if item.condition else ''}".strip()
    if isinstance(item.outcome, Sentence):
        return f'<span class="outcome">{_words(item.outcome.words, link)}</span> <span class="when">{when}</span>'
    return f'<span class="when">{when}</span>{_block(item.outcome, link)}'


def _sentence(phrase: Phrase, link: Link) -> str:
    """A phrase that begins with a capital, unless it begins with something that is called so."""
    first = phrase[0] if phrase else ""
    if isinstance(first, str) and first:
        return _words((first[0].upper() + first[1:], *phrase[1:]), link)
    return _words(phrase, link)


def _words(phrase: Phrase, link: Link) -> str:
    return "".join(escape(part) if isinstance(part, str) else _mention(part, link) for part in phrase)


def _mention(mention: Mention, link: Link) -> str:
    text = escape(mention.text)
    href = link(mention.kind, mention.name)
    if href:
        return f'<a class="{mention.kind}" href="{escape(href)}">{text}</a>'
    return text if mention.name == ON or mention.kind == "note" else f"<b>{text}</b>"


def data(block: Block) -> dict[str, Any]:
    """A block for Typst: {is, …}, phrases as lists of [kind, name, text]."""
    if isinstance(block, Sentence):
        return {"is": "sentence", "words": _runs(block.words)}
    if isinstance(block, Listing):
        return {"is": "list", "lead": _runs(block.lead), "items": [data(item) for item in block.items]}
    if isinstance(block, Provisions):
        return {"is": "provisions", "lead": _runs(block.lead), "items": [_item(item) for item in block.items]}
    return _explained(block)


def _explained(block: Explained) -> dict[str, Any]:
    notes = [{"letter": letter, "block": data(note)} for letter, note in block.notes]
    return {"is": "explained", "block": data(block.block), "lead": _runs(block.lead), "notes": notes}


def _item(item: Provision) -> dict[str, Any]:
    condition = data(item.condition) if item.condition else None
    return {"outcome": data(item.outcome), "lead": item.lead, "condition": condition}


def _runs(phrase: Phrase) -> list[list[str]]:
    return [["", "", part] if isinstance(part, str) else [part.kind, part.name, part.text] for part in phrase]
