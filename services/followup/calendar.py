"""When a message may go out: hours of the region, working days, public holidays, summer time.

All arithmetic with days is done on the local calendar (Europe/Amsterdam), so that "two days later
at nine" is at nine, also across the change to summer time (kinds-of-message).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache

import holidays

from services.clock import AMSTERDAM
from services.region import Region
from services.region.parts import WEEKDAYS

DIGEST_AT = time(8, 30)  # staff read what waits before the day begins
AFTERNOON = timedelta(hours=4)  # before the hours in which messages may go out end
EARLIEST, LATEST = time(7), time(21)  # when an appointment begins without being asked about
_DAY = timedelta(days=1)


@cache
def _public(year: int) -> frozenset[date]:
    """Dutch public holidays (*officiële feestdagen*) on which offices are closed."""
    return frozenset(holidays.country_holidays("NL", years=year))


def is_working_day(region: Region, day: date) -> bool:
    """A day of the region on which offices are open."""
    return WEEKDAYS[day.weekday()] in region.quiet.days and day not in _public(day.year)


def is_odd(region: Region, moment: datetime) -> bool:
    """Do few people meet then: early, late, in the weekend or on a holiday?"""
    local = moment.astimezone(AMSTERDAM)
    usual = EARLIEST <= local.time() <= LATEST
    return not (usual and is_working_day(region, local.date()))


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, AMSTERDAM).astimezone(UTC)


def within_hours(region: Region, moment: datetime) -> bool:
    """Is this inside the hours in which messages may go out, whatever the day?"""
    clock = moment.astimezone(AMSTERDAM).time()
    return region.quiet.messages_from <= clock <= region.quiet.messages_until


def permitted(region: Region, moment: datetime) -> bool:
    """May a reminder go out now: on a working day, inside the hours?"""
    day = moment.astimezone(AMSTERDAM).date()
    return within_hours(region, moment) and is_working_day(region, day)


def in_the_round(region: Region, moment: datetime) -> bool:
    """May the morning round of staff go out now: at half past eight or, if missed, later on?"""
    local = moment.astimezone(AMSTERDAM)
    early = DIGEST_AT <= local.time() <= region.quiet.messages_until
    return early and is_working_day(region, local.date())


def later(region: Region, moment: datetime) -> datetime:
    """The first permitted moment from here on: reminders move later."""
    local = moment.astimezone(AMSTERDAM)
    day = local.date()
    if local.time() > region.quiet.messages_until:
        day += _DAY
    elif is_working_day(region, day) and local.time() >= region.quiet.messages_from:
        return moment
    while not is_working_day(region, day):
        day += _DAY
    return _at(day, region.quiet.messages_from)


def earlier(region: Region, moment: datetime) -> datetime:
    """The last permitted moment up to here: promises move earlier."""
    local = moment.astimezone(AMSTERDAM)
    day = local.date()
    if local.time() < region.quiet.messages_from:
        day -= _DAY
    elif is_working_day(region, day) and local.time() <= region.quiet.messages_until:
        return moment
    while not is_working_day(region, day):
        day -= _DAY
    return _at(day, region.quiet.messages_until)


def ahead(region: Region, promised: datetime, hours: int) -> datetime:
    """So long before a promise is due; outside the hours in the afternoon before, to be read."""
    moment = promised - timedelta(hours=hours)
    if permitted(region, moment):
        return moment
    return earlier(region, moment) - AFTERNOON


def digest(region: Region, moment: datetime) -> datetime:
    """The first morning round from here on: half past eight on a working day."""
    local = moment.astimezone(AMSTERDAM)
    day = local.date() + (_DAY if local.time() > DIGEST_AT else timedelta())
    while not is_working_day(region, day):
        day += _DAY
    return _at(day, DIGEST_AT)


def after_days(moment: datetime, days: int) -> datetime:
    """The same time of day, so many days later (earlier for a negative number)."""
    local = moment.astimezone(AMSTERDAM)
    return _at(local.date() + timedelta(days=days), local.time())


def after_working_days(region: Region, moment: datetime, days: int) -> datetime:
    """The same time of day, so many working days later."""
    local = moment.astimezone(AMSTERDAM)
    day = local.date()
    while days > 0:
        day += _DAY
        days -= is_working_day(region, day)
    return _at(day, local.time())


def next_opening(region: Region, moment: datetime) -> tuple[datetime, datetime]:
    """When the front door opens and closes: now, or the first time from here on."""
    day = moment.astimezone(AMSTERDAM).date()
    while True:
        for opens, closes in opened_on(region, day):
            if moment < closes:
                return opens, closes
        day += _DAY


def opened_on(region: Region, day: date) -> list[tuple[datetime, datetime]]:
    """When the front door opens and closes on a day; nothing on a day it stays shut."""
    return [
        (_at(day, opening.opens), _at(day, opening.closes))
        for opening in region.front_door.openings
        if WEEKDAYS[day.weekday()] in opening.days and day not in _public(day.year)
    ]
