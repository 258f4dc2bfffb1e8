"""What a situation says, told by hand: choices among facts, ties, dossiers, cases, retractions, knowledge."""

from datetime import date
from typing import Any

import pytest

from baken.conftest import LedgerDatabase
from baken.dutch import facts as dutch
from baken.enforcement.facts import FineDecided, InfringementFound, NoticeSent
from baken.foundation.errors import BadRequest
from baken.law.content.facts import FACTS
from baken.law.expression import NEVER
from baken.ledger.append import append
from baken.ledger.facts import Fact
from baken.ledger.models import Append
from baken.ledger.situation.one import situation
from baken.orientation.facts import CoursePlanned, LessonFollowed
from baken.participation.facts import HoursLogged
from baken.people.facts import DossierOpened, NationalityHeld, PersonDescribed, ResidenceGranted, ResidenceRegistered
from baken.programme.facts import (
    CertificateIssued,
    ContractEnded,
    ContractResumed,
    ContractSigned,
    ContractSuspended,
    ExemptionCertified,
    InflowSeen,
    Registered,
    TargetGroupDetermined,
)
from baken.work.facts import Employed, Studied

LAW_FACTS = {fact.name: fact for fact in FACTS}
GENK, IXELLES, LIEGE = "71016", "21009", "62063"
MOROCCO, FRANCE, BELGIUM, BRITAIN = "354", "111", "150", "112"


def day(text: str) -> date:
    return date.fromisoformat(f"2024-{text}")


ON = day("06-30")


def tell(*facts: Fact, **more: Any) -> Append:
    return append(facts, by="test", source="test", **more)


def known(on: date = ON, dossier: int = 1, **more: Any) -> dict[str, Any]:
    return situation(dossier, LAW_FACTS, on, **more).facts


@pytest.fixture(autouse=True)
def ledger(ledger_db: LedgerDatabase) -> None:
    """Person 7 has the dossiers 1 and 2, person 8 has dossier 3."""
    tell(*(DossierOpened(dossier=n, person=7 if n < 3 else 8, occurred_on=day("01-02")) for n in (1, 2, 3)))


def test_facts_of_all_dossiers_of_the_person_count_and_of_nobody_else() -> None:
    tell(
        Registered(dossier=1, occurred_on=day("03-01")),
        Registered(dossier=2, occurred_on=day("02-01")),
        Registered(dossier=3, occurred_on=day("01-15")),
    )
    assert known(dossier=1) == known(dossier=2) == {"reported_on": day("02-01")}
    assert known(dossier=3) == {"reported_on": day("01-15")}


def test_what_happens_later_has_not_happened_but_a_year_of_birth_is_always_so() -> None:
    tell(
        PersonDescribed(dossier=1, occurred_on=day("05-01"), birth_year=1990, birth_country=MOROCCO),
        Registered(dossier=1, occurred_on=day("05-01")),
    )
    assert known(day("04-30")) == {"birth_year": 1990, "born_in_belgium": False}
    assert known(day("05-01"))["reported_on"] == day("05-01")


def test_of_one_day_what_was_told_last_holds() -> None:
    tell(ResidenceRegistered(dossier=1, occurred_on=day("03-01"), municipality=GENK))
    tell(ResidenceRegistered(dossier=2, occurred_on=day("03-01"), municipality=IXELLES))
    tell(ResidenceRegistered(dossier=1, occurred_on=day("02-01"), municipality=LIEGE))
    facts = known()
    assert facts["region"] == "brussels"
    assert (facts["registered_in_flanders_on"], facts["registered_in_wallonia_on"]) == (day("03-01"), day("02-01"))


def test_what_was_retracted_was_known_until_then() -> None:
    wrong = Registered(dossier=1, occurred_on=day("02-01"))
    first = tell(wrong)
    second = tell(Registered(dossier=1, occurred_on=day("03-01")), retract=[wrong])
    assert known()["reported_on"] == day("03-01")
    assert known(append=first.id)["reported_on"] == day("02-01")
    assert situation(1, LAW_FACTS, ON).append == second.id


