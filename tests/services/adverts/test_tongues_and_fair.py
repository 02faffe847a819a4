"""Languages that are demanded, and demands that the law forbids."""

from __future__ import annotations

from datetime import date

import pytest

from services import adverts

TODAY = date(2026, 11, 23)


def listed(text: str, field: str) -> list[str]:
    found = adverts.read(text, "nl", TODAY).get(field)
    if found is None:
        return []
    assert len(found.each) == len(found.value)
    return [each.get("code") or each["kind"] for each in found.value]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Receptionist. Je spreekt goed Nederlands en Engels.", ["en"]),
        ("Kok. Vloeiend in Duits en Frans, Spaans is een plus.", ["de", "fr"]),
        ("Kok. Je spreekt Nederlands of Engels.", []),
        ("Kok. Dutch or English, both are fine.", []),
        ("Kok. Engels is niet nodig.", []),
        ("Kok. Onze voorman spreekt Pools en Turks.", []),
        ("Verkoper van Engelse drop en Franse kaas bij een Duits bedrijf.", []),
        ("Kok. Beheersing van de Nederlandse en Engelse taal in woord en geschrift.", ["en"]),
        ("Cook. You speak English well; German is nice to have.", ["en"]),
        ("Kok. Poolse en Arabische taal is mooi meegenomen.", []),
    ],
)
def test_languages(text: str, codes: list[str]) -> None:
    assert listed(text, "languages") == codes


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Gezocht: een spontane jongedame voor de bar.", ["sex"]),
        ("Wij zoeken een verkoper voor een jong team.", []),
        ("Wij zoeken een leuke meid voor de bar.", ["sex"]),
        ("Kapper gezocht, niet ouder dan 30 jaar.", ["age"]),
        ("Je bent tussen de 18 en 25 jaar en werkt als kok.", ["age"]),
        ("Wij zoeken een jonge kok.", ["age"]),
        ("Begeleider: je werkt met jongeren tussen 12 en 23 jaar.", []),
        ("Kok. Je verdient tot 21 jaar iets minder.", []),
        ("Kok. Vanwege nachtwerk minimaal 18 jaar.", []),
        ("Kok van Nederlandse afkomst gezocht.", ["origin"]),
        ("Kok. Geen hoofddoek.", ["religion"]),
        ("Kok zonder rugklachten gezocht.", ["health"]),
        ("Wij zoeken een timmerman of timmervrouw (m/v).", []),
        ("Iedereen is welkom: man of vrouw, jong of oud.", []),
        ("Heb je een beperking? Welkom!", []),
    ],
)
def test_exclusions(text: str, kinds: list[str]) -> None:
    assert listed(text, "exclusions") == kinds
