"""The ledger: every call the bot made, with what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.botapi.refusal import Upload

Json = dict[str, Any]


@dataclass(slots=True)
class Call:
    """One call of a method."""

    number: int
    """From 1, in order of arrival."""
    method: str
    params: Json
    """As the server read them: numbers as int, JSON as objects, files as Upload."""
    at: float
    """By the clock of the server."""
    result: Any = None
    error: int | None = None
    description: str = ""
    dropped: bool = False
    """Executed, but the caller never got the answer."""

    @property
    def ok(self) -> bool:
        """Tell if it succeeded."""
        return self.error is None

    def as_json(self) -> Json:
        """Give all of it as JSON."""
        params = {
            key: value.as_json() if isinstance(value, Upload) else value
            for key, value in self.params.items()
        }
        return {
            "number": self.number,
            "method": self.method,
            "params": params,
            "at": self.at,
            "ok": self.ok,
            "result": self.result,
            "error": self.error,
            "description": self.description,
            "dropped": self.dropped,
        }


class Ledger(list[Call]):
    """All calls, oldest first."""

    def open(self, method: str, params: Json, at: float) -> Call:
        """Add a call that has just come in."""
        call = Call(len(self) + 1, method, params, at)
        self.append(call)
        return call

    def of(self, method: str, chat_id: int | None = None, *, ok: bool | None = None) -> list[Call]:
        """Give the calls of a method, in one chat if asked, that went well or not if asked."""
        return [
            call
            for call in self
            if call.method == method
            and (chat_id is None or call.params.get("chat_id") == chat_id)
            and (ok is None or call.ok is ok)
        ]

    def errors(self) -> list[Call]:
        """Give the calls that were refused."""
        return [call for call in self if not call.ok]
