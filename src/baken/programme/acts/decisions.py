"""Keeping a decision of the law with its why; acts that rest on one do so in their own append."""

import json
from collections.abc import Mapping
from typing import Any, ClassVar

from django.db import transaction
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from baken.foundation import clock
from baken.foundation.errors import Conflict, NotAllowed
from baken.foundation.identifiers import shown_number
from baken.law.decision import Decision, decide, plain
from baken.ledger.append import append, hold_lock
from baken.ledger.models import Append, Trace
from baken.programme.facts import DecisionTaken
from baken.programme.queries import EXACT, DossierDecision
from baken.ui.acting import Act, Ask, Case, Told

MOST_NAMED = 4
"""How many of the rules that are not certain a form names."""


def keep_decision(
    taken: DossierDecision, *, by: str, source: str = "baken", note: str = "", confirmed: bool = False
) -> Append:
    """Record the outcomes of a decision as facts, and its trace once.

    confirmed: a person looked at what is not certain in it. Raises NotAllowed when an outcome is open, lies in the
    future, rests on the exact birth date or must first be confirmed; Conflict when the dossier moved on since it was
    read, or the same decision stands already.
    """
    _refuse(taken.decision, confirmed)
    facts = _facts(taken, confirmed)
    with transaction.atomic():
        hold_lock()
        _refuse_again(taken.dossier, facts)
        Trace.objects.get_or_create(digest=taken.decision.digest, defaults={"body": taken.decision.body})
        return append(facts, by=by, source=source, note=note, seen=taken.situation.append)


def _refuse(decision: Decision, confirmed: bool) -> None:
    open_rules = [rule for rule in decision.asked if decision.person.value(rule) is None]
    if open_rules:
        raise NotAllowed(
            _("Nog niet te zeggen, dus niet te bewaren: %(rules)s.") % {"rules": ", ".join(open_rules)},
            _("Er ontbreekt: %(facts)s.") % {"facts": ", ".join(decision.trace.missing)},
        )
    if decision.person.on > clock.today():
        raise NotAllowed(_("Een beslissing over een dag die nog moet komen, wordt niet bewaard."))
    if EXACT in decision.used:
        raise NotAllowed(
            _("Deze beslissing steunt op de exacte geboortedatum; die mag niet in een motivering blijven staan."),
            _("Beslis zonder de exacte geboortedatum."),
        )
    if decision.to_confirm and not confirmed:
        raise NotAllowed(
            _("Een regel of waarde achter deze beslissing is niet zeker (zekerheid %(certainty)s).")
            % {"certainty": decision.trace.confidence},
            _("Kijk de motivering na en bevestig haar."),
        )


def _facts(taken: DossierDecision, confirmed: bool) -> list[DecisionTaken]:
    decision = taken.decision
    return [
        DecisionTaken(
            dossier=taken.dossier,
            occurred_on=decision.person.on,
            rule=rule,
            outcome=json.dumps(plain(decision.person.value(rule), decision.book.rules[rule].kind)),
            rule_book=decision.book.digest,
            trace=decision.digest,
            confirmed=confirmed,
        )
        for rule in decision.asked
    ]


def _refuse_again(dossier: int, facts: list[DecisionTaken]) -> None:
    """Raise Conflict when one of these decisions stands already."""
    standing = DecisionTaken.objects.filter(dossier=dossier, retracted_in__isnull=True, trace=facts[0].trace)
    again = standing.filter(rule__in=[fact.rule for fact in facts]).values_list("rule", flat=True).first()
    if again:
        raise Conflict(
            _("Voor dossier %(dossier)s staat deze beslissing al: %(rule)s.")
            % {"dossier": shown_number("D", dossier), "rule": again},
        )


# ------------------------------------------------------------------------------------------------ acts that decide