def test_a_dossier_that_was_moved_to_another_person_takes_its_facts_along() -> None:
    before = tell(Registered(dossier=2, occurred_on=day("02-01")))
    opened = DossierOpened.objects.get(dossier=2)
    tell(DossierOpened(dossier=2, person=8, occurred_on=day("01-02")), retract=[opened])
    assert known(dossier=1) == {}
    assert known(dossier=3) == {"reported_on": day("02-01")}
    assert known(dossier=1, append=before.id) == {"reported_on": day("02-01")}


def test_a_dossier_that_is_not_there_is_a_sentence() -> None:
    with pytest.raises(BadRequest, match="D-9-"):
        known(dossier=9)
    with pytest.raises(BadRequest):
        known(append=0)


def test_the_best_nationality_counts_and_an_unknown_one_leaves_it_open() -> None:
    tell(NationalityHeld(dossier=1, occurred_on=day("01-02"), country=MOROCCO))
    assert known()["nationality_group"] == "third_country"
    tell(NationalityHeld(dossier=1, occurred_on=day("01-02"), country=FRANCE))
    assert known()["nationality_group"] == "eu_plus"
    tell(NationalityHeld(dossier=1, occurred_on=day("05-01"), country="kbi:X"))
    assert "nationality_group" not in known()
    assert known(day("04-30"))["nationality_group"] == "eu_plus"
    tell(NationalityHeld(dossier=1, occurred_on=day("06-01"), country=BELGIUM))
    assert known()["nationality_group"] == "belgian"


def test_britons_were_of_the_union_until_31_january_2020() -> None:
    tell(NationalityHeld(dossier=1, occurred_on=date(2018, 1, 1), country=BRITAIN))
    assert known(date(2020, 1, 31))["nationality_group"] == "eu_plus"
    assert known(date(2020, 2, 1))["nationality_group"] == "third_country"


def test_a_ground_of_unknown_meaning_does_not_leave_the_older_one_standing() -> None:
    tell(ResidenceGranted(dossier=1, occurred_on=day("01-02"), ground="study"))
    tell(ResidenceGranted(dossier=1, occurred_on=day("03-02"), ground="kbi:12"))
    assert "residence_ground" not in known()
    assert known(day("03-01"))["residence_ground"] == "study"


def test_suspensions_join_and_end_when_the_contract_resumes() -> None:
    tell(
        ContractSigned(dossier=1, occurred_on=day("01-10"), contract=1),
        ContractSuspended(dossier=1, occurred_on=day("02-01"), contract=1, until=day("03-01"), reason="illness"),
        ContractSuspended(dossier=1, occurred_on=day("03-01"), contract=1, until=day("04-01"), reason="care"),
        ContractSuspended(dossier=1, occurred_on=day("05-01"), contract=1, until=day("08-01")),
        ContractResumed(dossier=1, occurred_on=day("06-01"), contract=1),
    )
    facts = known()
    assert facts["suspensions"] == ((day("02-01"), day("04-01")), (day("05-01"), day("06-01")))
    assert facts["suspension_ground"] == "care"
    assert known(day("05-31"))["suspensions"][-1] == (day("05-01"), day("08-01"))


def test_a_spell_without_an_end_still_runs() -> None:
    tell(
        Employed(dossier=1, occurred_on=day("01-10"), until=day("02-01")),
        Employed(dossier=2, occurred_on=day("03-01")),
        Studied(dossier=1, occurred_on=day("02-01"), until=day("02-15")),
    )
    facts = known()
    assert facts["work_spells"] == ((day("01-10"), day("02-01")), (day("03-01"), NEVER))
    assert facts["active_spells"] == ((day("01-10"), day("02-15")), (day("03-01"), NEVER))


def test_a_second_contract_runs_though_the_first_has_ended() -> None:
    tell(
        ContractSigned(dossier=1, occurred_on=day("01-10"), contract=1),
        ContractEnded(dossier=1, occurred_on=day("02-10"), contract=1, reason="moved"),
        ContractSigned(dossier=2, occurred_on=day("03-10"), contract=2),
    )
    assert known() == {"signed_on": day("01-10")}
    assert known(day("03-09"))["contract_ended_on"] == day("02-10")


