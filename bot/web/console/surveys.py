"""What people think of us, in groups: for who leads and for the council that reads reports (SUR).

Periods are whole quarters: freely chosen days would let a reader subtract one answer from another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from aiohttp import web

from bot.web.console.page import page
from services import rights, surveys
from services.rights import Viewer
from services.texts import refs
from services.texts.refs import Ref
from services.unit_of_work import Work

QUARTERS = 8  # two years back
FACES = ("bad", "poor", "fair", "good", "great")  # of the scores, 1 to 5


@dataclass(frozen=True)
class Quarter:
    """Three months of a year."""

    year: int
    number: int

    @property
    def code(self) -> str:
        """As it stands in an address: 2026-4."""
        return f"{self.year}-{self.number}"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.after.first - timedelta(days=1)

    @property
    def after(self) -> Quarter:
        """The next one."""
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def before(self) -> Quarter:
        """The one before."""
        return Quarter(self.year - (self.number == 1), (self.number - 2) % 4 + 1)


def quarters(today: date) -> list[Quarter]:
    """This quarter and those before it, newest first."""
    found = [Quarter(today.year, (today.month + 2) // 3)]
    while len(found) < QUARTERS:
        found.append(found[-1].before)
    return found


async def results(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Scores of a quarter, of one side, by organisation, kind or month."""
    if not rights.may_see_surveys(who):
        raise LookupError("not yours")
    known = quarters(work.today)
    asked = request.query.get("kwartaal", "")
    chosen = next((each for each in known if each.code == asked), known[0])
    side = _one_of(request.query.get("kant", ""), surveys.SIDES)
    group = _one_of(request.query.get("per", ""), surveys.GROUPS)
    since, until = chosen.first, chosen.last
    found = await surveys.results(work, who, since=since, until=until, side=side, group=group)
    topics = None
    if side == "employer":
        topics = await surveys.topics(work, who, since=since, until=until)
    words = None
    if rights.may_read_survey_words(who):
        words = await surveys.words(work, who, since=since, until=until, side=side)
    context = {
        "rows": [(_name(work, group, each.group), each) for each in found],
        "words": words,
        "rounds": [each for each in work.region.surveys_on(work.today) if side in each.sides],
        "topics": topics,
        "quarters": known,
        "chosen": chosen,
        "running": chosen.last >= work.today,
        "side": side,
        "sides": surveys.SIDES,
        "group": group,
        "groups": surveys.GROUPS,
        "faces": tuple(zip(surveys.SCORES, FACES, strict=True)),
        "smallest": work.region.report.smallest_group,
    }
    return await page(request, work, who, "console/surveys.html", context)


def _one_of(said: str, codes: tuple[str, ...]) -> str:
    return said if said in codes else codes[0]


def _name(work: Work, group: str, code: str) -> Ref:
    """What a group is called."""
    if group == "kind":
        return refs.text(f"desk-survey-kind-{code}")
    if group == "month" and re.fullmatch(r"\d{4}-\d\d", code):
        return refs.month(f"{code}-01")
    found = next((each for each in work.region.organisations if each.code == code), None)
    return refs.words(found.name) if found else refs.text("desk-survey-elsewhere")
