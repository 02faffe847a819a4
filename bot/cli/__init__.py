"""The command `werklijn`: everything an operator does."""

from bot.cli.main import (
    app,
)

__all__ = [
    "app",
]
