"""The one clock. Real `now` is asked here and nowhere else, so that demo mode can live on its own day."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

BRUSSELS = ZoneInfo("Europe/Brussels")

TODAY = "today"
"""The file in BAKEN_VAR that holds the demo's own day."""

_demo_today: date | None = None


def live_on(day: date | None) -> None:
    """Make `today` answer `day` (demo mode only); None returns to the real day."""
    global _demo_today
    _demo_today = day


def now() -> datetime:
    """The present instant in UTC; recording times are always real, also in demo mode."""
    return datetime.now(UTC)


def today() -> date:
    """The present day in Brussels, or the demo's own day."""
    return _demo_today or now().astimezone(BRUSSELS).date()


def end_of_day(day: date) -> datetime:
    """The last microsecond of a day in Brussels, as a UTC instant. Raises ValueError on the very last day there is."""
    if day == date.max:
        raise ValueError("that day has no end")
    midnight_after = datetime.combine(day + timedelta(days=1), time.min, BRUSSELS)
    return midnight_after.astimezone(UTC) - timedelta(microseconds=1)


def day_of(instant: datetime) -> date:
    """The calendar day in Brussels on which an instant fell."""
    return instant.astimezone(BRUSSELS).date()


def parse_instant(text: str) -> datetime:
    """Read `2019-12-31` (end of that day in Brussels) or an ISO instant (UTC where no zone is given).

    Raises ValueError on anything else.
    """
    text = text.strip()
    if len(text) == 10:
        return end_of_day(date.fromisoformat(text))
    instant = datetime.fromisoformat(text)
    return instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)
