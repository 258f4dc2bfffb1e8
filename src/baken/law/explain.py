"""A trace in words: for each rule what it says, by which text, because of what, and what is still to be known."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from babel.numbers import format_currency

from baken.law.expression import NEVER, Kind, Value
from baken.law.facts import ON
from baken.law.speech import Speech
from baken.law.terms import Standing
from baken.law.trace import Step, Trace, UsedParameter


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule of a trace. outcome: `label: value`; certainty: H, or that of the least certain text or value used."""

    rule: str
    outcome: str
    sentences: tuple[str, ...]
    certainty: str


def explain(trace: Trace, asked: Iterable[str], speech: Speech) -> tuple[Reason, ...]:
    """The rules behind those asked, in their order, each followed by those that it rests on and that were not told."""
    steps = {step.rule.name: step for step in trace.steps}
    order: dict[str, Step] = {}
    waiting = list(reversed(tuple(asked)))
    while waiting:
        name = waiting.pop()
        if name not in order:
            order[name] = steps[name]
            waiting += reversed(steps[name].rules)
    return tuple(_reason(step, trace, speech) for step in order.values())


def outcome(speech: Speech, rule: str, value: Value) -> str:
    """`uiterste dag van aanmelding: 3 november 2026`."""
    return f"{speech.label(rule)}: {of_rule(speech, rule, value)}"


def of_rule(speech: Speech, rule: str, value: Value) -> str:
    """What a rule yields, in words."""
    kind = speech.book.rules[rule].kind
    if value is None:
        return _say(speech, "open")
    return _say(speech, "nothing") if kind is Kind.DAY and value == NEVER else said(speech, value, kind, rule)


def of_fact(speech: Speech, name: str, value: Value) -> str:
    """What is known of a fact, in words."""
    fact = speech.book.facts[name]
    if value is None:
        return _say(speech, "unknown")
    return _say(speech, "not_happened") if fact.event and value == fact.absent else said(speech, value, fact.kind, name)


def said(speech: Speech, value: Value, kind: Kind, of: str = "") -> str:
    """A value in words: 1 maart 2022, € 90,00, ja, the name of a code; `of`: whose value it is."""
    if kind is Kind.MONEY:
        return format_currency(value / 100, "EUR", locale=f"{speech.language}_BE")
    if kind is Kind.PERIODS:
        return "; ".join(_period(speech, *period) for period in value)
    return speech.value(value, kind, of)


def deadline(speech: Speech, standing: Standing) -> str:
    """How a term stands, in words: `loopt, nog tot en met 3 november 2026`."""
    days = {"due": standing.due, "done": standing.done}
    places = {name: speech.day(day) if day else _say(speech, "unknown") for name, day in days.items()}
    return _say(speech, f"status.{standing.status}", **places)


def _period(speech: Speech, start: Value, end: Value) -> str:
    key = "since" if end == NEVER else "from_until"
    return _say(speech, key, start=speech.day(start), end=speech.day(end))


def _say(speech: Speech, key: str, **places: str) -> str:
    return str(speech.at(f"trace.{key}")).format(**places)


def _reason(step: Step, trace: Trace, speech: Speech) -> Reason:
    certainty = Trace((step,), ()).confidence
    parts = (_basis(step, speech), _grounds(step, trace, speech), _missing(step, speech), _doubts(certainty, speech))
    sentences = tuple(sentence for part in parts for sentence in part)
    return Reason(step.rule.name, outcome(speech, step.rule.name, step.value), sentences, certainty)


def _basis(step: Step, speech: Speech) -> Iterator[str]:
    """By which text, and why that one."""
    if step.text is None:
        yield _say(speech, "no_version" if step.value is not None else "version_open")
        return
    version = step.text.version
    yield _say(speech, "by_text", sources="; ".join(map(str, version.sources)))
    if version.since or len(step.rule.texts) > 1:
        since = speech.day(version.since) if version.since else ""
        yield _say(speech, "version" if since else "first_version", since=since, by=_picked(step, speech))


def _picked(step: Step, speech: Speech) -> str:
    name, day = step.picked_by
    if name == ON or day in (None, NEVER):
        return _say(speech, "picked_on_the_day", day=speech.label(ON))
    return _say(speech, "picked", label=speech.label(name), day=speech.day(day))


def _grounds(step: Step, trace: Trace, speech: Speech) -> Iterator[str]:
    """What bore the outcome: facts, other rules, parameters."""
    values = {other.rule.name: other.value for other in trace.steps}
    facts = {name: value for name, value in step.facts.items() if name != ON}
    known = [(speech.label(name), of_fact(speech, name, value)) for name, value in facts.items()]
    known += [(speech.label(name), of_rule(speech, name, values[name])) for name in step.rules]
    if known:
        yield _say(speech, "because", grounds="; ".join(f"{label}: {value}" for label, value in known))
    for used in step.parameters:
        yield _parameter(used, speech)


def _parameter(used: UsedParameter, speech: Speech) -> str:
    parameter = speech.book.parameters[used.name]
    value = used.value.value
    if parameter.kind is Kind.MONEY:
        told = said(speech, value, Kind.MONEY)
    elif parameter.kind is Kind.CODE:
        told = speech.code_name(used.name, value, speech.language)
    else:
        told = speech.amount(value, parameter.unit)
    since, reference = speech.day(used.value.since), used.value.reference
    return _say(speech, "parameter", label=speech.label(used.name), value=told, since=since, reference=reference)


def _missing(step: Step, speech: Speech) -> Iterator[str]:
    if step.missing:
        yield _say(speech, "missing", facts="; ".join(map(speech.label, step.missing)))


def _doubts(certainty: str, speech: Speech) -> Iterator[str]:
    if certainty != "H":
        yield _say(speech, "to_confirm", certainty=_say(speech, f"certainty.{certainty}"))
