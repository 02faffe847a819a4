"""What an employer is told about words of a vacancy: sentences, other words, ways to go on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from dialogs import fairness
from dialogs.model import Answers
from services import lawful
from services.region import Region
from services.texts import refs

DEMANDS = ("can-do", "speaks-dutch")  # other words that are a demand themselves
TOLD = 4  # sentences said at once


def of_words(
    region: Region, today: date, words: str, language: str, kind: str
) -> dict[str, Any] | None:
    """What is said of typed words, with other words where there are; a demand can be left out."""
    found = lawful.look(words, asks=kind != "advert")
    if not found:
        return None
    first = {(each.kind, each.words.lower()): each for each in reversed(found)}
    doubts = [lawful.of_finding(each) for each in reversed(first.values())]
    says = kind != "demand" or all(each.better in DEMANDS for each in found)
    made = lawful.reworded(words, found, language) if says else words
    better = lawful.changed(words, made) if made != words else ""
    ways = [["better", refs.text("lawful-ways.better"), made]] if better else []
    if kind == "demand":
        ways.append([fairness.DROP, refs.text("lawful-ways.drop"), _rest(words)])
    return {
        "lines": [lawful.explained(region, today, doubt) for doubt in doubts[:TOLD]],
        "better": better,
        "ways": ways,
        "look": all(each.person for each in found),
    }


def _rest(words: str) -> str:
    """What is left of a list of demands without those the law speaks of."""
    pieces = [piece.strip() for piece in re.split(r"[,;\n]| en | and ", words)]
    return ", ".join(piece for piece in pieces if piece and not lawful.look(piece, asks=True))


def of_wage(region: Region, today: date, answers: Answers) -> dict[str, Any] | None:
    """What is said of a wage under the minimum, with wages that are not."""
    doubt = lawful.of_wage(region, today, answers)
    if doubt is None:
        return None
    low = lawful.low_wage(region, today, answers)
    ways = [] if low is None or doubt["kind"] != "wage" else _wages(doubt["wage"], low)
    return {
        "lines": [lawful.explained(region, today, doubt)],
        "better": "",
        "ways": [[code, _label(code, wage), typed(wage)] for code, wage in ways],
        "look": not ways,
    }


def _wages(wage: Mapping[str, Any], low: lawful.Low) -> list[tuple[str, dict[str, Any]]]:
    """The minimum; a wage by age, where it is enough below 21; one for who works and learns."""
    high = max(low.least, wage["high"] if wage["unit"] == "hour" else 0)
    found: list[tuple[str, dict[str, Any]]] = [
        ("pay", {"low": low.least, "high": high, "unit": "hour"})
    ]
    if low.youth:
        young = {"low": low.paid, "high": high, "unit": "hour"}
        found += [("age", {**young, "of": "age"})]
        found += [("learn", {**young, "high": max(low.paid, wage["high"]), "of": "learn"})] * (
            wage["unit"] == "hour"
        )
    return found


def _label(code: str, wage: Mapping[str, Any]) -> refs.Ref:
    return refs.text(f"lawful-ways.{code}", wage=refs.wage(wage))


_UNITS = {"hour": "per uur", "week": "per week", "month": "per maand", "year": "per jaar"}
_OF = {"age": ", naar leeftijd", "learn": ", bbl", "dispensation": ", loondispensatie"}


def typed(wage: Mapping[str, Any]) -> str:
    """A wage as somebody would type it, for the reader of wages."""
    low, high = (f"{wage[side] / 100:.2f}".replace(".", ",") for side in ("low", "high"))
    amount = low if low == high else f"{low} tot {high}"
    return f"{amount} euro {_UNITS[wage['unit']]}{_OF.get(wage.get('of', ''), '')}"
