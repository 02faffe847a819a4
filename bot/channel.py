"""What the sender asks of a channel, and how a channel says that it did not work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True)
class Delivery:
    """One message for one address, in the language its reader has now."""

    message_id: int
    person_id: int
    address: str
    language: str
    body: Mapping[str, Any]  # see services.messages.outbox.body_of
    edits: str = ""  # the number of the message that this replaces


class BlockedError(Exception):
    """The person cannot be reached here any more: blocked, deactivated, gone (403)."""


class RetryError(Exception):
    """Not now: try again after so many seconds (429, 5xx, no connection)."""

    def __init__(self, after: float) -> None:
        super().__init__(after)
        self.after = after


class RefusedError(Exception):
    """Never: the platform says the message itself is wrong (400). A fault of ours."""


class FileRefusedError(Exception):
    """The words arrived, as `number`; their file was not taken, or not handed over."""

    def __init__(self, number: str, why: str) -> None:
        super().__init__(why)
        self.number = number


class UncertainError(Exception):
    """The line dropped after sending: it may have arrived, it may not."""


class Channel(Protocol):
    """A way to reach people."""

    name: str

    async def send(self, delivery: Delivery) -> str:
        """Send, and return the channel's number of the message, or raise one of the above."""
