"""Django settings. Everything a deployment changes comes from the environment; the embedded default needs nothing."""

import secrets
from datetime import date, timedelta
from pathlib import Path

from baken.config import environment, logging
from baken.foundation import clock
from baken.foundation.errors import BadRequest

PACKAGE = Path(__file__).parent.parent
SPOKEN = environment.language()
"""The language of commands, and of the screens of who chose none; the texts in the code are Dutch (LANGUAGE_CODE)."""
VAR = environment.folder()
DEMO = environment.switch("BAKEN_DEMO")
DEBUG = False
_GIVEN_KEY = environment.text("BAKEN_SECRET_KEY", "")
SECRET_KEY_GIVEN = bool(_GIVEN_KEY)
# Without one, commands have a key of the moment; pages are only served so in the demo (see ui.serving).
SECRET_KEY = _GIVEN_KEY or ("only-for-the-demo" if DEMO else secrets.token_urlsafe(50))
ALLOWED_HOSTS = environment.text("BAKEN_HOSTS", "127.0.0.1,localhost").split(",")
BEHIND_PROXY = environment.switch("BAKEN_BEHIND_PROXY")
"""Whether a proxy ends TLS in front of us and says so in X-Forwarded-Proto."""
ADDRESS = environment.text("BAKEN_ADDRESS", "http://127.0.0.1:8000").rstrip("/")
"""Under which everybody reaches these pages; it stands on papers."""
SEAL = environment.text("BAKEN_SEAL", "")
SEAL_PASSWORD = environment.text("BAKEN_SEAL_PASSWORD", "")
"""The key that seals papers (PKCS#12), and what opens it."""

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "baken.ledger.apps.LedgerConfig",
    "baken.people.apps.PeopleConfig",
    "baken.accounts.apps.AccountsConfig",
    "baken.ui.apps.UiConfig",
    "baken.programme.apps.ProgrammeConfig",
    "baken.orientation.apps.OrientationConfig",
    "baken.dutch.apps.DutchConfig",
    "baken.work.apps.WorkConfig",
    "baken.participation.apps.ParticipationConfig",
    "baken.fees.apps.FeesConfig",
    "baken.enforcement.apps.EnforcementConfig",
    "baken.documents.apps.DocumentsConfig",
    "baken.exchange.apps.ExchangeConfig",
    "baken.privacy.apps.PrivacyConfig",
    "baken.figures.apps.FiguresConfig",
    "baken.statistics.apps.StatisticsConfig",
    "baken.workplace.apps.WorkplaceConfig",
    "baken.demo.apps.DemoConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "baken.ui.middleware.request_record",
    "baken.ui.middleware.strict_headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "baken.ui.middleware.chosen_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "baken.ui.sessions.session_end",
    "baken.ui.middleware.standing",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "baken.ui.permissions.DenyUndeclared",
    "baken.ui.middleware.ClearErrors",
]
ROOT_URLCONF = "baken.config.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": sorted(PACKAGE.glob("*/web/templates")),
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "baken.ui.context.frame",
            ],
        },
    }
]
FORM_RENDERER = "baken.ui.forms.Renderer"
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
CSRF_FAILURE_VIEW = "baken.ui.web.errors.csrf_failed"
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = ACCOUNT_LOGOUT_REDIRECT_URL = "start"
ACCOUNT_ADAPTER = "baken.ui.signing_in.Adapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_RATE_LIMITS = {"login_failed": "30/m/ip,5/15m/key"}
"""Five wrong passwords for one account, and it stays closed for a quarter of an hour."""
MFA_ADAPTER = "baken.ui.signing_in.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Baken"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO
MFA_TOTP_TOLERANCE = 1
"""A code of half a minute ago still counts: telephones' clocks differ."""
USERSESSIONS_TRACK_ACTIVITY = True
"""Shows it in the list of devices; `ui.sessions` keeps it."""
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0
SOCIALACCOUNT_ADAPTER = "baken.ui.acm.Adapter"
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_AUTO_SIGNUP = True
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_OPENID_CONNECT_URL_PREFIX = "acm"
ACM_ROLE_CLAIM = environment.text("BAKEN_OIDC_ROLE_CLAIM", "baken_rol_3d")
"""The claim in which ACM/IDM tells somebody's roles with us."""
SOCIALACCOUNT_PROVIDERS = environment.openid_connect()
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
PASSWORD_RESET_TIMEOUT = 3 * 24 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_LENGTH = timedelta(hours=10)
"""A working day: desks are shared."""
SESSION_IDLE = timedelta(hours=1)
SESSION_COOKIE_AGE = int(SESSION_LENGTH.total_seconds())
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = not DEMO
LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_HSTS_SECONDS = 0 if DEMO else 365 * 24 * 60 * 60
SECURE_SSL_REDIRECT = BEHIND_PROXY
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
X_FRAME_OPTIONS = "DENY"

LOGGING = logging.configuration()
USE_TZ = True
TIME_ZONE = "Europe/Brussels"
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

DATABASES = {"default": environment.database(VAR)}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_remembered",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
"""In the database: a lock-out holds for every process and machine; too large to be flushed by trying."""


def _live_on_demo_day(file: Path) -> None:
    """In demo mode every process lives on the day that the demo caseload brought along."""
    try:
        clock.live_on(date.fromisoformat(file.read_text(encoding="utf-8").strip()))
    except FileNotFoundError:
        return
    except ValueError as error:
        raise BadRequest(
            environment.either(f"In {file} staat geen dag.", f"{file} does not hold a day."),
            environment.either(
                "Schrijf 2026-10-31, of verwijder het bestand.", "Write 2026-10-31, or remove the file."
            ),
        ) from error


if DEMO:
    _live_on_demo_day(VAR / clock.TODAY)
