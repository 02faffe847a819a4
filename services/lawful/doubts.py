"""What in a vacancy a person has to look at, and how it is said to whoever wrote it.

A doubt is {"field", "kind", "words"}, with "wage", "paid" and "least" for the words where it is
about a wage, so that it can stand with the vacancy; `explained` makes the sentence of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from services import texts
from services.lawful import better
from services.lawful.reading import Finding, look
from services.lawful.wages import Low, too_low
from services.region import Region
from services.texts import refs

OWN_WORDS = "="  # a code that starts so is what an employer kept in own words
OWN = ("occupation", "must", "nice")  # answers that may hold own words
Doubt = dict[str, Any]
MOST = 12  # doubts that are kept with a vacancy
_TRAINEE = ("stage", "stagiair", "internship", "intern", "trainee")


def of_answers(region: Region, today: date, answers: Mapping[str, Any]) -> list[Doubt]:
    """Everything in a vacancy that the law has something to say about, each once."""
    found: dict[tuple[str, str], Doubt] = {}
    for field, text in _texts(answers):
        for each in look(text, asks=field != "advert"):
            doubt = {"field": field, **of_finding(each)}
            found.setdefault((each.kind, each.words.lower()), doubt)
    low = of_wage(region, today, answers)
    return [*list(found.values())[:MOST], *([low] if low else [])]


def of_finding(found: Finding) -> Doubt:
    """A finding as it stands with a vacancy; `perhaps` where it was only learnt."""
    told = {"kind": found.kind, "words": found.words}
    return told if found.sure or found.person else {**told, "perhaps": True}


def of_wage(region: Region, today: date, answers: Mapping[str, Any]) -> Doubt | None:
    """Whether the wage is under the minimum of the day the work begins (today at the earliest)."""
    wage = answers.get("wage")
    if not isinstance(wage, Mapping):
        return None
    if wage.get("of") == "dispensation":
        return {"field": "wage", "kind": "dispensation", "wage": dict(wage)}
    low = low_wage(region, today, answers)
    return _doubt(wage, low) if low else None


def low_wage(region: Region, today: date, answers: Mapping[str, Any]) -> Low | None:
    """Why the wage among these answers is too low; None where it is not, or for a traineeship."""
    if any(word in texts.plain(str(answers.get("title") or "")) for word in _TRAINEE):
        return None
    begin = answers.get("start")
    day = max(today, date.fromisoformat(begin)) if begin else today
    hours, contract = answers.get("hours"), answers.get("contract")
    return too_low(region, day, answers.get("wage"), hours=hours, contract=contract)


def _doubt(wage: Mapping[str, Any], low: Low) -> Doubt:
    told = {"paid": low.paid, "least": low.least, "checked": low.checked}
    return {"field": "wage", "kind": "wage", "wage": dict(wage), **told}


def _texts(answers: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if answers.get("title"):
        yield "title", str(answers["title"])
    for field in OWN:
        for code in answers.get(field) or ():
            if code.startswith(OWN_WORDS):
                yield field, code[1:]
    if answers.get("advert"):
        yield "advert", str(answers["advert"])


def explained(region: Region, today: date, doubt: Mapping[str, Any]) -> refs.Ref:
    """One sentence, as a reference: what was written, why it cannot be, and which law says so."""
    law = region.law_on(str(doubt["kind"]), today)
    args: dict[str, Any] = {"law": refs.words(law.name if law else "")}
    if "wage" in doubt:
        args["wage"] = wage = refs.wage(doubt["wage"])
        if "paid" in doubt and doubt["wage"]["unit"] != "hour":
            paid = {"wage": wage, "paid": refs.euro(doubt["paid"])}
            args["wage"] = refs.text("lawful-paid", **paid)
    else:
        args["words"] = refs.words(doubt["words"])
    if "least" in doubt:
        args["least"] = refs.euro(doubt["least"])
    unsure = "" if doubt.get("checked", True) else "-unsure"
    said = "perhaps" if doubt.get("perhaps") else doubt["kind"]
    return refs.text(f"lawful-{said}{unsure}", **args)


def reworded(text: str, found: Sequence[Finding], language: str) -> str:
    """The text in other words, in the language of whoever wrote it."""
    return better.reworded(text, found, lambda code: texts.text(language, f"lawful-better.{code}"))
