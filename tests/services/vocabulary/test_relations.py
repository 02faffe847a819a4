from __future__ import annotations

from services import vocabulary
from services.vocabulary import occupations_related as related


def test_same_broader_related_and_far() -> None:
    assert related("cleaner", "cleaner") == 1
    assert related("domestic-cleaner", "cleaner") == 0.8
    assert related("cook", "kitchen-help") == 0.6
    assert related("programmer", "fish-processor") == 0


def test_the_order_does_not_matter() -> None:
    codes = [concept.code for concept in vocabulary.all_concepts("occupation")][::9]
    for one in codes:
        for other in codes:
            assert related(one, other) == related(other, one)
            assert 0 <= related(one, other) <= 1
            assert (related(one, other) == 1) == (one == other)


def test_one_sector_is_a_little_near_and_links_are_nearer() -> None:
    assert 0 < related("florist", "cashier") <= 0.5
    assert related("shoe-seller", "fish-seller") == 0.5


def test_unknown_codes_are_near_to_nothing() -> None:
    assert related("cleaner", "no-such-code") == 0
    assert related("no-such-code", "no-such-code") == 0
    assert vocabulary.skills_of("no-such-code") == ((), ())


def test_skills_of_an_occupation_have_names() -> None:
    essential, optional = vocabulary.skills_of("cleaner")
    assert essential
    for code in (*essential, *optional):
        assert vocabulary.name(code, "skill") != "?"


def test_names_fall_back_to_dutch_and_a_code_is_never_shown() -> None:
    assert vocabulary.name("cleaner", "occupation") == "schoonmaker"
    assert vocabulary.name("cleaner", "occupation", "en") == "cleaner"
    assert vocabulary.name("cleaner", "occupation", "ti") == "schoonmaker"
    assert vocabulary.name("no-such-code", "occupation") == "?"
    assert vocabulary.concept("no-such-code", "occupation") is None
