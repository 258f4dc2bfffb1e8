"""The contract: who must sign, its parts, its terms, its declaration of rights and duties.

The day of the contract picks the parts; before it is signed, the day of deciding does.
"""

from baken.law.content.ages import later
from baken.law.content.sources import (
    AGII,
    AGREEMENT_2019,
    ANNUAL_REPORT_2019,
    FOREIGNERS_LAW_SITE,
    KBI,
    POLICY_NOTE_2024,
)
from baken.law.rules import Chapter
from baken.law.words import all_of, by, happened, months_after, not_

chapter = Chapter("contract", "Inburgeringscontract", "Contract")

DUTIES = AGII("Welke verplichtingen heeft de inburgeraar?")
CHANGES_2022 = AGII("Wijziging Vlaams inburgeringsdecreet: wat verandert (1 maart 2022)")
CHANGES_2023 = FOREIGNERS_LAW_SITE("Wijziging Vlaams inburgeringsdecreet: wat verandert, B (1 januari 2023)")
OFFER_2019 = ANNUAL_REPORT_2019("1.4 Ons aanbod", "PG-01")
FOUR_PARTS = POLICY_NOTE_2024("OD 1.1: We optimaliseren het inburgeringstraject", "PG-02")


@chapter.rule(
    "uiterste dag van aanmelding volgens het decreet",
    "last day to report by the decree",
    DUTIES,
    note="Drie maanden nadat de plicht ontstond; in de praktijk telt de brief.",
)
def report_by_decree(duty_started_on, report_months):
    return months_after(duty_started_on, report_months)


@chapter.rule(
    "uiterste dag van aanmelding",
    "last day to report",
    DUTIES,
    note="Vanaf de verzending van de aangetekende brief; zonder brief loopt de termijn niet.",
)
def report_by(letter_sent_on, report_months, report_postponed_until):
    return later(months_after(letter_sent_on, report_months), report_postponed_until)


@chapter.rule(
    "contract verplicht",
    "contract required",
    AGREEMENT_2019("Concrete voorstellen > Inhoudelijk:", "CO-01"),
    DUTIES,
)
def contract_required(duty_runs, sign_postponed):
    return all_of(duty_runs, not_(sign_postponed))


@chapter.rule(
    "contract mogelijk",
    "contract possible",
    ANNUAL_REPORT_2019("Lopende inburgeringscontracten naar doelgroep", "CO-06"),
)
def contract_possible(entitled):
    return entitled


@chapter.rule(
    "lopend contract",
    "running contract",
    ANNUAL_REPORT_2019("Lopende inburgeringscontracten naar doelgroep", "CO-06"),
)
def contract_runs(signed_on, contract_ended_on, on):
    return all_of(happened(signed_on), not_(by(contract_ended_on, on)))


@chapter.rule(
    "uiterste dag van ondertekening",
    "last day to sign",
    KBI("UitstelVanOndertekening"),
    note="Alleen een uitstel heeft een gekende einddag; een termijn om te tekenen is niet gevonden.",
)
def sign_by(sign_postponed_until):
    return sign_postponed_until


TERMS_AGREED = AGREEMENT_2019("Concrete voorstellen > Inhoudelijk:", "CO-02")


@chapter.rule(
    "uiterste dag van MO",
    "last day of MO",
    TERMS_AGREED,
    confidence="M",
    note="De termijn die in het contract is afgesproken; de teksten noemen er geen.",
)
def mo_by(mo_agreed_until):
    return mo_agreed_until


@chapter.rule(
    "uiterste dag van NT2",
    "last day of Dutch",
    TERMS_AGREED,
    confidence="M",
    note="De termijn die in het contract is afgesproken; de teksten noemen er geen.",
)
def nt2_by(nt2_agreed_until):
    return nt2_agreed_until


@chapter.rule(
    "verklaring van rechten en plichten",
    "declaration of rights and duties",
    CHANGES_2022,
    AGREEMENT_2019("Concrete voorstellen > Inhoudelijk:", "CO-03"),
    since="2022-03-01",
    by="signed_on",
    note="In Vlaanderen; voor Brussel was dit niet geregeld.",
)
def declaration_of_rights(region):
    return region == "flanders"


@chapter.rule(
    "maatschappelijke oriëntatie in het contract", "social orientation in the contract", OFFER_2019, FOUR_PARTS
)
def with_mo_part():
    return True


@chapter.rule("Nederlands in het contract", "Dutch in the contract", OFFER_2019, FOUR_PARTS)
def with_nt2_part():
    return True


@chapter.rule(
    "loopbaanoriëntatie in het contract",
    "career orientation in the contract",
    OFFER_2019,
    by="signed_on",
    state="ended",
)
def with_career_part():
    return True


@with_career_part.since(
    "2022-03-01",
    CHANGES_2022,
    confidence="M",
    note="De inschrijving bij VDAB of Actiris kwam in de plaats; de catalogus leest 2023 als einde (PG-01).",
)
def with_career_part_2022():
    return False


@chapter.rule(
    "werk in het contract",
    "work in the contract",
    CHANGES_2022,
    FOUR_PARTS,
    POLICY_NOTE_2024("OD 1.1: We optimaliseren het inburgeringstraject", "VD-02"),
    since="2022-03-01",
    by="signed_on",
    note="Voor wie mag werken en de beroepsactieve leeftijd heeft.",
)
def with_work_part(work_possible):
    return work_possible


@chapter.rule(
    "participatie- en netwerktraject in het contract",
    "participation and network path in the contract",
    CHANGES_2023,
    FOUR_PARTS,
    since="2023-01-01",
    by="signed_on",
    note="Voor wie het een plicht is, zegt het hoofdstuk Participatie- en netwerktraject.",
)
def with_participation_part():
    return True
