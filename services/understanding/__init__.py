"""What people mean when they type a number, hours, a day, a wage or a phone number.

Plain functions from words to a value, or None when the words hold no such thing. Dutch and English
are understood alike, because people mix them. No clock is read: today is a parameter.
"""

from services.understanding.amounts import Wage, wage
from services.understanding.contacts import email, kvk, phone
from services.understanding.days import day
from services.understanding.denying import affirmed, denies
from services.understanding.licences import licences
from services.understanding.numbers import kilometres, minutes, number, plain
from services.understanding.past import since
from services.understanding.times import Times, times
from services.understanding.week import hours
from services.understanding.wishes import Wish, asks, wishes

__all__ = [
    "Times",
    "Wage",
    "Wish",
    "affirmed",
    "asks",
    "day",
    "denies",
    "email",
    "hours",
    "kilometres",
    "kvk",
    "licences",
    "minutes",
    "number",
    "phone",
    "plain",
    "since",
    "times",
    "wage",
    "wishes",
]
