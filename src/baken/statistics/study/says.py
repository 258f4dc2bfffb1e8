"""How a study says its numbers in one language, and what stands out in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from baken.law.content.codes import code_name
from baken.law.expression import Kind
from baken.law.speech import Speech
from baken.law.study import ALL, Tally
from baken.statistics.report.wording import NOTHING, Words
from baken.statistics.study.run import Run

SMALLEST_GROUP = 20
"""Below this number a share of a group says more than the counts can bear; the report's own choice."""


@dataclass(frozen=True, slots=True)
class Says:
    """One language over one study."""

    run: Run
    words: Words

    @property
    def speech(self) -> Speech:
        """The sheet's own words, over the law as proposed."""
        return Speech(self.run.after, self.words.language, code_name)

    def noun(self, number: int) -> str:
        """People, or cases where a row is a case."""
        return self.words(f"{'cases' if self.run.of_cases else 'people'}.{'one' if number == 1 else 'many'}")

    def label(self, name: str) -> str:
        """What a fact, rule or parameter is called."""
        label = self.speech.label(name)
        return label[:1].upper() + label[1:]

    def number(self, value: int | None) -> str:
        """1.234."""
        return self.words.number(value)

    def share(self, part: int, whole: int) -> str:
        """12,5%."""
        return self.words.percent(Decimal(100 * part) / whole if whole else None)

    def amount(self, value: int | None, money: bool) -> str:
        """An amount in euros, or a number."""
        if value is None:
            return NOTHING
        return f"€\u00a0{self.words.fixed(Decimal(value) / 100, 0)}" if money else self.number(value)

    def signed(self, value: int | None, money: bool) -> str:
        """An amount with its sign."""
        told = self.amount(value, money)
        return f"+{told}" if value and value > 0 else told

    def group(self, tally: Tally) -> str:
        """What a group is called."""
        if tally.dimension == ALL:
            return self.words(f"{'cases' if self.run.of_cases else 'people'}.all")
        if not tally.group:
            return self.words("labels.not_known")
        codes = next(found.codes for found in self.run.dimensions if found.name == tally.dimension)
        return codes[tally.group][0 if self.words.language == "nl" else 1]

    def outcome(self, rule: str, code: str | None) -> str:
        """An outcome of `Move` in words."""
        if code is None:
            return self.words("labels.not_known")
        kind = self.run.after.rules[rule].kind
        if kind is Kind.CODE:
            return code_name(rule, code, self.words.language)
        if kind is Kind.TRUTH:
            return self.speech.value(code == "true", kind)
        there = ("some", "none") if kind is Kind.DAY else ("amount", "nothing")
        return self.words(f"outcome.{there[code != 'true']}")

    def points(self, whole: Tally) -> Iterator[str]:
        """What stands out in an outcome, in sentences."""
        yield self._headline(whole)
        if whole.before is not None and whole.after is not None and whole.changed:
            money = self.run.after.rules[whole.rule].kind is Kind.MONEY
            sums = (self.amount(whole.before, money), self.amount(whole.after, money))
            change = self.signed(whole.after - whole.before, money)
            yield self.words("points.money", before=sums[0], after=sums[1], difference=change)
        yield from self._most(whole)
        if whole.unsettled:
            numbers = {name: self.number(getattr(whole, name)) for name in ("changed", "at_most")}
            people = self.noun(whole.unsettled)
            yield self.words("points.open", open=self.number(whole.unsettled), people=people, **numbers)

    def _headline(self, whole: Tally) -> str:
        counts = {name: whole.counts[name] for name in ("gain", "loss", "other")}
        told = {name: self.number(count) for name, count in counts.items()}
        told |= {f"{name}_share": self.share(count, whole.people) for name, count in counts.items()}
        told["people"] = self.noun(max(counts.values()))
        told["label"] = self.label(whole.rule)
        if whole.rule not in self.run.before.rules:
            holds = sum(
                move.people for move in self.run.study.moves if move.rule == whole.rule and move.after == "true"
            )
            number = self.number(whole.people)
            return self.words("points.new", **{**told, "after": self.number(holds), "number": number})
        if counts["gain"] and counts["loss"]:
            return self.words("points.both", **told)
        key = next((name for name in ("gain", "loss", "other") if counts[name]), "none")
        return self.words(f"points.{key}", **told)

    def _new(self, whole: Tally) -> str:
        """Of a rule that only the reform has."""
        if self.run.after.rules[whole.rule].kind is not Kind.TRUTH:
            return self.words("points.fresh", label=self.label(whole.rule))
        holds = sum(move.people for move in self.run.study.moves if move.rule == whole.rule and move.after == "true")
        numbers = {"after": self.number(holds), "number": self.number(whole.people)}
        return self.words("points.new", label=self.label(whole.rule), people=self.noun(whole.people), **numbers)

    def _most(self, whole: Tally) -> Iterator[str]:
        """The group in which the largest share changes, where that is more than everybody's."""
        parts = [
            tally
            for tally in self.run.study.tallies
            if tally.rule == whole.rule and tally.dimension != ALL and tally.group and tally.people >= SMALLEST_GROUP
        ]
        first = max(parts, key=lambda tally: tally.changed / tally.people, default=None)
        if first is None or first.changed * whole.people <= 1.2 * whole.changed * first.people:
            return
        dimension = next(found for found in self.run.dimensions if found.name == first.dimension)
        yield self.words(
            "points.most",
            dimension=getattr(dimension, self.words.language),
            group=self.group(first),
            share=self.share(first.changed, first.people),
            number=self.number(first.people),
        )
