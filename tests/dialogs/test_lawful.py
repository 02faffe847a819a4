"""An employer hears at once what may not be in a vacancy, and takes other words with one tap."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.stage import Stage, staged
from tests import given
from tests.reporting import heard


@pytest.fixture
async def stage(tmp_path: object) -> AsyncIterator[Stage]:
    async with staged(f"sqlite+aiosqlite:///{tmp_path}/werklijn.db") as running:
        await given.pair(running)
        await running.hears("Hans")
        yield running


async def begin(stage: Stage) -> None:
    await heard(stage, "nieuwe vacature", "[Stel mij de vragen]")


async def test_a_title_for_one_sex_is_named_and_changed_with_one_tap(stage: Stage) -> None:
    await begin(stage)
    told = await heard(stage, "Meisje voor de bar")
    assert "“Meisje”" in told
    assert "Wet gelijke behandeling van mannen en vrouwen" in told
    assert "“Collega (m/v/x) voor de bar”" in told
    assert "Bij welk werk hoort dit?" not in told
    told = await heard(stage, "ja graag")
    assert "Bij welk werk hoort dit?" in told


async def test_other_words_are_read_anew(stage: Stage) -> None:
    await begin(stage)
    assert "mag meestal geen eis zijn" in await heard(stage, "Barhulp, max 25 jaar")
    assert "geen eis zijn" in await heard(stage, "Barhulp van Nederlandse afkomst")
    assert "Bij welk werk hoort dit?" in await heard(stage, "Barhulp")


async def test_what_is_only_like_a_demand_is_asked_about_and_called_a_guess(stage: Stage) -> None:
    await begin(stage)
    told = await heard(stage, "Zo'n leuke tante voor achter de bar")
    assert "“Zo'n leuke tante voor achter de bar”. Ik weet het niet zeker" in told
    assert "Waarom is dit nodig voor het werk?" in await heard(stage, "[Laat het staan]")


async def test_who_keeps_the_words_says_why(stage: Stage) -> None:
    await begin(stage)
    told = await heard(stage, "Actrice, alleen vrouwen", "[Laat het staan]")
    assert "Waarom is dit nodig voor het werk?" in told
    assert "Bij welk werk hoort dit?" in await heard(stage, "Zij speelt Anne Frank")


@pytest.mark.parametrize(
    ("asked", "typed", "said"),
    [
        ("must", "geen Polen", "“geen Polen”"),
        ("must", "geen rugklachten", "(WGBH/CZ)"),
        ("must", "no headscarf", "een hoofddoek mag"),
        ("must", "geen hoofddoek", "een hoofddoek mag"),
    ],
)
async def test_nothing_is_blanked_in_silence(
    stage: Stage, asked: str, typed: str, said: str
) -> None:
    await begin(stage)
    await heard(stage, "schoonmaker bakkerij", "[schoonmaker]", "[Klaar]", "Haarlem", "20 uur")
    await heard(stage, "[Ochtend]", "[Klaar]", "nu", "[Volgens de cao]", "[Vast]")
    told = await heard(stage, typed)
    assert said in told
    assert "…" not in told
    assert "[Laat het staan]" in told


async def test_a_demand_is_left_out_and_the_others_stay(stage: Stage) -> None:
    await begin(stage)
    await heard(stage, "schoonmaker bakkerij", "[schoonmaker]", "[Klaar]", "Haarlem", "20 uur")
    await heard(stage, "[Ochtend]", "[Klaar]", "nu", "[Volgens de cao]", "[Vast]")
    told = await heard(stage, "vloeren dweilen, geen Polen", "[Laat dit weg]")
    assert "Ik heb nu: vloeren dweilen" in told
    assert "Polen" not in told.split("Ik heb nu")[1]


async def test_other_words_for_health_are_a_demand_themselves(stage: Stage) -> None:
    await begin(stage)
    await heard(stage, "schoonmaker bakkerij", "[schoonmaker]", "[Klaar]", "Haarlem", "20 uur")
    await heard(stage, "[Ochtend]", "[Klaar]", "nu", "[Volgens de cao]", "[Vast]")
    told = await heard(stage, "geen rugklachten", "[Ja, verander dit]")
    assert "Ik heb nu: Je kunt dit werk doen" in told


async def test_a_wage_under_the_minimum_of_the_day_is_asked_about(stage: Stage) -> None:
    await begin(stage)
    await heard(stage, "schoonmaker bakkerij", "[schoonmaker]", "[Klaar]", "Haarlem", "20 uur")
    await heard(stage, "[Ochtend]", "[Klaar]", "nu")
    told = await heard(stage, "14,50 per uur")
    assert "Het loon is te laag: € 14,50 per uur" in told
    assert "€ 14,99 per uur" in told
    assert "[Maak er € 14,99 per uur van]" in told
    assert "€ 14,50 tot € 14,99 per uur, naar leeftijd" in told
    told = await heard(stage, "[Maak er]")
    assert "Ik noteer: € 14,99 per uur" in told
    assert "Wat voor contract is het?" in told


async def test_a_month_is_compared_by_its_hours(stage: Stage) -> None:
    await begin(stage)
    await heard(stage, "schoonmaker bakkerij", "[schoonmaker]", "[Klaar]", "Haarlem", "38 uur")
    await heard(stage, "[Ochtend]", "[Klaar]", "nu")
    assert "dat is € 13,98 per uur" in await heard(stage, "2300 per maand")
    assert "Wat voor contract is het?" in await heard(stage, "2500 per maand")


async def test_a_pasted_advert_is_read_for_all_of_it(stage: Stage) -> None:
    advert = (
        "Medewerker bediening\nWij zoeken een spontane jongedame voor ons terras in Haarlem.\n"
        "Je bent niet ouder dan 25 jaar. Geen hoofddoek.\n20 uur per week, € 14,50 per uur."
    )
    told = await heard(stage, advert)
    for words in ("“jongedame”", "“niet ouder dan 25”", "“Geen hoofddoek”"):
        assert words in told
    assert "[Ja, verander dit]" in told
    told = await heard(stage, "[Ja, verander dit]")
    assert "Functie: Medewerker bediening" in told
    assert "Over het loon (€ 14,50 per uur) vraag ik u straks nog iets." in told
    assert "Loon:" not in told


@pytest.mark.parametrize(
    "innocent",
    [
        "Wij zijn een jong team en zoeken een timmerman (m/v/x), ook statushouders zijn welkom.",
        "Verpleegkundige kinderen 0-18 jaar gezocht, banenafspraak is ook goed. 24 uur per week.",
        "Barmedewerker in Haarlem. Je bent 18 jaar of ouder, want je schenkt alcohol. 20 uur.",
    ],
)
async def test_what_is_allowed_is_let_through(stage: Stage, innocent: str) -> None:
    told = await heard(stage, innocent)
    assert "Dit heb ik gelezen" in told
    assert "U schreef" not in told
