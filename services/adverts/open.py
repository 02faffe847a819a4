"""What the employer is open to and offers to somebody who needs it, when literally said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from services.adverts.model import Line, Reading, at

_NO_MUST = r"(?:niet (?:per se |echt |altijd )?(?:nodig|vereist|verplicht|noodzakelijk|belangrijk|een vereiste|een must)|geen (?:vereiste|must|eis|probleem)|hoeft niet|heb je niet nodig|is niet nodig|not (?:needed|required|necessary)|maakt niet uit|boeit (?:ons )?niet|interesseert ons niet|telt niet|speelt geen rol)"
OPEN = tuple(
    (code, re.compile(rf"\b(?:{pattern})", re.IGNORECASE))
    for code, pattern in (
        (
            "beginner",
            rf"(?:werk)?ervaring[^.,;\n]{{0,20}} {_NO_MUST}|experience[^.,;\n]{{0,12}} {_NO_MUST}|(?:geen|(?<!loon )zonder) (?:\w+ (?:of|en) )?(?:werk)?ervaring(?!en)(?! (?:met|in) )|no (?:previous |prior )?experience|geen startkwalificatie|(?:starters?|schoolverlaters|zij-?instromers?) (?:zijn )?(?:ook )?(?:van harte )?welkom|beginners? welkom|(?:wij|we) leren (?:het )?je (?:graag )?alles|leren (?:wij|we) (?:het )?(?:je|jou)(?: graag)? (?:alles|het vak)|leer je (?:alles|het vak) (?:bij|van) ons|niet nodig: [^.\n]{{0,25}}ervaring|we (?:will )?train you|hoef je (?:nog )?(?:niks|niets) te kunnen|kun je nog (?:niks|niets)|leer je het (?:van|bij) ons",
        ),
        ("learn-work", r"bbl\b|leer-?werk\w*|leerbaan|werken en leren|leren en werken"),
        (
            "little-dutch",
            rf"(?:nederlands|dutch)[^.,;\n]{{0,25}} {_NO_MUST}|(?:hoeft|hoef je) geen nederlands|geen nederlands (?:nodig|spreekt|is geen)|no dutch (?:needed|required)|(?:een )?beetje nederlands(?:\? dat)? (?:is )?(?:genoeg|voldoende|prima)|weinig nederlands|english is (?:fine|ok|enough)|engels is ook (?:goed|prima)|spreek je (?:nog )?(?:geen|weinig|niet zo goed|niet goed) nederlands",
        ),
        (
            "banenafspraak",
            r"banenafspraak|doelgroepregister|doelgroep ?register|afstand tot de arbeidsmarkt|participatiewet|garantiebaan|beschut werk",
        ),
        (
            "trial",
            r"proefplaatsing|op proef\b|trial placement|een (?:dag|week|paar dagen) (?:op )?proef",
        ),
    )
)
CONDITIONS = tuple(
    (code, re.compile(rf"\b(?:{pattern})", re.IGNORECASE))
    for code, pattern in (
        (
            "buddy",
            r"buddy\b|maatje\b|vaste begeleid(?:er|ster)|vaste jobcoach|ervaren collega[^.,\n]{0,25}(?:begeleid|inwerk|leert|naast je|helpt)|vaste collega[^.,\n]{0,20}(?:helpt|begeleid)",
        ),
        ("fixed-tasks", r"vaste taken\b|vast takenpakket|vaste (?:duidelijke )?werkzaamheden"),
        (
            "quiet",
            r"rustige (?:werk)?(?:plek|plaats)|prikkelarm\w*|rustige (?:werk)?omgeving|quiet (?:work)?place",
        ),
        (
            "no-lifting",
            r"(?:geen|niet) zwaar (?:werk|til\w*)|geen tilwerk|(?:hoeft|hoef je) niet (?:zwaar )?te tillen|no heavy lifting",
        ),
        (
            "build-up",
            r"bouwt? (?:je |jij )?(?:de |je |jouw )?uren (?:\w+ )?op\b|uren (?:rustig |langzaam |stap voor stap )?opbouwen|opbouw van uren|rustig opbouwen|langzaam opbouwen",
        ),
        ("rest", r"extra pauzes?|rustmomenten|(?:in )?(?:je|jouw) eigen tempo|extra rust\b"),
    )
)


def named(
    table: Sequence[tuple[str, re.Pattern[str]]], lines: Sequence[Line], text: str
) -> Reading | None:
    """The codes whose words are in the text, with the first of those words."""
    found = [
        (code, at(code, line, match, text))
        for code, pattern in table
        for line in lines
        if line.role != "firm" and (match := pattern.search(line.words))
    ]
    if not found:
        return None
    first = min((each for _, each in found), key=lambda each: each.start)
    codes = list(dict.fromkeys(code for code, _ in found))
    return Reading(codes, first.words, first.start, first.end)
