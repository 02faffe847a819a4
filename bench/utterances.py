"""How well we understand what people type: `python bench/utterances.py`; `--show` for the faults.

The utterances (bench/data/utterances.txt) are of fourteen kinds of people, written before anybody
looked at the rules, and split in two by a hash of their words: one half is for building; of the
other only counts are shown. Each is typed by somebody fresh, on the stage of `werklijn talk`.

Verdicts: right; partly (some of it); asked (offered among others, or answered otherwise); missed;
wrong (something stored or offered that was not said).
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sqlmodel import col, select  # noqa: E402

from bench.judging import HALVES, LISTS, PLACES, VERDICTS, Became, Case, verdict  # noqa: E402
from bench.walks import BEGINS, way  # noqa: E402
from bot.stage import Stage, staged  # noqa: E402
from services.jobseekers import profiles  # noqa: E402
from services.messages.message import pressed  # noqa: E402
from services.store.models import Dossier, Jobseeker, Message, Person, Talk  # noqa: E402
from services.understanding import utterance  # noqa: E402
from services.unit_of_work import Work  # noqa: E402

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)  # the Monday on which all of this is typed
Open = tuple[str, str | None]
KEYS = ("done", "keep", "none", "retry")  # buttons of a question that are no answer to it
WHO = {"jobseeker": "work", "employer": "staff"}  # what beginning this dialog tells
ABOUT = ("words", "source", "advert", "clear", "choice")  # answers that are no fact of anybody


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
    """A line: place ~ words ~ what is in it: `!wish`, `?topic`, `name!=never`, `name=one/other`."""
    at, text, *rest = line.split(" ~ ")
    want: dict[str, list[Any]] = {}
    never: dict[str, list[str]] = {}
    wish = topic = ""
    loose = set()
    for part in filter(None, "; ".join(rest).split("; ")):
        name, _, said = part.partition("=")
        if part.startswith("!"):
            wish, _, topic = part[1:].partition(":")
        elif part.startswith("?"):
            wish, topic = "question", part[1:]
        elif name.startswith("never "):
            never[name[6:]] = [said]
        elif name.endswith("!"):
            never[name[:-1]] = said.split(",")
        else:
            ways = said.split("/")
            loose |= {name} if "*" in ways else set()
            want[name] = [value(name, each) for each in ways if each != "*"]
    return Case(kind, at, text, want, never, wish, topic, frozenset(loose))


def cases() -> list[Case]:
    """All of them; a heading `# kind`, then an utterance a line."""
    found, kind = [], ""
    for line in (ROOT / "bench" / "data" / "utterances.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            kind = line[2:]
        elif line:
            found.append(case(kind, line))
    return found


async def judged(these: Sequence[Case]) -> list[tuple[str, str]]:
    """What became of each, and why."""
    with tempfile.TemporaryDirectory() as folder:
        async with staged(f"sqlite+aiosqlite:///{folder}/said.db") as stage:
            stage.clock.at = NOW
            return [
                verdict(each, await _typed(stage, f"P{n}", each)) for n, each in enumerate(these)
            ]


async def _typed(stage: Stage, who: str, case: Case) -> Became:
    await stage.person(who)
    for words in way(case.at):
        if words.startswith(BEGINS):
            await stage.begins(who, words.removeprefix(BEGINS))
        else:
            await stage.says(who, words)
    number = stage.actors[who].number
    async with stage.work() as work:
        before, open_before = await _stored(work, number)
        shown = await _messages(work, number)
    await stage.says(who, case.text)
    async with stage.work() as work:
        after, open_now = await _stored(work, number)
        said = (await _messages(work, number))[len(shown) :]
    there = {press for body in shown[-1:] for press in _presses(body)}
    offered: dict[str, list[str]] = defaultdict(list)
    for press in (press for body in said for press in _presses(body)):
        _, _, name, code = pressed(press) or ("", 0, "", "")
        if name and press not in there and not code.startswith("-") and code not in KEYS:
            offered[name].append(code)
    texts = {each for body in said for line, _ in body["lines"] for each in line.split("|")}
    stored = {name: v for name, v in after.items() if v != before.get(name)}
    offered = {name: codes for name, codes in offered.items() if name not in stored}
    return Became(stored, offered, frozenset(texts), open_before != open_now)


async def _messages(work: Work, number: int) -> list[dict[str, Any]]:
    query = select(Message).where(Message.person_id == number, col(Message.ours))
    rows = (await work.tx.exec(query.order_by(col(Message.id)))).all()
    return [row.body or {"lines": [], "rows": []} for row in rows]


def _presses(body: Mapping[str, Any]) -> Iterator[str]:
    return (press for row in body["rows"] for press, _ in row)


async def _stored(work: Work, number: int) -> tuple[dict[str, Any], list[Open]]:
    """Every fact of somebody, kept or still in a dialog; and what is open."""
    person = await work.get(Person, number)
    found: dict[str, Any] = {"language": person.language}
    if (row := await work.tx.get(Jobseeker, number)) is not None:
        found |= profiles.answers_of(person, row)
    if (dossier := await work.tx.get(Dossier, number)) is not None:
        found |= dossier.facts or {}
    query = select(Talk).where(Talk.person_id == number, col(Talk.finished).is_(None))
    open_ = (await work.tx.exec(query.order_by(col(Talk.touched)))).all()
    for talk in open_:
        state = talk.state or {}
        for name, draft in state.get("drafts", {}).items():
            chosen = draft.get("chosen") if isinstance(draft, dict) else draft
            found |= {name: chosen} if chosen and name not in PLACES else {}
        found |= state.get("answers", {})
        found |= {"dialog": talk.dialog}
        found |= {"who": WHO[talk.dialog]} if talk.dialog in WHO else {}
    kept = {n: v for n, v in found.items() if not n.startswith("_") and n not in ABOUT}
    return kept, [(talk.dialog, talk.question) for talk in open_]


def slowness(these: Sequence[Case]) -> Iterator[float]:
    """How long one reading takes, in milliseconds, the best of three."""
    for each in these:
        taken = []
        for _ in range(3):
            began = time.perf_counter()
            utterance.read(each.text, NOW.date(), asked=each.at, idle="idle" in each.at)
            taken.append(time.perf_counter() - began)
        yield min(taken) * 1000


def table(title: str, rows: Sequence[tuple[str, str]]) -> None:
    """Prints counts of verdicts by kind."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, found in rows:
        counts[kind][found] += 1
    counts["all"] = sum(counts.values(), Counter())
    print(f"\n{title:12}" + "".join(f"{each:>8}" for each in VERDICTS) + "   right or partly")
    for kind, count in counts.items():
        good = 100 * (count["right"] + count["partly"]) / count.total()
        print(f"{kind:12}" + "".join(f"{count[each]:8}" for each in VERDICTS) + f"{good:10.1f} %")


def main() -> None:
    """Measure, and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--show", action="store_true", help="the faults of the building half")
    given = asked.parse_args()
    these = cases()
    found = list(zip(these, asyncio.run(judged(these)), strict=True))
    for each, (what, why) in found:
        if given.show and each.half == "building" and what not in ("right", "partly"):
            print(f"\n{each.at}: {each.text}\n  {what}: {why}")
    for half in HALVES:
        table(half, [(each.kind, what) for each, (what, _) in found if each.half == half])
    taken = sorted(slowness(these))
    print(f"\none reading: {sum(taken) / len(taken):.1f} ms, the slowest {taken[-1]:.1f} ms")


if __name__ == "__main__":
    main()
