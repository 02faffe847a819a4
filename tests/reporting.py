"""An employer who reports a vacancy: the questions that do not matter to a test are answered."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, select

from bot.stage import Stage
from services.store.models import Vacancy

OK = "Ja, meld deze vacature"
FREE = {  # what is typed where no button answers
    "Hoe heet de functie?": "hulp in de winkel",
    "Bij welk werk hoort dit?": "schoonmaker",
    "Waar is het werk?": "Haarlem",
}


async def heard(stage: Stage, *said: str, name: str = "Hans") -> str:
    """What somebody hears after saying some things, since they last listened."""
    for words in said:
        await stage.says(name, words)
    return "\n".join(await stage.hears(name)).replace("\xa0", " ")


async def to_summary(stage: Stage, name: str = "Hans", most: int = 40) -> list[str]:
    """Answer whatever is still asked, and hear the summary."""
    for _ in range(most):
        lines = await stage.hears(name)
        shown = list(stage.actors[name].buttons)
        if OK in shown:
            return lines
        asked = next((said for said in FREE if any(said in line for line in lines)), "")
        await stage.says(name, FREE[asked] if asked else f"[{_press(shown)}]")
    raise AssertionError(f"{name} never comes to the summary: {lines}")


def _press(shown: Sequence[str]) -> str:
    """What says least: not known, else done, else no, else the first."""
    quiet = [label for label in ("Weet ik niet", "Klaar", "Nee") if label in shown]
    return quiet[0] if quiet else shown[0]


async def reports(stage: Stage, name: str = "Hans") -> Vacancy:
    """Say yes to the summary; the vacancy that was stored last."""
    await to_summary(stage, name)
    await stage.says(name, f"[{OK}]")
    async with stage.work() as work:
        rows = await work.tx.exec(select(Vacancy).order_by(col(Vacancy.id).desc()).limit(1))
        return rows.one()
