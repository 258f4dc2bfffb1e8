"""Every kind of paper: the fact that it is made from, and whether the law lets a translation stand beside the Dutch.

Whatever tells of somebody's health stays off every paper: grounds are never printed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from baken.accounts.roles import Group, group_of


@dataclass(frozen=True, slots=True)
class Basis:
    """Why something is so. certainty: H, M, L or memory, as in the law's sources; below H a lawyer must confirm it."""

    nl: str
    certainty: str


TO_THE_PERSON = Basis(
    "Gecoördineerde taalwetten van 18 juli 1966 en richtsnoeren van de Vaste Commissie voor Taaltoezicht, die de "
    "beleidsnota 2024-2029 strikt toepast: wie pas in het land is, mag naast het Nederlands een vertaling krijgen van "
    "wat hem zelf gevraagd wordt; ze is als vertaling herkenbaar en alleen het Nederlands geldt.",
    "memory",
)
TO_OTHERS = Basis(
    "Gecoördineerde taalwetten van 18 juli 1966: een getuigschrift dat aan anderen getoond wordt, is in het Nederlands "
    "gesteld.",
    "memory",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper. name: of its texts; made_from: label of a fact type; translated: whether a translation may stand
    beside; sent_by: the act by which one notes that it was sent, where that is a fact of its own."""

    name: str
    title: Any
    made_from: str
    translated: bool
    basis: Basis
    sent_by: str = ""

    @property
    def group(self) -> Group:
        """The group of fields that it tells of."""
        return group_of(self.made_from)


def _letter(name: str, title: Any, made_from: str, sent_by: str = "") -> Kind:
    return Kind(name, title, made_from, translated=True, basis=TO_THE_PERSON, sent_by=sent_by)


def _certificate(name: str, title: Any, made_from: str) -> Kind:
    return Kind(name, title, made_from, translated=False, basis=TO_OTHERS)


_ALL = (
    _letter("invitation", _("Uitnodiging om zich aan te melden"), "programme.inflow_seen", "programme.send_letter"),
    _letter("contract", _("Inburgeringscontract"), "programme.contract_signed"),
    _letter("notice", _("Ingebrekestelling"), "enforcement.infringement_found", "enforcement.send_notice"),
    _certificate("exemption", _("Attest van vrijstelling"), "programme.exemption_certified"),
    _certificate("suspension", _("Attest van opschorting"), "programme.suspension_certified"),
    _certificate("certificate", _("Inburgeringsattest"), "programme.certificate_issued"),
    _certificate("efforts", _("Verklaring van geleverde inspanningen"), "programme.efforts_declared"),
    _certificate("participation", _("Bewijs van regelmatige deelname"), "programme.regular_participation_proven"),
)
KINDS: Mapping[str, Kind] = {kind.name: kind for kind in _ALL}
