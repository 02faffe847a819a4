"""To a colleague in a chat nobody is named in full; in the console they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import col, select

from bot import attachments
from bot.stage import Stage, staged
from services import callbacks, caseload
from services.for_employers import candidates
from services.help import requests, urgent
from services.jobseekers import openings, plans, profiles, transfers
from services.matches import meetings, proposals
from services.messages import in_brief, naming, outbox
from services.placements import aftercare, found_work, place
from services.placements.lifecycle import Terms
from services.privacy import correcting
from services.staff import colleagues, handover
from services.store.models import (
    Employer,
    Jobseeker,
    Match,
    Meeting,
    Message,
    Person,
    Staff,
    Vacancy,
)
from services.texts import refs, render
from tests import given

ROOT = Path(__file__).parents[3]
PLANTED = {
    "Fatima": ("Fatima", "Fatima van Merkvrouw", "+31687650001", "fatima@merkvrouw.example"),
    "Hans": ("Hans Merkman", "Hans Merkman", "+31687650002", "hans@merkman.example"),
    "Marloes": ("Marloes Merkcoach", "Marloes Merkcoach", None, None),
    "Yvonne": ("Yvonne Merkhoofd", "Yvonne Merkhoofd", None, None),
    "Naoual": ("Naoual Merkbeheer", "Naoual Merkbeheer", None, None),
}
MARKS = ("Merk", "merkvrouw", "merkman", "8765000", "87 65 00 0", "@")
SAYS = "Ik ben Fatima van Merkvrouw, mevrouw Merkvrouw. Bel 06 87650001 of fatima@merkvrouw.example"
# Said to staff, and about nobody: to a colleague of what is theirs, or parts of another text.
OF_NOBODY = frozenset(
    {"staff-welcome", "staff-parked", "staff-checkin-topic", "staff-moved", "staff-meeting-off"}
    | {"staff-new-vacancy", "staff-look-vacancy", "staff-got-employer"}
)


def person(name: str, full: str | None = None) -> Person:
    return Person(name=name, full_name=full)


@pytest.mark.parametrize(
    ("name", "full", "brief"),
    [
        ("Fatima", "Fatima Amrani", "Fatima A."),
        ("Fatima", None, "Fatima"),
        ("Fatima Amrani", None, "Fatima A."),
        ("Jan", "Jan van der Berg", "Jan B."),
        ("mevrouw Amrani", None, "Amrani"),
        ("Mw. Li Chen", None, "Li C."),
        ("فاطمة", "فاطمة أمراني", "فاطمة أ."),
        ("fatima@post.example", None, "…"),
        ("Fatima 0612345678", None, "Fatima"),
        ("", None, "?"),
    ],
)
def test_first_name_and_initial(name: str, full: str | None, brief: str) -> None:
    assert in_brief.name(person(name, full)) == brief


def test_in_words_of_others_too() -> None:
    who = person("Fatima", "Fatima El Amrani")
    said = "FATIMA  EL AMRANI, mevrouw Amrani, 06-12345678, f@a.example. Amranistraat is geen naam."
    assert in_brief.words(said, [who]) == (
        "Fatima A., mevrouw A., …, …. Amranistraat is geen naam."
    )


async def planted(stage: Stage) -> int:
    """Everybody has a name that would be seen; two in the team, and an administrator."""
    match = await given.pair(stage)
    await stage.person("Yvonne", "coach", team="intake-haarlem", lead=True)
    await stage.person("Naoual", "account_manager", team="employers-zuid", lead=True)
    async with stage.work() as work:
        for name, (called, full, phone, mail) in PLANTED.items():
            row = await work.get(Person, given.number(stage, name))
            row.name, row.full_name, row.phone, row.email = called, full, phone, mail
        (await work.get(Staff, given.number(stage, "Marloes"))).lead = False
        for company in (await work.tx.exec(select(Employer))).all():
            company.name = "Bakkerij"
    return match


async def everything(stage: Stage) -> None:
    """Whatever makes the service say something to staff about somebody."""
    match = await planted(stage)
    her, hans = given.number(stage, "Fatima"), given.number(stage, "Hans")
    marloes, yvonne = given.number(stage, "Marloes"), given.number(stage, "Yvonne")
    naoual = given.number(stage, "Naoual")
    await _met(stage, match, her, hans, marloes)
    await _planned(stage, her)
    async with stage.work() as work:
        row = await work.get(Jobseeker, her)
        await requests.ask(work, await work.get(Person, her), SAYS)
        await correcting.ask(work, await work.get(Person, her), SAYS)
        await requests.ask(work, await work.get(Person, hans), "Hans Merkman, 06 87650002")
        danger = await urgent.keep(work, her, "suicide", SAYS, lead_only=False)
        await urgent.tell(work, danger)
        outbox.later(work, "new-profile", jobseeker=her)
        firm = (await work.tx.exec(select(Employer.id))).one()
        (await work.get(Employer, firm)).verified = None
        outbox.later(work, "new-employer", employer=firm)
        await profiles.assign_coach(work, row, marloes, actor=yvonne)
        vacancy = await work.get(Vacancy, (await work.get(Match, match)).vacancy_id)
        await proposals._demands_changed(work, await work.get(Match, match), row, vacancy)
        await attachments.unreachable(work, her)
        await handover.away(work, marloes, work.today, work.today, yvonne, actor=naoual)
        await colleagues.reset_second_factor(work, marloes, actor=naoual)
    await stage.worker.drain()
    for words in ("wat wacht op mij", "mijn mensen", "menu"):
        for name in ("Marloes", "Yvonne", "Naoual"):
            await stage.says(name, words)
    await _market(stage, her)
    await _worked(stage, match, her)
    await _transferred(stage, her)
    for _ in range(12):
        await stage.passes(days=5)
        await given.sweep(stage)
        await stage.worker.drain()
    async with stage.work() as work:
        await handover.hand_over(work, marloes, [yvonne], actor=naoual)
    await stage.worker.drain()


async def _met(stage: Stage, match: int, her: int, hans: int, marloes: int) -> None:
    """An appointment from every side, how it went, and everything that can be pressed there."""
    number = await given.meeting(stage)
    async with stage.work() as work:
        await meetings.ask_other(work, number, SAYS, actor=her)
        later = (await work.get(Meeting, number)).starts + timedelta(hours=1)
        await meetings.change(work, number, actor=hans, starts=later, place="bij Hans Merkman")
        await meetings.cancel(work, number, actor=hans, words="Fatima van Merkvrouw is ziek")
    number = await given.meeting(stage)
    async with stage.work() as work:
        number2 = await meetings.plan(
            work, match, actor=hans, starts=work.now + timedelta(hours=2), place="Plein 1"
        )
        again = number2.id or 0
    await stage.passes(hours=30)
    async with stage.work() as work:
        await meetings.felt(work, again, actor=her, mood="no", reason="hours", words=SAYS)
        await meetings.felt(work, number, actor=hans, mood="maybe", reason="hours", words=SAYS)
    await stage.gives("Marloes", {"kind": "pick", "press": f"outcome.{number}::-open"})
    for dialog, about in (("review", match), ("relay", her)):
        async with stage.work() as work:
            outbox.open_dialog(work, marloes, dialog, about)
        await stage.worker.drain()
    async with stage.work() as work:
        (await work.get(Match, match)).state = "proposed"
        outbox.open_dialog(work, marloes, "review", match)
    await stage.worker.drain()
    async with stage.work() as work:
        (await work.get(Match, match)).state = "invited"
        body = outbox.line("match-agreed", title=["words", "werk"], **_contact(her))
        outbox.tell(work, marloes, body)
        when = callbacks.slots(work)[0][0]
        await callbacks.ask(work, await work.get(Person, her), "+31612345678", when)


def _contact(who: int) -> dict[str, Any]:
    return {"who": refs.full_name(who), "number": refs.number_of(who)}


async def _planned(stage: Stage, her: int) -> None:
    number = await given.plan(stage)
    async with stage.work() as work:
        await plans.object_to(work, number, SAYS, actor=her)
    async with stage.work() as work:
        await plans.describe(
            work, number, actor=given.number(stage, "Marloes"), goal=SAYS, instruments=[]
        )
        await plans.propose(work, number, actor=her)  # the coach reads it
        await plans.object_to(work, number, SAYS, actor=given.number(stage, "Marloes"))
        await plans.propose(work, number, actor=given.number(stage, "Marloes"))
        await plans.agree(work, number, actor=her)
        (first, *_) = await plans.steps(work, number)
        await plans.tick(work, first.id or 0, actor=her)
        await plans.wish(work, her, SAYS)
        outbox.open_dialog(work, given.number(stage, "Marloes"), "plan-review", number)
    await stage.worker.drain()


async def _worked(stage: Stage, match: int, her: int) -> None:
    async with stage.work() as work:
        starts = work.today
        terms = Terms("trial", 20, starts, starts + timedelta(days=61))
        await place(work, match, terms, actor=given.number(stage, "Marloes"))
    rows = {}
    for side, moment in (("jobseeker", "day-1"), ("coach", "day-1"), ("coach", "wage-value")):
        rows[side, moment] = (await given.check_in(stage, side, moment)).id
    async with stage.work() as work:
        row = rows["jobseeker", "day-1"]
        await aftercare.answer(work, row, actor=her, mood=1, answers={"topic": "hours"}, words=SAYS)
        marloes = given.number(stage, "Marloes")
        outbox.open_dialog(work, marloes, "settle", row)
        outbox.open_dialog(work, marloes, "checkin-coach", rows["coach", "day-1"])
        outbox.open_dialog(work, marloes, "wage-value", rows["coach", "wage-value"])
        terms = Terms("regular", 24, work.today, None)
        await found_work(work, her, "Slager", terms, actor=her, help_=True)
    await stage.worker.drain()


async def _market(stage: Stage, her: int) -> None:
    await given.market(stage)
    async with stage.work() as work:
        jobseeker = await work.get(Jobseeker, her)
        jobseeker.status = "open"
        one, other = (await work.tx.exec(select(Vacancy).where(Vacancy.title != given.TITLE))).all()
        (await work.get(Employer, one.employer_id)).verified = work.now
        await openings.apply(work, her, one.id or 0)
        match = await candidates._match(work, jobseeker, other)
        firm = await work.get(Employer, other.employer_id)
        await candidates._tell_coach(work, jobseeker, match, other, firm)


async def _transferred(stage: Stage, her: int) -> None:
    """Asked twice: no and yes."""
    for yes in (False, True):
        async with stage.work() as work:
            who = await caseload.viewer_of(work, given.number(stage, "Marloes"))
            lead = await caseload.viewer_of(work, given.number(stage, "Yvonne"))
            row = await work.get(Jobseeker, her)
            row.coach_id = given.number(stage, "Marloes")
            team = "intake-velsen"
            await stage_lead(stage, work, team)
            assert not await transfers.ask(work, her, team, who=who, words=SAYS)
            event = await transfers.asked(work, row)
            await transfers.decide(work, her, event.id or 0, yes=yes, who=lead)
            row.team, row.coach_id = "intake-haarlem", given.number(stage, "Marloes")


async def stage_lead(stage: Stage, work: Any, team: str) -> None:
    """Somebody leads the other team."""
    yvonne = await work.get(Person, given.number(stage, "Yvonne"))
    if await caseload.leads(work, team):
        return
    row = Person(name=yvonne.name, full_name=yvonne.full_name, created=work.now)
    work.tx.add(row)
    await work.tx.flush()
    place = {"team": team, "organisation": work.region.team(team).organisation}
    work.tx.add(Staff(person_id=row.id or 0, role="coach", lead=True, **place))


def words_of(body: dict[str, Any]) -> Iterator[str]:
    for text_id, args in body["lines"]:
        yield render.line("nl-u", text_id, args)
    for row in body.get("rows", []):
        for _, label in row:
            yield render.render("nl-u", label)


def known_texts() -> set[str]:
    """Every text of which the name says that it is for staff."""
    words = "\n".join(p.read_text("utf-8") for p in (ROOT / "locales/nl").glob("*.ftl"))
    return set(re.findall(r"(?m)^(staff-[a-z-]+) ?=", words))


async def test_no_message_to_staff_names_anybody_in_full(database_url: str) -> None:
    async with staged(database_url) as stage:
        await everything(stage)
        assert await stage.parked() == []
        async with stage.work() as work:
            query = (
                select(Message)
                .join(Staff, col(Staff.person_id) == col(Message.person_id))
                .where(col(Message.ours).is_(True))
            )
            rows = list((await work.tx.exec(query)).all())
            said = {text for row in rows for text, _ in (row.body or {})["lines"]}
            sent = [await attachments.ready(work, row) for row in rows]
            named = [naming.people_in(row.body) - {row.person_id} for row in rows]
            await naming.read(work, rows)
        assert known_texts() - said - OF_NOBODY == set()
        assert {"relay-from-client", "match-agreed", "urgent-told", "review-decision"} <= said
        assert sum(map(bool, named)) > 40  # it names people at all
        whole = "\n".join(w for body in sent for w in words_of(body))
        page = "\n".join(w for row in rows for w in words_of(row.body or {}))
        for shown in (whole, page):
            assert "Fatima M." in shown
            assert [line for line in shown.split("\n") if any(m in line for m in MARKS)] == []


async def test_who_is_no_staff_reads_the_name_and_the_number(database_url: str) -> None:
    async with staged(database_url) as stage:
        await planted(stage)
        hans = given.number(stage, "Hans")
        async with stage.work() as work:
            contact = _contact(given.number(stage, "Fatima"))
            body = outbox.line("match-agreed", title=refs.words("werk"), **contact)
            outbox.tell(work, hans, body)
            outbox.tell(work, given.number(stage, "Naoual"), body)
        assert "Fatima van Merkvrouw, 06 87650001" in "\n".join(await stage.hears("Hans"))
        assert "Fatima M., nummer staat in de console" in "\n".join(await stage.hears("Naoual"))


LITERAL = re.compile(
    r"\brefs\.(?:words|phone)\([^)\n]*\b(?:person|row|who|her|other|client|colleague)"
    r"\.(?:name|full_name|phone|email)\b"
)
# Of the reader themselves, or of an employer on a page of their own.
OWN = {
    "services/for_employers/own_page.py",
    "services/access/links.py",
    "services/privacy/overview/recorded.py",  # she reads her own
    "services/privacy/overview/told.py",
    "dialogs/jobseeker.py",
    "dialogs/employer.py",
}


def test_no_name_is_put_in_a_message_as_plain_words() -> None:
    """A message holds a reference, so that it is decided in one place how it is shown."""
    found = {
        str(path.relative_to(ROOT))
        for folder in ("services", "dialogs", "bot")
        for path in (ROOT / folder).rglob("*.py")
        if LITERAL.search(path.read_text("utf-8"))
    }
    on_pages = ("services/console/", "bot/web/", "bot/demo/", "services/messages/naming.py")
    assert {each for each in found if not each.startswith(on_pages)} == OWN
