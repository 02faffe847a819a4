"""How fast the search index is, beside judging everybody and beside searching texts.

    python bench/matching.py                    1,000, 10,000 and 100,000 jobseekers
    python bench/matching.py 100000 1000000     these numbers of jobseekers

A tenth as many vacancies. Everything runs on one core; PostgreSQL (`bench/text_peers.py`) is a
process of its own on the same one. Prints milliseconds of processor time, the server's with it:
the median, and what 95 of 100 stay below.
"""

from __future__ import annotations

import asyncio
import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sqlalchemy import insert, update  # noqa: E402 - the path comes first

from bench.region import Region  # noqa: E402
from bench.text_peers import TOP, Trigrams, by_rapidfuzz, text_of  # noqa: E402
from services import matching  # noqa: E402
from services.matches import search  # noqa: E402
from services.matching.index import People, Vacancies  # noqa: E402
from services.region import load  # noqa: E402
from services.store.db import connect, transaction  # noqa: E402
from services.store.models import Jobseeker, Person  # noqa: E402
from services.store.upgrade import upgrade  # noqa: E402
from services.unit_of_work import Work  # noqa: E402

QUERIES, SLOW_QUERIES = 200, 5
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
Times = list[float]


def each(
    ask: Callable[[Any], object],
    questions: Iterable[Any],
    clock: Callable[[], float] = time.process_time,
) -> Times:
    """Milliseconds for each question."""
    took = []
    for question in questions:
        start = clock()
        ask(question)
        took.append((clock() - start) * 1000)
    return took


def tell(name: str, took: Times, beside: float | None = None) -> float:
    """Prints the median, the slow end, and how many times the median of ``beside`` that is."""
    median = statistics.median(took)
    slow = sorted(took)[int(len(took) * 0.95)]
    ratio = f"{median / beside:10,.0f} x" if beside else ""
    print(f"  {name:<44}{median:12,.2f}{slow:12,.2f}{ratio}")
    return median


