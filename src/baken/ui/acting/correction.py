"""Mending a slip: any standing fact is taken back and told anew, or only taken back, in one append that says why."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.accounts.roles import HEALTH_CODES, Group, group_of
from baken.accounts.standing import Standing
from baken.foundation.codelists import codelist
from baken.foundation.errors import BadRequest
from baken.ledger.facts import Fact, content_fields, fact_type, label_of
from baken.ledger.fields import CodeField, GivenCodeField, ReferenceField, SubjectField
from baken.ledger.file import Row
from baken.people.models import Note
from baken.ui.acting.asks import Ask, ask
from baken.ui.acting.case import Case
from baken.ui.acting.declare import Act, Told, acts

NOT_ASKED = {"dossier", "office", "place", "as_written", "undated"}
NOTE = "people.Note"
REPLACE, WITHDRAW = "replace", "withdraw"
REASONS = (
    ("slip", gettext_lazy("verkeerd ingevuld")),
    ("day", gettext_lazy("verkeerde dag")),
    ("never", gettext_lazy("is niet gebeurd")),
    ("twice", gettext_lazy("twee keer genoteerd")),
    ("dossier", gettext_lazy("hoort bij een ander dossier")),
    ("news", gettext_lazy("nieuwe informatie van de persoon of een partner")),
)
"""Why something is corrected. Not in one's own words: the note of an append can never be erased."""


def correction(label: str, number: int) -> "Correct":
    """The act that mends one fact. Raises KeyError when there is no such fact type."""
    model = fact_type(label)
    made = type("Correction", (Correct,), {"tells": model, "number": number, "group": group_of(label)})
    return made()


def correctable(standing: Standing, label: str) -> bool:
    """Whether somebody may mend facts of a type: who writes its group, and may tell it (or everything of its room)."""
    model = fact_type(label)
    if model.corrected == "never" or not (standing.writes(group_of(label)) and standing.reads(group_of(label))):
        return False
    telling = [one for one in acts().values() if label in one.fact_labels()]
    if telling:
        return any(one.allowed(standing) for one in telling)
    return standing.may_act(f"{label.partition('.')[0]}.*")


class Correct(Act):
    """Take a fact back, and tell it anew unless it is only to be withdrawn."""

    name = "ledger.correct"
    label = gettext_lazy("Herstellen")
    intro = gettext_lazy(
        "Wat er stond, blijft te zien als ingetrokken. Verbeter wat verkeerd is, of trek het helemaal in."
    )
    number: ClassVar[int]

    def allowed(self, standing: Standing) -> bool:
        """Who may tell such a fact."""
        return correctable(standing, label_of(self.tells))

    def offered(self, case: Case) -> bool:
        """While the fact stands in this dossier."""
        return self.row(case) is not None

    def row(self, case: Case) -> Row | None:
        """The fact as it stands; None when it does not."""
        rows = (row for row in case.rows(self.tells) if row["id"] == self.number)
        return next((row for row in rows if row["dossier"] == case.dossier), None)

    def questions(self, case: Case) -> tuple[Ask, ...]:
        """The fact's own columns as they stand, how it is mended, and why."""
        row = self.row(case)
        if row is None:
            return ()
        why = Ask("why", "choice", gettext_lazy("Waarom"), choices=lambda _case: REASONS)
        if self.tells.corrected == "withdrawn":
            return (why,)
        ways = ((REPLACE, gettext_lazy("verbeteren")), (WITHDRAW, gettext_lazy("intrekken, zonder iets in de plaats")))
        how = Ask(
            "how", "choice", gettext_lazy("Wat wilt u doen"), choices=lambda _case: ways, initial=lambda _case: REPLACE
        )
        return (*(_asked(self.tells, told, row) for told in columns(self.tells, row, case)), how, why)

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """A correction changes something; what opens a contract, course … stays while other facts speak of it."""
        row = self._standing(case)
        if self._withdraws(given):
            _refuse_orphans(case, self.tells, row)
        elif not _changed(self.tells, case, row, given):
            raise BadRequest(_("U wijzigde niets."), _("Verbeter een gegeven, of trek het feit in."))

    def told(self, case: Case, given: Mapping[str, Any]) -> Told:
        """The fact anew where it is not only withdrawn; the old one goes."""
        row = self._standing(case)
        anew = [] if self._withdraws(given) else [_anew(self.tells, case, row, given)]
        return Told(anew, [(label_of(self.tells), self.number)], note=str(dict(REASONS)[given["why"]]))

    def _standing(self, case: Case) -> Row:
        row = self.row(case)
        if row is None:
            raise BadRequest(_("Dit feit is al ingetrokken."))
        return row

    def _withdraws(self, given: Mapping[str, Any]) -> bool:
        return self.tells.corrected == "withdrawn" or given["how"] == WITHDRAW


