"""From infringement to fine: notice, defence, decision, range of the fine. Brussels has its own (chapter brussels)."""

from baken.law.content.sources import (
    AGII,
    ANNUAL_REPORT_2019,
    GENERAL_KNOWLEDGE,
    KBI,
    POLICY_NOTE_2024,
    POLICY_SITE,
    PRESS,
    VLAANDEREN,
)
from baken.law.rules import Chapter
from baken.law.words import (
    all_of,
    any_of,
    by,
    count,
    days_after,
    decide,
    happened,
    months_after,
    not_,
    working_day,
)

chapter = Chapter("enforcement", "Handhaving", "Enforcement")


@chapter.rule(
    "vatbaarheid voor een boete",
    "liability to a fine",
    POLICY_SITE("Handhaving inburgeringsbeleid", "EF-01"),
    by="infringement_on",
    state="ended",
    note="Ook wie er recht op had, moest een ondertekend contract naleven.",
)
def sanctionable(region, obliged, signed_on):
    return any_of(obliged, all_of(region == "flanders", happened(signed_on)))


@sanctionable.since(
    "2022-03-01",
    VLAANDEREN("Inburgering, Handhaving", "EF-01"),
    PRESS("Nieuwsblad en VRT, 26 maart 2023"),
    confidence="M",
    note="Alleen wie verplicht is. De Vlaamse boetes gelden niet in Brussel.",
)
def sanctionable_2022(obliged):
    return obliged


@chapter.rule(
    "laattijdige aanmelding",
    "late report",
    AGII("Welke verplichtingen heeft de inburgeraar?"),
    KBI("Inbreuk, soort 1"),
)
def reported_late(obliged, on, report_by, reported_on):
    return all_of(obliged, on > report_by, not_(by(reported_on, report_by)))


@chapter.rule(
    "laattijdige inschrijving bij VDAB of Actiris",
    "late registration with VDAB or Actiris",
    AGII("Welke verplichtingen heeft de inburgeraar?", "VD-01"),
    note="Een doel van het traject, dus een plicht van wie sinds 1 maart 2022 verplicht werd.",
)
def job_service_late(new_duty, job_service_required, on, job_service_by, job_service_in_time):
    return all_of(new_duty, job_service_required, on > job_service_by, not_(job_service_in_time))


@chapter.rule(
    "onregelmatige deelname aan MO",
    "irregular participation in MO",
    AGII("Welke verplichtingen heeft de inburgeraar?"),
)
def mo_irregular(mo_course_started_on, mo_attended_regularly):
    return all_of(happened(mo_course_started_on), not_(mo_attended_regularly))


@chapter.rule(
    "onregelmatige deelname aan NT2",
    "irregular participation in NT2",
    AGII("Welke verplichtingen heeft de inburgeraar?"),
)
def nt2_irregular(nt2_course_started_on, nt2_attended_regularly):
    return all_of(happened(nt2_course_started_on), not_(nt2_attended_regularly))


@chapter.rule(
    "onregelmatige deelname aan het traject",
    "irregular participation in the programme",
    AGII("Welke verplichtingen heeft de inburgeraar?"),
    PRESS("Nieuwsblad, 26 maart 2023"),
    note="De plicht van vóór 1 maart 2022, en van wie toen een contract naleefde zonder verplicht te zijn.",
)
def irregular_participation(sanctionable, new_duty, mo_irregular, nt2_irregular):
    return all_of(sanctionable, not_(new_duty), any_of(mo_irregular, nt2_irregular))


@chapter.rule(
    "doelen van het contract niet behaald",
    "goals of the contract not reached",
    AGII("Welke verplichtingen heeft de inburgeraar?"),
    VLAANDEREN("Inburgering, Handhaving"),
    note="Vastgesteld wanneer het contract eindigt.",
)
def goals_missed(new_duty, contract_ended_on, programme_reached, duty_fulfilled):
    return all_of(new_duty, happened(contract_ended_on), not_(programme_reached), not_(duty_fulfilled))


