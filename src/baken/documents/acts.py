"""Making a paper from a fact."""

import hashlib
import secrets

from django.db import transaction
from django.utils.translation import gettext as _

from baken.accounts import looks
from baken.accounts.models import Look
from baken.accounts.standing import Standing
from baken.documents import paper
from baken.documents.kinds import KINDS
from baken.documents.models import IssuedDocument, Paper
from baken.documents.queries import ISSUE, choices, offers
from baken.documents.words import Subject
from baken.foundation import clock
from baken.foundation.errors import BadRequest, NotAllowed
from baken.ui.acting import Case
from baken.ui.acting.doing import actor

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 signs that are hard to mistake for one another; thirty of them are 150 bits."""
LENGTH = 30


def issue(
    standing: Standing, dossier: int, kind_name: str, fact: int, language: str, request: str = ""
) -> IssuedDocument:
    """Make the paper of a fact that stands. language: of the translation beside it, or `nl`.

    Raises NotAllowed, BadRequest, NotTypeset, SealMissing.
    """
    kind = KINDS.get(kind_name)
    allowed = standing.may_act(ISSUE) and standing.sees(dossier) and kind is not None and standing.reads(kind.group)
    if kind is None or not allowed:
        looks.write(standing, Look.Kind.REFUSED, ISSUE, dossier=dossier, request=request)
        raise NotAllowed(_("In uw functie kunt u dit document niet maken."))
    case = Case.of(dossier, standing)
    offer = next((one for one in offers(case) if one.kind is kind and one.row["id"] == fact), None)
    if offer is None:
        raise BadRequest(_("Dat document hoort niet bij wat nu in het dossier staat."), _("Kijk het dossier na."))
    if language not in dict(choices(kind)):
        raise BadRequest(_("In die taal mag of kan dit document niet gemaakt worden."), _("Kies een andere taal."))
    code, instant, subject = new_code(), clock.now(), Subject(case, offer.row)
    body = paper.make(kind, subject, language, code, instant)
    with transaction.atomic():
        made = IssuedDocument.objects.create(
            dossier=offer.row["dossier"],
            kind=kind.name,
            fact_label=kind.made_from,
            fact=fact,
            issuer=paper.issuer(subject),
            day=offer.row["occurred_on"],
            until=offer.row["until"] if kind.name == "suspension" else None,
            code=code,
            language=language,
            digest=hashlib.sha256(body).hexdigest(),
            made_at=instant,
            made_by=actor(standing),
        )
        Paper.objects.create(document=made, body=body)
        looks.write(standing, Look.Kind.DOCUMENT, f"documents.{kind.name}", dossier=dossier, request=request)
    return made


def new_code() -> str:
    """A code that cannot be guessed."""
    return "".join(secrets.choice(ALPHABET) for _sign in range(LENGTH))
