"""`werklijn talk`: play a conversation in the terminal, and keep it as a transcript."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from bot.stage import NoButtonError, staged
from bot.transcripts import NotUnderstoodError, Player
from dialogs.registry import FORMS

HOW = """\
Type what somebody says; [Ja] presses a button. An empty line, or the end of the input, stops.
  == Marloes (coach intake-haarlem lead)   somebody else comes on stage
  -- 2 days                                time passes
"""
NOTHING = "(nothing is asked: this dialog is about something that is not there yet)"
COMMANDS = ("== ", "-- ", "++ ", "# ")


def talk(
    dialog: Annotated[
        str, typer.Argument(help="Begin with this dialog; without: a first hello.")
    ] = "",
    name: Annotated[str, typer.Option(help="Who talks.")] = "Amina",
    play: Annotated[Path | None, typer.Option(help="First play this transcript.")] = None,
    save: Annotated[Path | None, typer.Option(help="Keep what was said and heard here.")] = None,
) -> None:
    """Talk with the service here: nothing runs, nothing is sent, nothing is kept but --save."""
    if dialog and dialog not in FORMS:
        raise typer.BadParameter(f"no dialog {dialog!r}; there are {', '.join(sorted(FORMS))}")
    written = play.read_text("utf-8").splitlines() if play else []
    typer.echo(HOW)
    heard = asyncio.run(_talk(dialog, name, written))
    if save:
        save.write_text("\n".join(heard).strip() + "\n", "utf-8")
        typer.echo(f"\n{save}")


async def _talk(dialog: str, name: str, written: list[str]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        async with staged(f"sqlite+aiosqlite:///{folder}/talk.db") as stage:
            player = Player(stage)
            for line in written:
                await _act(player, line)
            if not player.name:
                await _act(player, f"== {name}")
            if dialog:
                await stage.begins(player.name, dialog)
                opened = await stage.hears(player.name)
                player.heard += opened
                typer.echo("\n".join(opened) or NOTHING)
            while line := await asyncio.to_thread(_asked, player.name):
                await _act(player, line if line.startswith(COMMANDS) else f"< {line}")
            return player.heard


async def _act(player: Player, line: str) -> None:
    """Play a line and show what it brings; what cannot be played is said, and nothing is lost."""
    if not line.strip() or line.startswith((">", "  [")):
        return
    try:
        said = await player.act(line)
    except NoButtonError as error:
        typer.echo(f"({error})")
    except (NotUnderstoodError, LookupError):
        typer.echo(f"(not a line of a transcript: {line})\n{HOW}")
    else:
        typer.echo("\n".join(said[1:] if line.startswith("< ") else said))


def _asked(name: str) -> str:
    try:
        return input(f"{name} < ")
    except EOFError:
        return ""
