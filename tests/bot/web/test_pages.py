"""The pages round it: health, metrics, the front page, and kind errors."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import text

from tests.bot.web.site import Site


async def test_health_and_readiness(site: Site) -> None:
    visitor = site.visitor()
    assert json.loads((await visitor.opens("/healthz")).html) == {"status": "ok"}
    page = await visitor.opens("/readyz")
    assert page.status == 200
    assert json.loads(page.html) == {"status": "ok"}


async def test_not_ready_without_the_database(quick_site: Site) -> None:
    async with quick_site.stage.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE inbox RENAME TO gone"))
    page = await quick_site.visitor().opens("/readyz")
    assert page.status == 503
    assert json.loads(page.html)["status"] == "down"
    assert (await quick_site.visitor().opens("/healthz")).status == 200
    async with quick_site.stage.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE gone RENAME TO inbox"))


async def test_the_front_page_leads_everybody_on(quick_site: Site) -> None:
    visitor = quick_site.visitor()
    page = await visitor.opens("/")
    assert {"Ik zoek werk", "Ik zoek personeel"} <= {b for f in page.forms for b in f.buttons}
    assert page.links["Voor medewerkers"] == "/console"
    await visitor.presses("Ik zoek personeel")
    assert "uw bedrijf" in visitor.page.text


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/bestaat-niet", 404, "Deze pagina is er niet"),
        ("/chat/begin", 405, "Deze pagina is er niet"),
        ("/console/matches/abc", 404, "Deze pagina is er niet"),
        ("/chat/stream", 403, "Deze pagina is niet meer geldig"),
    ],
)
async def test_errors_are_kind(quick_site: Site, path: str, status: int, said: str) -> None:
    page = await quick_site.visitor().opens(path)
    assert page.status == status
    assert said in page.text
    assert "Naar het begin" in page.links
    assert "Content-Security-Policy" in page.headers


async def test_a_broken_database_shows_no_secrets(
    quick_site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    visitor = quick_site.visitor()
    await visitor.opens("/chat")
    await visitor.presses("Ik zoek werk")
    cookie = visitor.cookie()
    async with quick_site.stage.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE message RENAME TO gone"))
    page = await visitor.opens("/chat")
    async with quick_site.stage.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE gone RENAME TO message"))
    assert page.status == 500
    assert "Er ging iets mis bij ons" in page.text
    for never in ("Traceback", "sqlalchemy", "SELECT", cookie):
        assert never not in page.html
    logged = capsys.readouterr()
    assert cookie not in logged.out + logged.err


async def test_files_are_kept_only_under_their_own_fingerprint(quick_site: Site) -> None:
    visitor = quick_site.visitor()
    await visitor.opens("/")
    address = visitor.page.html.split('rel="stylesheet" href="')[1].split('"')[0]
    assert "immutable" in (await visitor.opens(address)).headers["Cache-Control"]
    plain = await visitor.opens(address.split("?")[0])
    assert plain.headers["Cache-Control"] == "no-store"
    wrong = await visitor.opens(address.split("?")[0] + "?0123456789ab")
    assert wrong.headers["Cache-Control"] == "no-store"
    assert (await visitor.opens("/static/../pages.py")).status == 404
    assert (await visitor.opens("/static/none.css")).status == 404


@pytest.mark.parametrize("path", ["/", "/static/werklijn.css", "/static/werklijn.js"])
async def test_what_is_long_travels_compressed(quick_site: Site, path: str) -> None:
    headers = (await quick_site.visitor().opens(path, **{"Accept-Encoding": "gzip"})).headers
    assert headers["Content-Encoding"] == "gzip"
    assert headers["Vary"] == "Accept-Encoding"
    plain = await quick_site.visitor().opens(path, **{"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in plain.headers


async def test_the_phone_number_can_be_called(quick_site: Site) -> None:
    page = await quick_site.visitor().opens("/")
    number = quick_site.stage.region.front_door.phone
    assert page.links[number] == "tel:" + number.replace("-", "").replace(" ", "")
