"""Messages that are not right are told by line and element, without personal data, and nothing strange is opened."""

import pytest

from baken.exchange.kbi.message import Message, read_message
from baken.exchange.tests.kbi_dossiers import MOCKS

SOUND = next(path for path in MOCKS if path.stem == "90722600161").read_text(encoding="utf-8")
INSTANCE = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY lol0 "lol">'
    + "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1};" * 10}">' for n in range(1, 11))
    + "]>"
)


def read(text: str, *, test_numbers: bool = True) -> Message:
    return read_message(text.encode(), test_numbers=test_numbers)


def first(text: str) -> tuple[str, str, int | None]:
    complaint = read(text).complaints[0]
    return complaint.kind, complaint.element, complaint.line


def test_a_sound_message_has_a_dossier_and_a_day() -> None:
    message = read(SOUND)
    assert message.complaints == []
    assert message.told_on.isoformat() == "2017-03-30"
    assert message.dossier.findtext("Personalia/INSZ") == "90722600161"


@pytest.mark.parametrize(
    ("old", "new", "kind", "element"),
    [
        ("<Type>RECHT<", "<Type>RECHTS<", "not_in_schema", "Doelgroep/Type"),
        ("</Doelgroep>", "<Onbekend/></Doelgroep>", "not_in_schema", "Doelgroep/Onbekend"),
        ("2015-03-26", "26/03/2015", "not_in_schema", "Doelgroep/Periode/Begin"),
        ("2015-03-26", "1015-03-26", "implausible_day", "Doelgroep/Periode/Begin"),
        ("2015-03-26", "2215-03-26", "implausible_day", "Doelgroep/Periode/Begin"),
        ("<INSZ>90722600161</INSZ>", "", "not_in_schema", "Personalia/Naam"),
        ("90722600161", "90722600162", "bad_national_number", "Personalia/INSZ"),
        ("90722600161", "82041300113", "bad_national_number", "Personalia/INSZ"),
        ("<Doelgroep>", f'<Doelgroep {INSTANCE} xsi:type="DoelgroepType">', "not_in_schema", "Doelgroep"),
        ("<KBIDossier>", "<KBIDossiers>", "bad_xml", ""),
        ("GeefDossierKBIResponse", "GeefDossierKBIResponsen", "not_kbi", "GeefDossierKBIResponsen"),
        ("<web:GeefDossierKBIResponse", LAUGHS + "<web:GeefDossierKBIResponse", "bad_xml", ""),
        ("<Code>JA<", "<Code>&geheim;<", "bad_xml", ""),
    ],
)
def test_what_is_wrong_is_told_by_kind_and_element(old: str, new: str, kind: str, element: str) -> None:
    assert old in SOUND
    assert first(SOUND.replace(old, new))[:2] == (kind, element)


def test_the_line_is_the_line_in_the_file() -> None:
    line = next(number for number, text in enumerate(SOUND.split("\n"), start=1) if "<Type>RECHT<" in text)
    assert first(SOUND.replace("<Type>RECHT<", "<Type>RECHTS<"))[2] == line


def test_laughs_are_not_laughed_even_when_they_stand_in_the_text() -> None:
    text = LAUGHS + SOUND.strip().replace("<Code>JA<", "<Code>&lol10;<")
    [complaint] = read(text).complaints
    assert complaint.kind == "bad_xml"
    assert "DOCTYPE" in complaint.nl


def test_no_outside_file_is_read(tmp_path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("geheim")
    doctype = f'<!DOCTYPE web [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    message = read(doctype + SOUND.strip().replace("<Achternaam>User1914<", "<Achternaam>&x;<"))
    assert message.dossier is None
    assert "geheim" not in str(message.complaints)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("<Type>RECHT<", "<Type>RECHTS<", "“RECHTS” is geen code van de lijst 'PLICHT', 'RECHT'"),
        ("<INSZ>90722600161</INSZ>", "", "hier wordt INSZ verwacht"),
        ("<Begin>2015-03-26</Begin>", "", "hier wordt Begin verwacht"),
        ("</Wooncode>", "<Wooncode/></Wooncode>", "hier hoort geen element meer"),
        (">true<", ">ja<", "dit is geen boolean"),
        ("2015-03-26", "vandaag", "de waarde heeft niet de vorm [0-9]{4}"),
        ('KorteNaam="Eigen', 'KorteNaam="Heel erg eigen', "KorteNaam: de waarde telt 34 tekens, de grens is 25"),
        ("<Doelgroep>", "<Doelgroep>tekst", "hier hoort geen tekst"),
        ("<Doelgroep>", '<Doelgroep x="1">', "het kenmerk x bestaat niet"),
    ],
)
def test_the_schema_speaks_dutch(old: str, new: str, words: str) -> None:
    complaint = read(SOUND.replace(old, new)).complaints[0]
    assert complaint.kind == "not_in_schema"
    assert complaint.nl.startswith(words)


@pytest.mark.parametrize("text", ["", "geen xml", "<a>", "\ufeff", "<a xmlns='b'/>"])
def test_rubbish_is_one_complaint(text: str) -> None:
    [complaint] = read(text).complaints
    assert complaint.kind in ("bad_xml", "not_kbi")


def test_wrong_encoding_is_told() -> None:
    content = SOUND.replace("User1914", "Gabriël").encode("latin-1")
    assert read_message(content, test_numbers=True).complaints[0].kind == "bad_xml"


def test_a_test_number_is_refused_outside_demo_and_test_with_a_way_out() -> None:
    [complaint] = read(SOUND, test_numbers=False).complaints
    assert complaint.kind == "test_number"


def test_nobodys_dossier_is_refused() -> None:
    start, end = SOUND.index("<Personalia>"), SOUND.index("</Personalia>") + len("</Personalia>")
    assert first(SOUND[:start] + SOUND[end:])[:2] == ("nobodys_dossier", "Personalia/INSZ")


def test_complaints_do_not_repeat_what_may_be_personal() -> None:
    wrong = SOUND.replace("90722600161", "9072260016X").replace("1981-09-15", "geheim15-9")
    told = " ".join(complaint.nl + complaint.en for complaint in read(wrong).complaints)
    assert "9072260016X" not in told
    assert "geheim15" not in told


@pytest.mark.parametrize(
    ("stem", "code", "words"),
    [("notfound", "30001", "Geen gegevens gevonden"), ("90722500191", "99996", "Te veel gelijktijdige bevragingen")],
)
def test_an_error_of_the_register_is_told_with_its_number_and_diagnosis(stem: str, code: str, words: str) -> None:
    path = next(path for path in MOCKS if path.stem == stem)
    [complaint] = read(path.read_text()).complaints
    assert complaint.kind == "register_error"
    assert code in complaint.nl
    assert words in complaint.nl


def test_a_warning_beside_a_dossier_is_no_complaint() -> None:
    warning = (
        "<Uitzonderingen><Uitzondering><Identificatie>40001</Identificatie><Oorsprong>MAGDA</Oorsprong>"
        "<Type>WAARSCHUWING</Type><Diagnose>Onvolledig</Diagnose></Uitzondering></Uitzonderingen>"
    )
    message = read(SOUND.replace("</Inhoud>", "</Inhoud>" + warning))
    assert message.complaints == []
    assert message.dossier is not None
    assert message.warnings == ["MAGDA meldt 40001 (waarschuwing): Onvolledig"]
