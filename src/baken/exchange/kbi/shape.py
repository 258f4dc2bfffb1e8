"""The words in which the mapping is written. Each word knows both directions, so nothing is lost in one of them.

`Part` is an element that is a fact, `Record` one that is a row of a reference model, `Leaf` one that is a column,
`Box` one that only holds others. A name is an element's name, `@name` an attribute, `.` the element itself.

Reading gives a tree of `Told`. What typed columns cannot say (an element that is present but empty, `1` for
`true`, an incomplete day) goes into `Told.written`, by path, and is put back to the letter when writing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lxml import etree

from baken.exchange.kbi.kinds import TEXT, Kind
from baken.foundation.codelists import codelist
from baken.ledger.facts import RegisterFact

HERE = "."
Values = dict[str, Any]


class Row(NamedTuple):
    """A row of a reference model (by label) with its filled columns; equal content is equal."""

    model: str
    values: tuple[tuple[str, Any], ...]


@dataclass(slots=True)
class Told:
    """What one element, or one fact with all that hangs below it, tells."""

    part: "Part"
    values: Values = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    below: dict[str, list["Told"]] = field(default_factory=dict)
    national_number: str | None = None
    fact: RegisterFact | None = None
    """The standing fact that says the same, None where there is none yet."""
    subject: int | None = None
    """The number of the subject that it opens."""
    place: int | None = None

    @property
    def from_register(self) -> bool:
        """Whether a dossier of the register told the standing fact; only then may the register take it back."""
        return self.fact is not None and self.fact.place is not None

    @property
    def own(self) -> tuple[Any, ...]:
        """Content without what hangs below, comparable."""
        return tuple(sorted(self.values.items(), key=lambda pair: pair[0])), tuple(sorted(self.written.items()))

    @property
    def content(self) -> tuple[Any, ...]:
        """Content with all that hangs below, comparable and hashable."""
        below = ((path, tuple(told.content for told in tolds)) for path, tolds in sorted(self.below.items()) if tolds)
        return self.own, tuple(below)


def join(path: str, name: str) -> str:
    """The path of a name below another."""
    if name == HERE:
        return path
    return f"{path}/{name}" if path else name


def text_of(element: etree._Element, name: str) -> str | None:
    """The text at a name, None where there is nothing."""
    if name == HERE:
        return element.text or ""
    if name.startswith("@"):
        return element.get(name[1:])
    child = element.find(name)
    return None if child is None else child.text or ""


def put_text(element: etree._Element, name: str, text: str) -> None:
    """Write text at a name."""
    if name == HERE:
        element.text = text
    elif name.startswith("@"):
        element.set(name[1:], text)
    else:
        etree.SubElement(element, name).text = text


def _is_bare(element: etree._Element) -> bool:
    """Whether an element has neither children nor attributes."""
    return not len(element) and not element.attrib


@dataclass(frozen=True, slots=True)
class Leaf:
    """One text, one column."""

    name: str
    column: str
    kind: Kind = TEXT
    required: bool = False
    """The schema asks for it, so a fact that has none is given one when it is told."""

    def read(self, element: etree._Element, into: Values, told: Told, path: str) -> None:
        """Take the value, and the text itself where the value would be written otherwise."""
        text = text_of(element, self.name)
        if text is None or (self.name == HERE and not text):
            return
        value = self.kind.read(text)
        if value is not None:
            into[self.column] = value
        if value is None or self.kind.write(value) != text:
            told.written[join(path, self.name)] = text

    def write(self, element: etree._Element, source: Values, told: Told, path: str) -> None:
        """Put the text as the register wrote it, otherwise as the kind writes it."""
        text = told.written.get(join(path, self.name))
        if text is None and (value := source.get(self.column)) is not None:
            text = self.kind.write(value)
        if text is not None:
            put_text(element, self.name, text)


@dataclass(frozen=True, slots=True)
class NationalNumber:
    """The element that says whose dossier it is; it is nobody's column (`people.Identity` keeps it)."""

    name: str

    def read(self, element: etree._Element, into: Values, told: Told, path: str) -> None:
        """Remember the number beside the values."""
        told.national_number = text_of(element, self.name)

    def write(self, element: etree._Element, source: Values, told: Told, path: str) -> None:
        """Put the number."""
        if told.national_number is not None:
            put_text(element, self.name, told.national_number)


