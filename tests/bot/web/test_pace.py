"""Within bounds: how fast somebody says things, how much in a day, and how many pages follow."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import aiohttp
import pytest
from sqlmodel import func, select

from bot.web.deps import MOST_STREAMS
from bot.web.rate_limit import RateLimit
from services import retention, texts
from services.access import attempts, sessions
from services.store.models import Document, Inbox, Message, Talk
from tests.bot.web.office import opened_office
from tests.bot.web.site import Site, Visitor

JPEG = b"\xff\xd8\xff\xe0" + b"0" * 2000


async def her_phone(site: Site) -> Visitor:
    """The jobseeker of an office, in a browser."""
    await opened_office(site)
    visitor = site.visitor()
    async with site.stage.work() as work:
        cookie = await sessions.begin_visit(work, site.stage.actors["her"].number, "chat")
    visitor.session.cookie_jar.update_cookies({"werklijn": cookie}, aiohttp.client.URL(site.base))
    await visitor.opens("/chat")
    return visitor


async def sends(visitor: Visitor, content: bytes, name: str = "foto.jpg") -> str:
    """A photo, through the form that stands on the page; what the page says then."""
    await visitor.opens("/chat")
    form = aiohttp.FormData()
    for key, value in visitor.page.form(name="photo").fields.items():
        if key != "photo":
            form.add_field(key, value)
    form.add_field("photo", content, filename=name)
    return (await visitor.posts("/chat/say", form)).text


async def count(site: Site, table: type) -> int:
    async with site.stage.work() as work:
        return (await work.tx.exec(select(func.count()).select_from(table))).one()


async def test_what_is_said_too_fast_waits(quick_site: Site) -> None:
    visitor = await her_phone(quick_site)
    quick_site.deps.pace = RateLimit((30, 3600))
    before = await count(quick_site, Inbox)
    token = visitor.page.form(button="Stuur").fields["form_token"]
    posts = (
        visitor.session.post(
            f"{quick_site.base}/chat/say",
            data={"form_token": token, "words": f"dag {n}"},
            headers={"X-Werklijn": "script"},
        )
        for n in range(150)
    )
    statuses = [answer.status for answer in await asyncio.gather(*posts)]
    assert statuses.count(204) == 30
    assert statuses.count(429) == 120
    assert await count(quick_site, Inbox) - before <= 30 + 5  # and what follows from them


async def test_a_day_has_room_for_so_much(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "BYTES", attempts.Limit(8_000, timedelta(days=1)))
    visitor = await her_phone(site)
    for n in range(3):
        said = await sends(visitor, JPEG)
        assert ("veel voor één dag" in said) is (n == 2), said[-300:]
    assert (await visitor.types("dag")).status == 200  # words still fit
    site.stage.clock.move(timedelta(hours=25))
    assert "veel voor één dag" not in (await sends(visitor, JPEG)).split("dag")[-1]


@pytest.mark.parametrize("keep", [True, False])
async def test_a_photo_nobody_asked_for_is_kept_only_on_a_yes(site: Site, keep: bool) -> None:
    visitor = await her_phone(site)
    before = await count(site, Document)
    assert "Wil je dit bestand bewaren voor je coach?" in await sends(visitor, JPEG)
    assert await count(site, Document) == before
    page = await visitor.presses(texts.text("nl", f"unasked-keep.{'yes' if keep else 'no'}"))
    assert ("Je coach kan dit bestand nu zien" in page.text) is keep
    assert await count(site, Document) == before + keep


async def test_in_the_middle_of_the_intake_the_intake_goes_on(quick_site: Site) -> None:
    visitor = quick_site.visitor()
    await visitor.opens("/chat")
    await visitor.presses("Ik zoek werk")
    await visitor.types("Amina")
    assert "bewaren voor je coach" in await sends(visitor, JPEG)
    page = await visitor.presses(texts.text("nl", "unasked-keep.yes"))
    assert page.text.count("Waar woon je?") == 2
    assert await count(quick_site, Document) == 1


async def test_a_file_nobody_decided_about_does_not_outlive_a_day(quick_site: Site) -> None:
    visitor = await her_phone(quick_site)
    await sends(visitor, JPEG)
    quick_site.stage.clock.move(timedelta(hours=25))
    async with quick_site.stage.work() as work:
        await retention.empty_payloads(work)
    async with quick_site.stage.work() as work:
        talk = (await work.tx.exec(select(Talk).where(Talk.dialog == "unasked"))).one()
        assert (talk.state, talk.finished is None) == (None, False)
        bodies = [str(row.body) for row in (await work.tx.exec(select(Message))).all()]
    assert not any("base64" in body for body in bodies)


async def test_nobody_has_more_than_five_pages_that_follow(quick_site: Site) -> None:
    visitor = await her_phone(quick_site)
    url = f"{quick_site.base}/chat/stream"
    opened = [await visitor.session.get(url) for _ in range(MOST_STREAMS)]
    assert {each.status for each in opened} == {200}
    async with visitor.session.get(url) as one_more:
        assert one_more.status == 429
    for each in opened:
        each.close()
    assert await quick_site.nobody_listens()
    async with visitor.session.get(url) as again:
        assert again.status == 200
