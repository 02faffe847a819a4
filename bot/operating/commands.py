"""What the command line does, as plain coroutines."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
import time
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from datetime import time as clock_time
from typing import Any

from sqlmodel import col, func, select

from bot import logs
from bot.app import Service
from bot.demo.fill import fill
from bot.explaining import CannotError
from bot.imported_vocabulary import imported
from bot.settings import DATA, Settings, demo_secret
from bot.telegram.setup import name_of
from services import followup, installation, matching, privacy, texts
from services.access import links as joining
from services.clock import AMSTERDAM
from services.matches import proposals
from services.messages import parked
from services.region import load
from services.store.db import transaction
from services.store.models import Employer, Jobseeker, Person, Staff, Vacancy
from services.store.pages import pages_of
from services.store.upgrade import is_current
from services.texts import render
from services.unit_of_work import Work

ROLES = (
    *("coach", "account_manager", "jobcoach", "regional_manager", "administrator"),
    *("partner", "reader"),
)
LISTED = 20
# New objects before Python looks for rings among them, and rounds before it looks at older ones:
# at its own numbers, with all that is loaded, that was a tenth of the time of a turn.
GARBAGE = (20_000, 20, 50)


@asynccontextmanager
async def opened(settings: Settings, *, demo: bool = False) -> AsyncIterator[Service]:
    """A service with its database ready, nothing running."""
    logs.configure(settings.log_level)
    DATA.mkdir(mode=0o700, exist_ok=True)
    with imported():
        service = Service.build(settings, demo=demo)
        try:
            await service.prepare()
            yield service
        finally:
            await service.close()


@asynccontextmanager
async def _at_work(settings: Settings) -> AsyncIterator[Work]:
    async with opened(settings) as service, transaction(service.engine) as tx:
        yield service.work(tx)


async def serve(settings: Settings) -> None:
    """Serve until asked to stop. A real installation never runs on a demo's database."""
    async with opened(settings) as service:
        async with transaction(service.engine) as tx:
            if await installation.read(service.work(tx), installation.DEMO):
                raise CannotError("this database holds the demo; `werklijn demo` serves it")
        await _until_stopped(service)


async def demo(settings: Settings, *, fresh: bool) -> None:
    """Fill an empty database with the invented region and serve it."""
    started = time.monotonic()
    if not settings.secret_key:
        settings = settings.model_copy(update={"secret_key": (demo_secret(),)})
    if settings.database_url == Settings.model_fields["database_url"].default:
        settings = settings.model_copy(update={"database_url": "sqlite+aiosqlite:///data/demo.db"})
        if fresh:
            for file in DATA.glob("demo.db*"):
                file.unlink()
    async with opened(settings, demo=True) as service:
        await _fill_if_empty(service)
        links = await _addresses(service)
        _print_addresses(links, time.monotonic() - started)
        await _until_stopped(service)


async def _fill_if_empty(service: Service) -> None:
    async with transaction(service.engine) as tx:
        work = service.work(tx)
        if await installation.read(work, installation.DEMO):
            print("De demoregio staat er al.", flush=True)  # noqa: T201
            return
        if (await work.tx.exec(select(func.count(col(Person.id))))).one():
            raise CannotError("this database has people in it; a demo wants an empty one")
        print("De demoregio wordt gemaakt…", flush=True)  # noqa: T201
        await fill(work, _progress)


def _progress(what: str, done: int, of: int) -> None:
    words = {"jobseekers": "werkzoekenden", "vacancies": "vacatures", "matches": "matches"}
    print(f"  {words[what]}: {done} van {of}", flush=True)  # noqa: T201


async def _addresses(service: Service) -> list[tuple[str, str]]:
    """Where to look, with a login for a few of the invented staff."""
    base = service.settings.address
    links = [
        ("Alles naast elkaar: begin hier", f"{base}/demo"),
        ("Werkzoekende of werkgever: chat", f"{base}/chat"),
    ]
    async with transaction(service.engine) as tx:
        work = service.work(tx)
        for role in ("coach", "account_manager", "regional_manager"):
            query = select(Staff).where(Staff.role == role).order_by(col(Staff.person_id))
            row = (await work.tx.exec(query)).first()
            if row is None:
                continue
            person = await work.get(Person, row.person_id)
            url = await joining.console_link(work, row.person_id)
            role_name = texts.text("nl", f"role-{role}")
            links.append((f"Console van {person.name}, {role_name}", url))
    return links


def _print_addresses(links: Sequence[tuple[str, str]], seconds: float) -> None:
    print(f"\nWerklijn draait ({seconds:.0f} s). Open in uw browser:\n", flush=True)  # noqa: T201
    for name, url in links:
        print(f"  {name}\n    {url}", flush=True)  # noqa: T201
    print("\nStoppen: Ctrl+C", flush=True)  # noqa: T201


async def _until_stopped(service: Service) -> None:
    """Run until SIGTERM or SIGINT, then finish what is in hand; asking twice changes nothing."""
    gc.set_threshold(*GARBAGE)
    loop, running = asyncio.get_running_loop(), asyncio.create_task(service.run())
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, lambda: running.cancelling() or running.cancel())
    with contextlib.suppress(asyncio.CancelledError):
        await running


async def upgrade_database(settings: Settings) -> None:
    """Opening does it."""
    async with opened(settings):
        pass


async def invite(settings: Settings, role: str, team: str, name: str, *, lead: bool) -> str:
    """A link for a new colleague."""
    if role not in ROLES:
        raise CannotError(f"no such role: {role}; choose one of {', '.join(ROLES)}")
    async with _at_work(settings) as work:
        found = work.region.team(team)
        if found is None:
            codes = ", ".join(each.code for each in work.region.teams)
            raise CannotError(f"no such team: {team}; choose one of {codes}")
        given = {"role": role, "team": team, "organisation": found.organisation}
        return await joining.invitation(work, None, {**given, "lead": lead, "name": name})


