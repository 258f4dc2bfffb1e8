"""The electronic seal on papers (PAdES): an authority's own key, or in demo mode one that says it is a demo's."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from cryptography.x509.oid import NameOID
from django.conf import settings
from django.utils.translation import gettext as _
from pyhanko.pdf_utils.generic import NameObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, signers
from pyhanko.sign.fields import InvisSigSettings, MDPPerm, SigFieldSpec, SigSeedSubFilter

from baken.foundation import clock
from baken.foundation.errors import BadRequest, BakenError

FIELD = "Zegel"
DEMO_KEY = "demo-authority.p12"
DEMO_NAME = "Baken DEMONSTRATIE (geen echte overheid)"
# Outside the page, because a hidden widget may not be in PDF/A and one in sight must be tagged in PDF/UA.
UNSEEN = InvisSigSettings(set_print_flag=True, set_hidden_flag=False, box_out_of_bounds=True)


class SealMissing(BakenError):
    """No key was set, so no paper can be sealed."""

    code = "seal_missing"


@dataclass(frozen=True, slots=True)
class Sealer:
    """Whoever seals. name: as in the certificate."""

    name: str
    signer: signers.SimpleSigner

    def seal(self, pdf: bytes) -> bytes:
        """The PDF with an unseen seal over all of it, after which nothing may change."""
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        page = writer.root["/Pages"]["/Kids"][0]
        page[NameObject("/Tabs")] = NameObject("/S")
        writer.update_container(page)
        about = PdfSignatureMetadata(
            field_name=FIELD,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            certify=True,
            docmdp_permissions=MDPPerm.NO_CHANGES,
        )
        field = SigFieldSpec(FIELD, invis_sig_settings=UNSEEN, readable_field_name=_("Elektronisch zegel"))
        out = signers.PdfSigner(about, signer=self.signer, new_field_spec=field).sign_pdf(writer)
        return bytes(out.getbuffer())


def sealer() -> Sealer:
    """The authority that was set (BAKEN_SEAL), else in demo mode the demo's own. Raises SealMissing, BadRequest."""
    if settings.SEAL:
        return _opened(settings.SEAL, settings.SEAL_PASSWORD)
    if settings.DEMO:
        return _opened(str(_demo_key(settings.VAR)), "")
    raise SealMissing(
        _("Er is geen sleutel om documenten mee te verzegelen."),
        _("De beheerder stelt BAKEN_SEAL in, zie docs/settings.md."),
    )


@lru_cache(maxsize=4)
def _opened(file: str, password: str) -> Sealer:
    try:
        load: Callable[..., signers.SimpleSigner | None] = signers.SimpleSigner.load_pkcs12
        signer = load(file, passphrase=password.encode() or None)
    except OSError:
        signer = None
    if signer is None or signer.signing_cert is None:
        raise BadRequest(
            _("BAKEN_SEAL is geen PKCS#12-bestand dat met BAKEN_SEAL_PASSWORD opengaat."),
            _("Kijk het pad en het wachtwoord na."),
        )
    return Sealer(str(signer.signing_cert.subject.native["common_name"]), signer)


def _demo_key(folder: Path) -> Path:
    """The demo's key; made at first use, whole or not at all."""
    file = folder / DEMO_KEY
    if not file.exists():
        draft = folder / f"{DEMO_KEY}.{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_bytes(_made())
        draft.replace(file)
    return file


def _made() -> bytes:
    root_key, key = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _each in range(2))
    root_name, name = _name(f"{DEMO_NAME} root"), _name(DEMO_NAME)
    root = _certificate(root_name, root_name, root_key.public_key(), root_key, authority=True)
    own = _certificate(name, root_name, key.public_key(), root_key, authority=False)
    return pkcs12.serialize_key_and_certificates(DEMO_NAME.encode(), key, own, [root], NoEncryption())


def _name(common: str) -> x509.Name:
    told = ((NameOID.COUNTRY_NAME, "BE"), (NameOID.ORGANIZATION_NAME, "Baken DEMO"), (NameOID.COMMON_NAME, common))
    return x509.Name([x509.NameAttribute(kind, text) for kind, text in told])


def _certificate(
    subject: x509.Name, issuer: x509.Name, key: rsa.RSAPublicKey, by: rsa.RSAPrivateKey, *, authority: bool
) -> x509.Certificate:
    now = clock.now()
    usage = dict.fromkeys(
        ("key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only"), False
    )
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=3650))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=not authority,
                content_commitment=not authority,
                key_cert_sign=authority,
                crl_sign=authority,
                **usage,
            ),
            critical=True,
        )
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key()), critical=False)
        .sign(by, hashes.SHA256())
    )
