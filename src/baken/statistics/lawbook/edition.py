"""One language's edition of a rule book: chapters, rules with their versions, parameters, facts, what changed when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.text import slugify

from baken.law.book import Book
from baken.law.cases import Case
from baken.law.chronicle import VALUE, Event, amount, chronicle, whose
from baken.law.content import note_in
from baken.law.content.codes import code_name
from baken.law.expression import Dated, names, walk
from baken.law.facts import ON, LawFact
from baken.law.parameters import Parameter
from baken.law.reforms import Reform
from baken.law.rules import Version
from baken.law.sheet import Block, read_version
from baken.law.speech import Speech, text_of
from baken.statistics.lawbook.examples import Example, examples
from baken.statistics.lawbook.proposals import Proposal, proposal
from baken.statistics.report.wording import Words


@dataclass(frozen=True, slots=True)
class Link:
    """Something named elsewhere in the book, and where it stands."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Used:
    """A parameter's value as a version can meet it."""

    link: Link
    value: str


@dataclass(frozen=True, slots=True)
class VersionView:
    """heading: since when; whose: for whom it holds, in words; block: its text; values: of the parameters in it."""

    heading: str
    whose: str
    block: Block
    values: tuple[Used, ...]
    sources: tuple[str, ...]
    catalogue: tuple[str, ...]
    state: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True)
class RuleView:
    """number: as 3.2; kind: what it yields, in words; before: what held when there was no version yet, or ""."""

    number: str
    name: str
    title: str
    page: str
    kind: str
    truth: bool
    before: str
    versions: tuple[VersionView, ...]
    asked_by: tuple[Link, ...]
    examples: tuple[Example, ...]

    @property
    def anchor(self) -> str:
        """Its place on its page."""
        return f"r-{self.name}"

    @property
    def confidence(self) -> str:
        """The lowest of its versions."""
        return max((version.confidence for version in self.versions), key=("H", "M", "L", "memory").index)


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A chapter and its rules."""

    number: int
    slug: str
    title: str
    rules: tuple[RuleView, ...]

    @property
    def page(self) -> str:
        """The name of its page."""
        return f"{self.slug}.html"


@dataclass(frozen=True, slots=True)
class DatedView:
    """A parameter's value from a day on."""

    since: str
    value: str
    reference: str
    confidence: str


@dataclass(frozen=True, slots=True)
class ParameterView:
    """A parameter, its values with their references, and the rules that ask it."""

    name: str
    title: str
    values: tuple[DatedView, ...]
    asked_by: tuple[Link, ...]

    @property
    def anchor(self) -> str:
        """Its place on the page of parameters."""
        return f"p-{self.name}"


@dataclass(frozen=True, slots=True)
class FactView:
    """A law fact: absent: what it means when it is not there; codes: by their names."""

    name: str
    title: str
    kind: str
    absent: str
    codes: tuple[str, ...]
    asked_by: tuple[Link, ...]

    @property
    def anchor(self) -> str:
        """Its place on the page of facts."""
        return f"f-{self.name}"


@dataclass(frozen=True, slots=True)
class ChangeView:
    """Something that came into force on a day."""

    event: Event
    day: str
    kind: str
    link: Link
    value: str


@dataclass(frozen=True, slots=True)
class Edition:
    """The whole book in one language."""

    words: Words
    speech: Speech
    chapters: tuple[ChapterView, ...]
    parameters: tuple[ParameterView, ...]
    facts: tuple[FactView, ...]
    changes: tuple[ChangeView, ...]
    proposals: tuple[Proposal, ...]
    digest: str
    places: Mapping[str, str] = field(repr=False)

    @property
    def language(self) -> str:
        """Its ISO 639-1 code."""
        return self.words.language

    @property
    def title(self) -> str:
        """What the book is called."""
        return self.words("title")

    @property
    def pdf(self) -> str:
        """The name of the PDF."""
        return self.words("files.pdf")

    @property
    def rules(self) -> tuple[RuleView, ...]:
        """Every rule in the book's order."""
        return tuple(rule for chapter in self.chapters for rule in chapter.rules)

    def link(self, kind: str, name: str) -> str:
        """Where a fact, rule or parameter stands; "" for what stands nowhere."""
        return self.places.get(name, "") if kind in ("fact", "rule", "parameter") else ""


def edition(book: Book, cases: Sequence[Case], reforms: Sequence[Reform], words: Words) -> Edition:
    """A book in one language, its cases as examples, reforms beside it."""
    return _Maker(book, cases, words).edition(reforms)


