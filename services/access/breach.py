"""A data breach: whom did an account, a code or an address reach, lock it, whom to inform.

AVG art. 33: the Autoriteit Persoonsgegevens within 72 hours; art. 34: the people themselves when
the risk for them is high. Numbers only: names are with the coaches, who inform them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, select

from services import audit
from services.access import cutting, sessions
from services.staff import colleagues
from services.store.models import Audit, Jobseeker, Person, Staff
from services.unit_of_work import Work

DUTY = timedelta(hours=72)


@dataclass(frozen=True)
class Suspect:
    """What may be in wrong hands: an account by number, codes or an address by their marks."""

    account: int | None = None
    codes: tuple[str, ...] = ()
    address: str = ""

    @property
    def known(self) -> bool:
        """Is there anything to look for?"""
        return bool(self.account or self.codes or self.address)


async def suspect(
    work: Work, *, account: int | None = None, code: str = "", ip: str = ""
) -> Suspect:
    """The same, from what somebody knows: a number, the code itself, the address itself."""
    marks = tuple(map(audit.code_mark, sessions.keys_of(code))) if code else ()
    return Suspect(account or None, marks, audit.address_mark(ip))


@dataclass(frozen=True)
class Reached:
    """Somebody whose data were shown, and who informs them."""

    person_id: int
    times: int
    first: datetime
    last: datetime
    pages: tuple[str, ...]
    team: str = ""
    coach_id: int | None = None
    coach: str = ""


async def reached(
    work: Work, suspect: Suspect, since: datetime, until: datetime | None = None
) -> list[Reached]:
    """Everybody whose data this account, code or address saw in a period, most seen first."""
    rows = await _rows(work, suspect, since, until)
    seen: dict[int, list[Audit]] = {}
    accounts = {row.actor_id for row in rows}
    for row in rows:
        for person_id in row.people:
            if person_id not in accounts:
                seen.setdefault(person_id, []).append(row)
    coaches = await _coaches(work, list(seen))
    found = [
        Reached(
            person_id,
            len(times),
            times[0].at,
            times[-1].at,
            tuple(sorted({row.page or row.kind for row in times})),
            *coaches.get(person_id, ("", None, "")),
        )
        for person_id, times in seen.items()
    ]
    return sorted(found, key=lambda each: (-each.times, each.person_id))


async def _rows(
    work: Work, suspect: Suspect, since: datetime, until: datetime | None
) -> Sequence[Audit]:
    """What it did; whoever came in with a code did what that account did from then on."""
    if not suspect.codes:
        given = {"actor": suspect.account, "address": suspect.address}
        return await audit.found(work, since=since, until=until, **given)  # type: ignore[arg-type]
    rows: dict[int, Audit] = {}
    for code in suspect.codes:
        for row in await audit.found(work, since=since, until=until, code=code):
            rows[row.id or 0] = row
            if row.kind == "login" and row.actor_id:
                after = await audit.found(work, since=row.at, until=until, actor=row.actor_id)
                rows |= {each.id or 0: each for each in after}
    return [rows[number] for number in sorted(rows)]


def cells(each: Reached) -> tuple[str, ...]:
    """One person as a line of a list."""
    first, last = (when.isoformat(timespec="minutes") for when in (each.first, each.last))
    coach = f"{each.coach_id or ''}"
    return str(each.person_id), str(each.times), first, last, each.team, coach, " ".join(each.pages)


async def _coaches(work: Work, ids: Sequence[int]) -> dict[int, tuple[str, int | None, str]]:
    query = (
        select(Jobseeker.person_id, Jobseeker.team, Jobseeker.coach_id, Person.name)
        .outerjoin(Person, col(Person.id) == col(Jobseeker.coach_id))
        .where(col(Jobseeker.person_id).in_(ids))
    )
    return {row[0]: (row[1], row[2], row[3] or "") for row in (await work.tx.exec(query)).all()}


async def lock(work: Work, account: int, actor: int | None) -> None:
    """Shut an account at once: visits, phones, logins and codes; staff open nothing any more."""
    if await work.tx.get(Person, account) is None:
        raise LookupError("no such account")
    if await work.tx.get(Staff, account) is not None:
        await colleagues.shut(work, account, actor)
    await cutting.shut(work, account, actor, cutting.BREACH)
    await audit.note(work, "locked", actor=actor, people=[account])
