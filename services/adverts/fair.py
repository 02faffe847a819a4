"""Demands that the law on equal treatment forbids, so that the employer hears of them at once.

What counts stands in `services/lawful`; here it is seen as what an advert says. A demand is named
with its words; a person judges it.
"""

from __future__ import annotations

from collections.abc import Sequence

from services import lawful
from services.adverts.model import Line, Reading, several

KINDS = {  # as an advert's reading calls them
    **{kind: kind for kind in ("sex", "age", "origin", "religion", "health", "orientation")},
    **dict.fromkeys(("family", "pregnancy"), "family"),
}


def exclusions(lines: Sequence[Line], text: str) -> Reading | None:
    """Who is kept out, by kind, each with the words that do so."""
    offers = [(line.start, line.start + len(line.words)) for line in lines if line.role == "offer"]
    items = [
        ({"kind": KINDS[found.kind], "words": found.words}, (found.start, found.end))
        for found in lawful.look(text)
        if found.sure
        and found.kind in KINDS
        and not any(begin <= found.start < end for begin, end in offers)
    ]
    return several(items, text)
