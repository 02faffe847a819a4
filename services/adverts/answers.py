"""From what was read to answers of the vacancy dialog."""

from __future__ import annotations

from typing import Any

from services.adverts.model import Advert

LONGEST_SOURCE = 80
NOT_ASKED = ("exclusions", "languages", "languages_nice", "places")  # no answers to a question


def as_answers(advert: Advert) -> dict[str, Any]:
    """Answers for what was read surely, with `_from`: the words of the advert for each."""
    sure = {f: reading for f, reading in advert.items() if reading.sure and f not in NOT_ASKED}
    answers: dict[str, Any] = {field: reading.value for field, reading in sure.items()}
    answers["_from"] = {
        field: " ".join(reading.words.split())[:LONGEST_SOURCE] for field, reading in sure.items()
    }
    return answers
