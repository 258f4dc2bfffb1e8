"""Papers: what they say, that their seal holds, and what the public page tells of them."""

import hashlib
import re
from datetime import timedelta
from io import BytesIO

import pytest
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from django.core.cache import cache
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pypdf import PdfReader

from baken.accounts.models import Look
from baken.accounts.standing import Standing, standing_of
from baken.documents import seal
from baken.documents.acts import issue
from baken.documents.kinds import KINDS
from baken.documents.models import IssuedDocument, Paper
from baken.documents.queries import choices, language_of, offers
from baken.documents.texts import DUTCH, languages, texts, translations
from baken.enforcement.facts import InfringementFound
from baken.foundation import clock
from baken.foundation.errors import BadRequest, BakenError, NotAllowed
from baken.ledger.append import append
from baken.people.facts import (
    DossierOpened,
    LanguageKnown,
    NationalityHeld,
    PersonDescribed,
    ResidenceGranted,
    ResidenceRegistered,
    ResidenceTitleDescribed,
)
from baken.programme.facts import (
    CertificateIssued,
    ContractSigned,
    CounsellorAssigned,
    EffortsDeclared,
    ExemptionCertified,
    InflowSeen,
    LetterSent,
    Registered,
    RegularParticipationProven,
    SuspensionCertified,
)
from baken.ui.acting import Case
from baken.workplace.tests.conftest import OTHER, OWN, user_of

TODAY = clock.today()


@pytest.fixture
def counsellor(someone, settings, tmp_path) -> Standing:
    settings.VAR = tmp_path
    cache.clear()
    return standing_of(user_of(someone("counsellor")))


def told(*facts) -> None:
    append(facts, by="test-1", source="agii")


def fact_of(kind: str) -> int:
    """The number of the fact in dossier OWN that a kind of paper is made from."""
    from baken.ledger.facts import fact_type

    return fact_type(KINDS[kind].made_from)._default_manager.filter(dossier=OWN).latest("id").pk


def every_fact() -> None:
    told(
        SuspensionCertified(dossier=OWN, occurred_on=TODAY, ground="illness", until=TODAY + timedelta(days=90)),
        ExemptionCertified(dossier=OWN, occurred_on=TODAY, ground="illness"),
        CertificateIssued(dossier=OWN, occurred_on=TODAY, certificate="civic_integration"),
        EffortsDeclared(dossier=OWN, occurred_on=TODAY),
        RegularParticipationProven(dossier=OWN, occurred_on=TODAY),
        InfringementFound(dossier=OWN, infringement=1, occurred_on=TODAY, kind="not_registered_in_time"),
    )


def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def made(standing: Standing, kind: str, language: str = DUTCH) -> tuple[IssuedDocument, bytes]:
    document = issue(standing, OWN, kind, fact_of(kind), language)
    return document, bytes(Paper.objects.get(document=document).body)


def trusted(settings) -> ValidationContext:
    """Who trusts the demo's root."""
    held = pkcs12.load_pkcs12((settings.VAR / seal.DEMO_KEY).read_bytes(), None)
    [root] = [extra.certificate for extra in held.additional_certs]
    roots = list(load_certs_from_pemder_data(root.public_bytes(Encoding.PEM)))
    return ValidationContext(trust_roots=roots)


def test_every_language_has_the_sentences_of_every_paper_that_may_be_translated():
    dutch = texts(DUTCH).sentences
    assert set(languages()) >= {"nl", "ar", "fa", "ps", "ti", "zh", "fr", "en", "tr", "es", "ru", "uk", "so"}
    for one in translations():
        groups = {"labels", "notes", *(kind.name for kind in KINDS.values() if kind.translated)}
        assert groups == set(one.sentences), one.language
        for group in groups:
            missing = set(dutch[group]) ^ set(one.sentences[group])
            assert missing <= {"seal", "demo"}, (one.language, group)
            for name, sentence in one.sentences[group].items():
                assert set(re.findall(r"{(\w+)}", sentence)) == set(re.findall(r"{(\w+)}", dutch[group][name]))


