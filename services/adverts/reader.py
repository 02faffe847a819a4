"""The whole text, field by field."""

from __future__ import annotations

import re
from datetime import date

from services.adverts import demands, terms
from services.adverts.model import Advert, Reading, lines_of, without_markup
from services.adverts.title import title

SHORTEST_WORDS = 4
LONGEST = 20_000


def read(text: str, language: str, today: date) -> Advert:
    """What the text says, each with the words it was read from."""
    text = without_markup(text[:LONGEST])
    lines = lines_of(text)
    called, occupation = title(lines, text, language)
    must, nice = demands.skills(lines, text, language)
    found: dict[str, Reading | None] = {
        "title": called,
        "occupation": occupation,
        "place": terms.place(lines, text),
        "hours": terms.hours(lines, text),
        "times": terms.times(lines, text),
        "start": terms.start(lines, text, today),
        "wage": terms.wage(lines, text),
        "contract": terms.contract(lines, text),
        "must": must,
        "nice": nice,
        "licence": demands.licence(lines, text),
        "dutch": demands.dutch(lines, text),
        "level": demands.level(lines, text),
        "positions": demands.positions(lines, text),
        "open_to": demands.open_to(lines, text),
        "conditions": demands.conditions(lines, text),
    }
    return {field: reading for field, reading in found.items() if reading is not None}


def unfit(text: str) -> str | None:
    """Why this cannot be an advert: "short", "question" or "not_advert"; None when it can."""
    words = re.findall(r"[^\W\d_]{2,}", text)
    if len(words) < SHORTEST_WORDS:
        return "short"
    found = read(text, "nl", date(2000, 1, 1))
    if text.strip().endswith("?") and len(words) < 25 and not {"hours", "wage"} & set(found):
        return "question"
    telling = {"title", "hours", "wage", "contract", "licence"} & set(found)
    return None if telling else "not_advert"
