"""One clear line for whatever an operator can mend, and the exit code that goes with it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, NoReturn

import typer

from bot.settings import Settings, SettingsError, load
from services.region import RegionError
from services.store.sealed import WrongKeyError

WRONG = 2  # the exit code when something must be mended first


class CannotError(Exception):
    """Something an operator asked cannot be done; the message says why and what to do."""


def do(work: Coroutine[Any, Any, Any]) -> Any:
    """Run to the end; what an operator can mend is one clear line, not a traceback."""
    try:
        return asyncio.run(work)
    except (SettingsError, RegionError, CannotError, WrongKeyError) as wrong:
        stop(str(wrong))
    except KeyboardInterrupt:
        raise typer.Exit(0) from None


def settings() -> Settings:
    """The settings, or the end of the command."""
    try:
        return load()
    except SettingsError as wrong:
        stop(str(wrong))


def stop(said: str) -> NoReturn:
    """End the command with one line on standard error."""
    typer.echo(f"werklijn: {' '.join(said.split())}", err=True)
    raise typer.Exit(WRONG) from None
