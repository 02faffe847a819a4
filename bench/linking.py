"""How well texts are linked to ESCO, beside what everybody could use. Prints Markdown tables.

    python bench/linking.py --data DIR [--titles DIR/melo-dev] [--links DIR/…/vdab_esco.tsv]

DIR holds ``esco/nl`` and ``esco/en`` (the ESCO download, with ``skill_labels_partial_nl.csv``:
Dutch names of skills), ``melo-dev`` (titles with their answers in the form of the MELO benchmark)
and ``skill-links-dev/vdab_esco.tsv`` (competences of VDAB with their links). What is not there is
left out. ``--quick`` leaves out the peers that take minutes. ``--semantic`` adds ours with the
extra ``semantic``; some minutes of each task then go to the vectors of its forms, unless a run
before left them in ``--kept DIR``.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench import linking_scores as judging  # noqa: E402 - the path comes first
from bench.linking_peers import BASELINE, PEERS, Floats  # noqa: E402
from bench.linking_scores import CUTS, Scored  # noqa: E402
from bench.linking_tasks import Task, competences, titles  # noqa: E402
from services import taxonomy  # noqa: E402
from services.linking import Entry, Linker  # noqa: E402
from services.linking.classification import pairs  # noqa: E402
from services.linking.confidence import chance  # noqa: E402
from services.linking.semantic import Encoder  # noqa: E402
from services.linking.semantic import encoder as installed  # noqa: E402
from services.vocabulary.concepts import KINDS  # noqa: E402

OURS = "Werklijn"
SEMANTIC = "Werklijn with the extra `semantic`"
SLOW = "rapidfuzz WRatio"
SHARES = (0.1, 0.2, 0.3, 0.5, 0.7, 1.0)
TIES = (
    "Ranked by distinct concept: a concept scores as its best form. Concepts with the same score "
    "share their places fairly (the expected value over every order of them). Intervals are "
    "95 % bootstrap over the queries; ms is processor time for a query."
)


@dataclass(frozen=True)
class Known:
    """What ESCO says apart from the forms of a task: English names and descriptions, by URI."""

    english: dict[str, tuple[str, ...]]
    about: dict[str, dict[str, str]]


def known(esco: Path) -> Known:
    """Read by the importer that a region uses."""
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / taxonomy.FILE_NAME
        names = [
            f"{language}/{kind}s_{language}.csv" for language in ("nl", "en") for kind in KINDS
        ]
        paths = [esco / name for name in names if (esco / name).is_file()]
        taxonomy.import_all(kept, paths, taxonomy.Job(datetime.now(UTC)))
        loaded = taxonomy.load(kept, ["en"], links=False)
        return Known(
            {each.code: each.labels("en") for kind in KINDS for each in loaded.concepts[kind]},
            taxonomy.described(kept, ["nl", "en"]),
        )


def linker(
    task: Task, esco: Known, meaning: Encoder | None = None, kept: Path | None = None
) -> Linker:
    """Ours over the forms of a task.

    Dutch forms come with what ESCO says in English. English forms come alone, without the Dutch
    names of the same concepts: then translations are learned from the built-in vocabulary only.
    With an encoder the vectors of the forms are made as well, or read from the folder ``kept``.
    """
    forms: dict[str, list[str]] = defaultdict(list)
    for form, owner in zip(task.forms, task.owners, strict=True):
        forms[owner].append(form)

    def entry(uri: str) -> Entry:
        about = esco.about.get(uri, {})
        if task.language == "en":
            about = {key: text for key, text in about.items() if key == "en"}
            return Entry(uri, {"en": tuple(forms[uri])}, about)
        labels = {task.language: tuple(forms[uri]), "en": esco.english.get(uri, ())}
        return Entry(uri, labels, about)

    entries = [entry(uri) for uri in sorted(forms)]
    file = kept / f"{task.kind}-{task.language}.npz" if kept else None
    made = Linker(task.kind, entries, "nl", pairs("nl"), encoder=meaning, kept=file)
    for _ in made.meaning.made() if made.meaning else ():
        pass
    return made


Way = Callable[[list[str]], Iterator[Floats]]  # queries → for each the scores of the concepts


def own_way(own: Linker) -> Way:
    """A linker as a way."""
    return lambda queries: (own.scores(query) for query in queries)


def by_concept(ask: Way, task: Task, uris: list[str]) -> Way:
    """A peer that scores forms, as one that scores concepts."""
    place = {uri: at for at, uri in enumerate(uris)}
    owners = np.array([place[uri] for uri in task.owners])

    def asked(queries: list[str]) -> Iterator[Floats]:
        for row in ask(queries):
            best = np.full(len(uris), -np.inf)
            np.maximum.at(best, owners, row)
            yield best

    return asked


def judged(way: Way, task: Task, uris: list[str]) -> tuple[Scored, float]:
    """How good the ranking is, and milliseconds of processor time for a query."""
    place = {uri: at for at, uri in enumerate(uris)}
    right = [[place[uri] for uri in each if uri in place] for each in task.right]
    spent = [0.0]

    def timed() -> Iterator[Floats]:
        rows = way(task.queries)
        for _ in task.queries:
            start = time.process_time()
            row = next(rows)
            spent[0] += time.process_time() - start
            yield row

    scored = judging.scored(timed(), right)
    return scored, 1000 * spent[0] / len(task.queries)


def line(name: str, scored: Scored, milliseconds: float) -> str:
    """A line of the table."""
    low, high = judging.interval(scored.reciprocal)
    within = " | ".join(f"{scored.within[cut].mean():.3f}" for cut in CUTS)
    mean = f"{scored.reciprocal.mean():.3f} | {low:.3f}–{high:.3f}"
    return f"| {name} | {mean} | {within} | {milliseconds:.1f} |"


def precision(task: Task, scored: Scored, *, semantic: bool = False) -> Iterator[str]:
    """Precision against coverage, on the queries that the chances were not fitted on."""
    chances = np.array(
        [
            chance(task.kind, *each, semantic=semantic)
            for each in zip(scored.first, scored.ahead, strict=True)
        ]
    )
    yield "| share of the texts, surest first | chance from | mean chance | right |"
    yield "|---|---|---|---|"
    for share, least, said, right in judging.coverage(
        chances[1::2], scored.within[1][1::2], SHARES
    ):
        yield f"| {share:.0%} | {least:.2f} | {said:.2f} | {right:.2f} |"


def gain(name: str, other: str, judgements: dict[str, Scored]) -> str:
    """How much better the one is than the other on the same texts."""
    gains = judgements[name].reciprocal - judgements[other].reciprocal
    low, high = judging.interval(gains)
    told = f"{gains.mean():+.3f} MRR ({low:+.3f} to {high:+.3f}, paired)"
    return f"\nGain over {other}, {name}: {told}."


def report(
    task: Task,
    esco: Known,
    peers: Iterable[str],
    encoders: dict[str, Encoder | None],
    kept: Path | None,
) -> Iterator[str]:
    """The tables of one task; ``encoders`` of ours, by name."""
    yield f"\n### {task.name}: {len(task.queries)} texts, {len(task.forms)} forms\n"
    yield "| way | MRR | 95 % | first | first 5 | first 10 | ms |"
    yield "|---|---|---|---|---|---|---|"
    found, built = {}, {}
    for name, encoder in encoders.items():
        start = time.process_time()
        own = linker(task, esco, encoder, kept)
        built[name] = time.process_time() - start
        found[name], spent = judged(own_way(own), task, own.uris)
        yield line(f"**{name}**", found[name], spent)
    for name in peers:
        asked = by_concept(PEERS[name](task.forms), task, own.uris)
        found[name], spent = judged(asked, task, own.uris)
        yield line(name, found[name], spent)
    for name in encoders:
        yield gain(name, BASELINE, found)
        yield f"\n{name}, built in {built[name]:.1f} s:\n"
        yield from precision(task, found[name], semantic=name == SEMANTIC)
    if SEMANTIC in encoders:
        yield gain(SEMANTIC, OURS, found)


def tasks(esco: Path, told_titles: Path, links: Path) -> Iterator[Task]:
    """Those whose files are there."""
    for language, tail in (("nl", ""), ("en", "_en")):
        if (told_titles / f"corpus_elements{tail}.tsv").is_file():
            yield titles(told_titles, language)
    labels = esco / "nl" / "skill_labels_partial_nl.csv"
    if links.is_file() and labels.is_file():
        yield from competences(links, labels)


def main(arguments: list[str]) -> None:
    """Prints the tables of every task, as soon as each line is known."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--titles", type=Path)
    parser.add_argument("--links", type=Path)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--semantic", action="store_true")
    parser.add_argument("--kept", type=Path)
    asked = parser.parse_args(arguments)
    encoders: dict[str, Encoder | None] = {OURS: None}
    if asked.semantic:
        encoders[SEMANTIC] = installed()
        if not encoders[SEMANTIC]:
            parser.error("the extra semantic is not installed, or cannot run on this processor")
    esco = asked.data / "esco"
    peers = [name for name in PEERS if not (asked.quick and name == SLOW)]
    found = known(esco)
    print(TIES)
    links = asked.links or asked.data / "skill-links-dev" / "vdab_esco.tsv"
    for task in tasks(esco, asked.titles or asked.data / "melo-dev", links):
        for told in report(task, found, peers, encoders, asked.kept):
            print(told, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
