"""All that is kept about her, on a page of the web chat and behind buttons in the chat."""

from __future__ import annotations

import re

from services import events
from services.access import links
from services.jobseekers import dossier
from tests.bot.web.office import HER_WORDS, HIS_ANSWER, PHONE, Office, opened_office
from tests.bot.web.site import Site, Visitor

PATH = "/chat/gegevens"


async def her_browser(office: Office) -> Visitor:
    """She, in a browser of her own."""
    async with office.site.stage.work() as work:
        code = (await links.personal_link(work, office.her))[1]
    visitor = office.site.visitor()
    await visitor.opens(f"/chat/code?c={code}")
    await visitor.presses("Ga verder")
    return visitor


async def written_down(office: Office) -> None:
    """Her coach wrote a note and a benefit, and she works."""
    coach = office.site.stage.actors["own coach"].number
    await office.works()
    async with office.site.stage.work() as work:
        await events.log(work, "note", actor=coach, about=office.her, words="Komt altijd op tijd.")
        await dossier.save(work, office.her, {"benefit": "ww"}, actor=coach)


async def test_she_reads_what_she_told_and_what_others_wrote(quick_site: Site) -> None:
    office = await opened_office(quick_site)
    await written_down(office)
    page = await (await her_browser(office)).opens(PATH)
    assert page.status == 200
    assert HER_WORDS in page.text
    assert "06 87654321" in page.text, PHONE
    assert (
        "Notitie over jou: Komt altijd op tijd. (own coach, coach, 23 november 2026," in page.text
    )
    assert "Uitkering: WW (own coach, coach," in page.text
    assert "Bakkerij De Korst" in page.text
    assert HIS_ANSWER not in page.text, "what the employer said is told by whoever is asked"
    assert "Wat de werkgever zei, is van de werkgever." in page.text


async def test_nobody_reads_it_without_being_her(quick_site: Site) -> None:
    office = await opened_office(quick_site)
    async with office.site.stage.work() as work:
        link = await links.data_link(work, office.her)
    stranger = quick_site.visitor()
    assert (await stranger.opens(PATH)).status == 403
    page = await stranger.opens(link.removeprefix("https://werklijn.example"))
    assert page.path == "/chat/code", "a link alone shows nothing"
    page = await stranger.presses("Ga verder")
    assert page.path == PATH
    assert HER_WORDS in page.text


async def test_the_chat_tells_each_part_in_pieces(quick_site: Site) -> None:
    office = await opened_office(quick_site)
    await written_down(office)
    stage = quick_site.stage
    await stage.says("her", "alles over mij")
    told = "\n".join(await stage.hears("her"))
    assert "Of lees alles op één bladzijde: https://werklijn.example/chat/gegevens?c=" in told
    await stage.says("her", "[Wat anderen opschreven]")
    told = "\n".join(await stage.hears("her"))
    assert "Komt altijd op tijd. (own coach, coach," in told
    await stage.says("her", "[Andere gegevens]")
    await stage.says("her", "[Je werk]")
    told = "\n".join(await stage.hears("her"))
    assert "Bakkerij De Korst" in told
    assert HIS_ANSWER not in told
    assert await stage.parked() == []


async def test_no_colleague_reads_a_way_in(quick_site: Site) -> None:
    """Her coach reads the talk, and not the code in it by which somebody comes in as her."""
    office = await opened_office(quick_site)
    stage = quick_site.stage
    await stage.says("her", "alles over mij")
    await stage.says("her", "andere telefoon")
    told = "\n".join(await stage.hears("her"))
    codes = set(re.findall(r"\?c=([A-Z0-9]{8})", told))
    assert len(codes) == 2
    page = await (await office.desk("own coach")).opens(f"/console/werkzoekenden/{office.her}")
    assert "Of typ deze code op het andere apparaat: …" in page.text, "she is heard"
    assert [code for code in codes if code in page.text] == []


async def test_no_colleague_reads_what_she_read_of_her_own_data(quick_site: Site) -> None:
    """Her own data holds more than any one colleague may see; that she asked for it may be seen."""
    office = await opened_office(quick_site)
    await quick_site.stage.says("her", "alles wat jullie bewaren")
    await quick_site.stage.hears("her")
    await quick_site.stage.says("her", "[Hoe je binnenkomt]")
    told = "\n".join(await quick_site.stage.hears("her"))
    desk = await office.desk("own coach")
    page = await desk.opens(f"/console/werkzoekenden/{office.her}")
    assert "Hier stonden eigen gegevens" in page.text
    secret = [line[2:] for line in told.split("\n") if line.startswith("> ") and ":" in line]
    assert len(secret) > 1
    assert [line for line in secret if line in page.text] == []
