"""Odd things from the network: each is answered or set aside alone, and nothing is parked."""

from __future__ import annotations

from typing import Any

import pytest

from bot.stage import staged
from tests import given

PRESSES = (
    "interest.99999999999999999999:answer:yes",
    "interest.9223372036854775808:answer:yes",
    "interest.٣:answer:yes",
    "interest.-1:answer:yes",
    "::",
    "interest.1:answer:\ud800",
)
SPOTS: tuple[tuple[Any, Any], ...] = (
    ("nan", "nan"),
    (float("nan"), 4.6),
    (float("inf"), 4.6),
    (1e999, -1e999),
    (500.0, 4.6),
    (None, None),
    ("noord", "west"),
    ([], {}),
)
WORDS = ("a\0b", "\0", "half \ud83d teken", "\udfff", "\ufffe\uffff", "a" * 20_000)


async def said(url: str, *payloads: dict[str, Any]) -> str:
    """What Fatima hears after each of these; nothing may be parked."""
    heard = []
    async with staged(url) as stage:
        await given.pair(stage)
        await stage.says("Fatima", "mijn gegevens")
        for payload in payloads:
            await stage.hears("Fatima")
            await stage.gives("Fatima", payload)
            answer = "\n".join(await stage.hears("Fatima"))
            assert answer, payload
            heard.append(answer)
            assert await stage.parked() == [], payload
        await stage.says("Fatima", "menu")
        assert await stage.hears("Fatima")  # the line goes on
    return "\n".join(heard)


async def test_presses_with_impossible_numbers_are_answered(database_url: str) -> None:
    await said(database_url, *({"kind": "pick", "press": each} for each in PRESSES))


async def test_places_that_are_nowhere_are_answered(database_url: str) -> None:
    spots = ({"kind": "spot", "latitude": a, "longitude": b} for a, b in SPOTS)
    await said(database_url, *spots, {"kind": "spot"})


@pytest.mark.parametrize("words", WORDS, ids=repr)
async def test_signs_that_cannot_be_written_are_left_out(database_url: str, words: str) -> None:
    answer = await said(database_url, {"kind": "text", "words": words, "name": words[:40]})
    assert "\0" not in answer
    answer.encode("utf-8")
