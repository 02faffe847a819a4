"""`werklijn retention`: what is kept too long, and counts of what is gone."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Annotated, Any, Literal

import typer

from bot.operating import retention as operating_kept
from bot.operating.errors import do, settings

What = Literal[
    "jobseeker",
    "vacancy",
    "match",
    "match-placed",
    "placement",
    "employer",
    "survey-jobseeker",
    "survey-employer",
    "event",
]
retention = typer.Typer(no_args_is_help=True, help="What is kept no longer than it may be.")


@retention.command()
def preview() -> None:
    """Show how many rows each line of the table finds now. Nothing is removed."""
    _say(operating_kept.retained(settings(), carry_out=False))


@retention.command()
def run() -> None:
    """Carry out a round now, as the service does every day, and say what went."""
    _say(operating_kept.retained(settings(), carry_out=True))


@retention.command()
def counts(
    what: Annotated[What, typer.Argument(help="What is gone.")],
    by: Annotated[
        Literal["gemeente", "organisation", "kind", "sort"], typer.Option(help="The slice.")
    ] = "kind",
) -> None:
    """Show the counts that stayed of what is gone, by month; small groups do not show."""
    _say(operating_kept.counted(settings(), what, by))


def _say(lines: Coroutine[Any, Any, list[str]]) -> None:
    for line in do(lines):
        typer.echo(line)
