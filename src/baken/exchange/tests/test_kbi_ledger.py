"""KBI dossiers into the ledger and out again: nothing lost, nothing told twice, history kept."""

import json
import zipfile
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

from baken.exchange.kbi import compare
from baken.exchange.kbi import load as loading
from baken.exchange.kbi.export import export_kbi, messages
from baken.exchange.kbi.load import load_kbi
from baken.exchange.kbi.message import read_message
from baken.exchange.tests.kbi_dossiers import ANSWERED, MOCKS, answer, canonical, dossier_of, dossiers, mutated
from baken.foundation.errors import BadRequest
from baken.ledger.append import append, head
from baken.ledger.facts import Fact, fact_types
from baken.ledger.interchange.faults import Refused
from baken.ledger.interchange.readers import ExportRequest, LoadRequest, reader_for
from baken.ledger.known import KnownAt, known_at
from baken.ledger.models import Append, Office
from baken.ledger.verify import verify
from baken.people.facts import DossierOpened, LanguageKnown, PersonDescribed
from baken.people.models import Identity, Note, PartnerOrganisation
from baken.programme.facts import ContractEnded, ContractSigned, Registered, TrajectoryFollowed

RANDOM = settings(
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
RICH = next(path for path in ANSWERED if path.stem == "90722600260")


@pytest.fixture(autouse=True)
def demo(settings) -> None:
    settings.DEMO = True


@pytest.fixture
def load(ledger_db, tmp_path: Path) -> Callable[..., str]:
    """Load whole dossiers, or messages, as one delivery."""
    folder = tmp_path / "delivery"
    folder.mkdir()

    def load(*contents: bytes | etree._Element) -> str:
        for old in folder.iterdir():
            old.unlink()
        for number, content in enumerate(contents):
            message = content if isinstance(content, bytes) else answer(content)
            (folder / f"dossier-{number}.xml").write_bytes(message)
        return load_kbi(LoadRequest(folder, "tester", None)).told

    return load


@pytest.fixture
def rich() -> etree._Element:
    return dossier_of(RICH.read_bytes())


def dossier_number(dossier: etree._Element) -> int:
    person = Identity.objects.get(national_number=dossier.findtext("Personalia/INSZ")).person
    return DossierOpened.objects.get(person=person).dossier


def exported(dossier: etree._Element, known: KnownAt | None = None) -> str:
    """The canonical dossier of the same person, as known then."""
    _, content = next(messages([dossier_number(dossier)], known or known_at()))
    return canonical(dossier_of(content))


def standing_facts() -> list[Fact]:
    return [fact for model in fact_types().values() for fact in model.objects.filter(retracted_in__isnull=True)]


def touched() -> tuple[int, int]:
    """How many facts the last append added and retracted."""
    last = head().pk
    return last and (
        sum(model.objects.filter(appended_in=last).count() for model in fact_types().values()),
        sum(model.objects.filter(retracted_in=last).count() for model in fact_types().values()),
    )


# ------------------------------------------------------------------------------------------------- in and out again


def test_published_dossiers_go_in_and_come_out_the_same(load) -> None:
    contents = [path.read_bytes() for path in ANSWERED]
    assert "9 nieuw" in load(*contents)
    for content in contents:
        assert exported(dossier_of(content)) == canonical(dossier_of(content))
    assert set(Append.objects.values_list("source", "imported", "recorded_by")) == {("kbi", True, "tester")}
    assert Append.objects.count() == 9
    assert "9 ongewijzigd" in load(*contents)
    assert Append.objects.count() == 9
    assert verify().fault is None


@pytest.mark.parametrize("examples", [6, pytest.param(300, marks=pytest.mark.soak)])
def test_any_dossier_of_the_schema_survives_the_ledger_and_its_changes(load, examples: int) -> None:
    @settings(RANDOM, max_examples=examples)
    @given(dossiers(), dossiers(1.0), st.integers(0, 10**6))
    def check(first: etree._Element, other: etree._Element, seed: int) -> None:
        load(first)
        assert exported(first) == canonical(first)
        before, appends = known_at(), Append.objects.count()
        assert "1 ongewijzigd" in load(first)
        assert Append.objects.count() == appends
        second = mutated(first, other, seed)
        load(second)
        assert exported(second) == canonical(second)
        assert "1 ongewijzigd" in load(second)
        assert exported(first, before) == canonical(first)

    check()
    assert verify().fault is None


def test_what_comes_out_fits_the_schema_and_is_read_again(load, rich) -> None:
    load(rich)
    _, content = next(messages([dossier_number(rich)], known_at()))
    assert read_message(content, test_numbers=True).complaints == []
    assert "1 ongewijzigd" in load(content)


def test_facts_are_typed_and_personal_data_stand_beside_them(load, rich) -> None:
    load(rich)
    described = PersonDescribed.objects.get()
    assert (described.sex, described.birth_year) == ("m", 1933)
    assert {known.language for known in LanguageKnown.objects.all()} == {"eng", "por"}
    registered = Registered.objects.get()
    assert (registered.kind, registered.reason, registered.occurred_on) == ("renewed", "kbi:15", date(2016, 8, 9))
    assert Office.objects.get(pk=registered.office_id).kbi_number == "A02BAE0C3F304B9EB7AE45639BF41B90"
    identity = Identity.objects.get()
    assert (identity.family_name, identity.given_names) == ("Lambrecht", "Gabriël Maurice Gustave")
    texts = [str(value) for fact in standing_facts() for value in vars(fact).values()]
    assert not any("Lambrecht" in text or "Begeleider100" in text or "1933-07-19" in text for text in texts)


def test_an_undated_trajectory_takes_the_nearest_day_and_says_so(load, rich) -> None:
    load(rich)
    days = {(fact.kind, fact.occurred_on, fact.undated) for fact in TrajectoryFollowed.objects.all()}
    assert ("nt2", date(2016, 12, 8), True) in days


def test_a_dossier_that_tells_nothing_but_whose_it_is(load) -> None:
    bare = etree.fromstring("<KBIDossier><Personalia><INSZ>90722600161</INSZ></Personalia></KBIDossier>")
    assert "1 nieuw" in load(bare)
    assert "1 ongewijzigd" in load(bare)
    etree.SubElement(bare[0], "Geboortedatum").text = "1980-00-00"
    assert "1 gewijzigd" in load(bare)
    assert touched() == (1, 1)
    assert PersonDescribed.objects.get(retracted_in__isnull=True).birth_year == 1980
    assert exported(bare) == canonical(bare)


# -------------------------------------------------------------------------------------------------------- changes


def test_a_changed_element_retracts_and_adds_one_fact_and_keeps_its_subject(load, rich) -> None:
    load(rich)
    before = ContractSigned.objects.get()
    rich.find("Contracten/Contract/OnderdeelMO").text = "true"
    assert "1 gewijzigd" in load(rich)
    assert touched() == (1, 1)
    now = ContractSigned.objects.get(retracted_in__isnull=True)
    assert (now.contract, now.with_mo) == (before.contract, True)


def test_what_is_new_in_front_only_adds_and_order_stays_when_room_runs_out(load, rich, monkeypatch) -> None:
    monkeypatch.setattr(compare, "STEP", 8)
    load(rich)
    trajectories = rich.find("Trajecten")
    retracted = []
    for day in range(1, 7):
        new = deepcopy(trajectories[-1])
        new.find("Beheerder/Periode/Begin").text = f"2018-01-{day:02}"
        trajectories.insert(0, new)
        load(rich)
        assert exported(rich) == canonical(rich)
        retracted.append(touched()[1])
    assert retracted[:2] == [0, 0]
    assert any(retracted), "the room never ran out"
    assert TrajectoryFollowed.objects.filter(retracted_in__isnull=True).count() == 9


def test_what_moves_is_told_anew_under_the_same_number(load, rich) -> None:
    load(rich)
    numbers = sorted(TrajectoryFollowed.objects.values_list("trajectory", flat=True))
    trajectories = rich.find("Trajecten")
    trajectories.append(trajectories[0])
    load(rich)
    assert exported(rich) == canonical(rich)
    assert touched() == (1, 1)
    standing = TrajectoryFollowed.objects.filter(retracted_in__isnull=True)
    assert sorted(standing.values_list("trajectory", flat=True)) == numbers


def test_repeats_are_counted(load, rich) -> None:
    languages = rich.find("Talenkennis/Talen")
    languages.append(deepcopy(languages[0]))
    load(rich)
    assert LanguageKnown.objects.count() == 3
    languages.remove(languages[0])
    load(rich)
    assert touched() == (0, 1)


def test_a_name_that_changes_is_known_as_it_was(load, rich) -> None:
    load(rich)
    before, was = known_at(), canonical(rich)
    rich.find("Personalia/Naam/Achternamen/Achternaam").text = "Lambrechts"
    load(rich)
    assert Identity.objects.get().family_name == "Lambrechts"
    assert exported(rich, before) == was
    assert exported(rich) == canonical(rich)


def test_another_moment_of_the_same_message_changes_nothing(load) -> None:
    content = RICH.read_bytes()
    load(content)
    assert "1 ongewijzigd" in load(content.replace(b"2017-03-30", b"2019-12-01"))


# --------------------------------------------------------------------------------------------- beside other sources


def test_what_others_recorded_stays(load, rich) -> None:
    load(rich)
    number, contract = dossier_number(rich), ContractSigned.objects.get().contract
    ended = ContractEnded(dossier=number, contract=contract, occurred_on=date(2018, 1, 1), reason="completed")
    known = LanguageKnown(dossier=number, occurred_on=date(2018, 1, 1), language="ara", contact=True)
    append([ended, known], by="counsellor", source="agii")
    del rich.find("Talenkennis/Talen")[0]
    load(rich)
    assert touched() == (0, 1)
    assert ContractEnded.objects.get().retracted_in is None
    assert LanguageKnown.objects.get(language="ara").retracted_in is None


def test_what_others_recorded_already_is_not_told_twice(load, rich) -> None:
    load(rich)
    number = dossier_number(rich)
    registered = Registered(dossier=number, occurred_on=date(2016, 8, 9), kind="renewed")
    known = LanguageKnown(dossier=number, occurred_on=date(2018, 1, 1), undated=True, language="ara", contact=True)
    append([registered, known], by="counsellor", source="agii")
    spoken = etree.fromstring("<Taal><Code>ARA</Code><ContactTaal>true</ContactTaal></Taal>")
    rich.find("Talenkennis/Talen").insert(0, spoken)
    rich.find("Aanmelding").remove(rich.find("Aanmelding/AanmeldingsPlaats"))
    rich.find("Aanmelding").remove(rich.find("Aanmelding/Reden"))
    load(rich)
    assert touched() == (0, 1)
    assert Registered.objects.get(retracted_in__isnull=True).appended_in == registered.appended_in


def test_a_dossier_born_here_is_written_as_the_register_would(load) -> None:
    Identity.objects.create(person=1, national_number="90722600161", family_name="Peeters", given_names="Jan")
    facts = [
        DossierOpened(dossier=1, person=1, occurred_on=date(2020, 1, 1)),
        PersonDescribed(dossier=1, occurred_on=date(2020, 1, 1), sex="f", birth_year=1990),
        Registered(dossier=1, occurred_on=date(2020, 1, 2), kind="first", reason="invited"),
        ContractSigned(dossier=1, contract=1, occurred_on=date(2020, 2, 1), form="full", with_mo=True),
        *(
            fact_types()["dutch.test_taken"](dossier=1, test=number, occurred_on=day, test_type="covaar")
            for number, day in ((1, date(2020, 3, 1)), (2, date(2020, 4, 1)))
        ),
    ]
    append(facts, by="counsellor", source="agii")
    _, content = next(messages([1], known_at()))
    assert read_message(content, test_numbers=True).complaints == []
    written = dossier_of(content)
    assert written.findtext("Personalia/Naam/Achternamen/Achternaam") == "Peeters"
    assert written.findtext("Contracten/Contract/OnderdeelMO") == "true"
    assert len({test.findtext("ID") for test in written.iter("AfgelegdeTest")}) == 2
    load(content)
    assert ContractSigned.objects.count() == 1
    assert Registered.objects.count() == 1


# -------------------------------------------------------------------------------------------------------- deliveries


def test_one_wrong_file_and_nothing_is_loaded(load) -> None:
    with pytest.raises(Refused) as refused:
        load(*(path.read_bytes() for path in MOCKS))
    assert {fault.kind for fault in refused.value.faults} == {"register_error"}
    assert Append.objects.count() == 0
    assert Identity.objects.count() == 0
    assert Note.objects.count() == 0


def test_wrong_files_can_be_set_aside_and_loaded_again_when_mended(ledger_db, tmp_path: Path) -> None:
    aside = tmp_path / "aside"
    taken = load_kbi(LoadRequest(MOCKS[0].parent, "tester", aside))
    assert "9 nieuw" in taken.told
    assert "3 opzijgezet" in taken.told
    assert len(taken.faults) == 3
    assert len(list(aside.glob("*.xml"))) == 3
    assert json.loads((aside / "faults.json").read_text())["total"] == 3
    assert reader_for(aside) is load_kbi
    with pytest.raises(Refused):
        load_kbi(LoadRequest(aside, "tester", None))


def test_one_person_twice_in_a_delivery_is_refused(load, rich) -> None:
    other = deepcopy(rich)
    other.remove(other.find("Gesprekken"))
    with pytest.raises(Refused) as refused:
        load(rich, other)
    assert [fault.kind for fault in refused.value.faults] == ["dossier_twice"]


def test_a_zip_of_dossiers_is_read_and_a_climbing_one_refused(ledger_db, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.zip", tmp_path / "bad.zip"
    for path, name in ((good, "a.xml"), (bad, "../a.xml")):
        with zipfile.ZipFile(path, "w") as archive:
            archive.write(RICH, name)
    assert reader_for(bad) is load_kbi
    with pytest.raises(Refused):
        load_kbi(LoadRequest(bad, "tester", None))
    assert "1 nieuw" in load_kbi(LoadRequest(good, "tester", None)).told


def test_nothing_there_is_said(ledger_db, tmp_path: Path) -> None:
    with pytest.raises(BadRequest):
        load_kbi(LoadRequest(tmp_path / "niets.xml", "tester", None))


def test_all_dossiers_go_to_a_folder_or_zip_that_loads_and_changes_nothing(load, tmp_path: Path) -> None:
    load(*(path.read_bytes() for path in ANSWERED))
    for name in ("out", "out.zip"):
        assert "9 dossiers" in export_kbi(ExportRequest(tmp_path / name, head().pk))
        assert "9 ongewijzigd" in load_kbi(LoadRequest(tmp_path / name, "tester", None)).told
    with pytest.raises(BadRequest):
        export_kbi(ExportRequest(tmp_path / "out", head().pk))


def test_who_was_erased_is_left_out_of_an_export_of_all(load, rich, tmp_path: Path) -> None:
    load(*(path.read_bytes() for path in ANSWERED))
    Identity.objects.filter(national_number=rich.findtext("Personalia/INSZ")).update(national_number=None)
    assert "8 dossiers uitgevoerd" in export_kbi(ExportRequest(tmp_path / "out", head().pk))


def test_the_command_writes_one_dossier_as_known_then(load, rich, tmp_path: Path) -> None:
    load(rich)
    for name in (rich.findtext("Personalia/INSZ"), str(dossier_number(rich))):
        out = tmp_path / f"{name}.xml"
        call_command("export", str(out), "--format", "kbi", "--dossier", name)
        assert canonical(dossier_of(out.read_bytes())) == canonical(rich)
    with pytest.raises(BadRequest, match="staat al iets"):
        call_command("export", str(out), "--format", "kbi", "--dossier", name)
    new = str(tmp_path / "new.xml")
    with pytest.raises(BadRequest, match="er niet"):
        call_command("export", new, "--format", "kbi", "--dossier", "99")
    with pytest.raises(BadRequest, match="--format kbi"):
        call_command("export", new, "--dossier", "1")
    with pytest.raises(BadRequest):
        call_command("export", new, "--format", "kbi", "--known-at", "2001-01-01", "--dossier", name)


def test_what_is_set_aside_keeps_its_path_and_shows_no_number(load, rich, tmp_path: Path, capsys) -> None:
    folder, aside, report = tmp_path / "in", tmp_path / "aside", tmp_path / "faults.json"
    for part in ("a", "b"):
        (folder / part).mkdir(parents=True)
        (folder / part / "90722600260.xml").write_bytes(b"<no")
    (folder / "sound.xml").write_bytes(RICH.read_bytes())
    call_command("load", str(folder), set_aside=aside, report=report)
    assert {path.relative_to(aside).as_posix() for path in aside.rglob("*.xml")} == {
        "a/90722600260.xml",
        "b/90722600260.xml",
    }
    shown = capsys.readouterr()
    assert "bad_xml" in shown.err and "1 nieuw" in shown.out
    assert [fault["file"] for fault in json.loads(report.read_text())["faults"]] == ["#1", "#2"]
    assert "90722600260" not in shown.err + shown.out + report.read_text()
    with pytest.raises(BadRequest, match="staat al iets"):
        call_command("load", str(folder), set_aside=aside)


def test_when_the_load_fails_nothing_is_left_aside(load, tmp_path: Path, monkeypatch) -> None:
    def broken(*arguments: object, **named: object) -> None:
        raise RuntimeError("the database went away")

    monkeypatch.setattr(loading, "append", broken)
    with pytest.raises(RuntimeError):
        load_kbi(LoadRequest(MOCKS[0].parent, "tester", tmp_path / "aside"))
    assert not (tmp_path / "aside").exists() and not Append.objects.exists()


def test_dossiers_are_compared_before_the_lock_and_anew_when_others_wrote(load, rich, monkeypatch) -> None:
    load(rich)
    number, steps = dossier_number(rich), []
    compare_with, hold = loading.standing, loading.hold_lock

    def standing(*arguments: object) -> object:
        steps.append("compare")
        return compare_with(*arguments)

    def hold_lock() -> None:
        if "act" not in steps:
            steps.append("act")
            append([LanguageKnown(dossier=number, occurred_on=date(2018, 1, 1), language="ara")], by="x", source="agii")
        steps.append("lock")
        hold()

    monkeypatch.setattr(loading, "standing", standing)
    monkeypatch.setattr(loading, "hold_lock", hold_lock)
    assert "1 ongewijzigd" in load(rich)
    assert steps[:5] == ["compare", "act", "lock", "compare", "lock"]


def test_a_partner_told_twice_is_one_row(load, rich) -> None:
    load(rich)
    assert PartnerOrganisation.objects.count() == 1
    rich.find("Personalia/INSZ").text = "90722600161"
    load(rich)
    assert PartnerOrganisation.objects.count() == 1
