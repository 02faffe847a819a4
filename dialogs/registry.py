"""Every dialog by name."""

from __future__ import annotations

from dialogs import employer, jobseeker, match, people, visits
from dialogs.parts import Form

FORMS: dict[str, Form] = {
    form.name: form
    for module in (people, jobseeker, visits, employer, match)
    for form in module.FORMS
}
OPENABLE = frozenset({"ask", "relay", "language", "cv", "private", "verify", *visits.VISITS})
"""Dialogs a button may begin; the others are begun by the service."""
