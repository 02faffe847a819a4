"""The table of periods: what goes, when, and what is done about it. Read it and change it here.

The days are the region's. Order matters: what others point to goes after them. A table that no
line covers stands in `KEPT` with the reason; a test fails on one that stands nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, String, and_, cast, exists, or_
from sqlmodel import SQLModel, col, func, select

from services import matches, unused
from services.retention import people
from services.retention.model import Rule
from services.store import models as rows
from services.store.models import (
    Change,
    CheckIn,
    Contact,
    Document,
    Employer,
    Event,
    Inbox,
    Jobseeker,
    Link,
    Match,
    Meeting,
    Message,
    Nudge,
    Person,
    Placement,
    Plan,
    PlanStep,
    Remark,
    Staff,
    Survey,
    Talk,
    Vacancy,
    Visit,
)
from services.work import Work

Condition = ColumnElement[bool]
GONE = tuple(sorted(matches.NEGATIVE))
STANDING = ("visibility",)  # events that say what holds now, as long as the person is here
_TOWN = select(Jobseeker.town).where(Jobseeker.person_id == Match.jobseeker_id).scalar_subquery()
_HERE = exists().where(col(Jobseeker.person_id) == col(Event.person_id))


def _before(column: Any) -> Any:
    """Rows of which this moment lies before the cut."""
    return lambda work, cut: col(column) < cut


def _over(with_consent: bool) -> Any:
    """Matches that ended without work; with consent: both sides had said yes to each other."""
    agreed = col(Match.agreed).is_not(None) if with_consent else col(Match.agreed).is_(None)

    def condition(work: Work, cut: datetime) -> Condition:
        return and_(col(Match.state).in_(GONE), col(Match.since) < cut, agreed)

    return condition


def _bare(with_consent: bool) -> Any:
    """The same, with something in them that tells about the person."""
    over = _over(with_consent)

    def condition(work: Work, cut: datetime) -> Condition:
        told = or_(cast(Match.reasons, String) != "{}", col(Match.score) != 0)
        return and_(over(work, cut), told)

    return condition


def _free(with_consent: bool) -> Any:
    """The same, of vacancies that are closed: an open one must not be proposed once more."""
    over = _over(with_consent)

    def condition(work: Work, cut: datetime) -> Condition:
        return and_(over(work, cut), ~_placed_from_match(), _closed_vacancy())

    return condition


def _placed_from_match() -> Condition:
    return exists().where(col(Placement.match_id) == col(Match.id))


def _closed_vacancy() -> Condition:
    return exists().where(col(Vacancy.id) == col(Match.vacancy_id), Vacancy.status != "open")


def _of_over(with_consent: bool) -> Any:
    """Appointments of such matches that still say where, and what to bring."""
    over = _over(with_consent)

    def condition(work: Work, cut: datetime) -> Condition:
        told = or_(col(Meeting.place).is_not(None), col(Meeting.words).is_not(None))
        return and_(told, exists().where(col(Match.id) == col(Meeting.match_id), over(work, cut)))

    return condition


def _held_long_ago(_: Work, cut: datetime) -> Condition:
    told = or_(col(Meeting.place).is_not(None), col(Meeting.words).is_not(None))
    return and_(told, col(Meeting.starts) < cut)


def _ended(work: Work, cut: datetime) -> Condition:
    return col(Placement.ended) < cut.date()


def _answers(work: Work, cut: datetime) -> Condition:
    return exists().where(col(Placement.id) == col(CheckIn.placement_id), _ended(work, cut))


def _named(work: Work, cut: datetime) -> Condition:
    named = or_(col(Placement.jobseeker_id) > 0, col(Placement.match_id).is_not(None))
    return and_(_ended(work, cut), named)


def _placed_match(_: Work, cut: datetime) -> Condition:
    return and_(Match.state == "placed", col(Match.since) < cut, ~_placed_from_match())


def _closed(_: Work, cut: datetime) -> Condition:
    return and_(Vacancy.status != "open", col(Vacancy.updated) < cut)


def _told(work: Work, cut: datetime) -> Condition:
    words = (
        col(Vacancy.advert).is_not(None),
        col(Vacancy.evidence).is_not(None),
        cast(Vacancy.answer, String) != "{}",
    )
    return and_(_closed(work, cut), or_(*words))


def _alone(work: Work, cut: datetime) -> Condition:
    matched = exists().where(col(Match.vacancy_id) == col(Vacancy.id))
    placed = exists().where(col(Placement.vacancy_id) == col(Vacancy.id))
    return and_(_closed(work, cut), ~matched, ~placed)


def _left_employer(_: Work, cut: datetime) -> Condition:
    pointing = (Contact.employer_id, Vacancy.employer_id, Placement.employer_id)
    used = (exists().where(col(each) == col(Employer.id)) for each in pointing)
    return and_(col(Employer.created) < cut, *(~each for each in used))


def _unfinished(_: Work, cut: datetime) -> Condition:
    return and_(col(Talk.finished).is_(None), col(Talk.touched) < cut)


def _finished(_: Work, cut: datetime) -> Condition:
    return and_(col(Talk.finished).is_not(None), col(Talk.touched) < cut)


def _handled(_: Work, cut: datetime) -> Condition:
    settled = or_(col(Inbox.done).is_not(None), col(Inbox.parked).is_not(None))
    return and_(settled, col(Inbox.created) < cut)


def _replaced(_: Work, cut: datetime) -> Condition:
    return and_(Plan.state == "replaced", col(Plan.updated) < cut)


def _said(_: Work, cut: datetime) -> Condition:
    whose = or_(col(Survey.person_id).is_not(None), col(Survey.words).is_not(None))
    return and_(col(Survey.asked) < cut, whose)


def _happened(_: Work, cut: datetime) -> Condition:
    holds = and_(col(Event.kind).in_(STANDING), _HERE)
    return and_(col(Event.at) < cut, Event.kind != "viewed", ~holds)


def _looked(_: Work, cut: datetime) -> Condition:
    return and_(col(Event.at) < cut, Event.kind == "viewed")


def _changed(_: Work, cut: datetime) -> Condition:
    """Numbers of who is gone; whoever follows changes had days to hear of it."""
    recent = exists().where(
        col(Person.id) == col(Change.key),
        or_(col(Person.erased).is_(None), col(Person.erased) >= cut),
    )
    there = exists().where(col(Vacancy.id) == col(Change.key))
    return or_(and_(Change.kind == "jobseeker", ~recent), and_(Change.kind == "vacancy", ~there))


_MATCHES = {"month": Match.created, "gemeente": _TOWN, "kind": Match.state}
_VACANCIES = {
    "month": Vacancy.reported,
    "organisation": Vacancy.organisation,
    "kind": Vacancy.status,
}
_PLACEMENTS = {"month": Placement.starts, "kind": Placement.kind, "sort": Placement.sector}
_SURVEYS = {
    "month": Survey.asked,
    "organisation": Survey.organisation,
    "kind": Survey.kind,
    "sort": func.coalesce(cast(Survey.score, String), ""),
}
_EVENTS = {"month": Event.at, "kind": Event.kind, "sort": Event.role}
_PEOPLE = {
    "month": Jobseeker.created,
    "gemeente": Jobseeker.town,
    "organisation": Jobseeker.organisation,
}
_NAMELESS = {"jobseeker_id": -col(Placement.id), "match_id": None, "coach_id": None}


def _matches(with_consent: bool) -> tuple[Rule, ...]:
    period = "introduction_with_consent" if with_consent else "introduction"
    after = "-agreed" if with_consent else ""
    return (
        Rule(
            f"appointment-words{after}",
            period,
            Meeting,
            "empty",
            _of_over(with_consent),
            values={"place": None, "words": None},
        ),
        Rule(
            f"match-reasons{after}",
            period,
            Match,
            "empty",
            _bare(with_consent),
            values={"reasons": {}, "score": 0},
        ),
        Rule(
            f"match{after}",
            period,
            Match,
            "delete",
            _free(with_consent),
            children=(Meeting.match_id,),
            counted=_MATCHES,
        ),
    )


RULES: Sequence[Rule] = (
    Rule("change", "link", Change, "delete", _changed),
    Rule("document", "document", Document, "delete", _before(Document.created)),
    Rule("unfinished", "unfinished_intake", Talk, "delete", _unfinished),
    Rule(
        "newcomer",
        "unfinished_intake",
        Person,
        "anonymise",
        people.newcomers,
        act=people.forget,
        portion=20,
        takes=(rows.Address,),
    ),
    Rule("talk", "conversation", Talk, "delete", _finished),
    Rule("message", "conversation", Message, "delete", _before(Message.created)),
    Rule("nudge", "conversation", Nudge, "delete", _before(Nudge.at)),
    Rule("handled", "handled", Inbox, "delete", _handled),
    Rule("link", "link", Link, "delete", _before(Link.expires)),
    Rule("visit", "link", Visit, "delete", _before(Visit.expires)),
    Rule("remark", "note", Remark, "delete", _before(Remark.created)),
    *_matches(with_consent=False),
    *_matches(with_consent=True),
    Rule(
        "appointment-words-held",
        "introduction_with_consent",
        Meeting,
        "empty",
        _held_long_ago,
        values={"place": None, "words": None},
    ),
    Rule("check-in", "placement", CheckIn, "delete", _answers),
    Rule(
        "placement-names",
        "placement",
        Placement,
        "empty",
        _named,
        values={**_NAMELESS, "created_by": None, "wage_value": {}},
    ),
    Rule(
        "placement",
        "events",
        Placement,
        "delete",
        _ended,
        children=(CheckIn.placement_id,),
        counted=_PLACEMENTS,
    ),
    Rule(
        "match-placed",
        "placement",
        Match,
        "delete",
        _placed_match,
        children=(Meeting.match_id,),
        counted=_MATCHES,
    ),
    Rule(
        "jobseeker",
        "jobseeker",
        Jobseeker,
        "anonymise",
        people.unused_profiles,
        act=people.forget,
        joins=(Person, col(Person.id) == col(Jobseeker.person_id)),
        counted=_PEOPLE,
        portion=20,
        takes=(rows.Dossier, rows.Address),
    ),
    Rule("plan", "jobseeker", Plan, "delete", _replaced, children=(PlanStep.plan_id,)),
    Rule(
        "survey-words",
        "jobseeker",
        Survey,
        "empty",
        _said,
        values={"person_id": None, "words": None, "subject_id": 0},
    ),
    Rule(
        "vacancy-words",
        "vacancy",
        Vacancy,
        "empty",
        _told,
        values={"advert": None, "evidence": None, "answer": {}},
    ),
    Rule("vacancy", "vacancy", Vacancy, "delete", _alone, counted=_VACANCIES),
    Rule(
        "contact",
        "employer",
        Contact,
        "anonymise",
        people.silent_contacts,
        act=people.forget,
        joins=(Person, col(Person.id) == col(Contact.person_id)),
        portion=20,
        takes=(rows.Address,),
    ),
    Rule(
        "employer",
        "employer",
        Employer,
        "delete",
        _left_employer,
        counted={"month": Employer.created, "kind": Employer.branch, "sort": Employer.sector},
    ),
    Rule(
        "colleague",
        "views",
        Staff,
        "anonymise",
        people.left_colleagues,
        act=people.forget_colleague,
        joins=(Person, col(Person.id) == col(Staff.person_id)),
        portion=20,
        takes=(rows.SavedView, rows.Address),
    ),
    Rule(
        "survey-jobseeker",
        "events",
        Survey,
        "delete",
        lambda work, cut: and_(Survey.side == "jobseeker", col(Survey.asked) < cut),
        counted=_SURVEYS,
    ),
    Rule(
        "survey-employer",
        "events",
        Survey,
        "delete",
        lambda work, cut: and_(Survey.side == "employer", col(Survey.asked) < cut),
        counted=_SURVEYS,
    ),
    Rule("view", "views", Event, "delete", _looked, unlinks=(Remark.event_id,)),
    Rule(
        "event",
        "events",
        Event,
        "delete",
        _happened,
        unlinks=(Remark.event_id,),
        counted=_EVENTS,
    ),
    Rule("person", "link", Person, "delete", people.emptied, portion=100),
)

KEPT: Mapping[type[SQLModel], str] = {
    rows.Fact: "what the installation remembers of itself, of nobody",
    rows.Frozen: "counts of nobody",
}
"""Tables of which nothing goes by itself, and why."""
