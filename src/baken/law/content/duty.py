"""From when the duty runs, who is exempt, when it is suspended or postponed, what kind of duty it is.

The day on which the duty arose decides which duty it is (1 March 2022); the day of the contract decides whether results
or attendance count for the certificate (29 February 2016).
"""

from baken.law.content.ages import aged, later
from baken.law.content.sources import (
    AGII,
    AGREEMENT_2019,
    ANNUAL_REPORT_2019,
    DE_PLAL,
    GENERAL_KNOWLEDGE,
    KBI,
    ORDER_2016,
    POLICY_LETTER_2018,
    POLICY_NOTE_2024,
    VLAANDEREN,
)
from baken.law.expression import NEVER
from baken.law.rules import Chapter
from baken.law.words import all_of, any_of, days_after, days_in, decide, happened, months_after, not_, one_of

chapter = Chapter("duty", "Plicht", "Duty")

DUTIES = AGII("Welke verplichtingen heeft de inburgeraar?")
EXEMPT_PERSONS = VLAANDEREN("Vrijstelling van de inburgeringsplicht, zoals overgenomen op oudere pagina's")


@chapter.rule("inschrijving met verblijfsgrond", "registration with a ground of residence", DUTIES)
def settled_on(registered_in_flanders_on, residence_granted_on):
    return later(registered_in_flanders_on, residence_granted_on)


@chapter.rule(
    "dag van meerderjarigheid",
    "day of coming of age",
    DUTIES,
    confidence="L",
    note="Dat de plicht van wie als minderjarige kwam dan ontstaat, is afgeleid.",
)
def came_of_age_on(birth_date, adult_age):
    return months_after(birth_date, 12 * adult_age)


@chapter.rule("meerderjarig bij de inschrijving", "of age at registration", DUTIES)
def adult_when_settled(birth_date, birth_year, settled_on, adult_age):
    return aged(birth_date, birth_year, settled_on, adult_age)


@chapter.rule("ontstaan van de plicht", "day on which the duty arose", DUTIES)
def duty_started_on(obliged, newcomer_obliges, ministry_started_on, adult_when_settled, settled_on, came_of_age_on):
    return decide(
        (not_(obliged), NEVER),
        (not_(newcomer_obliges), ministry_started_on),
        (adult_when_settled, settled_on),
        otherwise=came_of_age_on,
    )


@chapter.rule(
    "plicht ontstaan vanaf 1 maart 2022",
    "duty that arose since 1 March 2022",
    DUTIES,
    since="2022-03-01",
    by="duty_started_on",
    note="De dag waarop de plicht ontstond telt, niet die van het contract.",
)
def new_duty(obliged):
    return obliged


@chapter.rule("plicht ontstaan vóór 1 maart 2022", "duty that arose before 1 March 2022", DUTIES)
def attendance_duty(obliged, new_duty):
    return all_of(obliged, not_(new_duty))


@chapter.rule(
    "resultaatsverbintenis",
    "result obligation",
    DE_PLAL("Vlaanderen start met hervormd inburgerings- en integratiebeleid"),
    POLICY_LETTER_2018("4.1. We verhogen de doeltreffendheid van inburgering", "OB-02"),
    ANNUAL_REPORT_2019("Geslaagd voor en regelmatige deelname aan MO", "CO-04"),
    ORDER_2016("inwerkingtreding op 29 februari 2016"),
    since="2016-02-29",
    by="signed_on",
    note="Wie eerder tekende, houdt de regelmatige deelname als maat.",
)
def result_obligation():
    return True


@chapter.rule("vrijgesteld door leeftijd", "exempt by age", EXEMPT_PERSONS, confidence="M")
def exempt_by_age(under_65):
    return not_(under_65)


@chapter.rule(
    "vrijgesteld door ernstige ziekte of handicap",
    "exempt by serious illness or disability",
    AGREEMENT_2019("Concrete voorstellen > Inhoudelijk:", "EX-01"),
    EXEMPT_PERSONS,
)
def exempt_by_illness(exemption_ground):
    return exemption_ground == "illness"


@chapter.rule(
    "vrijgesteld door eerder attest of scholing",
    "exempt by an earlier certificate or schooling",
    EXEMPT_PERSONS,
    confidence="M",
)
def exempt_by_schooling(earlier_certificate_on, exemption_ground):
    return any_of(happened(earlier_certificate_on), one_of(exemption_ground, "certificate", "education"))


@chapter.rule(
    "vrijgesteld door diploma",
    "exempt by a diploma",
    GENERAL_KNOWLEDGE("decreet van 7 juni 2013, art. 27, § 2"),
    confidence="memory",
    note="Belgisch of Nederlands diploma; de lijst van het decreet is niet gelezen.",
)
def exempt_by_diploma(exemption_ground):
    return exemption_ground == "diploma"


@chapter.rule(
    "vrijgesteld door tijdelijk verblijf",
    "exempt by temporary stay",
    EXEMPT_PERSONS,
    confidence="M",
    note="Tijdelijke arbeidsmigranten en studenten.",
)
def exempt_by_temporary_stay(exemption_ground):
    return exemption_ground == "temporary"


