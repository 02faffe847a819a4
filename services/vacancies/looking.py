"""A person looks at a vacancy before anybody else does, because of what stands in it.

A vacancy with words or a wage the law has something to say about (`services.lawful`) is in state
LOOK: nobody is asked for it and nobody sees it. An account manager lets it through, gives it other
words, or refuses it; the employer hears which. What was let through once is not asked about again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from services import agreed, events, lawful
from services.matching.own_words import OWN
from services.messages import outbox
from services.messages.message import Line
from services.store.models import Person, Vacancy
from services.texts import refs
from services.unit_of_work import Work
from services.vacancies import changing, lifecycle
from services.vacancies.lifecycle import LOOK

OUTCOMES = ("allow", "better", "refuse")
LONGEST = 600  # signs of what a colleague adds


@dataclass(frozen=True)
class Other:
    """The vacancy in other words: what would become of it."""

    title: str
    demands: dict[str, Any]
    advert: str | None


async def look(work: Work, vacancy_id: int, actor: int | None, why: Mapping[str, str]) -> Vacancy:
    """Look at a changed vacancy again: it waits for a person, or goes on where it waited."""
    vacancy = await work.take(Vacancy, vacancy_id)
    known = vacancy.doubts or {}
    allowed = known.get("allowed", [])
    found = [each for each in _found(work, vacancy) if _key(each) not in allowed]
    if found:
        before = {
            (_key(each)[0], _key(each)[1]): each.get("why") for each in known.get("found", ())
        }
        told = [
            {**each, "why": why.get(each["field"]) or before.get((_key(each)[0], _key(each)[1]))}
            for each in found
        ]
        if vacancy.status == "open":
            await changing.hold(work, vacancy_id, actor)
            known = {**known, "was": "open"}
        elif vacancy.status == "hold":
            known = {**known, "was": "hold"}
        vacancy.status = LOOK
        vacancy.doubts = {**known, "found": told, "allowed": allowed}
        outbox.later(work, "new-vacancy", vacancy=vacancy_id)
    elif vacancy.status == LOOK:
        await _let_go(work, vacancy, actor, allowed)
    return vacancy


async def decide(work: Work, vacancy_id: int, outcome: str, actor: int, words: str = "") -> Vacancy:
    """What a colleague decided; the employer hears it, with their words if there are any."""
    vacancy = await changing.taken(work, vacancy_id, LOOK)
    found = (vacancy.doubts or {}).get("found", [])
    before = vacancy.title
    await events.log(
        work, f"vacancy-looked-{outcome}", actor=actor, subject=("vacancy", vacancy_id)
    )
    if outcome == "refuse":
        await lifecycle.close(work, vacancy_id, "closed", actor)
    else:
        if outcome == "better":
            made = await in_other_words(work, vacancy)
            vacancy.title, vacancy.demands, vacancy.advert = made.title, made.demands, made.advert
        allowed = [_key(each) for each in found] if outcome == "allow" else []
        await _let_go(work, vacancy, actor, [*(vacancy.doubts or {}).get("allowed", []), *allowed])
    said = refs.bullets(*sentences(work, found))
    args = {"title": refs.words(vacancy.title), "before": refs.words(before), "what": said}
    body = outbox.line(f"look-{outcome}", **args)
    if words:
        body = body.and_lines(Line("look-words", {"words": refs.words(words)}))
    await agreed.tell(work, vacancy, body)
    return vacancy


async def _let_go(work: Work, vacancy: Vacancy, actor: int | None, allowed: Sequence[Any]) -> None:
    was = (vacancy.doubts or {}).get("was")
    vacancy.doubts = {"found": [], "allowed": list(allowed)}
    vacancy.status = "hold"
    if was != "hold":
        await changing.open_again(work, vacancy.id or 0, actor)


def sentences(work: Work, found: Sequence[Mapping[str, Any]]) -> list[refs.Ref]:
    """What is said of each, with the law of today."""
    return [lawful.explained(work.region, work.today, each) for each in found]


async def in_other_words(work: Work, vacancy: Vacancy) -> Other:
    """The vacancy with other words and at least the minimum wage; own words that exclude go."""
    contact = await work.tx.get(Person, vacancy.contact_id)
    language = contact.voice if contact else "nl"
    title = lawful.reworded(vacancy.title, lawful.look(vacancy.title, asks=True), language)
    advert = vacancy.advert
    if advert:
        advert = lawful.reworded(advert, lawful.look(advert), language)
    demands = dict(vacancy.demands)
    own = {
        field: [code for code in codes if not _surely(code[1:])]
        for field, codes in (demands.get(OWN) or {}).items()
    }
    if own:
        demands[OWN] = {field: codes for field, codes in own.items() if codes}
    low = lawful.low_wage(work.region, work.today, lifecycle.answers_now(vacancy))
    if low is not None:
        wage = demands["wage"]
        high = max(low.least, wage["high"] if wage["unit"] == "hour" else 0)
        demands["wage"] = {"low": low.least, "high": high, "unit": "hour"}
    return Other(title, demands, advert)


def can_be_better(vacancy: Vacancy) -> bool:
    """Are there other words for all of it? Not where a person looks whatever stands there."""
    found = (vacancy.doubts or {}).get("found", [])
    return bool(found) and not any(
        each["kind"] in lawful.ALWAYS or each.get("perhaps") for each in found
    )


def _surely(words: str) -> bool:
    """Is there a sign in these words, and not only a guess of what was learnt?"""
    return any(each.sure for each in lawful.look(words, asks=True))


def _found(work: Work, vacancy: Vacancy) -> list[lawful.Doubt]:
    answers = {**lifecycle.answers_now(vacancy), "advert": vacancy.advert}
    return lawful.of_answers(work.region, work.today, answers)


def _key(doubt: Mapping[str, Any]) -> list[Any]:
    """What makes two doubts the same; of a wage all of it, so that a lower one is asked about."""
    return [doubt["kind"], doubt.get("words") or doubt.get("wage")]
