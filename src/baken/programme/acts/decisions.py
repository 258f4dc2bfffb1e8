"""The verbs of the path. So far: keeping a decision."""

import json

from django.db import transaction
from django.utils.translation import gettext as _

from baken.foundation import clock
from baken.foundation.errors import Conflict, NotAllowed
from baken.foundation.identifiers import shown_number
from baken.law.decision import Decision, plain
from baken.ledger.append import append, hold_lock
from baken.ledger.models import Append, Trace
from baken.programme.facts import DecisionTaken
from baken.programme.queries import EXACT, DossierDecision


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
