"""A call that changes something counts once: the same key gives the same answer, however often it is sent."""

import json
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from typing import Any

from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from baken.accounts.standing import Standing
from baken.foundation import clock
from baken.ui.api.problems import Refusal
from baken.ui.models import Answered

KEPT = timedelta(days=1)


def once(request: HttpRequest, key: str, do: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Do it, or tell what was answered before. Raises Refusal for a key of somebody else, or of another call.

    What fails leaves no trace, so that it may be tried again.
    """
    standing: Standing = request.standing  # type: ignore[attr-defined]
    assert standing.user is not None  # noqa: S101 - who has no post may do no act
    asked = sha256(f"{request.method} {request.path}\0".encode() + request.body).hexdigest()
    with transaction.atomic():
        Answered.objects.filter(at__lt=clock.now() - KEPT).delete()
        try:
            with transaction.atomic():
                made = Answered.objects.create(key=key, user=standing.user, post=standing.post, asked=asked)
        except IntegrityError:
            return _before(key, standing, asked)
        answer = do()
        made.answer = json.dumps(answer)
        made.save(update_fields=["answer"])
    return answer


def _before(key: str, standing: Standing, asked: str) -> dict[str, Any]:
    told = Answered.objects.get(key=key)
    if (told.user, told.post, told.asked) != (standing.user, standing.post, asked):
        sentence = _("Deze Idempotency-Key is al gebruikt voor iets anders.")
        raise Refusal(422, "key_taken", sentence, _("Neem voor elke nieuwe handeling een nieuwe sleutel."))
    return dict(json.loads(told.answer))
