"""What stands in a conversation for its owner alone: no colleague reads it.

The links and codes by which somebody comes in, because whoever has one is her: sees all that is
kept, and says yes and no in her name (ways-in). And what she read of her own data, which holds more
than any one colleague may see (AVG 15).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm.attributes import set_committed_value

from services.messages import outbox
from services.store.models import Message
from services.texts import refs

HIDDEN = "…"
OWN_DATA = "data-section."  # how the first text of a message with her own data begins
CODE = "code"  # the argument of a text that is a code to type
_LINK = re.compile(r"(?<=[?&][ct]=)[\w-]+")


def hide(messages: Sequence[Message]) -> None:
    """Put them out of messages for showing; the rows in the database stay as they are."""
    for message in messages:
        lines = (message.body or {}).get("lines") or [("", {})]
        own = message.ours and str(lines[0][0]).startswith(OWN_DATA)
        shown = outbox.line("desk-own-data").stored() if own else _without(message.body)
        set_committed_value(message, "body", shown)


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
