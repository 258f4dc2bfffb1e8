"""Facts of enforcement: an infringement found, and forwarded to the enforcement officer."""

from django.db import models

from baken.ledger.facts import DossierFact
from baken.ledger.fields import CodeField, SubjectField


class InfringementFound(DossierFact):
    """The agency established an infringement (KBI: Inbreuk)."""

    opens = "infringement"
    infringement = SubjectField("inbreuk", kind="infringement")
    kind = CodeField("type inbreuk", codelist="infringement_kind", as_given=True, null=True, blank=True)
    authority = CodeField("sanctionerende overheid", codelist="sanctioning_authority", null=True, blank=True)
    notice_sent_on = models.DateField("ingebrekestelling verzonden op", null=True, blank=True)

    class Meta:
        verbose_name = "inbreuk vastgesteld"


class InfringementForwarded(DossierFact):
    """The file went to the enforcement officer."""

    infringement = SubjectField("inbreuk", kind="infringement")

    class Meta:
        verbose_name = "inbreuk doorgestuurd"