@dataclass(frozen=True)
class Box:
    """An element that only holds others."""

    name: str
    items: tuple["Item | Rows", ...]

    def read(self, element: etree._Element, into: Values, told: Told, path: str) -> None:
        """Read what is inside; an element with nothing inside is remembered as such."""
        child = element.find(self.name)
        if child is None:
            return
        read_items(self.items, child, into, told, join(path, self.name))
        if _is_bare(child) and not any(item.name == HERE for item in self.items):
            told.written[join(path, self.name)] = ""

    def write(self, element: etree._Element, source: Values, told: Told, path: str) -> None:
        """Write the element when something is inside, or when it was there empty."""
        here = join(path, self.name)
        child = etree.Element(self.name)
        write_items(self.items, child, source, told, here)
        if not _is_bare(child) or child.text is not None or here in told.written:
            element.append(child)


@dataclass(frozen=True)
class Record:
    """An element (or, with `.`, a group of elements) that is a row of a reference model."""

    name: str
    column: str
    model: str
    items: tuple["Item | Rows", ...]

    def read(self, element: etree._Element, into: Values, told: Told, path: str) -> None:
        """Keep the row in its column; one that says nothing is only remembered as present."""
        row = self.read_row(element, told, path)
        if row is not None:
            into[self.column] = row

    def read_row(self, element: etree._Element, told: Told, path: str) -> Row | None:
        """The row at the element, None when it is absent or says nothing."""
        child = element if self.name == HERE else element.find(self.name)
        if child is None:
            return None
        here, values = join(path, self.name), Values()
        read_items(self.items, child, values, told, here)
        if values:
            return Row(self.model, tuple(sorted(values.items())))
        if self.name != HERE and _is_bare(child):
            told.written[here] = ""
        return None

    def write(self, element: etree._Element, source: Values, told: Told, path: str) -> None:
        """Write the row that the column holds."""
        self.write_row(element, source.get(self.column), told, path)

    def write_row(self, element: etree._Element, row: Row | None, told: Told, path: str) -> None:
        """Write a row as the element."""
        here = join(path, self.name)
        child = element if self.name == HERE else etree.Element(self.name)
        write_items(self.items, child, dict(row.values) if row else {}, told, here)
        if self.name != HERE and (row is not None or not _is_bare(child) or here in told.written):
            element.append(child)


CODE_TYPE = (Leaf(HERE, "code"), Leaf("@KorteNaam", "short_name"), Leaf("@Naam", "name"))


@dataclass(frozen=True)
class Coded:
    """A code with the names that the register gives it: the code in `column`, how it was given in `column_given`."""

    name: str
    column: str
    kind: Kind
    items: tuple["Item", ...] = CODE_TYPE

    @property
    def given(self) -> Record:
        """The row that keeps the code to the letter."""
        return Record(self.name, f"{self.column}_given", "ledger.PartnerCode", self.items)

    def read(self, element: etree._Element, into: Values, told: Told, path: str) -> None:
        """Take the code, and its row where code alone would not bring all of it back."""
        row = self.given.read_row(element, told, path)
        if row is None:
            return
        code = dict(row.values).get("code", "")
        value = self.kind.read(code)
        if value is not None:
            into[self.column] = value
        if value is None or row != self._row(value):
            into[self.given.column] = row

    def write(self, element: etree._Element, source: Values, told: Told, path: str) -> None:
        """Write the code as it was given, otherwise as the register would."""
        row = source.get(self.given.column)
        if row is None and (value := source.get(self.column)) is not None:
            row = self._row(value)
        self.given.write_row(element, row, told, path)

    def _row(self, value: str) -> Row | None:
        """How a code is written when nothing is known of how it was given: one of ours comes with its name."""
        code = self.kind.write(value)
        if code is None:
            return None
        names = (("name", codelist(self.kind.name).label(value)),) if code == value else ()
        return Row(self.given.model, (("code", code), *names))


