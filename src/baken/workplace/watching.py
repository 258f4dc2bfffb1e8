"""Who looked: the read log by person, day and dossier, a page at a time; and as a file for the person concerned."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from baken.accounts.models import Look, User
from baken.accounts.standing import Standing
from baken.foundation.clock import BRUSSELS
from baken.foundation.errors import BadRequest
from baken.foundation.identifiers import read_shown_number

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """Which lines are wanted; what is None is not asked. raw: as the address said it."""

    user: int | None = None
    on: date | None = None
    dossier: int | None = None
    kind: str = ""
    raw: dict[str, str] = field(default_factory=dict)

    @property
    def query(self) -> str:
        """As it stands in an address."""
        return urlencode(self.raw)


@dataclass(frozen=True, slots=True)
class Lines:
    """A page of the read log, the latest first; older: from which number the next page goes on, None at the end."""

    looks: list[Look]
    older: int | None


def read(query: QueryDict) -> Asked:
    """What an address asks. Raises BadRequest."""
    raw = {name: str(query[name]) for name in ("user", "on", "dossier", "kind") if query.get(name)}
    try:
        return Asked(
            int(raw["user"]) if "user" in raw else None,
            date.fromisoformat(raw["on"]) if "on" in raw else None,
            read_shown_number(raw["dossier"])[1] if "dossier" in raw else None,
            raw["kind"] if raw.get("kind") in Look.Kind.values else "",
            raw,
        )
    except ValueError:
        raise BadRequest(
            _("Die filter begrijpt Baken niet."), _("Schrijf een dossier als D-12-0, een dag als 2026-10-31.")
        ) from None


def lines(asked: Asked, before: str | None = None) -> Lines:
    """The lines asked for, from before a line on."""
    found = Look.objects.select_related("user").order_by("-id")
    if asked.user is not None:
        found = found.filter(user=asked.user)
    if asked.dossier is not None:
        found = found.filter(dossier=asked.dossier)
    if asked.kind:
        found = found.filter(kind=asked.kind)
    if asked.on is not None:
        begin = datetime.combine(asked.on, datetime.min.time(), BRUSSELS)
        found = found.filter(at__gte=begin, at__lt=begin + timedelta(days=1))
    if before and before.isdecimal():
        found = found.filter(pk__lt=int(before))
    told = list(found[: PER_PAGE + 1])
    return Lines(told[:PER_PAGE], told[PER_PAGE - 1].pk if len(told) > PER_PAGE else None)


def own(standing: Standing, before: str | None = None) -> Lines:
    """What somebody looked at oneself."""
    return lines(Asked(user=standing.user.pk if standing.user else 0), before)


def users() -> Iterable[User]:
    """Of whom lines can be asked."""
    return User.objects.order_by("last_name", "first_name", "username")


def as_csv(dossier: int) -> str:
    """The read log of a dossier as the person concerned may have it, the oldest line first."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow([_("wanneer"), _("wie"), _("als"), _("wat"), _("waar"), _("toelichting")])
    for look in Look.objects.filter(dossier=dossier).select_related("user").order_by("id").iterator():
        told = (
            look.user.shown if look.user else "",
            look.get_role_display(),
            look.get_kind_display(),
            look.place,
            look.note,
        )
        writer.writerow([f"{look.at.astimezone(BRUSSELS):%Y-%m-%d %H:%M}", *map(_safe, told)])
    return file.getvalue()


def _safe(text: str) -> str:
    """So that no spreadsheet takes what somebody wrote for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else str(text)
