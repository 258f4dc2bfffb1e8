"""What people do with their own workplace: what they have seen, filters that they keep; and the acts on dossiers."""

from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from baken.accounts.standing import Standing
from baken.foundation import clock
from baken.foundation.errors import BadRequest
from baken.workplace import merging
from baken.workplace.models import SavedFilter, Seen
from baken.workplace.queries import FILTERS

__all__ = ["merging"]
MOST = 20
PAGES = ("my-day", "cases")


def note_seen(standing: Standing, append: int) -> None:
    """Remember up to where somebody looked at what changed."""
    if standing.user is not None:
        Seen.objects.update_or_create(user=standing.user, defaults={"append": append, "at": clock.now()})


def keep_filter(standing: Standing, page: str, name: str, query: str) -> SavedFilter:
    """Keep a filter under a name; one of the same name is replaced. Raises BadRequest."""
    told = QueryDict(query)
    chosen = {key: told[key] for key in (*FILTERS, "counsellor") if told.get(key)}
    if page not in PAGES or not name.strip() or not chosen or standing.user is None:
        raise BadRequest(_("Er is geen filter om te bewaren."), _("Kies eerst wat u wilt zien, en geef het een naam."))
    own = SavedFilter.objects.filter(user=standing.user)
    if own.count() >= MOST:
        raise BadRequest(_("U bewaart al veel filters."), _("Verwijder er eerst een."))
    made, _new = own.update_or_create(
        page=page, name=name.strip()[:60], user=standing.user, defaults={"query": urlencode(chosen)[:500]}
    )
    return made


def forget_filter(standing: Standing, number: int) -> None:
    """Forget one of one's own filters."""
    SavedFilter.objects.filter(user=standing.user, pk=number).delete()
