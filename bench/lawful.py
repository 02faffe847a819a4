"""How well a vacancy is read for the law: `python -m bench.lawful` prints what docs/lawful.md has.

The sentences are ours (bench/data/lawful): a heading `# label kind language`, then a sentence a
line. Half of them, by a hash of their words, is for building (`python -m bench.lawful wrong` lists
what goes wrong there); of the other half only counts are ever looked at.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from services import lawful

DATA = Path(__file__).parent / "data" / "lawful"
FILES = ("unlawful.txt", "person.txt", "innocent.txt")
LATER = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
)  # written after the tables; then the tables grew by them


@dataclass(frozen=True)
class Sentence:
    """A sentence of a vacancy: unlawful, for a person or innocent; of what kind; its language."""

    label: str
    kind: str
    language: str
    words: str

    @property
    def measures(self) -> bool:
        """Is it of the half that is kept for measuring?"""
        return hashlib.sha256(self.words.encode()).digest()[0] % 2 == 1

    @property
    def innocent(self) -> bool:
        """Is there nothing to say about it?"""
        return self.label == "innocent"


def sentences(*names: str) -> Iterator[Sentence]:
    """All of them, or those of these files."""
    for name in names or FILES:
        label = kind = language = ""
        for line in (DATA / name).read_text("utf-8").splitlines():
            if line.startswith("#"):
                _, label, kind, language = line.split()
            elif line:
                yield Sentence(label, kind, language, line)


def right(sentence: Sentence) -> bool:
    """Is its kind named as in a pasted advert; of an innocent one, is nothing said?"""
    kinds = {found.kind for found in lawful.look(sentence.words)}
    return not kinds if sentence.innocent else sentence.kind in kinds


@dataclass(frozen=True)
class Count:
    """How many there are, and of how many what should be seen was not, or the other way round."""

    all: int
    wrong: int

    @property
    def share(self) -> float:
        """Per cent that went wrong."""
        return 100 * self.wrong / self.all if self.all else 0.0


def seen(name: str, *, innocent: bool) -> Count:
    """The same of a later set, which is known by now and measures nothing new."""
    rows = [each for each in sentences(f"later/{name}.txt") if each.innocent is innocent]
    return Count(len(rows), sum(not right(each) for each in rows))


def count(*, measuring: bool, innocent: bool, kind: str = "", language: str = "") -> Count:
    """Missed of what should be noticed, or falsely noticed of the innocent."""
    rows = [
        each
        for each in sentences()
        if each.measures is measuring
        and each.innocent is innocent
        and kind in ("", each.kind)
        and language in ("", each.language)
    ]
    return Count(len(rows), sum(not right(each) for each in rows))


def tables() -> str:
    """The tables of docs/lawful.md, each cell wrong / all."""
    kinds = list(dict.fromkeys(each.kind for each in sentences() if not each.innocent))
    lines: list[str] = []
    for measuring, title in ((True, "kept for measuring"), (False, "built on")):
        lines += [f"### The half {title}", "", "| what | nl | en |", "|---|--:|--:|"]
        for kind in kinds:
            told = (_cell(measuring=measuring, kind=kind, language=each) for each in ("nl", "en"))
            lines.append(f"| {kind} | {' | '.join(told)} |")
        for name, innocent in (("**all missed**", False), ("**falsely noticed**", True)):
            told = (
                _cell(measuring=measuring, innocent=innocent, language=each, percent=True)
                for each in ("nl", "en")
            )
            lines.append(f"| {name} | {' | '.join(told)} |")
        lines.append("")
    return "\n".join(lines)


def _cell(
    *,
    measuring: bool,
    innocent: bool = False,
    kind: str = "",
    language: str = "",
    percent: bool = False,
) -> str:
    got = count(measuring=measuring, innocent=innocent, kind=kind, language=language)
    if not got.all:
        return "–"
    return f"{got.wrong}/{got.all}" + (f" ({got.share:.1f} %)" if percent else "")


def wrong() -> Iterator[str]:
    """What goes wrong in the half to build on; the other half is never listed."""
    for each in sentences():
        if not each.measures and not right(each):
            found = [(one.kind, one.words) for one in lawful.look(each.words)]
            yield f"{each.label:9} {each.kind:11} {each.language} {each.words}  -> {found}"


def sizes() -> Counter[str]:
    """How many sentences of each label."""
    return Counter(each.label for each in sentences())


if __name__ == "__main__":
    print("\n".join(wrong()) if sys.argv[1:] == ["wrong"] else tables())
