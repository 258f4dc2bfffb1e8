"""Facts of fees (contracts from 1 September 2023)."""

from django.db import models

from baken.foundation.codelists import codelist
from baken.ledger.facts import DossierFact
from baken.ledger.fields import CodeField, SubjectField
from baken.ledger.situation.feeds import First, Latest

NOT_WAIVED = dict.fromkeys(codelist("fee_item").codes(), "none")
"""What is charged is, as long as it is not waived, charged without a ground to waive it."""


class FeeCharged(DossierFact):
    """An amount is asked for a course or a test, on the day of enrolment."""

    feeds = (
        First("charged_on", case="fee"),
        First("enrolled_on", case="fee"),
        Latest("fee_item", of="item", case="fee"),
        Latest("attempt", of="attempt", case="fee"),
        Latest("takes_part_on", of="takes_part_on", case="fee"),
        Latest("fee_ground", of="item", through=NOT_WAIVED, case="fee"),
    )
    opens = "fee"
    fee = SubjectField("retributie", kind="fee")
    item = CodeField("waarvoor", codelist="fee_item")
    amount = models.DecimalField("bedrag", max_digits=8, decimal_places=2)
    attempt = models.SmallIntegerField("poging", null=True, blank=True)
    takes_part_on = models.DateField("dag van de cursus of test", null=True, blank=True)

    class Meta:
        verbose_name = "retributie aangerekend"


class FeeWaived(DossierFact):
    """The fee need not be paid, on this ground."""

    feeds = (Latest("fee_ground", of="ground", case="fee"),)
    fee = SubjectField("retributie", kind="fee")
    ground = CodeField("grond", codelist="fee_waiver")

    class Meta:
        verbose_name = "vrijstelling van retributie"


class FeePaid(DossierFact):
    """An amount was paid."""

    feeds = (First("paid_on", case="fee"),)
    fee = SubjectField("retributie", kind="fee")
    amount = models.DecimalField("bedrag", max_digits=8, decimal_places=2)

    class Meta:
        verbose_name = "retributie betaald"