@chapter.rule(
    "schending van de plicht tot het traject",
    "breach of the duty of the programme",
    AGII("Welke verplichtingen heeft de inburgeraar?"),
)
def programme_breached(reported_late, job_service_late, irregular_participation, goals_missed):
    return any_of(reported_late, job_service_late, irregular_participation, goals_missed)


@chapter.rule(
    "rustende of vervulde plicht",
    "duty at rest or fulfilled",
    AGII("Welke verplichtingen heeft de inburgeraar?"),
)
def duty_rests(duty_exempt, duty_suspended, duty_fulfilled):
    return any_of(duty_exempt, duty_suspended, duty_fulfilled)


@chapter.rule(
    "mogelijke inbreuk",
    "possible infringement",
    ANNUAL_REPORT_2019("Figuur 18", "EF-01"),
    AGII("Welke verplichtingen heeft de inburgeraar?"),
)
def infringement_possible(programme_breached, duty_rests, b1_overdue):
    return any_of(all_of(programme_breached, not_(duty_rests)), b1_overdue)


@chapter.rule(
    "gegrondheid van de vastgestelde inbreuk",
    "soundness of the infringement found",
    KBI("Inbreuk, soort 1 tot 8"),
    ANNUAL_REPORT_2019("Figuur 18", "EF-01"),
    note="Of iemand meewerkte aan intake of onderzoek, oordeelt het agentschap.",
)
def infringement_grounded(
    infringement_kind, reported_late, irregular_participation, goals_missed, job_service_late, b1_overdue
):
    return decide(
        (infringement_kind == "not_registered_in_time", reported_late),
        (infringement_kind == "no_regular_participation", irregular_participation),
        (infringement_kind == "goals_not_reached", any_of(goals_missed, job_service_late)),
        (infringement_kind == "b1_not_shown", b1_overdue),
        otherwise=True,
    )


@chapter.rule(
    "vastgestelde en niet herstelde inbreuk",
    "infringement found and not remedied",
    ANNUAL_REPORT_2019("Figuur 18", "EF-01"),
    KBI("Rechtzettingsformulier"),
)
def infringement_stands(sanctionable, infringement_on, remedied_on):
    return all_of(sanctionable, happened(infringement_on), not_(happened(remedied_on)))


@chapter.rule(
    "nodige ingebrekestelling",
    "formal notice due",
    KBI("Ingebrekestelling INB10 (BRI106)"),
    note="Wat het register toont; het artikel is niet nagelezen.",
)
def notice_due(infringement_stands, notice_sent_on):
    return all_of(infringement_stands, not_(happened(notice_sent_on)))


@chapter.rule(
    "doorsturing naar de handhavingsambtenaar",
    "forwarding to the enforcement officer",
    ANNUAL_REPORT_2019("Figuur 18", "EF-01"),
    POLICY_NOTE_2024("Context van ons Integratie- en Inburgeringsbeleid", "EF-01"),
)
def forwarding_possible(infringement_stands, notice_sent_on, forwarded_on):
    return all_of(infringement_stands, happened(notice_sent_on), not_(happened(forwarded_on)))


@chapter.rule(
    "uiterste dag voor het verweer",
    "last day for the defence",
    GENERAL_KNOWLEDGE("Verweertermijn; een einddag in het weekend of op een feestdag schuift op"),
    confidence="memory",
    note="Dat er verweer is, staat vast; de termijn en haar begin zijn niet gepubliceerd.",
)
def defence_by(notice_sent_on, defence_days):
    return working_day(days_after(notice_sent_on, defence_days))


@chapter.rule(
    "mogelijk verweer",
    "possible defence",
    POLICY_SITE("Handhaving inburgeringsbeleid", "EF-02"),
)
def defence_possible(infringement_stands, notice_sent_on, fine_imposed):
    return all_of(infringement_stands, happened(notice_sent_on), not_(fine_imposed))


@chapter.rule(
    "gehoord of verstreken verweer",
    "defence heard or lapsed",
    POLICY_SITE("Handhaving inburgeringsbeleid", "EF-02"),
)
def defence_closed(defence_received_on, on, defence_by):
    return any_of(happened(defence_received_on), on > defence_by)


