"""What comes first on Vandaag."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.console import Waiting, by_urgency

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HOURS = st.integers(-500, 500)


def row(since: int, due: int | None) -> Waiting:
    """Something that waits since and until so many hours from now."""
    until = None if due is None else NOW + timedelta(hours=due)
    return Waiting("match", NOW + timedelta(hours=since), "/console", due=until)


ROWS = st.lists(st.builds(row, HOURS, st.none() | HOURS), max_size=20)


@pytest.mark.parametrize(
    ("due", "look"),
    [(-1, "late"), (0, "late"), (1, "soon"), (24, "soon"), (25, "calm"), (None, "calm")],
)
def test_how_a_row_stands(due: int | None, look: str) -> None:
    assert row(-10, due).look(NOW) == look


@given(ROWS)
def test_nothing_is_lost_and_what_is_late_is_above(rows: list[Waiting]) -> None:
    ordered = by_urgency(rows, NOW)
    assert sorted(map(id, ordered)) == sorted(map(id, rows))
    looks = [each.look(NOW) for each in ordered]
    assert looks == sorted(looks, key=["late", "soon", "calm"].index)


@given(ROWS)
def test_of_two_with_a_limit_the_first_due_is_above(rows: list[Waiting]) -> None:
    dues = [each.due for each in by_urgency(rows, NOW) if each.due]
    assert dues == sorted(dues)


@given(ROWS)
def test_the_order_depends_on_the_rows_alone(rows: list[Waiting]) -> None:
    one, two = by_urgency(rows, NOW), by_urgency(list(reversed(rows)), NOW)
    assert [(each.since, each.due) for each in one] == [(each.since, each.due) for each in two]


def test_of_two_without_a_limit_the_oldest_is_above() -> None:
    newer, older = row(-1, None), row(-5, None)
    assert by_urgency([newer, older], NOW) == [older, newer]


def test_danger_of_this_moment_is_above_what_waited_for_weeks() -> None:
    danger = Waiting("urgent", NOW, "/console/dringend/1", due=NOW)
    assert by_urgency([row(-500, -400), danger, row(-10, -1)], NOW)[0] is danger
