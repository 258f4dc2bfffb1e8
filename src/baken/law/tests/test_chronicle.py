"""What changed when: every dated version and value, between two days, with old and new text."""

from datetime import date

import pytest

from baken.law.chronicle import between, chronicle, told, whose
from baken.law.faults import LawError
from baken.law.speech import Speech
from baken.law.tests import every_word

BOOK = every_word.book()
DUTCH = Speech(BOOK, "nl")


def test_everything_dated_is_there_in_order() -> None:
    events = chronicle(BOOK)
    assert [event.day for event in events] == sorted(event.day for event in events)
    versions = sum(text.version.since is not None for rule in BOOK.rules.values() for text in rule.texts)
    assert len(events) == versions + sum(len(parameter.values) for parameter in BOOK.parameters.values())
    assert {event.chapter for event in events if event.kind == "value"} == {"one", "two"}


def test_the_first_day_is_left_out_and_the_last_is_in() -> None:
    day = date(2022, 3, 1)
    assert {event.name for event in between(BOOK, date(2022, 2, 28), day)} == {"warm", "term"}
    assert not between(BOOK, day, date(2022, 3, 2))
    with pytest.raises(LawError, match="does not come after"):
        between(BOOK, day, day)


def test_old_and_new_text() -> None:
    version, value = (told(event, DUTCH) for event in between(BOOK, date(2022, 2, 28), date(2022, 3, 1)))
    assert version["after"][1] == "– ‘kleur’ is niet: green" and version["before"][1].startswith("– ‘kleur’ is een van")
    assert version["picked_by_label"] == "contract ondertekend" and version["confidence"] == "L"
    assert (value["before"], value["after"]) == (["3 maanden"], ["2 maanden"])
    first = next(told(event, DUTCH) for event in chronicle(BOOK) if event.name == "cost")
    assert first["before"] == ["0 euro"]


@pytest.mark.parametrize(
    ("rule", "place", "until", "words"),
    [
        ("age", 0, None, "geldt op elke dag"),
        ("age", 0, date(2020, 1, 1), "geldt voor beslissingen vóór 1 januari 2020"),
        ("warm", 0, date(2022, 3, 1), "geldt vanaf 1 juli 2015 en vóór 1 maart 2022, naar ‘contract ondertekend’"),
        ("warm", 1, None, "geldt vanaf 1 maart 2022, naar ‘contract ondertekend’"),
        ("do_by", 0, None, "geldt altijd; de waarde van de parameters volgt ‘contract ondertekend’"),
    ],
)
def test_for_whom_a_version_holds(rule: str, place: int, until: date | None, words: str) -> None:
    assert whose(BOOK.rules[rule].texts[place].version, until, DUTCH).startswith(words)
