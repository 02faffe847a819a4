"""Questions whose answer is given rather than chosen: a place, a file, something to start from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dialogs.model import (
    Asking,
    Card,
    Draft,
    File,
    Pick,
    Question,
    Reply,
    Spot,
    Text,
    UnclearError,
)
from dialogs.questions import Choices, named
from services.texts import refs

LONG = 60  # characters; the name of an option is shorter, an advert longer


@dataclass(frozen=True)
class Place(Question):
    """A town or four digits of a postcode, or a shared location that is not kept."""

    kind = "place"
    asks = "place"

    def choices(self, so_far: Any, asking: Asking) -> Choices:  # noqa: D102
        return [(code, refs.place(code)) for code in so_far or []]

    def prompt(self, so_far: Any, asking: Asking) -> tuple[str, dict[str, Any]]:  # noqa: D102
        return ("which", {}) if so_far else ("", {})

    def read(self, reply: Reply, so_far: Any, asking: Asking) -> Any:  # noqa: D102
        if isinstance(reply, Pick) and reply.code in (so_far or []):
            return reply.code
        if isinstance(reply, Spot):
            return asking.world.nearest(reply)
        found = asking.world.places(reply.words) if isinstance(reply, Text) else []
        if isinstance(reply, Text) and asking.world.read("abroad", reply.words):
            raise UnclearError("abroad")
        if not found:
            raise UnclearError
        return found[0] if len(found) == 1 else Draft(found[:5])

    def accepts(self, value: Any) -> bool:  # noqa: D102
        return isinstance(value, str) and bool(value)

    def show(self, value: Any, text_id: str) -> refs.Ref:  # noqa: D102
        return refs.place(value)


@dataclass(frozen=True)
class Attachment(Question):
    """A photo or document, kept by its reference until it is fetched."""

    kind = "file"

    def read(self, reply: Reply, so_far: Any, asking: Asking) -> dict[str, str]:  # noqa: D102
        if not isinstance(reply, File) or reply.kind not in ("photo", "document"):
            raise UnclearError
        return {"kind": reply.kind, "reference": reply.reference}

    def accepts(self, value: Any) -> bool:  # noqa: D102
        return isinstance(value, dict) and {"kind", "reference"} <= set(value)

    def show(self, value: Any, text_id: str) -> refs.Ref:  # noqa: D102
        return refs.text("kind-file.received")


@dataclass(frozen=True)
class Source(Question):
    """Where to start from: fixed options, or something made earlier that fills the answers.

    Who pastes a text at once means `long`, the option after which a text is asked.
    """

    options: tuple[str, ...] = ()
    long: str = ""
    suggest: str = ""
    kind = "choice"
    echo = False

    def choices(self, so_far: Any, asking: Asking) -> Choices:  # noqa: D102
        return [
            *named(asking.text_id, self.options),
            *asking.world.suggest(self.suggest, asking.answers),
        ]

    def read(self, reply: Reply, so_far: Any, asking: Asking) -> str:  # noqa: D102
        choices = self.choices(so_far, asking)
        code = reply.code if isinstance(reply, Pick) else None
        if isinstance(reply, Text):
            code = asking.world.choose(reply.words, choices, numbered=True)
        if code not in dict(choices):
            raise UnclearError
        return str(code)

    def ahead(self, reply: Reply, asking: Asking) -> str | None:  # noqa: D102
        is_long = isinstance(reply, Text) and len(reply.words) >= LONG
        return self.long if self.long and is_long else None

    def accepts(self, value: Any) -> bool:  # noqa: D102
        return isinstance(value, str) and bool(value)

    def show(self, value: Any, text_id: str) -> refs.Ref:  # noqa: D102
        return refs.text(f"{text_id}.{value}|{text_id}.earlier")


@dataclass(frozen=True)
class Typed(Question):
    """A value with a form of its own: phone, email, kvk, wage."""

    reads: str = "phone"
    presets: tuple[str, ...] = ()  # codes that stand for a value, such as "cao"
    suggest: str = ""  # a source of World.suggest: one tap instead of typing
    kind = "typed"

    @property
    def asks(self) -> str:  # type: ignore[override]
        """A phone can share its owner's number in one tap."""
        return "contact" if self.reads == "phone" else ""

    def choices(self, so_far: Any, asking: Asking) -> Choices:  # noqa: D102
        known = asking.world.suggest(self.suggest, asking.answers) if self.suggest else []
        return [*named(asking.text_id, self.presets), *known]

    def read(self, reply: Reply, so_far: Any, asking: Asking) -> Any:  # noqa: D102
        if isinstance(reply, Pick) and reply.code in self.presets:
            return reply.code
        if isinstance(reply, Pick) and reply.code in (offered := dict(self.choices(None, asking))):
            return offered[reply.code][1]
        words = reply.words if isinstance(reply, Text) else ""
        if isinstance(reply, Card) and self.reads == "phone":
            words = reply.phone
        value = asking.world.read(self.reads, words) if words else None
        if value is None and words and self.presets:
            value = asking.world.choose(words, self.choices(so_far, asking))
        if value is None:
            raise UnclearError(self.reads)
        return value

    def accepts(self, value: Any) -> bool:  # noqa: D102
        return bool(value)

    def show(self, value: Any, text_id: str) -> refs.Ref:  # noqa: D102
        if value in self.presets:
            return refs.text(f"{text_id}.{value}")
        if self.reads == "wage":
            return refs.wage(value)
        return refs.phone(value) if self.reads == "phone" else refs.words(value)
