"""The states of a match as a table: which step leads where, who decides it, for which reasons.

Nothing here reads a database; `services.matches.lifecycle.move` obeys it. A step of `FOLLOWS` is
nobody's to press: it comes with another deed (an employer that was checked, a placement that was
recorded, a vacancy that was opened again).
"""

from __future__ import annotations

COACH, JOBSEEKER, EMPLOYER, STAFF = "coach", "jobseeker", "employer", "staff"
ANY_SIDE = "any"  # withdrawing: the jobseeker herself, or staff whom it concerns
FOLLOWS = "follows"  # the program, because of what somebody else did

WHO = {
    COACH: "the coach, or a colleague of the team",
    JOBSEEKER: "the jobseeker herself",
    EMPLOYER: "a contact of the employer",
    STAFF: "the coach's side or the account manager",
    ANY_SIDE: "the jobseeker, staff whom it concerns, or the program for a fact (filled, erased)",
    FOLLOWS: "nobody presses it: it follows from what somebody else did",
}

OPEN = frozenset({"proposed", "approved", "interested", "introduced", "invited", "met"})
ENDED = frozenset({"declined", "not_interested", "rejected", "placed", "not_placed", "withdrawn"})
NEGATIVE = frozenset({"declined", "not_interested", "rejected", "not_placed", "withdrawn"})

STEPS: dict[str, dict[str, str]] = {
    # from: {to: who decides}
    "proposed": {"approved": COACH, "declined": COACH, "withdrawn": ANY_SIDE},
    "approved": {"interested": JOBSEEKER, "not_interested": JOBSEEKER, "withdrawn": ANY_SIDE},
    "interested": {
        "introduced": FOLLOWS,
        "withdrawn": ANY_SIDE,
    },  # a checked employer sees her card
    "introduced": {"invited": EMPLOYER, "rejected": EMPLOYER, "withdrawn": ANY_SIDE},
    "invited": {"met": STAFF, "withdrawn": ANY_SIDE},
    "met": {"placed": FOLLOWS, "not_placed": STAFF, "withdrawn": ANY_SIDE},  # placed: a placement
    "declined": {"proposed": COACH},  # taken back while nobody outside has heard
    "withdrawn": dict.fromkeys(sorted(OPEN), FOLLOWS),  # its vacancy was closed by mistake
}

REASONS: dict[str, tuple[str, ...]] = {
    "declined": ("skills", "travel", "hours", "not_suited_now", "plan", "other_match", "other"),
    "not_interested": ("work", "travel", "hours", "wage", "employer", "not_now", "other"),
    "rejected": ("skills", "hours", "filled", "language", "other_candidate", "other"),
    "not_placed": ("no_show", "no_fit", "other_work", "employer_stopped", "other"),
    "withdrawn": ("profile", "vacancy", "filled", "erased", "changed", "agreement", "silent"),
}


def decides(state: str, to: str) -> str:
    """Who decides this step; empty when there is no such step."""
    return STEPS.get(state, {}).get(to, "")


def diagram() -> str:
    """The table as a Mermaid state diagram; who decides stands beside each arrow."""
    lines = ["stateDiagram-v2", "    [*] --> proposed"]
    for state, steps in STEPS.items():
        lines += [f"    {state} --> {to}: {who}" for to, who in steps.items()]
    finals = sorted(ENDED - set(STEPS))
    return "\n".join([*lines, *(f"    {state} --> [*]" for state in finals)])
