"""Cuts the caseload to the days asked: what happened later is not known yet, what ran before is taken over."""

from functools import partial

import numpy as np
import polars as pl

from baken.demo.days import Days, day, last_working, working
from baken.demo.draw import Bools
from baken.demo.frames import Frames, days_of

TOLD_DAILY = (
    "dutch.module_decided",
    "orientation.course_wished",
    "orientation.seat_offered",
    "orientation.seat_answered",
    "orientation.lesson_followed",
    "programme.conversation_held",
    "programme.counsellor_assigned",
)
"""What is written down from day to day is kept since 2019, and not taken over with dossiers that ran before."""
KEPT_SINCE = day(2019)
LONG_AGO = day(1900)


def cut(frames: Frames, first: np.datetime64, last: np.datetime64) -> None:
    """Keep what happened from `first` to `last`, and what lies before of the dossiers and courses of that time.

    What lies before was recorded on the first working day, when the dossiers were taken over; what was still to be
    recorded after `last` is recorded at the latest on it.
    """
    for label in frames.labels():
        frames.change(label, lambda frame: frame.filter(days_of(frame, "occurred_on") <= last))
    living = _with_all_of_the_same_people(frames, _with_facts_from(frames, "dossier", first))
    for label in frames.labels():
        if _has(frames, label, "dossier"):
            since = max(first, KEPT_SINCE) if label in TOLD_DAILY else LONG_AGO
            frames.change(label, partial(_of, kind="dossier", living=living, since=since))
    courses = _with_facts_from(frames, "course", LONG_AGO, of_people=True)
    courses |= _with_facts_from(frames, "course", first)
    for label in frames.labels():
        if not _has(frames, label, "dossier"):
            frames.change(label, partial(_of, kind="course", living=courses, since=LONG_AGO))
        frames.change(label, partial(_recorded_within, first=first, last=last))


def _has(frames: Frames, label: str, column: str) -> bool:
    return any(column in frame.columns for frame in frames.chunks(label))


def _with_facts_from(frames: Frames, kind: str, since: np.datetime64, *, of_people: bool = False) -> Bools:
    """By number: the subjects to which something happens from a day on; of_people: told of somebody's dossier."""
    found = np.zeros(frames.given(kind) + 1, bool)
    for label in frames.labels():
        for frame in frames.chunks(label):
            if kind in frame.columns and (not of_people or "dossier" in frame.columns):
                found[frame[kind].to_numpy()[days_of(frame, "occurred_on") >= since]] = True
    return found


def _with_all_of_the_same_people(frames: Frames, living: Bools) -> Bools:
    """Whoever has a living dossier keeps the other ones too; one that is not opened yet does not live."""
    alive, known = np.zeros(frames.given("person") + 1, bool), np.zeros_like(living)
    for opened in frames.chunks("people.dossier_opened"):
        alive[opened["person"].to_numpy()[living[opened["dossier"].to_numpy()]]] = True
    for opened in frames.chunks("people.dossier_opened"):
        known[opened["dossier"].to_numpy()[alive[opened["person"].to_numpy()]]] = True
    return known


def _of(frame: pl.DataFrame, *, kind: str, living: Bools, since: np.datetime64) -> pl.DataFrame:
    return frame.filter(living[frame[kind].to_numpy()] & (days_of(frame, "occurred_on") >= since))


def _recorded_within(frame: pl.DataFrame, *, first: np.datetime64, last: np.datetime64) -> pl.DataFrame:
    """Recording days between the first working day and the last day; what was thus never wrong is left out."""
    occurred_on = days_of(frame, "occurred_on")
    recorded_on = _within(days_of(frame, "recorded_on"), occurred_on, first, last)
    frame = frame.with_columns(pl.Series("recorded_on", recorded_on))
    if "retracted_on" not in frame.columns:
        return frame
    retracted_on = _within(days_of(frame, "retracted_on"), occurred_on, first, last)
    frame = frame.with_columns(pl.Series("retracted_on", retracted_on))
    return frame.filter(np.isnat(retracted_on) | (retracted_on > recorded_on))


def _within(days: Days, occurred_on: Days, first: np.datetime64, last: np.datetime64) -> Days:
    opening, closing = working(np.array([first]))[0], last_working(last)
    return np.where(days > closing, np.maximum(closing, occurred_on), np.maximum(days, opening))
