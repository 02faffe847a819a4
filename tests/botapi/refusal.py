"""An answer that says no, as the Bot API words it, and an uploaded file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

NAMES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    413: "Request Entity Too Large",
    429: "Too Many Requests",
    500: "Internal Server Error",
    502: "Bad Gateway",
}


class RefusalError(Exception):
    """A call is refused with an HTTP status, a description and perhaps a number of seconds."""

    def __init__(self, code: int, words: str = "", retry_after: int | None = None) -> None:
        name = NAMES.get(code, "Error")
        if code == 429 and not words:
            words = f"retry after {retry_after}"
        self.code = code
        self.description = f"{name}: {words}" if words else name
        self.retry_after = retry_after
        super().__init__(self.description)

    def as_json(self) -> dict[str, Any]:
        """Give the body of the answer."""
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad(words: str) -> RefusalError:
    """Give the refusal of a mistaken request (400)."""
    return RefusalError(400, words)


@dataclass(frozen=True)
class Upload:
    """A file that came with a call."""

    name: str
    content: bytes
    mime: str

    def as_json(self) -> dict[str, Any]:
        """Describe the file for the ledger, without its content."""
        return {"file": self.name, "bytes": len(self.content), "mime": self.mime}


def units(text: str) -> int:
    """Count UTF-16 code units, in which Telegram measures texts and entities."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
