"""Tokens with which a program works for somebody: made in one's account, for one post, for a while."""

import secrets
from datetime import timedelta
from hashlib import sha256

from django.utils.translation import gettext as _

from baken.accounts.models import Post, Token, User
from baken.accounts.standing import Standing, running_posts
from baken.foundation import clock
from baken.foundation.errors import BadRequest, NotAllowed

BEGINS = "baken_"
"""So that a token that leaked is recognised."""
LONGEST = 365
"""Days."""
MOST = 20
"""Tokens that run of one user."""


def make_token(user: User, post: int, name: str, days: int) -> tuple[Token, str]:
    """A token and its text, which is shown once. Raises BadRequest, NotAllowed for a post that is not one's own."""
    held = next((one for one in running_posts(user) if one.pk == post), None)
    if held is None:
        raise NotAllowed(_("Die functie hebt u niet."))
    if not name.strip():
        raise BadRequest(_("Geef het token een naam, zodat u later weet waarvoor het dient."))
    if not 1 <= days <= LONGEST:
        raise BadRequest(_("Een token geldt 1 tot %(most)s dagen.") % {"most": LONGEST})
    if user.tokens.filter(expires_at__gt=clock.now()).count() >= MOST:
        raise BadRequest(_("U hebt al %(most)s tokens.") % {"most": MOST}, _("Verwijder er eerst een."))
    text = BEGINS + secrets.token_urlsafe(32)
    expires = clock.now() + timedelta(days=days)
    made = Token.objects.create(user=user, post=held, name=name.strip()[:60], digest=_digest(text), expires_at=expires)
    return made, text


def end_token(user: User, number: int) -> None:
    """Remove one of one's own tokens; from now on it opens nothing."""
    user.tokens.filter(pk=number).delete()


def tokens_of(user: User) -> list[tuple[Token, Post, bool]]:
    """One's tokens with their post and whether they still run, the last first."""
    now = clock.now()
    return [(one, one.post, one.expires_at > now) for one in user.tokens.select_related("post").order_by("-id")]


def standing_by(text: str) -> tuple[Token, Standing] | None:
    """For whom a token speaks; None for one that is unknown, or ran out, or whose post or account ended."""
    found = Token.objects.select_related("user", "post__team").filter(digest=_digest(text)).first()
    today = clock.today()
    if found is None or found.expires_at <= clock.now() or not found.user.is_active or not found.post.runs(today):
        return None
    if found.used_on != today:
        Token.objects.filter(pk=found.pk).update(used_on=today)
    return found, Standing(found.user, found.post)


def _digest(text: str) -> str:
    """A fast digest is enough: the text is random and long."""
    return sha256(text.encode()).hexdigest()
