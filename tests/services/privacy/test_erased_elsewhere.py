"""Erased is erased, also where others wrote it themselves, and in messages of before 0.2.

Her name stands in plain words in rows of every kind that people type into; after she is erased it
stands in none of them, and what is about others is still there.
"""

from __future__ import annotations

import importlib
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import col, select

from bot.stage import Stage, staged
from services import audit, events, privacy, retention
from services.jobseekers import plans
from services.messages import outbox
from services.privacy import marks
from services.store.models import (
    Jobseeker,
    Match,
    Message,
    Person,
    PlanStep,
    Remark,
    Survey,
    Talk,
    Urgent,
    Vacancy,
)
from tests import given
from tests.services.privacy.test_erased import FULL, MAIL, NAME, PHONE, everything, left, raw_bytes

THEIRS = ("merkvraag", "merkantwoord", "merkopmerking", "merkenquete", "merknotitie")
MARKS = (NAME, "Plantmerk", "83726154", "837 261 54", MAIL, *THEIRS)
WAITING = "merkwacht"
GONE_NAME = ["text", "gone-somebody"]


def old(text_id: str, **args: Any) -> dict[str, Any]:
    return {"lines": [[text_id, args]], "rows": [[["relay.7::-open", ["words", NAME]]]]}


async def grown(stage: Stage) -> tuple[int, int]:
    """Fatima with another name, and Ismail, of whom nothing may go: both with words around them."""
    await given.pair(stage)
    await stage.person("Ismail")
    her, ismail = given.number(stage, "Fatima"), given.number(stage, "Ismail")
    hans, marloes = given.number(stage, "Hans"), given.number(stage, "Marloes")
    async with stage.work() as work:
        person = await work.get(Person, her)
        person.name, person.full_name, person.phone, person.email = NAME, FULL, PHONE, MAIL
        (await work.get(Person, ismail)).name = "Ismail"
        work.tx.add(
            Jobseeker(
                person_id=ismail,
                team="intake-haarlem",
                coach_id=marloes,
                organisation="haarlem",
                created=work.now,
                updated=work.now,
            )
        )
        await _messages(work, hans, marloes)
        await _texts(work, hans, marloes, ismail)
    return her, ismail


async def _messages(work: Any, hans: int, marloes: int) -> None:
    """As they were stored before: every name and word as it was said."""
    question = old("staff-question", name=["words", NAME], words=["words", "merkvraag over geld"])
    number = old(
        "meeting-names", title=["words", given.TITLE], who=["words", FULL], number=["phone", PHONE]
    )
    both = {
        "lines": [
            ["staff-unreachable", {"name": ["words", NAME]}],
            ["staff-unreachable", {"name": ["words", "Ismail"]}],
        ],
        "rows": [],
    }
    for person, body in ((marloes, question), (hans, number), (marloes, both)):
        row: dict[str, Any] = {"person_id": person, "body": body, "created": work.now}
        work.tx.put(Message, **row, sent=work.now)
    outbox.tell(work, hans, old("meeting-names", title=["words", "x"], who=["words", FULL],
                              number=["words", WAITING]))  # fmt: skip
    for person, said in (
        (marloes, f"Dag {NAME}, merkantwoord"),
        (hans, "Mevrouw Plantmerk was merkopmerking, bel 06-837 261 54"),
        (hans, "Ismail komt morgen"),
    ):
        outbox.heard(work, person, ["words", said], "web")


async def _texts(work: Any, hans: int, marloes: int, ismail: int) -> None:
    """What people typed elsewhere: about a vacancy, an employer, in a plan, in danger."""
    vacancy = (await work.tx.exec(select(Vacancy))).one()
    vacancy.title, vacancy.advert = f"Vervanging van {NAME}", f"Vraag naar {NAME} ({MAIL})."
    vacancy.evidence = {"occupation": f"plek van {NAME}"}
    subject = ("vacancy", vacancy.id)
    await events.log(
        work, "note", actor=hans, subject=subject, words=f"{FULL.upper()} is merknotitie"
    )
    await events.log(work, "note", actor=marloes, about=ismail, words="Ismail wil graag nachten")
    await work.tx.flush()
    plan = await plans.draft(work, ismail, actor=marloes)
    await plans.add_step(work, plan.id or 0, f"Samen met {NAME} oefenen", actor=marloes)
    row = Urgent(person_id=ismail, kind="violence", words=f"{NAME}s broer slaat mij",
                 created=work.now, raised=work.now)  # fmt: skip
    work.tx.add(row)
    work.tx.add(
        Survey(person_id=hans, side="employer", kind="yearly", subject_id=2026, asked=work.now,
               words=f"{NAME} merkenquete")
    )  # fmt: skip


