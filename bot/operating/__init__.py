"""What the command line does, as plain coroutines."""

from bot.operating.commands import (
    best_matches,
    demo,
    erase,
    examine,
    invite,
    nudge_table,
    opened,
    preview,
    put_aside,
    retry,
    serve,
    upgrade_database,
)

__all__ = [
    "best_matches",
    "demo",
    "erase",
    "examine",
    "invite",
    "nudge_table",
    "opened",
    "preview",
    "put_aside",
    "retry",
    "serve",
    "upgrade_database",
]