@pytest.mark.parametrize("kind", [name for name in KINDS if name != "invitation"])
def test_each_kind_of_paper_is_made_from_its_fact_in_dutch(counsellor, kind):
    every_fact()
    document, pdf = made(counsellor, kind)
    words = words_of(pdf)
    for expected in (texts(DUTCH).say(kind, "title"), "Amina Hartmann", "03/02/1990", "AgII Hier", "geen waarde"):
        assert expected in words, expected
    assert "illness" not in words and "iekte" not in words
    assert document.digest == hashlib.sha256(pdf).hexdigest()
    assert (document.dossier, document.made_by, document.issuer[-9:]) == (OWN, "s-counsellor", "AgII Hier")
    assert Look.objects.filter(kind=Look.Kind.DOCUMENT, dossier=OWN, place=f"documents.{kind}").count() == 1
    root = PdfReader(BytesIO(pdf)).trailer["/Root"]
    assert b"pdfuaid" in root["/Metadata"].get_data() and root["/MarkInfo"]["/Marked"]


@pytest.mark.parametrize("language", [one.language for one in translations()])
def test_a_translation_stands_beside_the_dutch_and_says_that_it_is_a_draft(counsellor, language):
    _document, pdf = made(counsellor, "contract", language)
    words, said = words_of(pdf), texts(language)
    wanted = " ".join(
        (*said.sentences["notes"].values(), *(said.say("contract", name) for name in ("title", "mo", "duty", "help")))
    )
    apart = [word.strip("،؛؟.,:：。，") for word in wanted.split()]
    found = [word for word in apart if word in words]
    assert len(found) >= 0.85 * len(apart), sorted(set(apart) - set(found))
    assert "U volgt de onderdelen" in words and "\ufffd" not in words


def test_who_reads_another_language_gets_it_proposed(counsellor):
    assert language_of(Case.of(OWN, counsellor)) == DUTCH
    told(
        LanguageKnown(dossier=OWN, occurred_on=TODAY, language="pus", level="mother_tongue"),
        LanguageKnown(dossier=OWN, occurred_on=TODAY, language="prs", contact=True),
    )
    assert language_of(Case.of(OWN, counsellor)) == "fa"


def test_a_certificate_for_others_is_in_dutch_only(counsellor):
    every_fact()
    assert [code for code, _name in choices(KINDS["certificate"])] == [DUTCH]
    with pytest.raises(BadRequest):
        issue(counsellor, OWN, "certificate", fact_of("certificate"), "ar")


def test_the_seal_holds_and_breaks_with_one_changed_byte(counsellor, settings):
    _document, pdf = made(counsellor, "contract", "ar")
    [signature] = PdfFileReader(BytesIO(pdf)).embedded_signatures
    status = validate_pdf_signature(signature, trusted(settings))
    assert status.bottom_line and status.coverage.name == "ENTIRE_FILE"
    assert "DEMO" in signature.signer_cert.subject.native["common_name"]
    place = pdf.index(b"Inburgeringscontract")
    changed = pdf[:place] + b"X" + pdf[place + 1 :]
    [broken] = PdfFileReader(BytesIO(changed)).embedded_signatures
    assert not validate_pdf_signature(broken, trusted(settings)).intact


def test_outside_the_demo_a_key_must_be_set(counsellor, settings, tmp_path):
    settings.DEMO = False
    with pytest.raises(seal.SealMissing, match="BAKEN_SEAL"):
        made(counsellor, "contract")
    assert not IssuedDocument.objects.exists() and not (tmp_path / seal.DEMO_KEY).exists()


def test_an_authoritys_own_key_seals(counsellor, settings, tmp_path):
    held = pkcs12.load_pkcs12(seal._made(), None)
    file = tmp_path / "own.p12"
    sealed_with = BestAvailableEncryption(b"geheim")
    file.write_bytes(pkcs12.serialize_key_and_certificates(b"own", held.key, held.cert.certificate, None, sealed_with))
    settings.DEMO, settings.SEAL, settings.SEAL_PASSWORD = False, str(file), "geheim"
    _document, pdf = made(counsellor, "contract")
    assert len(PdfFileReader(BytesIO(pdf)).embedded_signatures) == 1 and "geen waarde" not in words_of(pdf)
    settings.SEAL_PASSWORD = "fout"
    with pytest.raises(BakenError, match="BAKEN_SEAL"):
        made(counsellor, "contract")


def test_the_code_on_the_paper_confirms_it_and_tells_nothing_of_the_person(counsellor):
    document, pdf = made(counsellor, "contract")
    address = re.search(r"/check/([0-9A-Z-]+)/", words_of(pdf).replace(" ", ""))
    page = Client().get(address.group())
    shown = page.content.decode()
    assert page.status_code == 200 and "Dit document is echt en geldt." in shown and "Inburgeringscontract" in shown
    for secret in ("Hartmann", "Amina", "1990-02", "D-1-", document.digest):
        assert secret not in shown
    assert Client().get(f"/check/{document.code.lower()}/").status_code == 200
    assert len(document.code) * 5 >= 128


