"""What `werklijn import vocabulary` kept, in use."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from bot.settings import DATA, SettingsError
from services import taxonomy, vocabulary
from services.linking import classification


@contextmanager
def imported(*, waits: bool = False) -> Iterator[None]:
    """Meanwhile imported concepts are known as well, if there are any; see `Classification`."""
    path = DATA / taxonomy.FILE_NAME
    try:
        found = classification.opened(path, waits=waits)
    except sqlite3.DatabaseError as wrong:
        told = f"{path} cannot be read ({wrong}): delete it and import the vocabulary again"
        raise SettingsError(told) from None
    vocabulary.look_beyond(found)
    try:
        yield
    finally:
        vocabulary.look_beyond(None)
        if found:
            found.close()
