"""What the queue promises, within one process: enqueue, claim, end, retry, cancel."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import transaction

from baken.foundation import clock
from baken.foundation.errors import BadRequest, Conflict
from baken.ledger.append import append
from baken.people.facts import DossierOpened
from baken.ui import acts
from baken.ui.jobs import prune_jobs
from baken.ui.models import Attempt, Job, State, Worker
from baken.ui.queue import declare, definition, job, store
from baken.ui.tests import sample_jobs

LEASE = timedelta(minutes=1)
DAY = datetime(2026, 1, 1, tzinfo=UTC).date()


@pytest.fixture(autouse=True)
def _database(ledger_db):
    """Every test here has a database of its own."""


def ask(**choices) -> Job:
    return sample_jobs.write_line.using(**choices).enqueue(path="x", line="y")


def test_a_job_exists_when_the_append_it_belongs_to_commits():
    with transaction.atomic():
        append([DossierOpened(dossier=1, person=1, occurred_on=DAY)], by="test", source="test")
        ask()
    assert Job.objects.get().state == State.WAITING
    assert DossierOpened.objects.count() == 1


def test_a_job_vanishes_with_the_append_that_rolls_back():
    with pytest.raises(RuntimeError), transaction.atomic():
        append([DossierOpened(dossier=1, person=1, occurred_on=DAY)], by="test", source="test")
        ask()
        raise RuntimeError
    assert not Job.objects.exists()
    assert not DossierOpened.objects.exists()


def test_under_one_key_a_job_exists_once_whatever_became_of_it():
    first = ask(key="letter-1")
    Job.objects.filter(pk=first.pk).update(state=State.DONE)
    assert ask(key="letter-1").pk == first.pk
    assert ask(key="letter-2").pk != first.pk
    assert ask().pk != ask().pk


def test_the_highest_priority_goes_first_then_the_oldest():
    low, high, also_low = ask(), ask(priority=5), ask()
    taken = [store.claim("w", LEASE).job_id for _ in range(3)]
    assert taken == [high.pk, low.pk, also_low.pk]
    assert store.claim("w", LEASE) is None


def test_a_job_waits_for_its_moment():
    ask(run_after=clock.now() + timedelta(hours=1))
    assert store.claim("w", LEASE) is None


def test_a_failed_attempt_waits_and_keeps_its_error():
    ask()
    attempt = store.claim("w", LEASE)
    assert store.fail(attempt, "Het ging mis.", "ValueError in x.py:1 f", timedelta(minutes=1))
    job = Job.objects.get()
    assert (job.state, job.error, job.tries_left) == (State.WAITING, "Het ging mis.", 4)
    assert job.run_after > clock.now() + timedelta(seconds=50)
    Job.objects.update(run_after=clock.now())
    assert store.succeed(store.claim("w", LEASE))
    job.refresh_from_db()
    assert (job.state, job.error) == (State.DONE, "Het ging mis.")
    assert list(job.history.values_list("outcome", flat=True)) == ["failed", "done"]


def test_when_no_try_is_left_the_job_has_failed_and_a_person_can_start_it_again():
    job = ask()
    Job.objects.update(tries_left=1)
    store.fail(store.claim("w", LEASE), "Het ging mis.", "", timedelta(0))
    job.refresh_from_db()
    assert job.state == State.FAILED and job.finished_at
    acts.retry(job.pk)
    job.refresh_from_db()
    assert (job.state, job.tries_left, job.finished_at) == (State.WAITING, sample_jobs.write_line.tries, None)


def test_the_wait_doubles_up_to_an_hour():
    waits = [sample_jobs.write_line.delay(attempt).total_seconds() for attempt in (1, 2, 3, 20, 2000)]
    assert waits == [10, 20, 40, 3600, 3600]


def test_a_dead_workers_job_is_taken_back_and_the_dead_can_change_nothing_any_more():
    ask()
    dead = store.claim("dead", timedelta(seconds=-1))
    assert store.reclaim() == 1
    assert Attempt.objects.get().outcome == Attempt.Outcome.LOST
    alive = store.claim("alive", LEASE)
    assert store.beat(dead, LEASE) is None
    assert not store.succeed(dead)
    assert not store.fail(dead, "x", "", timedelta(0))
    assert not store.release(dead)
    assert store.succeed(alive)
    assert Job.objects.get().state == State.DONE


def test_a_living_workers_job_is_left_alone():
    ask()
    store.claim("w", LEASE)
    assert store.reclaim() == 0


def test_a_job_that_kills_its_workers_does_not_go_on_for_ever():
    ask()
    for _ in range(sample_jobs.write_line.tries):
        assert store.claim("w", timedelta(seconds=-1))
        store.reclaim()
    assert Job.objects.get().state == State.FAILED


def test_a_released_job_has_lost_no_try():
    job = ask()
    store.release(store.claim("w", LEASE))
    again = Job.objects.get()
    assert (again.state, again.tries_left) == (State.WAITING, job.tries_left)


def test_a_waiting_job_is_cancelled_at_once_and_a_running_one_by_its_worker():
    waiting = acts.cancel(ask().pk)
    assert waiting.state == State.CANCELLED
    running = ask()
    attempt = store.claim("w", LEASE)
    assert acts.cancel(running.pk).state == State.STOPPING
    assert store.beat(attempt, LEASE) == State.STOPPING
    assert store.stop(attempt)
    running.refresh_from_db()
    assert running.state == State.CANCELLED and running.finished_at


@pytest.mark.parametrize(("end", "state"), [("succeed", State.DONE), ("release", State.CANCELLED)])
def test_a_job_that_ends_while_it_is_being_stopped_stays_ended(end, state):
    job = ask()
    attempt = store.claim("w", LEASE)
    acts.cancel(job.pk)
    assert getattr(store, end)(attempt)
    job.refresh_from_db()
    assert job.state == state


def test_what_is_done_is_neither_cancelled_nor_started_again():
    job = ask()
    store.succeed(store.claim("w", LEASE))
    with pytest.raises(Conflict):
        acts.cancel(job.pk)
    with pytest.raises(Conflict):
        acts.retry(job.pk)


@pytest.mark.parametrize(
    "arguments", [{}, {"path": "x", "line": "y", "other": 1}, {"path": "x", "line": DAY}, {"path": "x", "line": (1,)}]
)
def test_arguments_that_do_not_fit_or_are_not_plain_json_are_refused_when_asked(arguments):
    with pytest.raises(BadRequest):
        sample_jobs.write_line.enqueue(**arguments)
    assert not Job.objects.exists()


def test_only_a_module_level_function_can_be_a_job():
    with pytest.raises(BadRequest):

        @job(title="x")
        def inner() -> None: ...


def test_a_recurring_job_takes_no_arguments():
    with pytest.raises(BadRequest, match="Haar argumenten zijn: path, line"):
        job(title="x", every="day at 02:30")(sample_jobs.note)


def test_an_unknown_job_is_named():
    with pytest.raises(BadRequest, match=r"baken\.nowhere\.go"):
        definition("baken.nowhere.go")


def test_a_recurring_job_is_asked_for_once_per_occurrence_and_a_missed_one_once():
    def asked(now: datetime) -> int:
        return len([each for each in declare.enqueue_due(now) if each.name == prune_jobs.name])

    night = datetime(2026, 3, 28, 5, 0, tzinfo=UTC)
    assert [asked(night), asked(night), asked(night + timedelta(hours=5))] == [1, 0, 0]
    assert [asked(night + timedelta(days=1)), asked(night + timedelta(days=1))] == [1, 0]
    assert asked(night + timedelta(days=30)) == 1


def test_finished_jobs_are_pruned_after_a_while_and_others_never():
    long_ago = clock.now() - timedelta(days=61)
    old, waiting, recent = ask(), ask(), ask()
    Job.objects.filter(pk=old.pk).update(state=State.DONE, finished_at=long_ago)
    Job.objects.filter(pk=waiting.pk).update(created_at=long_ago)
    Job.objects.filter(pk=recent.pk).update(state=State.DONE, finished_at=clock.now())
    Worker.objects.create(name="gone", started_at=long_ago, seen_at=long_ago)
    prune_jobs.call()
    assert set(Job.objects.values_list("pk", flat=True)) == {waiting.pk, recent.pk}
    assert not Worker.objects.exists()


def test_a_job_is_asked_for_from_the_command_line_or_done_at_once(tmp_path, capsys):
    name, path = sample_jobs.write_line.name, tmp_path / "notes"
    for _ in range(2):
        call_command("job", name, f"path={path}", "line=later", "--key", "once")
    assert Job.objects.get().arguments == {"path": str(path), "line": "later"}
    call_command("job", name, f"path={path}", 'line="now"', "--here")
    assert path.read_text() == "now\n"
    call_command("job", "--list")
    assert "ui.prune_jobs" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["nobody.knows"], [], ["ui.prune_jobs", "x=1"], ["ui.prune_jobs", "x"]])
def test_what_cannot_be_asked_is_refused_with_a_sentence(arguments):
    with pytest.raises(BadRequest):
        call_command("job", *arguments)
