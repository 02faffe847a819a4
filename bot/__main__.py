"""`python -m bot` is the command `werklijn`."""

from bot.cli import app

app()
