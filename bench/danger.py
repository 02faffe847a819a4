"""How well danger is heard: `python bench/danger.py`; `--show` lists faults of the building half.

The sentences (bench/data/danger.txt, innocent.txt) are split in two by a hash of the sentence. One
half is for building; of the other only counts are ever shown.
"""

from __future__ import annotations

import hashlib
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from services.understanding import danger  # noqa: E402

HALVES = ("building", "measuring")


@dataclass(frozen=True)
class Sentence:
    """What somebody types, and what it is: danger, unclear, sad or innocent."""

    label: str
    kind: str
    language: str
    text: str

    @property
    def half(self) -> str:
        """Which half it belongs to; fixed by its words."""
        return HALVES[hashlib.sha256(self.text.encode()).digest()[0] % 2]


def sentences() -> list[Sentence]:
    """All of them: a heading `# label kind language`, then a sentence a line."""
    found: dict[str, Sentence] = {}
    for name in ("danger.txt", "innocent.txt"):
        label = kind = language = ""
        for line in (ROOT / "bench" / "data" / name).read_text("utf-8").splitlines():
            if line.startswith("#"):
                _, label, kind, language = line.split()
            elif line:
                found[line] = Sentence(label, kind, language, line)
    return list(found.values())


def level(sentence: Sentence) -> str:
    """What is heard in it."""
    heard = danger.hear(sentence.text)
    return heard.level if heard else "nothing"


@dataclass(frozen=True)
class Score:
    """Counts of one half: heard of the dangerous, wrongly heard of the innocent."""

    dangerous: int
    heard: int
    innocent: int
    false: int

    @property
    def share_heard(self) -> float:
        """Of 1."""
        return self.heard / self.dangerous

    @property
    def share_false(self) -> float:
        """Of 1."""
        return self.false / self.innocent


def score(rows: Iterable[Sentence]) -> Score:
    """Heard is danger; false is an innocent sentence in which danger or something unclear is."""
    count: Counter[tuple[str, bool]] = Counter()
    for row in rows:
        got = level(row)
        if row.label == "danger":
            count[row.label, got == "danger"] += 1
        elif row.label == "innocent":
            count[row.label, got in ("danger", "unclear")] += 1
    return Score(
        sum(n for (label, _), n in count.items() if label == "danger"),
        count["danger", True],
        sum(n for (label, _), n in count.items() if label == "innocent"),
        count["innocent", True],
    )


def table(rows: Sequence[Sentence]) -> list[str]:
    """For each label, kind and language what was heard, in both halves, as a Markdown table."""
    counts: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for row in rows:
        counts[row.label, f"{row.kind} ({row.language})", row.half][level(row)] += 1
    lines = ["| What | Half | Sentences | danger | unclear | sad | nothing |"]
    lines.append("|---|---|--:|--:|--:|--:|--:|")
    for (label, kind, half), got in sorted(counts.items()):
        cells = [got[each] for each in ("danger", "unclear", "sad", "nothing")]
        told = " | ".join(str(cell) for cell in (sum(cells), *cells))
        lines.append(f"| {label}: {kind} | {half} | {told} |")
    return lines


def main(*, show: bool) -> None:
    """Print the faults of the building half, the table, and the two shares."""
    rows = sentences()
    wanted = {"innocent": "nothing"}
    for row in rows:
        if show and row.half == "building" and level(row) != wanted.get(row.label, row.label):
            print(f"{row.label:9} {row.kind:12} {level(row):8} {danger.hear(row.text)} {row.text}")
    print("\n".join(table(rows)) if not show else "")
    for half in HALVES:
        got = score(row for row in rows if row.half == half)
        print(
            f"{half:10} heard {got.heard} of {got.dangerous} ({got.share_heard:.1%}), "
            f"false {got.false} of {got.innocent} ({got.share_false:.2%})"
        )
    start = time.process_time()
    for row in rows:
        danger.hear(row.text)
    print(f"{(time.process_time() - start) * 1e6 / len(rows):.0f} µs a sentence")


if __name__ == "__main__":
    main(show="--show" in sys.argv)
