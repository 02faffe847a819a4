"""A profile: what is stored, and what comes back to be read and changed."""

from __future__ import annotations

from sqlmodel import select

from bot.stage import staged
from services.jobseekers import profiles
from services.store.models import Jobseeker, Match, Person
from services.texts import render
from tests.services.privacy.test_privacy import profile


async def test_languages_are_stored_as_matching_reads_them(database_url: str) -> None:
    async with staged(database_url) as stage:
        number = await profile(stage)
        async with stage.work() as work:
            from services.messages import outbox

            outbox.open_dialog(work, number, "languages")
        await stage.worker.drain()
        await stage.says("Fatima", "engels en arabisch")
        async with stage.work() as work:
            row = await work.get(Jobseeker, number)
            assert row.profile["languages"] == {"en": "good", "ar": "good"}
            answers = profiles.answers_of(await work.get(Person, number), row)
            assert answers["languages"] == ["en", "ar"]
            assert render.render("nl", profiles.shown("languages", answers["languages"]))
        assert await stage.parked() == []  # matched with it, Dutch unknown


async def test_no_other_language_is_an_answer_too(database_url: str) -> None:
    async with staged(database_url) as stage:
        number = await profile(stage)
        async with stage.work() as work:
            person = await work.get(Person, number)
            await profiles.save_visit(work, person, 0, {"languages": ["none"]})
        await stage.worker.drain()
        async with stage.work() as work:
            row = await work.get(Jobseeker, number)
            assert row.profile["languages"] == {}
            assert profiles.answers_of(person, row)["languages"] == ["none"]
            assert (await work.tx.exec(select(Match))).all() == []
        assert await stage.parked() == []


async def test_own_words_are_sealed_and_not_matched(database_url: str) -> None:
    async with staged(database_url) as stage:
        number = await profile(stage)
        async with stage.work() as work:
            person = await work.get(Person, number)
            await profiles.save_visit(work, person, 0, {"done": ["cleaner", "=lama’s hoeden"]})
        async with stage.work() as work:
            row = await work.get(Jobseeker, number)
            assert row.profile["done"] == ["cleaner"]
            assert row.said == {"done": ["lama’s hoeden"]}
            found = profiles.answers_of(await work.get(Person, number), row)["done"]
            assert found == ["cleaner", "=lama’s hoeden"]
            connection = await work.tx.connection()
            raw = (await connection.exec_driver_sql("SELECT said FROM jobseeker")).scalar()
            assert b"lama" not in bytes(raw)
