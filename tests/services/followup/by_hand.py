"""Days and hours of the Netherlands, worked out apart from the product's own calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Amsterdam")
CLOSED = {  # public holidays in the periods that are played
    *(date(2026, 12, day) for day in (25, 26)),
    date(2027, 1, 1),
    date(2027, 3, 26),
    date(2027, 3, 28),
    date(2027, 3, 29),
    date(2027, 4, 27),
    date(2027, 5, 6),
    date(2027, 5, 16),
    date(2027, 5, 17),
}


def works(day: date) -> bool:
    return day.weekday() < 5 and day not in CLOSED


def local(moment: datetime) -> datetime:
    return moment.astimezone(HERE)


def days_on(moment: datetime, days: int) -> datetime:
    there = local(moment)
    return datetime.combine(there.date() + timedelta(days), there.time(), HERE).astimezone(UTC)


def working_on(moment: datetime, days: int) -> datetime:
    day = local(moment).date()
    while days:
        day += timedelta(1)
        days -= works(day)
    return datetime.combine(day, local(moment).time(), HERE).astimezone(UTC)


def nine(day: date) -> datetime:
    return datetime.combine(day, time(9), HERE).astimezone(UTC)


def open_hours(moment: datetime) -> bool:
    return time(9) <= local(moment).time() <= time(20)


def office(moment: datetime) -> bool:
    return open_hours(moment) and works(local(moment).date())


def round_time(moment: datetime) -> bool:
    return time(8, 30) <= local(moment).time() <= time(20) and works(local(moment).date())


def forward(moment: datetime) -> datetime:
    """To the first minute in which a reminder may go out."""
    while not office(moment):
        at_nine = nine(local(moment).date())
        moment = at_nine if moment < at_nine else nine(local(moment).date() + timedelta(1))
    return moment


def back(moment: datetime) -> datetime:
    """To the last minute in which a promise may go out."""
    while not office(moment):
        end = datetime.combine(local(moment).date(), time(20), HERE).astimezone(UTC)
        if moment <= end or not works(local(end).date()):
            end = datetime.combine(
                local(moment).date() - timedelta(moment <= end), time(20), HERE
            ).astimezone(UTC)
            while not works(local(end).date()):
                end = datetime.combine(local(end).date() - timedelta(1), time(20), HERE).astimezone(
                    UTC
                )
        moment = end
    return moment


def morning(moment: datetime) -> datetime:
    """To the next morning round."""
    day = local(moment).date()
    at = datetime.combine(day, time(8, 30), HERE).astimezone(UTC)
    while at < moment or not works(day):
        day += timedelta(1)
        at = datetime.combine(day, time(8, 30), HERE).astimezone(UTC)
    return at
