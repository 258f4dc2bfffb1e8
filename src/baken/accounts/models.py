"""Users, their posts, teams and tokens; who looked at whom; and for whom the glass was broken."""

from datetime import date
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.accounts.roles import POLICY, Entitlement, Role
from baken.foundation import clock
from baken.ledger.models import Office


class Users(BaseUserManager["User"]):
    """Makes users; there are none who may do everything."""

    def create_user(self, username: str, password: str | None = None, **more: Any) -> "User":
        """A user; without a password nobody can sign in with one."""
        user = self.model(username=self.model.normalize_username(username), **more)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """Somebody who signs in. What they may do follows from their posts; Django's own permissions are not used."""

    id = models.BigAutoField("nummer", primary_key=True)
    username = models.CharField(
        _("gebruikersnaam"), max_length=150, unique=True, validators=[UnicodeUsernameValidator()]
    )
    first_name = models.CharField("voornaam", max_length=150, blank=True, default="")
    last_name = models.CharField("familienaam", max_length=150, blank=True, default="")
    email = models.EmailField("e-mailadres", blank=True, default="")
    is_active = models.BooleanField("actief", default=True)
    made_at = models.DateTimeField("gemaakt op", default=clock.now)
    staff_number = models.CharField("personeelsnummer", max_length=40, unique=True, null=True, blank=True)
    """By which facts name a counsellor, and appends who recorded them."""
    chosen_post = models.ForeignKey(
        "Post", models.SET_NULL, verbose_name="gekozen functie", null=True, blank=True, related_name="+"
    )

    objects = Users()
    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"
        default_permissions = ()

    def get_full_name(self) -> str:
        """First and last name, as Django's parts ask for it."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def shown(self) -> str:
        """The name on screens and letters."""
        return self.get_full_name() or self.username


class Team(models.Model):
    """People who follow dossiers together at one office."""

    id = models.BigAutoField("nummer", primary_key=True)
    name = models.CharField("naam", max_length=120)
    office = models.ForeignKey(Office, models.PROTECT, verbose_name="vestiging", related_name="+", db_constraint=False)

    class Meta:
        verbose_name = "team"
        verbose_name_plural = "teams"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["office", "name"], name="team_once")]

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A role somebody holds, for a team or agency, over a period (half-open; empty when taken back the same day)."""

    id = models.BigAutoField("nummer", primary_key=True)
    user = models.ForeignKey(User, models.CASCADE, verbose_name="gebruiker", related_name="posts")
    role = models.CharField("rol", max_length=20, choices=Role)
    agency = models.CharField("agentschap", max_length=20, blank=True, default="")
    team = models.ForeignKey(Team, models.PROTECT, verbose_name="team", null=True, blank=True, related_name="posts")
    since = models.DateField("vanaf")
    until = models.DateField("tot", null=True, blank=True)
    given_by = models.CharField("gegeven door", max_length=120, blank=True, default="")
    """`acm` where it came with a sign-in by ACM/IDM."""

    class Meta:
        verbose_name = "functie"
        verbose_name_plural = "functies"
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")), name="post_period"
            )
        ]

    @property
    def entitlement(self) -> Entitlement:
        """What the role may."""
        return POLICY[Role(self.role)]

    def runs(self, on: date) -> bool:
        """Whether somebody holds it on a day."""
        return self.since <= on and (self.until is None or on < self.until)


class Token(models.Model):
    """With which a program works for somebody in one post, for a while. Only a digest of it is kept."""

    id = models.BigAutoField("nummer", primary_key=True)
    user = models.ForeignKey(User, models.CASCADE, verbose_name="gebruiker", related_name="tokens")
    post = models.ForeignKey(Post, models.CASCADE, verbose_name="functie", related_name="+")
    name = models.CharField("naam", max_length=60)
    digest = models.CharField("vingerafdruk", max_length=64, unique=True)
    made_at = models.DateTimeField("gemaakt op", default=clock.now)
    expires_at = models.DateTimeField("geldig tot")
    used_on = models.DateField("laatst gebruikt op", null=True, blank=True)

    class Meta:
        verbose_name = "toegangstoken"
        verbose_name_plural = "toegangstokens"
        default_permissions = ()


