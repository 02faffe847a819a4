"""The web chat as a browser without a script has it: what it offers, and what others cannot do."""

from __future__ import annotations

import asyncio
import io
import json
from pathlib import Path

import aiohttp
import pytest
from sqlmodel import SQLModel, col, func, select

from services.store.models import Address, Inbox, Message, Person
from tests.bot.web.site import Site, Visitor, assets, opened

JPEG = b"\xff\xd8\xff\xe0" + b"0" * 200


async def begun(site: Site) -> Visitor:
    """Somebody who looks for work and sees the first question."""
    visitor = site.visitor()
    await visitor.opens("/chat")
    await visitor.presses("Ik zoek werk")
    return visitor


async def count(site: Site, table: type[SQLModel], *where: object) -> int:
    async with site.stage.work() as work:
        query = select(func.count()).select_from(table).where(*where)
        return int((await work.tx.exec(query)).one())


async def test_the_answer_is_on_the_page_without_a_script(site: Site) -> None:
    visitor = await begun(site)
    assert visitor.page.path == "/chat"
    assert "Hoe mag ik je noemen?" in visitor.page.text
    await visitor.types("Amina")
    assert "Waar woon je?" in visitor.page.text
    assert "Vraag 2 van 12" in visitor.page.text
    await visitor.presses("Terug")
    assert visitor.page.text.count("Hoe mag ik je noemen?") == 2


async def test_the_first_page_says_what_this_is_and_stores_nothing(quick_site: Site) -> None:
    page = await quick_site.visitor().opens("/chat")
    door = quick_site.stage.region.front_door
    for said in ("computerprogramma", "gratis", door.name, door.phone):
        assert said in page.text
    assert await count(quick_site, Person) == 0
    assert "Set-Cookie" not in page.headers


async def test_the_language_that_is_chosen_is_spoken(quick_site: Site) -> None:
    visitor = quick_site.visitor()
    await visitor.opens("/chat?t=haarlem")
    await visitor.follows("English")
    assert "a computer program" in visitor.page.text
    await visitor.presses("Begin")
    assert "I am Werklijn" in visitor.page.text


async def test_a_poster_is_remembered_through_the_start(quick_site: Site) -> None:
    visitor = quick_site.visitor()
    await visitor.opens("/chat?t=haarlem")
    await visitor.presses("Begin")
    async with quick_site.stage.work() as work:
        assert (await work.tx.exec(select(Person))).one().source == "haarlem"


async def test_the_same_form_twice_is_one_answer(site: Site) -> None:
    visitor = await begun(site)
    before = visitor.page
    await visitor.types("Amina")
    visitor.page = before
    await visitor.types("Amina")
    assert await count(site, Message, col(Message.ours).is_(False)) == 2  # the start, the name
    assert "Waar woon je?" in visitor.page.text


async def test_an_answer_that_takes_long_can_be_looked_for_again(quick_site: Site) -> None:
    visitor = await begun(quick_site)
    assert "nog bezig" not in visitor.page.text
    async with quick_site.nobody_works():
        await visitor.types("Amina")
        assert "Ik ben nog bezig met het antwoord." in visitor.page.text
    await quick_site.stage.worker.drain()
    await visitor.follows("Kijk opnieuw")
    assert "Waar woon je?" in visitor.page.text
    assert "nog bezig" not in visitor.page.text


async def test_only_the_newest_question_has_buttons(quick_site: Site) -> None:
    visitor = await begun(quick_site)
    assert "Sla over" in visitor.page.form(button="Wat bedoel je?").buttons
    await visitor.types("Amina")
    buttons = [label for form in visitor.page.forms for label in form.buttons]
    assert "Sla over" not in buttons
    assert "Terug" in buttons


async def test_html_in_a_name_is_only_words(quick_site: Site) -> None:
    visitor = await begun(quick_site)
    await visitor.types("<b onclick=x>Ami</b>")
    assert "<b onclick" not in visitor.page.html
    assert "&lt;b onclick=x&gt;Ami&lt;/b&gt;" in visitor.page.html


@pytest.mark.parametrize(
    ("data", "headers"),
    [
        ({"words": "hallo"}, {}),
        ({"words": "hallo", "form_token": "0" * 32}, {}),
        ({"words": "hallo", "form_token": "own"}, {"Sec-Fetch-Site": "cross-site"}),
    ],
)
async def test_a_form_from_elsewhere_is_refused(
    quick_site: Site, data: dict[str, str], headers: dict[str, str]
) -> None:
    visitor = await begun(quick_site)
    token = visitor.page.form(button="Stuur").fields["form_token"]
    rows = await count(quick_site, Inbox)
    data = {k: token if v == "own" else v for k, v in data.items()}
    page = await visitor.posts("/chat/say", data, **headers)
    assert page.status == 403
    assert await count(quick_site, Inbox) == rows


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "same-site", "Origin": "own"}, 403),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 200),
        ({"Origin": "own"}, 200),
        ({}, 200),
    ],
)
async def test_no_other_site_begins_a_talk_or_gives_a_code(
    quick_site: Site, headers: dict[str, str], status: int
) -> None:
    """These forms have no token yet, so the browser's word is what there is."""
    headers = {k: quick_site.base if v == "own" else v for k, v in headers.items()}
    visitor = quick_site.visitor()
    page = await visitor.posts("/chat/begin", {"who": "work"}, **headers)
    assert page.status == status
    assert await count(quick_site, Person) == (status == 200)


async def test_the_token_of_one_browser_is_no_use_in_another(quick_site: Site) -> None:
    one, two = await begun(quick_site), await begun(quick_site)
    token = one.page.form(button="Stuur").fields["form_token"]
    page = await two.posts("/chat/say", {"words": "hallo", "form_token": token})
    assert page.status == 403


