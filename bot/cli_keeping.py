"""`werklijn rekey`: what keeps the data safe."""

from __future__ import annotations

import sys
import time
from typing import Any

import typer

from bot import keeping
from bot.cli_line import WRONG, do, settings

EVERY = 2  # seconds between two words of progress


def rekey() -> None:
    """Bring everything that is sealed to the first key of SECRET_KEY, and renew the look-ups.

    Put the new key in front (new,old) and restart every process first; they may run meanwhile.
    When this is done, drop the old key. Stopped halfway, it goes on where it was.
    """
    report = do(keeping.rekey(settings(), _progress()))
    typer.echo(f"{report.values} values sealed anew, {report.hashes} look-ups renewed")
    if report.fixed:
        typer.echo(f"{report.fixed} links and visits of before release 0.2 end with the old key")
    if report.left:
        for each in report.broken[:20]:
            typer.echo(f"werklijn: no key opens {each}", err=True)
        typer.echo(f"werklijn: {report.left} rows still need the old key: keep it", err=True)
        raise typer.Exit(WRONG)
    typer.echo("done: the older keys may be dropped from WERKLIJN_SECRET_KEY")


def _progress() -> Any:
    last = [time.monotonic()]

    def tell(table: str, done: int, of: int) -> None:
        if time.monotonic() - last[0] > EVERY:
            last[0] = time.monotonic()
            sys.stderr.write(f"  {table}: {done} of {of}\n")

    return tell
