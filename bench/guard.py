"""How well the guard reads: `python -m bench.guard` prints the tables of docs/guard.md.

The sentences are ours (bench/data/guard, one file a language): what is expected, the code of what
helps that should be kept, and the words, with what has to go between braces. A number has gone
when no digit of it is left; words have gone when half of their letters have. Half of the sentences,
by a hash of their words, is for building; of the other half only counts are ever looked at.
"""

from __future__ import annotations

import csv
import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from services.understanding import guard

DATA = Path(__file__).parent / "data" / "guard"
LANGUAGES = ("nl", "en", "pl", "uk", "ar", "tr", "ti")
NUMBERS = ("bsn", "iban")
KINDS = ("bsn", "iban", "health", "record", "origin", "belief", "love")
CONTACTS = {"phone", "email", "address"}
_BRACED = re.compile(r"\{([^}]*)\}")


@dataclass(frozen=True)
class Sentence:
    """One sentence: its language, what is expected, what is kept, the words, and what has to go."""

    language: str
    kind: str
    keep: str
    words: str
    telling: tuple[tuple[int, int], ...]

    @property
    def measures(self) -> bool:
        """Is it of the half that is kept for measuring?"""
        return hashlib.sha256(self.words.encode()).digest()[0] % 2 == 1


def sentences(language: str) -> Iterator[Sentence]:
    """All sentences of a language."""
    with (DATA / f"{language}.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            marked = row["words"]
            spans = tuple(
                (m.start() - 2 * n, m.end() - 2 * n - 2)
                for n, m in enumerate(_BRACED.finditer(marked))
            )
            words = _BRACED.sub(r"\1", marked)
            yield Sentence(language, row["expect"], row["keep"], words, spans)


def passes(sentence: Sentence) -> bool:
    """Is all that is sensitive gone, or, where nothing is, is every word left?"""
    found = [each for each in guard.check(sentence.words).found if each.kind not in CONTACTS]
    if sentence.kind == "ok":
        return not found
    gone = {place for each in found for place in range(each.start, each.end)}
    least = 1.0 if sentence.kind in NUMBERS else 0.5
    return all(_share(sentence.words, gone, *span) >= least for span in sentence.telling)


def keeps(sentence: Sentence) -> bool:
    """Is the half about the work kept, and nothing else?"""
    return guard.check(sentence.words).helps == ((sentence.keep,) if sentence.keep else ())


def _share(words: str, gone: set[int], start: int, end: int) -> float:
    signs = [place for place in range(start, end) if words[place].isalnum()]
    return sum(place in gone for place in signs) / len(signs)


@dataclass(frozen=True)
class Count:
    """How many there are and how many went wrong."""

    all: int
    wrong: int

    @property
    def share(self) -> float:
        """Per cent that went wrong; 0 where there are none."""
        return 100 * self.wrong / self.all if self.all else 0.0


def count(language: str, *, measuring: bool) -> dict[str, Count]:
    """Per kind, and "sensitive" for all kinds together, "kept" for the halves to keep."""
    every: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for each in sentences(language):
        if each.measures is not measuring:
            continue
        names = [each.kind] + ["sensitive"] * (each.kind != "ok")
        every.update(names)
        wrong.update(names if not passes(each) else ())
        if each.keep:
            every["kept"] += 1
            wrong["kept"] += not keeps(each)
    return {name: Count(every[name], wrong[name]) for name in (*KINDS, "sensitive", "ok", "kept")}


def tables() -> str:
    """The tables of docs/guard.md: missed of each kind and falsely stopped, on both halves."""
    lines: list[str] = []
    for measuring, title in ((True, "kept for measuring"), (False, "built on")):
        lines += [f"### The half {title}", ""]
        heads = ("language", *KINDS, "all missed", "falsely stopped", "half not kept")
        lines += [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
        for language in LANGUAGES:
            counts = count(language, measuring=measuring)
            cells = [_cell(counts[kind]) for kind in KINDS]
            cells += [_cell(counts[name], percent=True) for name in ("sensitive", "ok")]
            lines.append(f"| {language} | {' | '.join(cells)} | {_cell(counts['kept'])} |")
        lines.append("")
    return "\n".join(lines)


def _cell(counted: Count, *, percent: bool = False) -> str:
    if not counted.all:
        return "–"
    said = f"{counted.wrong}/{counted.all}"
    return f"{said} ({counted.share:.1f} %)" if percent else said


def wrong(language: str) -> Iterator[str]:
    """What goes wrong in the half to build on; the other half is never listed."""
    for each in sentences(language):
        if not each.measures and not (passes(each) and (not each.keep or keeps(each))):
            yield f"{language} {each.kind:7} {each.words}  ->  {guard.check(each.words).clean}"


if __name__ == "__main__":
    if sys.argv[1:] == ["wrong"]:
        print("\n".join(line for language in LANGUAGES for line in wrong(language)))
    else:
        print(tables())
