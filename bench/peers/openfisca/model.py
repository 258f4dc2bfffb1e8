"""Twenty rules of Baken's law as an OpenFisca country, written for OpenFisca: runs in its own environment.

What a person's own date decides (contract, enrolment) is compared by hand here, as OpenFisca computes everybody at one
period. An event that has not happened is a day far away.
"""

from datetime import date

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

NEVER = np.datetime64("9999-12-31", "D")
Person = build_entity(key="person", plural="persons", label="Person", is_person=True)


def day(text: str) -> np.datetime64:
    return np.datetime64(text, "D")


class Region(Enum):
    flanders, brussels, wallonia, elsewhere = "flanders", "brussels", "wallonia", "elsewhere"


class ExemptionGround(Enum):
    none, age, illness, certificate = "none", "age", "illness", "certificate"
    diploma, education, temporary, other = "diploma", "education", "temporary", "other"


class FeeItem(Enum):
    mo_course, mo_test, nt2_course, nt2_test, b1_test = "mo_course", "mo_test", "nt2_course", "nt2_test", "b1_test"


class FeeGround(Enum):
    none, unaccompanied_minor, social_welfare = "none", "unaccompanied_minor", "social_welfare"
    jobseeker, detained, brussels = "jobseeker", "detained", "brussels"
    payment_difficulty, other = "payment_difficulty", "other"


class Level(Enum):
    a1, a2 = "a1", "a2"


ENUMS = {"region": Region, "exemption_ground": ExemptionGround, "fee_item": FeeItem, "fee_ground": FeeGround}
DAYS = ("birth_date", "signed_on", "exempted_on", "earlier_certificate_on", "enrolled_on")


def fact(name, kind, **more):
    told = {"value_type": kind, "entity": Person, "definition_period": DateUnit.ETERNITY, "label": name, **more}
    return type(name, (Variable,), told)


FACTS = (
    *(fact(name, Enum, possible_values=enum, default_value=next(iter(enum))) for name, enum in ENUMS.items()),
    *(fact(name, date) for name in DAYS),
    fact("may_work", bool),
    fact("attempt", int),
)


def rule(value_type=bool, **more):
    """A formula as a variable of the person on a day."""

    def make(formula):
        told = {
            "value_type": value_type,
            "entity": Person,
            "definition_period": DateUnit.DAY,
            "label": formula.__name__,
        }
        return type(formula.__name__, (Variable,), told | more | {"formula": formula})

    return make


def age(born, on):
    """Whole years, from days."""
    born_month = born.astype("datetime64[M]")
    on_month = on.astype("datetime64[M]")
    months = (on_month - born_month).astype(int)
    early = (on - on_month.astype("datetime64[D]")) < (born - born_month.astype("datetime64[D]"))
    return (months - early) // 12


@rule()
def under_65(person, period, parameters):
    on = np.datetime64(str(period.start), "D")
    return age(person("birth_date", period), on) < parameters(period).upper_age


@rule()
def exempt_by_age(person, period):
    return ~person("under_65", period)


@rule()
def exempt_by_illness(person, period):
    return person("exemption_ground", period) == ExemptionGround.illness


@rule()
def exempt_by_schooling(person, period):
    ground = person("exemption_ground", period)
    earlier = person("earlier_certificate_on", period) < NEVER
    return earlier | (ground == ExemptionGround.certificate) | (ground == ExemptionGround.education)


@rule()
def exempt_by_diploma(person, period):
    return person("exemption_ground", period) == ExemptionGround.diploma


@rule()
def exempt_by_temporary_stay(person, period):
    return person("exemption_ground", period) == ExemptionGround.temporary


@rule()
def duty_exempt(person, period):
    return (
        (person("exempted_on", period) < NEVER)
        | person("exempt_by_age", period)
        | person("exempt_by_illness", period)
        | person("exempt_by_schooling", period)
        | person("exempt_by_diploma", period)
        | person("exempt_by_temporary_stay", period)
    )


@rule(date)
def contract_day(person, period):
    signed = person("signed_on", period)
    return np.where(signed < NEVER, signed, np.datetime64(str(period.start), "D"))


