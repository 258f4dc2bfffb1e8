"""The intake: asks only what the law still needs to say what group somebody is in and what they have a right to."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from baken.accounts.roles import Group, group_of
from baken.foundation.errors import BadRequest
from baken.law.trace import trace
from baken.ledger.facts import DossierFact, Fact, content_fields, fact_type, label_of
from baken.ledger.situation.feeds import OfColumn, Since
from baken.ledger.situation.sources import Source, sources
from baken.people.facts import (
    CircumstancesDescribed,
    FamilyLinked,
    LiteracyAssessed,
    MinorSituationDescribed,
    NationalityHeld,
    ParentageDescribed,
    PersonDescribed,
    ReligiousMinistryNoted,
    ResidenceGranted,
    ResidenceRegistered,
    ResidenceTitleDescribed,
)
from baken.ui.acting import Act, Ask, Case, Told, act, ask
from baken.work.facts import RightToWorkNoted

DECIDES = (
    "target_group",
    "with_work_part",
    "nt2_orientation",
    "diploma_guidance_due",
    "tailored_for_ministers",
    "language_course_imposable",
)
"""What an intake is to find out: the target group, and what the right to the programme gives."""
TOLD_AT_INTAKE = (
    NationalityHeld,
    PersonDescribed,
    ResidenceRegistered,
    ResidenceGranted,
    ResidenceTitleDescribed,
    FamilyLinked,
    ParentageDescribed,
    ReligiousMinistryNoted,
    MinorSituationDescribed,
    CircumstancesDescribed,
    LiteracyAssessed,
    RightToWorkNoted,
)
"""The fact types that people tell of themselves; others (an exemption, a level) come from an act of their own."""
SINCE = "__since"


@dataclass(frozen=True, slots=True)
class Question:
    """A column that answers a missing law fact. dated: the law also reads since when."""

    model: type[DossierFact]
    column: str
    dated: bool

    @property
    def name(self) -> str:
        """`people.residence_granted.ground`, as a form can write it."""
        return f"{label_of(self.model)}.{self.column}".replace(".", "__")


def missing(case: Case) -> list[str]:
    """The law facts that keep the outcomes of an intake open, those on which most waits first."""
    return list(trace(case.person, list(DECIDES)).missing)


def asked(case: Case) -> list[Source]:
    """For what is missing and can be asked, who tells it."""
    told = ((name, sources().get(name, ())) for name in missing(case))
    listed = (next((one for one in of if _may_ask(case, one)), None) for _name, of in told)
    return [one for one in listed if one is not None]


def questions(case: Case) -> list[Question]:
    """The columns to ask now: what answers a missing fact that waits for no other, and what cannot be left out beside.

    Of whom somebody is family is only asked once the ground of residence is told, and calls for it.
    """
    told = asked(case)
    needless = _needless(case, [one.feed.name for one in told])
    now = [one for one in told if one.feed.name not in needless]
    return list({one.name: one for source in now for one in _columns(source)}.values())


def _may_ask(case: Case, source: Source) -> bool:
    return source.model in TOLD_AT_INTAKE and case.standing.writes(group_of(source.label))


def _needless(case: Case, names: list[str]) -> set[str]:
    """The missing facts that most answers to another missing one make needless."""
    waiting: set[str] = set()
    for name in names:
        codes = case.book.facts[name].codes
        still = Counter(other for code in codes for other in missing(case.suppose(**{name: code})))
        waiting |= {other for other in names if codes and other != name and 2 * still[other] < len(codes)}
    return waiting


def _columns(source: Source) -> Iterator[Question]:
    model = source.model
    assert issubclass(model, DossierFact)  # noqa: S101
    dated = any(feed.column == "occurred_on" or isinstance(feed, Since) for feed in model.feeds)
    if isinstance(source.feed, OfColumn):
        yield Question(model, source.feed.column, dated)
    for told in content_fields(model):
        if told.name not in ("dossier", "occurred_on") and not told.null and told.name != source.feed.column:
            yield Question(model, told.name, dated)


@act
class TakeIntake(Act):
    """What the law still needs, in one form."""

    name = "people.take_intake"
    label = gettext_lazy("Intake")
    intro = gettext_lazy("Deze vragen zijn nog nodig om te weten wat de wet zegt. Wat niet bekend is, laat u leeg.")
    group = Group.PERSON
    heading = "path"
    tells = CircumstancesDescribed
    tells_too = tuple(model for model in TOLD_AT_INTAKE if model is not CircumstancesDescribed)
    repeats = True

    def offered(self, case: Case) -> bool:
        """While something is missing that this act can ask."""
        return bool(asked(case))

    def questions(self, case: Case) -> tuple[Ask, ...]:
        """One a column; after those of a fact type whose day counts, since when."""
        asks: dict[str, Ask] = {}
        for one in questions(case):
            asks[one.name] = ask(one.model, one.column, name=one.name, required=False)
            if one.dated:
                since = f"{label_of(one.model).replace('.', '__')}{SINCE}"
                asks[since] = Ask(since, "day", _since(one.model), required=False)
        return tuple(asks.values())

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """At least one answer."""
        if not _answers(case, given):
            raise BadRequest(_("Er is niets ingevuld."), _("Vul in wat u weet; de rest mag leeg blijven."))

    def told(self, case: Case, given: Mapping[str, Any]) -> Told:
        """A fact for each type of which something was answered."""
        return Told([self._fact(case, model, told) for model, told in _answers(case, given).items()])

    def _fact(self, case: Case, model: type[DossierFact], told: dict[str, Any]) -> Fact:
        day = told.pop("occurred_on", None) or case.on
        absent = [one for one in _required(model) if one.attname not in told]
        if absent:
            raise BadRequest(_("Vul ook in: %(what)s.") % {"what": absent[0].verbose_name})
        return model(dossier=case.dossier, occurred_on=day, **told)


def _since(model: type[Fact]) -> Any:
    return pgettext_lazy("intake", "Sinds wanneer (%(what)s)") % {"what": model._meta.verbose_name}


def _required(model: type[Fact]) -> list[models.Field]:
    return [one for one in content_fields(model) if not one.null and one.attname not in ("dossier", "occurred_on")]


def _answers(case: Case, given: Mapping[str, Any]) -> dict[type[DossierFact], dict[str, Any]]:
    """{fact type: answered columns}; a day alone answers nothing."""
    answers: dict[type[DossierFact], dict[str, Any]] = {}
    for name, value in given.items():
        if value in ("", None) or name.endswith(SINCE):
            continue
        label, _sep, column = name.rpartition("__")
        model = fact_type(label.replace("__", "."))
        assert issubclass(model, DossierFact)  # noqa: S101
        since = given.get(f"{label}{SINCE}")
        told = answers.setdefault(model, {"occurred_on": since} if since else {})
        told[column] = value
    return answers
