"""The links and codes in a conversation by which somebody comes in: no colleague reads these.

Whoever has one is her: sees all that is kept, and says yes and no in her name (ways-in).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm.attributes import set_committed_value

from services.store.models import Message
from services.texts import refs

HIDDEN = "…"
CODE = "code"  # the argument of a text that is a code to type
_LINK = re.compile(r"(?<=[?&][ct]=)[\w-]+")


def hide(messages: Sequence[Message]) -> None:
    """Put them out of messages for showing; the rows in the database stay as they are."""
    for message in messages:
        set_committed_value(message, "body", _without(message.body))


def _without(value: Any) -> Any:
    if isinstance(value, str):
        return _LINK.sub(HIDDEN, value)
    if isinstance(value, dict):
        return {
            key: list(refs.words(HIDDEN)) if key == CODE else _without(each)
            for key, each in value.items()
        }
    if isinstance(value, list | tuple):
        return [_without(each) for each in value]
    return value
