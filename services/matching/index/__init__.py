"""The search index: who fits a vacancy, what fits a person, and what each demand costs.

In memory, codes and numbers only. It answers exactly what `rank`, `rank_vacancies` and `what_if`
answer when they judge everybody (a property test), without judging everybody. How: the section
"Search" of docs/matching.md.
"""

from services.matching.index.people import People
from services.matching.index.vacancies import Vacancies

__all__ = ["People", "Vacancies"]
