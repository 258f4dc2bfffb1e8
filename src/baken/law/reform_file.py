"""Reforms as they are written: a change of the law in a page of YAML.

    label: Slaaggrens van de MO-test naar 70 procent
    description: Pass mark of the MO test to 70 percent
    source: {document: Beleidsnota 2024-2029, place: OD 1.1, catalogue: [MO-05]}
    state: planned
    from: 2027-01-01
    parameters:
      mo_pass_mark: 70
    rules:
      b1_required:
        text: all_of(b1_required, age < age_limit)

Without `from` it is laid over everybody, whatever their own day. A rule's own name in its text is what the law in force
says of it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from hashlib import sha256
from inspect import Parameter as Kept
from inspect import Signature, signature
from pathlib import Path
from typing import Any

import yaml

from baken.law import parameters
from baken.law.book import Book
from baken.law.expression import Expr, Kind, Value
from baken.law.facts import LawFact
from baken.law.faults import Fault, LawError
from baken.law.gains import read_gain
from baken.law.parameters import CONFIDENCES, Parameter
from baken.law.reforms import AMONG, AS_IT_STANDS, Change, Reform
from baken.law.rules import STATES, Source
from baken.law.synthetic import check as check_synthetic
from baken.law.written import written

KEYS = {
    "reform": (
        *("label", "description", "note", "note_en", "source", "state", "confidence", "from"),
        *("parameters", "facts", "rules", "gains", "outcomes", "among", "per", "draw", "suppose"),
    ),
    "rule": ("text", "from", "by", "label", "description", "chapter", "before", "gain", "note"),
    "fact": ("kind", "label", "description", "codes", "event", "synthetic"),
    "source": ("document", "place", "catalogue"),
}


def load_reform(path: Path, book: Book, since: date | None = None) -> Reform:
    """A reform from its file, checked against the book it will be laid over. since: its day, instead of its own `from`.

    Raises LawError that names file, place and reason.
    """
    try:
        return read_reform(path.stem, _text(path), book, since)
    except LawError as error:
        raise error.at(f"{path.name}: ") from None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise Fault("no_utf8") from None
    except OSError as error:
        raise Fault("unreadable", reason=error.strerror) from None


def read_reform(name: str, text: str, book: Book, since: date | None = None) -> Reform:
    """A reform from its text. Raises LawError that names place and reason."""
    told = _mapping(_yaml(text), "", KEYS["reform"])
    for key in ("label", "description", "source"):
        if not told.get(key):
            raise Fault("needs", "see_docs", key=key)
    sources = tuple(_sources(told["source"]))
    confidence = _choice(told.get("confidence", "H"), CONFIDENCES, "confidence")
    own = _day(told.get("from"), "from")
    facts = tuple(_fact(*each, book) for each in _items(told, "facts"))
    reading = _Parameters(book, since, own, str(sources[0]), confidence)
    given = {parameter: reading.read(parameter, each) for parameter, each in _items(told, "parameters")}
    rules = [(rule, {"text": each} if isinstance(each, str) else each) for rule, each in _items(told, "rules")]
    known = {*book.facts, *book.rules, *book.parameters, *given, *(fact.name for fact in facts), *(n for n, _ in rules)}
    changes = tuple(_change(*each, book, known, since, own) for each in rules)
    gains = {name: read_gain(name, gain) for name, gain in _items(told, "gains")}
    gains |= {rule: read_gain(rule, each["gain"]) for rule, each in rules if "gain" in each}
    reform = Reform(
        name,
        str(told["label"]),
        str(told["description"]),
        str(told.get("note") or ""),
        str(told.get("note_en") or ""),
        sources,
        _choice(told.get("state", "planned"), STATES, "state"),
        confidence,
        since or own,
        given,
        facts,
        changes,
        gains,
        tuple(_asked(told.get("outcomes") or [], known, "outcomes")),
        _among(told.get("among"), book),
        str(told.get("per") or ""),
        tuple(_drawn(*each, book) for each in _items(told, "draw")),
        tuple(_supposed(told.get("suppose") or [], {**book.facts, **{fact.name: fact for fact in facts}})),
        sha256(text.encode()).hexdigest(),
    )
    list(_asked(gains, known, "gains"))
    if not (given or facts or changes):
        raise Fault("changes_nothing", "give_changes")
    return reform


def _yaml(text: str) -> Any:
    """What a YAML text holds; a key that stands there twice is refused, where YAML itself keeps the last."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        _once(root)
        return yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else "?"
        raise Fault("no_yaml_line", line=line, reason=error.problem) from None
    except (yaml.YAMLError, ValueError) as error:
        raise Fault("no_yaml", reason=error) from None


