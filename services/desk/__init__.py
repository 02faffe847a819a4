"""What the console shows: what waits, people, vacancies. Reads only, within `services.rights`."""

from services.desk.files import (
    JobseekerFile,
    MatchFile,
    Questions,
    VacancyFile,
    jobseeker_file,
    match_file,
    questions_file,
    vacancy_file,
)
from services.desk.lists import PersonRow, VacancyRow, people, towns, vacancies
from services.desk.today import Waiting, by_urgency, mark, today

__all__ = [
    "JobseekerFile",
    "MatchFile",
    "PersonRow",
    "Questions",
    "VacancyFile",
    "VacancyRow",
    "Waiting",
    "by_urgency",
    "jobseeker_file",
    "mark",
    "match_file",
    "people",
    "questions_file",
    "today",
    "towns",
    "vacancies",
    "vacancy_file",
]
