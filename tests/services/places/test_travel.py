import pytest

from services.places import MEANS, Place, kilometres, place, travel_minutes


def at(code: str) -> Place:
    found = place(code)
    assert found is not None
    return found


def test_distance_is_symmetric_and_right() -> None:
    assert kilometres(at("haarlem"), at("amsterdam")) == pytest.approx(17, abs=1)
    assert kilometres(at("2011"), at("2011")) == 0
    assert kilometres(at("2011"), at("1976")) == kilometres(at("1976"), at("2011"))


@pytest.mark.parametrize(
    ("a", "b", "means", "low", "high"),
    [  # door to door, as a route planner would say it on a weekday, with room on both sides
        ("haarlem", "zandvoort", "bike", 25, 40),
        ("haarlem", "zandvoort", "public-transport", 25, 45),
        ("haarlem", "amsterdam", "car", 25, 45),
        ("haarlem", "amsterdam", "public-transport", 38, 60),
        ("haarlem", "ijmuiden", "bike", 33, 48),
        ("haarlem", "ijmuiden", "car", 16, 28),
        ("haarlem", "beverwijk", "public-transport", 30, 50),
        ("haarlem", "utrecht", "public-transport", 60, 90),
        ("2011", "2036", "walk", 40, 60),
        ("2011", "2036", "bike", 12, 20),
    ],
)
def test_estimates_are_what_people_know(a: str, b: str, means: str, low: int, high: int) -> None:
    assert low <= travel_minutes(at(a), at(b), means) <= high


@pytest.mark.parametrize("means", MEANS)
def test_both_ways_take_as_long_and_further_takes_longer(means: str) -> None:
    home, near, far = at("2011"), at("2023"), at("2042")
    assert travel_minutes(home, far, means) == travel_minutes(far, home, means)
    assert travel_minutes(home, near, means) < travel_minutes(home, far, means)
    assert travel_minutes(home, home, means) >= 5


def test_the_canal_is_a_detour() -> None:
    over = travel_minutes(at("1975"), at("1949"), "bike")
    beside = travel_minutes(at("1975"), at("1985"), "bike")
    assert kilometres(at("1975"), at("1949")) == pytest.approx(
        kilometres(at("1975"), at("1985")), abs=0.6
    )
    assert over > beside + 8


def test_an_unknown_means_is_an_error() -> None:
    with pytest.raises(ValueError, match="unknown means of travel 'helicopter'"):
        travel_minutes(at("2011"), at("2023"), "helicopter")
