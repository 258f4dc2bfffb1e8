"""Facts of the work part (since 1 March 2022)."""

from baken.ledger.facts import DossierFact
from baken.ledger.fields import CodeField


class JobseekerRegistered(DossierFact):
    """Registered with the employment service (VDAB, in Brussels Actiris)."""

    service = CodeField("dienst", codelist="employment_service")

    class Meta:
        verbose_name = "inschrijving bij VDAB of Actiris"
