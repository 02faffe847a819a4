"""Who may open what at the console; and what the administrator can do about it."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import select

from services.store.models import Inbox, Jobseeker, Match, Staff, Visit
from tests.bot.web.site import Site
from tests.bot.web.world import made, stored

TEAM = {"team": "employers-zuid"}

# Who sees what: 200 or the same 404 as for what does not exist.

ROLES: dict[str, dict[str, Any]] = {
    "her coach": {"role": "coach"},
    "colleague": {"role": "coach"},
    "other team": {"role": "coach", "team": "intake-velsen"},
    "account manager": {"role": "account_manager", **TEAM},
    "regional manager": {"role": "regional_manager"},
    "administrator": {"role": "administrator"},
    "reader": {"role": "reader"},
}
# file, private answer in it, cv, match, name in the match, vacancy, administration
SEEN: dict[str, tuple[bool, bool, bool, bool, bool, bool, bool]] = {
    "her coach": (True, True, True, True, True, True, False),
    "colleague": (True, False, False, True, True, True, False),
    "other team": (False, False, False, False, False, True, False),
    "account manager": (False, False, False, True, False, True, False),
    "regional manager": (True, False, False, True, True, True, False),
    "administrator": (False, False, False, False, False, False, True),
    "reader": (False, False, False, False, False, False, False),
}


@pytest.mark.parametrize("who", ROLES)
async def test_who_sees_what(quick_site: Site, who: str) -> None:
    await quick_site.stage.person("her coach", "coach", team="intake-haarlem")
    await quick_site.stage.person("account manager", "account_manager", **TEAM)
    world = await made(quick_site, "her coach", "account manager", state="approved")
    viewer = await quick_site.staff(who, **ROLES[who])
    file = await viewer.opens(f"/console/werkzoekenden/{world.jobseeker}")
    private = "Bijstand" in file.text
    cv = await viewer.opens(f"/console/documenten/{world.document}")
    match = await viewer.opens(f"/console/matches/{world.match}")
    vacancy = await viewer.opens(f"/console/vacatures/{world.vacancy}")
    office = await viewer.opens("/console/beheer")
    opened = [page.status == 200 for page in (file, cv, match, vacancy, office)]
    seen = (opened[0], private, opened[1], opened[2], "Amina" in match.text, *opened[3:])
    assert seen == SEEN[who]
    closed = [page for page in (file, cv, match, vacancy, office) if page.status != 200]
    unknown = await viewer.opens("/console/matches/999999")
    assert unknown.status == 404
    assert {(page.status, page.text) for page in closed} <= {(404, unknown.text)}


@pytest.mark.parametrize("who", ["other team", "account manager", "regional manager", "reader"])
async def test_who_may_not_decide_cannot_by_posting_either(quick_site: Site, who: str) -> None:
    await quick_site.stage.person("her coach", "coach", team="intake-haarlem")
    world = await made(quick_site, "her coach")
    viewer = await quick_site.staff(who, **ROLES[who])
    await viewer.opens("/console")
    token = viewer.page.form(button="Uitloggen").fields["form_token"]
    for path, data in (
        (f"/console/matches/{world.match}/besluit", {"to": "approved", "shown": "proposed"}),
        (f"/console/werkzoekenden/{world.jobseeker}/coach", {"coach": "1"}),
        (f"/console/werkzoekenden/{world.jobseeker}/antwoord", {"words": "hallo"}),
        (f"/console/werkzoekenden/{world.jobseeker}/dossier", {"benefit": "ww"}),
        (f"/console/werkzoekenden/{world.jobseeker}/zichtbaar", {"shown": "yes"}),
        (f"/console/vragen/{world.jobseeker}/klaar", {}),
        ("/console/beheer/uitnodigen", {"role": "coach", "team": "intake-haarlem"}),
        ("/console/beheer/opnieuw", {}),
    ):
        page = await viewer.posts(path, {"form_token": token, **data})
        assert page.status in (404, 409), path
    assert (await stored(quick_site, Match, world.match)).state == "proposed"
    row = await stored(quick_site, Jobseeker, world.jobseeker)
    assert (row.shown_by_coach, row.coach_id) == (
        False,
        quick_site.stage.actors["her coach"].number,
    )


async def test_the_administrator_lets_people_in_and_out(site: Site) -> None:
    boss = await site.staff("Ada", "administrator")
    coach = await site.staff("Marloes")
    async with site.stage.work() as work:
        row = await work.get(Staff, site.stage.actors["Marloes"].number)
        row.second_factor = "JBSWY3DPEHPK3PXP"
    await boss.opens("/console/beheer")
    await boss.presses("Maak uitnodiging", name="Noor", role="coach", team="intake-velsen")
    link = boss.page.html.split('code--long">')[1].split("<")[0]
    assert "Noor, coach" in boss.page.text
    assert "Uitnodiging van Noor wacht nog" in (await boss.opens("/console")).text

    noor = site.visitor()
    await noor.opens("/chat?" + link.split("?")[1])
    await noor.presses("Begin")
    assert "U doet nu mee als coach" in noor.page.text
    assert "Uitnodiging van Noor" not in (await boss.opens("/console")).text

    await boss.opens("/console/beheer")
    await boss.presses("Tweede stap opnieuw : Marloes")
    assert (await coach.opens("/console")).path == "/console/login"
    assert (await stored(site, Staff, site.stage.actors["Marloes"].number)).second_factor is None
    coach = await site.staff("Marloes")
    assert (await coach.opens("/console")).path == "/console"
    await boss.opens(f"/console/beheer/{site.stage.actors['Marloes'].number}")
    await boss.presses("Ja, stop de toegang van Marloes")
    assert (await coach.opens("/console")).path == "/console/login"
    async with site.stage.work() as work:
        left = await work.tx.exec(select(Visit).where(Visit.kind == "console"))
        assert len(left.all()) == 1  # the administrator's own


async def test_what_was_parked_is_tried_again(quick_site: Site) -> None:
    boss = await quick_site.staff("Ada", "administrator")
    async with quick_site.stage.work() as work:
        row = Inbox(
            channel="self",
            event_id="p1",
            kind="match-jobseeker",
            payload={"jobseeker": 9999},
            due=work.now,
            created=work.now,
            parked=work.now,
            error="KeyError",
            attempts=3,
        )
        work.tx.add(row)
    await boss.opens("/console")
    assert "Eén bericht kon niet worden verwerkt" in boss.page.text
    await boss.opens("/console/beheer")
    await boss.presses("Probeer opnieuw")
    await quick_site.stage.worker.drain()
    assert (await stored(quick_site, Inbox, row.id)).done is not None
    assert "kon niet worden verwerkt" not in (await boss.opens("/console")).text
