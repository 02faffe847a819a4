"""`werklijn retention`: what is kept too long, and counts of what is gone."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from bot import operating
from bot.cli_running import carry_out, settings

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
    _say(operating.retained(settings(), carry_out=False))


@retention.command()
def run() -> None:
    """Carry out a round now, as the service does every day, and say what went."""
    _say(operating.retained(settings(), carry_out=True))


@retention.command()
def counts(
    what: Annotated[What, typer.Argument(help="What is gone.")],
    by: Annotated[
        Literal["gemeente", "organisation", "kind", "sort"], typer.Option(help="The slice.")
    ] = "kind",
) -> None:
    """Show the counts that stayed of what is gone, by month; small groups do not show."""
    _say(operating.counted(settings(), what, by))


def _say(lines: object) -> None:
    for line in carry_out(lines):  # type: ignore[arg-type]
        typer.echo(line)
