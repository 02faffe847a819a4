"""What the console shows: what waits, people, vacancies. Reads only, within `services.rights`."""

from services.console import candidates, employer_list, views
from services.console import vacancies as board
from services.console.employer import EmployerFile, employer_file
from services.console.helping import After, after_match
from services.console.people import (
    ORDERS,
    PersonRow,
    old_fields,
    people,
    towns,
)
from services.console.person import (
    JobseekerFile,
    MatchFile,
    Questions,
    jobseeker_file,
    looked,
    match_file,
    questions_file,
)
from services.console.placements import ONLY, PlacementFile, at_work, placement_file
from services.console.plan import PlanFile, plan_file, work_of
from services.console.today import today
from services.console.transfer import Transfer, transfer
from services.console.vacancies import VacancyRow, vacancies
from services.console.vacancy import VacancyFile, vacancy_file
from services.console.waits import Waiting, by_urgency, mark

__all__ = [
    "ONLY",
    "ORDERS",
    "After",
    "EmployerFile",
    "JobseekerFile",
    "MatchFile",
    "PersonRow",
    "PlacementFile",
    "PlanFile",
    "Questions",
    "Transfer",
    "VacancyFile",
    "VacancyRow",
    "Waiting",
    "after_match",
    "at_work",
    "board",
    "by_urgency",
    "candidates",
    "employer_file",
    "employer_list",
    "jobseeker_file",
    "looked",
    "mark",
    "match_file",
    "old_fields",
    "people",
    "placement_file",
    "plan_file",
    "questions_file",
    "today",
    "towns",
    "transfer",
    "vacancies",
    "vacancy_file",
    "views",
    "work_of",
]