async def test_a_shared_computer_forgets_and_a_code_goes_on_elsewhere(site: Site) -> None:
    visitor = await begun(site)
    await visitor.types("Amina")
    cookie = visitor.cookie()
    page = await visitor.presses("Klaar op deze computer")
    code = page.html.split('class="code">')[1].split("<")[0]
    assert len(code.replace(" ", "")) == 8

    await visitor.opens("/chat")
    assert "Ik zoek werk" in visitor.page.forms[0].buttons
    stolen = await site.visitor().opens("/chat", Cookie=f"werklijn={cookie}")
    assert "Amina" not in stolen.text

    other = site.visitor()
    await other.opens("/chat/code")
    await other.presses("Ga verder", code=code.lower())
    assert "Amina" in other.page.text
    assert "Waar woon je?" in other.page.text


async def test_codes_cannot_be_tried_without_end(quick_site: Site) -> None:
    visitor = quick_site.visitor()
    answers = []
    for number in range(22):
        await visitor.opens("/chat/code")
        answers.append((await visitor.presses("Ga verder", code=f"ABCDEF{number:02}")).status)
    assert answers == [400] * 20 + [429] * 2
    assert "Even wachten" in visitor.page.text


async def test_behind_a_proxy_everybody_is_counted_alone(quick_site: Site) -> None:
    visitor = quick_site.visitor()
    for number in range(22):
        page = await visitor.posts(
            "/chat/code", {"code": "ABCDEFGH"}, **{"X-Forwarded-For": f"203.0.113.{number}"}
        )
        assert page.status == 400


async def test_a_photo_is_taken_for_what_it_is(site: Site) -> None:
    visitor = await begun(site)
    form = visitor.page.form(name="photo")
    for name, content in (("program.jpg", b"MZ this is a program"), ("cv.jpg", JPEG)):
        data = aiohttp.FormData()
        data.add_field("form_token", form.fields["form_token"])
        data.add_field("event", form.fields["event"] + name)
        data.add_field("photo", content, filename=name, content_type="image/jpeg")
        assert (await visitor.posts("/chat/say", data)).status == 200
    await site.stage.worker.drain()
    assert await site.stage.parked() == []
    assert await count(site, Message, col(Message.ours).is_(False)) == 3  # the start and two files


async def test_a_file_that_is_too_large_is_said_kindly(quick_site: Site) -> None:
    visitor = await begun(quick_site)
    data = aiohttp.FormData()
    data.add_field("form_token", visitor.page.form(button="Stuur").fields["form_token"])
    large = io.BytesIO(b"\xff\xd8\xff" + b"0" * (13 * 1024 * 1024))
    data.add_field("photo", large, filename="groot.jpg")
    page = await visitor.posts("/chat/say", data)
    assert page.status == 413
    assert "Dat bestand is te groot" in page.text


async def test_my_data_is_for_me_alone(quick_site: Site) -> None:
    visitor = await begun(quick_site)
    await visitor.types("Amina")
    page = await visitor.opens("/chat/mijn-gegevens.json")
    assert page.headers["Content-Disposition"].startswith("attachment")
    assert any("Amina" in str(each["body"]) for each in json.loads(page.html)["conversation"])
    assert (await quick_site.visitor().opens("/chat/mijn-gegevens.json")).status == 403


async def streamed(visitor: Visitor, **headers: str) -> str:
    """What the stream sends within a moment."""
    said = b""
    url = visitor.site.base + "/chat/stream?after=0"
    async with visitor.session.get(url, headers=headers) as answer:
        assert answer.status == 200
        try:
            async with asyncio.timeout(0.7):
                async for line in answer.content:
                    said += line
        except TimeoutError:
            return said.decode()
    return said.decode()


async def test_the_stream_goes_on_where_a_phone_left_it(site: Site) -> None:
    visitor = await begun(site)
    await visitor.types("Amina")
    everything = await streamed(visitor)
    ids = [int(each.split("\n")[0]) for each in everything.split("id: ")[1:]]
    assert ids == sorted(set(ids))
    assert len(ids) >= 4
    rest = await streamed(visitor, **{"Last-Event-ID": str(ids[-2])})
    assert f"id: {ids[-1]}\n" in rest
    assert f"id: {ids[-2]}\n" not in rest
    assert "Waar woon je?" in rest


async def test_a_stream_ends_with_its_page(quick_site: Site) -> None:
    visitor = await begun(quick_site)
    for _ in range(3):
        await streamed(visitor)
    assert await quick_site.nobody_listens()


async def test_nobody_can_listen_without_a_cookie(quick_site: Site) -> None:
    await begun(quick_site)
    assert (await quick_site.visitor().opens("/chat/stream")).status == 403


async def test_pages_are_closed_to_other_sites(quick_site: Site) -> None:
    visitor = await begun(quick_site)
    headers = visitor.page.headers
    policy = headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert assets(visitor.page.html)
    assert all(each.startswith("/static/") for each in assets(visitor.page.html))
    assert "style=" not in visitor.page.html


async def test_cookies_are_kept_from_scripts_and_from_the_database(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/https.db"
    async with opened(url, public_url="https://werklijn.example") as site:
        session = site.visitor().session
        begin = site.base + "/chat/begin"
        async with session.post(begin, data={"who": "work"}, allow_redirects=False) as answer:
            cookie = answer.headers["Set-Cookie"]
            assert "max-age" in answer.headers["Strict-Transport-Security"]
        for said in ("HttpOnly", "SameSite=Lax", "Secure"):
            assert said in cookie
        async with site.stage.work() as work:
            key = (await work.tx.exec(select(Address.key))).one()
        assert key not in cookie
