"""Guidance, certificates and proofs (13-17), and infringements forwarded (18): facts counted one by one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from baken.figures.counting import AGII, AGII_WITHOUT_BRUSSELS, by_residence, facts_by_office, in_years, of_persons
from baken.figures.definitions.words import FIVE, FIVE_REGIONS, OURS, SIX, SIX_REGIONS
from baken.figures.model import Figure, Footnote
from baken.figures.tables import Tables

if TYPE_CHECKING:
    import ibis.expr.types as ir


def _all_of(label: str) -> Callable[[Tables], ir.Table]:
    return lambda tables: facts_by_office(tables, label, AGII)


def certificates(tables: Tables) -> ir.Table:
    """Civic integration certificates; those of earlier acquired competences are another kind."""
    issued = facts_by_office(tables, "programme.certificate_issued", AGII, "certificate")
    return issued.filter(issued.certificate == "civic_integration")


def infringements(tables: Tables) -> ir.Table:
    """Infringements forwarded, by residence on that day."""
    forwarded = in_years(tables, of_persons(tables, "enforcement.infringement_forwarded"))
    return by_residence(tables, forwarded, AGII_WITHOUT_BRUSSELS)


FIGURES = (
    Figure(
        number="13",
        title_nl="Toeleidingen naar diplomagelijkschakeling in {years}",
        title_en="Guidance to diploma recognition, {years}",
        definition_nl=(
            "Toeleidingen van een persoon naar de erkenning van een buitenlands diploma, naar de regio van de "
            "vestiging. Elke toeleiding telt, ook een tweede van dezelfde persoon."
        ),
        definition_en=(
            "Guidances of a person to the recognition of a foreign diploma, by the region of the office. Each guidance "
            "counts, also a second one of the same person."
        ),
        **SIX_REGIONS.words,
        dimensions=(SIX,),
        sources=("programme.diploma_guided",),
        unit="guidances",
        events=_all_of("programme.diploma_guided"),
    ),
    Figure(
        number="14",
        title_nl="Vrijstellingsattesten in {years}",
        title_en="Exemption certificates, {years}",
        definition_nl=(
            "Uitgereikte attesten van vrijstelling van de inburgeringsplicht, naar de regio van de vestiging."
        ),
        definition_en="Certificates of exemption from the duty that were issued, by the region of the office.",
        **SIX_REGIONS.words,
        dimensions=(SIX,),
        sources=("programme.exemption_certified",),
        unit="certificates",
        events=_all_of("programme.exemption_certified"),
    ),
    Figure(
        number="15",
        title_nl="Inburgeringsattesten in {years}",
        title_en="Civic integration certificates, {years}",
        definition_nl=(
            "Uitgereikte inburgeringsattesten, naar de regio van de vestiging. Attesten van eerder verworven "
            "competenties tellen niet mee."
        ),
        definition_en=(
            "Civic integration certificates that were issued, by the region of the office. Certificates of earlier "
            "acquired competences do not count."
        ),
        **SIX_REGIONS.words,
        dimensions=(SIX,),
        sources=("programme.certificate_issued",),
        unit="certificates",
        events=certificates,
        notes=(
            Footnote(
                "Sinds 1 maart 2022 omvat het traject ook werk en participatie.",
                "Since 1 March 2022 the programme also includes work and participation.",
                since=2022,
            ),
        ),
    ),
    Figure(
        number="16",
        title_nl="Attesten van opschorting in {years}",
        title_en="Suspension certificates, {years}",
        definition_nl="Uitgereikte attesten van opschorting van de inburgeringsplicht, naar de regio van de vestiging.",
        definition_en="Certificates of suspension of the duty that were issued, by the region of the office.",
        **SIX_REGIONS.words,
        dimensions=(SIX,),
        sources=("programme.suspension_certified",),
        unit="certificates",
        events=_all_of("programme.suspension_certified"),
    ),
    Figure(
        number="17",
        title_nl="Bewijzen van regelmatige deelname in {years}",
        title_en="Proofs of regular participation, {years}",
        definition_nl=(
            "Uitgereikte bewijzen voor verplichte inburgeraars die regelmatig deelnamen aan een vormingsonderdeel maar "
            "de vereiste resultaten niet behaalden, naar de regio van de vestiging."
        ),
        definition_en=(
            "Proofs issued to obliged participants who took part regularly in a course but did not reach the required "
            "results, by the region of the office."
        ),
        **SIX_REGIONS.words,
        dimensions=(SIX,),
        sources=("programme.regular_participation_proven",),
        unit="proofs",
        events=_all_of("programme.regular_participation_proven"),
        since=2016,
        notes=(
            Footnote(
                "Het bewijs bestaat sinds de resultaatsverbintenis van 2016.",
                "The proof exists since the duty of result of 2016.",
                until=2016,
            ),
            Footnote(
                "Sinds 1 maart 2022 bestaat ook de verklaring van geleverde inspanningen; die telt hier niet mee.",
                "Since 1 March 2022 there is also the declaration of efforts; it does not count here.",
                since=2022,
            ),
        ),
    ),
    Figure(
        number="18",
        title_nl="Vastgestelde inbreuken doorgestuurd naar de handhavingsambtenaar in {years}",
        title_en="Infringements forwarded to the enforcement officer, {years}",
        definition_nl=(
            "Vastgestelde inbreuken die in dat jaar naar de handhavingsambtenaar gingen, naar de regio waar de persoon "
            "op die dag woonde. Elke inbreuk telt."
        ),
        definition_en=(
            "Infringements that went to the enforcement officer in that year, by the region where the person lived on "
            "that day. Each infringement counts."
        ),
        **FIVE_REGIONS.words,
        dimensions=(FIVE,),
        sources=("enforcement.infringement_forwarded", "people.dossier_opened", "people.residence_registered"),
        unit="infringements",
        events=infringements,
        notes=(OURS,),
    ),
)