class _Maker:
    """Makes an edition; knows where everything stands."""

    def __init__(self, book: Book, cases: Sequence[Case], words: Words) -> None:
        self.book, self.words = book, words
        self.speech = Speech(book, words.language, code_name)
        self.examples = examples(book, cases, self.speech)
        self.numbers = {
            rule.name: (chapter.name, f"{place}.{number}")
            for place, chapter in enumerate(book.chapters, 1)
            for number, rule in enumerate(chapter, 1)
        }
        self.asked_by = self._asked_by()
        self.places = self._places()

    def edition(self, reforms: Sequence[Reform]) -> Edition:
        """The whole."""
        book = self.book
        facts = [fact for name, fact in book.facts.items() if name != ON]
        return Edition(
            self.words,
            self.speech,
            tuple(self._chapters()),
            tuple(self._parameter(parameter) for parameter in sorted(book.parameters.values(), key=self._title)),
            tuple(self._fact(fact) for fact in sorted(facts, key=self._title)),
            tuple(self._change(event) for event in chronicle(book)),
            tuple(proposal(reform, book, reform.over(book), self.words) for reform in reforms),
            book.digest,
            self.places,
        )

    def _asked_by(self) -> Mapping[str, tuple[str, ...]]:
        """The rules that ask a fact, rule or parameter."""
        found: dict[str, dict[str, None]] = {}
        for name in self.numbers:
            rule = self.book.rules[name]
            for text in rule.texts:
                below = [node.name for node in walk(text.expr) if isinstance(node, Dated)]
                for asked in (*names(text.expr), *names(rule.pick), *below):
                    found.setdefault(asked, {})[name] = None
        return {asked: tuple(rules) for asked, rules in found.items()}

    def _places(self) -> Mapping[str, str]:
        """Where each fact, rule and parameter stands."""
        facts, parameters = (f"{self.words(f'pages.{page}.slug')}.html" for page in ("facts", "parameters"))
        return {
            **{name: f"{facts}#f-{name}" for name in self.book.facts if name != ON},
            **{name: f"{parameters}#p-{name}" for name in self.book.parameters},
            **{name: f"{self._page(name)}#r-{name}" for name in self.numbers},
        }

    def _title(self, thing: Parameter | LawFact) -> str:
        return self.speech.label(thing.name).casefold()

    def _page(self, name: str) -> str:
        return f"{self._slug(self.numbers[name][0])}.html"

    def _slug(self, chapter: str) -> str:
        return slugify(next(str(getattr(c, self.words.language)) for c in self.book.chapters if c.name == chapter))

    def _rules(self, asked: str) -> tuple[Link, ...]:
        return tuple(self._link(name) for name in self.asked_by.get(asked, ()))

    def _link(self, name: str) -> Link:
        return Link(self.speech.label(name), self.places[name])

    def _chapters(self) -> Iterator[ChapterView]:
        for number, chapter in enumerate(self.book.chapters, 1):
            title = str(getattr(chapter, self.words.language))
            yield ChapterView(number, self._slug(chapter.name), title, tuple(self._rule(r.name) for r in chapter))

    def _rule(self, name: str) -> RuleView:
        rule = self.book.rules[name]
        first = rule.texts[0].version.since
        return RuleView(
            number=self.numbers[name][1],
            name=name,
            title=self.speech.label(name),
            page=self._page(name),
            kind=self.words(f"kinds.{rule.kind}"),
            truth=rule.kind == "truth",
            before=self.speech.value(rule.before, rule.kind, name) if first else "",
            versions=tuple(self._version(name, place, text.version) for place, text in enumerate(rule.texts)),
            asked_by=self._rules(name),
            examples=self.examples.get(name, ()),
        )

    def _version(self, name: str, place: int, version: Version) -> VersionView:
        texts = self.book.rules[name].texts
        until = texts[place + 1].version.since if place + 1 < len(texts) else None
        dated = [node for node in walk(texts[place].expr) if isinstance(node, Dated)]
        met = {node.name: self._used(node, version.since, until) for node in dated}
        return VersionView(
            heading=self._heading(version.since, until),
            whose=whose(version, until, self.speech),
            block=read_version(self.speech, name, place),
            values=tuple(met.values()),
            sources=tuple(str(source) for source in version.sources),
            catalogue=tuple(dict.fromkeys(ident for source in version.sources for ident in source.catalogue)),
            state=version.state,
            confidence=version.confidence,
            note=note_in(self.words.language, version.note),
        )

    def _heading(self, since: date | None, until: date | None) -> str:
        if since is None and until is None:
            return ""
        key = "since" if until is None else "until" if since is None else "between"
        days = {"since": since and self.speech.day(since), "until": until and self.speech.day(until)}
        return self.words(f"versions.{key}", **days)

    def _used(self, node: Dated, since: date | None, until: date | None) -> Used:
        speech = Speech(self.book, self.words.language, code_name, since, until)
        return Used(self._link(node.name), text_of(speech.parameter(node)))

    def _parameter(self, parameter: Parameter) -> ParameterView:
        values = [
            DatedView(
                self.speech.day(dated.since),
                amount(parameter.name, dated, self.speech),
                dated.reference,
                dated.confidence,
            )
            for dated in parameter.values
        ]
        return ParameterView(
            parameter.name, self.speech.label(parameter.name), tuple(values), self._rules(parameter.name)
        )

    def _fact(self, fact: LawFact) -> FactView:
        return FactView(
            fact.name,
            self.speech.label(fact.name),
            self.words(f"kinds.{fact.kind}"),
            self.words(f"absent.{'event' if fact.event else 'unknown'}"),
            tuple(self.speech.code_name(fact.name, code, self.words.language) for code in fact.codes),
            self._rules(fact.name),
        )

    def _change(self, event: Event) -> ChangeView:
        value = ""
        if event.kind == VALUE:
            value = amount(event.name, self.book.parameters[event.name].values[event.place], self.speech)
        kind = self.words(f"events.{event.kind}")
        return ChangeView(event, self.speech.day(event.day), kind, self._link(event.name), value)
