"""What the console shows: what waits, people, vacancies. Reads only, within `services.rights`."""

from services.desk.files import (
    JobseekerFile,
    MatchFile,
    VacancyFile,
    jobseeker_file,
    match_file,
    vacancy_file,
)
from services.desk.lists import PersonRow, VacancyRow, people, vacancies
from services.desk.today import Waiting, by_urgency, today

__all__ = [
    "JobseekerFile",
    "MatchFile",
    "PersonRow",
    "VacancyFile",
    "VacancyRow",
    "Waiting",
    "by_urgency",
    "jobseeker_file",
    "match_file",
    "people",
    "today",
    "vacancies",
    "vacancy_file",
]
