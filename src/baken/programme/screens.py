"""A decision on a terminal: what applies, what is not known yet, which terms run; or the reasons of some rules."""

from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table

from baken.foundation.identifiers import shown_number
from baken.law.book import Book
from baken.law.decision import Decision
from baken.law.explain import deadline, explain, of_fact, of_rule
from baken.law.expression import NEVER, names
from baken.law.given import allowed
from baken.law.rules import Chapter
from baken.law.speech import Speech
from baken.law.terms import Standing, Status
from baken.ledger.facts import fact_type
from baken.programme.queries import DossierDecision

SHOWN = 12
"""How many missing facts are listed on the overview."""
GROUP = "target_group"
"""Told in every overview, also while it is open."""
NOTHING = (False, 0, NEVER, "none", "not_applicable")
"""Outcomes that say that a rule does not apply."""


def show(console: Console, speech: Speech, decision: Decision, taken: DossierDecision | None, *, reasons: bool) -> None:
    """Print a decision: an overview, or with `reasons` the whole motivation of the rules asked."""
    _print(console, _heading(speech, decision, taken), style="bold")
    if reasons:
        _reasons(console, speech, decision)
        _facts(console, speech, decision)
    else:
        _overview(console, speech, decision)
    _deadlines(console, speech, decision.standings)
    _missing(console, speech, decision, None if reasons else SHOWN)
    if decision.to_confirm and reasons:
        _print(console, _say(speech, "to_confirm", certainty=decision.trace.confidence), style="yellow")
    _print(console, _say(speech, "seal", rule_book=decision.book.digest[:12], trace=decision.digest[:12]), style="dim")


def _say(speech: Speech, key: str, **places: object) -> str:
    return str(speech.at(f"decision.{key}")).format(**places)


def _print(console: Console, text: str, style: str = "") -> None:
    console.print(text, style=style, highlight=False, markup=False)


def _heading(speech: Speech, decision: Decision, taken: DossierDecision | None) -> str:
    on = speech.day(decision.person.on)
    if taken is None:
        return _say(speech, "of_facts", on=on)
    dossier = shown_number("D", taken.dossier)
    return _say(speech, "of_dossier", dossier=dossier, on=on, append=taken.situation.append)


def _reasons(console: Console, speech: Speech, decision: Decision) -> None:
    for reason in explain(decision.trace, decision.asked, speech):
        asked = reason.rule in decision.asked
        _print(console, reason.outcome, style="bold green" if asked else "bold")
        for sentence in reason.sentences:
            console.print(Padding(sentence, (0, 0, 0, 4)), highlight=False, markup=False)


def _overview(console: Console, speech: Speech, decision: Decision) -> None:
    """Where the law ends up: the rules on which no other rests, as far as they apply."""
    rows = [row for chapter in decision.book.chapters for row in _rows(speech, decision, chapter)]
    heads = ["", _say(speech, "rule"), _say(speech, "outcome"), _say(speech, "certainty")]
    console.print(_table("", heads, rows))
    _print(console, _say(speech, "open", count=sum(decision.person.value(rule) is None for rule in decision.asked)))
    _print(console, _say(speech, "reasons"))


def _rows(speech: Speech, decision: Decision, chapter: Chapter) -> Iterator[tuple[str, str, str, str]]:
    title = getattr(chapter, speech.language)
    for name in (rule.name for rule in chapter if rule.name in _ends(decision.book)):
        value = decision.person.value(name)
        if name == GROUP or (value is not None and not _is_nothing(value)):
            certainty = decision.behind(name).confidence
            yield title, f"{speech.label(name)} ({name})", of_rule(speech, name, value), certainty
            title = ""


def _ends(book: Book) -> set[str]:
    """The rules on which no other rule rests."""
    rested_on = {name for rule in book.rules.values() for name in (*names(rule.whole), *names(rule.pick))}
    return book.rules.keys() - rested_on


def _is_nothing(value: object) -> bool:
    return any(value == one and type(value) is type(one) for one in NOTHING)


def _table(title: str, heads: list[str], rows: Sequence[tuple[str, ...]]) -> Table:
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def _facts(console: Console, speech: Speech, decision: Decision) -> None:
    """The facts used, each with what the ledger tells it by."""
    rows = [
        (speech.label(name), of_fact(speech, name, value), _told(speech, decision, name))
        for name, value in decision.used.items()
        if value != decision.book.facts[name].absent
    ]
    if rows:
        console.print(_table("", [_say(speech, "given"), "", _say(speech, "rests_on")], rows))


def _told(speech: Speech, decision: Decision, name: str) -> str:
    told = decision.told.get(name)
    if not told:
        return _say(speech, "given")
    return "; ".join(
        _say(
            speech,
            "fact",
            day=one["occurred_on"],
            fact=fact_type(one["fact_type"])._meta.verbose_name,
            number=one["fact"],
        )
        for one in told
    )


def _deadlines(console: Console, speech: Speech, standings: tuple[Standing, ...]) -> None:
    known = [standing for standing in standings if standing.status is not Status.OPEN]
    order = list(Status)
    rows = [
        (getattr(one.term, speech.language), one.term.due, deadline(speech, one))
        for one in sorted(known, key=lambda one: (order.index(one.status), one.due))
    ]
    if rows:
        heads = ["", _say(speech, "rule"), _say(speech, "how")]
        console.print(_table(_say(speech, "deadlines"), heads, rows))


def _missing(console: Console, speech: Speech, decision: Decision, limit: int | None) -> None:
    first = decision.trace.missing[:limit]
    waiting = [step.missing for step in decision.trace.steps]
    rows = [
        (
            f"{speech.label(name)} ({name})",
            allowed(speech, decision.book.facts[name]),
            str(sum(name in missing for missing in waiting)),
        )
        for name in first
    ]
    if rows:
        heads = [_say(speech, "missing"), _say(speech, "allowed"), _say(speech, "waiting")]
        console.print(_table("", heads, rows))
        left = len(decision.trace.missing) - len(first)
        _print(console, f"… + {left}" if left else "")
