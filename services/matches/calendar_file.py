"""A calendar file for one appointment (iCalendar RFC 5545, scheduling RFC 5546).

The same uid with a higher sequence replaces what a calendar already holds: that is how a change
and a cancellation find the appointment they are about.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Calendar, Event, vCalAddress, vText

PRODUCT = "-//Werklijn//Werklijn//NL"
NOBODY = "invalid:nomail"  # a calendar address of somebody who has no e-mail


@dataclass(frozen=True)
class Guest:
    """Somebody who is invited: a name, and an e-mail address or ""."""

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
    host: Guest = Guest("Werklijn")
    guests: tuple[Guest, ...] = ()
    cancelled: bool = False


def invitation(appointment: Appointment) -> bytes:
    """The file, UTF-8: METHOD:REQUEST, or METHOD:CANCEL for one that is off."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if appointment.cancelled else "REQUEST")
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
    event.add("organizer", _address(appointment.host))
    for guest in appointment.guests:
        event.add("attendee", _address(guest))
    return event


def _address(guest: Guest) -> vCalAddress:
    address = vCalAddress(f"mailto:{guest.email}" if guest.email else NOBODY)
    address.params["CN"] = vText(guest.name)
    return address
