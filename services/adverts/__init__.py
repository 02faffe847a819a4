"""Reading a pasted vacancy text: what is there, with the words it came from, and nothing else.

A field that is not in the text, or that could mean two things, is left out: it is asked, never
invented. No database and no clock: today is a parameter.
"""

from services.adverts.answers import as_answers
from services.adverts.model import Advert, Reading
from services.adverts.reader import read, unfit
from services.adverts.several import is_rest, rest_of, several

__all__ = ["Advert", "Reading", "as_answers", "is_rest", "read", "rest_of", "several", "unfit"]
