"""Facts and rule names as somebody writes them; what is wrong is a sentence that names it and says what is allowed."""

import json
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from baken.law.expression import Kind, Value
from baken.law.facts import ON, LawFact
from baken.law.faults import LawError
from baken.law.person import read_facts
from baken.law.speech import Speech

LONGEST = 60
"""Characters of a value that are repeated in a fault."""


def given_facts(speech: Speech, given: Mapping[str, Any]) -> dict[str, Value]:
    """Facts from JSON as law values, with what they imply. Raises LawError in the language of `speech`."""
    facts = {name: fact for name, fact in speech.book.facts.items() if name != ON}
    for name, value in given.items():
        if name not in facts:
            raise LawError(_say(speech, "unknown", name=name), _choice(speech, name, facts))
        try:
            facts[name].read(value)
        except LawError:
            takes = _say(speech, "takes", takes=allowed(speech, facts[name]))
            raise LawError(_say(speech, "wrong", name=name, value=_short(value)), takes) from None
    _check_implied(speech, given, facts)
    return read_facts(speech.book, given)


def _check_implied(speech: Speech, given: Mapping[str, Any], facts: Mapping[str, LawFact]) -> None:
    """Refuse a fact that says something else than what another one implies."""
    for name, fact in facts.items():
        source, function = fact.implied or ("", None)
        if function and given.get(name) is not None and given.get(source) is not None:
            implied = function(facts[source].read(given[source]))
            if facts[name].read(given[name]) != implied:
                raise LawError(
                    _say(speech, "contradicts", name=name, value=_short(given[name]), source=source),
                    _say(speech, "implies", value=implied),
                )


def given_rules(speech: Speech, names: Iterable[str]) -> tuple[str, ...]:
    """Names of rules. Raises LawError in the language of `speech` when there is none of that name."""
    for name in names:
        if name not in speech.book.rules:
            raise LawError(_say(speech, "no_rule", name=name), _choice(speech, name, speech.book.rules))
    return tuple(names)


def allowed(speech: Speech, fact: LawFact) -> str:
    """What a fact may be, in words; of codes all that there are."""
    return ", ".join(fact.codes) if fact.kind is Kind.CODE and fact.codes else _say(speech, fact.kind)


def _choice(speech: Speech, name: str, names: Iterable[str]) -> str:
    """What may have been meant, by name or by label, or all that there is."""
    labelled = sorted(
        (one for one in names if name.casefold() in speech.label(one).casefold()),
        key=lambda one: len(speech.label(one)),
    )
    near = (get_close_matches(name, list(names), n=3) or labelled)[:3]
    return _say(speech, "meant" if near else "choose", names=", ".join(near or sorted(names)))


def _short(value: Any) -> str:
    """A value as it stands in JSON, cut off where it is long."""
    told = json.dumps(value, ensure_ascii=False, default=str)
    return told if len(told) <= LONGEST else f"{told[:LONGEST]}…"


def _say(speech: Speech, key: str, **places: str) -> str:
    return str(speech.at(f"given.{key}")).format(**places)