def _once(node: Any) -> None:
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if sum(other.value == key.value for other, _ in node.value) > 1:
            raise Fault("twice", key=key.value, line=node.value[-1][0].start_mark.line + 1)
        _once(value)


def _mapping(told: Any, place: str, keys: tuple[str, ...]) -> Mapping[str, Any]:
    """A mapping with none but these keys. place: empty for the reform itself."""
    if not isinstance(told, Mapping):
        raise Fault("not_a_mapping" if place else "not_a_reform", "takes", place=place, keys=", ".join(keys))
    for key in told:
        if key not in keys:
            near = ", ".join(get_close_matches(str(key), keys, 3))
            way = "meant" if near else "takes"
            fault = "unknown_key_in" if place else "unknown_key"
            raise Fault(fault, way, place=place, key=key, near=near, keys=", ".join(keys))
    return told


def _items(told: Mapping[str, Any], key: str) -> list[tuple[str, Any]]:
    found = told.get(key) or {}
    if not isinstance(found, Mapping) or not all(isinstance(name, str) and name.isidentifier() for name in found):
        raise Fault("names_only", key=key)
    return list(found.items())


def _day(told: Any, place: str) -> date | None:
    if told is None or type(told) is date:
        return told
    raise Fault("no_day", "write_day", place=place, given=repr(told))


def _choice(told: Any, choices: tuple[str, ...], place: str) -> str:
    if told in choices:
        return str(told)
    raise Fault("no_choice", "choices", place=place, given=repr(told), choices=", ".join(choices))


def _asked(names: Any, known: set[str], place: str) -> Iterator[str]:
    for name in names:
        if name not in known:
            near = ", ".join(get_close_matches(str(name), known, 3))
            raise Fault("no_rule", "meant" if near else "", place=place, name=name, near=near)
        yield name


def _sources(told: Any) -> Iterator[Source]:
    for each in told if isinstance(told, list) else [told]:
        source = _mapping({"document": each} if isinstance(each, str) else each, "source", KEYS["source"])
        if not source.get("document"):
            raise Fault("source_names")
        catalogue = tuple(str(ident) for ident in source.get("catalogue") or ())
        yield Source(str(source["document"]), str(source.get("place") or ""), catalogue)


def _fact(name: str, told: Any, book: Book) -> LawFact:
    place = f"facts, {name}"
    if name in {*book.facts, *book.rules, *book.parameters}:
        raise Fault("there_already", "other_name", place=place)
    fact = _mapping(told, place, KEYS["fact"])
    kind = Kind(_choice(fact.get("kind"), tuple(Kind), f"{place}, kind"))
    codes = fact.get("codes") or []
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        raise Fault("codes_texts", "quote", place=place)
    if not fact.get("label") or not fact.get("description"):
        raise Fault("labels", place=place)
    made = LawFact(
        name,
        kind,
        str(fact["label"]),
        str(fact["description"]),
        event=bool(fact.get("event", False)),
        codes=tuple(codes),
        synthetic=fact.get("synthetic"),
    )
    check_synthetic(made)
    return made


def _among(text: Any, book: Book) -> Change | None:
    """For whom a study counts, in the words and names of the law as it is."""
    if text is None:
        return None
    try:
        function = written(text, {*book.facts, *book.rules, *book.parameters})
    except LawError as error:
        raise error.at("among, ") from None
    return Change(AMONG, text, function, None, "", "voor wie de studie telt", "for whom the study counts")


