from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from services.matching import Fit, Rules, fit, rank, rank_vacancies, what_if, without
from tests.services.matching.people import DEMANDS, HELPS, PROFILES

RULES = Rules()
MAY_READ = {
    *("home", "wanted", "done", "skills", "hours", "times", "travel", "limit", "licences"),
    *("dutch", "start", "level", "contract", "languages"),
}
MAY_ASK = {
    *("occupation", "must", "nice", "hours", "times", "place", "start", "contract", "level"),
    *("licences", "dutch", "languages", "open_to"),
}
PRIVATE = st.dictionaries(
    st.sampled_from(
        [
            *("name", "birth_year", "gender", "chat_language", "language", "benefit", "ladder"),
            *("register", "beschut", "permit", "origin", "nationality", "support", "id", "coach"),
        ]
    ),
    st.none() | st.booleans() | st.integers(0, 2026) | st.text(max_size=8),
)
CROWD = st.lists(PROFILES, max_size=6)


class Watched(Mapping[str, Any]):
    """A mapping that remembers which keys were looked at."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.values_, self.seen = values, set[str]()

    def __getitem__(self, key: str) -> Any:
        self.seen.add(key)
        return self.values_[key]

    def __iter__(self) -> Iterator[str]:
        raise AssertionError("matching goes through all that is stored")

    def __len__(self) -> int:
        return len(self.values_)


@given(PROFILES, DEMANDS)
def test_the_parts_add_up_to_a_score_from_0_to_100(
    profile: dict[str, Any], demands: dict[str, Any]
) -> None:
    found = fit(profile, demands)
    out_of = sum(part.out_of for part in found.parts)
    total = round(100 * sum(part.points for part in found.parts) / out_of) if out_of else 0
    assert 0 <= found.score <= 100
    assert out_of <= 100
    assert all(0 <= part.points <= part.out_of for part in found.parts)
    assert found.score == total or (found.capped and found.score < total)
    assert found.score < RULES.enough_known or not found.capped


@given(PROFILES, DEMANDS)
def test_it_reads_only_what_it_may(profile: dict[str, Any], demands: dict[str, Any]) -> None:
    person, vacancy = Watched(profile), Watched(demands)
    fit(person, vacancy)
    assert person.seen <= MAY_READ
    assert vacancy.seen <= MAY_ASK


@given(PROFILES, DEMANDS, PRIVATE, st.lists(st.sampled_from(HELPS)))
def test_private_facts_and_help_change_nothing(
    profile: dict[str, Any], demands: dict[str, Any], private: dict[str, Any], helps: list[str]
) -> None:
    assert fit({**private, **profile, "helps": helps}, demands) == fit(profile, demands)


@given(st.lists(PROFILES, max_size=5), DEMANDS, st.lists(PRIVATE, min_size=5, max_size=5))
def test_private_facts_change_no_order(
    profiles: list[dict[str, Any]], demands: dict[str, Any], private: list[dict[str, Any]]
) -> None:
    people = list(enumerate(profiles))
    dressed = [(n, {**private[n], **profile}) for n, profile in people]
    assert rank(demands, dressed, at_least=0) == rank(demands, people, at_least=0)


@given(PROFILES, DEMANDS, st.sampled_from(sorted(MAY_READ)))
def test_a_missing_value_never_blocks(
    profile: dict[str, Any], demands: dict[str, Any], field: str
) -> None:
    without_it = {key: value for key, value in profile.items() if key != field}
    fewer = {block.text for block in fit(without_it, demands).blocks}
    assert fewer <= {block.text for block in fit(profile, demands).blocks}
    assert fit({}, demands).possible
    assert fit({}, demands).score == 0


@given(PROFILES, DEMANDS)
def test_not_there_is_the_same_as_none(profile: dict[str, Any], demands: dict[str, Any]) -> None:
    said = {key: value for key, value in profile.items() if value is not None}
    asked = {key: value for key, value in demands.items() if value is not None}
    assert fit(said, asked) == fit(profile, demands)


@given(PROFILES, DEMANDS)
def test_dropping_a_demand_never_lowers_a_fit(
    profile: dict[str, Any], demands: dict[str, Any]
) -> None:
    before = fit(profile, demands)
    for relief in what_if(demands, [])[1]:
        after = fit(profile, without(demands, relief.demand, relief.code))
        assert after.score >= before.score
        assert after.possible or not before.possible


@given(CROWD, DEMANDS)
def test_reliefs_are_what_counting_again_gives(
    profiles: list[dict[str, Any]], demands: dict[str, Any]
) -> None:
    people = list(enumerate(profiles))
    now, reliefs = what_if(demands, people)
    assert now == _count(profiles, demands)
    for relief in reliefs:
        fewer_demands = without(demands, relief.demand, relief.code)
        assert now + relief.gained == _count(profiles, fewer_demands)
    assert [r.gained for r in reliefs] == sorted((r.gained for r in reliefs), reverse=True)


def _count(profiles: list[dict[str, Any]], demands: dict[str, Any]) -> int:
    return sum(RULES.accepts(fit(profile, demands)) for profile in profiles)


@given(PROFILES, DEMANDS)
def test_both_directions_agree(profile: dict[str, Any], demands: dict[str, Any]) -> None:
    one = rank(demands, [(7, profile)])
    other = rank_vacancies(profile, [(7, demands)])
    assert one == other
    found = fit(profile, demands)
    assert one == ([(7, found)] if RULES.accepts(found) else [])


@given(PROFILES, DEMANDS)
def test_every_fit_survives_storage(profile: dict[str, Any], demands: dict[str, Any]) -> None:
    found = fit(profile, demands)
    assert Fit.from_json(found.as_json()) == found
