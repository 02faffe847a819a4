"""Each consent that is declared can be taken back by her in the chat, and it works at once."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from sqlmodel import col, select

from bot.stage import Stage, staged
from services import texts
from services.jobseekers import plans, profiles
from services.matches import cards
from services.messages import outbox
from services.privacy import consents, taking_back
from services.store.models import Jobseeker, Match, Message, Person, Plan, Vacancy
from services.texts import refs
from tests import given

LABELS = {
    "list": "In de lijst voor werkgevers staan",
    "card": "Een kaart zonder naam voor Bakkerij Hoekstra",
    "name": "Naam en nummer gegeven aan Bakkerij Hoekstra",
    "plan": "Akkoord met het plan",
    "helps": "Een werkgever mag lezen wat je helpt",
}


@pytest.fixture
async def stage(database_url: str) -> AsyncIterator[Stage]:
    async with staged(database_url) as running:
        yield running


async def agrees(stage: Stage) -> None:
    """She said yes to everything there is, and messages about her wait for Hans."""
    match_id = await given.pair(stage)
    plan_id = await given.plan(stage)
    her, hans = given.number(stage, "Fatima"), given.number(stage, "Hans")
    async with stage.work() as work:
        person = await work.get(Person, her)
        await plans.agree(work, plan_id, actor=her)
        await profiles.set_visibility(work, her, shown=True, actor=her)
        await profiles.save_visit(work, person, 0, {"helps": ["buddy"], "share_helps": "yes"})
        first = await work.get(Match, match_id)
        jobseeker, vacancy = (
            await work.get(Jobseeker, her),
            await work.get(Vacancy, first.vacancy_id),
        )
        other = Vacancy(**vacancy.model_dump(exclude={"id", "title"}), title="afwasser")
        work.tx.add(other)
        await work.tx.flush()
        for state, origin, of in (("introduced", "program", other.id),):
            row = Match(jobseeker_id=her, vacancy_id=of or 0, state=state, origin=origin)
            row.reasons, row.created, row.since = first.reasons, work.now, work.now
            work.tx.add(row)
        card = cards.anonymous(jobseeker, vacancy)
        body = outbox.line("meeting-answer", title=refs.words("afwasser"), card=card)
        outbox.tell(work, hans, body, about=her)


async def now(stage: Stage) -> dict[str, bool]:
    async with stage.work() as work:
        found = await consents.of(work, given.number(stage, "Fatima"))
    return {each.kind: each.given for each in found}


async def waiting(stage: Stage) -> list[str]:
    """What still waits to be said to Hans about her."""
    async with stage.work() as work:
        query = select(Message).where(
            Message.person_id == given.number(stage, "Hans"),
            Message.about == given.number(stage, "Fatima"),
            col(Message.sent).is_(None),
            col(Message.dead).is_(None),
        )
        return [str(row.body) for row in (await work.tx.exec(query)).all()]


def test_every_kind_has_a_way_and_a_label() -> None:
    assert set(taking_back.WAYS) == set(consents.KINDS) == set(LABELS)


@pytest.mark.parametrize("kind", consents.KINDS)
async def test_it_is_taken_back_at_once(stage: Stage, kind: str) -> None:
    await agrees(stage)
    assert await now(stage) == dict.fromkeys(consents.KINDS, True)
    assert any("card-helps" in each for each in await waiting(stage))
    await stage.says("Fatima", "mijn toestemming")
    await stage.says("Fatima", f"[{LABELS[kind]}]")
    await stage.says("Fatima", "[Ja, neem terug]")
    assert "Goed." in "\n".join(await stage.hears("Fatima"))
    assert not (await now(stage)).get(kind, False)
    assert await stage.parked() == []
    async with stage.work() as work:
        her = await work.get(Jobseeker, given.number(stage, "Fatima"))
        states = {m.vacancy_id: m.state for m in (await work.tx.exec(select(Match))).all()}
        (plan,) = (await work.tx.exec(select(Plan))).all()
    if kind == "list":
        assert not her.shown_by_self
    if kind == "card":
        assert sorted(states.values()) == ["invited", "withdrawn"]
        assert not any("card-helps" in each for each in await waiting(stage)), "still to be sent"
    if kind == "name":
        assert sorted(states.values()) == ["introduced", "withdrawn"]
        assert "Wilt u die weggooien?" in "\n".join(await stage.hears("Hans"))
    if kind == "plan":
        assert (plan.state, plan.agreed_by_jobseeker) == ("draft", None)
        assert "Ik neem mijn ja tegen dit plan terug." in "\n".join(await stage.hears("Marloes"))
    if kind == "helps":
        assert her.profile["share_helps"] == "no"
        assert not any("card-helps" in each for each in await waiting(stage))


async def test_what_employers_asked_from_the_list_goes_no_further(stage: Stage) -> None:
    await agrees(stage)
    async with stage.work() as work:
        rows = (await work.tx.exec(select(Match).order_by(col(Match.id)))).all()
        rows[1].state, rows[1].origin = "proposed", "employer"
    await stage.says("Fatima", "mijn toestemming")
    await stage.says("Fatima", f"[{LABELS['list']}]")
    await stage.says("Fatima", "[Ja, neem terug]")
    async with stage.work() as work:
        rows = (await work.tx.exec(select(Match).order_by(col(Match.id)))).all()
    assert [row.state for row in rows] == ["invited", "withdrawn"]


async def test_no_leaves_it_and_an_old_button_is_told_kindly(stage: Stage) -> None:
    await agrees(stage)
    await stage.says("Fatima", "mijn toestemming")
    await stage.says("Fatima", f"[{LABELS['list']}]")
    await stage.says("Fatima", "[Nee, laat het zo]")
    assert (await now(stage))["list"]
    press = {"kind": "pick", "press": "takeback::-open"}
    await stage.gives("Fatima", press)
    await stage.says("Fatima", "[Ja, neem terug]")
    assert "Je staat niet meer in de lijst." in "\n".join(await stage.hears("Fatima"))
    assert not (await now(stage))["list"]
    await stage.gives("Fatima", press)
    assert texts.text("nl", "dialog-over") in "\n".join(await stage.hears("Fatima"))
    assert await stage.parked() == []


async def test_what_is_left_to_press_is_named_only_when_there_is_something(stage: Stage) -> None:
    await agrees(stage)
    await stage.says("Fatima", "waar zei ik ja tegen")
    assert "Druk erop." in "\n".join(await stage.hears("Fatima"))
    await stage.says("Fatima", f"[{LABELS['list']}]")
    await stage.says("Fatima", "ja neem maar terug")
    assert "Je staat niet meer in de lijst." in "\n".join(await stage.hears("Fatima"))
    her = given.number(stage, "Fatima")
    async with stage.work() as work:
        person = await work.get(Person, her)
        while left := [each for each in await consents.of(work, her) if each.given]:
            await taking_back.take_back(work, person, left[0].kind, left[0].about)
    await stage.hears("Fatima")
    await stage.says("Fatima", "waar zei ik ja tegen")
    told = "\n".join(await stage.hears("Fatima"))
    assert "Hier zei je ja of nee tegen:" in told
    assert "Druk erop." not in told


async def test_a_press_on_a_consent_is_no_nameless_message(stage: Stage) -> None:
    await agrees(stage)
    await stage.says("Fatima", "mijn toestemming")
    await stage.gives("Fatima", {"kind": "pick", "press": "takeback::-open"})
    her = given.number(stage, "Fatima")
    async with stage.work() as work:
        query = select(Message).where(Message.person_id == her, col(Message.ours).is_(False))
        last = (await work.tx.exec(query.order_by(col(Message.id).desc()))).first()
    assert last is not None
    assert "dialog-commands.open" in str(last.body)
