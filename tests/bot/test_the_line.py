"""The whole line on Telegram: from two first words to two people who have each other's number."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from sqlmodel import select

from services.access import sessions
from services.store.models import Match, Person
from tests.botapi import User
from tests.phones import Phones, phones

ADVERT = """SCHOONMAKER m/v (16-20 uur)

Wij zijn een bakkerij met 40 jaar ervaring. Voor onze winkel in Haarlem zoeken wij per direct een
schoonmaker.

Wat vragen wij?
- Je kunt vloeren dweilen
- Een beetje Nederlands is genoeg
- Ervaring is niet nodig
- Rijbewijs is niet nodig

Wij bieden
- € 15,20 per uur
- Contract voor een jaar
Werktijden: ma t/m vr van 06:00 tot 10:00"""


async def does(on: Phones, who: User, acts: Sequence[str]) -> None:
    """Say each, or press it when it is in brackets, and let the service answer."""
    for act in acts:
        await (who.presses(act[1:-1]) if act.startswith("[") else who.says(act))
        await on.settled()


async def joins(on: Phones, who: User, role: str, team: str) -> None:
    """A colleague follows an invitation."""
    await who.says("/start")
    await on.settled()
    async with on.stage.work() as work:
        newest = (await work.tx.exec(select(Person).order_by(Person.id.desc()))).first()  # type: ignore[union-attr]
    await on.staff(newest.id, role, team)
    async with on.stage.work() as work:
        person = await work.get(Person, newest.id)
        person.name, person.formal = who.user["first_name"], True
        await sessions.begin_visit(work, newest.id, "console", strong=True)


async def test_from_the_first_word_to_an_introduction(database_url: str) -> None:
    async with phones(database_url) as on:
        marloes, naoual = User(on.api, 1, "Marloes"), User(on.api, 2, "Naoual")
        fatima, hans = User(on.api, 3, "Fatima"), User(on.api, 4, "Hans")
        await joins(on, marloes, "coach", "intake-haarlem")
        await joins(on, naoual, "account_manager", "employers-zuid")
        await does(on, fatima, ("/start", "[Nederlands]", "ik zoek werkk", "[Fatima]", "harlem"))
        await does(on, fatima, ("schoonmaaken", "[schoonmaker]", "[Klaar]", "[schoonmaker]"))
        await does(on, fatima, ("[Klaar]", "[vloeren dweilen]", "[Klaar]", "16 tot 20", "ochtent"))
        await does(on, fatima, ("fits", "halfuur", "geen", "een beetje", "nu", "[Ja, dit klopt]"))
        await does(on, hans, ("/start", "[Nederlands]", "[Ik zoek personeel]", "Bakkerij Hoekstra"))
        await does(on, hans, ("12345678", "haarlem", "[1 tot 9]", "nee", "Hans Hoekstra"))
        await hans.shares_contact("+31612345678")
        await on.settled()
        await does(on, hans, ("sla over", "ja"))
        await does(on, naoual, ("[Ja, gecontroleerd]",))
        await does(on, hans, ("[Nieuwe vacature]", "[Ik plak een advertentie]", ADVERT))
        await finishes_the_questions(on, hans)
        await does(on, marloes, ("[Voorleggen aan werkzoekende]",))
        await does(on, fatima, ("[Ik wil dit]",))
        assert "Fatima" not in "\n".join(seen.text for seen in await hans.sees())
        await does(on, hans, ("[Ja, kennismaken]",))
        await does(on, fatima, ("[Ja, dat wil ik]", "Fatima Amrani", "06 87654321"))
        assert "06 87654321" in (await hans.sees())[-1].text
        assert "06 12345678" in (await fatima.sees())[-1].text
        async with on.stage.work() as work:
            match = (await work.tx.exec(select(Match))).one()
            assert (match.state, match.agreed) == ("invited", work.now)
        assert on.api.ledger.errors() == []
        assert await on.stage.parked() == []
        keep(fatima=await fatima.transcript(), hans=await hans.transcript())


async def finishes_the_questions(on: Phones, hans: User) -> None:
    """Whatever the advert did not say, in the order in which it is asked."""
    answers = {
        "Wat is mooi meegenomen": "weet ik niet",
        "Welk niveau": "weet ik niet",
        "Hoeveel mensen zoekt u": "1",
        "Wat kunt u bieden": "vaste taken",
        "staking": "nee",
        "Hoe wilt u van ons horen": "[Dit gesprek]",
        "Aan wie laten wij": "[Alleen via een coach]",
        "eerst mensen voor u kiezen": "nee",
        "Hoeveel kandidaten wilt u": "3",
        "Tot wanneer": "[2 maanden]",
        "Hoe vaak": "[Elke week]",
        "Klopt dit?": "[Ja, meld deze vacature]",
    }
    for _ in range(len(answers) + 2):
        last = (await hans.sees())[-1].text
        found = next((said for asked, said in answers.items() if asked in last), None)
        if found is None:
            break
        await does(on, hans, (found,))
    assert "vacature is gemeld" in (await hans.sees())[-1].text


def keep(**transcripts: str) -> None:
    """Where WERKLIJN_TRANSCRIPTS is set, the conversations are kept to be read."""
    folder = os.environ.get("WERKLIJN_TRANSCRIPTS")
    for name, transcript in transcripts.items():
        if folder:
            (Path(folder) / f"{name}.txt").write_text(transcript, "utf-8")
