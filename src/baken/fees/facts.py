"""Facts of fees (contracts from 1 September 2023)."""

from django.db import models

from baken.ledger.facts import DossierFact
from baken.ledger.fields import CodeField, SubjectField


class FeeCharged(DossierFact):
    """An amount is asked for a course or a test."""

    opens = "fee"
    fee = SubjectField("retributie", kind="fee")
    item = CodeField("waarvoor", codelist="fee_item")
    amount = models.DecimalField("bedrag", max_digits=8, decimal_places=2)

    class Meta:
        verbose_name = "retributie aangerekend"


class FeeWaived(DossierFact):
    """The fee need not be paid, on this ground."""

    fee = SubjectField("retributie", kind="fee")
    ground = CodeField("grond", codelist="fee_waiver")

    class Meta:
        verbose_name = "vrijstelling van retributie"


class FeePaid(DossierFact):
    """An amount was paid."""

    fee = SubjectField("retributie", kind="fee")
    amount = models.DecimalField("bedrag", max_digits=8, decimal_places=2)

    class Meta:
        verbose_name = "retributie betaald"
