"""How a person is named to a colleague in a chat: by first name and initial, and nothing more.

A chat lies on a phone, in a push message, at a channel of somebody else. The full name, telephone
and e-mail stand in the console, which asks for a second factor. services/messages/naming.py uses
this for every message whose reader works here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from services.store.models import Person
from services.texts import refs
from services.texts.refs import Ref
from services.understanding import guard

NUMBER: Ref = refs.text("contact-in-console")
SHORTEST = 3  # letters of a last name that is sought in words of others
_TITLES = re.compile(r"(?i)^(?:dhr|mevr|mw|mr|mrs|ms|de heer|mevrouw|meneer)\.?\s+")


def name(person: Person) -> str:
    """First name and the initial of the last: "Fatima A."."""
    called = _TITLES.sub("", guard.without_contacts(person.name or person.full_name or "?"))
    first = called.split()[0] if called.split() else "?"
    last = _last(person)
    return f"{first} {last[0]}." if last and last.casefold() != first.casefold() else first


def _last(person: Person) -> str:
    """The last word of the longest name somebody has; "" for who has one word."""
    for given in (person.full_name, person.name):
        words = guard.without_contacts(given or "").split()
        if len(words) > 1 and words[-1][0].isalpha():
            return words[-1]
    return ""


def words(said: str, people: Iterable[Person]) -> str:
    """What somebody wrote, without telephone or e-mail, and these people as they are named here."""
    said = guard.without_contacts(said)
    for person in people:
        for pattern, instead in _patterns(person):
            said = pattern.sub(instead.replace("\\", ""), said)
    return said


def _patterns(person: Person) -> Iterator[tuple[re.Pattern[str], str]]:
    brief = name(person)
    for full in {person.full_name, person.name}:
        if full and len(full.split()) > 1:
            spaced = r"\s+".join(map(re.escape, full.split()))
            yield re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE), brief
    last = _last(person)
    if len(last) >= SHORTEST:
        yield re.compile(rf"(?<!\w){re.escape(last)}(?!\w)"), f"{last[0]}."