@chapter.rule(
    "vrijstelling van de plicht",
    "exemption from the duty",
    ANNUAL_REPORT_2019("Figuur 14: Aantal vrijstellingsattesten", "EX-02"),
    AGREEMENT_2019("Concrete voorstellen > Inhoudelijk:", "EX-01"),
)
def duty_exempt(
    exempted_on, exempt_by_age, exempt_by_illness, exempt_by_schooling, exempt_by_diploma, exempt_by_temporary_stay
):
    return any_of(
        happened(exempted_on),
        exempt_by_age,
        exempt_by_illness,
        exempt_by_schooling,
        exempt_by_diploma,
        exempt_by_temporary_stay,
    )


@chapter.rule(
    "vrijstellingsattest",
    "exemption certificate",
    ANNUAL_REPORT_2019("Figuur 14: Aantal vrijstellingsattesten", "EX-02"),
)
def exemption_certificate_due(entitled, duty_exempt, exempted_on):
    return all_of(entitled, duty_exempt, not_(happened(exempted_on)))


@chapter.rule(
    "erkende grond van opschorting",
    "recognised ground of suspension",
    GENERAL_KNOWLEDGE("gronden van opschorting"),
    KBI("Opschorting"),
    confidence="memory",
    note="De gronden en de duur staan niet in de teksten; bij een andere grond oordeelt de trajectbegeleider.",
)
def suspension_recognised(suspension_ground):
    return one_of(suspension_ground, "illness", "care", "pregnancy", "work", "study", "detention", "abroad")


@chapter.rule(
    "opschorting mogelijk",
    "suspension possible",
    ANNUAL_REPORT_2019("Figuur 16: Aantal attesten van opschorting", "SU-01"),
)
def suspension_possible(contract_runs, suspension_recognised):
    return all_of(contract_runs, suspension_recognised)


@chapter.rule(
    "opschorting",
    "suspension",
    ANNUAL_REPORT_2019("Figuur 16: Aantal attesten van opschorting", "SU-01"),
    note="Bewezen met een attest van opschorting.",
)
def duty_suspended(suspensions, on):
    return days_in(suspensions, on, days_after(on, 1)) > 0


@chapter.rule(
    "erkende reden van uitstel",
    "recognised reason of postponement",
    GENERAL_KNOWLEDGE("redenen van uitstel"),
    KBI("UitstelVanOndertekening (bijstand aan een ziek gezinslid of familielid)"),
    confidence="memory",
    note="Alleen de zorg voor een ziek familielid is in het register gezien.",
)
def postponement_recognised(postponement_ground):
    return one_of(postponement_ground, "illness", "care", "pregnancy", "work", "study", "abroad", "no_course")


@chapter.rule("uitstel van aanmelding loopt", "postponement of the report running", KBI("UitstelVanAanmelding"))
def report_postponed(report_postponed_until, on):
    return all_of(happened(report_postponed_until), on < report_postponed_until)


@chapter.rule("uitstel van ondertekening loopt", "postponement of the signing running", KBI("UitstelVanOndertekening"))
def sign_postponed(sign_postponed_until, on):
    return all_of(happened(sign_postponed_until), on < sign_postponed_until)


@chapter.rule(
    "plicht vervuld",
    "duty fulfilled",
    DUTIES,
    ANNUAL_REPORT_2019("bewijs van regelmatige deelname", "CE-04"),
    note="Regelmatige deelname volstaat alleen bij een plicht van vóór 1 maart 2022.",
)
def duty_fulfilled(programme_completed, attendance_duty, regular_participation_proven_on):
    return any_of(programme_completed, all_of(attendance_duty, happened(regular_participation_proven_on)))


@chapter.rule("lopende plicht", "running duty", DUTIES)
def duty_runs(obliged, duty_exempt, duty_suspended, duty_fulfilled):
    return all_of(obliged, not_(duty_exempt), not_(duty_suspended), not_(duty_fulfilled))


@chapter.rule(
    "oplegbare taalcursus",
    "language course that can be imposed",
    POLICY_NOTE_2024("OD 2.2: We versterken de Nederlandse taal", "OB-07"),
    note="Door inburgering, VDAB, OCMW en sociale huisvesting; meer gronden worden onderzocht.",
)
def language_course_imposable(obliged, job_service_on, welfare_project_on, social_tenant):
    return any_of(obliged, happened(job_service_on), happened(welfare_project_on), social_tenant)


@chapter.rule(
    "toeleiding door het OCMW",
    "guidance by the public welfare centre",
    POLICY_LETTER_2018("3.1. We versterken de regierol van de lokale besturen", "OB-08"),
    note="Met een geïndividualiseerd project voor maatschappelijke integratie (GPMI).",
)
def welfare_guidance(entitled, welfare_project_on):
    return all_of(entitled, happened(welfare_project_on))
