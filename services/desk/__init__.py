"""What the console shows: what waits, people, vacancies. Reads only, within `services.rights`."""

from services.desk import board, candidates, views
from services.desk.after import After, after_match
from services.desk.board import VacancyRow, vacancies
from services.desk.employer import EmployerFile, employer_file
from services.desk.files import (
    JobseekerFile,
    MatchFile,
    Questions,
    jobseeker_file,
    looked,
    match_file,
    questions_file,
)
from services.desk.lists import (
    ORDERS,
    PersonRow,
    old_fields,
    people,
    towns,
)
from services.desk.placed import ONLY, PlacementFile, at_work, placement_file
from services.desk.plan import PlanFile, plan_file, work_of
from services.desk.today import today
from services.desk.transfer import Transfer, transfer
from services.desk.vacancy import VacancyFile, vacancy_file
from services.desk.waits import Waiting, by_urgency, mark

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
