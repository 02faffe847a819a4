"""Danger goes before everything (danger-first): what is said when somebody may be in danger.

Words are heard before anything else reads them. What was typed is no answer to the question that
is open, and does not stand in the conversation; the question waits until the person goes on.
"""

from __future__ import annotations

from datetime import timedelta

from dialogs import care, talks
from dialogs.model import Line, Say
from dialogs.questions_given import LONG
from services import adverts, employers
from services.help import urgent
from services.messages import outbox
from services.store.models import Inbox, Person, Staff, Talk
from services.texts import refs
from services.understanding import danger
from services.unit_of_work import Work

TO_A_PERSON = ("ask",)  # dialogs in which one tells a person how one feels
WITH_ADVERTS = ("vacancy", "employer")


async def comes_first(work: Work, person: Person, event: Inbox) -> bool:
    """Was this about danger, and has it been answered? Then nothing else may read it."""
    words = str((event.payload or {}).get("words") or "")
    if not words:
        return False
    talk = await talks.current(work, person.id or 0)
    found = danger.hear(words, advert=await _may_be_advert(work, person, talk, words))
    if found is None or await work.tx.get(Staff, person.id) is not None:
        await _not_about_that(work, person, talk, words)
        return False
    if found.level == "sad" and talk is not None and talk.dialog in TO_A_PERSON:
        return False
    if talk is not None and talk.dialog == care.care.name:
        talks.finish(work, talk)
    said = "danger-said" if found.level != "sad" else "danger-sad-said"
    outbox.heard(work, person.id or 0, refs.text(said), event.channel)
    if found.level == "sad":
        rows = (care.command("coach"), care.command("go-on"))
        care.tell(work, person, Say((Line("danger-sad"),), rows))
        return True
    lead_only = found.kind == "threat" and (
        found.staff or await urgent.names_a_helper(work, person.id or 0, words)
    )
    row = await urgent.keep(work, person.id or 0, found.kind, words, lead_only=lead_only)
    if found.level == "unclear":
        if talk is not None:
            talk.touched -= timedelta(seconds=1)  # the newest talk goes on first: the other waits
        if found.kind == "suicide":  # asking does no harm, a number missed may
            care.tell(work, person, Say((Line("danger-unclear", care.numbers(work)),)))
        outbox.open_dialog(work, person.id or 0, care.care.name, row.id or 0)
    else:
        await care.answer(work, person, row)
    return True


async def _may_be_advert(work: Work, person: Person, talk: Talk | None, words: str) -> bool:
    """Long words of an employer, where an advert is asked for or may be pasted."""
    if len(words) < LONG or (talk is not None and talk.dialog not in WITH_ADVERTS):
        return False
    known = await employers.of_person(work, person.id or 0)
    return (talk is not None or known is not None) and adverts.unfit(words) in (None, "long")


async def _not_about_that(work: Work, person: Person, talk: Talk | None, words: str) -> None:
    """Asked how they are, somebody goes on with something else: then that is what is read."""
    if talk is None or talk.dialog != care.care.name:
        return
    choices: list[tuple[str, refs.Ref]] = [
        (code, refs.text(f"{care.care.name}-well.{code}")) for code in ("yes", "no")
    ]
    choices += [(code, refs.text(f"dialog-commands.{code}")) for code in ("hint", "back")]
    world = await talks.world(work, person, talk)
    if world.choose(words, choices) is None:
        await urgent.drop(work, talk.about)
        talks.finish(work, talk)
