"""How an act is declared, and the list of all of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from baken.accounts.roles import Group
from baken.accounts.standing import Standing
from baken.foundation.errors import BadRequest
from baken.ledger.facts import Fact, label_of
from baken.ledger.fields import ReferenceField
from baken.ui.acting.asks import Ask, asked_of
from baken.ui.acting.case import Case


@dataclass(slots=True)
class Told:
    """What an act tells: facts to append, facts (label, number) to take back, and the append's note."""

    facts: list[Fact]
    retract: list[tuple[str, int]] = field(default_factory=list)
    note: str = ""


class Act:
    """One verb. A subclass says what it asks and what it tells; most tell one fact with the columns asked.

    name: `programme.sign_contract`; label: on buttons, in the infinitive; group: of fields that it writes;
    tells: the fact type of a plain act; tells_too: the other ones that it may tell; asks: questions.
    opens_dossier: it is done without a dossier, and makes one. repeats: what is told may bring the next questions.
    """

    name: ClassVar[str]
    label: ClassVar[Any]
    intro: ClassVar[Any] = ""
    group: ClassVar[Group]
    tells: ClassVar[type[Fact]]
    tells_too: ClassVar[tuple[type[Fact], ...]] = ()
    asks: ClassVar[tuple[Ask, ...]] = ()
    heading: ClassVar[str] = "path"
    """Under which heading of the dossier it is offered."""
    opens_dossier: ClassVar[bool] = False
    repeats: ClassVar[bool] = False

    def allowed(self, standing: Standing) -> bool:
        """Whether somebody may do it, on a dossier that they see."""
        return standing.may_act(self.name) and standing.writes(self.group)

    def questions(self, case: Case) -> tuple[Ask, ...]:
        """What is asked in this case."""
        return self.asks

    def offered(self, case: Case) -> bool:
        """Whether it makes sense now; one that does not is not offered, and refused."""
        return True

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """Raises NotAllowed or BadRequest when the law or the path does not allow it."""

    def told(self, case: Case, given: Mapping[str, Any]) -> Told:
        """The facts that it tells."""
        return Told([self.fact(self.tells, case, given)])

    def after(self, case: Case, told: Told) -> Case:
        """The case as it will be."""
        return case.with_facts(told.facts, told.retract)

    def fact(self, model: type[Fact], case: Case, given: Mapping[str, Any], **more: Any) -> Fact:
        """A fact of the dossier with those columns that were asked; a subject that it opens gets a number."""
        columns = {one.attname for one in model._meta.concrete_fields}
        values = {name: value for name, value in given.items() if name in columns and value not in ("", None)}
        for text in model._meta.concrete_fields:
            if isinstance(text, ReferenceField) and text.to == "people.Note" and text.attname in values:
                values[text.attname] = case.note(values[text.attname])
        if model.opens and model.opens not in more and model.opens != "dossier":
            more = {**more, model.opens: case.new(model.opens)}
        office = case.standing.post.team.office_id if case.standing.post and case.standing.post.team else None
        return model(**{"dossier": case.dossier, "occurred_on": case.on, "office_id": office, **values, **more})

    @classmethod
    def fact_labels(cls) -> tuple[str, ...]:
        """The labels of the fact types that it tells."""
        return tuple(label_of(model) for model in (cls.tells, *cls.tells_too))


class Describing(Act):
    """A plain act: one fact with what is answered, at least one thing."""

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """Raises BadRequest for an empty form."""
        told = [given.get(one.name) for one in self.asks if one.name != "occurred_on"]
        if told and all(value in ("", None) for value in told):
            raise BadRequest(_("Er is niets ingevuld."), _("Vul in wat u weet; de rest mag leeg blijven."))


_declared: dict[str, Act] = {}


def act(declared: type[Act]) -> type[Act]:
    """Declare an act; its name must be its own."""
    if declared.name in _declared and type(_declared[declared.name]) is not declared:
        raise ValueError(f"there are two acts named {declared.name}")
    _declared[declared.name] = declared()
    return declared


def plain(
    name: str,
    label: Any,
    tells: type[Fact],
    *columns: str,
    group: Group,
    heading: str = "person",
    last: bool = False,
    intro: Any = "",
) -> type[Act]:
    """Declare an act that tells one fact with these columns (`!` must be answered, `?` need not) on a day.

    last: the form begins with what was told last.
    """
    asks = asked_of(tells, "occurred_on", *columns)
    if last:
        asks = tuple(one if one.name == "occurred_on" else replace(one, initial=_last(tells, one.name)) for one in asks)
    said = {"name": name, "label": label, "tells": tells, "asks": asks, "group": group}
    made = type(tells.__name__, (Describing,), {**said, "heading": heading, "intro": intro, "__doc__": tells.__doc__})
    return act(made)


def _last(model: type[Fact], column: str) -> Callable[[Case], Any]:
    def told_last(case: Case) -> Any:
        row = case.last(model)
        return row[column] if row else None

    return told_last


def acts() -> Mapping[str, Act]:
    """All acts by name, in the order in which they were declared."""
    return _declared


def offered(case: Case) -> Iterable[Act]:
    """The acts that make sense now and that this standing may do."""
    return [
        one for one in _declared.values() if not one.opens_dossier and one.allowed(case.standing) and one.offered(case)
    ]
