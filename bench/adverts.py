"""How well pasted adverts are read: `python -m bench.adverts` prints the table of docs/adverts.md.

    python -m bench.adverts                      both halves of our own adverts, and the time
    python -m bench.adverts FILE.jsonl …         other files of the same form
    python -m bench.adverts FILE --show FIELD    and what was not right in a field
    python -m bench.adverts FILE --kinds         and right, wrong, missed per kind of advert

A line of a file is one advert: `id`, `kind`, `text` and `gold`. Ours stand in bench/data/adverts:
`seen` is what the reader was built with; of `held` only the numbers are ever looked at.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bench.adverts_scores import FIELDS, NAMES, SETS, TODAY, f1, judged
from services import adverts

DATA = Path(__file__).parent / "data" / "adverts"
OURS = (DATA / "seen.jsonl", DATA / "held.jsonl")
WARM = "Kok, 38 uur, Haarlem, € 15 per uur. Wij vragen: ervaring met koken, diploma kok"
Count = Counter[str]
_ENGLISH, _DUTCH = (
    re.compile(rf"\b(?:{words})\b") for words in ("the|you|and|with|our", "de|het|een|je|en|van")
)


def load(path: Path) -> list[dict[str, Any]]:
    """The labelled adverts of a file; a text without any vacancy has its own tests."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [row for row in rows if row["gold"]["vacancies"]]


def language_of(text: str) -> str:
    """The language in which a form is filled in for such a text."""
    return "en" if len(_ENGLISH.findall(text)) > len(_DUTCH.findall(text)) else "nl"


Told = Callable[[Mapping[str, Any], str, Count, Mapping[str, adverts.Reading]], None]


def counted(rows: Sequence[Mapping[str, Any]], told: Told | None = None) -> dict[str, Count]:
    """Per field how often it is right, wrong, missed or invented; `told` hears of each."""
    counts: dict[str, Count] = defaultdict(Counter)
    for row in rows:
        text = row["text"]
        read = adverts.read(text, language_of(text), date.fromisoformat(TODAY))
        many = len(adverts.several(text))
        for field in FIELDS:
            count = judged(field, read, many, row["gold"], text)
            counts[field].update(count)
            if told:
                told(row, field, count, read)
    return counts


def total(counts: Mapping[str, Count]) -> Count:
    """All fields together; how many vacancies are in a text is not one of them."""
    whole: Count = Counter()
    for field, count in counts.items():
        if field != "vacancies":
            whole.update(count)
            whole["both"] += 0 if field in SETS else count["wrong"]
    return whole


def table(counts: Mapping[str, Count]) -> str:
    """One line a field, in Markdown."""
    lines = [
        "| field | right | wrong | missed | invented | precision | recall | F1 |",
        "|---" * 8 + "|",
    ]
    for field, count in [*counts.items(), ("all", total(counts))]:
        cells = [str(count[kind]) for kind in ("right", "wrong", "missed", "invented")]
        cells += ["–" if share is None else f"{share:.0%}" for share in f1(field, count)]
        lines.append(f"| {field} | {' | '.join(cells)} |")
    return "\n".join(lines)


def milliseconds(rows: Sequence[Mapping[str, Any]]) -> tuple[float, float]:
    """Processor time of one reading at first sight: the mean, and the longest."""
    times = []
    for row in rows:
        begin = time.process_time()
        adverts.read(row["text"], language_of(row["text"]), date.fromisoformat(TODAY))
        adverts.several(row["text"])
        times.append(1000 * (time.process_time() - begin))
    return sum(times) / len(times), max(times)


def _shower(field: str) -> Told:
    def told(
        row: Mapping[str, Any], name: str, count: Count, read: Mapping[str, adverts.Reading]
    ) -> None:
        wrong = {kind: n for kind, n in count.items() if n and kind not in ("right", "nothing")}
        if name == field and wrong:
            reading = read.get(NAMES.get(field, field))
            said = (
                f"{reading.value} « {' '.join(reading.words.split())[:80]} »"
                if reading
                else "nothing"
            )
            print(f"{row['id']} {wrong} wanted {row['gold'][field]} read {said}")

    return told


def _by_kind(rows: Sequence[Mapping[str, Any]]) -> str:
    kinds: dict[str, Count] = defaultdict(Counter)
    for kind in dict.fromkeys(row["kind"] for row in rows):
        kinds[kind] = total(counted([row for row in rows if row["kind"] == kind]))
    lines = []
    for kind, count in sorted(kinds.items(), key=lambda each: f1("all", each[1])[2] or 0):
        lines.append(f"{f1('all', count)[2] or 0:5.0%} {kind}")
    return "\n".join(lines)


def main() -> None:
    """See the top of this file."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("files", nargs="*", type=Path, default=OURS)
    ask.add_argument("--show", metavar="FIELD", choices=FIELDS)
    ask.add_argument("--kinds", action="store_true")
    args = ask.parse_args()
    adverts.read(WARM, "nl", date.fromisoformat(TODAY))  # loads all
    for path in args.files:
        rows = load(path)
        mean, longest = milliseconds(rows)
        counts = counted(rows, _shower(args.show) if args.show else None)
        print(f"\n### {path.stem}: {len(rows)} adverts, {mean:.0f} ms (at most {longest:.0f})\n")
        print(table(counts))
        if args.kinds:
            print(_by_kind(rows))


if __name__ == "__main__":
    main()
