"""The work part: registration with VDAB or Actiris within the term."""

from baken.law.content.ages import aged
from baken.law.content.sources import AGII, AGREEMENT_2019, DECREE_2021, POLICY_NOTE_2024, VVSG
from baken.law.rules import Chapter
from baken.law.words import all_of, any_of, by, days_after, first_known, happened, not_

chapter = Chapter("work", "Werk", "Work")


@chapter.rule(
    "dag van het contract",
    "day of the contract",
    DECREE_2021("art. 2, beroepsactieve leeftijd"),
    note="Zolang er geen is, de dag waarop beslist wordt.",
)
def contract_day(signed_on, on):
    return first_known(signed_on, on)


@chapter.rule(
    "beroepsactieve leeftijd",
    "working age",
    DECREE_2021("art. 2, beroepsactieve leeftijd"),
    VVSG("Het nieuwe inburgeringsdecreet in een notendop"),
    by="signed_on",
    confidence="M",
    note="Van vijftien jaar tot de pensioenleeftijd.",
)
def of_working_age(birth_date, birth_year, contract_day, working_age_from, working_age_to):
    return all_of(
        aged(birth_date, birth_year, contract_day, working_age_from),
        not_(aged(birth_date, birth_year, contract_day, working_age_to)),
    )


@chapter.rule(
    "mogelijkheid om te werken",
    "possibility to work",
    AGII("Wijziging Vlaams inburgeringsdecreet: wat verandert", "VD-02"),
    VVSG("Het nieuwe inburgeringsdecreet in een notendop"),
)
def work_possible(may_work, of_working_age):
    return all_of(may_work, of_working_age)


@chapter.rule(
    "te verrichten inschrijving bij VDAB of Actiris",
    "registration with VDAB or Actiris still to be made",
    POLICY_NOTE_2024("OD 1.1: We optimaliseren het inburgeringstraject", "VD-02", "PG-02"),
    AGREEMENT_2019("Concrete voorstellen > Inhoudelijk:", "EX-06"),
    note="Zolang het contract loopt, behalve na een vrijstelling.",
)
def job_service_required(with_work_part, work_exempted_on, contract_ended_on):
    return all_of(with_work_part, not_(happened(work_exempted_on)), not_(happened(contract_ended_on)))


@chapter.rule(
    "uiterste dag van inschrijving bij VDAB of Actiris",
    "last day to register with VDAB or Actiris",
    AGII("Welke verplichtingen heeft de inburgeraar?", "VD-01"),
    VVSG("Het nieuwe inburgeringsdecreet in een notendop"),
    since="2022-03-01",
    by="signed_on",
    note="Geteld vanaf de ondertekening van het contract, de start van het traject.",
)
def job_service_by(signed_on, job_service_days):
    return days_after(signed_on, job_service_days)


@chapter.rule(
    "tijdige inschrijving bij VDAB of Actiris",
    "registration in time with VDAB or Actiris",
    AGII("Welke verplichtingen heeft de inburgeraar?", "VD-01", "VD-02"),
)
def job_service_in_time(job_service_on, job_service_by):
    return by(job_service_on, job_service_by)


@chapter.rule(
    "onderdeel werk behaald",
    "work part reached",
    POLICY_NOTE_2024("OD 1.1: We optimaliseren het inburgeringstraject", "VD-02", "PG-02"),
    AGREEMENT_2019("Concrete voorstellen > Inhoudelijk:", "EX-06"),
    note="Ook wie zich te laat inschrijft, behaalt het onderdeel.",
)
def work_reached(job_service_on, work_exempted_on):
    return any_of(happened(job_service_on), happened(work_exempted_on))
