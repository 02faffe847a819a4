"""Nothing is asked, and somebody tells something: what they say is the beginning, or a change.

Who is new begins with what they told already; a jobseeker's profile is read back with what is
different now; an employer who looks for somebody reports a vacancy. Nothing counts before the
summary was confirmed.
"""

from __future__ import annotations

import re

from dialogs import talks
from dialogs.beside import beside
from dialogs.model import Line
from dialogs.presenting import State
from dialogs.registry import FORMS
from services import employers, vocabulary
from services.jobseekers import profiles
from services.store.models import Jobseeker, Person
from services.understanding import Wish, utterance
from services.unit_of_work import Work

NO_TITLE = re.compile(
    r"vacature|personeel|medewerkers?\b|werkgever|iemand|mensen|vacanc|staff|\?", re.IGNORECASE
)
MOST_TITLE = 40  # signs of what work is called in passing
_SOMEBODY = re.compile(
    r"\b(?:zoek|zoeken|looking for|need)\b(?!.*\b(?:werk|baan|job|work|als"
    r"|as)\b) (?:\w+ )?(?:een|a|an|\d)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"\b(?:i|i'm|am|looking|job|my|the|and|please)\b", re.IGNORECASE)
_DUTCH = re.compile(r"\b(?:ik|zoek|wil|de|het|een|en|werk)\b", re.IGNORECASE)


async def through(
    work: Work, person: Person, words: str, wants: list[Wish]
) -> tuple[Line, ...] | None:
    """What is said before the question that now is open; None when this opens nothing."""
    kinds = {wish.kind for wish in wants}
    jobseeker = await work.tx.get(Jobseeker, person.id)
    employer = await employers.of_person(work, person.id or 0)
    if employer is not None:
        return await _reports(work, person, words) if "staff" in kinds else None
    if jobseeker is not None:
        return None if "search" in kinds else await _changes(work, person, jobseeker, words)
    return await _begins(work, person, words, kinds)


async def _begins(
    work: Work, person: Person, words: str, kinds: set[str]
) -> tuple[Line, ...] | None:
    """Somebody new: which side they are on, and all they told already."""
    if "staff" in kinds or _seeks_somebody(words, person.language):
        person.formal = True
        await talks.begin(work, person.id or 0, "employer", 0)
        return ()
    if "search" in kinds and "seeker" not in kinds:
        return None
    if _ENGLISH.search(words) and not _DUTCH.search(words):
        person.language = "en"
    talk = await talks.begin(work, person.id or 0, "jobseeker", 0)
    world = await talks.world(work, person, talk)
    heard = world.hear(words, "", idle=True)
    form = FORMS["jobseeker"]
    state, noted = beside(form, State(), "", heard, world)
    if not noted and not state.drafts and "seeker" not in kinds:
        talks.finish(work, talk)
        return None
    talks.keep(work, talk, form, state)
    return (Line("jobseeker-intro", world.facts), *noted)


def _seeks_somebody(words: str, language: str) -> bool:
    """Who looks for somebody: "ik zoek een schoonmaker" names a person, and no work."""
    if not _SOMEBODY.search(words):
        return False
    found = vocabulary.normalise("occupation", utterance.title(words), language, 1)
    return bool(found) and found[0].sure


async def _changes(
    work: Work, person: Person, jobseeker: Jobseeker, words: str
) -> tuple[Line, ...] | None:
    """What is different now, read back with everything else before it counts."""
    talk = await talks.begin(work, person.id or 0, "jobseeker", 0)
    world = await talks.world(work, person, talk)
    form, known = FORMS["jobseeker"], State(profiles.answers_of(person, jobseeker))
    state, noted = beside(form, known, None, world.hear(words, "", idle=True), world)
    if not noted and state.again is None:
        talks.finish(work, talk)
        return None
    talks.keep(work, talk, form, state)
    return noted


async def _reports(work: Work, person: Person, words: str) -> tuple[Line, ...]:
    """A vacancy, begun with what it is called and what else was said of it."""
    talk = await talks.begin(work, person.id or 0, "vacancy", 0)
    world = await talks.world(work, person, talk)
    heard = world.hear(words, "", idle=True)
    named = (
        heard.title if len(heard.title) <= MOST_TITLE and not NO_TITLE.search(heard.title) else ""
    )
    answers = {"source": "ask", "title": named} if named else {}
    form = FORMS["vacancy"]
    state, noted = beside(form, State(answers), "title", heard, world)
    talks.keep(work, talk, form, state)
    return noted
