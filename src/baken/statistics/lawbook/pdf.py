"""The printed rule book: an edition as data for the Typst template."""

from datetime import datetime
from pathlib import Path
from typing import Any

from baken.documents.typeset import typeset
from baken.law.parameters import CONFIDENCES
from baken.law.sheet import Block
from baken.statistics.lawbook.blocks import data, led
from baken.statistics.lawbook.edition import ChapterView, Edition, FactView, RuleView, VersionView
from baken.statistics.lawbook.examples import chosen
from baken.statistics.lawbook.proposals import Proposal
from baken.statistics.lawbook.site import days
from baken.statistics.lawbook.timeline import timeline

TEMPLATE = Path(__file__).parent / "lawbook.typ"
MOST_EXAMPLES = 6
"""What the printed book shows of a rule's examples; the website has them all."""
LABELS = (
    *("contents", "values", "sources", "catalogue", "note", "confidence", "asked_by"),
    *("since", "value", "reference", "now", "proposed", "new"),
)


def pdf(edition: Edition, mark: bytes, instant: datetime) -> bytes:
    """The book as a tagged PDF; mark: the SVG on its title page; instant: the document's date. Raises NotTypeset."""
    drawn = timeline(edition)
    files: dict[str, str | bytes] = {"mark.svg": mark}
    if drawn:
        files["timeline.svg"] = drawn["wide"]
    return typeset(TEMPLATE, _data(edition, bool(drawn)), files, instant)


def _data(edition: Edition, drawn: bool) -> dict[str, Any]:
    words = edition.words
    return {
        "language": edition.language,
        "title": edition.title,
        "site": words("site"),
        "kind": words("kind"),
        "subtitle": words("subtitle"),
        "author": "Baken",
        "keywords": [chapter.title for chapter in edition.chapters],
        "footer": f"{words('digest')} {edition.digest[:16]}",
        "page": words("page"),
        "digest": edition.digest,
        "labels": {
            "digest": words("digest"),
            **{name: words.find(f"labels.{name}") or words.find(name) for name in LABELS},
        },
        "known": {name: place.partition("#")[2] for name, place in edition.places.items()},
        "levels": [_mark(edition, key) for key in CONFIDENCES],
        "guide": {"title": words("pages.guide.title"), "parts": words.at("guide")},
        "chapters": [_chapter(chapter, edition) for chapter in edition.chapters],
        "parameters": {"title": words("pages.parameters.title"), "items": _parameters(edition)},
        "facts": {"title": words("pages.facts.title"), "items": _facts(edition)},
        "timeline": _timeline(edition, drawn),
        "reforms": {
            "title": words("pages.reforms.title"),
            "lead": words("pages.reforms.lead"),
            "items": [_reform(each, edition) for each in edition.proposals],
        },
    }


def _mark(edition: Edition, key: str) -> dict[str, str]:
    return {name: edition.words(f"confidence.{key}.{name}") for name in ("name", "text", "mark")}


def _chapter(chapter: ChapterView, edition: Edition) -> dict[str, Any]:
    rules = [_rule(rule, edition) for rule in chapter.rules]
    return {"number": str(chapter.number), "title": chapter.title, "rules": rules}


def _rule(rule: RuleView, edition: Edition) -> dict[str, Any]:
    words, shown = edition.words, chosen(rule.examples, MOST_EXAMPLES)
    some = len(shown) < len(rule.examples)
    before = f" {words('labels.before', value=rule.before)}." if rule.before else ""
    return {
        "number": rule.number,
        "name": rule.name,
        "title": _capital(rule.title),
        "yields": f"{words('labels.yields')} {rule.kind}.{before}",
        "versions": [_version(version, rule, edition) for version in rule.versions],
        "asked-by": ", ".join(link.text for link in rule.asked_by),
        "about": words(
            "labels.more_examples" if some else "labels.examples", number=len(rule.examples), title=rule.title
        ),
        "examples": [
            {
                "name": f"{example.name}." if edition.language == "en" else "",
                "day": example.day,
                "given": "; ".join(f"{label}: {value}" for label, value in example.given)
                or words("labels.nothing_given"),
                "outcome": example.outcome,
                "open": example.open,
            }
            for example in shown
        ],
    }


def _version(version: VersionView, rule: RuleView, edition: Edition) -> dict[str, Any]:
    words = edition.words
    block = led(version.block, words("labels.holds_if")) if rule.truth else version.block
    return {
        "heading": version.heading,
        "whose": f"{_capital(version.whose)}.",
        "block": data(block),
        "values": [f"{used.value}: {used.link.text}" for used in version.values],
        "sources": list(version.sources),
        "catalogue": ", ".join(version.catalogue),
        "note": version.note,
        "confidence": _mark(edition, version.confidence),
        "state": "" if version.state == "in_force" else words(f"states.{version.state}.name"),
    }


def _parameters(edition: Edition) -> list[dict[str, Any]]:
    return [
        {
            "name": parameter.name,
            "title": _capital(parameter.title),
            "values": [
                {
                    "since": value.since,
                    "value": value.value,
                    "reference": value.reference,
                    "confidence": _mark(edition, value.confidence),
                }
                for value in parameter.values
            ],
        }
        for parameter in edition.parameters
    ]


def _facts(edition: Edition) -> list[dict[str, str]]:
    return [{"name": fact.name, "title": _capital(fact.title), "told": _told(fact, edition)} for fact in edition.facts]


def _told(fact: FactView, edition: Edition) -> str:
    codes = f": {', '.join(fact.codes)}" if fact.codes else ""
    return f"{_capital(fact.kind)}{codes}. {edition.words('labels.absent')}: {fact.absent}."


def _reform(proposal: Proposal, edition: Edition) -> dict[str, Any]:
    words, lead = edition.words, edition.words("labels.holds_if")

    def block(text: Block | None, truth: bool) -> Any:
        return None if text is None else data(led(text, lead) if truth else text)

    return {
        "title": proposal.title,
        "state": {"name": words(f"states.{proposal.state}.name"), "mark": "warn"},
        "confidence": _mark(edition, proposal.confidence),
        "note": proposal.note,
        "sources": "; ".join(proposal.sources),
        "parameters": [
            f"{change.label}: {change.before or words('labels.new')} → {change.after}" for change in proposal.parameters
        ],
        "rules": [
            {
                "label": change.label,
                "since": change.since,
                "before": block(change.before, change.truth),
                "after": block(change.after, change.truth),
            }
            for change in proposal.rules
        ],
    }


def _timeline(edition: Edition, drawn: bool) -> dict[str, Any]:
    words = edition.words
    return {
        "title": words("pages.timeline.title"),
        "drawn": "timeline.svg" if drawn else None,
        "description": words("timeline.caption"),
        "caption": words("timeline.caption"),
        "days": [
            {
                "day": day,
                "changes": [
                    f"{change.kind}: {change.link.text}{': ' + change.value if change.value else ''}"
                    for change in changes
                ],
            }
            for day, changes in days(edition)
        ],
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
