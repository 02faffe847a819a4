"""What people answered, in groups only: a small group is hidden, and what would give one away.

Nobody below the regional manager reads words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import select

from services import rights
from services.clock import local_date
from services.retention import frozen
from services.rights import Viewer
from services.store.models import Frozen, Survey
from services.surveys.asking import SCORES, SIDES, TOPICS
from services.unit_of_work import Work

GROUPS = ("organisation", "kind", "month")


@dataclass(frozen=True)
class Result:
    """What one group said; `score` and `counts` are None where the group is too small to show."""

    group: str
    asked: int | None
    answered: int | None
    score: float | None  # the mean, one decimal
    counts: dict[int, int] | None  # score -> how many

    @property
    def hidden(self) -> bool:
        """Too small to show."""
        return self.score is None


async def results(
    work: Work, who: Viewer, *, since: date, until: date, side: str, group: str = "organisation"
) -> list[Result]:
    """What one side answered in a period, by organisation, kind or month (of being asked).

    Raises PermissionError for whoever may not see reports. Small groups come back hidden.
    """
    if not rights.may_see_surveys(who) or group not in GROUPS or side not in SIDES:
        raise PermissionError("surveys")
    rows = [row for row in await _asked(work, side) if since <= local_date(row.asked) <= until]
    grouped: dict[str, list[Survey]] = defaultdict(list)
    for row in rows:
        grouped[_group(row, group)].append(row)
    for gone in await frozen.surveys(work, side, since, until):
        key = gone.month if group == "month" else str(getattr(gone, group))
        grouped[key] += [_as_it_was(gone)] * gone.count
    smallest = work.region.report.smallest_group
    shown = showable({key: _answered(each) for key, each in grouped.items()}, smallest)
    return [_result(key, grouped[key], key in shown) for key in sorted(grouped)]


async def words(
    work: Work, who: Viewer, *, since: date, until: date, side: str
) -> list[tuple[int, str]]:
    """Scores with words, by nobody: for the regional manager, and only of a large enough group."""
    if not rights.may_read_survey_words(who):
        raise PermissionError("survey words")
    rows = [row for row in await _asked(work, side) if since <= local_date(row.asked) <= until]
    if _answered(rows) < work.region.report.smallest_group:
        return []
    return sorted((row.score, row.words) for row in rows if row.score and row.words)


def _as_it_was(gone: Frozen) -> Survey:
    """One of the answers that were counted before their rows went."""
    score = int(gone.sort) if gone.sort else None
    asked = datetime.fromisoformat(f"{gone.month}-01T12:00:00+00:00")
    return Survey(side="", kind=gone.kind, organisation=gone.organisation, asked=asked, score=score)


def _group(row: Survey, group: str) -> str:
    if group == "month":
        return local_date(row.asked).strftime("%Y-%m")
    return str(getattr(row, group))


def _answered(rows: Sequence[Survey]) -> int:
    return sum(row.score is not None for row in rows)


def showable(sizes: dict[str, int], smallest: int) -> set[str]:
    """The groups that are large enough; one more is hidden when the total gives the rest away.

    A reader who knows the total could otherwise work out a single small group.
    """
    shown = {key for key, size in sizes.items() if size >= smallest}
    left = sum(size for key, size in sizes.items() if key not in shown)
    if 0 < left < smallest and shown:
        shown.remove(min(shown, key=lambda key: (sizes[key], key)))
    return shown


def _result(group: str, rows: Sequence[Survey], shown: bool) -> Result:
    if not shown:
        return Result(group, None, None, None, None)
    scores = [row.score for row in rows if row.score is not None]
    counts = Counter(scores)
    mean = round(sum(scores) / len(scores), 1)
    return Result(group, len(rows), len(scores), mean, {n: counts[n] for n in SCORES})


async def _asked(work: Work, side: str) -> Sequence[Survey]:
    return (await work.tx.exec(select(Survey).where(Survey.side == side))).all()


async def topics(
    work: Work, who: Viewer, *, since: date, until: date
) -> dict[str, dict[str, int] | None]:
    """What employers said of each topic (SUR-03): how many of each answer, None where too few."""
    if not rights.may_see_surveys(who):
        raise PermissionError("surveys")
    rows = [
        row
        for row in await _asked(work, "employer")
        if since <= local_date(row.asked) <= until and row.topics
    ]
    found: dict[str, dict[str, int] | None] = {}
    for name, answers in TOPICS.items():
        said = Counter(row.topics[name] for row in rows if name in row.topics)
        enough = said.total() >= work.region.report.smallest_group
        found[name] = {each: said[each] for each in answers} if enough else None
    return found
