"""Logs tell what happened, when and how long it took, and never what people typed."""

import json
import logging
import os
import sys
from datetime import date

import pytest

from baken.config import logging as own
from baken.config import settings as own_settings
from baken.foundation import clock
from baken.foundation.errors import BadRequest
from baken.ui.tests.conftest import Spawn


@pytest.fixture(autouse=True)
def _as_before(monkeypatch):
    """Leave the process's logging as it was."""
    monkeypatch.setattr(os, "environ", {key: value for key, value in os.environ.items() if key != "BAKEN_LOG_LEVEL"})
    yield
    monkeypatch.undo()
    logging.config.dictConfig(own.configuration())


def events(said: str) -> list[dict]:
    return [json.loads(line) for line in said.splitlines() if line.startswith("{")]


def test_an_exception_is_logged_by_type_and_place_without_its_message():
    try:
        raise ValueError("a message that names Jan Peeters")
    except ValueError:
        event = own.frames_only(None, "", {"event": "x", "exc_info": sys.exc_info()})
    assert event["exception"] == "ValueError" and "test_logging.py" in event["at"][0]
    assert "Peeters" not in json.dumps(event)


def test_a_command_logs_its_start_its_end_and_how_long_it_took(capfd, monkeypatch):
    monkeypatch.setenv("BAKEN_LOG_LEVEL", "info")
    with pytest.raises(BadRequest), own.recorded("load"):
        raise BadRequest("no")
    start, end = events(capfd.readouterr().err)
    assert (start["event"], start["command"]) == ("command.started", "load")
    assert (end["event"], end["outcome"]) == ("command.ended", "BadRequest") and end["seconds"] >= 0


def test_a_command_that_does_not_stay_is_quiet_unless_asked(capfd):
    with own.recorded("load"):
        pass
    assert capfd.readouterr().err == ""


def test_a_mistake_on_the_command_line_is_one_sentence_and_exit_code_2(spawn: Spawn):
    process = spawn("job", "nobody.knows")
    _, error = process.communicate(timeout=60)
    assert process.returncode == 2
    assert error == "baken: Er is geen taak nobody.knows. `baken job --list` noemt ze.\n"


def test_in_the_demo_every_process_lives_on_the_day_in_the_file(tmp_path):
    file = tmp_path / "today"
    own_settings._live_on_demo_day(file)
    file.write_text("2026-10-31\n")
    try:
        own_settings._live_on_demo_day(file)
        assert clock.today() == date(2026, 10, 31)
    finally:
        clock.live_on(None)
    file.write_text("tomorrow")
    with pytest.raises(BadRequest, match="staat geen dag"):
        own_settings._live_on_demo_day(file)