def test_a_paper_whose_fact_was_taken_back_no_longer_stands(counsellor):
    document, _pdf = made(counsellor, "contract")
    append([], by="test-1", source="agii", retract=[ContractSigned.objects.get(dossier=OWN)])
    assert "ingetrokken" in Client().get(reverse("document-check", args=[document.code])).content.decode()
    assert not [offer for offer in offers(Case.of(OWN, counsellor)) if offer.kind.name == "contract"]
    with pytest.raises(BadRequest):
        made(counsellor, "contract")


def test_a_paper_past_its_last_day_is_genuine_but_no_longer_stands(counsellor, monkeypatch):
    every_fact()
    document, _pdf = made(counsellor, "suspension")
    monkeypatch.setattr(clock, "today", lambda: TODAY + timedelta(days=91))
    assert "de laatste dag is voorbij" in Client().get(f"/check/{document.code}/").content.decode()


def test_what_is_not_known_gets_one_answer_and_guessing_is_slowed_down(counsellor):
    document, _pdf = made(counsellor, "contract")
    wrong = document.code[:-1] + ("2" if document.code[-1] != "2" else "3")
    pages = [Client().get(f"/check/{code}/").content.decode() for code in ("x", wrong, "A" * 300, "%27 OR 1=1")]
    answers = {re.sub(r'value="[^"]*"', "", page) for page in pages}  # a token, and the address itself
    assert len(answers) == 1
    statuses = [Client().get(f"/check/{wrong}/").status_code for _try in range(40)]
    assert statuses[0] == 404 and statuses[-1] == 429
    assert Client().get(f"/check/{document.code}/").status_code == 429


def test_no_paper_for_who_may_not_and_the_refusal_is_written(someone, counsellor):
    teacher = standing_of(user_of(someone("mo_teacher")))
    for standing, dossier in ((teacher, OWN), (counsellor, OTHER)):
        with pytest.raises(NotAllowed):
            issue(standing, dossier, "contract", fact_of("contract"), DUTCH)
    assert Look.objects.filter(kind=Look.Kind.REFUSED, place="documents.issue").count() == 2
    with pytest.raises(BadRequest):
        issue(counsellor, OWN, "contract", ContractSigned.objects.get(dossier=OTHER).pk, DUTCH)


def test_what_was_issued_never_changes(counsellor):
    document, _pdf = made(counsellor, "contract")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE documents_issueddocument SET code = 'X' WHERE id = %s", [document.pk])


def test_who_must_still_register_gets_an_invitation_with_the_last_day(counsellor):
    facts = [
        DossierOpened(dossier=20, person=20, occurred_on=TODAY),
        InflowSeen(dossier=20, occurred_on=TODAY, target_group="obliged"),
        PersonDescribed(dossier=20, occurred_on=TODAY, birth_year=1990, sex="f", birth_country="261"),
        NationalityHeld(dossier=20, occurred_on=TODAY, country="261"),
        ResidenceRegistered(dossier=20, occurred_on=TODAY, municipality="11002"),
        ResidenceGranted(dossier=20, occurred_on=TODAY, ground="refugee"),
        ResidenceTitleDescribed(dossier=20, occurred_on=TODAY, temporary_purpose=False, over_three_months=True),
        CounsellorAssigned(dossier=20, occurred_on=TODAY, counsellor="s-counsellor"),
    ]  # fmt: skip
    told(*facts)
    case = Case.of(20, counsellor)
    assert case.value("target_group") == "obliged", case.person
    [offer] = [one for one in offers(case) if one.kind.name == "invitation"]
    document = issue(counsellor, 20, "invitation", offer.row["id"], "fr")
    words = words_of(bytes(Paper.objects.get(document=document).body))
    assert "U bent verplicht om in te burgeren." in words and "Vous êtes obligé" in words
    assert "binnen 3 maanden nadat deze brief verzonden is" in words and "boete" in words
    told(LetterSent(dossier=20, occurred_on=TODAY, letter="invitation", registered=True))
    document = issue(counsellor, 20, "invitation", offer.row["id"], "fr")
    assert "Doe dat ten laatste op" in words_of(bytes(Paper.objects.get(document=document).body))
    told(Registered(dossier=20, occurred_on=TODAY, kind="first"))
    assert not [one for one in offers(Case.of(20, counsellor)) if one.kind.name == "invitation"]
