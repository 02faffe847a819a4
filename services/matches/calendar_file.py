"""A calendar file for one appointment (iCalendar RFC 5545, scheduling RFC 5546).

The same uid with a higher sequence replaces what a calendar already holds: that is how a change
and a cancellation find the appointment they are about.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Calendar, Event, vCalAddress, vText

PRODUCT = "-//Werklijn//Werklijn//NL"


@dataclass(frozen=True)
class Host:
    """Who makes the appointment known: a name, and an e-mail address or ""."""

    name: str
    email: str = ""


@dataclass(frozen=True)
class Appointment:
    """What the calendar file says. Times are aware; `sequence` rises with every change."""

    uid: str
    sequence: int
    starts: datetime
    minutes: int
    written: datetime
    summary: str
    place: str = ""
    words: str = ""
    host: Host = Host("Werklijn")
    cancelled: bool = False


def published(appointment: Appointment) -> bytes:
    """The file, UTF-8: PUBLISH, which asks no calendar for an answer; CANCEL when it is off."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if appointment.cancelled else "PUBLISH")
    calendar.add_component(_event(appointment))
    return bytes(calendar.to_ical())


def _event(appointment: Appointment) -> Event:
    event = Event()
    event.add("uid", appointment.uid)
    event.add("sequence", appointment.sequence)
    event.add("dtstamp", appointment.written)
    event.add("dtstart", appointment.starts)
    event.add("dtend", appointment.starts + timedelta(minutes=appointment.minutes))
    event.add("summary", appointment.summary)
    event.add("status", "CANCELLED" if appointment.cancelled else "CONFIRMED")
    if appointment.place:
        event.add("location", appointment.place)
    if appointment.words:
        event.add("description", appointment.words)
    if appointment.host.email:
        address = vCalAddress(f"mailto:{appointment.host.email}")
        address.params["CN"] = vText(appointment.host.name)
        event.add("organizer", address)
    return event