def megabytes() -> float:
    """What this process holds in memory."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def built(index: Any, rows: list[dict[str, Any]], name: str) -> Any:
    """The index with these rows; prints what it took."""
    before, start = megabytes(), time.process_time()
    for key, row in enumerate(rows):
        index.put(key, row)
    seconds = time.process_time() - start
    more = megabytes() - before
    print(f"  {name:<44}{seconds * 1000:12,.0f}{'':12}{more:10,.0f} MB")
    return index


def of_index(
    profiles: list[dict[str, Any]], demands: list[dict[str, Any]], queries: int
) -> tuple[float, People]:
    """Everything the index does; the median of the best people for a vacancy, and the index."""
    people = built(People(), profiles, f"build {len(profiles):,} jobseekers")
    vacancies = built(Vacancies(), demands, f"build {len(demands):,} vacancies")
    asked, asking = demands[-queries:], profiles[-queries:]
    tell("20 best jobseekers, first time", each(lambda d: people.best(d, TOP), asked))
    best = tell("20 best jobseekers", each(lambda d: people.best(d, TOP), asked))
    tell("20 best vacancies, first time", each(lambda p: vacancies.best(p, TOP), asking))
    tell("20 best vacancies", each(lambda p: vacancies.best(p, TOP), asking))
    tell("what if: every demand dropped", each(people.what_if, asked))
    tell(
        "what if: every demand relaxed",
        each(lambda d: people.what_if(d, matching.softer(d)), asked),
    )

    def changed(number: int) -> None:
        people.put(number, profiles[-number])
        people.best(asked[number % len(asked)], TOP)

    tell("profile changed, and 20 best", each(changed, range(1, min(queries, len(profiles)))))
    return best, people


def of_everybody(
    profiles: list[dict[str, Any]], asked: list[dict[str, Any]], best: float, people: People
) -> None:
    """Judging everybody, which must give the same."""
    for number, profile in enumerate(profiles):
        people.put(number, profile)  # as they were before some changed

    def judge(demands: dict[str, Any]) -> None:
        ranked = matching.rank(demands, enumerate(profiles), top=TOP)
        assert people.best(demands, TOP) == [(key, found.score) for key, found in ranked]

    tell("judging everybody (the same answer)", each(judge, asked), best)


def of_texts(profiles: list[dict[str, Any]], asked: list[dict[str, Any]], best: float) -> None:
    """The peers, and how many of the 20 they name may be proposed at all."""
    texts, rules = [text_of(profile) for profile in profiles], matching.Rules()
    peers: list[tuple[str, Callable[[str], list[int]]]] = [("rapidfuzz", by_rapidfuzz(texts))]
    trigrams = None
    try:
        trigrams = Trigrams(texts)
        peers += [("pg_trgm, GiST", trigrams.nearest), ("pg_trgm, GIN", trigrams.alike)]
    except (FileNotFoundError, RuntimeError) as error:
        print(f"  no pg_trgm here: {error}")
    for name, ask in peers:
        fitting = []

        def count(demands: dict[str, Any], ask: Any = ask, fitting: Any = fitting) -> None:
            fits = [matching.fit(profiles[key], demands) for key in ask(text_of(demands))]
            fitting.append(sum(rules.accepts(fit) for fit in fits))

        clock = trigrams.clock if trigrams and name != "rapidfuzz" else time.process_time
        took = each(lambda d, ask=ask: ask(text_of(d)), asked, clock)
        each(count, asked)
        tell(f"{name}; {statistics.mean(fitting):.1f} of 20 fit", took, best)
    if trigrams:
        trigrams.close()


async def of_database(profiles: list[dict[str, Any]], asked: list[dict[str, Any]]) -> None:
    """From a changed profile in the database to an answer that knows it, on SQLite."""
    region = load("")
    with tempfile.TemporaryDirectory() as folder:
        engine = connect(f"sqlite+aiosqlite:///{folder}/bench.db", ["a secret only for the bench"])
        await upgrade(engine)
        await _fill(engine, profiles)
        took = []
        for number, demands in enumerate([asked[0], *asked]):
            start = time.process_time()
            async with transaction(engine) as tx:
                values = {"profile": profiles[-1 - number]}
                await tx.exec(
                    update(Jobseeker).where(Jobseeker.person_id == number + 1).values(values)
                )
            async with transaction(engine) as tx:
                await search.people_for(Work(tx, NOW, region), demands, TOP)
            took.append((time.process_time() - start) * 1000)
        await engine.dispose()
    print(f"  {'build from the database':<44}{took[0]:12,.0f}")
    tell("changed, committed, and 20 best (SQLite)", took[1:])


async def _fill(engine: Any, profiles: list[dict[str, Any]]) -> None:
    facts = {"status": "open", "confirmed": {}, "created": NOW, "updated": NOW}
    async with transaction(engine) as tx:
        for first in range(0, len(profiles), 10_000):
            some = list(enumerate(profiles[first : first + 10_000], first + 1))
            people = [{"id": key, "created": NOW} for key, _ in some]
            await tx.exec(insert(Person), params=people)
            rows = [{"person_id": key, "profile": profile, **facts} for key, profile in some]
            await tx.exec(insert(Jobseeker), params=rows)


def main(sizes: Iterable[int], queries: int = QUERIES, slow: int = SLOW_QUERIES) -> None:
    """Prints a table for each size."""
    for size in sizes:
        region = Region()
        profiles, demands = list(region.people(size)), list(region.vacancies(max(size // 10, 20)))
        matching.rank(demands[0], enumerate(profiles[:100]))  # tables of the vocabulary are read
        print(f"\n{size:,} jobseekers, {len(demands):,} vacancies")
        print(f"  {'':44}{'ms':>12}{'95 %':>12}{'':>12}")
        best, people = of_index(profiles, demands, queries)
        some = slow if size <= 100_000 else 1
        of_everybody(profiles, demands[:some], best, people)
        of_texts(profiles, demands[: some * 4], best)
        if size <= 100_000:
            asyncio.run(of_database(profiles, demands[: slow * 4]))


if __name__ == "__main__":
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    main([int(size) for size in sys.argv[1:]] or (1_000, 10_000, 100_000))
