"""Where the rules are read: one maker per document; places are named in the document's own language.

`catalogue`: ids in the catalogue of the rules that the five seed documents state.
"""

from collections.abc import Callable

from baken.law.rules import Source

Maker = Callable[..., Source]


def _document(title: str) -> Maker:
    def source(place: str, *catalogue: str) -> Source:
        return Source(title, place, catalogue)

    return source


POLICY_LETTER_2018 = _document("Beleidsbrief Integratie en inburgering 2018-2019")
HORIZONTAL_PLAN_2016 = _document("Horizontaal integratiebeleidsplan 2016-2019")
POLICY_NOTE_2024 = _document("Beleidsnota Integratie en inburgering 2024-2029")
AGREEMENT_2019 = _document("Vlaams regeerakkoord 2019-2024")
ANNUAL_REPORT_2019 = _document("Jaarverslag 2019 van het Agentschap Integratie en Inburgering")
DECREE_2013 = _document("Decreet van 7 juni 2013 betreffende het Vlaamse integratie- en inburgeringsbeleid")
DECREE_2015 = _document("Decreet van 29 mei 2015 tot wijziging van het decreet van 7 juni 2013")
DECREE_2021 = _document("Decreet van 9 juli 2021 tot wijziging van het decreet van 7 juni 2013")
DECREE_2024 = _document("Decreet van 3 mei 2024 over bedienaars van erediensten")
ORDER_2016 = _document("Besluit van de Vlaamse Regering van 29 januari 2016")
ADULT_EDUCATION_2022 = _document("Decreet van 24 juni 2022 over het volwassenenonderwijs")
COURT_115_2023 = _document("Grondwettelijk Hof, arrest 115/2023 van 20 juli 2023")
BRUSSELS_ORDINANCE = _document("Ordonnantie van 11 mei 2017, sinds 2024 van 20 juli 2023 (Brussel)")
BRUSSELS_CCC = _document("ccc-ggc.brussels")
BEWELCOME = _document("bewelcome.brussels")
DE_PLAL = _document("deplalaw.be")
KBI = _document("Kruispuntbank Inburgering, schema 01.00 en MAGDA-Mock")
AGII = _document("agii.be")
FOREIGNERS_LAW_SITE = _document("vreemdelingenrecht.be")
DECREE_DRAFT_2013 = _document("Ontwerp van het decreet van 7 juni 2013")
NT2_REGULATION = _document("Evaluatiereglement Nederlands verplichte inburgeraar")
CARE_DECREE_2021 = _document("Decreet van 18 juni 2021 over de Vlaamse sociale bescherming")
COURT_112_2023 = _document("Grondwettelijk Hof, arrest 112/2023 van 20 juli 2023")
RESIDENCE_ACT = _document("Verblijfswet van 15 december 1980")
POLICY_SITE = _document("integratiebeleid.vlaanderen.be")
VLAANDEREN = _document("vlaanderen.be")
VVSG = _document("VVSG")
PRESS = _document("Pers")
GENERAL_KNOWLEDGE = _document("Algemene kennis, niet nagelezen")
"""The last resort: its confidence is `memory`."""
