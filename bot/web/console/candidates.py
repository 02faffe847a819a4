"""The candidates of a vacancy beside each other, and putting it before several of them at once."""

from __future__ import annotations

import re

from aiohttp import web

from bot.web.console.matches import SIGNS
from bot.web.console.page import number, page
from bot.web.pages import see_other
from services import console, matches, rights
from services.matches import proposals
from services.refused import RefusedError
from services.rights import Viewer
from services.store.models import Employer, Jobseeker, Match, Vacancy
from services.unit_of_work import Work

KEY = re.compile(r"([mp])(\d{1,9})")  # a match, or a person who is not proposed yet
RESULT = re.compile(r"([mp]\d{1,9})\.(approved|decided|step|rights|reason|time|changed)")
APPROVED = "approved"


async def compare(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Field by field, with the reasons, and what came of a choice made just before."""
    first = request.query.get("volgorde") == "voorrang"
    found = await console.candidates.of_vacancy(work, who, number(request), priority_first=first)
    came = dict(RESULT.findall(request.query.get("uitkomst", "")))
    names = {each.key: each.name for each in found.people}
    context = {
        "file": found,
        "priority_first": first,
        "signs": SIGNS,
        "may_choose": any(each.may_choose for each in found.people),
        "approved": sum(result == APPROVED for result in came.values()),
        "refused": [
            (names.get(key, ""), reason) for key, reason in came.items() if reason != APPROVED
        ],
        "nobody": request.query.get("uitkomst") == "niemand",
    }
    return await page(request, work, who, "console/candidates.html", context)


async def choose(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Put the vacancy before everybody who was ticked; each is decided on by itself."""
    vacancy = await work.get(Vacancy, number(request))
    if not rights.may_see_vacancy(who, vacancy, await work.get(Employer, vacancy.employer_id)):
        raise LookupError("not yours")
    results = []
    for key, shown in (await request.post()).items():
        if KEY.fullmatch(key):
            results.append(await _approve(work, who, vacancy, key, str(shown)))
    come = "-".join(".".join(each) for each in results) or "niemand"
    return see_other(f"/console/vacatures/{vacancy.id}/kandidaten?uitkomst={come}")


async def _approve(
    work: Work, who: Viewer, vacancy: Vacancy, key: str, shown: str
) -> tuple[str, str]:
    """(whom, what came of it): "approved", or why not; LookupError where it is not theirs."""
    match = await work.get(Match, int(key[1:])) if key.startswith("m") else None
    if match is not None and match.vacancy_id != vacancy.id:
        raise LookupError("of another vacancy")
    jobseeker = await work.get(Jobseeker, match.jobseeker_id if match else int(key[1:]))
    if not rights.may_change_jobseeker(who, jobseeker):
        raise LookupError("not yours")
    try:
        if match is None:
            person, about = jobseeker.person_id, vacancy.id or 0
            match = await proposals.by_staff(work, person, about, who.person_id)
            shown = "proposed"
        await matches.move(
            work, match.id or 0, APPROVED, actor=who.person_id, expected=shown or "proposed"
        )
    except RefusedError as refused:
        return key, refused.reason
    return f"m{match.id}", APPROVED
