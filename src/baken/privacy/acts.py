"""Holding back, deciding and carrying out; none of it tells a fact, all of it is written in the read log."""

import hashlib
import json
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from baken.accounts import looks
from baken.accounts.models import Look, User
from baken.accounts.standing import Standing
from baken.foundation import clock
from baken.foundation.errors import BadRequest, Conflict, NotAllowed
from baken.people import keys
from baken.privacy.due import due
from baken.privacy.erase import erase
from baken.privacy.models import LegalHold, RetentionReport, RetentionSignature
from baken.privacy.queries import held
from baken.privacy.rules import ERASED, RULES
from baken.ui.acting.doing import actor

HOLD = "privacy.hold"
PAGE = "retention"
SIGNATURES = 2
LEAST_REASON = 10
AT_ONCE = 400


def place_hold(standing: Standing, dossier: int, reason: str, request: str = "") -> LegalHold:
    """From now on nothing of the person of this dossier is erased. Raises NotAllowed, BadRequest, Conflict."""
    _require_hold(standing, dossier, request)
    if len(reason.strip()) < LEAST_REASON:
        raise BadRequest(_("Zeg in enkele woorden waarom dit dossier bewaard moet blijven, zonder namen."))
    with transaction.atomic():
        if held(dossier):
            raise Conflict(_("Dit dossier wordt al bewaard op bevel."))
        looks.write(standing, Look.Kind.ACT, "privacy.place_hold", dossier=dossier, request=request)
        return LegalHold.objects.create(dossier=dossier, reason=reason.strip()[:500], placed_by=actor(standing))


def lift_hold(standing: Standing, dossier: int, request: str = "") -> LegalHold:
    """The terms count again. Raises NotAllowed, Conflict."""
    _require_hold(standing, dossier, request)
    with transaction.atomic():
        hold = LegalHold.objects.select_for_update().filter(dossier=dossier, lifted_at__isnull=True).first()
        if hold is None:
            raise Conflict(_("Dit dossier wordt niet bewaard op bevel."))
        hold.lifted_at, hold.lifted_by = clock.now(), actor(standing)
        hold.save(update_fields=["lifted_at", "lifted_by"])
        looks.write(standing, Look.Kind.ACT, "privacy.lift_hold", dossier=dossier, request=request)
    return hold


def _require_hold(standing: Standing, dossier: int, request: str) -> None:
    if not (standing.may_act(HOLD) and standing.sees(dossier)):
        looks.write(standing, Look.Kind.REFUSED, HOLD, dossier=dossier, request=request)
        raise NotAllowed(_("In uw functie kunt u dit niet doen."))


def make_report(standing: Standing, on: date, request: str = "") -> RetentionReport:
    """Write down who is past a term on a day, for two people to sign. Raises NotAllowed, BadRequest."""
    _require_page(standing, request)
    if on > clock.today():
        raise BadRequest(_("Wat nog niet verlopen is, wordt niet gewist: kies een dag tot en met vandaag."))
    body = json.dumps(due(on), sort_keys=True)
    if not any(json.loads(body).values()):
        raise BadRequest(_("Op die dag is er niets over zijn termijn."))
    with transaction.atomic():
        looks.write(standing, Look.Kind.ACT, "privacy.make_report", request=request)
        return RetentionReport.objects.create(
            on=on, made_by=actor(standing), body=body, digest=hashlib.sha256(body.encode()).hexdigest()
        )


def sign_report(standing: Standing, number: int, digest: str, request: str = "") -> RetentionReport:
    """Agree to a report as one read it. Raises NotAllowed, Conflict when it is another, done, or signed already."""
    user = _require_page(standing, request)
    with transaction.atomic():
        report = _open_report(number)
        if report.digest != digest:
            raise Conflict(_("Dit is niet het verslag dat u las."), _("Lees het opnieuw."))
        if report.signatures.filter(user=user).exists():
            raise Conflict(_("U hebt dit verslag al getekend."), _("Iemand anders tekent als tweede."))
        RetentionSignature.objects.create(report=report, user=user, digest=digest)
        looks.write(standing, Look.Kind.ACT, "privacy.sign_report", request=request)
    return report


def carry_out(standing: Standing, number: int, request: str = "") -> RetentionReport:
    """Erase what a report names and is still due and not held back. Raises NotAllowed without two signatures."""
    _require_page(standing, request)
    with transaction.atomic():
        report = _open_report(number)
        if hashlib.sha256(report.body.encode()).hexdigest() != report.digest:
            raise Conflict(_("Dit verslag werd gewijzigd nadat het gemaakt is; het wordt niet uitgevoerd."))
        signed = {one.user_id for one in report.signatures.all() if one.digest == report.digest}
        if len(signed) < SIGNATURES:
            raise NotAllowed(_("Eerst tekenen twee verschillende mensen dit verslag."))
        named, still = json.loads(report.body), due(report.on)
        persons = {rule.name: sorted(set(named.get(rule.name, ())) & set(still[rule.name])) for rule in ERASED}
        outcome = {name: erase(RULES[name], some) for name, some in persons.items()}
        _refresh({person for some in persons.values() for person in some})
        report.outcome, report.done_at, report.done_by = json.dumps(outcome), clock.now(), actor(standing)
        report.save(update_fields=["outcome", "done_at", "done_by"])
        looks.write(standing, Look.Kind.ACT, "privacy.carry_out", request=request)
    return report


def _refresh(persons: set[int]) -> None:
    """What is derived of identities goes with them."""
    waiting = sorted(persons)
    for start in range(0, len(waiting), AT_ONCE):
        keys.index(waiting[start : start + AT_ONCE])


def _open_report(number: int) -> RetentionReport:
    report = RetentionReport.objects.select_for_update().filter(pk=number).first()
    if report is None or report.done_at is not None:
        raise Conflict(_("Dat verslag is er niet, of het is al uitgevoerd."))
    return report


def _require_page(standing: Standing, request: str) -> User:
    if standing.user is None or not standing.opens(PAGE):
        looks.write(standing, Look.Kind.REFUSED, PAGE, request=request)
        raise NotAllowed(_("In uw functie kunt u dit niet doen."))
    return standing.user
