"""The verbs of social orientation: wishes, seats, enrolment, attendance, tests and the decision."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from baken.accounts.roles import Group
from baken.foundation.codelists import codelist
from baken.foundation.errors import BadRequest, NotAllowed
from baken.ledger.facts import Fact
from baken.orientation.facts import (
    CourseCancelled,
    CourseEnrolled,
    CourseJoined,
    CourseLeft,
    CoursePlanned,
    CourseTestTaken,
    CourseWished,
    ExemptionTestTaken,
    LessonFollowed,
    MoDecided,
    SeatAnswered,
    SeatOffered,
)
from baken.ui.acting import Act, Ask, Case, Told, act, ask, asked_of, plain

MO: dict[str, Any] = {"group": Group.MO, "heading": "services"}
MOST_WISHES = 30
"""Facts told by one wish: every language with every time slot."""
OPEN_FOR = timedelta(days=120)
"""How long after a course began it is still offered in a list."""
MOST_COURSES = 300


class OfMo(Act):
    """An act of the orientation part."""

    group = Group.MO
    heading = "services"


@act
class Wish(OfMo):
    """Which courses suit: languages, time slots, place, and what it takes to come."""

    name = "orientation.wish"
    label = gettext_lazy("Wens voor een cursus MO noteren")
    tells = CourseWished
    asks = (
        *asked_of(CourseWished, "occurred_on"),
        ask(CourseWished, "language", required=True),
        ask(CourseWished, "language", name="other_language", label=gettext_lazy("Of in deze taal")),
        ask(CourseWished, "language", name="third_language", label=gettext_lazy("Of in deze taal")),
        Ask("time_slots", "codes", gettext_lazy("Lesmomenten"), codelist="time_slot", required=False),
        *asked_of(CourseWished, "municipality", "childcare", "transport"),
    )

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """A wish that suits every moment names none."""
        if len(_languages(given)) * len(given["time_slots"]) > MOST_WISHES:
            raise BadRequest(
                _("Dat zijn te veel wensen samen."), _("Past elk lesmoment? Laat de lesmomenten dan leeg.")
            )

    def told(self, case: Case, given: Mapping[str, Any]) -> Told:
        """One fact for every language with every time slot."""
        pairs = [(language, slot) for language in _languages(given) for slot in given["time_slots"] or (None,)]
        wished = [self.fact(CourseWished, case, given, language=language, time_slot=slot) for language, slot in pairs]
        return Told(wished)


def _languages(given: Mapping[str, Any]) -> list[str]:
    named = (given[name] for name in ("language", "other_language", "third_language"))
    return list(dict.fromkeys(code for code in named if code))


# ------------------------------------------------------------------------------------------------ seats in courses


def _course() -> Ask:
    return Ask("course", "choice", gettext_lazy("Cursus"), choices=lambda case: planned(case))


def planned(case: Case) -> list[tuple[int, str]]:
    """(number, in words) of the planned courses that did not begin long ago."""
    gone = CourseCancelled.objects.filter(retracted_in__isnull=True).values("course")
    standing = CoursePlanned.objects.filter(retracted_in__isnull=True, starts_on__gte=case.on - OPEN_FOR)
    listed = standing.exclude(course__in=gone).order_by("starts_on", "id")[:MOST_COURSES]
    return [(one.course, in_words(one)) for one in listed]


def in_words(course: CoursePlanned) -> str:
    """`MO-12, Arabisch, Antwerpen, maandag ochtend, vanaf 03/03/2026`."""
    language = "en" if get_language() == "en" else "nl"
    coded = (("language", course.language), ("municipality", course.municipality), ("time_slot", course.time_slot))
    names = [codelist(name).label(code, language) for name, code in coded if code]
    begins = [_("vanaf %(day)s") % {"day": f"{course.starts_on:%d/%m/%Y}"}] if course.starts_on else []
    return ", ".join([course.number or str(course.course), *names, *begins])


@act
class OfferSeat(OfMo):
    """A seat in a planned course."""

    name = "orientation.offer_seat"
    label = gettext_lazy("Plaats in een cursus MO aanbieden")
    tells = SeatOffered
    asks = (*asked_of(SeatOffered, "occurred_on"), _course())


@act
class AnswerSeat(OfMo):
    """The person accepts the seat or not."""

    name = "orientation.answer_seat"
    label = gettext_lazy("Antwoord op een plaats noteren")
    tells = SeatAnswered
    asks = (
        *asked_of(SeatAnswered, "occurred_on"),
        Ask("course", "choice", gettext_lazy("Cursus"), choices=lambda case: _among(_unanswered(case))),
        *asked_of(SeatAnswered, "accepted"),
    )

    def offered(self, case: Case) -> bool:
        """While an offer waits."""
        return bool(_unanswered(case))


@act
class Join(OfMo):
    """The person started in a course."""

    name = "orientation.join"
    label = gettext_lazy("Start in een cursus MO noteren")
    tells = CourseJoined
    asks = (*asked_of(CourseJoined, "occurred_on"), _course())

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """Once in each course."""
        if given["course"] in joined(case):
            raise NotAllowed(_("De persoon volgt die cursus al."))


@act
class Leave(OfMo):
    """The person stopped before the end."""

    name = "orientation.leave"
    label = gettext_lazy("Uitschrijven uit een cursus MO")
    tells = CourseLeft
    asks = (
        *asked_of(CourseLeft, "occurred_on"),
        Ask("course", "choice", gettext_lazy("Cursus"), choices=lambda case: _among(joined(case))),
        *asked_of(CourseLeft, "reason"),
    )

    def offered(self, case: Case) -> bool:
        """While somebody is in a course."""
        return bool(joined(case))


def joined(case: Case) -> list[int]:
    """The courses in which the person started and did not leave, the last first."""
    return case.running(CourseJoined, "course", CourseLeft)


def _unanswered(case: Case) -> list[int]:
    return case.running(SeatOffered, "course", SeatAnswered)


def _among(numbers: list[int]) -> list[tuple[int, str]]:
    courses = CoursePlanned.objects.filter(course__in=numbers, retracted_in__isnull=True)
    named = {one.course: in_words(one) for one in courses}
    return [(number, named.get(number, str(number))) for number in numbers]


# ------------------------------------------------------------------------------------------------ following


plain(
    "orientation.enrol",
    gettext_lazy("Inschrijving in een cursus MO noteren"),
    CourseEnrolled,
    "individual",
    "number",
    "language!",
    "lesson_place",
    "starts_on!",
    "ends_on",
    intro=gettext_lazy("Voor een individuele cursus, of een cursus die niet in Baken gepland is."),
    **MO,
)
KINDS = {"course": gettext_lazy("cursus"), "course_enrolment": gettext_lazy("inschrijving")}


def followed(case: Case) -> list[tuple[str, str]]:
    """(kind and number, in words) of what the person follows: planned courses, and enrolments elsewhere."""
    enrolled = [row for row in case.rows(CourseEnrolled) if row["left_on"] is None]
    names = {
        row["course_enrolment"]: row["number"] or f"{row['starts_on'] or row['occurred_on']:%d/%m/%Y}"
        for row in enrolled
    }
    told = [(f"course-{number}", name) for number, name in _among(joined(case))]
    return told + [(f"course_enrolment-{n}", f"{KINDS['course_enrolment']} {name}") for n, name in names.items()]


@act
class Attend(OfMo):
    """Presence at a lesson."""

    name = "orientation.attend"
    label = gettext_lazy("Aanwezigheid in een les MO noteren")
    tells = LessonFollowed
    asks = (
        *asked_of(LessonFollowed, "occurred_on"),
        Ask("followed", "choice", gettext_lazy("Cursus"), choices=lambda case: followed(case)),
        *asked_of(LessonFollowed, "presence!"),
        ask(LessonFollowed, "minutes_present", low=0, high=720),
    )

    def offered(self, case: Case) -> bool:
        """While a course is followed."""
        return bool(followed(case))

    def fact(self, model: type[Fact], case: Case, given: Mapping[str, Any], **more: Any) -> Fact:
        """In the course chosen."""
        kind, _sep, number = given["followed"].partition("-")
        return super().fact(model, case, given, **{kind: int(number), **more})


@act
class RecordTest(OfMo):
    """The MO test at the end of a course."""

    name = "orientation.record_test"
    label = gettext_lazy("Test MO noteren")
    tells = CourseTestTaken
    asks = (
        *asked_of(CourseTestTaken, "occurred_on"),
        Ask("course", "choice", gettext_lazy("Cursus"), required=False, choices=lambda case: _among(joined(case))),
        ask(CourseTestTaken, "score", label=gettext_lazy("Score op 100"), low=0, high=100),
        ask(CourseTestTaken, "practice_correct", low=0, high=30),
        ask(CourseTestTaken, "values_correct", low=0, high=11),
        *asked_of(CourseTestTaken, "passed"),
    )


plain(
    "orientation.record_exemption_test",
    gettext_lazy("Vrijstellingstoets MO noteren"),
    ExemptionTestTaken,
    "outcome",
    **MO,
)


@act
class Decide(OfMo):
    """The decision on the part."""

    name = "orientation.decide"
    label = gettext_lazy("Besluit MO noteren")
    tells = MoDecided
    asks = (
        *asked_of(MoDecided, "occurred_on"),
        ask(MoDecided, "decision", initial=lambda case: case.value("mo_decision")),
    )

    def check(self, case: Case, given: Mapping[str, Any]) -> None:
        """Not passed without a test where the law asks one."""
        if given["decision"] == "passed" and case.suppose(mo_goals_reached=True).value("mo_result") is False:
            raise NotAllowed(_("De wet vraagt ook dat de persoon slaagt voor de test MO."), _("Noteer eerst de test."))
