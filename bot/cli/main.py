"""The command `werklijn`: everything an operator does."""

from __future__ import annotations

from datetime import datetime
from importlib import metadata
from typing import Annotated, Literal

import typer

from bot import operating
from bot.cli.audit import audit, breach
from bot.cli.copies import backup, rekey, restore
from bot.cli.imports import imports
from bot.cli.normalise import normalise
from bot.cli.retention import retention
from bot.cli.talk import talk
from bot.operating.errors import do as _do
from bot.operating.errors import settings as _settings
from dialogs.diagrams import dialogs_drawn, matches_drawn

app = typer.Typer(
    no_args_is_help=True, add_completion=False, help=__doc__, pretty_exceptions_enable=False
)
database = typer.Typer(no_args_is_help=True, help="The database.")
app.add_typer(database, name="db")
app.add_typer(imports, name="import")
app.add_typer(retention, name="retention")
app.add_typer(audit, name="audit")
app.command()(breach)
app.command()(normalise)
app.command()(rekey)
app.command()(backup)
app.command()(restore)
app.command()(talk)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(metadata.version("werklijn"))
        raise typer.Exit


@app.callback()
def everything(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Which release this is."),
    ] = False,
) -> None:
    """The line between people and work."""


@app.command()
def run() -> None:
    """Serve: the web, Telegram when there is a token, the worker and the sender."""
    _do(operating.serve(_settings()))


@app.command()
def demo(
    fresh: Annotated[bool, typer.Option(help="Throw the demo's data away and start anew.")] = False,
) -> None:
    """Fill an empty database with an invented region, serve it, and print where to look."""
    _do(operating.demo(_settings(), fresh=fresh))


@database.command("upgrade")
def db_upgrade() -> None:
    """Bring the database to the form of this release."""
    _do(operating.upgrade_database(_settings()))


@app.command()
def invite(
    role: Annotated[str, typer.Argument(help="coach, account_manager, jobcoach …")],
    team: Annotated[str, typer.Option(help="The team's code in the region file.")],
    name: Annotated[str, typer.Option(help="What the colleague is called.")],
    lead: Annotated[bool, typer.Option(help="Leads the team.")] = False,
) -> None:
    """Make a link with which a colleague joins (14 days valid, once)."""
    typer.echo(_do(operating.invite(_settings(), role, team, name, lead=lead)))


@app.command()
def match(kind: Literal["vacancy", "jobseeker"], number: int) -> None:
    """Show what fits best, without changing anything."""
    for line in _do(operating.best_matches(_settings(), kind, number)):
        typer.echo(line)


nudges = typer.Typer(no_args_is_help=True, help="What is followed up, and when.")
app.add_typer(nudges, name="nudges")


@nudges.command()
def preview(
    until: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="Up to this day.")],
    person: Annotated[int, typer.Option(help="Only what goes to this person, by number.")] = 0,
) -> None:
    """Show what would go out by then, to whom and why, if nothing changes. Nothing is sent."""
    for line in _do(operating.preview(_settings(), until, person)):
        typer.echo(line)


@nudges.command()
def table() -> None:
    """Print the table of nudges, with the amounts of the region (Markdown)."""
    typer.echo(operating.nudge_table(_settings()), nl=False)


@app.command()
def diagrams(
    what: Annotated[str, typer.Argument(help="dialogs, or matches")] = "dialogs",
) -> None:
    """Print every dialog, or the states of a match, as Mermaid diagrams."""
    pages = {"dialogs": dialogs_drawn, "matches": matches_drawn}
    if what not in pages:
        raise typer.BadParameter(" or ".join(pages))
    typer.echo(pages[what](), nl=False)


@app.command()
def erase(person: int) -> None:
    """Erase everything about a person, by number."""
    _do(operating.erase(_settings(), person))


@app.command()
def parked() -> None:
    """Show what could not be handled: its number, since when, whose, and the class of the error."""
    for line in _do(operating.put_aside(_settings())):
        typer.echo(line)


@app.command()
def retry(
    which: Annotated[list[str], typer.Argument(help="Numbers shown by `werklijn parked`, or all.")],
) -> None:
    """Try what was parked again, when its cause was mended."""
    if which != ["all"] and not all(word.isdecimal() for word in which):
        raise typer.BadParameter("give numbers, or the word all")
    ids = None if which == ["all"] else {int(word) for word in which}
    for line in _do(operating.retry(_settings(), ids)):
        typer.echo(line)


@app.command()
def doctor() -> None:
    """Check settings, database, Telegram and clock; exit 1 when something is wrong."""
    sound = True
    for name, good, said in _do(operating.examine(_settings())):
        typer.echo(f"{'ok   ' if good else 'WRONG'}  {name}: {said}")
        sound = sound and good
    raise typer.Exit(0 if sound else 1)


if __name__ == "__main__":
    app()
