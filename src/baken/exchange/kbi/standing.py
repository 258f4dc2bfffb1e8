"""What the ledger holds of dossiers, as trees of `Told`: the facts' side of the mapping, read."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.db.models import Q

from baken.exchange.kbi.mapping import DOSSIER
from baken.exchange.kbi.rows import rows_at
from baken.exchange.kbi.shape import Coded, Leaf, Part, Record, Row, Told, Values, walk
from baken.ledger.facts import RegisterFact, label_of
from baken.people.facts import DossierOpened
from baken.people.models import Identity

Shelf = dict[type[RegisterFact], list[RegisterFact]]
Pointed = dict[str, dict[int, Row]]


def standing(dossiers: Iterable[int], append: int | None = None) -> dict[int, Told]:
    """Each dossier as it stands now, or as it was known in an append; also what others than the register told."""
    shelves = _shelves(list(dossiers), append)
    pointed = _pointed([fact for shelf in shelves.values() for rows in shelf.values() for fact in rows])
    owners = _owners(list(shelves), append)
    return {dossier: _dossier(shelf, pointed, owners.get(dossier)) for dossier, shelf in shelves.items()}


def known_then(append: int | None) -> Q:
    """Facts that stood in an append; None: that stand now."""
    standing = Q(retracted_in__isnull=True)
    return standing if append is None else Q(appended_in__lte=append) & (standing | Q(retracted_in__gt=append))


def parts_of(part: Part = DOSSIER) -> Iterator[Part]:
    """A part and all parts below it."""
    yield part
    for _, below in part.parts():
        yield from parts_of(below)


def _shelves(dossiers: list[int], append: int | None) -> dict[int, Shelf]:
    """The facts of each dossier by type, in the register's order."""
    known = known_then(append)
    shelves: dict[int, Shelf] = {dossier: defaultdict(list) for dossier in dossiers}
    for fact_type in {part.fact for part in parts_of()}:
        for fact in fact_type._default_manager.filter(known, dossier__in=dossiers):
            shelves[fact.dossier][fact_type].append(fact)
    for shelf in shelves.values():
        for rows in shelf.values():
            rows.sort(key=lambda fact: (fact.place is None, fact.place or 0, fact.pk))
    return shelves


# ------------------------------------------------------------------------------------------- one dossier, one fact


def _dossier(shelf: Shelf, pointed: Pointed, owner: Identity | None) -> Told:
    """The tree of a dossier. Its root is what the register told of the person, otherwise what is known last."""
    roots = [_told(DOSSIER, fact, pointed) for fact in shelf[DOSSIER.fact]]
    root = max(roots, key=lambda told: told.from_register, default=Told(DOSSIER))
    if owner is not None:
        root.national_number = owner.national_number
        if not root.from_register and (particulars := _particulars(owner)):
            root.values.setdefault("particulars", particulars)
    _hang_below(root, shelf, pointed)
    return root


def _owners(dossiers: list[int], append: int | None) -> dict[int, Identity]:
    """Who each dossier concerns, as far as that was not erased."""
    opened = DossierOpened.objects.filter(known_then(append), dossier__in=dossiers)
    persons = dict(opened.values_list("dossier", "person"))
    found = Identity.objects.in_bulk(set(persons.values()))
    return {dossier: found[person] for dossier, person in persons.items() if person in found}


def _particulars(owner: Identity) -> Row | None:
    """Name and birth date as the register would tell them of somebody whom it has not told yet."""
    names = {"family_names": (True, owner.family_name), "given_names": (False, owner.given_names)}
    parts = {
        column: (Row("people.NamePart", (("family", family), ("text", text[:48]))),)
        for column, (family, text) in names.items()
        if text
    }
    values = Values(birth_date=owner.birth_date) if owner.birth_date else Values()
    if "family_names" in parts:
        values["person_name"] = Row("people.PersonName", tuple(sorted(parts.items())))
    return Row("people.Particulars", tuple(sorted(values.items()))) if values else None


def _hang_below(told: Told, shelf: Shelf, pointed: Pointed) -> None:
    opens = told.part.fact.opens if told.subject is not None else None
    for path, part in told.part.parts():
        mine = [
            fact
            for fact in shelf[part.fact]
            if all(getattr(fact, column) == value for column, value in part.fixed)
            and (opens is None or getattr(fact, opens) == told.subject)
        ]
        likes = told.below[path] = [_told(part, fact, pointed) for fact in mine]
        # What hangs below a part without a number of its own belongs to the dossier: it hangs there once.
        heads = likes if part.fact.opens else sorted(likes, key=lambda like: not like.from_register)[:1]
        for head in heads:
            _hang_below(head, shelf, pointed)


def _told(part: Part, fact: RegisterFact, pointed: Pointed) -> Told:
    values = Values()
    written = json.loads(fact.as_written) if fact.as_written else {}
    for path, item in walk(part.items):
        if isinstance(item, Leaf):
            values[item.column] = _plain(fact, item)
            if item.required and values[item.column] is None and path not in written:
                values[item.column] = _invented(fact, item)
        elif isinstance(item, Coded | Record):
            record = item.given if isinstance(item, Coded) else item
            values[record.column] = pointed[record.column].get(_pointer(fact, record.column))
        if isinstance(item, Coded):
            values[item.column] = getattr(fact, item.column)
    told = Told(part, {column: value for column, value in values.items() if value is not None}, written)
    if fact.place is None:
        # As the register would tell it: it has no word for some codes of ours.
        told = part.read_one(part.write_one(told))
    told.fact, told.place = fact, fact.place
    told.subject = getattr(fact, part.fact.opens) if part.fact.opens else None
    return told


def _plain(fact: RegisterFact, leaf: Leaf) -> Any:
    return None if leaf.column == "occurred_on" and fact.undated else getattr(fact, leaf.column)


def _invented(fact: RegisterFact, leaf: Leaf) -> str:
    """A lasting number for a fact that was not born in the register, which asks for one."""
    name = f"{label_of(type(fact))}:{getattr(fact, type(fact).opens or 'pk')}"
    return str(uuid5(NAMESPACE_URL, name)) if leaf.column == "kbi_id" else name.rpartition(":")[2]


def stored(column: str) -> str:
    """The name under which a fact keeps the number that a column points at."""
    return "office_id" if column == "office" else column


def _pointer(fact: RegisterFact, column: str) -> int:
    """The number that a column points at; 0, which no row has, for none."""
    return getattr(fact, stored(column)) or 0


# -------------------------------------------------------------------------------------- what facts point at


def _pointed(facts: list[RegisterFact]) -> Pointed:
    """All rows that these facts point at, by column (which is alike in every part that has it)."""
    records = {part.fact: list(records_of(part)) for part in parts_of()}
    known = {record.column: record for some in records.values() for record in some}
    wanted: dict[str, set[int]] = {column: set() for column in known}
    for fact in facts:
        for record in records[type(fact)]:
            wanted[record.column].add(_pointer(fact, record.column))
    return {column: rows_at(known[column], numbers - {0}) for column, numbers in wanted.items()}


def records_of(part: Part) -> Iterator[Record]:
    """The columns of a part's fact that point at rows of reference models."""
    for _, item in walk(part.items):
        if isinstance(item, Coded):
            yield item.given
        elif isinstance(item, Record):
            yield item
