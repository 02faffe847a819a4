"""Whatever somebody writes, however long and in whatever script: every page goes on being shown."""

from __future__ import annotations

from collections.abc import Mapping

from services.messages.parked import counts
from services.store.models import Message
from services.texts import text
from tests.bot.web.everybody import CHATTING, Everybody, gathered
from tests.bot.web.routes import PAGES
from tests.bot.web.site import Site, opened

MOST = 20_000
SCRIPTS: Mapping[str, str] = {
    "latin": "schoonmaken ",
    "one word": "x",
    "arabic": "عامل نظافة ",
    "ligature": "ﷺ",
    "cyrillic": "прибирання ",
    "ethiopic": "ጽሬት ",
    "han": "清洁工",
    "emoji": "👩🏽‍🚒",
    "accents": "e\u0301\u0323",
    "turned": "\u202eabc ",
    "markup": "<b>{ $n } {{ x }} </script>",
    "signs of ours": "\ue0000\ue001",
    "lines": "a\n",
}


def filled(sign: str) -> str:
    """Twenty thousand signs of it."""
    return (sign * (MOST // len(sign) + 1))[:MOST]


async def seen_by(everybody: Everybody, who: str) -> list[str]:
    """The pages that are not shown to somebody for whom they are."""
    wrong = []
    for path, rule in PAGES.items():
        if who not in rule.opens or path.endswith(("stream", "{name}")):
            continue
        given = {"id": everybody.own.get(rule.ids, ""), "person": everybody.own["hans"]}
        address = path.format(**everybody.own | given)
        answer = await everybody.asks(who, address)
        if answer.status >= 400:
            wrong.append(f"{who} on {path}: {answer.status}")
        elif text("nl", "text-fault") in answer.body:
            wrong.append(f"{who} on {path}: a line that cannot be said")
    return wrong


NOTES = {
    "own coach": "/console/werkzoekenden/{her}/notitie",
    "own manager": "/console/werkgevers/{employer}/notitie",
}
LOOKERS = ("own coach", "lead", "own manager", "regional manager", "administrator")


async def test_twenty_thousand_signs_by_everybody_and_every_page_after_it(
    database_url: str,
) -> None:
    async with opened(database_url) as site, gathered(site) as everybody:
        for sign in SCRIPTS.values():
            form = {"words": filled(sign)}
            for who in sorted(CHATTING):
                said = await everybody.asks(who, "/chat/say", form)
                assert said.status == 303, (who, sign, said.status)
            for who, path in NOTES.items():
                noted = await everybody.asks(who, path.format(**everybody.own), form)
                assert noted.status < 500, (who, sign, noted.status)
        async with site.stage.work() as work:
            assert (await counts(work)).parked == 0
        everyone = (*sorted(CHATTING), *LOOKERS)
        assert [each for who in everyone for each in await seen_by(everybody, who)] == []


async def test_a_line_of_another_release_does_not_take_the_conversation_with_it(
    quick_site: Site,
) -> None:
    visitor = quick_site.visitor()
    await visitor.opens("/chat")
    await visitor.presses("Ik zoek werk")
    async with quick_site.stage.work() as work:
        lines = [["no-such-text", {}], ["said", {}], ["said", {"words": ["date", "gisteren"]}]]
        rows = [[["::menu", ["nothing", "known"]]]]
        work.tx.put(
            Message,
            person_id=1,
            body={"lines": lines, "rows": rows},
            created=work.now,
            sent=work.now,
        )
    page = await visitor.opens("/chat")
    assert page.status == 200
    assert page.text.count(text("nl", "text-fault")) == 3
