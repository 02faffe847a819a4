"""The table of periods: what goes, when, and what is done about it. Read it and change it here.

The days are the region's. Order matters: what others point to goes after them. A table that no
line covers stands in `KEPT` with the reason; a test fails on one that stands nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import String, cast
from sqlmodel import SQLModel, col, func, select

from services.retention import people, rows
from services.retention.model import Rule
from services.store.models import (
    Absence,
    Address,
    Audit,
    Change,
    CheckIn,
    Contact,
    Document,
    Dossier,
    Employer,
    Event,
    Fact,
    Frozen,
    Inbox,
    Jobseeker,
    Link,
    Look,
    Match,
    Meeting,
    Message,
    Nudge,
    Person,
    Placement,
    Plan,
    PlanStep,
    Remark,
    Request,
    SavedView,
    Staff,
    Survey,
    Talk,
    Tally,
    Urgent,
    Vacancy,
    Visit,
)

_TOWN = select(Jobseeker.town).where(Jobseeker.person_id == Match.jobseeker_id).scalar_subquery()
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
            rows.of_over(with_consent),
            values={"place": None, "words": None},
        ),
        Rule(
            f"match-reasons{after}",
            period,
            Match,
            "empty",
            rows.bare(with_consent),
            values={"reasons": {}, "score": 0},
        ),
        Rule(
            f"match{after}",
            period,
            Match,
            "delete",
            rows.free(with_consent),
            children=(Meeting.match_id,),
            counted=_MATCHES,
        ),
    )


RULES: Sequence[Rule] = (
    Rule("change", "link", Change, "delete", rows.changed),
    Rule("document", "document", Document, "delete", rows.before(Document.created)),
    Rule("unfinished", "unfinished_intake", Talk, "delete", rows.unfinished),
    Rule(
        "newcomer",
        "unfinished_intake",
        Person,
        "anonymise",
        people.newcomers,
        act=people.forget,
        portion=20,
        takes=(Address,),
    ),
    Rule("talk", "conversation", Talk, "delete", rows.finished),
    Rule("message", "conversation", Message, "delete", rows.before(Message.created)),
    Rule("absence", "conversation", Absence, "delete", rows.before(Absence.created)),
    Rule("urgent", "urgent", Urgent, "delete", rows.before(Urgent.created)),
    Rule("request", "note", Request, "delete", rows.before(Request.created)),
    Rule("nudge", "conversation", Nudge, "delete", rows.before(Nudge.at)),
    Rule("handled", "handled", Inbox, "delete", rows.handled),
    Rule("link", "link", Link, "delete", rows.before(Link.expires)),
    Rule("visit", "link", Visit, "delete", rows.before(Visit.expires)),
    Rule("remark", "note", Remark, "delete", rows.before(Remark.created)),
    *_matches(with_consent=False),
    *_matches(with_consent=True),
    Rule(
        "appointment-words-held",
        "introduction_with_consent",
        Meeting,
        "empty",
        rows.held_long_ago,
        values={"place": None, "words": None},
    ),
    Rule("check-in", "placement", CheckIn, "delete", rows.answers),
    Rule(
        "placement-names",
        "placement",
        Placement,
        "empty",
        rows.named,
        values={**_NAMELESS, "created_by": None, "wage_value": {}},
    ),
    Rule(
        "placement",
        "events",
        Placement,
        "delete",
        rows.ended,
        children=(CheckIn.placement_id,),
        counted=_PLACEMENTS,
    ),
    Rule(
        "match-placed",
        "placement",
        Match,
        "delete",
        rows.placed_match,
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
        takes=(Dossier, Address),
    ),
    Rule("plan", "jobseeker", Plan, "delete", rows.replaced, children=(PlanStep.plan_id,)),
    Rule(
        "survey-words",
        "jobseeker",
        Survey,
        "empty",
        rows.said,
        values={"person_id": None, "words": None, "subject_id": 0},
    ),
    Rule("vacancy-open", "vacancy", Vacancy, "close", rows.left_open, act=people.close, portion=50),
    Rule(
        "vacancy-words",
        "vacancy",
        Vacancy,
        "empty",
        rows.told,
        values={"advert": None, "evidence": None, "doubts": None, "answer": {}},
    ),
    Rule("vacancy", "vacancy", Vacancy, "delete", rows.alone, counted=_VACANCIES),
    Rule(
        "contact",
        "employer",
        Contact,
        "anonymise",
        people.silent_contacts,
        act=people.forget,
        joins=(Person, col(Person.id) == col(Contact.person_id)),
        portion=20,
        takes=(Address,),
    ),
    Rule(
        "employer",
        "employer",
        Employer,
        "delete",
        rows.left_employer,
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
        takes=(SavedView, Address),
    ),
    Rule(
        "survey-jobseeker",
        "events",
        Survey,
        "delete",
        rows.answers_of("jobseeker"),
        counted=_SURVEYS,
    ),
    Rule(
        "survey-employer",
        "events",
        Survey,
        "delete",
        rows.answers_of("employer"),
        counted=_SURVEYS,
    ),
    Rule(
        "audit",
        "audit",
        Audit,
        "delete",
        rows.before(Audit.at),
        children=(Look.audit_id,),
    ),
    Rule("view", "views", Event, "delete", rows.looked, unlinks=(Remark.event_id,)),
    Rule(
        "event",
        "events",
        Event,
        "delete",
        rows.happened,
        unlinks=(Remark.event_id,),
        counted=_EVENTS,
    ),
    Rule("person", "link", Person, "delete", people.emptied, portion=100),
)

KEPT: Mapping[type[SQLModel], str] = {
    Fact: "what the installation remembers of itself, of nobody",
    Tally: "tries of the last hours, tidied every ten minutes (services/attempts)",
    Frozen: "counts of nobody, by month and slice",
}
"""Tables of which nothing goes by itself, and why."""
