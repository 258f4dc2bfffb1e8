"""The worker as a real process: killed, stopped, crowded."""

import os
import signal
import subprocess
import time
from pathlib import Path

from baken.ui import acts
from baken.ui.models import Attempt, Job, State, Worker
from baken.ui.tests import sample_jobs
from baken.ui.tests.conftest import Spawn, eventually, lines


def outcomes() -> list[str]:
    return list(Attempt.objects.order_by("id").values_list("outcome", flat=True))


def ended(process: subprocess.Popen) -> str:
    """What it said, once it ended well."""
    out, error = process.communicate(timeout=60)
    assert process.returncode == 0, error
    return out


def test_a_worker_does_what_waits_and_tells_how_it_went(spawn: Spawn, note_file: Path):
    sample_jobs.write_line.enqueue(path=str(note_file), line="hello")
    sample_jobs.breaks.enqueue(name="Jan Peeters")
    sample_jobs.dies.enqueue()
    out, log = spawn("worker", "--until-empty").communicate(timeout=60)
    assert "gestopt na 3 taken" in out
    assert lines(note_file) == ["hello"]
    fine, broken, died = Job.objects.order_by("id")
    assert (fine.state, broken.state, died.state) == (State.DONE, State.FAILED, State.FAILED)
    assert "programma" in broken.error and "viel weg" in died.error
    assert broken.history.get().place.startswith("ValueError in ui/tests/sample_jobs.py:")
    assert "Peeters" not in log + str(list(Attempt.objects.values())), "a message may name people: it is not kept"
    assert '"seconds"' in log and '"job.ended"' in log
    assert not Worker.objects.exists()


def test_a_failing_job_is_tried_again_with_a_wait_and_its_error_is_kept(spawn: Spawn, note_file: Path):
    sample_jobs.always_fails.enqueue(path=str(note_file))
    spawn("worker", "--no-clock")
    eventually(lambda: Job.objects.get().state == State.FAILED)
    job = Job.objects.get()
    assert job.error == "Dit lukt nooit."
    assert lines(note_file) == ["tried"] * 3
    assert outcomes() == ["failed"] * 3
    first, second, third = job.history.order_by("number")
    assert (second.started_at - first.ended_at).total_seconds() >= 0.05
    assert (third.started_at - second.ended_at).total_seconds() >= 0.1


def test_a_worker_killed_in_mid_job_leaves_it_to_the_next_and_its_child_does_not_go_on(spawn: Spawn, note_file: Path):
    sample_jobs.take_time.enqueue(path=str(note_file), seconds=6)
    victim = spawn("worker", "--no-clock", "--lease", "2")
    eventually(lambda: lines(note_file))
    os.kill(victim.pid, signal.SIGKILL)
    child = int(lines(note_file)[0].split()[1])
    eventually(lambda: not Path(f"/proc/{child}").exists())
    next_worker = spawn("worker", "--no-clock", "--lease", "2")
    eventually(lambda: Job.objects.get().state == State.DONE)
    assert [line.split()[0] for line in lines(note_file)] == ["begin", "begin", "end"]
    assert outcomes() == ["lost", "done"]
    next_worker.terminate()
    ended(next_worker)


def test_a_long_job_outlives_its_lease_because_the_worker_says_that_it_lives(spawn: Spawn, note_file: Path):
    sample_jobs.take_time.enqueue(path=str(note_file), seconds=7)
    both = [spawn("worker", "--no-clock", "--lease", "3"), spawn("worker", "--no-clock", "--lease", "3")]
    eventually(lambda: Job.objects.get().state == State.DONE)
    assert outcomes() == ["done"]
    for worker in both:
        worker.terminate()
        ended(worker)


def test_workers_at_once_never_run_one_job_twice(spawn: Spawn, tmp_path: Path):
    for number in range(60):
        sample_jobs.alone.enqueue(folder=str(tmp_path), number=number)
    workers = [spawn("worker", "--until-empty") for _ in range(3)]
    for worker in workers:
        ended(worker)
    assert sorted(map(int, lines(tmp_path / "done"))) == list(range(60))
    assert not (tmp_path / "overlaps").exists()
    assert Attempt.objects.count() == 60


def test_a_stop_lets_a_running_job_end_and_starts_no_other(spawn: Spawn, note_file: Path):
    sample_jobs.take_time.enqueue(path=str(note_file), seconds=2)
    sample_jobs.write_line.enqueue(path=str(note_file), line="not any more")
    worker = spawn("worker", "--no-clock")
    eventually(lambda: lines(note_file))
    os.killpg(worker.pid, signal.SIGTERM)  # as a service manager does: the whole group
    assert "gestopt na 1 taak." in ended(worker)
    assert lines(note_file)[1:] == ["end"]
    assert sorted(Job.objects.values_list("state", flat=True)) == ["done", "waiting"]


def test_a_job_that_lasts_longer_than_the_grace_is_given_back(spawn: Spawn, note_file: Path):
    sample_jobs.take_time.enqueue(path=str(note_file), seconds=60)
    worker = spawn("worker", "--no-clock", "--lease", "4", "--grace", "0.5")
    eventually(lambda: lines(note_file))
    worker.terminate()
    ended(worker)
    assert outcomes() == ["released"]
    assert Job.objects.get().state == State.WAITING


def test_a_running_job_that_a_person_stops_is_stopped(spawn: Spawn, note_file: Path):
    sample_jobs.take_time.enqueue(path=str(note_file), seconds=60)
    spawn("worker", "--no-clock", "--lease", "2")
    eventually(lambda: lines(note_file))
    acts.cancel(Job.objects.get().pk)
    eventually(lambda: Job.objects.get().state == State.CANCELLED)
    assert lines(note_file)[1:] == []
    assert outcomes() == ["stopped"]


def test_a_standing_worker_minds_the_recurring_jobs_and_two_do_so_once(spawn: Spawn):
    workers = [spawn("worker"), spawn("worker")]
    eventually(lambda: Job.objects.filter(name="ui.prune_jobs", state=State.DONE).exists())
    eventually(lambda: Worker.objects.count() == 2)
    time.sleep(1)
    assert Job.objects.filter(name="ui.prune_jobs").count() == 1
    for worker in workers:
        worker.terminate()
    for worker in workers:
        ended(worker)
