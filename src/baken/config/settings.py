"""Django settings. Everything a deployment changes comes from the environment; the embedded default needs nothing."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

VAR = Path(os.environ.get("BAKEN_VAR", "var")).resolve()
DEMO = os.environ.get("BAKEN_DEMO", "") == "1"
DEBUG = False
SECRET_KEY = os.environ.get("BAKEN_SECRET_KEY") or "demo-only-never-in-production"
ALLOWED_HOSTS = os.environ.get("BAKEN_HOSTS", "127.0.0.1,localhost").split(",")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "baken.ledger.apps.LedgerConfig",
    "baken.people.apps.PeopleConfig",
    "baken.programme.apps.ProgrammeConfig",
    "baken.orientation.apps.OrientationConfig",
    "baken.dutch.apps.DutchConfig",
    "baken.work.apps.WorkConfig",
    "baken.participation.apps.ParticipationConfig",
    "baken.fees.apps.FeesConfig",
    "baken.enforcement.apps.EnforcementConfig",
    "baken.figures.apps.FiguresConfig",
]

ROOT_URLCONF = "baken.config.urls"
USE_TZ = True
TIME_ZONE = "Europe/Brussels"
LANGUAGE_CODE = "nl"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


def _database(url: str) -> dict[str, object]:
    """`sqlite:PATH` or `postgresql://user:password@host:port/name` as a Django database."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(Path(parts.path).resolve()),
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 60,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-64000;",
            },
            "TEST": {"NAME": str(VAR / f"test-{os.getpid()}.sqlite3")},
        }
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
    }


VAR.mkdir(parents=True, exist_ok=True)
DATABASES = {"default": _database(os.environ.get("BAKEN_DATABASE", f"sqlite:{VAR / 'baken.sqlite3'}"))}