@rule()
def declaration_of_rights(person, period):
    return (person("contract_day", period) >= day("2022-03-01")) & (person("region", period) == Region.flanders)


@rule()
def with_participation_part(person, period):
    return person("contract_day", period) >= day("2023-01-01")


@rule(Enum, possible_values=Level, default_value=Level.a1)
def nt2_level(person, period):
    return np.where(person("contract_day", period) < day("2016-02-29"), Level.a1, Level.a2)


@rule(date)
def job_service_by(person, period, parameters):
    signed, later = person("signed_on", period), parameters(period).job_service_days
    due = np.where(signed < NEVER, signed + np.timedelta64(int(later), "D"), NEVER)
    return np.where(person("contract_day", period) < day("2022-03-01"), NEVER, due)


@rule()
def of_working_age(person, period, parameters):
    at = person("contract_day", period)
    years = age(person("birth_date", period), at)
    changes = ("2025-02-01", "2030-02-01")
    limits = [parameters(start).working_age_to for start in ("2022-03-01", *changes)]
    limit = np.select([at < day(change) for change in changes], limits[:-1], limits[-1])
    return (years >= parameters(period).working_age_from) & (years < limit)


@rule()
def work_possible(person, period):
    return person("may_work", period) & person("of_working_age", period)


@rule()
def with_work_part(person, period):
    return (person("contract_day", period) >= day("2022-03-01")) & person("work_possible", period)


@rule()
def fee_contract(person, period):
    signed = person("signed_on", period)
    own = (signed < NEVER) & (person("region", period) == Region.flanders)
    return own & (person("contract_day", period) >= day("2023-09-01"))


@rule()
def fee_exempt(person, period):
    ground, enrolled = person("fee_ground", period), person("enrolled_on", period)
    at = np.where(enrolled < NEVER, enrolled, np.datetime64(str(period.start), "D"))
    listed = (ground != FeeGround.none) & (ground != FeeGround.payment_difficulty)
    return (at >= day("2023-09-01")) & listed


@rule()
def course_again(person, period):
    item = person("fee_item", period)
    return ((item == FeeItem.mo_course) | (item == FeeItem.nt2_course)) & (person("attempt", period) > 1)


@rule()
def fee_due(person, period):
    priced = person("fee_item", period) != FeeItem.b1_test
    due = person("fee_contract", period) & priced
    return due & ~person("fee_exempt", period) & ~person("course_again", period)


@rule(int)
def fee(person, period, parameters):
    item, fees = person("fee_item", period), parameters(period).fees
    amounts = [fees.mo_course, fees.mo_test, fees.nt2_course]
    items = [item == FeeItem.mo_course, item == FeeItem.mo_test, item == FeeItem.nt2_course]
    return person("fee_due", period) * np.select(items, amounts, fees.nt2_test)


RULES = (
    under_65, exempt_by_age, exempt_by_illness, exempt_by_schooling, exempt_by_diploma, exempt_by_temporary_stay,
    duty_exempt, contract_day, declaration_of_rights, with_participation_part, nt2_level, job_service_by,
    of_working_age, work_possible, with_work_part, fee_contract, fee_exempt, course_again, fee_due, fee,
)  # fmt: skip


def dated(**values):
    return {"values": {since.replace("_", "-")[1:]: {"value": value} for since, value in values.items()}}


PARAMETERS = {
    "upper_age": dated(_2013_06_07=65),
    "job_service_days": dated(_2022_03_01=60),
    "working_age_from": dated(_2022_03_01=15),
    "working_age_to": dated(_2022_03_01=65, _2025_02_01=66, _2030_02_01=67),
    "fees": {name: dated(_2023_09_01=9000) for name in ("mo_course", "mo_test", "nt2_course", "nt2_test")},
}


def country() -> TaxBenefitSystem:
    system = TaxBenefitSystem([Person])
    system.add_variables(*FACTS, *RULES)
    system.parameters = ParameterNode("", data=PARAMETERS)
    return system
