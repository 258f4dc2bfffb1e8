"""Occurrences in Brussels time, also on the two nights when the clocks change."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.foundation.clock import BRUSSELS
from baken.foundation.errors import BadRequest
from baken.ui.queue.schedule import parse

INSTANTS = st.datetimes(datetime(2015, 1, 1), datetime(2035, 1, 1)).map(lambda moment: moment.replace(tzinfo=UTC))
TEXTS = st.sampled_from(["day at 02:30", "day at 00:00", "day at 23:59", "sunday at 02:30", "friday at 18:00"])


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_a_day_in_winter_and_one_in_summer():
    nightly = parse("day at 02:30")
    assert nightly.latest(utc("2026-01-15T12:00")) == utc("2026-01-15T01:30")
    assert nightly.latest(utc("2026-07-15T12:00")) == utc("2026-07-15T00:30")
    assert nightly.latest(utc("2026-07-15T00:29")) == utc("2026-07-14T00:30")
    assert nightly.following(utc("2026-07-15T00:30")) == utc("2026-07-16T00:30")


def test_the_night_without_half_past_two_has_its_occurrence_an_hour_later():
    assert parse("day at 02:30").latest(utc("2026-03-29T12:00")) == utc("2026-03-29T01:30")


def test_the_night_with_two_half_past_twos_has_one_occurrence():
    nightly = parse("day at 02:30")
    first = utc("2026-10-25T00:30")
    assert nightly.latest(first) == first
    assert nightly.latest(first + timedelta(hours=12)) == first
    assert nightly.following(first) == utc("2026-10-26T01:30")


@given(TEXTS, INSTANTS)
def test_latest_and_following_enclose_every_instant_without_a_gap(text, now):
    schedule = parse(text)
    latest, following = schedule.latest(now), schedule.following(now)
    assert latest <= now < following
    assert schedule.following(latest) == following
    assert schedule.latest(following) == following


@given(INSTANTS)
def test_each_day_has_exactly_one_occurrence(now):
    nightly = parse("day at 02:30")
    day = now.astimezone(BRUSSELS).date()
    assert nightly.latest(nightly.following(now)).astimezone(BRUSSELS).date() in (day, day + timedelta(days=1))


def test_minutes():
    quarter = parse("15 minutes")
    assert quarter.latest(utc("2026-01-01T10:14")) == utc("2026-01-01T10:00")
    assert quarter.following(utc("2026-01-01T10:15")) == utc("2026-01-01T10:30")


@pytest.mark.parametrize("text", ["daily", "day at 25:00", "day at 2:30", "0 minutes", "someday at 10:00", ""])
def test_what_is_no_schedule_is_refused(text):
    with pytest.raises(BadRequest, match="not a schedule"):
        parse(text)
