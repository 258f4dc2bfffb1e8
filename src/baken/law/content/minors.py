"""Minors guided to school, and the paths on a pilot footing for the young and for mothers who read little."""

from baken.law.content.ages import aged
from baken.law.content.sources import ANNUAL_REPORT_2019, HORIZONTAL_PLAN_2016, POLICY_LETTER_2018
from baken.law.rules import Chapter
from baken.law.words import all_of, any_of, decide, happened, months_after, not_, one_of, year_of

chapter = Chapter("minors", "Minderjarige nieuwkomers", "Minor newcomers")

MINORS_2019 = ANNUAL_REPORT_2019(
    "Minderjarige nieuwkomers en anderstalige kleuters krijgen een toeleidingstraject op maat", "TG-07"
)
PILOT_15_19 = ANNUAL_REPORT_2019("AMIF-project ‘Centrale begeleiding voor 15-19-jarige nieuwkomers’", "TG-08")
PILOT_MOTHERS = ANNUAL_REPORT_2019(
    "AMIF-project ‘Inburgering op maat voor laaggeletterde vrouwen met jonge kinderen’", "TG-09"
)
WIDENED = POLICY_LETTER_2018("4.3. We voorzien in een gericht aanbod naar minderjarige nieuwkomers", "TG-08")


@chapter.rule("kleuteroud of ouder", "of nursery age or older", MINORS_2019)
def of_nursery_age(birth_date, birth_year, on, minor_age_months):
    elapsed = year_of(on) - birth_year
    # The year of birth settles it, except for those born in the second or third year back.
    return all_of(elapsed > 1, any_of(elapsed > 3, months_after(birth_date, minor_age_months) <= on))


@chapter.rule("minderjarige nieuwkomer", "minor newcomer", MINORS_2019)
def minor_newcomer(of_nursery_age, adult, registered, nationality_group, belgian_born_abroad):
    foreign = one_of(nationality_group, "eu_plus", "third_country")
    return all_of(of_nursery_age, not_(adult), registered, any_of(foreign, belgian_born_abroad))


@chapter.rule("lagereschoolleeftijd bereikt", "primary school age reached", ANNUAL_REPORT_2019("Figuur 35", "TG-07"))
def of_primary_age(birth_date, birth_year, on, primary_age):
    return aged(birth_date, birth_year, on, primary_age)


@chapter.rule(
    "secundaireschoolleeftijd bereikt", "secondary school age reached", ANNUAL_REPORT_2019("Figuur 35", "TG-07")
)
def of_secondary_age(birth_date, birth_year, on, secondary_age):
    return aged(birth_date, birth_year, on, secondary_age)


@chapter.rule("leeftijdsgroep", "age group", ANNUAL_REPORT_2019("Figuur 35", "TG-07"))
def minor_age_group(minor_newcomer, of_secondary_age, of_primary_age):
    return decide(
        (not_(minor_newcomer), "not_applicable"),
        (of_secondary_age, "secondary"),
        (of_primary_age, "primary"),
        otherwise="nursery",
    )


@chapter.rule(
    "toeleiding naar onderwijs",
    "guidance to education",
    ANNUAL_REPORT_2019("Toeleiding minderjarigen", "MI-01"),
    POLICY_LETTER_2018("4.3. We voorzien in een gericht aanbod naar minderjarige nieuwkomers", "MI-01"),
    note="Of het kind al ingeschreven was, weet het register niet (DA-14).",
)
def school_guidance_due(minor_newcomer, guided_to_school_on):
    return all_of(minor_newcomer, not_(happened(guided_to_school_on)))


@chapter.rule(
    "recht op lager onderwijs zonder klassenraad",
    "right to primary school without the class council",
    HORIZONTAL_PLAN_2016(
        "Onderwijsbeleid voor woonwagenbewoners: kleuters, kinderen, jongeren en volwassenen", "MI-02"
    ),
    note="Regel van het onderwijs; anders beslist de klassenraad.",
)
def primary_school_by_right(
    adult, birth_date, birth_year, on, primary_right_age, nursery_half_days, nursery_half_days_needed
):
    old_enough = aged(birth_date, birth_year, on, primary_right_age)
    return all_of(not_(adult), any_of(old_enough, nursery_half_days >= nursery_half_days_needed))


@chapter.rule("leeftijd van het traject 15-19", "age of the 15-19 path", PILOT_15_19, WIDENED)
def of_path_age(birth_date, birth_year, on, path_age_from, path_age_before):
    return all_of(
        aged(birth_date, birth_year, on, path_age_from), not_(aged(birth_date, birth_year, on, path_age_before))
    )


@chapter.rule(
    "traject voor 15- tot 19-jarigen",
    "path for those of 15 to 19",
    PILOT_15_19,
    WIDENED,
    since="2015-10-01",
    state="ended",
    note="Proefproject van oktober 2015 tot en met augustus 2020.",
)
def path_15_19(of_path_age, registered, nationality_group):
    return all_of(of_path_age, registered, nationality_group == "third_country")


@path_15_19.since("2020-09-01", PILOT_15_19, note="Het project is afgelopen.")
def path_15_19_over():
    return False


@chapter.rule(
    "traject voor laaggeletterde moeders",
    "path for mothers who read little",
    PILOT_MOTHERS,
    POLICY_LETTER_2018("4.2. We bereiken meer personen van buitenlandse herkomst", "TG-09"),
    since="2015-10-01",
    state="ended",
    note="Proefproject van oktober 2015 tot en met augustus 2020.",
)
def low_literate_mothers_path(entitled, nationality_group, sex, literacy, young_children):
    return all_of(
        entitled,
        nationality_group == "third_country",
        sex == "f",
        one_of(literacy, "low_literate", "illiterate"),
        young_children,
    )


@low_literate_mothers_path.since("2020-09-01", PILOT_MOTHERS, note="Het project is afgelopen.")
def low_literate_mothers_path_over():
    return False
