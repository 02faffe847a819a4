"""Which rows are too old: the conditions of the table of periods, given the moment of the cut."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, String, and_, cast, exists, or_
from sqlmodel import col

from services import matches
from services.store.models import (
    Change,
    CheckIn,
    Contact,
    Employer,
    Event,
    Inbox,
    Jobseeker,
    Match,
    Meeting,
    Person,
    Placement,
    Plan,
    Survey,
    Talk,
    Vacancy,
)
from services.unit_of_work import Work

Condition = ColumnElement[bool]
GONE = tuple(sorted(matches.ENDED - {"placed"}))
STANDING = ("visibility",)  # events that say what holds now, as long as the person is here
_HERE = exists().where(col(Jobseeker.person_id) == col(Event.person_id))


def before(column: Any) -> Any:
    """Rows of which this moment lies before the cut."""
    return lambda work, cut: col(column) < cut


def over(with_consent: bool) -> Any:
    """Matches that ended without work; with consent: both sides had said yes to each other."""
    agreed = col(Match.agreed).is_not(None) if with_consent else col(Match.agreed).is_(None)

    def condition(work: Work, cut: datetime) -> Condition:
        return and_(col(Match.state).in_(GONE), col(Match.since) < cut, agreed)

    return condition


def bare(with_consent: bool) -> Any:
    """The same, with something in them that tells about the person."""
    ended_ = over(with_consent)

    def condition(work: Work, cut: datetime) -> Condition:
        told = or_(cast(Match.reasons, String) != "{}", col(Match.score) != 0)
        return and_(ended_(work, cut), told)

    return condition


def free(with_consent: bool) -> Any:
    """The same, of vacancies that are closed: an open one must not be proposed once more."""
    ended_ = over(with_consent)

    def condition(work: Work, cut: datetime) -> Condition:
        return and_(ended_(work, cut), ~placed_from_match(), closed_vacancy())

    return condition


def placed_from_match() -> Condition:
    """Did work begin from this match?"""
    return exists().where(col(Placement.match_id) == col(Match.id))


def closed_vacancy() -> Condition:
    """Is the vacancy of this match no longer open?"""
    return exists().where(col(Vacancy.id) == col(Match.vacancy_id), col(Vacancy.status) != "open")


def of_over(with_consent: bool) -> Any:
    """Appointments of such matches that still say where, and what to bring."""
    ended_ = over(with_consent)

    def condition(work: Work, cut: datetime) -> Condition:
        told = or_(col(Meeting.place).is_not(None), col(Meeting.words).is_not(None))
        return and_(told, exists().where(col(Match.id) == col(Meeting.match_id), ended_(work, cut)))

    return condition


def held_long_ago(_: Work, cut: datetime) -> Condition:
    """Appointments that still say where, long after they were."""
    told = or_(col(Meeting.place).is_not(None), col(Meeting.words).is_not(None))
    return and_(told, col(Meeting.starts) < cut)


def ended(work: Work, cut: datetime) -> Condition:
    """Work that ended before the cut."""
    return col(Placement.ended) < cut.date()


def answers(work: Work, cut: datetime) -> Condition:
    """Questions of the aftercare of such work."""
    return exists().where(col(Placement.id) == col(CheckIn.placement_id), ended(work, cut))


def named(work: Work, cut: datetime) -> Condition:
    """Such work that still says whose it was."""
    named = or_(col(Placement.jobseeker_id) > 0, col(Placement.match_id).is_not(None))
    return and_(ended(work, cut), named)


def placed_match(_: Work, cut: datetime) -> Condition:
    """Matches of such work, once it is of nobody."""
    return and_(col(Match.state) == "placed", col(Match.since) < cut, ~placed_from_match())


def left_open(_: Work, cut: datetime) -> Condition:
    """Vacancies that nobody closed, long after their last day and the last change."""
    last = or_(col(Vacancy.expires).is_(None), col(Vacancy.expires) < cut.date())
    return and_(col(Vacancy.status) == "open", last, col(Vacancy.updated) < cut)


def closed(_: Work, cut: datetime) -> Condition:
    """Vacancies that closed before the cut."""
    return and_(col(Vacancy.status) != "open", col(Vacancy.updated) < cut)


def told(work: Work, cut: datetime) -> Condition:
    """Such vacancies that still hold words."""
    words = (
        col(Vacancy.advert).is_not(None),
        col(Vacancy.evidence).is_not(None),
        col(Vacancy.doubts).is_not(None),
        cast(Vacancy.answer, String) != "{}",
    )
    return and_(closed(work, cut), or_(*words))


def alone(work: Work, cut: datetime) -> Condition:
    """Such vacancies that no match and no work points to."""
    matched = exists().where(col(Match.vacancy_id) == col(Vacancy.id))
    placed = exists().where(col(Placement.vacancy_id) == col(Vacancy.id))
    return and_(closed(work, cut), ~matched, ~placed)


def left_employer(_: Work, cut: datetime) -> Condition:
    """Employers with nobody who speaks for them, no vacancy and no work."""
    pointing = (Contact.employer_id, Vacancy.employer_id, Placement.employer_id)
    used = (exists().where(col(each) == col(Employer.id)) for each in pointing)
    return and_(col(Employer.created) < cut, *(~each for each in used))


def unfinished(_: Work, cut: datetime) -> Condition:
    """Talks that were left."""
    return and_(col(Talk.finished).is_(None), col(Talk.touched) < cut)


def finished(_: Work, cut: datetime) -> Condition:
    """Talks that were ended."""
    return and_(col(Talk.finished).is_not(None), col(Talk.touched) < cut)


def handled(_: Work, cut: datetime) -> Condition:
    """What came in and was handled, or was put aside and never tried again."""
    settled = or_(col(Inbox.done).is_not(None), col(Inbox.parked).is_not(None))
    return and_(settled, col(Inbox.created) < cut)


def replaced(_: Work, cut: datetime) -> Condition:
    """Plans for which another came."""
    return and_(col(Plan.state) == "replaced", col(Plan.updated) < cut)


def said(_: Work, cut: datetime) -> Condition:
    """Surveys that still say whose they were."""
    whose = or_(col(Survey.person_id).is_not(None), col(Survey.words).is_not(None))
    return and_(col(Survey.asked) < cut, whose)


def happened(_: Work, cut: datetime) -> Condition:
    """The log, but for what says what holds now."""
    holds = and_(col(Event.kind).in_(STANDING), _HERE)
    return and_(col(Event.at) < cut, col(Event.kind) != "viewed", ~holds)


def looked(_: Work, cut: datetime) -> Condition:
    """Who looked at whose data."""
    return and_(col(Event.at) < cut, col(Event.kind) == "viewed")


def changed(_: Work, cut: datetime) -> Condition:
    """Numbers of who is gone; whoever follows changes had days to hear of it."""
    recent = exists().where(
        col(Person.id) == col(Change.key),
        or_(col(Person.erased).is_(None), col(Person.erased) >= cut),
    )
    there = exists().where(col(Vacancy.id) == col(Change.key))
    return or_(
        and_(col(Change.kind) == "jobseeker", ~recent), and_(col(Change.kind) == "vacancy", ~there)
    )


def answers_of(side: str) -> Any:
    """Surveys of one side, answered or not."""
    return lambda work, cut: and_(col(Survey.side) == side, col(Survey.asked) < cut)
