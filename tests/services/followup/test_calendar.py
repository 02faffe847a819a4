"""Hours, working days, holidays and summer time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.clock import AMSTERDAM
from services.followup import calendar
from services.region import load

REGION = load(None)
MOMENTS = st.integers(0, 3 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


def at(text: str) -> datetime:
    """A time in Amsterdam."""
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM).astimezone(UTC)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-11-23", True),
        ("2026-11-21", False),  # Saturday
        ("2026-12-25", False),
        ("2026-12-26", False),
        ("2027-01-01", False),
        ("2027-03-29", False),  # Easter Monday
        ("2027-04-27", False),  # King's Day
        ("2027-05-06", False),  # Ascension
        ("2027-05-17", False),  # Whit Monday
        ("2026-12-24", True),
        ("2027-04-26", True),
    ],
)
def test_days_on_which_offices_are_open(day: str, works: bool) -> None:
    assert calendar.is_working_day(REGION, date.fromisoformat(day)) is works


@given(MOMENTS)
def test_later_is_the_first_permitted_moment_from_here(moment: datetime) -> None:
    found = calendar.later(REGION, moment)
    assert found >= moment
    assert calendar.permitted(REGION, found)
    if calendar.permitted(REGION, moment):
        assert found == moment
    else:
        assert not calendar.permitted(REGION, found - timedelta(minutes=1))
        assert found - moment < timedelta(days=6)


@given(MOMENTS)
def test_earlier_is_the_last_permitted_moment_up_to_here(moment: datetime) -> None:
    found = calendar.earlier(REGION, moment)
    assert found <= moment
    assert calendar.permitted(REGION, found)
    if not calendar.permitted(REGION, moment):
        assert not calendar.permitted(REGION, found + timedelta(minutes=1))


@given(MOMENTS)
def test_the_round_is_at_half_past_eight_on_a_working_day(moment: datetime) -> None:
    found = calendar.digest(REGION, moment).astimezone(AMSTERDAM)
    assert found.time() == time(8, 30)
    assert calendar.is_working_day(REGION, found.date())
    assert found >= moment
    assert calendar.in_the_round(REGION, found)


@given(MOMENTS, st.integers(-10, 60))
def test_days_keep_the_time_of_day(moment: datetime, days: int) -> None:
    here = moment.astimezone(AMSTERDAM)
    there = calendar.after_days(moment, days).astimezone(AMSTERDAM)
    assert there.date() - here.date() == timedelta(days=days)
    jumped = (there.hour, there.minute) != (here.hour, here.minute)
    assert not jumped or here.hour == 2  # the hour that is skipped in March


@pytest.mark.parametrize(
    ("since", "days", "until"),
    [
        ("2026-11-20 15:00", 1, "2026-11-23 15:00"),  # over a weekend
        ("2026-12-24 10:00", 1, "2026-12-28 10:00"),  # over Christmas and a weekend
        ("2027-04-26 10:00", 1, "2027-04-28 10:00"),  # over King's Day
        ("2026-11-21 10:00", 2, "2026-11-24 10:00"),  # began on a Saturday
    ],
)
def test_working_days(since: str, days: int, until: str) -> None:
    assert calendar.after_working_days(REGION, at(since), days) == at(until)


def test_nine_is_nine_on_both_sides_of_summer_time() -> None:
    before, after = at("2026-10-24 09:00"), at("2026-10-26 09:00")
    assert calendar.after_days(before, 2) == after
    assert after - before == timedelta(hours=49)