class Remembered(models.Model):
    """The table of Django's cache: failed sign-ins and calls counted, so that a lock-out holds in every process."""

    cache_key = models.CharField("sleutel", max_length=255, primary_key=True)
    value = models.TextField("waarde")
    expires = models.DateTimeField("tot", db_index=True)

    class Meta:
        verbose_name = "onthouden waarde"
        verbose_name_plural = "onthouden waarden"
        default_permissions = ()


class Look(models.Model):
    """Somebody looked at a file, searched, exported, acted or was refused: who, when, for what. Never changes."""

    kept = True
    """Under guard of the database, like facts (`ledger.guards`)."""

    class Kind(models.TextChoices):
        PAGE = "page", _("bekeken")
        ACT = "act", _("gewijzigd")
        SEARCH = "search", _("gezocht")
        EXPORT = "export", _("uitgevoerd")
        DOCUMENT = "document", _("document gemaakt")
        REFUSED = "refused", _("geweigerd")
        GLASS = "glass", _("uitzonderlijk geopend")

    id = models.BigAutoField("nummer", primary_key=True)
    at = models.DateTimeField("wanneer", default=clock.now)
    kind = models.CharField("wat", max_length=8, choices=Kind)
    user = models.ForeignKey(
        User, models.DO_NOTHING, verbose_name="wie", null=True, related_name="+", db_constraint=False
    )
    role = models.CharField("als", max_length=20, choices=Role, blank=True, default="")
    dossier = models.BigIntegerField("dossier", null=True, blank=True)
    place = models.CharField("waar", max_length=120, blank=True, default="")
    """The name of the page, act or export; never what was typed."""
    note = models.CharField("toelichting", max_length=500, blank=True, default="")
    """A reason given; what was looked for is not kept, for it would say who."""
    request = models.CharField("verzoek", max_length=12, blank=True, default="")

    class Meta:
        verbose_name = "inzage"
        verbose_name_plural = "inzagen"
        default_permissions = ()
        indexes = [
            models.Index(fields=["dossier", "-id"], name="look_dossier", condition=models.Q(dossier__isnull=False)),
            models.Index(fields=["user", "-id"], name="look_user"),
            models.Index(fields=["at"], name="look_at"),
        ]


class Glass(models.Model):
    """Somebody opened a dossier outside their reach, with a reason, for a while; a team lead looks at it afterwards."""

    id = models.BigAutoField("nummer", primary_key=True)
    user = models.ForeignKey(User, models.PROTECT, verbose_name="wie", related_name="+")
    agency = models.CharField("agentschap", max_length=20, blank=True, default="")
    dossier = models.BigIntegerField("dossier")
    reason = models.CharField("reden", max_length=500)
    opened_at = models.DateTimeField("geopend op", default=clock.now)
    until = models.DateTimeField("tot")
    seen_by = models.ForeignKey(
        User, models.PROTECT, verbose_name="nagekeken door", null=True, blank=True, related_name="+"
    )
    seen_at = models.DateTimeField("nagekeken op", null=True, blank=True)
    approved = models.BooleanField("terecht", null=True, blank=True)

    class Meta:
        verbose_name = "uitzonderlijke inzage"
        verbose_name_plural = "uitzonderlijke inzagen"
        default_permissions = ()
        indexes = [models.Index(fields=["user", "dossier", "until"], name="glass_open")]


class DossierPlace(models.Model):
    """Derived: where a dossier is followed and by whom, so that lists know what somebody may see."""

    dossier = models.BigIntegerField("dossier", primary_key=True)
    person = models.BigIntegerField("persoon", db_index=True)
    office = models.ForeignKey(
        Office, models.DO_NOTHING, verbose_name="vestiging", null=True, related_name="+", db_constraint=False
    )
    agency = models.CharField("agentschap", max_length=20, blank=True, default="")
    counsellor = models.CharField("trajectbegeleider", max_length=40, blank=True, default="")
    infringement = models.BooleanField("inbreuk", default=False)
    appealed = models.BooleanField("beroep", default=False)

    class Meta:
        verbose_name = "plaats van een dossier"
        verbose_name_plural = "plaatsen van dossiers"
        default_permissions = ()
        indexes = [
            models.Index(fields=["counsellor", "dossier"], name="place_counsellor"),
            models.Index(fields=["office", "dossier"], name="place_office"),
            models.Index(fields=["agency", "dossier"], name="place_agency"),
        ]
