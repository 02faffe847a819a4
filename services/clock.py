"""The one clock. Everything that needs the time is given it; nothing looks at the wall."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@dataclass
class Clock:
    """Real time, moved by an offset that only a demo or a test may change."""

    offset: timedelta = field(default_factory=timedelta)

    def now(self) -> datetime:
        """The time, aware and in UTC."""
        return datetime.now(UTC) + self.offset


@dataclass
class StoppedClock(Clock):
    """A clock that stands still until it is moved: for tests that own the time."""

    at: datetime = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        """The time this clock was set to."""
        return self.at + self.offset

    def move(self, by: timedelta) -> None:
        """Let time pass."""
        self.at += by


def local_date(moment: datetime) -> date:
    """The calendar day in Amsterdam at this moment."""
    return moment.astimezone(AMSTERDAM).date()
