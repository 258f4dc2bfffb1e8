"""Acts and the law: what it allows at each step, and the sentence by which it refuses."""

from datetime import date

import pytest

from baken.dutch.facts import AppealLodged, TestTaken
from baken.enforcement.facts import FineDecided, FinePaid, InfringementFound
from baken.fees.facts import FeeCharged
from baken.ledger.append import append
from baken.orientation.facts import MoDecided
from baken.participation.facts import HoursLogged, PathAgreed
from baken.people.facts import DossierOpened, NationalityHeld, PersonDescribed, ResidenceGranted, ResidenceRegistered
from baken.programme.facts import (
    ContractSigned,
    CounsellorAssigned,
    DecisionTaken,
    LongPathAdvised,
    Registered,
)
from baken.workplace.tests.acting import OPEN, ago, do, refused
from baken.workplace.tests.conftest import OWN
from baken.workplace.tests.test_every_act import NEW, settled

FOUND = {"kind": "no_cooperation_intake", "authority": "hh", "motivation": "kwam niet opdagen"}


def tell(*facts):
    append(facts, by="test-1", source="agii")


@pytest.fixture
def counsellor(someone):
    return someone("counsellor")


def minor(dossier: int, office) -> None:
    tell(
        DossierOpened(dossier=dossier, person=dossier, occurred_on=ago(20)),
        PersonDescribed(dossier=dossier, occurred_on=ago(20), birth_year=ago(0).year - 12, birth_country="261"),
        NationalityHeld(dossier=dossier, occurred_on=ago(20), country="261"),
        ResidenceRegistered(dossier=dossier, occurred_on=ago(20), municipality="11002"),
        ResidenceGranted(dossier=dossier, occurred_on=ago(20), ground="family_reunification"),
        CounsellorAssigned(dossier=dossier, occurred_on=ago(20), office=office, counsellor="s-counsellor"),
    )


def test_before_a_registration(caseload, counsellor):
    minor(5, caseload.office)
    assert do(counsellor, 5, "programme.postpone_registration", until=ago(-30), reason="illness")[1] == {
        "programme.registration_postponed"
    }
    sentence = refused(counsellor, 5, "programme.postpone_registration", until=ago(-30), reason="other")
    assert "Om die reden kent de wet geen uitstel." in sentence
    assert do(counsellor, 5, "programme.guide_minor", education="secondary")[1] == {"programme.minor_guided"}
    assert "Dat kan nu niet" in refused(counsellor, 5, "programme.sign_contract", form="full")


def test_a_contract_waits_for_the_intake_which_asks_only_what_is_missing(counsellor):
    dossier, _ = do(counsellor, None, OPEN, **NEW)
    contract = {"form": "full", **dict.fromkeys(("with_mo", "with_nt2", "with_work", "with_participation"), True)}
    sentence = refused(counsellor, dossier, "programme.sign_contract", **contract)
    assert "er ontbreken gegevens" in sentence and "nationaliteitsgroep" in sentence
    page = counsellor.get(f"/dossiers/D-{dossier}-{_check(dossier)}/do/people.take_intake/").content.decode()
    assert "nationality_held__country" in page
    assert "person_described" not in page  # birth date and country are known
    assert "family_linked__member_of" not in page  # of no use before the ground of residence
    do(
        counsellor,
        dossier,
        "people.take_intake",
        people__nationality_held__country="322",
        people__residence_registered__municipality="11002",
        people__residence_granted__ground="family_reunification",
        people__residence_title_described__temporary_purpose=False,
    )
    after = counsellor.get(f"/dossiers/D-{dossier}-{_check(dossier)}/do/people.take_intake/").content.decode()
    assert "nationality_held__country" not in after and "family_linked__member_of" in after
    assert do(counsellor, dossier, "programme.sign_contract", **contract)[1] == {"programme.contract_signed"}


def _check(dossier: int) -> str:
    from baken.foundation.identifiers import shown_number

    return shown_number("D", dossier).rpartition("-")[2]


def test_an_empty_intake_tells_nothing(counsellor):
    assert "Er is niets ingevuld." in refused(counsellor, OWN, "people.take_intake")


