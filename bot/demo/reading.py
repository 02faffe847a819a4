"""Read the tables in `facts/`, and draw from them."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random

FACTS = Path(__file__).parent / "facts"
Row = Mapping[str, str]


@cache
def rows(table: str) -> tuple[Row, ...]:
    """The lines of `facts/{table}.tsv` by column name."""
    with (FACTS / f"{table}.tsv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def several(cell: str, between: str = "|") -> list[str]:
    """The values of a cell; an empty cell has none."""
    return cell.split(between) if cell else []


def weighted(dice: Random, choices: Mapping[str, float]) -> str:
    """One of the keys, as often as its weight says."""
    return dice.choices(list(choices), list(choices.values()))[0]


def some(dice: Random, choices: Sequence[str], share: float) -> list[str]:
    """Each of the choices with this chance, in their order."""
    return [each for each in choices if dice.random() < share]


def span(cell: str) -> list[int]:
    """Turn "24-32" into [24, 32]."""
    low, high = cell.split("-")
    return [int(low), int(high)]
