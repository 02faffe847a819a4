"""`werklijn backup`, `restore` and `rekey`: what keeps the data safe."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.operating import copies
from bot.operating.errors import WRONG, do, settings

EVERY = 2  # seconds between two words of progress


def rekey() -> None:
    """Bring everything that is sealed to the first key of SECRET_KEY, and renew the look-ups.

    Put the new key in front (new,old) and restart every process first; they may run meanwhile.
    When this is done, drop the old key. Stopped halfway, it goes on where it was.
    """
    report = do(copies.rekey(settings(), _progress()))
    typer.echo(f"{report.values} values sealed anew, {report.hashes} look-ups renewed")
    if report.fixed:
        typer.echo(f"{report.fixed} links and visits of before release 0.2 end with the old key")
    if report.left:
        for each in report.broken[:20]:
            typer.echo(f"werklijn: no key opens {each}", err=True)
        typer.echo(f"werklijn: {report.left} rows still need the old key: keep it", err=True)
        raise typer.Exit(WRONG)
    typer.echo("done: the older keys may be dropped from WERKLIJN_SECRET_KEY")


def backup(path: Annotated[Path, typer.Argument(help="A file that is not there yet.")]) -> None:
    """Write a copy of the whole database to a file; the service may run meanwhile.

    What is sealed stays sealed: keep SECRET_KEY as well, and not beside the copy.
    """
    _tell("copied to", path, do(copies.backup(settings(), path)))


def restore(
    path: Annotated[Path, typer.Argument(help="A copy made by `werklijn backup`.")],
    force: Annotated[bool, typer.Option(help="Replace what is in the database.")] = False,
) -> None:
    """Put a copy in the place of the database; stop the service first.

    The copy is checked before anything is touched, and compared with what stands there after.
    """
    _tell("put back from", path, do(copies.restore(settings(), path, force=force)))


def _tell(done: str, path: Path, manifest: dict[str, Any]) -> None:
    counts = manifest["counts"]
    what = f"{manifest['database']}, form {manifest['revision']}, made {manifest['made']}"
    typer.echo(f"{sum(counts.values())} rows of {len(counts)} tables {done} {path}: {what}")
    typer.echo(f"checked: SHA-256 {manifest['sha256']}")


def _progress() -> Any:
    last = [time.monotonic()]

    def tell(table: str, done: int, of: int) -> None:
        if time.monotonic() - last[0] > EVERY:
            last[0] = time.monotonic()
            sys.stderr.write(f"  {table}: {done} of {of}\n")

    return tell
