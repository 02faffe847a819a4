"""All that is kept about somebody, as they read it themselves (AVG 15): in the chat and on a page.

What is theirs and what others wrote about them stands here as it is; of others their name and role
at most. tests/services/privacy/test_overview.py holds every column to it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from services.privacy.overview import ongoing, recorded, told, trail
from services.privacy.overview.model import Entry, Section, heading, named, noted
from services.store.models import Person
from services.unit_of_work import Work

__all__ = ["SECTIONS", "Entry", "Section", "heading", "noted", "of"]

Part = Callable[[Work, Person], Awaitable[list[Entry]]]
SECTIONS: Mapping[str, tuple[Part, ...]] = {
    "who": (told.identity, told.guidance),
    "told": (told.profile,),
    "recorded": (recorded.dossier, recorded.remarks, recorded.documents, recorded.danger),
    "consents": (trail.agreed,),
    "plan": (ongoing.plans,),
    "matches": (ongoing.matches, ongoing.meetings),
    "work": (ongoing.placements, ongoing.check_ins, ongoing.opinions),
    "asked": (recorded.requests,),
    "looks": (trail.looks,),
    "history": (trail.happened, trail.at_the_door, trail.reminders, trail.unfinished),
    "doors": (told.ways_in,),
    "messages": (trail.messages,),
}


async def of(work: Work, person: Person, *only: str) -> list[Section]:
    """Everything in its sections, or some of them by their codes."""
    sections = []
    for code in only or tuple(SECTIONS):
        entries = [entry for part in SECTIONS[code] for entry in await part(work, person)]
        sections.append(Section(code, entries))
    return await named(work, person.id or 0, sections)