async def erase(stage: Stage, her: int) -> None:
    async with stage.work() as work:
        await privacy.erase(work, await work.get(Person, her))
        await work.tx.flush()
        await privacy.forget(work, her)


async def test_words_of_others_about_her_are_gone(database_url: str) -> None:
    async with staged(database_url) as stage:
        her, _ = await grown(stage)
        async with stage.work() as work:
            before = await everything(work)
        assert [mark for mark in MARKS if mark not in before and mark != "83726154"] == []
        await erase(stage, her)
        async with stage.work() as work:
            assert left(await everything(work), MARKS) == []
        for raw in await raw_bytes(stage.engine, database_url):
            assert left(raw, MARKS) == []


async def test_what_is_of_others_stays(database_url: str) -> None:
    async with staged(database_url) as stage:
        her, ismail = await grown(stage)
        await erase(stage, her)
        async with stage.work() as work:
            whole = await everything(work)
            steps = (await work.tx.exec(select(PlanStep.words))).all()
            danger = (await work.tx.exec(select(Urgent.words))).one()
            notes = select(Remark.words).where(Remark.person_id == ismail)
            assert (await work.tx.exec(notes)).all() == ["Ismail wil graag nachten"]
            vacancy = (await work.tx.exec(select(Vacancy))).one()
        assert steps == ["Samen met … oefenen"]
        assert danger == "… broer slaat mij", "who is in danger is still heard"
        assert vacancy.title == "Vervanging van …"
        assert "Ismail komt morgen" in whole
        assert given.TITLE in whole  # the work she was told to be for


async def test_a_line_that_names_her_says_somebody(database_url: str) -> None:
    async with staged(database_url) as stage:
        her, _ = await grown(stage)
        await erase(stage, her)
        async with stage.work() as work:
            query = select(Message).where(col(Message.ours)).order_by(col(Message.id))
            rows = (await work.tx.exec(query)).all()
        first, second, both, waiting = (row.body or {} for row in rows[:4])
        gone, somebody = ["text", "gone-words"], ["text", "gone-somebody"]
        assert first["lines"] == [["staff-question", {"name": somebody, "words": gone}]]
        assert first["rows"] == [[["relay.7::-open", somebody]]]
        told = {"title": ["words", given.TITLE], "who": somebody, "number": ["text", "gone-number"]}
        assert second["lines"] == [["meeting-names", told]]
        assert [line[1]["name"] for line in both["lines"]] == [somebody, ["words", "Ismail"]]
        assert WAITING not in str(waiting)
        assert rows[3].outcome == outbox.WITHDRAWN, "it was still to be sent, with her name"


async def test_a_name_of_several_goes_only_near_her(database_url: str) -> None:
    """Two women of one name: what far colleagues say may be about the other one."""
    async with staged(database_url) as stage:
        her, ismail = await grown(stage)
        async with stage.work() as work:
            (await work.get(Person, ismail)).name = NAME
            outbox.heard(work, ismail, ["words", f"Ik ben {NAME}"], "web")
        await erase(stage, her)
        async with stage.work() as work:
            said = (
                await work.tx.exec(
                    select(Message).where(Message.person_id == ismail, col(Message.ours).is_(False))
                )
            ).one()
            whole = await everything(work)
        assert f"Ik ben {NAME}" in str(said.body)
        assert left(whole, ("Plantmerk", "83726154", MAIL)) == []


@pytest.mark.parametrize(
    ("name", "said", "found"),
    [
        ("Zwanila", "Met zwanila's moeder", True),
        ("Zwanila", "Zwanilalaan 3", False),
        ("Ben", "Ben je er morgen?", False),
        ("Wil", "ik wil werken", False),
        ("Kok", "Wij zoeken een kok", False),
    ],
)
def test_an_everyday_word_is_no_name(name: str, said: str, found: bool) -> None:
    assert marks.of(Person(name=name), []).in_words(said, near=True) is found


@pytest.mark.parametrize(
    "said", ["0683726154", "06-83726154", "+31 6 83 72 61 54", "(06) 837 26 154"]
)
def test_a_number_in_any_writing(said: str) -> None:
    assert marks.of(Person(phone=PHONE), []).surely(f"Bel haar op {said}.")
    assert not marks.of(Person(phone=PHONE), []).surely("Bel 06 83726155")


