"""`werklijn import`: what comes in from files."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from bot.settings import DATA
from services import taxonomy
from services.clock import Clock

imports = typer.Typer(no_args_is_help=True, help="Take over what is in files.")
_EVERY = 0.5  # seconds between two words of progress


@imports.callback()
def group() -> None:
    """Take over what is in files."""


@imports.command()
def vocabulary(
    paths: Annotated[
        list[Path],
        typer.Argument(help="Files, folders or ZIPs: ESCO as CSV, CompetentNL as N-Triples."),
    ],
    language: Annotated[
        str, typer.Option(help="Of the labels, where the file's name does not tell: nl, en …")
    ] = "",
    dry_run: Annotated[bool, typer.Option(help="Only tell what would happen.")] = False,
) -> None:
    """Take over occupations and skills of ESCO or CompetentNL; exit 1 when rows were refused."""
    job = taxonomy.Job(Clock().now(), language.lower(), _progress())
    report = taxonomy.import_all(DATA / taxonomy.FILE_NAME, paths, job, dry=dry_run)
    for done in report.files:
        _tell(done)
    for problem in report.problems:
        typer.echo(f"  {problem}", err=True)
    if report.unknown_ends:
        typer.echo(f"{report.unknown_ends} links name something that no file told of; left aside")
    for source in [] if dry_run else taxonomy.sources(DATA / taxonomy.FILE_NAME):
        typer.echo(f"kept: {source.origin}, {source.rows} rows, {source.newest or 'no date'}")
    typer.echo("dry run: nothing was kept" if dry_run else taxonomy.TERMS)
    raise typer.Exit(0 if report.sound else 1)


def _tell(done: taxonomy.Done) -> None:
    if done.skipped:
        typer.echo(f"{done.file}: known, nothing in it is needed")
        return
    said = f"{done.file}: {done.rows} rows taken over"
    typer.echo(f"{said}, {done.refused} refused" if done.refused else said)
    for problem in done.problems:
        typer.echo(f"  {problem}", err=True)
    if done.refused > len(done.problems):
        typer.echo(f"  … and {done.refused - len(done.problems)} more", err=True)


def _progress() -> Callable[[str, int, int, int], None]:
    """Words on standard error now and then, so that a long file is seen to move."""
    last = [time.monotonic()]

    def tell(file: str, done: int, of: int, rows: int) -> None:
        if time.monotonic() - last[0] > _EVERY:
            last[0] = time.monotonic()
            share = min(100, 100 * done // of) if of else 100
            sys.stderr.write(f"  {file}: {rows} rows, {share} %\n")
            sys.stderr.flush()

    return tell