def test_facts_of_a_case_are_those_of_the_case_opened_last_unless_another_is_asked() -> None:
    tell(
        InfringementFound(dossier=1, occurred_on=day("01-10"), infringement=1, kind="goals_not_reached"),
        NoticeSent(dossier=1, occurred_on=day("01-20"), infringement=1),
        FineDecided(dossier=1, occurred_on=day("02-20"), infringement=1, outcome="fined", amount="100.00"),
        InfringementFound(dossier=2, occurred_on=day("03-10"), infringement=2, notice_sent_on=day("03-11")),
        FineDecided(dossier=2, occurred_on=day("05-20"), infringement=2, outcome="not_fined"),
    )
    facts = known()
    assert (facts["infringement_on"], facts["notice_sent_on"]) == (day("03-10"), day("03-11"))
    assert "fined_on" not in facts
    assert facts["infringements"] == (day("01-10"), day("03-10"))
    first = known(cases={"infringement": 1})
    assert (first["notice_sent_on"], first["fined_on"]) == (day("01-20"), day("02-20"))
    assert first["infringement_kind"] == "goals_not_reached"


def test_only_the_full_level_and_only_the_certificate_count() -> None:
    tell(
        dutch.LevelCertified(dossier=1, occurred_on=day("03-01"), level="b1", oral=True),
        dutch.LevelCertified(dossier=1, occurred_on=day("04-01"), level="a2"),
        dutch.LevelCertified(dossier=1, occurred_on=day("02-01"), level="alfa"),
        CertificateIssued(dossier=1, occurred_on=day("05-01"), certificate="evc"),
    )
    facts = known()
    assert (facts["a2_on"], facts["a2_oral_on"], facts["b1_oral_on"]) == (day("04-01"), day("03-01"), day("03-01"))
    assert "certificate_on" not in facts


def test_four_parts_are_complete_with_the_last_of_them() -> None:
    tell(dutch.TestTaken(dossier=1, occurred_on=day("02-01"), test=1))
    for number, part in enumerate(("listening", "reading", "speaking"), 1):
        tell(dutch.TestPartTaken(dossier=1, occurred_on=day(f"03-0{number}"), test=1, part=part, passed=True))
    tell(dutch.TestPartTaken(dossier=1, occurred_on=day("03-04"), test=1, part="writing", passed=False))
    assert "four_test_parts_on" not in known()
    tell(dutch.TestPartTaken(dossier=1, occurred_on=day("05-04"), test=1, part="writing", passed=True))
    assert known()["four_test_parts_on"] == day("05-04")


def test_presence_in_percent_leaves_out_who_was_excused() -> None:
    tell(CoursePlanned(course=1, occurred_on=day("01-02")))
    for number, presence in enumerate(("present", "present", "absent", "excused"), 1):
        tell(LessonFollowed(dossier=1, occurred_on=day(f"03-0{number}"), course=1, presence=presence))
    assert known()["mo_attendance"] == 66


def test_hours_add_up_and_nothing_told_is_not_zero() -> None:
    assert "participation_hours" not in known()
    tell(*(HoursLogged(dossier=1, occurred_on=day(f"03-0{n}"), hours=15) for n in (1, 2, 3)))
    assert known()["participation_hours"] == 45
    assert known(day("03-02"))["participation_hours"] == 30


def test_a_target_group_without_a_ground_of_exemption_says_that_there_is_none() -> None:
    tell(InflowSeen(dossier=1, occurred_on=day("01-15"), target_group="undetermined"))
    tell(TargetGroupDetermined(dossier=1, occurred_on=day("02-01"), target_group="undetermined"))
    assert "exemption_ground" not in known()
    tell(InflowSeen(dossier=1, occurred_on=day("02-15"), target_group="entitled"))
    assert known()["exemption_ground"] == "none"
    tell(TargetGroupDetermined(dossier=1, occurred_on=day("03-01"), target_group="obliged"))
    assert known()["exemption_ground"] == "none"
    tell(ExemptionCertified(dossier=1, occurred_on=day("04-01"), ground="illness"))
    assert known()["exemption_ground"] == "illness"


def test_each_value_says_on_which_facts_it_rests() -> None:
    tell(Registered(dossier=1, occurred_on=day("03-01")), Registered(dossier=2, occurred_on=day("02-01")))
    (told,) = situation(1, LAW_FACTS, ON).told["reported_on"]
    assert (told.label, told.day) == ("programme.registered", day("02-01"))
    assert Registered.objects.get(pk=told.number).dossier == 2
