"""Whose name stands on which page of the console, by role: agreed, met, at work, and not yet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from services import caseload, rights
from services.store.models import Employer, Jobseeker, Match, Person
from tests.bot.web.everybody import AT_A_DESK, Everybody, gathered
from tests.bot.web.routes import PAGES
from tests.bot.web.site import opened
from tests.bot.web.test_every_route import address

NO_PAGE = ("/console/login", "/console/code", "/console/stream")
TOLD = frozenset(
    {"/console/dringend", "/console/dringend/{id}"}
)  # who was told: test_console_urgent


async def may_read(everybody: Everybody, numbers: Mapping[str, str]) -> tuple[str, set[str]]:
    """(the name, who may read it) of the person whose match these numbers are of."""
    async with everybody.site.stage.work() as work:
        her = int(numbers["her"])
        jobseeker = await work.get(Jobseeker, her)
        match = await work.get(Match, int(numbers["match"]))
        employer = await work.get(Employer, int(numbers["employer"]))
        found = set()
        for name in AT_A_DESK:
            who = await caseload.viewer_of(work, everybody.site.stage.actors[name].number)
            if who is not None and rights.may_see_name(who, match, jobseeker, employer):
                found.add(name)
        return (await work.get(Person, her)).name or "?", found


async def test_names_stand_only_where_they_may(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/werklijn.db"
    async with opened(url) as site, gathered(site) as everybody:
        wrong, seen = [], set()
        for numbers in (everybody.own, everybody.other):
            name, allowed = await may_read(everybody, numbers)
            assert allowed and AT_A_DESK - allowed, "a test that cannot fail is none"
            for path, rule in PAGES.items():
                if not path.startswith("/console") or path in NO_PAGE or path in TOLD:
                    continue
                for who in sorted(AT_A_DESK & rule.opens):
                    got = await everybody.asks(who, address(path, rule, numbers))
                    if got.status == 200 and name in got.body:
                        seen.add((who, path))
                        wrong += [(who, path, name)] if who not in allowed else []
    assert wrong == []
    for path in ("/console/vacatures/{id}", "/console/werkgevers/{id}"):
        assert ("own manager", path) in seen, "who manages the employer reads whom it met"
        assert ("other coach", path) in seen, "the coach of who was shown reads her name"
