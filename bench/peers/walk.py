"""What each person says, and what a bot that only follows a script would ask.

Words in brackets are buttons. Our own bot finds its own words; the peers say these, which are as
long and have as many buttons.
"""

from __future__ import annotations

START = (
    "Hoi! Dit is Werklijn. Hier vind je werk dat bij je past. Je praat met een computerprogramma. "
    "Een mens kijkt mee. Het is gratis.\n\nIn welke taal wil je praten?"
)
SAID = (
    "/start",
    "[Nederlands]",
    "[Ik zoek werk]",
    "Amina",
    "haarlem",
    "{work}",
    "[Klaar]",
    "weet ik niet",
    "[Weet ik niet]",
)
WORK = (
    *("schoonmaker", "kok", "bakker", "lasser", "kapper", "timmerman", "schilder", "loodgieter"),
    *("vrachtwagenchauffeur", "magazijnmedewerker", "tuinman", "receptionist", "slager", "kelner"),
    *("metselaar", "glazenwasser", "serveerster", "huishoudelijke hulp", "taxichauffeur"),
)
ASKED: tuple[tuple[str, tuple[str, ...]], ...] = (
    (START, ("Nederlands", "English")),
    ("Wat kan ik voor je doen?", ("Ik zoek werk", "Ik zoek personeel", "Ik ben een collega")),
    ("Ik stel je twaalf korte vragen.\n\nVraag 1 van 12\nHoe mag ik je noemen?", ("Amina", "?")),
    ("Vraag 2 van 12\nWaar woon je? Typ je plaats of je postcode.", ("Terug", "?")),
    ("Vraag 3 van 12\nWelk werk wil je doen? Noem er één, twee of drie.", ("Terug", "?")),
    ("Ik heb: schoonmaker. Wil je er nog een noemen?", ("Klaar", "✓ schoonmaker", "Terug")),
    ("Vraag 4 van 12\nWelk werk heb je gedaan?", ("schoonmaker", "Weet ik niet", "Terug", "?")),
    ("Vraag 5 van 12\nWaar ben je goed in?", ("dweilen", "ramen", "Weet ik niet", "Terug", "?")),
    ("Vraag 6 van 12\nHoeveel uur wil je werken?", ("8 tot 16", "16 tot 24", "24 tot 32", "?")),
)
assert len(SAID) == len(ASKED)
