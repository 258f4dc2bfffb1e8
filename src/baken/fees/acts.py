"""The verbs of fees: charged by the amount of the law, waived on a ground, paid."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from baken.accounts.roles import Group
from baken.fees.facts import FeeCharged, FeePaid, FeeWaived
from baken.foundation.codelists import codelist
from baken.foundation.errors import BadRequest
from baken.ledger.facts import Fact
from baken.ledger.file import Row
from baken.ui.acting import Act, Ask, Case, act, ask, asked_of
from baken.ui.telling import euro

CENTS = 100
PUT_OFF = "payment_difficulty"
"""The ground that does not waive a fee: it only need not be paid in advance."""


class OfFee(Act):
    """An act on money."""

    group = Group.MONEY
    heading = "fees"


@act
class Charge(OfFee):
    """A fee for a course or test, of the amount that the law says."""

    name = "fees.charge"
    label = gettext_lazy("Retributie aanrekenen")
    intro = gettext_lazy("Baken berekent het bedrag volgens de wet en hoe vaak het al aangerekend is.")
    tells = FeeCharged
    asks = asked_of(FeeCharged, "occurred_on", "item", "takes_part_on")

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """Only what is due."""
        charged = self._charged(case, given)
        charged.require("fee_due", _("De wet vraagt hiervoor geen retributie."))
        if charged.value("fee") is None:
            charged.require("fee", "")

    def fact(self, model: type[Fact], case: Case, given: Mapping[str, Any], **more: Any) -> Fact:
        """With the amount and the number of the attempt."""
        amount = Decimal(self._charged(case, given).value("fee") or 0) / CENTS
        return super().fact(model, case, given, amount=amount, attempt=_attempt(case, given["item"]), **more)

    def _charged(self, case: Case, given: Mapping[str, Any]) -> Case:
        """As the law would read it once charged."""
        day = given["occurred_on"]
        return case.suppose(
            fee_item=given["item"],
            attempt=_attempt(case, given["item"]),
            fee_ground="none",
            enrolled_on=day,
            charged_on=day,
        )


class OfOpenFee(OfFee):
    """An act on a fee that is not settled."""

    def questions(self, case: Case) -> tuple[Ask, ...]:
        """First which one."""
        return (
            Ask("fee", "choice", gettext_lazy("Retributie"), choices=lambda _case: _in_words(_open(case))),
            *self.asks,
        )

    def offered(self, case: Case) -> bool:
        """While there is one."""
        return bool(_open(case))

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """Not before it was charged."""
        charged = next(row for row in case.rows(FeeCharged) if row["fee"] == given["fee"])
        if given["occurred_on"] < charged["occurred_on"]:
            raise BadRequest(_("Die dag ligt vóór de dag waarop de retributie aangerekend is."))


@act
class Waive(OfOpenFee):
    """The fee need not be paid, or not in advance, on a ground."""

    name = "fees.waive"
    label = gettext_lazy("Vrijstellen van een retributie")
    tells = FeeWaived
    asks = asked_of(FeeWaived, "occurred_on", "ground")

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """On a ground of the law."""
        super().check(case, given)
        if given["ground"] != PUT_OFF:
            waived = case.about("fee", given["fee"]).suppose(fee_ground=given["ground"])
            waived.require("fee_exempt", _("Op die grond kent de wet geen vrijstelling."))


@act
class ReceivePayment(OfOpenFee):
    """A fee was paid, in one or more times."""

    name = "fees.receive_payment"
    label = gettext_lazy("Betaling van een retributie noteren")
    tells = FeePaid
    asks = (
        *asked_of(FeePaid, "occurred_on"),
        ask(FeePaid, "amount", initial=lambda case: next((left(case, row["fee"]) for row in _open(case)), None)),
    )

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """Something, and not more than is left."""
        super().check(case, given)
        most = left(case, given["fee"])
        if not 0 < given["amount"] <= most:
            raise BadRequest(_("Er is nog %(amount)s te betalen.") % {"amount": euro(most)})


def left(case: Case, fee: int) -> Decimal:
    """What of a fee is not paid yet, in euro; nothing once it is waived."""
    if any(row["fee"] == fee and row["ground"] != PUT_OFF for row in case.rows(FeeWaived)):
        return Decimal(0)
    charged = sum((row["amount"] for row in case.rows(FeeCharged) if row["fee"] == fee), Decimal(0))
    return charged - sum((row["amount"] for row in case.rows(FeePaid) if row["fee"] == fee), Decimal(0))


def _open(case: Case) -> list[Row]:
    """The fees of which something is left to pay, the last first."""
    return [row for row in reversed(case.rows(FeeCharged)) if left(case, row["fee"]) > 0]


def _attempt(case: Case, item: str) -> int:
    """Which time it is charged for the same thing."""
    return 1 + sum(row["item"] == item for row in case.rows(FeeCharged))


def _in_words(rows: list[Row]) -> list[tuple[int, str]]:
    items, language = codelist("fee_item"), "en" if get_language() == "en" else "nl"
    return [(row["fee"], f"{items.label(row['item'], language)}, {row['occurred_on']:%d/%m/%Y}") for row in rows]