@chapter.rule(
    "mogelijke boete",
    "possible fine",
    POLICY_NOTE_2024("Context van ons Integratie- en Inburgeringsbeleid", "EF-02"),
    POLICY_SITE("Handhaving inburgeringsbeleid"),
    note="De handhavingsambtenaar beslist op grond van de inbreuk, het dossier en het verweer.",
)
def fine_possible(infringement_stands, forwarded_on, defence_closed, fine_imposed):
    return all_of(infringement_stands, happened(forwarded_on), defence_closed, not_(fine_imposed))


@chapter.rule(
    "opgelegde boete",
    "imposed fine",
    POLICY_NOTE_2024("Context van ons Integratie- en Inburgeringsbeleid", "EF-02"),
)
def fine_imposed(fined_on):
    return happened(fined_on)


@chapter.rule(
    "laagste boete",
    "lowest fine",
    VLAANDEREN("Inburgering, Handhaving", "EF-02"),
)
def fine_minimum(sanctionable, minimum_fine):
    return decide((sanctionable, minimum_fine), otherwise=0)


@chapter.rule(
    "hoogste boete",
    "highest fine",
    VLAANDEREN("Inburgering, Handhaving", "EF-02"),
)
def fine_maximum(sanctionable, maximum_fine):
    return decide((sanctionable, maximum_fine), otherwise=0)


@chapter.rule(
    "herhaalde inbreuk",
    "repeated infringement",
    PRESS("Persbericht 29 maart 2011; antwoorden van ministers 2021-2024"),
    confidence="M",
    note="De boete stijgt met elke nieuwe inbreuk; de schaal zelf is niet gepubliceerd.",
)
def infringement_repeated(infringements):
    return count(infringements) > 1


@chapter.rule(
    "uiterste dag om de boete te betalen",
    "last day to pay the fine",
    PRESS("Antwoord van de minister, 11 maart 2021"),
    confidence="M",
    note="Na een maand zonder betaling volgt een aanmaning, daarna de Vlaamse Belastingdienst.",
)
def pay_fine_by(fined_on, pay_fine_months):
    return months_after(fined_on, pay_fine_months)


@chapter.rule(
    "aanmaning voor de boete",
    "reminder for the fine",
    PRESS("Antwoord van de minister, 11 maart 2021"),
    confidence="M",
)
def fine_reminder_due(on, pay_fine_by, fine_paid_on):
    return all_of(on > pay_fine_by, not_(happened(fine_paid_on)))


@chapter.rule(
    "blijvende plicht na de boete",
    "duty that remains after the fine",
    POLICY_SITE("Handhaving inburgeringsbeleid"),
    note="Een nieuw inbreukdossier kan volgen.",
)
def duty_remains(fine_imposed, duty_runs):
    return all_of(fine_imposed, duty_runs)


@chapter.rule(
    "dossier gesloten door betaling",
    "file closed by payment",
    POLICY_SITE("Handhaving inburgeringsbeleid"),
    confidence="M",
    note="Voor wie recht op inburgering had zonder ertoe verplicht te zijn.",
)
def closed_by_payment(obliged, fine_paid_on):
    return all_of(not_(obliged), happened(fine_paid_on))


@chapter.rule(
    "uiterste dag voor beroep tegen de boete",
    "last day to appeal against the fine",
    GENERAL_KNOWLEDGE("Annulatieberoep bij de Raad van State binnen 60 dagen"),
    confidence="memory",
)
def fine_appeal_by(fined_on, fine_appeal_days):
    return days_after(fined_on, fine_appeal_days)


@chapter.rule(
    "voorlegging aan de commissie langdurige trajecten",
    "submission to the commission for long paths",
    ANNUAL_REPORT_2019("Langdurige trajecten", "EF-03"),
    since="2016-01-01",
    note="Opgericht in 2016; haar eerste dag is niet gepubliceerd.",
)
def long_path_possible(passive_file, long_path_closed_on):
    return all_of(passive_file, not_(happened(long_path_closed_on)))
