"""Facts of enforcement: an infringement found, and forwarded to the enforcement officer."""

from django.db import models

from baken.ledger.facts import DossierFact, RegisterFact
from baken.ledger.fields import CodeField, GivenCodeField, ReferenceField, SubjectField


class InfringementFound(RegisterFact):
    """The agency established an infringement (KBI: Inbreuk)."""

    opens = "infringement"
    infringement = SubjectField("inbreuk", kind="infringement")
    kind = CodeField("type inbreuk", codelist="infringement_kind", as_given=True, null=True, blank=True)
    authority = CodeField("sanctionerende overheid", codelist="sanctioning_authority", null=True, blank=True)
    notice_sent_on = models.DateField("ingebrekestelling verzonden op", null=True, blank=True)
    motivation = ReferenceField("motivering", to="people.Note")

    class Meta:
        verbose_name = "inbreuk vastgesteld"


class InfringementForwarded(DossierFact):
    """The file went to the enforcement officer."""

    infringement = SubjectField("inbreuk", kind="infringement")

    class Meta:
        verbose_name = "inbreuk doorgestuurd"


class CaseActivityDone(RegisterFact):
    """A contact, course, test or referral in the account of an infringement (KBI: FeitenRelaas/Activiteit)."""

    infringement = SubjectField("inbreuk", kind="infringement")
    activity = CodeField("activiteit", codelist="case_activity", as_given=True, null=True, blank=True)
    kbi_id = models.CharField("KBI-nummer van de activiteit", max_length=36, null=True, blank=True)
    comment = ReferenceField("commentaar", to="people.Note")

    class Meta:
        verbose_name = "activiteit in het feitenrelaas"


class CaseLetterMade(RegisterFact):
    """A letter or form in the account of an infringement (KBI: FeitenRelaas/Communicatie)."""

    infringement = SubjectField("inbreuk", kind="infringement")
    document = CodeField("type document", codelist="unpublished", as_given=True, null=True, blank=True)
    document_given = GivenCodeField()

    class Meta:
        verbose_name = "communicatie in het feitenrelaas"


class CorrectionFormMade(RegisterFact):
    """The form by which an infringement is put right (KBI: RechtzettingsFormulier)."""

    infringement = SubjectField("inbreuk", kind="infringement")
    kbi_id = models.CharField("KBI-nummer van het document", max_length=36, null=True, blank=True)
    signed_on = models.DateField("ondertekend op", null=True, blank=True)

    class Meta:
        verbose_name = "rechtzettingsformulier"
