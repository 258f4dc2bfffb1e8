"""When a recurring job is due, in Brussels time. Pure: no clock and no database."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from baken.foundation.clock import BRUSSELS
from baken.foundation.errors import BadRequest

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WORDS = {
    None: gettext_noop("elke dag om %(time)s"),
    0: gettext_noop("elke maandag om %(time)s"),
    1: gettext_noop("elke dinsdag om %(time)s"),
    2: gettext_noop("elke woensdag om %(time)s"),
    3: gettext_noop("elke donderdag om %(time)s"),
    4: gettext_noop("elke vrijdag om %(time)s"),
    5: gettext_noop("elke zaterdag om %(time)s"),
    6: gettext_noop("elke zondag om %(time)s"),
}
_AT = re.compile(rf"(day|{'|'.join(WEEKDAYS)}) at ([01]\d|2[0-3]):([0-5]\d)")
_MINUTES = re.compile(r"([1-9]\d*) minutes")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Schedule:
    """`day at 02:30`, `monday at 06:00` or `15 minutes`; build it with `parse`.

    On the night the clocks go forward an hour that is skipped counts as the hour after it; on the night they go
    back, an hour that comes twice counts the first time. So each day has exactly one occurrence.
    """

    text: str
    at: time | None = None
    weekday: int | None = None
    every: timedelta | None = None

    def __str__(self) -> str:
        """`elke dag om 02:30`, in the language that is spoken now."""
        if self.every:
            minutes = self.every // timedelta(minutes=1)
            return ngettext("elke minuut", "elke %(count)s minuten", minutes) % {"count": minutes}
        return _(WORDS[self.weekday]) % {"time": f"{self.at:%H:%M}"}

    def latest(self, now: datetime) -> datetime:
        """The last occurrence at or before `now`, as a UTC instant."""
        if self.every:
            return _EPOCH + (now - _EPOCH) // self.every * self.every
        return self._search(now, step=-1)

    def following(self, now: datetime) -> datetime:
        """The first occurrence after `now`, as a UTC instant."""
        if self.every:
            return self.latest(now) + self.every
        return self._search(now, step=1)

    def _search(self, now: datetime, step: int) -> datetime:
        day = now.astimezone(BRUSSELS).date()
        while True:
            found = datetime.combine(day, self.at or time.min, BRUSSELS).astimezone(UTC)
            if self.weekday in (None, day.weekday()) and (found <= now) == (step < 0):
                return found
            day += timedelta(days=step)


def parse(text: str) -> Schedule:
    """Read a schedule as declared on a job. Raises BadRequest when it says nothing known."""
    if match := _AT.fullmatch(text):
        name, hour, minute = match.groups()
        weekday = None if name == "day" else WEEKDAYS.index(name)
        return Schedule(text, at=time(int(hour), int(minute)), weekday=weekday)
    if match := _MINUTES.fullmatch(text):
        return Schedule(text, every=timedelta(minutes=int(match[1])))
    raise BadRequest(
        f"“{text}” is not a schedule.", "Write “day at 02:30”, “monday at 06:00” or “15 minutes” (Brussels time)."
    )
