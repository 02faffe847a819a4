"""What staff typed, read before it is kept (raw-words): shown back without what may never be.

Every form of the console passes here. What may never be kept comes back as "this we do not keep,
this is how it becomes", to be kept so or changed; contact data of somebody asks for a second yes.
Nothing that was typed is lost, and no script is needed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.web.console.page import Page, came_from, page
from services.rights import Viewer
from services.understanding import guard
from services.unit_of_work import Work

WORDS = re.compile(r"words|goal|place|step-\d{1,2}")  # the fields that take somebody's own words
MOST = 4000  # signs of a field that a form reads
CONTACTS_TOO = "contacts_too"  # the second yes
# Where a number or address is what the form is for: appointments, employers and their vacancies.
WITH_CONTACTS = re.compile(r"/console/(?:afspraken|werkgevers|vacatures)/|.*/afspraak$")


@dataclass(frozen=True)
class Read:
    """One field: its words as typed, as they may be kept, what goes, and why (guard-…)."""

    name: str
    typed: str
    clean: str
    gone: tuple[str, ...]
    reasons: tuple[str, ...]


def reading(handler: Page) -> Page:
    """The same action, once what was typed may be kept as it is."""

    async def read(request: web.Request, work: Work, who: Viewer) -> web.StreamResponse:
        posted = await request.post()
        fields = [(name, said) for name, said in posted.items() if isinstance(said, str)]
        never = _read(fields, own_contact=True)
        asks = CONTACTS_TOO not in posted and not WITH_CONTACTS.match(request.path)
        contacts = _read(fields, own_contact=False) if asks else {}
        if not never and not contacts:
            return await handler(request, work, who)
        context = {
            "fields": [each for each in fields if each[0] not in ("form_token", CONTACTS_TOO)],
            "read": {**never, **contacts},
            "never": never,
            "asks": contacts != never and bool(contacts),
            "asked": CONTACTS_TOO in posted,
            "address": request.path_qs,
            "back": came_from(request),
        }
        return await page(request, work, who, "console/typed.html", context, status=422)

    return read


def _read(fields: list[tuple[str, str]], *, own_contact: bool) -> Mapping[str, Read]:
    """The fields in which something may not be kept, by their name."""
    found: dict[str, Read] = {}
    for name, said in fields:
        if not WORDS.fullmatch(name):
            continue
        checked = guard.check(said[:MOST], own_contact=own_contact or name == "place")
        if checked.found:
            found[name] = Read(name, said, checked.clean, *_why(said, checked))
    return found


def _why(said: str, checked: guard.Checked) -> Any:
    gone = dict.fromkeys(said[each.start : each.end] for each in checked.found)
    return tuple(gone), tuple(
        dict.fromkeys(f"guard-{guard.reason(each)}" for each in checked.found)
    )
