"""`werklijn import vocabulary`: files in, good rows kept, problems told with their lines."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from services.taxonomy import keeping, reading
from services.taxonomy.circles import closing
from services.taxonomy.facts import Fact, Named, RowError
from services.taxonomy.ntriples import ORIGIN, Graph, triples
from services.taxonomy.reading import FileError, Problem, Rows
from services.taxonomy.tables import Table, recognised

MOST_PROBLEMS = 20  # told of one file; the others are counted
_TICK = 2000  # rows between two words of progress
_LANGUAGE = re.compile(r"_([a-z]{2})(?:[._-]|$)")
TERMS = "This service uses the ESCO classification of the European Commission."
_COMPETENTNL = "CompetentNL, linkeddata.competentnl.nl (UWV, SBB, TNO, CBS)."
Progress = Callable[[str, int, int, int], None]  # file, bytes done, bytes in all, rows so far


@dataclass
class Done:
    """What became of one file: rows taken over, rows refused, and how many concepts they name."""

    file: str
    table: str
    language: str
    rows: int = 0
    refused: int = 0
    problems: list[Problem] = field(default_factory=list)
    newest: str = ""
    skipped: bool = False  # a known file with nothing to take over

    def refuse(self, problem: Problem) -> None:
        """Counts a row that was not good."""
        self.refused += 1
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(problem)


@dataclass
class Report:
    """Every file, and what is wrong with things taken together."""

    files: list[Done] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unknown_ends: int = 0

    @property
    def sound(self) -> bool:
        """Whether there was nothing to complain about."""
        return not self.problems and not any(done.refused for done in self.files)


@dataclass(frozen=True)
class Job:
    """What one import asks: the language where a file's name does not tell it, and the time."""

    now: datetime
    language: str = ""
    progress: Progress = lambda *_: None


def import_all(into: Path, paths: Iterable[Path], job: Job, *, dry: bool = False) -> Report:
    """Takes over every file of ``paths`` (files, folders, ZIPs) into the kept file, in one go."""
    report = Report()
    with keeping.writing(into, keep=not dry) as kept:
        for path in paths:
            try:
                for source in reading.sources(path):
                    _one(kept, source, job, report)
            except FileError as wrong:
                report.problems.append(Problem(str(path), 0, str(wrong)))
        for one, other in closing(kept.broader()):
            kept.drop_broader(one, other)
            what = f"{one} lies under {other}, which lies under it again; this link is left out"
            report.problems.append(Problem("broader", 0, what))
        kept.tidy()
        report.unknown_ends = kept.unknown_ends()
    return report


def _one(kept: keeping.Kept, source: reading.Source, job: Job, report: Report) -> None:
    try:
        with kept.file():
            report.files.append(_taken(kept, source, job))
    except FileError as wrong:
        report.problems.append(Problem(source.name, 0, str(wrong)))
    except (OSError, UnicodeError) as wrong:
        report.problems.append(Problem(source.name, 0, f"cannot be read: {wrong}"))


def _taken(kept: keeping.Kept, source: reading.Source, job: Job) -> Done:
    with reading.lines(source) as (text, counted):

        def tick(rows: int) -> None:
            job.progress(source.name, counted.seen, source.size, rows)

        if source.name.lower().endswith(".nt"):
            done = _triples(kept, source, text, tick)
        else:
            done = _table(kept, source, text, job, tick)
        tick(done.rows)
    if done.skipped:
        return done
    if not done.rows:
        first = f"; {done.problems[0].what}" if done.problems else ""
        raise FileError(f"no row of it can be used{first}")
    terms = _COMPETENTNL if done.table == ORIGIN else TERMS
    kept.note(
        keeping.Source(
            f"{done.table} {done.language}".strip(),
            source.name,
            done.rows,
            job.now.isoformat(timespec="seconds"),
            done.newest,
            terms,
        )
    )
    return done


def _language(name: str, table: Table, columns: list[str], job: Job) -> str:
    """From the name (occupations_nl.csv), else as given; a table without labels has none."""
    if not table.spoken:
        return ""
    found = _LANGUAGE.search(name)
    if job.language or found:
        return job.language or (found[1] if found else "")
    if any(re.fullmatch(r"preferredLabel_[a-z]{2}", column) for column in columns):
        return ""  # each column tells its own
    raise FileError("which language? name the file like occupations_nl.csv, or give --language")


def _table(
    kept: keeping.Kept,
    source: reading.Source,
    text: io.TextIOWrapper,
    job: Job,
    tick: Callable[[int], None],
) -> Done:
    rows = Rows(source.name, text)
    table = recognised(rows.columns)
    if table is None:
        shown = ", ".join(rows.columns)[:120]
        raise FileError(f"no table of ESCO that is known has these columns: {shown}")
    if table.facts is None:
        return Done(source.name, table.origin, "", skipped=True)
    language = _language(source.name, table, rows.columns, job)
    done = Done(source.name, _origin(table, source.name), language)
    origin = f"{done.table} {language}".strip()
    kept.replace(origin)
    rows.ragged = table.ragged
    seen: dict[str, int] = {}
    for line, facts in _facts(rows, table, language, seen, done):
        kept.add(origin, facts)
        done.rows += 1
        if line % _TICK == 0:
            tick(done.rows)
    return done


def _origin(table: Table, name: str) -> str:
    """Several files hold concepts, or links: each by its own name without language or ending."""
    if table.origin not in ("concepts", "broader"):
        return table.origin
    return _LANGUAGE.sub("", Path(name).stem)


def _facts(
    rows: Rows, table: Table, language: str, seen: dict[str, int], done: Done
) -> Iterator[tuple[int, list[Fact]]]:
    assert table.facts is not None  # noqa: S101 - told apart above
    for line, row in rows:
        if isinstance(row, Problem):
            done.refuse(row)
            continue
        try:
            facts = list(table.facts(row, language))
            if table.origin == "concepts":
                _once(facts, line, seen)
        except RowError as wrong:
            done.refuse(Problem(done.file, line, str(wrong)))
            continue
        done.newest = max(done.newest, row.get("modifiedDate", "")[:10])
        yield line, facts


def _once(facts: list[Fact], line: int, seen: dict[str, int]) -> None:
    for fact in facts:
        if isinstance(fact, Named) and seen.setdefault(fact.uri, line) != line:
            raise RowError(f"{fact.uri} stands on line {seen[fact.uri]} already")


def _triples(
    kept: keeping.Kept,
    source: reading.Source,
    text: io.TextIOWrapper,
    tick: Callable[[int], None],
) -> Done:
    done, graph = Done(source.name, ORIGIN, ""), Graph()
    for at, problem in enumerate(triples(source.name, text, graph)):
        if problem:
            done.refuse(problem)
        if at % _TICK == 0:
            tick(at)
    kept.replace(ORIGIN)
    for fact in graph.facts():
        kept.add(ORIGIN, [fact])
        done.rows += isinstance(fact, Named)
    return done
