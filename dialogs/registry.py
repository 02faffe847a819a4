"""Every dialog by name."""

from __future__ import annotations

from dialogs import employer, followup, jobseeker, match, openings, people, visits
from dialogs.parts import Form

FORMS: dict[str, Form] = {
    form.name: form
    for module in (people, jobseeker, visits, employer, match, openings, followup)
    for form in module.FORMS
}
OPENABLE = frozenset(
    {"ask", "relay", "language", "cv", "private", "verify", "review", "opening", "seek"}
    | {"interest", "meeting", "confirm", "fresh", "renew", "checkin", "after-meeting"}
    | {"plan-review", "survey"}
    | set(visits.VISITS)
)
"""Dialogs a button may begin; the others are begun by the service."""