@dataclass(frozen=True)
class Rows:
    """Elements that repeat within a record, each a row that points back to it."""

    name: str
    column: str
    model: str
    back: str
    fixed: tuple[str, Any]
    items: tuple[Leaf, ...]

    def read(self, element: etree._Element, into: Values, told: Told, path: str) -> None:
        """The rows in order; their leaves are kept to the letter."""
        rows = []
        for child in element.iterfind(self.name):
            values = Values([self.fixed])
            read_items(self.items, child, values, told, join(path, self.name))
            rows.append(Row(self.model, tuple(sorted(values.items()))))
        if rows:
            into[self.column] = tuple(rows)

    def write(self, element: etree._Element, source: Values, told: Told, path: str) -> None:
        """Write each row."""
        for row in source.get(self.column, ()):
            child = etree.SubElement(element, self.name)
            write_items(self.items, child, dict(row.values), told, join(path, self.name))


@dataclass(frozen=True, eq=False)
class Part:
    """An element that is a fact; `many` where the schema lets it repeat."""

    name: str
    fact: type[RegisterFact]
    items: tuple["Item", ...]
    many: bool = False
    fixed: tuple[tuple[str, Any], ...] = ()
    """Columns whose value the element itself says."""
    fallbacks: tuple[str, ...] = ()
    """Columns that give the day when the element gives none; otherwise the day of the message."""
    derive: Callable[[Values], Values] = field(default=lambda values: {})
    """Further columns that follow from those read."""

    def read(self, element: etree._Element, into: Values, told: Told, path: str) -> None:
        """Hang a `Told` below for each element; a single one that says nothing is only remembered as present."""
        here = join(path, self.name)
        for child in element.iterfind(self.name):
            below = self.read_one(child)
            if self.many or below.values or below.written or below.below:
                told.below.setdefault(here, []).append(below)
            else:
                told.written[here] = ""

    def read_one(self, element: etree._Element) -> Told:
        """What an element of this part tells."""
        told = Told(self)
        read_items(self.items, element, told.values, told, "")
        self._keep_order_of_days(told)
        return told

    def _keep_order_of_days(self, told: Told) -> None:
        """A day that lies before its beginning is no day for a typed column: it is kept as it was written."""
        for later, earlier in self.fact.not_before.items():
            first, last = told.values.get(earlier), told.values.get(later)
            if first is not None and last is not None and last < first:
                told.written[self.path_of(later)] = last.isoformat()
                del told.values[later]

    def write(self, element: etree._Element, source: Values, told: Told, path: str) -> None:
        """Write each `Told` that hangs below here."""
        here = join(path, self.name)
        tolds = told.below.get(here, [])
        for below in tolds:
            element.append(self.write_one(below))
        if not tolds and here in told.written:
            etree.SubElement(element, self.name)

    def write_one(self, told: Told) -> etree._Element:
        """The element that tells it."""
        element = etree.Element(self.name)
        write_items(self.items, element, told.values, told, "")
        return element

    def path_of(self, column: str) -> str:
        """Where the text of a column stands."""
        return next(path for path, item in walk(self.items) if isinstance(item, Leaf) and item.column == column)

    def parts(self) -> Iterator[tuple[str, "Part"]]:
        """The parts directly below, with their paths."""
        return ((path, item) for path, item in walk(self.items) if isinstance(item, Part))

    def columns(self) -> Iterator[str]:
        """The columns of the fact that this part fills, apart from those it fixes or derives."""
        for _, item in walk(self.items):
            if isinstance(item, Coded):
                yield from (item.column, item.given.column)
            elif isinstance(item, Leaf | Record):
                yield item.column


Item = Leaf | NationalNumber | Box | Record | Coded | Part


def read_items(items: tuple[Any, ...], element: etree._Element, into: Values, told: Told, path: str) -> None:
    """Read each item at an element."""
    for item in items:
        item.read(element, into, told, path)


def write_items(items: tuple[Any, ...], element: etree._Element, source: Values, told: Told, path: str) -> None:
    """Write each item into an element, in the order of the schema."""
    for item in items:
        item.write(element, source, told, path)


def walk(items: tuple[Any, ...], path: str = "") -> Iterator[tuple[str, Any]]:
    """The items of one fact with their paths: through boxes, not into records or parts."""
    for item in items:
        here = join(path, item.name)
        if isinstance(item, Box):
            yield from walk(item.items, here)
        else:
            yield here, item
