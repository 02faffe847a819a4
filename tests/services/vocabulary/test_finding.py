from __future__ import annotations

from services import vocabulary

ADVERT = """Ervaren bakker (m/v), 24-32 uur, Beverwijk

Wij zijn een familiebedrijf met een hecht team. Je werkt samen met de kok en met mevrouw Bakker.
Je helpt de klant aan de kassa, houdt de winkel schoon en draagt bij aan de keuken.
Wat vragen wij? Je bent flexibel, communicatief en werkt veilig en zelfstandig.
Je rijdt soms met de bus. Ook schoonmaaksters en medewerkers bediening zijn welkom.
Vragen? Bel Jan de Boer of J. Visser. Solliciteer voor de zomer bij onze afdeling administratie.
"""


def found(text: str, language: str = "nl") -> list[tuple[str, str]]:
    return [(hit.words, hit.concept.code) for hit in vocabulary.find("occupation", text, language)]


def test_an_advert_names_only_what_it_names() -> None:
    assert found(ADVERT) == [
        ("bakker", "baker"),
        ("kok", "cook"),
        ("schoonmaaksters", "cleaner"),
        ("medewerkers bediening", "waiter"),
    ]


def test_spans_are_places_in_the_text() -> None:
    for hit in vocabulary.find("occupation", ADVERT):
        assert ADVERT[hit.start : hit.end] == hit.words
        assert 0 < hit.score <= 1


def test_the_longest_name_wins_and_spans_do_not_overlap() -> None:
    assert found("Wij zoeken een verkoper groente en fruit.") == [
        ("verkoper groente en fruit", "greengrocer-seller")
    ]


def test_spaces_and_hyphens_inside_a_name_do_not_matter() -> None:
    assert found("heftruck-chauffeur of vrachtwagen chauffeur") == [
        ("heftruck-chauffeur", "forklift-driver"),
        ("vrachtwagen chauffeur", "truck-driver"),
    ]


def test_plurals_are_found() -> None:
    text = "receptionisten, verpleegkundigen, elektriciens, stukadoors, kapsters en vakkenvullers"
    assert [code for _, code in found(text)] == [
        "receptionist", "nurse", "electrician", "plasterer", "hairdresser", "shelf-stacker",
    ]  # fmt: skip


def test_names_of_people_are_not_occupations() -> None:
    assert found("Contact: mevrouw Kok, meneer Timmerman of P. Smit, van de firma De Boer") == []


def test_a_name_does_not_run_on_over_a_line_or_a_stop() -> None:
    assert found("Je werkt in de productie. Medewerker worden?\nproductie\nmedewerker") == []


def test_what_one_does_counts_for_less_than_who_one_is() -> None:
    did, is_one = vocabulary.find("occupation", "schoonmaken; schoonmaker")
    assert did.concept == is_one.concept
    assert did.score < is_one.score


def test_skills_are_found_by_what_one_does() -> None:
    hits = vocabulary.find("skill", "Je kunt samenwerken en bent altijd op tijd.")
    assert [hit.concept.code for hit in hits] == ["work-together", "be-on-time"]


def test_nothing_is_found_in_nothing() -> None:
    assert found("") == found("🙂 !!! …") == found("1234 5678") == []
