import pytest

from services.places import places_in


def named(text: str) -> list[tuple[str, str]]:
    return [(found.code, text[start:end]) for found, start, end in places_in(text)]


def test_towns_are_found_where_they_stand() -> None:
    assert named("Bakker in IJmuiden, ook Haarlem-Noord of Velsen-Noord.") == [
        ("ijmuiden", "IJmuiden"),
        ("2024", "Haarlem-Noord"),
        ("velsen-noord", "Velsen-Noord"),
    ]
    assert named("HAARLEM - Chauffeur") == [("haarlem", "HAARLEM")]
    assert named("medewerker in haarlem gezocht") == [("haarlem", "haarlem")]
    assert named("regio 's-Hertogenbosch of Den Haag") == [
        ("s-hertogenbosch", "'s-Hertogenbosch"),
        ("den-haag", "Den Haag"),
    ]


def test_a_postcode_gives_the_part_of_town() -> None:
    assert named("Adres: Dorpsweg 2, 1972 EN IJmuiden") == [("1972", "1972 EN IJmuiden")]
    assert named("Kom naar 2015 CL voor een gesprek") == [("2015", "2015 CL")]
    assert named("2025 Beverwijk groeit") == [("beverwijk", "Beverwijk")]


def test_the_longest_name_wins() -> None:
    assert named("bij Wijk bij Duurstede of Wijk aan Zee") == [
        ("wijk-bij-duurstede", "Wijk bij Duurstede"),
        ("wijk-aan-zee", "Wijk aan Zee"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Werk je graag? Best veel loon. Rijk aan ervaring.",
        "Bel mevrouw De Vries of dhr. van Buren.",
        "De Hoef van het paard. Haarlemse winkel in Zuid-Holland.",
        "medewerkers begeleiden en in goede banen te leiden",
        "Al bij Handel en Zorg sinds 2011, 1975 mensen",
        "de wijk schoonmaken en hout en staal dragen",
    ],
)
def test_words_and_surnames_are_no_towns(text: str) -> None:
    assert named(text) == []


def test_a_common_word_counts_with_a_capital_behind_a_preposition() -> None:
    assert named("Standplaats: Best") == [("best", "Best")]
    assert named("werken in Made") == [("made", "Made")]
    assert named("werken in De Hoef") == [("de-hoef", "De Hoef")]