def test_another_group_than_the_law_says_needs_a_motivation(counsellor):
    settled()
    sentence = refused(counsellor, OWN, "programme.determine_target_group", target_group="entitled")
    assert "De wet zegt iets anders." in sentence
    sentence = refused(counsellor, OWN, "programme.determine_target_group", target_group="obliged", confirmed="")
    assert "verplicht" in sentence  # not certain, so somebody confirms
    do(
        counsellor,
        OWN,
        "programme.determine_target_group",
        target_group="entitled",
        motivation="rechter besliste anders",
    )
    assert [one.outcome for one in DecisionTaken.objects.all()] == ['"obliged"']


def test_the_certificate_follows_when_every_part_is_reached(counsellor):
    settled()
    do(counsellor, OWN, "programme.exempt_component", component="mo", ground="diploma", evidence="diploma")
    do(counsellor, OWN, "dutch.certify_level", level="a2", oral=False)
    do(counsellor, OWN, "work.register_jobseeker", service="vdab")
    sentence = refused(counsellor, OWN, "participation.complete")
    assert "Dat kan nu niet" in sentence
    do(counsellor, OWN, "participation.agree", activity="buddy", hours=40)
    do(counsellor, OWN, "participation.log_hours", hours=39)
    assert "39 van de 40 uren" in refused(counsellor, OWN, "participation.complete")
    assert refused(counsellor, OWN, "programme.issue_certificate")
    do(counsellor, OWN, "participation.log_hours", hours=1)
    do(counsellor, OWN, "participation.complete")
    labels = do(counsellor, OWN, "programme.issue_certificate")[1]
    assert labels == {"programme.certificate_issued", "programme.decision_taken"}
    assert "Dat kan nu niet" in refused(counsellor, OWN, "programme.issue_certificate")


def test_a_declaration_of_efforts(counsellor):
    settled()
    assert "Dat kan nu niet" in refused(counsellor, OWN, "programme.declare_efforts")
    tell(
        LongPathAdvised(dossier=OWN, occurred_on=ago(2), advice="efforts"),
        PathAgreed(dossier=OWN, occurred_on=ago(9), activity="buddy", hours=40),
        HoursLogged(dossier=OWN, occurred_on=ago(2), hours=40),
        MoDecided(dossier=OWN, occurred_on=ago(2), decision="failed"),
    )
    assert "De voorwaarden" in refused(counsellor, OWN, "programme.declare_efforts")
    do(counsellor, OWN, "dutch.assess_learning", limited=True)
    do(counsellor, OWN, "work.register_jobseeker", service="vdab")
    labels = do(counsellor, OWN, "programme.declare_efforts")[1]
    assert labels == {"programme.efforts_declared", "programme.decision_taken"}


def test_proof_of_regular_participation_is_of_the_old_contracts(caseload, counsellor):
    settled()
    assert refused(counsellor, OWN, "programme.prove_regular_participation")
    old = date(2017, 3, 1)
    tell(
        DossierOpened(dossier=6, person=6, occurred_on=old),
        PersonDescribed(dossier=6, occurred_on=old, birth_year=1980, birth_country="261"),
        NationalityHeld(dossier=6, occurred_on=old, country="261"),
        ResidenceRegistered(dossier=6, occurred_on=old, municipality="11002"),
        ResidenceGranted(dossier=6, occurred_on=old, ground="refugee"),
        Registered(dossier=6, occurred_on=old, office=caseload.office, kind="first"),
        CounsellorAssigned(dossier=6, occurred_on=old, office=caseload.office, counsellor="s-counsellor"),
        ContractSigned(dossier=6, contract=60, occurred_on=old, form="full", with_mo=True, with_nt2=True),
        MoDecided(dossier=6, occurred_on=date(2018, 3, 1), decision="fulfilled"),
        MoDecided(dossier=6, occurred_on=date(2018, 4, 1), decision="failed"),
    )
    settled(6)
    labels = do(counsellor, 6, "programme.prove_regular_participation")[1]
    assert labels == {"programme.regular_participation_proven", "programme.decision_taken"}


def test_grounds_that_the_law_does_not_know(counsellor):
    settled()
    contract = {"reason": "other", "occurred_on": ago(1)}
    assert "horen bewijsstukken" in refused(counsellor, OWN, "programme.suspend_contract", **contract)
    do(counsellor, OWN, "programme.suspend_contract", **contract, evidence="brief van de werkgever")
    sentence = refused(counsellor, OWN, "programme.certify_exemption", ground="age", evidence="identiteitskaart")
    assert "Op die grond kent de wet hier geen vrijstelling." in sentence
    assert "verplicht" in refused(counsellor, OWN, "programme.certify_exemption", ground="diploma")  # no evidence


