"""What of the law changed when: every dated version of a rule and every dated value of a parameter, in order of day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from baken.law.book import Book
from baken.law.facts import ON
from baken.law.faults import LawError
from baken.law.parameters import DatedValue
from baken.law.rules import Version
from baken.law.sheet import lines, read_version
from baken.law.speech import Speech

VERSION, VALUE = "version", "value"


@dataclass(frozen=True, slots=True)
class Event:
    """A version of a rule, or a value of a parameter, that came into force on a day. place: which of them it is.

    chapter: of the rule; of a parameter, the first chapter that asks it.
    """

    day: date
    kind: str
    name: str
    place: int
    chapter: str


def chronicle(book: Book) -> list[Event]:
    """Everything in a book that has a day, in order."""
    return sorted([*_versions(book), *_values(book)], key=lambda event: (event.day, event.kind == VALUE, event.name))


def _versions(book: Book) -> Iterator[Event]:
    for chapter in book.chapters:
        for rule in chapter:
            for place, version in enumerate(rule.versions):
                if version.since is not None:
                    yield Event(version.since, VERSION, rule.name, place, chapter.name)


def _values(book: Book) -> Iterator[Event]:
    chapters = _chapters(book)
    for name, parameter in book.parameters.items():
        for place, dated in enumerate(parameter.values):
            yield Event(dated.since, VALUE, name, place, chapters.get(name, ""))


def _chapters(book: Book) -> dict[str, str]:
    """The first chapter that asks a parameter."""
    found: dict[str, str] = {}
    for chapter in book.chapters:
        for rule in chapter:
            for version in rule.versions:
                for name in version.depends:
                    found.setdefault(name, chapter.name)
    return found


def between(book: Book, start: date, end: date) -> list[Event]:
    """What came into force after one day and up to another. Raises LawError when they are not in order."""
    if end <= start:
        raise LawError(f"{end} does not come after {start}.", "Give the earlier day first.")
    return [event for event in chronicle(book) if start < event.day <= end]


def told(event: Event, speech: Speech) -> dict[str, Any]:
    """An event as data, its old and its new text in words."""
    version = speech.book.rules[event.name].texts[event.place].version if event.kind == VERSION else None
    common = {"day": event.day.isoformat(), "kind": event.kind, "name": event.name, "label": speech.label(event.name)}
    return common | (_version(event, version, speech) if version else _value(event, speech))


def _version(event: Event, version: Version, speech: Speech) -> dict[str, Any]:
    return {
        "picked_by": version.by,
        "picked_by_label": speech.label(version.by),
        "after": text(event.name, event.place, speech),
        "before": text(event.name, event.place - 1, speech),
        "sources": [str(source) for source in version.sources],
        "state": version.state,
        "confidence": version.confidence,
    }


def _value(event: Event, speech: Speech) -> dict[str, Any]:
    values = speech.book.parameters[event.name].values
    new = values[event.place]
    return {
        "after": [amount(event.name, new, speech)],
        "before": [amount(event.name, values[event.place - 1], speech)] if event.place else [],
        "sources": [new.reference],
        "confidence": new.confidence,
    }


def amount(name: str, dated: DatedValue, speech: Speech) -> str:
    """A parameter's value with its unit."""
    unit = speech.book.parameters[name].unit
    return speech.code_name(name, dated.value, speech.language) if unit == "code" else speech.amount(dated.value, unit)


def text(name: str, place: int, speech: Speech) -> list[str]:
    """The lines of a version, and before the first version what held then."""
    rule = speech.book.rules[name]
    if place >= 0:
        return list(lines(read_version(speech, name, place), speech))
    return [speech.value(rule.before, rule.kind, name)]


def whose(version: Version, until: date | None, speech: Speech) -> str:
    """For whom a version holds, in words; `until`: when the next one begins."""
    ends = {(False, False): "always", (True, False): "since", (False, True): "until", (True, True): "between"}
    end = ends[version.since is not None, until is not None]
    days = {"since": version.since and speech.day(version.since), "until": until and speech.day(until)}
    if version.by == ON:
        return str(speech.at(f"versions.{'' if end == 'always' else 'deciding_'}{end}")).format(**days)
    told = str(speech.at(f"versions.by_{end}")).format(by=speech.label(version.by), **days)
    return told + str(speech.at("versions.as_long"))
