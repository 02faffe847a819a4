"""Every dialog by name."""

from __future__ import annotations

from dialogs import (
    aftercare,
    callback,
    care,
    correct,
    employer,
    followup,
    jobseeker,
    knowledge,
    match,
    meetings,
    openings,
    people,
    plans,
    soon,
    support,
    surveys,
    takeback,
    vacancies,
    visible,
    visits,
)
from dialogs.model import Form

MODULES = (
    *(people, jobseeker, visits, employer, match, openings, followup),
    *(meetings, aftercare, plans, surveys, knowledge, visible, care, vacancies, soon),
    *(callback, support, takeback, correct),
)
FORMS: dict[str, Form] = {form.name: form for module in MODULES for form in module.FORMS}
OPENABLE = frozenset(
    {"ask", "relay", "language", "cv", "private", "verify", "review", "opening", "seek"}
    | {"interest", "meeting", "confirm", "fresh", "keep", "renew", "checkin", "after-meeting"}
    | {"plan-review", "survey", "visible", "manage"}
    | {"appointment", "outcome", "settle", "plan-tick", "plan-wish", "faq", "fact"}
    | {"callback", "called", "rather", "support", "takeback", "correct"}
    | set(visits.VISITS)
)
"""Dialogs a button may begin; the others are begun by the service."""
