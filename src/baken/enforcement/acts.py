"""The verbs of enforcement: infringement found, notice, forwarded, defence, decision on a fine, payment."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from baken.accounts.roles import Group
from baken.enforcement.facts import (
    CorrectionFormMade,
    DefenceReceived,
    FineDecided,
    FinePaid,
    InfringementForwarded,
    InfringementFound,
    NoticeSent,
)
from baken.foundation.codelists import codelist
from baken.foundation.errors import BadRequest, NotAllowed
from baken.ledger.facts import Fact
from baken.ledger.file import Row
from baken.programme.acts.decisions import confirmation, decided, uncertain
from baken.programme.facts import DecisionTaken
from baken.ui.acting import Act, Ask, Case, Told, act, ask, asked_of
from baken.ui.telling import euro

CENTS = 100


@act
class Find(Act):
    """The agency establishes an infringement that the law knows."""

    name = "enforcement.find"
    label = gettext_lazy("Inbreuk vaststellen")
    intro = gettext_lazy("Baken kijkt na of de wet deze inbreuk hier kent. Daarna volgt een ingebrekestelling.")
    group = Group.ENFORCEMENT
    heading = "enforcement"
    tells = InfringementFound
    tells_too = (DecisionTaken,)
    asks = (
        *asked_of(InfringementFound, "occurred_on", "kind!", "authority!"),
        ask(InfringementFound, "motivation", required=True),
    )

    def questions(self, case: Case) -> tuple[Ask, ...]:
        """To confirm what the law is not certain of."""
        doubtful = uncertain(case.suppose(infringement_kind="not_registered_in_time"), "infringement_grounded")
        return (*self.asks, *((confirmation(doubtful),) if doubtful else ()))

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """Of somebody who can be sanctioned, and grounded in what is known."""
        found = self._found(case, given)
        found.require("sanctionable", _("Wie niet verplicht is, kan hier geen inbreuk begaan."))
        found.require("infringement_grounded", _("Volgens wat in het dossier staat, is er geen inbreuk van die soort."))

    def told(self, case: Case, given: Mapping[str, Any]) -> Told:
        """The infringement, and why the law sees it as one."""
        told = super().told(case, given)
        confirmed = bool(given.get("confirmed"))
        judged = self._found(case, given)
        told.facts += decided(judged, "infringement_grounded", confirmed=confirmed, keep=not case.rehearsal)
        return told

    def _found(self, case: Case, given: Mapping[str, Any]) -> Case:
        return case.suppose(infringement_kind=given["kind"], infringement_on=given["occurred_on"])


class OfInfringement(Act):
    """A step in what follows an infringement. rule: what the law must say of that infringement; refusal: else."""

    group = Group.ENFORCEMENT
    heading = "enforcement"
    once: ClassVar[bool] = True
    rule: ClassVar[str] = ""
    refusal: ClassVar[Any] = ""

    def questions(self, case: Case) -> tuple[Ask, ...]:
        """First on which infringement."""
        which = Ask("infringement", "choice", gettext_lazy("Inbreuk"), choices=lambda _case: _in_words(self.open(case)))
        return (which, *self.asks)

    def open(self, case: Case) -> list[Row]:
        """The infringements on which this step can still be taken, the last first."""
        gone = {row["infringement"] for row in case.rows(self.tells)} if self.once else set()
        rows = [row for row in case.rows(InfringementFound) if row["infringement"] not in gone]
        return sorted(rows, key=lambda row: (row["occurred_on"], row["id"]), reverse=True)

    def offered(self, case: Case) -> bool:
        """While there is one."""
        return bool(self.open(case))

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """Not before the infringement was found, and as the law allows."""
        found = next(row for row in case.rows(InfringementFound) if row["infringement"] == given["infringement"])
        if given["occurred_on"] < found["occurred_on"]:
            raise BadRequest(_("Die dag ligt vóór de inbreuk."))
        if self.rule:
            case.about("infringement", given["infringement"]).require(self.rule, str(self.refusal))


@act
class SendNotice(OfInfringement):
    """Formal notice to put it right."""

    name = "enforcement.send_notice"
    label = gettext_lazy("Ingebrekestelling als verzonden noteren")
    tells = NoticeSent
    asks = asked_of(NoticeSent, "occurred_on")
    rule = "notice_due"
    refusal = gettext_lazy("Voor deze inbreuk is geen ingebrekestelling meer nodig.")


@act
class Remedy(OfInfringement):
    """The person put the infringement right, and signed for it."""

    name = "enforcement.remedy"
    label = gettext_lazy("Rechtzetting noteren")
    tells = CorrectionFormMade
    asks = asked_of(CorrectionFormMade, "occurred_on")
    rule = "infringement_stands"
    refusal = gettext_lazy("Deze inbreuk is al hersteld, of geldt niet meer.")

    def fact(self, model: type[Fact], case: Case, given: Mapping[str, Any], **more: Any) -> Fact:
        """Signed on the day noted."""
        return super().fact(model, case, given, signed_on=given["occurred_on"], **more)


@act
class Forward(OfInfringement):
    """The file goes to the enforcement officer."""

    name = "enforcement.forward"
    label = gettext_lazy("Doorsturen naar de handhavingsambtenaar")
    tells = InfringementForwarded
    asks = asked_of(InfringementForwarded, "occurred_on")
    rule = "forwarding_possible"
    refusal = gettext_lazy("Doorsturen kan pas na een ingebrekestelling, en als de inbreuk niet hersteld is.")


@act
class ReceiveDefence(OfInfringement):
    """The person answered."""

    name = "enforcement.receive_defence"
    label = gettext_lazy("Verweer noteren")
    tells = DefenceReceived
    asks = (*asked_of(DefenceReceived, "occurred_on"), ask(DefenceReceived, "content"))
    rule = "defence_possible"
    refusal = gettext_lazy("Verweer kan pas na een ingebrekestelling, en vóór een boete.")


@act
class DecideFine(OfInfringement):
    """Whether a fine follows, within the range of the law."""

    name = "enforcement.decide_fine"
    label = gettext_lazy("Over een boete beslissen")
    tells = FineDecided
    tells_too = (DecisionTaken,)
    rule = "fine_possible"
    refusal = gettext_lazy("Een boete kan pas nadat het dossier doorgestuurd is, en na verweer of de termijn ervoor.")
    asks = (
        *asked_of(FineDecided, "occurred_on", "outcome", "amount"),
        ask(FineDecided, "motivation", required=True),
    )

    def questions(self, case: Case) -> tuple[Ask, ...]:
        """To confirm what the law is not certain of."""
        rows = self.open(case)
        judged = case.about("infringement", rows[0]["infringement"]) if rows else case
        doubtful = uncertain(judged, self.rule)
        return (*super().questions(case), *((confirmation(doubtful),) if doubtful else ()))

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """An amount belongs to a fine, and lies between the lowest and the highest."""
        super().check(case, given)
        amount, fined = given.get("amount"), given["outcome"] == "fined"
        if fined != (amount is not None):
            raise BadRequest(_("Geef een bedrag als u een boete oplegt, en alleen dan."))
        low, high = fine_range(case.about("infringement", given["infringement"]))
        if amount is not None and not low <= amount <= high:
            raise NotAllowed(
                _("De wet laat een boete toe van %(low)s tot %(high)s.") % {"low": euro(low), "high": euro(high)},
                _("Kies een bedrag daartussen."),
            )

    def told(self, case: Case, given: Mapping[str, Any]) -> Told:
        """The decision, and that the law allows it."""
        told = super().told(case, given)
        judged, confirmed = case.about("infringement", given["infringement"]), bool(given.get("confirmed"))
        told.facts += decided(judged, self.rule, confirmed=confirmed, keep=not case.rehearsal)
        return told


@act
class ReceivePayment(OfInfringement):
    """The fine was paid, in one or more times."""

    name = "enforcement.receive_payment"
    label = gettext_lazy("Betaling van de boete noteren")
    tells = FinePaid
    once = False
    asks = (*asked_of(FinePaid, "occurred_on"), ask(FinePaid, "amount", initial=lambda case: _due(case)))

    def open(self, case: Case) -> list[Row]:
        """Those of which something of the fine is left to pay."""
        return [row for row in super().open(case) if left(case, row["infringement"]) > 0]

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """Something, and not more than is left."""
        super().check(case, given)
        most = left(case, given["infringement"])
        if not 0 < given["amount"] <= most:
            raise BadRequest(_("Er is nog %(amount)s te betalen.") % {"amount": euro(most)})


def fine_range(case: Case) -> tuple[Decimal, Decimal]:
    """The lowest and the highest fine, in euro."""
    return Decimal(case.value("fine_minimum") or 0) / CENTS, Decimal(case.value("fine_maximum") or 0) / CENTS


def left(case: Case, infringement: int) -> Decimal:
    """What of the fine is not paid yet, in euro."""
    fined = [row["amount"] or Decimal(0) for row in case.rows(FineDecided) if row["infringement"] == infringement]
    paid = [row["amount"] for row in case.rows(FinePaid) if row["infringement"] == infringement]
    return sum(fined, Decimal(0)) - sum(paid, Decimal(0))


def _due(case: Case) -> Decimal | None:
    dues = [left(case, row["infringement"]) for row in case.rows(InfringementFound)]
    return next((one for one in dues if one > 0), None)


def _in_words(rows: list[Row]) -> list[tuple[int, str]]:
    kinds, language = codelist("infringement_kind"), "en" if get_language() == "en" else "nl"
    return [
        (
            row["infringement"],
            f"{kinds.label(row['kind'], language) if row['kind'] else '?'}, {row['occurred_on']:%d/%m/%Y}",
        )
        for row in rows
    ]