def _drawn(name: str, told: Any, book: Book) -> LawFact:
    """A fact of the law with the distribution from which a study draws it where it is not known."""
    if name not in book.facts or book.facts[name].event:
        raise Fault("not_open", name=name)
    made = replace(book.facts[name], synthetic=told)
    check_synthetic(made)
    return made


def _supposed(told: Any, facts: Mapping[str, LawFact]) -> Iterator[Mapping[str, Value]]:
    """What a study supposes of everybody, as law values."""
    for row in told if isinstance(told, list) else [told]:
        if not isinstance(row, Mapping) or not row:
            raise Fault("suppose", "suppose_so")
        if unknown := [str(name) for name in row if name not in facts]:
            raise Fault("no_fact", name=", ".join(unknown))
        yield {name: facts[name].read(value) for name, value in row.items()}


@dataclass(frozen=True, slots=True)
class _Parameters:
    """How parameters are read. since: asked instead of the reform's `own` day."""

    book: Book
    since: date | None
    own: date | None
    reference: str
    confidence: str

    def read(self, name: str, told: Any) -> Parameter:
        """A parameter with other values from a day on (without a day: from its beginning), or a new one."""
        standing = self.book.parameters.get(name)
        if isinstance(told, Mapping) and "values" in told:
            if standing is not None:
                raise Fault("there_already", "only_values", place=f"parameters, {name}")
            return parameters.parameter(name, told)
        if standing is None:
            near = ", ".join(get_close_matches(name, self.book.parameters, 3))
            raise Fault("no_parameter", "meant_parameter" if near else "new_parameter", name=name, near=near)
        try:
            return standing.overlaid(self._later(told, standing), self.reference)
        except LawError as error:
            raise error.at("parameters, ") from None

    def _later(self, told: Any, standing: Parameter) -> dict[Any, Any]:
        """{day: value}; the first of them moves to the day asked."""
        if not isinstance(told, Mapping):
            told = {self.own or standing.values[0].since: told}
        if not told:
            raise Fault("no_values", name=standing.name)
        first = min(told, key=str)
        moved = {self.since if self.since and day == first else day: value for day, value in told.items()}
        return {
            day: {"confidence": self.confidence, **(value if isinstance(value, Mapping) else {"value": value})}
            for day, value in moved.items()
        }


def _change(name: str, told: Any, book: Book, known: set[str], since: date | None, own: date | None) -> Change:
    place = f"rules, {name}"
    rule = _mapping(told, place, KEYS["rule"])
    if name in book.facts or name in book.parameters:
        raise Fault("is_no_rule", place=place, name=name)
    new = name not in book.rules
    if new and not (rule.get("label") and rule.get("description")):
        raise Fault("new_labels", place=place)
    try:
        function = written(rule.get("text", ""), known)
    except LawError as error:
        raise error.at(f"{place}, text, ") from None
    by = str(rule.get("by") or "")
    if by and by not in known:
        raise Fault("by_what", place=place, name=by)
    chapter = str(rule.get("chapter") or "")
    if chapter and chapter not in (places := [each.name for each in book.chapters]):
        raise Fault("no_chapter", "choices", place=place, name=chapter, choices=", ".join(places))
    return Change(
        name,
        str(rule["text"]).strip(),
        function if new else _renamed(function, name),
        since or _day(rule.get("from"), f"{place}, from") or own,
        by,
        str(rule.get("label") or ""),
        str(rule.get("description") or ""),
        chapter,
        rule.get("before"),
        str(rule.get("note") or ""),
    )


def _renamed(function: Callable[..., Expr], name: str) -> Callable[..., Expr]:
    """The same text, in which the rule's own name is the rule as it stands."""
    names = list(signature(function).parameters)
    if name not in names:
        return function
    standing = name + AS_IT_STANDS

    def renamed(**symbols: Expr) -> Expr:
        return function(**{each: symbols[standing if each == name else each] for each in names})

    taken = [standing if each == name else each for each in names]
    renamed.__signature__ = Signature([Kept(each, Kept.KEYWORD_ONLY) for each in taken])  # type: ignore[attr-defined]
    return renamed
