"""From an update, as the Bot API sends it, to what somebody said. Pure, and never surprised.

An update of a kind nobody has heard of yet is an odd thing to be answered kindly, or nothing when
it is not from a person in a private chat.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from services.messages.inbox import Incoming

CHANNEL = "telegram"
ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
ODD = ("voice", "audio", "video_note", "sticker", "animation", "video", "dice", "poll", "story")

Json = Mapping[str, Any]


def incoming(update: Json) -> Incoming | None:
    """What a person in a private chat sent; None for everything else."""
    event = str(update["update_id"])
    if "callback_query" in update:
        return _press(event, update["callback_query"])
    if "my_chat_member" in update:
        return _membership(event, update["my_chat_member"])
    for kind in ("message", "edited_message"):
        if kind in update and _private(update[kind]):
            payload = _said(update[kind]) if kind == "message" else {"kind": "edited"}
            return _item(event, "reply", update[kind], payload)
    return _unknown(event, update)


def group_chat(update: Json) -> int | None:
    """The group the bot was put in or spoken to in, to say one kind line and leave."""
    for kind in ("message", "my_chat_member", "channel_post"):
        chat = update.get(kind, {}).get("chat", {})
        if chat.get("type") in ("group", "supergroup", "channel"):
            status = update[kind].get("new_chat_member", {}).get("status", "member")
            return None if status in ("left", "kicked") else int(chat["id"])
    return None


def callback_id(update: Json) -> str:
    """The query that must be answered within 150 seconds, or an empty string."""
    return str(update.get("callback_query", {}).get("id", ""))


def _item(event: str, kind: str, source: Json, payload: dict[str, Any]) -> Incoming:
    sender = source.get("from", {})
    if sender.get("first_name"):
        payload = {**payload, "name": sender["first_name"]}
    return Incoming(
        channel=CHANNEL,
        event_id=event,
        kind=kind,
        payload=payload,
        address=str(source["chat"]["id"]),
        language=str(sender.get("language_code", ""))[:2],
    )


def _private(source: Json) -> bool:
    return bool(source.get("chat", {}).get("type") == "private")


def _press(event: str, query: Json) -> Incoming | None:
    message = query.get("message") or {}
    if not _private(message):
        return None
    payload = {
        "kind": "pick",
        "press": query.get("data", ""),
        "message": str(message.get("message_id", "")),
    }
    return _item(event, "reply", {"chat": message["chat"], "from": query["from"]}, payload)


def _membership(event: str, change: Json) -> Incoming | None:
    if not _private(change):
        return None
    left = change.get("new_chat_member", {}).get("status") in ("kicked", "left")
    return _item(event, "left" if left else "back", change, {})


def _said(message: Json) -> dict[str, Any]:
    if message.get("text"):
        return {"kind": "text", "words": message["text"]}
    if "contact" in message:
        return _card(message)
    if "location" in message:
        spot = message["location"]
        return {"kind": "spot", "latitude": spot["latitude"], "longitude": spot["longitude"]}
    caption = {"words": message["caption"]} if message.get("caption") else {}
    if message.get("photo"):
        sent = {"file": "photo", "reference": message["photo"][-1]["file_id"]}
        return {"kind": "file", **sent, **caption}
    if "document" in message:
        sent = {"file": "document", "reference": message["document"]["file_id"]}
        return {"kind": "file", **sent, **caption}
    found = next((kind for kind in ODD if kind in message), "other")
    return {"kind": "voice" if found in ("audio", "video_note") else found, **caption}


def _card(message: Json) -> dict[str, Any]:
    """Only one's own contact card counts: others' data are not theirs to give."""
    contact = message["contact"]
    if contact.get("user_id") != message.get("from", {}).get("id"):
        return {"kind": "other"}
    return {"kind": "card", "phone": contact["phone_number"]}


def _unknown(event: str, update: Json) -> Incoming | None:
    for value in update.values():
        if isinstance(value, Mapping) and _private(value):
            return _item(event, "reply", value, {"kind": "other"})
    return None
