"""The read log: every look, search, export, act and refusal, written before what it tells of is shown."""

from baken.accounts.models import Look
from baken.accounts.standing import Standing


def write(
    standing: Standing, kind: Look.Kind, place: str, *, dossier: int | None = None, note: str = "", request: str = ""
) -> Look:
    """Write one line. place: the name of a page, act or export, never what somebody typed."""
    return Look.objects.create(
        kind=kind,
        user=standing.user,
        role=standing.role,
        dossier=dossier,
        place=place[:120],
        note=note[:500],
        request=request,
    )