async def best_matches(settings: Settings, kind: str, number: int) -> list[str]:
    """What fits best, with the reasons, best first."""
    async with _at_work(settings) as work:
        rules = proposals.rules(work)
        if kind == "vacancy":
            vacancy = await work.tx.get(Vacancy, number)
            people = await proposals.open_people(work)
            if vacancy is None:
                raise CannotError(f"there is no vacancy {number}")
            given = ((key, row.profile) for key, row in people.items())
            ranked = matching.rank(vacancy.demands, given, rules)
        else:
            jobseeker = await work.tx.get(Jobseeker, number)
            if jobseeker is None:
                raise CannotError(f"there is no jobseeker {number}")
            rows = (await work.tx.exec(select(Vacancy).where(Vacancy.status == "open"))).all()
            given = ((row.id or 0, row.demands) for row in rows)
            ranked = matching.rank_vacancies(jobseeker.profile, given, rules)
        return [_match_line(key, fit) for key, fit in ranked[:LISTED]]


def _match_line(key: int, fit: matching.Fit) -> str:
    reasons = "; ".join(
        render.line("nl", part.text, part.args) for part in fit.parts if part.verdict == "fits"
    )
    return f"{key:6}  {fit.score:3}  {reasons}"


async def preview(settings: Settings, until: datetime, person_id: int) -> list[str]:
    """What would be sent by the end of a day: when, to whom, which nudge, and why."""
    async with _at_work(settings) as work:
        end = datetime.combine(until.date(), clock_time.max, AMSTERDAM)
        if end <= work.now:
            raise CannotError("--until must be a day that is still to come")
        lines = []
        for each in await followup.coming(work, end.astimezone(UTC)):
            people = await followup.recipients(work, each)
            if not person_id or person_id in people:
                local = each.at.astimezone(AMSTERDAM)
                who = ", ".join(str(number) for number in people) or "-"
                lines.append(
                    f"{local:%Y-%m-%d %H:%M}  {each.step.kind:8}  {each.step.to} {who}  "
                    f"{each.rule.name} {each.number + 1} ({each.case.subject_id}): {each.rule.why}"
                )
        return lines


def nudge_table(settings: Settings) -> str:
    """docs/followup.md's table."""
    return followup.as_markdown(load(settings.region_file).follow_up)


async def erase(settings: Settings, person_id: int) -> None:
    """Erase somebody; what was told to them goes as well."""
    async with _at_work(settings) as work:
        person = await work.tx.get(Person, person_id)
        if person is None or person.erased:
            raise CannotError(f"there is no person {person_id}")
        await privacy.erase(work, person)
        await privacy.forget(work, person_id)


async def examine(settings: Settings) -> list[tuple[str, bool, str]]:
    """(what, sound, said) of everything that can be checked from here."""
    findings = []
    async with opened(settings) as service:
        findings.append(("settings", True, f"region {service.region.name}"))
        findings.append(_help_lines(service))
        current = await is_current(service.engine)
        async with transaction(service.engine) as tx:
            work = service.work(tx)
            aside = await parked.counts(work)
            unverified = await _count(work, Employer, col(Employer.verified).is_(None))
        findings.append(("database", current, service.engine.dialect.name))
        whole, said = await pages_of(service.engine)
        findings.append(("pages", whole, said))
        inbox = f"{aside.parked} parked (werklijn parked), {aside.late} waiting too long"
        findings.append(("inbox", aside.parked + aside.late == 0, inbox))
        outbox = f"{aside.unsent} unsent for too long, {aside.refused} given up today"
        findings.append(("outbox", aside.unsent + aside.refused == 0, outbox))
        findings.append(("employers", True, f"{unverified} not verified yet"))
        findings.append(("clock", True, service.clock.now().isoformat(timespec="seconds")))
        if service.bot is None:
            findings.append(("telegram", True, "off: no token"))
        else:
            name = await name_of(service.bot)
            findings.append(("telegram", bool(name), name or "does not answer"))
    return findings


def _help_lines(service: Service) -> tuple[str, bool, str]:
    """Whether the numbers told to somebody in danger were looked up within a year."""
    day = service.clock.now().astimezone(AMSTERDAM).date()
    old = service.region.help_lines_to_look_up(day)
    said = ", ".join(f"{each.name} {each.number}, looked up on {each.looked_up}" for each in old)
    return "help lines", not old, said or "looked up within a year"


async def put_aside(settings: Settings) -> list[str]:
    """What could not be handled, one line each."""
    async with _at_work(settings) as work:
        return [_parked_line(one) for one in await parked.listed(work)]


async def retry(settings: Settings, ids: Collection[int] | None) -> list[str]:
    """Try these parked rows again, or all; says of each what became of it."""
    async with _at_work(settings) as work:
        found = await parked.again(work, ids)
        missing = set(ids or ()) - {one.id for one in found}
        if missing:
            raise CannotError(f"not parked: {', '.join(map(str, sorted(missing)))}")
        return [f"{one.id}: {_BECAME[one.can]}" for one in found]


_BECAME = {
    "again": "tried again",
    "said-again": "let go: the person went on since",
    "gone": "let go: what was said is kept no longer than a day",
}


def _parked_line(one: parked.Parked) -> str:
    who = f"person {one.person_id}" if one.person_id else "a job"
    since = one.since.isoformat(timespec="seconds")
    return f"{one.id}  {since}  {one.kind} of {who}: {one.error}, {one.attempts} attempts"


async def _count(work: Work, table: Any, condition: Any) -> int:
    return int((await work.tx.exec(select(func.count()).select_from(table).where(condition))).one())
