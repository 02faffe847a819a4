"""`werklijn audit` and `werklijn breach`: who came in, whom they saw, and what to do about it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from bot.operating import audit as afterwards
from bot.operating.errors import do, settings

Since = Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="From this day.")]
audit = typer.Typer(no_args_is_help=True, help="Who came in, and whom they saw.")


@audit.callback()
def group() -> None:
    """Who came in, and whom they saw."""


@audit.command()
def export(since: Since) -> None:
    """Print the audit log as JSON lines, oldest first: ids and codes only."""
    for line in do(afterwards.exported(settings(), since)):
        typer.echo(line)


def breach(
    since: Since,
    account: Annotated[int, typer.Argument(help="The number of a colleague or person.")] = 0,
    code: Annotated[str, typer.Option(help="A code or link that was in wrong hands.")] = "",
    address: Annotated[str, typer.Option(help="An address on the internet.")] = "",
    lock: Annotated[bool, typer.Option(help="Shut the account: visits and codes end.")] = False,
) -> None:
    """Show whom an account, a code or an address reached, and who informs them (AVG 33, 34).

    Tab-separated: number, times, first, last, team, coach, pages. `--lock` shuts the account first.
    """
    suspect = afterwards.suspected(account, code, address, lock=lock)
    for line in do(afterwards.reached(settings(), suspect, since, lock=lock)):
        typer.echo(line)
