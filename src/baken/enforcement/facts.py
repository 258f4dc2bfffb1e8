"""Facts of enforcement: an infringement found, notice given, defence received, decision, fine."""

from django.db import models

from baken.ledger.facts import DossierFact, RegisterFact
from baken.ledger.fields import CodeField, GivenCodeField, ReferenceField, SubjectField
from baken.ledger.situation.feeds import Days, First, Latest


class InfringementFound(RegisterFact):
    """The agency established an infringement (KBI: Inbreuk)."""

    feeds = (
        Days("infringements"),
        First("infringement_on", case="infringement"),
        Latest("infringement_kind", of="kind", case="infringement"),
        First("notice_sent_on", day="notice_sent_on", case="infringement"),
    )
    opens = "infringement"
    infringement = SubjectField("inbreuk", kind="infringement")
    kind = CodeField("type inbreuk", codelist="infringement_kind", as_given=True, null=True, blank=True)
    authority = CodeField("sanctionerende overheid", codelist="sanctioning_authority", null=True, blank=True)
    notice_sent_on = models.DateField("ingebrekestelling verzonden op", null=True, blank=True)
    motivation = ReferenceField("motivering", to="people.Note")

    class Meta:
        verbose_name = "inbreuk vastgesteld"


class OfInfringement(DossierFact):
    """A step in what follows an infringement."""

    infringement = SubjectField("inbreuk", kind="infringement")

    class Meta:
        abstract = True


class NoticeSent(OfInfringement):
    """The person was given formal notice to put the infringement right."""

    feeds = (First("notice_sent_on", case="infringement"),)

    class Meta:
        verbose_name = "ingebrekestelling verzonden"


class InfringementForwarded(OfInfringement):
    """The file went to the enforcement officer."""

    feeds = (First("forwarded_on", case="infringement"),)

    class Meta:
        verbose_name = "inbreuk doorgestuurd"


class DefenceReceived(OfInfringement):
    """The person answered the enforcement officer."""

    feeds = (First("defence_received_on", case="infringement"),)
    content = ReferenceField("wat de persoon aanvoert", to="people.Note")

    class Meta:
        verbose_name = "verweer ontvangen"


class FineDecided(OfInfringement):
    """The enforcement officer decided whether a fine follows, and of how much."""

    feeds = (First("fined_on", where={"outcome": "fined"}, case="infringement"),)
    outcome = CodeField("beslissing", codelist="fine_decision")
    amount = models.DecimalField("bedrag", max_digits=8, decimal_places=2, null=True, blank=True)
    motivation = ReferenceField("motivering", to="people.Note")

    class Meta:
        verbose_name = "beslissing over een boete"


class FinePaid(OfInfringement):
    """The fine was paid."""

    feeds = (First("fine_paid_on", case="infringement"),)
    amount = models.DecimalField("bedrag", max_digits=8, decimal_places=2)

    class Meta:
        verbose_name = "boete betaald"


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
    feeds = (First("remedied_on", day="signed_on", case="infringement"),)
    kbi_id = models.CharField("KBI-nummer van het document", max_length=36, null=True, blank=True)
    signed_on = models.DateField("ondertekend op", null=True, blank=True)

    class Meta:
        verbose_name = "rechtzettingsformulier"
