"""The region: everything that differs between arbeidsmarktregio's, from one TOML file."""

from services.region.loading import BUILT_IN, RegionError, load
from services.region.model import Region
from services.region.parts import (
    WORKING_DAYS,
    FollowUp,
    FrontDoor,
    Gemeente,
    MinimumWage,
    Opening,
    Organisation,
    QuietHours,
    Report,
    Retention,
    Team,
    TeamKind,
)
from services.region.rules import Conditions, Instrument, PriorityGroup, Target, Verdict

__all__ = [
    "BUILT_IN",
    "WORKING_DAYS",
    "Conditions",
    "FollowUp",
    "FrontDoor",
    "Gemeente",
    "Instrument",
    "MinimumWage",
    "Opening",
    "Organisation",
    "PriorityGroup",
    "QuietHours",
    "Region",
    "RegionError",
    "Report",
    "Retention",
    "Target",
    "Team",
    "TeamKind",
    "Verdict",
    "load",
]
