"""What helps somebody work well, beside what a vacancy offers: for the coach, never for points."""

from __future__ import annotations

from typing import Literal

from services.matching.model import Demands, Profile

NOTHING = "none"  # the answer "niets speciaals"
Offered = Literal["yes", "no", "unknown"]


def helps_line(profile: Profile, demands: Demands) -> list[tuple[str, Offered]]:
    """Each thing that helps this person, and whether the vacancy says to offer it.

    "unknown" where the employer was not asked. Not part of the fit: `fit` never reads it.
    """
    offers = demands.get("conditions")
    wanted = [code for code in profile.get("helps") or () if code != NOTHING]
    return [(code, _offered(code, offers)) for code in wanted]


def _offered(code: str, offers: list[str] | None) -> Offered:
    if offers is None:
        return "unknown"
    return "yes" if code in offers else "no"
