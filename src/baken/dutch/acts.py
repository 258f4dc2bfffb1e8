"""The verbs of Dutch: interview, tests, advice, wishes, enrolment, results, levels and appeals."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from baken.accounts.roles import Group
from baken.dutch.facts import (
    PARTS,
    AdviceGiven,
    AlfaModulePassed,
    AppealDecided,
    AppealLodged,
    AvailabilityStated,
    Enrolled,
    InterviewHeld,
    LearningAbilityAssessed,
    LessonFollowed,
    LevelCertified,
    ModuleDecided,
    PostcodePreferred,
    PreferencesStated,
    TestPartTaken,
    TestTaken,
    TimeSlotPreferred,
)
from baken.foundation.codelists import codelist
from baken.foundation.errors import BadRequest, NotAllowed
from baken.ledger.facts import Fact
from baken.ui.acting import Act, Ask, Case, Told, act, ask, asked_of, plain

NT2: dict[str, Any] = {"group": Group.NT2, "heading": "services"}
CERTIFYING = ("certifying_a1_2", "certifying_b1_2", "nt2_standard_test")
"""Tests in four parts."""

plain("dutch.hold_interview", gettext_lazy("Gesprek NT2 noteren"), InterviewHeld, "kind", **NT2)
plain("dutch.advise", gettext_lazy("Advies NT2 geven"), AdviceGiven, "advice!", **NT2)
plain("dutch.certify_level", gettext_lazy("Behaald niveau Nederlands noteren"), LevelCertified, "level", "oral", **NT2)
plain("dutch.pass_alfa_module", gettext_lazy("Alfamodule noteren"), AlfaModulePassed, "module", **NT2)
plain(
    "dutch.assess_learning",
    gettext_lazy("Leervaardigheid noteren"),
    LearningAbilityAssessed,
    "limited",
    group=Group.HEALTH,
    heading="services",
)


class OfDutch(Act):
    """An act of the part Dutch."""

    group = Group.NT2
    heading = "services"


def _name(of: str, code: str | None) -> str:
    return codelist(of).label(code, "en" if get_language() == "en" else "nl") if code else ""


# ------------------------------------------------------------------------------------------------ wishes


@act
class Wish(OfDutch):
    """When and where lessons suit, and what it takes to come."""

    name = "dutch.wish"
    label = gettext_lazy("Wens voor lessen Nederlands noteren")
    tells = PreferencesStated
    tells_too = (AvailabilityStated, TimeSlotPreferred, PostcodePreferred)
    asks = (
        *asked_of(PreferencesStated, "occurred_on", "wished_start"),
        ask(PreferencesStated, "intensity", label=gettext_lazy("Dagdelen per week"), low=1, high=21),
        Ask("time_slots", "codes", gettext_lazy("Lesmomenten"), codelist="time_slot", required=False),
        ask(PostcodePreferred, "postcode", label=gettext_lazy("Postcode waar lessen passen"), high=4),
        *asked_of(PreferencesStated, "childcare", "transport"),
    )

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """A wish says something."""
        if given.get("postcode") and not given["postcode"].isdecimal():
            raise BadRequest(_("Een postcode telt vier cijfers."))
        if not any(value not in ("", None, []) for name, value in given.items() if name != "occurred_on"):
            raise BadRequest(_("Er is niets ingevuld."), _("Vul in wat u weet; de rest mag leeg blijven."))

    def told(self, case: Case, given: Mapping[str, Any]) -> Told:
        """The preferences, each time slot, and the place."""
        facts: list[Fact] = [self.fact(PreferencesStated, case, given)]
        day = {"occurred_on": given["occurred_on"]}
        if given.get("postcode"):
            facts.append(self.fact(PostcodePreferred, case, given))
        if given["time_slots"]:
            stated = self.fact(AvailabilityStated, case, day)
            facts.append(stated)
            for slot in given["time_slots"]:
                facts.append(
                    self.fact(TimeSlotPreferred, case, day, availability=stated.availability, time_slot=slot)  # type: ignore[attr-defined]
                )
        return Told(facts)


# ------------------------------------------------------------------------------------------------ tests


PASSED = (
    gettext_lazy("Geslaagd voor luisteren"),
    gettext_lazy("Geslaagd voor lezen"),
    gettext_lazy("Geslaagd voor spreken"),
    gettext_lazy("Geslaagd voor schrijven"),
)
"""What is asked of each of PARTS."""


@act
class TakeTest(OfDutch):
    """A placement or certifying test, with its parts where it has any."""

    name = "dutch.take_test"
    label = gettext_lazy("Taaltest noteren")
    tells = TestTaken
    tells_too = (TestPartTaken,)
    asks = (
        *asked_of(TestTaken, "occurred_on", "test_type!", "result!"),
        *(Ask(part, "truth", label, required=False) for part, label in zip(PARTS, PASSED, strict=True)),
    )

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """Parts belong to a certifying test; who passed it passed each part told."""
        parts = [given[part] for part in PARTS if given.get(part) is not None]
        if parts and given["test_type"] not in CERTIFYING:
            raise BadRequest(_("Alleen een certificerende test heeft vier delen."), _("Laat de delen leeg."))
        if given["result"] == "passed" and False in parts:
            raise BadRequest(_("Wie niet voor elk deel slaagt, is niet geslaagd voor de test."))

    def told(self, case: Case, given: Mapping[str, Any]) -> Told:
        """The test and its parts."""
        test = self.fact(TestTaken, case, given)
        day, number = {"occurred_on": given["occurred_on"]}, test.test  # type: ignore[attr-defined]
        told = {part: given[part] for part in PARTS if given.get(part) is not None}
        return Told(
            [test, *(self.fact(TestPartTaken, case, day, test=number, part=p, passed=v) for p, v in told.items())]
        )


# ------------------------------------------------------------------------------------------------ lessons


plain(
    "dutch.enrol",
    gettext_lazy("Inschrijving voor lessen Nederlands noteren"),
    Enrolled,
    "provider_type!",
    "level",
    "starts_on!",
    "ends_on",
    **NT2,
)


def _enrolment(numbers: Any) -> Ask:
    return Ask("enrolment", "choice", gettext_lazy("Inschrijving"), choices=lambda case: _among(case, numbers(case)))


def _among(case: Case, numbers: list[int]) -> list[tuple[int, str]]:
    rows = {row["enrolment"]: row for row in case.rows(Enrolled)}
    return [(number, _enrolled(rows[number])) for number in numbers]


def _enrolled(row: Mapping[str, Any]) -> str:
    named = [_name("provider_type", row["provider_type"]), _name("cefr", row["level"])]
    return ", ".join([*filter(None, named), f"{row['starts_on'] or row['occurred_on']:%d/%m/%Y}"])


def _following(case: Case) -> list[int]:
    """Enrolments without a result yet, the last first."""
    return case.running(Enrolled, "enrolment", ModuleDecided)


class OfEnrolment(OfDutch):
    """An act on an enrolment that has no result yet."""

    def offered(self, case: Case) -> bool:
        """While there is one."""
        return bool(_following(case))


@act
class Attend(OfEnrolment):
    """Presence at a lesson."""

    name = "dutch.attend"
    label = gettext_lazy("Aanwezigheid in een les Nederlands noteren")
    tells = LessonFollowed
    asks = (
        *asked_of(LessonFollowed, "occurred_on"),
        _enrolment(_following),
        *asked_of(LessonFollowed, "presence!"),
        ask(LessonFollowed, "minutes_present", low=0, high=720),
    )


@act
class DecideModule(OfEnrolment):
    """The result of an enrolment."""

    name = "dutch.decide_module"
    label = gettext_lazy("Resultaat van lessen Nederlands noteren")
    tells = ModuleDecided
    asks = (*asked_of(ModuleDecided, "occurred_on"), _enrolment(_following), *asked_of(ModuleDecided, "result"))


# ------------------------------------------------------------------------------------------------ appeals


@act
class LodgeAppeal(OfDutch):
    """The person appeals against the result of a test."""

    name = "dutch.lodge_appeal"
    label = gettext_lazy("Beroep tegen een taaltest noteren")
    tells = AppealLodged
    asks = (
        *asked_of(AppealLodged, "occurred_on"),
        Ask("test", "choice", gettext_lazy("Test"), choices=lambda case: _tests(case)),
    )

    def offered(self, case: Case) -> bool:
        """Where a test was taken."""
        return bool(case.rows(TestTaken))

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """Once against each test, and not before it."""
        if any(row["test"] == given["test"] for row in case.rows(AppealLodged)):
            raise NotAllowed(_("Tegen die test is al beroep ingediend."))
        test = next(row for row in case.rows(TestTaken) if row["test"] == given["test"])
        if given["occurred_on"] < test["occurred_on"]:
            raise BadRequest(_("Het beroep ligt vóór de test."))


@act
class DecideAppeal(OfDutch):
    """The committee decides."""

    name = "dutch.decide_appeal"
    label = gettext_lazy("Over een beroep beslissen")
    tells = AppealDecided
    asks = (
        *asked_of(AppealDecided, "occurred_on"),
        Ask("appeal", "choice", gettext_lazy("Beroep"), choices=lambda case: _appeals(case)),
        *asked_of(AppealDecided, "upheld"),
    )

    def offered(self, case: Case) -> bool:
        """While an appeal waits."""
        return bool(_appeals(case))


def _tests(case: Case) -> list[tuple[int, str]]:
    rows = sorted(case.rows(TestTaken), key=lambda row: row["occurred_on"], reverse=True)
    return [(row["test"], f"{_name('language_test', row['test_type'])} {row['occurred_on']:%d/%m/%Y}") for row in rows]


def _appeals(case: Case) -> list[tuple[int, str]]:
    waiting = set(case.running(AppealLodged, "appeal", AppealDecided))
    rows = [row for row in case.rows(AppealLodged) if row["appeal"] in waiting]
    return [(row["appeal"], _("beroep van %(day)s") % {"day": f"{row['occurred_on']:%d/%m/%Y}"}) for row in rows]
