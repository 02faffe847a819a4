"""The demo's invented world: people, employers and vacancies as answers of the dialogs.

Pure: the same seed gives the same world. Writing it into a database happens elsewhere.
"""

from bot.demo.market import employers, vacancies
from bot.demo.people import jobseekers, staff

__all__ = ["employers", "jobseekers", "staff", "vacancies"]
