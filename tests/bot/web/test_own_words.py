"""What an employer keeps in own words stands in the console, with the vacancy, and in its reuse."""

from __future__ import annotations

from services.matches import cards
from services.texts import render
from tests import given
from tests.bot.web.site import Site
from tests.reporting import heard, reports

ADVERT = """Medewerker dierenasiel
Voor ons asiel in Haarlem zoeken wij een dierenverzorger. 20 uur per week, 16 euro per uur.
Dit vragen wij:
- Ervaring met schuwe zwerfkatten
"""


async def test_own_words_are_never_thrown_away(site: Site) -> None:
    await given.pair(site.stage)
    told = await heard(site.stage, "nieuwe vacature", ADVERT)
    assert "schuwe zwerfkatten" in told
    row = await reports(site.stage)
    desk = await site.staff("Naoual", "account_manager", team="employers-zuid")
    page = await desk.opens(f"/console/vacatures/{row.id}")
    assert "schuwe zwerfkatten" in page.text
    lines = render.render("nl", cards.vacancy_lines(row))
    assert "Ook gevraagd: schuwe zwerfkatten" in lines
    visitor = site.visitor()
    await visitor.opens(f"/vacatures/{row.id}")
    assert "schuwe zwerfkatten" in visitor.page.text
    again = await heard(site.stage, "nieuwe vacature", "[Zoals eerder: Medewerker dierenasiel]")
    assert "schuwe zwerfkatten" in again
    assert await site.stage.parked() == []
