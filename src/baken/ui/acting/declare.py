"""How an act is declared, and the list of all of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from baken.accounts.roles import Group
from baken.ledger.facts import Fact, label_of
from baken.ui.acting.asks import Ask
from baken.ui.acting.case import Case


@dataclass(slots=True)
class Told:
    """What an act tells: facts to append, and facts (label, number) to take back."""

    facts: list[Fact]
    retract: list[tuple[str, int]] = field(default_factory=list)


class Act:
    """One verb. A subclass says what it asks and what it tells; most tell one fact with the columns asked.

    name: `programme.sign_contract`; label: on buttons, in the infinitive; group: of fields that it writes;
    tells: the fact type of a plain act; asks: questions; rules: outcomes of the law shown before and after.
    """

    name: ClassVar[str]
    label: ClassVar[Any]
    intro: ClassVar[Any] = ""
    group: ClassVar[Group]
    tells: ClassVar[type[Fact]]
    asks: ClassVar[tuple[Ask, ...]] = ()
    heading: ClassVar[str] = "path"
    """Under which heading of the dossier it is offered."""

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

    def fact(self, model: type[Fact], case: Case, given: Mapping[str, Any], **more: Any) -> Fact:
        """A fact of the dossier with those columns that were asked; a subject that it opens gets a number."""
        columns = {one.attname for one in model._meta.concrete_fields}
        values = {name: value for name, value in given.items() if name in columns and value not in ("", None)}
        if model.opens and model.opens not in more and model.opens != "dossier":
            more = {**more, model.opens: case.new(model.opens)}
        office = case.standing.post.team.office_id if case.standing.post and case.standing.post.team else None
        return model(**{"dossier": case.dossier, "occurred_on": case.on, "office_id": office, **values, **more})

    @classmethod
    def fact_labels(cls) -> tuple[str, ...]:
        """The labels of the fact types that it tells."""
        return (label_of(cls.tells),)


_declared: dict[str, Act] = {}


def act(declared: type[Act]) -> type[Act]:
    """Declare an act; its name must be its own."""
    if declared.name in _declared and type(_declared[declared.name]) is not declared:
        raise ValueError(f"there are two acts named {declared.name}")
    _declared[declared.name] = declared()
    return declared


def acts() -> Mapping[str, Act]:
    """All acts by name, in the order in which they were declared."""
    return _declared


def offered(case: Case) -> Iterable[Act]:
    """The acts that make sense now and that this standing may do."""
    return [
        one
        for one in _declared.values()
        if case.standing.may_act(one.name) and case.standing.writes(one.group) and one.offered(case)
    ]
