"""One language's edition of a study: what it proposes, who gains and loses, by group, and what is not known."""

from dataclasses import dataclass

from baken.law.expression import Kind
from baken.law.study import GAIN, LOSS, OTHER, Tally
from baken.statistics.lawbook.proposals import Proposal, proposal
from baken.statistics.report.wording import NOTHING, Words
from baken.statistics.study.run import Run
from baken.statistics.study.says import Says

SHOWN = 12
"""So many outcomes are shown on the page; the tables hold them all."""
MOVES = 12


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group in words; `tally` in numbers."""

    name: str
    tally: Tally
    people: str
    gain: str
    loss: str
    other: str
    open: str
    share: str
    before: str
    after: str
    difference: str
    bounds: str


@dataclass(frozen=True, slots=True)
class GroupTable:
    """The groups of one grouping."""

    name: str
    title: str
    rows: tuple[GroupRow, ...]


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """An outcome: summed: whether it has sums; neutral: whether nothing says what is gain or loss."""

    name: str
    label: str
    summed: bool
    neutral: bool
    whole: GroupRow
    points: tuple[str, ...]
    tables: tuple[GroupTable, ...]
    moves: tuple[tuple[str, str, str], ...]

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return f"o-{self.name}"


@dataclass(frozen=True, slots=True)
class Edition:
    """The whole study in one language. missing: (fact, of how many it is not known)."""

    run: Run
    words: Words
    says: Says
    outcomes: tuple[OutcomeView, ...]
    proposal: Proposal
    missing: tuple[tuple[str, str], ...]

    @property
    def language(self) -> str:
        """Its ISO 639-1 code."""
        return self.words.language

    @property
    def title(self) -> str:
        """What the reform is called."""
        return self.proposal.title

    @property
    def pdf(self) -> str:
        """The name of the brief."""
        return f"{self.words('files.brief')}-{self.run.reform.name.replace('_', '-')}.pdf"

    @property
    def workbook(self) -> str:
        """The name of the workbook."""
        return f"{self.words('files.xlsx')}-{self.run.reform.name.replace('_', '-')}.xlsx"

    @property
    def main(self) -> OutcomeView:
        """The outcome that says most."""
        return self.outcomes[0]

    @property
    def others(self) -> int:
        """How many outcomes that may change are not shown."""
        return len([rule for rule in self.run.touched if rule not in {shown.name for shown in self.outcomes}])


def edition(run: Run, words: Words) -> Edition:
    """A study in one language."""
    says = Says(run, words)
    shown = run.touched[:SHOWN] or run.asked[:1]
    return Edition(
        run,
        words,
        says,
        tuple(_outcome(rule, says) for rule in shown),
        proposal(run.reform, run.before, run.after, words),
        tuple((says.label(name), says.number(count)) for name, count in run.missing.items()),
    )


def _outcome(rule: str, says: Says) -> OutcomeView:
    run, kind = says.run, says.run.after.rules[rule].kind
    money = kind is Kind.MONEY
    tables = [
        GroupTable(
            dimension.name,
            getattr(dimension, says.words.language),
            tuple(_row(tally, says, money) for tally in run.study.of(rule, dimension.name)),
        )
        for dimension in run.dimensions
    ]
    whole = run.tally(rule)
    moves = [move for move in run.study.moves if move.rule == rule and move.before != move.after][:MOVES]
    return OutcomeView(
        rule,
        says.label(rule),
        kind in (Kind.MONEY, Kind.NUMBER),
        rule not in run.gains,
        _row(whole, says, money),
        tuple(says.points(whole)),
        tuple(tables),
        tuple((says.outcome(rule, m.before), says.outcome(rule, m.after), says.number(m.people)) for m in moves),
    )


def _row(tally: Tally, says: Says, money: bool) -> GroupRow:
    change = None if tally.before is None or tally.after is None else tally.after - tally.before
    bounds = NOTHING
    if tally.low is not None and tally.high is not None and tally.low != tally.high:
        bounds = f"{says.signed(tally.low, money)} … {says.signed(tally.high, money)}"
    return GroupRow(
        name=says.group(tally),
        tally=tally,
        people=says.number(tally.people),
        gain=says.number(tally.counts[GAIN]),
        loss=says.number(tally.counts[LOSS]),
        other=says.number(tally.counts[OTHER]),
        open=says.number(tally.unsettled),
        share=says.share(tally.changed, tally.people),
        before=says.amount(tally.before, money),
        after=says.amount(tally.after, money),
        difference=says.signed(change, money),
        bounds=bounds,
    )
