"""Invented employers of the demo region, and the vacancies they report."""

from __future__ import annotations

from random import Random
from typing import Any

from bot.demo.reading import Row, rows, several, some, span, weighted
from services.vocabulary import skills_of

_MINIMUM_WAGE = 1499  # cents an hour, from 1 July 2026 (Staatscourant 2026, 16505)
_HOURS_A_MONTH = 38 * 52 / 12
_SHARE = {"1-9": 1, "10-49": 2, "50-249": 4, "250+": 7}  # vacancies follow size
_DUTCH = ("none", "little", "reasonable", "good")
_TOO_MUCH = 0.12  # share of vacancies that ask more than the work does (VAC-11)


def employers(seed: int) -> list[dict[str, Any]]:
    """Sixty employers: name, number, side (market or government), branch, size, place, contact.

    ``branch`` is a sector code of `services.vocabulary`, ``place`` a PC4. Some are not verified
    yet by an account manager.
    """
    dice = Random(f"employers {seed}")
    return [_employer(dice, number, row) for number, row in enumerate(rows("employers"))]


def _employer(dice: Random, number: int, row: Row) -> dict[str, Any]:
    first, *last = row["contact"].split()
    return {
        "name": row["name"],
        "kvk": f"9{number:03}{dice.randrange(10000):04}",
        "sector": row["side"],
        "branch": row["branch"],
        "size": row["size"],
        "place": row["place"],
        "contact": first,
        "contact_last_name": " ".join(last),
        "phone": f"+312300002{number:02}",
        "email": f"contact{number + 1}@werkgever.invalid",
        "verified": dice.random() < 0.9,
    }


def vacancies(seed: int, n: int = 130) -> list[dict[str, Any]]:
    """Draw ``n`` vacancies as answers of the vacancy dialog (``occupation`` is a list there).

    ``employer`` is an index in `employers`; ``wage`` cents per hour or month, None where unknown;
    ``start`` and ``agreement["expires"]`` days from now; ``must`` and ``nice`` skill codes. No
    employer has the same vacancy twice until all have had theirs.
    """
    dice = Random(f"vacancies {seed}")
    kinds = {row["key"]: row for row in rows("templates")}
    drawn: list[dict[str, Any]] = []
    pool: list[tuple[int, str]] = []
    while len(drawn) < n:
        pool = pool or [
            (index, key)
            for index, row in enumerate(rows("employers"))
            for key in several(row["hires"])
        ]
        weights = [_SHARE[rows("employers")[index]["size"]] for index, _ in pool]
        index, key = pool.pop(dice.choices(range(len(pool)), weights)[0])
        drawn.append(_vacancy(dice, index, kinds[key]))
    return drawn


def _vacancy(dice: Random, index: int, kind: Row) -> dict[str, Any]:
    employer = rows("employers")[index]
    times = several(kind["times"])
    contract = dice.choice(several(kind["contracts"]))
    return {
        "employer": index,
        "title": dice.choice(several(kind["titles"])),
        "occupation": [kind["occupation"]],
        "tasks": several(kind["tasks"]),
        "hours": span(dice.choice(several(kind["hours"]))),
        "times": some(dice, times, 0.7) or times[:1],
        "wage": _wage(dice, kind["wage"], employer["size"]),
        "place": employer["place"],
        "start": dice.choice((0, 0, 7, 14, 14, 30, 45)),
        "contract": contract,
        "level": int(kind["level"]),
        "positions": dice.choice((1, 1, 1, 1, 2, 2, 3, _SHARE[employer["size"]])),
        "conditions": some(dice, several(kind["conditions"], ":"), 0.7),
        "open_to": _open_to(dice, kind, contract),
        "agreement": _agreement(dice),
        **_asks(dice, kind),
    }


def _asks(dice: Random, kind: Row) -> dict[str, Any]:
    """Skills, licence and Dutch; some employers ask more than the work does."""
    essential, optional = skills_of(kind["occupation"])
    must = list(essential[: dice.choice((1, 2, 2, 3))])
    nice = [code for code in (*essential, *optional) if code not in must]
    licence, dutch = kind["licence"], kind["dutch"]
    if dice.random() < _TOO_MUCH:
        licence = "b" if licence == "none" else licence
    if dice.random() < _TOO_MUCH:
        dutch = _DUTCH[min(3, _DUTCH.index(dutch) + 1)]
    return {
        "must": must,
        "nice": dice.sample(nice, min(len(nice), dice.choice((0, 1, 2, 3)))),
        "licence": licence,
        "licences": [] if licence == "none" else [licence.upper()],
        "dutch": dutch,
    }


def _open_to(dice: Random, kind: Row, contract: str) -> list[str]:
    """Whom the employer welcomes; who offers a learning contract is open to learning."""
    chosen = some(dice, several(kind["open_to"]), 0.65)
    return list(dict.fromkeys([*chosen, "learn-work"])) if contract == "learn" else chosen


def _wage(dice: Random, cell: str, size: str) -> dict[str, Any] | None:
    """A wage around the usual one, never below the minimum; one in six says nothing."""
    if dice.random() < 1 / 6:
        return None
    low, high = (round(float(part) * 100) for part in cell.split("-"))
    low = max(_MINIMUM_WAGE, low + dice.randrange(-30, 60, 10))
    high = max(low, high + dice.randrange(-30, 60, 10))
    if size in ("250+", "50-249") and dice.random() < 0.4:
        low, high = (round(wage * _HOURS_A_MONTH / 100) * 100 for wage in (low, high))
        return {"low": low, "high": high, "unit": "month"}
    return {"low": low, "high": high, "unit": "hour"}


def _agreement(dice: Random) -> dict[str, Any]:
    """How the vacancy is handled (VAC-02 to VAC-08)."""
    preselection = dice.random() < 0.6
    return {
        "channel": weighted(dice, {"chat": 7, "phone": 3}),
        "manner": weighted(dice, {"open": 6, "anonymous": 1, "coach": 3}),
        "preselection": "yes" if preselection else "no",
        "candidates": dice.choice((2, 3, 3, 5)) if preselection else None,
        "expires": dice.choice((14, 31, 31, 61, 92)),
        "interval": weighted(dice, {"week": 4, "two-weeks": 4, "month": 2}),
    }