class Deciding(Act):
    """An act that rests on an outcome of the law: it is kept with its why, and below certainty H somebody confirms it.

    rule: what is asked; refusal: the sentence when the law says no.
    """

    rule: ClassVar[str]
    refusal: ClassVar[Any]
    tells_too = (DecisionTaken,)

    def judged(self, case: Case, given: Mapping[str, Any]) -> Case:
        """The case as the law is to read it, with what the form says."""
        return case

    def questions(self, case: Case) -> tuple[Ask, ...]:
        """Its own, and a box to tick where the law behind it is not certain."""
        doubtful = uncertain(case, self.rule)
        return (*self.asks, *((confirmation(doubtful),) if doubtful else ()))

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """The law must say yes."""
        self.judged(case, given).require(self.rule, str(self.refusal))

    def told(self, case: Case, given: Mapping[str, Any]) -> Told:
        """Its fact, and the decision."""
        told = super().told(case, given)
        confirmed = bool(given.get("confirmed"))
        told.facts += decided(self.judged(case, given), self.rule, confirmed=confirmed, keep=not case.rehearsal)
        return told


PROOF = gettext_lazy("Welke stukken u zag, bijvoorbeeld een doktersattest van 3 maart. Schrijf geen diagnose op.")


class OnGround(Deciding):
    """An act on a ground of suspension. With another ground than the law lists, a counsellor judges, on evidence."""

    def judged(self, case: Case, given: Mapping[str, Any]) -> Case:
        """With the ground given."""
        return case.suppose(suspension_ground=given.get("reason") or given.get("ground"))

    def questions(self, case: Case) -> tuple[Ask, ...]:
        """The law is not certain of any ground."""
        return (*self.asks, confirmation(uncertain(case.suppose(suspension_ground="work"), self.rule)))

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """A recognised ground, or another one with evidence."""
        if "other" not in (given.get("reason"), given.get("ground")):
            super().check(case, given)
        elif not (given.get("evidence") or "").strip():
            raise NotAllowed(_("Bij een andere grond horen bewijsstukken."), _("Noteer welke stukken u zag."))


def uncertain(case: Case, rule: str) -> list[str]:
    """The rules behind an outcome that are not certain, by their names in the language of the page."""
    decision = decide(case.book, case.known, case.on, [rule])
    if not decision.to_confirm:
        return []
    steps = [step.rule.rule for step in decision.trace.steps if step.text and step.text.version.confidence != "H"]
    english = get_language() == "en"
    named = [one.en if english else one.nl for one in steps]
    return named or [decision.book.rules[rule].rule.en if english else decision.book.rules[rule].rule.nl]


def confirmation(doubtful: list[str]) -> Ask:
    """The box by which somebody says that they looked at what is not certain."""
    named = ", ".join(doubtful[:MOST_NAMED]) + (" …" if len(doubtful) > MOST_NAMED else "")
    return Ask(
        "confirmed",
        "confirm",
        gettext_lazy("Ik heb de motivering nagekeken en bevestig haar"),
        hint=_("Niet zeker in de wet zoals Baken haar kent: %(rules)s.") % {"rules": named},
    )


def decided(case: Case, rule: str, *, confirmed: bool, keep: bool) -> list[DecisionTaken]:
    """What the law says of a rule, as a fact, its trace kept too; none while it is open without the exact birth date.

    That date is personal data, which no motivation that stays may rest on.
    """
    facts = {name: value for name, value in case.known.items() if name != EXACT}
    told = {name: [_source(one) for one in of] for name, of in case.situation.told.items()}
    decision = decide(case.book, facts, case.on, [rule], told=told)
    if decision.person.value(rule) is None:
        return []
    made = _facts(DossierDecision(case.dossier, decision, case.situation), confirmed)
    standing = {(row["rule"], row["trace"]) for row in case.rows(DecisionTaken)}
    made = [one for one in made if (one.rule, one.trace) not in standing]
    if keep and made:
        Trace.objects.get_or_create(digest=decision.digest, defaults={"body": decision.body})
    return made


def _source(one: Any) -> dict[str, Any]:
    return {"fact_type": one.label, "fact": one.number, "occurred_on": one.day.isoformat()}
