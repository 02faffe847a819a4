"""The table for people to read, and what is coming if nothing changes."""

from __future__ import annotations

from datetime import datetime

from services.followup.model import After, Step
from services.followup.rules import rules
from services.followup.sweep import Due, unsent
from services.region.parts import FollowUp
from services.unit_of_work import Work


async def coming(work: Work, until: datetime) -> list[Due]:
    """Every step that falls due by then and was not sent, soonest first; the cap is not counted."""
    found = []
    for rule in rules(work.region.follow_up):
        for case in await rule.waits(work, until):
            for number, step in enumerate(rule.steps):
                due = Due(rule, case, number, rule.due(work.region, case, step))
                if due.at <= until and due.at + rule.stale > work.now:
                    found.append(due)
    return sorted(await unsent(work, found), key=lambda due: (due.at, due.key))


def as_markdown(of: FollowUp) -> str:
    """A table with a row for each step."""
    lines = [
        "| What waits | After | To | Kind | Button or deed | Stale after |",
        "|---|---|---|---|---|---|",
    ]
    for rule in rules(of):
        for number, step in enumerate(rule.steps):
            what = f"**{rule.name}**: {rule.why}" if number == 0 else ""
            stale = f"{rule.stale.days} days" if number == 0 else ""
            cells = (what, _when(step), step.to.replace("_", " "), step.kind, _deed(step))
            lines.append("| " + " | ".join((*cells, stale)) + " |")
    return "\n".join(lines) + "\n"


def _when(step: Step) -> str:
    if step.ahead:
        return f"{step.ahead} hours before the promise of {_after(step.after)}"
    return _after(step.after)


def _after(after: After) -> str:
    if after.amount == 0:
        return "at once"
    unit = after.unit if abs(after.amount) != 1 else after.unit.removesuffix("s")
    return f"{abs(after.amount)} {unit}" + (" before" if after.amount < 0 else "")


def _deed(step: Step) -> str:
    if step.act is not None:
        return step.act.__name__.replace("_", " ")
    return step.opens or step.press or ("console" if step.kind in ("alert", "digest") else "")
