"""A few invented concepts in two languages, and a linker over them."""

from __future__ import annotations

from functools import cache

from services.linking import Entry, Linker

BAKER, CLOGS, TRUCKS, BUSES, NURSE = (
    f"x:{name}" for name in ("baker", "clogs", "lorry", "bus", "nurse")
)

ENTRIES = (
    Entry(
        BAKER,
        {"nl": ("bakker", "broodbakker", "bakster"), "en": ("baker", "bread baker")},
        {"nl": "Bakkers kneden deeg en maken brood.", "en": "Bakers knead dough for bread."},
    ),
    Entry(
        CLOGS,
        {"nl": ("klompenmaker", "maker van klompen"), "en": ("clog maker",)},
        {"nl": "Klompenmakers snijden schoenen uit hout."},
    ),
    Entry(TRUCKS, {"nl": ("vrachtwagenchauffeur",), "en": ("lorry driver", "truck driver")}),
    Entry(BUSES, {"nl": ("buschauffeur", "buschauffeuse"), "en": ("bus driver",)}),
    Entry(NURSE, {"en": ("psychiatric nurse", "mental health nurse")}),
)
# From elsewhere, with words that no entry has in both languages.
PAIRS = (
    ("vrachtwagen", "lorry"),
    ("verpleegkundige", "nurse"),
    ("wijkverpleegkundige", "district nurse"),
    ("verpleegkundige ouderen", "elderly nurse"),
)


@cache
def linker() -> Linker:
    return Linker("occupation", ENTRIES, "nl", PAIRS)


def first(text: str) -> str:
    """The URI of the best concept, or "" when nothing of the text is known."""
    found = linker().link(text)
    return found[0].uri if found else ""
