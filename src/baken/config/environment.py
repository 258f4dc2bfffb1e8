"""What a deployment sets in its environment, read and judged; docs/settings.md tells of each setting.

It is read before there is a catalogue of translations, so each sentence stands here in both languages.
"""

import os
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from baken.foundation.errors import BadRequest

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
SHAPE = (
    "Schrijf sqlite:PAD of postgresql://gebruiker:wachtwoord@computer:poort/naam.",
    "Write sqlite:PATH or postgresql://user:password@host:port/name.",
)


def text(name: str, default: str) -> str:
    """A setting; one that is empty counts as not set."""
    return os.environ.get(name) or default


def either(nl: str, en: str) -> str:
    """A sentence in the language that commands speak."""
    return en if text("BAKEN_LANGUAGE", "nl") == "en" else nl


def switch(name: str) -> bool:
    """Whether something is on (1). Raises BadRequest for what is neither on nor off."""
    value = text(name, "0")
    if value not in ("0", "1"):
        raise BadRequest(f"{name} is “{value}”.", either("Kies 1 of 0.", "Choose 1 or 0."))
    return value == "1"


def language() -> str:
    """The language of commands. Raises BadRequest."""
    spoken = text("BAKEN_LANGUAGE", "nl")
    if spoken not in ("nl", "en"):
        raise BadRequest(f"BAKEN_LANGUAGE is “{spoken}”.", "Kies nl of en. / Choose nl or en.")
    return spoken


def log_level() -> str:
    """From which weight on something is logged. Raises BadRequest."""
    level = text("BAKEN_LOG_LEVEL", "WARNING").upper()
    if level not in LEVELS:
        choices = ", ".join(LEVELS)
        raise BadRequest(f"BAKEN_LOG_LEVEL is “{level}”.", either(f"Kies uit {choices}.", f"Choose from {choices}."))
    return level


def folder() -> Path:
    """BAKEN_VAR, made where it is missing. Raises BadRequest."""
    place = Path(text("BAKEN_VAR", "var")).resolve()
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise BadRequest(
            either(f"BAKEN_VAR kan geen map zijn op {place}.", f"BAKEN_VAR cannot be a folder at {place}."),
            either("Noem een map die bestaat, of die er mag komen.", "Name a folder that exists, or that can be made."),
        ) from None
    return place


def database(place: Path) -> dict[str, object]:
    """BAKEN_DATABASE as a Django database; without it SQLite in the folder `place`. Raises BadRequest."""
    url = text("BAKEN_DATABASE", f"sqlite:{place / 'baken.sqlite3'}")
    try:
        parts = urlsplit(url)
        port = str(parts.port or "")
    except ValueError:
        raise _not_a_database("BAKEN_DATABASE noemt geen databank", "BAKEN_DATABASE names no database") from None
    if parts.scheme == "sqlite":
        return _sqlite(parts, place)
    if parts.scheme != "postgresql":
        raise _not_a_database(
            f"BAKEN_DATABASE noemt een databank van de soort “{parts.scheme}”",
            f"BAKEN_DATABASE names a database of the kind “{parts.scheme}”",
        )
    if not parts.path.strip("/"):
        raise _not_a_database("In BAKEN_DATABASE staat geen naam", "BAKEN_DATABASE holds no name")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": port,
    }


def _sqlite(parts: SplitResult, place: Path) -> dict[str, object]:
    file = Path(parts.path).resolve()
    if parts.netloc or not parts.path or file.is_dir():
        raise _not_a_database("BAKEN_DATABASE noemt geen bestand", "BAKEN_DATABASE names no file")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 60,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-64000;",
        },
        "TEST": {"NAME": str(place / f"test-{os.getpid()}.sqlite3")},
    }


def _not_a_database(nl: str, en: str) -> BadRequest:
    return BadRequest(f"{either(nl, en)}.", either(*SHAPE))


def openid_connect() -> dict[str, object]:
    """Sign-in by the Flemish ACM/IDM, or another OpenID Connect provider; nothing when no issuer is set."""
    issuer = text("BAKEN_OIDC_ISSUER", "")
    if not issuer:
        return {}
    app = {
        "provider_id": "acm",
        "name": text("BAKEN_OIDC_NAME", "ACM/IDM"),
        "client_id": text("BAKEN_OIDC_CLIENT", ""),
        "secret": text("BAKEN_OIDC_SECRET", ""),
        "settings": {"server_url": issuer, "token_auth_method": "client_secret_basic"},
    }
    scope = text("BAKEN_OIDC_SCOPE", "openid profile vo baken").split()
    return {"openid_connect": {"APPS": [app], "SCOPE": scope, "OAUTH_PKCE_ENABLED": True}}
