"""Background work: one queue in the database.

A room declares its jobs in `jobs.py`, which is found when jobs are first asked for:

    from django.utils.translation import gettext_lazy as _
    from baken.ui.queue import job

    @job(title=_("Nachtelijke momentopname"), every="day at 02:30")
    def nightly_snapshot() -> None:
        ...

and asks for one inside the transaction whose outcome it follows:

    with transaction.atomic():
        append(...)
        send_letter.using(key=f"letter-{number}").enqueue(letter=number)

`baken worker` does the work. See `declare` for what a job promises and `worker` for how it is kept.
"""

from baken.ui.queue.declare import Definition, definition, definitions, job, recurrences

__all__ = ["Definition", "definition", "definitions", "job", "recurrences"]
