"""One clear line for whatever an operator can mend, and the exit code that goes with it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, NoReturn

import structlog
import typer

from bot import logs
from bot.explaining import explained
from bot.settings import Settings, SettingsError, load

WRONG, FAULT = 2, 1  # exit codes: something must be mended first; the program itself failed


def do(work: Coroutine[Any, Any, Any]) -> Any:
    """Run to the end; what an operator can mend is one clear line, not a traceback."""
    try:
        return asyncio.run(work)
    except KeyboardInterrupt:
        raise typer.Exit(0) from None
    except typer.Exit:
        raise
    except Exception as error:
        said = explained(error)
        if said is not None:
            stop(said)
        logs.configure("ERROR")
        structlog.get_logger().error("stopped", exc_info=error)  # class and places, no words
        raise typer.Exit(FAULT) from None


def settings() -> Settings:
    """The settings, or the end of the command."""
    try:
        return load()
    except (SettingsError, OSError, UnicodeDecodeError) as wrong:
        stop(explained(wrong) or ".env is not UTF-8 text")


def stop(said: str) -> NoReturn:
    """End the command with one line on standard error."""
    typer.echo(f"werklijn: {' '.join(said.split())}", err=True)
    raise typer.Exit(WRONG) from None
