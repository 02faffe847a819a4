"""Every table. What is sealed is encrypted at rest (see `services.store.sealed`).

Codes are stored, words are shown. JSON columns are replaced, never changed in place (in-place
changes are not saved). Times are UTC.
"""

from sqlmodel import SQLModel

from services.store.models.audit import Audit, Look
from services.store.models.changes import Change
from services.store.models.follow import Absence, Nudge, SavedView
from services.store.models.kept import Frozen
from services.store.models.lasting import CheckIn, Meeting, Placement, Plan, PlanStep, Survey
from services.store.models.line import Fact, Inbox, Link, Message, Talk, Tally, Visit
from services.store.models.people import (
    Address,
    Contact,
    Document,
    Dossier,
    Employer,
    Jobseeker,
    Person,
    Staff,
    voice,
)
from services.store.models.requests import Request
from services.store.models.urgent import Urgent
from services.store.models.vacancies import Event, Match, Remark, Vacancy
from services.store.sealed import bind_places

bind_places(SQLModel.metadata)

__all__ = [
    "Absence",
    "Address",
    "Audit",
    "Change",
    "CheckIn",
    "Contact",
    "Document",
    "Dossier",
    "Employer",
    "Event",
    "Fact",
    "Frozen",
    "Inbox",
    "Jobseeker",
    "Link",
    "Look",
    "Match",
    "Meeting",
    "Message",
    "Nudge",
    "Person",
    "Placement",
    "Plan",
    "PlanStep",
    "Remark",
    "Request",
    "SavedView",
    "Staff",
    "Survey",
    "Talk",
    "Tally",
    "Urgent",
    "Vacancy",
    "Visit",
    "voice",
]