def test_a_fee_is_what_the_law_says(counsellor):
    settled()
    do(counsellor, OWN, "fees.charge", item="mo_test")
    do(counsellor, OWN, "fees.charge", item="mo_test")
    assert [(one.amount, one.attempt) for one in FeeCharged.objects.order_by("id")] == [(90, 1), (90, 2)]
    do(counsellor, OWN, "fees.charge", item="mo_course")
    assert "geen retributie" in refused(counsellor, OWN, "fees.charge", item="mo_course")
    fee = FeeCharged.objects.order_by("id").first().fee
    assert "te betalen" in refused(counsellor, OWN, "fees.receive_payment", fee=fee, amount="90.01")
    do(counsellor, OWN, "fees.waive", fee=fee, ground="social_welfare")
    assert "geldige keuze" in refused(counsellor, OWN, "fees.receive_payment", fee=fee, amount="90.00")


def test_from_infringement_to_fine(someone, counsellor):
    settled()
    sentence = refused(
        counsellor, OWN, "enforcement.find", kind="goals_not_reached", authority="hh", motivation="stopte ermee"
    )
    assert "geen inbreuk van die soort" in sentence
    do(counsellor, OWN, "enforcement.find", occurred_on=ago(9), **FOUND)
    which = {"infringement": InfringementFound.objects.get().infringement}
    assert "na een ingebrekestelling" in refused(counsellor, OWN, "enforcement.forward", **which)
    do(counsellor, OWN, "enforcement.send_notice", occurred_on=ago(8), **which)
    do(counsellor, OWN, "enforcement.forward", occurred_on=ago(4), **which)
    officer = someone("enforcement")
    fine = {**which, "outcome": "fined", "motivation": "geen goede reden"}
    assert "na verweer" in refused(officer, OWN, "enforcement.decide_fine", **fine, amount="100.00")
    do(officer, OWN, "enforcement.receive_defence", **which, content="Ik was ziek.")
    assert "€ 50,00 tot € 5000,00" in refused(officer, OWN, "enforcement.decide_fine", **fine, amount="49.99")
    assert "Geef een bedrag" in refused(officer, OWN, "enforcement.decide_fine", **fine)
    labels = do(officer, OWN, "enforcement.decide_fine", **fine, amount="100.00")[1]
    assert labels == {"enforcement.fine_decided", "programme.decision_taken"}
    do(officer, OWN, "enforcement.receive_payment", **which, amount="60.00")
    assert "nog € 40,00" in refused(officer, OWN, "enforcement.receive_payment", **which, amount="60.00")
    do(officer, OWN, "enforcement.receive_payment", **which, amount="40.00")
    assert (FineDecided.objects.get().amount, FinePaid.objects.count()) == (100, 2)


def test_the_committee_decides_an_appeal(someone, counsellor):
    do(counsellor, OWN, "dutch.take_test", test_type="nt2_standard_test", result="failed")
    test = TestTaken.objects.get().test
    do(counsellor, OWN, "dutch.lodge_appeal", test=test)
    assert "al beroep ingediend" in refused(counsellor, OWN, "dutch.lodge_appeal", test=test)
    appeal = AppealLodged.objects.get().appeal
    assert do(someone("appeal"), OWN, "dutch.decide_appeal", appeal=appeal, upheld=True)[1] == {"dutch.appeal_decided"}


@pytest.mark.parametrize(
    ("act", "given", "sentence"),
    [
        ("dutch.take_test", {"test_type": "covaar", "result": "low", "reading": True}, "vier delen"),
        ("dutch.wish", {}, "Er is niets ingevuld"),
        ("dutch.wish", {"postcode": "Gent"}, "vier cijfers"),
        ("people.describe_title", {}, "Er is niets ingevuld"),
        (
            "people.identify",
            {"family_name": "X", "national_number": "12345678901", "birth_year": 1990},
            "rijksregister",
        ),
        ("people.identify", {"family_name": "X"}, "geboortejaar"),
        (
            "programme.amend_contract",
            dict.fromkeys(("with_mo", "with_nt2", "with_work", "with_participation"), False),
            "minstens",
        ),
        ("programme.assign_counsellor", {"counsellor": "s-nobody"}, "geldige keuze"),
    ],
)
def test_slips_get_a_sentence(counsellor, act, given, sentence):
    assert sentence in refused(counsellor, OWN, act, **given)
