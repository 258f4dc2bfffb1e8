"""A real OpenID Connect provider in a process of its own: `python provider.py PORT FOLDER`; it knows nothing of Baken.

Who signs in there types a name; FOLDER/claims.json says what the provider tells of whom.
"""

import json
import sys
from pathlib import Path
from wsgiref.simple_server import make_server

import django
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import include, path

CLIENT, SECRET = "baken", "geheim"


def configure(folder: Path) -> None:
    """Django as the provider needs it."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()
    settings.configure(
        SECRET_KEY="provider",
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF=__name__,
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "django.contrib.messages",
            "allauth",
            "allauth.account",
            "allauth.idp.oidc",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "allauth.account.middleware.AccountMiddleware",
        ],
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "provider.sqlite3"}},
        LOGIN_URL="/login/",
        SESSION_COOKIE_NAME="provider",
        USE_TZ=True,
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        IDP_OIDC_PRIVATE_KEY=pem,
        IDP_OIDC_ADAPTER=f"{__name__}.Adapter",
        CLAIMS=folder / "claims.json",
    )
    django.setup()


def furnish(callback: str) -> None:
    """The tables, and Baken as a client."""
    from allauth.idp.oidc.models import Client
    from django.contrib.auth.hashers import make_password

    call_command("migrate", verbosity=0)
    Client.objects.create(
        id=CLIENT,
        name="Baken",
        secret=make_password(SECRET),
        scopes="openid\nprofile\nvo\nbaken",
        redirect_uris="\n".join(callback.split(",")),
        skip_consent=True,
    )


def login(request):
    """Who signs in types a name."""
    from django.contrib.auth import get_user_model
    from django.contrib.auth import login as enter

    if request.method == "GET":
        return HttpResponse('<form method="post"><label>Naam <input name="name"></label><button>Verder</button></form>')
    user, _made = get_user_model().objects.get_or_create(username=request.POST["name"])
    enter(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return HttpResponseRedirect(request.GET["next"])


if __name__ == "__main__":
    configure(Path(sys.argv[2]))
    from allauth.idp.oidc.adapter import DefaultOIDCAdapter

    class Adapter(DefaultOIDCAdapter):
        """Tells of everybody what stands in claims.json."""

        def get_claims(self, purpose, user, client, scopes, email=None, **kwargs):
            """The number of the user, and what is told of that name."""
            told = json.loads(settings.CLAIMS.read_text()).get(user.username, {})
            return {"sub": self.get_user_sub(client, user), **(told if purpose == "userinfo" else {})}

    urlpatterns = [path("login/", login), path("", include("allauth.idp.urls"))]
    furnish(sys.argv[3])
    make_server("127.0.0.1", int(sys.argv[1]), get_wsgi_application()).serve_forever()
