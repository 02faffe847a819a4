"""The words of every language, from locales/, and how a reference is put into words."""

from services.texts.catalogue import (
    FIRST,
    LOCALES,
    RIGHT_TO_LEFT,
    WordsError,
    also,
    base,
    has,
    languages,
    pick,
    pick_many,
    plain,
    small_words,
    text,
)

__all__ = [
    "FIRST",
    "LOCALES",
    "RIGHT_TO_LEFT",
    "WordsError",
    "also",
    "base",
    "has",
    "languages",
    "pick",
    "pick_many",
    "plain",
    "small_words",
    "text",
]