async def test_the_migration_says_whom_it_was_said_of(database_url: str) -> None:
    """A reply of a coach to her question, from before messages said whom they are about."""
    async with staged(database_url) as stage:
        await given.pair(stage)
        her, marloes = given.number(stage, "Fatima"), given.number(stage, "Marloes")
        async with stage.work() as work:
            match_id = (await work.tx.exec(select(Match.id))).one()
            ago = work.now - timedelta(days=2)
            for dialog, about, hours in (("relay", her, 0), ("review", match_id, 5)):
                start = ago + timedelta(hours=hours)
                work.tx.add(Talk(person_id=marloes, dialog=dialog, about=about or 0, started=start,
                                 touched=start, finished=start + timedelta(hours=1)))  # fmt: skip
            for minutes in (10, 100, 310):
                row = Message(person_id=marloes, ours=False, kind="said",
                              body={"lines": [["said", {"words": ["words", "antwoord"]}]]},
                              created=ago + timedelta(minutes=minutes))  # fmt: skip
                work.tx.add(row)
            await work.tx.flush()
            where = "services.store.migrations.versions.0013_what_was_answered_about_somebody"
            step = importlib.import_module(where)
            connection = await work.tx.connection()
            for dialogs, whom, join in step._KINDS:
                opened = step._OPEN.format(dialogs=dialogs, whom=whom, join=join)
                said = step._SAID.format(dialogs=dialogs, whom=whom, open=opened)
                await connection.execute(text(said), {"no": False})
            query = select(Message.about).where(Message.person_id == marloes)
            found = (await work.tx.exec(query.order_by(col(Message.created)))).all()
        assert found == [her, None, her]


async def long_ago(stage: Stage) -> int:
    """Fatima was erased when others' messages still held her name: her row is empty, theirs not."""
    her, _ = await grown(stage)
    async with stage.work() as work:
        person = await work.get(Person, her)
        person.name = person.full_name = person.phone = person.email = None
        person.erased = work.now
        vacancy = (await work.tx.exec(select(Vacancy))).one()
        vacancy.title, vacancy.advert, vacancy.evidence = given.TITLE, None, None
        for table in (Urgent, Remark, Survey, PlanStep):
            for row in (await work.tx.exec(select(table))).all():
                await work.tx.delete(row)  # what retention lets go of
    stage.clock.move(timedelta(days=1))
    return her


async def stage_later(stage: Stage, her: int) -> None:
    """She is erased as people are now, and the round comes by."""
    stage.clock.move(timedelta(days=1))
    await erase(stage, her)
    report = await retention.carry_out(entering(stage))
    assert "erased-before-0.2" not in report.done


def entering(stage: Stage) -> Any:
    return stage.work


async def test_who_was_erased_before_0_2_is_swept_from_messages(database_url: str) -> None:
    async with staged(database_url) as stage:
        await long_ago(stage)
        async with stage.work() as work:
            before = await everything(work)
            assert [mark for mark in ("Zwanila", "merkvraag", WAITING) if mark not in before] == []
        report = await retention.carry_out(entering(stage))
        assert report.done["erased-before-0.2"] >= 6
        assert any(line.startswith("erased-before-0.2") for line in report.lines)
        async with stage.work() as work:
            whole = await everything(work)
            rows = (await work.tx.exec(select(Message).order_by(col(Message.id)))).all()
        assert left(whole, (*MARKS, WAITING)) == []
        for raw in await raw_bytes(stage.engine, database_url):
            assert left(raw, (*MARKS, WAITING)) == []
        assert given.TITLE in whole
        both = next(row.body for row in rows if len((row.body or {}).get("lines", [])) == 2)
        assert [line[1]["name"] for line in both["lines"]] == [GONE_NAME, ["words", "Ismail"]]
        waiting = [row for row in rows if row.outcome == outbox.WITHDRAWN]
        assert len(waiting) == 1, "it was still to be sent"
        again = await retention.carry_out(entering(stage))
        assert "erased-before-0.2" not in again.done


async def test_where_nobody_was_erased_then_nothing_is_swept(database_url: str) -> None:
    async with staged(database_url) as stage:
        her, _ = await grown(stage)
        async with stage.work() as work:
            await audit.note(work, "login", actor=her)
        await stage_later(stage, her)
        async with stage.work() as work:
            assert "Ismail komt morgen" in await everything(work)
