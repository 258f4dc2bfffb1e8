"""The job queue as it stands in the database: jobs, attempts, workers; and the calls of the API that were answered."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.foundation import clock


class State(models.TextChoices):
    """Where a job stands. Which moves are possible is in `MOVES`."""

    WAITING = "waiting", _("wacht")
    RUNNING = "running", _("loopt")
    STOPPING = "stopping", _("wordt gestopt")
    DONE = "done", _("klaar")
    FAILED = "failed", _("mislukt")
    CANCELLED = "cancelled", _("geannuleerd")


MOVES = {
    State.WAITING: {State.RUNNING, State.CANCELLED},
    State.RUNNING: {State.DONE, State.WAITING, State.FAILED, State.STOPPING},
    State.STOPPING: {State.DONE, State.CANCELLED},
    State.FAILED: {State.WAITING},
    State.CANCELLED: {State.WAITING},
    State.DONE: set(),
}
FINISHED = (State.DONE, State.FAILED, State.CANCELLED)
HELD = (State.RUNNING, State.STOPPING)
"""States in which a worker holds the job under a lease."""


class Job(models.Model):
    """One piece of background work, enqueued in the transaction of whatever asked for it."""

    id = models.BigAutoField("nummer", primary_key=True)
    name = models.CharField("taak", max_length=200)
    arguments = models.JSONField("gegevens", default=dict)
    key = models.CharField("sleutel", max_length=200, unique=True, null=True, blank=True)
    priority = models.SmallIntegerField("voorrang", default=0)
    created_at = models.DateTimeField("gevraagd op", default=clock.now)
    run_after = models.DateTimeField("niet voor", default=clock.now)
    state = models.CharField("toestand", max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveIntegerField("pogingen", default=0)
    tries_left = models.PositiveIntegerField("resterende pogingen")
    worker = models.CharField("werker", max_length=120, blank=True, default="")
    lease_until = models.DateTimeField("vastgehouden tot", null=True, blank=True)
    finished_at = models.DateTimeField("geëindigd op", null=True, blank=True)
    error = models.CharField("laatste fout", max_length=1000, blank=True, default="")

    class Meta:
        verbose_name = "achtergrondtaak"
        verbose_name_plural = "achtergrondtaken"
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["-priority", "run_after", "id"],
                condition=models.Q(state="waiting"),
                name="job_waiting",
            ),
            models.Index(fields=["state", "-id"], name="job_state"),
        ]

    def may_become(self, state: State) -> bool:
        """Whether the table of moves allows it from where the job stands."""
        return state in MOVES[State(self.state)]


class Attempt(models.Model):
    """One time that a worker took a job up; `error` is empty while it runs and when it went well."""

    class Outcome(models.TextChoices):
        RUNNING = "running", _("loopt")
        DONE = "done", _("geslaagd")
        FAILED = "failed", _("mislukt")
        LOST = "lost", _("werker weggevallen")
        RELEASED = "released", _("teruggegeven")
        STOPPED = "stopped", _("gestopt")

    id = models.BigAutoField("nummer", primary_key=True)
    job = models.ForeignKey(Job, models.CASCADE, verbose_name="taak", related_name="history")
    number = models.PositiveIntegerField("poging")
    worker = models.CharField("werker", max_length=120)
    started_at = models.DateTimeField("begonnen op")
    ended_at = models.DateTimeField("geëindigd op", null=True, blank=True)
    outcome = models.CharField("afloop", max_length=10, choices=Outcome, default=Outcome.RUNNING)
    error = models.CharField("fout", max_length=1000, blank=True, default="")
    place = models.CharField("plaats in de code", max_length=300, blank=True, default="")

    class Meta:
        verbose_name = "poging"
        verbose_name_plural = "pogingen"
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["job", "number"], name="attempt_once")]


class Answered(models.Model):
    """A call of the API that was carried out, kept for a day: who sent it again gets the same answer."""

    key = models.CharField("sleutel", max_length=64, primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, verbose_name="gebruiker", related_name="+")
    post = models.ForeignKey("accounts.Post", models.CASCADE, verbose_name="functie", null=True, related_name="+")
    asked = models.CharField("vingerafdruk van de vraag", max_length=64)
    answer = models.TextField("antwoord", blank=True, default="")
    """Numbers and names of acts only; nothing that somebody typed."""
    at = models.DateTimeField("wanneer", default=clock.now, db_index=True)

    class Meta:
        verbose_name = "beantwoorde vraag"
        verbose_name_plural = "beantwoorde vragen"
        default_permissions = ()


class Worker(models.Model):
    """A process that takes up jobs, and when it was last heard of."""

    name = models.CharField("naam", max_length=120, primary_key=True)
    started_at = models.DateTimeField("begonnen op")
    seen_at = models.DateTimeField("laatst gezien op")

    class Meta:
        verbose_name = "werker"
        verbose_name_plural = "werkers"
        default_permissions = ()
