"""What is kept about somebody, as it is shown to them: sections of entries, all references."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from services.clock import AMSTERDAM
from services.privacy import looking
from services.texts import refs
from services.texts.refs import Ref
from services.unit_of_work import Work


@dataclass(frozen=True)
class Entry:
    """One thing that is kept: what it is, how it stands, and who wrote it down when."""

    label: Ref
    value: Ref
    by: int | None = None  # a person; 0 the program; None: nobody to name
    at: datetime | date | None = None
    who: Ref | None = None  # `by` in words


@dataclass(frozen=True)
class Section:
    """What belongs together under one heading."""

    code: str
    entries: Sequence[Entry]


def fact(name: str, value: Ref | None, **more: Any) -> list[Entry]:
    """A field by its label; nothing when there is nothing."""
    return [Entry(refs.text(f"data-label.{name}"), value, **more)] if value else []


def words(said: str | None) -> Ref | None:
    """Words as they were written."""
    return refs.words(said) if said else None


def when(moment: datetime | None) -> Ref | None:
    """A day with its year, and a time in the Netherlands."""
    if moment is None:
        return None
    local = moment.astimezone(AMSTERDAM)
    told = {"day": day(local.date()), "clock": refs.words(f"{local:%H:%M}")}
    return refs.text("data-moment", **told)


def day(on: date | None) -> Ref | None:
    """A day."""
    return refs.day(on) if on else None


def yes_no(said: bool | None) -> Ref | None:
    """Yes or no; nothing while it was never said."""
    return None if said is None else refs.text(f"data-yes-no.{('yes' if said else 'no')}")


def parts(text: str, **args: Ref | None) -> Ref:
    """Lines of what is known of one thing: each a text `data-part-…` with its value."""
    known = [refs.text(f"data-part-{text}.{name}", value=ref) for name, ref in args.items() if ref]
    return refs.bullets(*known) if known else refs.words("–")


async def named(work: Work, person_id: int, sections: Iterable[Section]) -> list[Section]:
    """The same with who wrote each entry in words, as somebody themselves may read it."""
    found = list(sections)
    ids = {entry.by for section in found for entry in section.entries if entry.by}
    names = await looking.names(work, ids)
    return [
        replace(
            section,
            entries=[replace(e, who=who(e.by, person_id, names)) for e in section.entries],
        )
        for section in found
    ]


def who(by: int | None, person_id: int, names: Mapping[int, tuple[str, str]]) -> Ref | None:
    """A colleague by name and role, an employer by the company, oneself, or the program."""
    if by is None:
        return None
    if by == person_id:
        return refs.text("data-by.self")
    role, name = names.get(by, ("", ""))
    if not role:
        return refs.text("data-by.other" if by else "data-by.program")
    if role == "employer":
        return refs.words(name)
    return refs.text("data-by.staff", name=refs.words(name), role=refs.text(f"role-{role}"))


def heading(section: str) -> Ref:
    """What a section is called."""
    return refs.text(f"data-section.{section}")


def noted(entry: Entry) -> Ref:
    """What an entry says, with who wrote it down and when."""
    bare = entry.value == refs.words("")
    told = {"label": entry.label, "value": entry.value}
    said = (
        refs.text("data-line-bare", label=entry.label) if bare else refs.text("data-line", **told)
    )
    at = when(entry.at) if isinstance(entry.at, datetime) else day(entry.at)
    if entry.who and at:
        return refs.text("data-noted-on", what=said, by=entry.who, at=at)
    if entry.who:
        return refs.text("data-noted", what=said, by=entry.who)
    return refs.text("data-noted-day", what=said, at=at) if at else said