def columns(model: type[Fact], row: Row, case: Case) -> Iterator[models.Field]:
    """The columns that somebody may mend: not those of the register, nor what they may not read."""
    for told in sorted(content_fields(model), key=lambda one: one.creation_counter):
        if told.name in NOT_ASKED or told.name.endswith("kbi_id") or isinstance(told, (SubjectField, GivenCodeField)):
            continue
        if isinstance(told, ReferenceField) and not (told.to == NOTE and reads_notes(case.standing, model)):
            continue
        if row[told.attname] in HEALTH_CODES and not case.standing.reads(Group.HEALTH):
            continue
        yield told


def reads_notes(standing: Standing, model: type[Fact]) -> bool:
    """Whether the free text to which facts of a type point may be read: that of enforcement belongs to its file."""
    group = group_of(label_of(model))
    return standing.reads(group if group in (Group.ENFORCEMENT, Group.NOTES) else Group.NOTES)


def _asked(model: type[Fact], told: models.Field, row: Row) -> Ask:
    value = row[told.attname]
    more: dict[str, Any] = {"initial": lambda _case: _first(told, value)}
    if isinstance(told, CodeField) and value:
        more["also"] = ((value, codelist(told.codelist).label(value)),)
    return ask(model, told.name, **more)


def _first(told: models.Field, value: Any) -> Any:
    """What stands in the form: of a note its text, or nothing when it was erased."""
    if not isinstance(told, ReferenceField):
        return value
    return Note.objects.filter(pk=value).values_list("body", flat=True).first() or "" if value else ""


def _changed(model: type[Fact], case: Case, row: Row, given: Mapping[str, Any]) -> set[str]:
    """The columns that are told otherwise."""
    asked = [told for told in columns(model, row, case) if told.attname in given]
    return {told.attname for told in asked if _plain(given[told.attname]) != _plain(_first(told, row[told.attname]))}


def _plain(value: Any) -> Any:
    return None if value == "" else value


def _anew(model: type[Fact], case: Case, row: Row, given: Mapping[str, Any]) -> Fact:
    changed = _changed(model, case, row, given)
    values = {told.attname: row[told.attname] for told in content_fields(model)}
    for told in content_fields(model):
        name = told.attname
        if name in changed:
            text = isinstance(told, ReferenceField)
            values[name] = case.note(given[name]) if text else _plain(given[name])
        elif isinstance(told, GivenCodeField) and name.removesuffix("_given") in changed:
            values[name] = None
    for name in ("as_written", *(("undated",) if "occurred_on" in changed else ())):
        if name in values:
            values[name] = None
    return model(**values)


def _refuse_orphans(case: Case, model: type[Fact], row: Row) -> None:
    if not model.opens:
        return
    for label, told in case.file.rows.items():
        of_kind = [one.attname for one in content_fields(fact_type(label)) if _names(one, model.opens)]
        if label != label_of(model) and any(other[name] == row[model.opens] for other in told for name in of_kind):
            raise BadRequest(
                _("Er staan nog andere feiten bij: %(fact)s.") % {"fact": fact_type(label)._meta.verbose_name},
                _("Trek die eerst in, of verbeter dit feit in plaats van het in te trekken."),
            )


def _names(told: models.Field, kind: str) -> bool:
    return isinstance(told, SubjectField) and told.kind == kind
