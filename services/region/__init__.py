"""The region: everything that differs between arbeidsmarktregio's, from one TOML file."""

from services.region.loading import BUILT_IN, RegionError, load
from services.region.model import Region
from services.region.parts import (
    HELP_CODES,
    WORKING_DAYS,
    FollowUp,
    FrontDoor,
    Gemeente,
    HelpLine,
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
    "HELP_CODES",
    "WORKING_DAYS",
    "Conditions",
    "FollowUp",
    "FrontDoor",
    "Gemeente",
    "HelpLine",
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
