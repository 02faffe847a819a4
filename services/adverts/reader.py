"""The whole text, field by field."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from services.adverts import demands, terms
from services.adverts import open as openness
from services.adverts.fair import exclusions
from services.adverts.hours import hours, times
from services.adverts.model import Advert, Reading, lines_of
from services.adverts.occupation import occupation, sectors
from services.adverts.pay import wage
from services.adverts.skills import skills
from services.adverts.source import Source, source
from services.adverts.title import title
from services.adverts.tongues import languages

SHORTEST_WORDS = 4
LONGEST = 12_000  # characters; what stands behind them is not read


def read(text: str, language: str, today: date) -> Advert:
    """What the text says, each value with the words of the text that it was read from."""
    pasted = source(text[:LONGEST])
    clear = pasted.text
    lines = lines_of(clear)
    where, places = terms.place(lines, clear)
    called, codes = title(lines, clear, language)
    work = occupation(called, codes, lines, language)
    must, nice = skills(lines, clear, language, sectors(work))
    spoken, spoken_nice = languages(lines, clear)
    found: dict[str, Reading | None] = {
        "title": called,
        "occupation": work,
        "place": where,
        "places": places,
        "hours": hours(lines, clear),
        "times": times(lines, clear),
        "start": terms.start(lines, clear, today),
        "wage": wage(lines, clear),
        "contract": terms.contract(lines, clear),
        "must": must,
        "nice": nice,
        "licence": demands.licence(lines, clear),
        "dutch": demands.dutch(lines, clear),
        "languages": spoken,
        "languages_nice": spoken_nice,
        "level": demands.level(lines, clear),
        "positions": demands.positions(lines, clear),
        "open_to": openness.named(openness.OPEN, lines, clear),
        "exclusions": exclusions(lines, clear),
        "conditions": openness.named(openness.CONDITIONS, lines, clear),
    }
    return {
        field: _as_pasted(reading, pasted, text)
        for field, reading in found.items()
        if reading is not None
    }


def _as_pasted(reading: Reading, pasted: Source, text: str) -> Reading:
    """With the words and the places of the text as it was pasted."""
    start, end = pasted.span(reading.start, reading.end)
    each = tuple(pasted.span(*spot) for spot in reading.each)
    return replace(reading, words=text[start:end], start=start, end=end, each=each)


def unfit(text: str) -> str | None:
    """Why this cannot be an advert: "short", "long", "question" or "not_advert"; else None.

    It looks for a few plain facts only: what costs time (the occupation, the skills) is read once,
    by `read`, when the text turns out to be an advert.
    """
    if len(text) > LONGEST:
        return "long"
    words = re.findall(r"[^\W\d_]{2,}", text)
    if len(words) < SHORTEST_WORDS:
        return "short"
    clear = source(text).text
    lines = lines_of(clear)
    offers = any(each(lines, clear) for each in (hours, wage))
    if text.strip().endswith("?") and len(words) < 25 and not offers:
        return None if re.search(r"\bzoeken\b|gezocht|gevraagd", text.lower()) else "question"
    telling = offers or terms.contract(lines, clear) or demands.licence(lines, clear)
    return None if telling or title(lines, clear, "nl")[0] else "not_advert"
