"""What changed in the law between two days, as text and as data."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

from baken.law.book import Book
from baken.law.chronicle import VERSION, between, told, whose
from baken.law.content.codes import code_name
from baken.law.speech import Speech


def as_data(book: Book, start: date, end: date, language: str) -> dict[str, Any]:
    """{start, end, digest, changes: […]}, each change with its old and its new text. Raises LawError."""
    speech = Speech(book, language, code_name)
    changes = [told(event, speech) for event in between(book, start, end)]
    return {"after": start.isoformat(), "until": end.isoformat(), "digest": book.digest, "changes": changes}


def as_text(book: Book, start: date, end: date, language: str) -> str:
    """The same for a reader, day by day. Raises LawError when the days are not in order."""
    speech = Speech(book, language, code_name)
    days = {"start": speech.day(start), "end": speech.day(end)}
    return "\n".join([str(speech.at("diff.title")).format(**days), *_days(book, start, end, speech)])


def _days(book: Book, start: date, end: date, speech: Speech) -> Iterator[str]:
    events = between(book, start, end)
    if not events:
        yield str(speech.at("diff.nothing"))
    for day, found in groupby(events, key=lambda event: event.day):
        yield f"\n{speech.day(day)}"
        for event in found:
            change = told(event, speech)
            yield f"\n  {str(speech.at(f'diff.{event.kind}')).format(label=change['label'])}"
            if event.kind == VERSION:
                version = book.rules[event.name].texts[event.place].version
                yield f"    ({whose(version, None, speech)})"
            yield from _block(speech.at("diff.now"), change["after"])
            yield from _block(speech.at("diff.before"), change["before"])
            yield f"    {speech.at('diff.source')}: {'; '.join(change['sources'])} [{change['confidence']}]"


def _block(name: str, lines: list[str]) -> Iterator[str]:
    if len(lines) == 1:
        yield f"    {name}: {lines[0]}"
    elif lines:
        yield f"    {name}:"
        yield from (f"      {line}" for line in lines)
