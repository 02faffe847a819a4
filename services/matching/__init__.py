"""How well a person and a vacancy fit, and why: pure functions over stored codes.

Nothing here decides. A score orders a list, every point of it is told in words, and a coach
chooses. What is read, what it weighs and why: docs/matching.md.
"""

from services.matching.fitting import fit, rank, rank_vacancies
from services.matching.helps import helps_line
from services.matching.insight import Carving, Unusual
from services.matching.model import Demands, Fit, Part, Profile, Relief, Rules, Verdict
from services.matching.relief import band, softer, what_if, without

__all__ = [
    "Carving",
    "Demands",
    "Fit",
    "Part",
    "Profile",
    "Relief",
    "Rules",
    "Unusual",
    "Verdict",
    "band",
    "fit",
    "helps_line",
    "rank",
    "rank_vacancies",
    "softer",
    "what_if",
    "without",
]
