"""How well we understand what people type: `python bench/utterances.py`; `--show` for the faults.

The utterances (bench/data/utterances.txt) are of fourteen kinds of people, written before anybody
looked at the rules, and split in two by a hash of their words: one half is for building; of the
other only counts are shown. Each is typed by a fresh person to the real service.

Verdicts: right; partly (some of it); asked (a question back, or a way on, but not the value);
missed; wrong (something stored or offered that was not said).
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.judging import HALVES, LISTS, Case, Judged, lines_of  # noqa: E402
from bench.talking import NOW, People  # noqa: E402
from services.understanding import utterance  # noqa: E402

VERDICTS = ("right", "partly", "asked", "missed", "wrong")
GIBBERISH = ("wqzx prlk", "xxqqzz", "?!")  # how it sounds when nothing is understood


def value(name: str, said: str) -> Any:
    """A value as the file writes it: 16-20, morning+evening, `-` for none."""
    if said == "-":
        return None
    if name == "hours":
        parts = [int(each) for each in said.split("-")]
        return [parts[0], parts[-1]]
    if name == "limit":
        return int(said)
    return said.split("+") if name in LISTS else said


def case(kind: str, line: str) -> Case:
    """A line: place ~ words ~ gold; `!intent`, `?topic`, `field!=never`, `field=one/other`."""
    at, text, *rest = line.split(" ~ ")
    want: dict[str, list[Any]] = {}
    never: dict[str, list[str]] = {}
    intent = topic = ""
    loose = set()
    for part in "; ".join(rest).split("; "):
        if part.startswith("!"):
            intent, _, topic = part[1:].partition(":")
        elif part.startswith("?"):
            intent, topic = "question", part[1:]
        elif part.startswith("never reply="):
            never["reply"] = [part.partition("=")[2]]
        elif "!=" in part:
            name, _, said = part.partition("!=")
            never[name] = said.split(",")
        elif part:
            name, _, said = part.partition("=")
            ways = said.split("/")
            loose |= {name} if "*" in ways else set()
            want[name] = [value(name, way) for way in ways if way != "*"]
    return Case(kind, at, text, want, never, intent, topic, frozenset(loose))


def cases() -> list[Case]:
    """All of them; a heading `# kind`, then an utterance a line."""
    found, kind = [], ""
    for line in (ROOT / "bench" / "data" / "utterances.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            kind = line[2:]
        elif line:
            found.append(case(kind, line))
    return found


async def judge(these: Sequence[Case]) -> list[Judged]:
    """Let everybody type, and look at what became of it."""
    with tempfile.TemporaryDirectory() as folder:
        people = People(folder)
        try:
            await people.open()
            return await _typed(people, these)
        finally:
            await people.close()


async def _typed(people: People, these: Sequence[Case]) -> list[Judged]:
    where = sorted({each.at for each in these})
    control = {10_000 + n: place for n, place in enumerate(where * len(GIBBERISH))}
    typing = {100_000 + n: each.at for n, each in enumerate(these)}
    await people.bring({**control, **typing})
    usual: dict[str, set[str]] = defaultdict(set)
    await people.say([(who, GIBBERISH[n // len(where)]) for n, who in enumerate(control)])
    for who, place in control.items():
        usual[place] |= lines_of(people.heard[who])
    before = {who: await people.look(who) for who in typing}
    last = {who: people.last.get(who) for who in typing}
    await people.say(list(zip(typing, (each.text for each in these), strict=True)))
    done = []
    for who, each in zip(typing, these, strict=True):
        told, shown = people.heard[who], last[who]
        there = {data for _, data in shown.buttons} if shown else set()
        neutral = usual[each.at] | (lines_of([shown]) if shown else set())
        fresh = [data for one in told for _, data in one.buttons if data not in there]
        after, special = await people.look(who), lines_of(told) - neutral
        done.append(Judged(each, before[who], after, told, special, fresh, people))
    return done


def slowness(these: Sequence[Case]) -> Iterator[float]:
    """How long one reading takes, in milliseconds, the best of three."""
    today = NOW.date()
    for each in these:
        taken = []
        for _ in range(3):
            began = time.perf_counter()
            utterance.read(each.text, today, asked=each.at, idle="idle" in each.at)
            taken.append(time.perf_counter() - began)
        yield min(taken) * 1000


def table(title: str, rows: Sequence[tuple[str, str]]) -> None:
    """Counts of verdicts."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for key, verdict in rows:
        counts[key][verdict] += 1
        counts["all"][verdict] += 1
    print(f"\n{title:12}" + "".join(f"{each:>8}" for each in VERDICTS) + "   right or partly")
    for key, count in sorted(counts.items(), key=lambda item: item[0] == "all"):
        good = 100 * (count["right"] + count["partly"]) / count.total()
        print(f"{key:12}" + "".join(f"{count[each]:8}" for each in VERDICTS) + f"{good:10.1f} %")


def main() -> None:
    """Measure, and print."""
    read = argparse.ArgumentParser(description=__doc__)
    read.add_argument("--show", action="store_true", help="the faults of the building half")
    given = read.parse_args()
    all_ = cases()
    judged = [(each, *each.verdict()) for each in asyncio.run(judge(all_))]
    for each, verdict, why in judged:
        if given.show and each.case.half == "building" and verdict not in ("right", "partly"):
            said = " / ".join(each.text.split("\n"))[:300]
            print(f"\n{each.case.at}: {each.case.text}\n  {verdict}: {why}\n  {said}")
    for half in HALVES:
        table(half, [(e.case.kind, verdict) for e, verdict, _ in judged if e.case.half == half])
    taken = sorted(slowness(all_))
    print(f"\none reading: {sum(taken) / len(taken):.1f} ms, the slowest {taken[-1]:.1f} ms")


if __name__ == "__main__":
    main()
