"""From what a channel delivered to a reply a dialog understands, through the guard (raw-words).

Payloads: {"kind": "text", "words"} · {"kind": "pick", "press", "message"?} · {"kind": "spot",
"latitude", "longitude"} · {"kind": "card", "phone"} · {"kind": "file", "file", "reference"} ·
{"kind": "start", …} · {"kind": <anything else>}; all may have "name", what the channel calls them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from dialogs.model import Card, File, Line, Odd, Pick, Reply, Spot, Text
from services import lawful
from services.messages import message
from services.understanding import guard

MOST_WORDS = 20_000


@dataclass(frozen=True)
class Said:
    """A reply, the talk its button names, and what the guard has to say about it."""

    reply: Reply
    kind: str = "text"
    dialog: str = ""
    about: int = 0
    name: str = ""
    message: str = ""
    by: int = 0  # the colleague at whose desk it was said
    notes: list[Line] = field(default_factory=list)
    helps: tuple[str, ...] = ()  # what helps at work, named beside words that are not kept


def understand(payload: Mapping[str, Any], *, vacancy: bool = False) -> Said:
    """Never fails: what cannot be read is an odd thing, to be answered kindly.

    `vacancy`: they are words of a vacancy. What it asks of people is not taken out: it is asked
    about.
    """
    return replace(_understood(payload, vacancy=vacancy), by=int(payload.get("by", 0)))


def _understood(payload: Mapping[str, Any], *, vacancy: bool) -> Said:
    kind, name = str(payload.get("kind", "none")), str(payload.get("name", ""))
    if kind == "text":
        return _text(str(payload.get("words", "")), name, vacancy=vacancy)
    if kind == "pick":
        return _pick(payload, name)
    if kind == "spot" and (spot := _spot(payload)) is not None:
        return Said(spot, kind, name=name)
    if kind == "card" and payload.get("phone"):
        return Said(Card(str(payload["phone"])), kind, name=name)
    if kind == "file" and payload.get("reference"):
        return Said(File(str(payload["file"]), str(payload["reference"])), kind, name=name)
    odd = Said(Odd(kind), kind, name=name)
    odd.notes.append(Line(f"odd-{kind}|odd-other"))
    return odd


def _spot(payload: Mapping[str, Any]) -> Spot | None:
    """A place on this earth; None for what is no number or lies nowhere."""
    try:
        latitude, longitude = float(payload["latitude"]), float(payload["longitude"])
    except (KeyError, TypeError, ValueError):
        return None
    on_earth = abs(latitude) <= 90 and abs(longitude) <= 180  # also false for what is no number
    return Spot(latitude, longitude) if on_earth else None


def _text(words: str, name: str, *, vacancy: bool) -> Said:
    words = words[:MOST_WORDS]
    asked = lawful.look(words, asks=True) if vacancy else ()
    spared = [(each.start, each.end) for each in asked]
    checked = guard.check(words, own_contact=True, advert=vacancy, spared=spared)
    said = Said(Text(checked.clean, bool(checked.found)), name=name, helps=checked.helps)
    for found in dict.fromkeys(map(guard.reason, checked.found)):
        said.notes.append(Line(f"guard-{found}"))
    return said


def _pick(payload: Mapping[str, Any], name: str) -> Said:
    pressed = message.pressed(str(payload.get("press", "")))
    if pressed is None:
        return Said(Odd("press"), "press", name=name, notes=[Line("dialog-press-below")])
    dialog, about, question, code = pressed
    return Said(
        Pick(question, code),
        "pick",
        dialog,
        about,
        name,
        str(payload.get("message", "")),
    )
