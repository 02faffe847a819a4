from __future__ import annotations

import json
from typing import Any

import pytest

from services import vocabulary
from services.matching import Fit, Part, Rules, fit, helps_line
from tests.services.matching.people import OFFICES, OWN, SAMIRA, essential, minutes, skill


def parts(found: Fit, name: str) -> list[Part]:
    return [part for part in found.parts if part.name == name]


def part(profile: dict[str, Any], demands: dict[str, Any], name: str) -> Part:
    return parts(fit({**SAMIRA, **profile}, {**OFFICES, **demands}), name)[0]


def blocks(profile: dict[str, Any], demands: dict[str, Any]) -> list[tuple[str, str]]:
    found = fit({**SAMIRA, **profile}, {**OFFICES, **demands})
    return [(block.name, block.text.removeprefix("match-part-")) for block in found.blocks]


def test_somebody_who_meets_everything_has_a_hundred() -> None:
    found = fit(SAMIRA, OFFICES)
    assert found.score == 100
    assert found.possible
    assert found.unknown == ()
    assert all(each.verdict == "fits" for each in found.parts)
    assert sum(each.out_of for each in found.parts) == 100


def test_an_empty_profile_never_looks_good() -> None:
    for demands in ({}, OFFICES, {"occupation": ["cleaner"]}, {"place": "2011"}):
        found = fit({}, demands)
        assert found.score == 0
        assert found.possible
    asked = fit({}, OFFICES).unknown
    assert set(asked) == {
        *("wanted", "done", "skills", "level", "dutch", "hours", "times"),
        *("home", "travel", "limit", "start", "licences", "contract"),
    }


def test_only_a_wish_brings_somebody_just_into_sight() -> None:
    found = fit({"home": "2011", "wanted": ["cleaner"]}, OFFICES)
    assert found.score == 55
    assert found.capped
    assert Rules().accepts(found)
    assert "skills" in found.unknown


def test_what_is_not_asked_is_met_and_not_asked_about() -> None:
    found = fit({"wanted": ["cleaner"], "skills": []}, {"occupation": ["cleaner"]})
    assert found.unknown == ()
    assert not parts(found, "licence")[0].asked
    assert parts(fit(SAMIRA, OFFICES), "licence")[0].asked


def test_words_that_were_not_understood_are_not_known() -> None:
    found = fit({**SAMIRA, "wanted": [OWN], "done": [OWN], "skills": [OWN]}, OFFICES)
    assert {"wanted", "done", "skills"} <= set(found.unknown)
    assert found.score == 0
    unread = fit(SAMIRA, {**OFFICES, "occupation": [OWN]})
    assert parts(unread, "occupation")[0].verdict == "unknown"
    assert unread.score <= 30


def test_a_wanted_occupation_counts_in_full_one_done_in_part() -> None:
    wanted = part({"wanted": ["cook", "cleaner"]}, {}, "occupation")
    done = part({"wanted": ["cook"], "done": ["cleaner"]}, {}, "occupation")
    assert (wanted.points, wanted.text) == (40, "match-part-occupation-same")
    assert (done.points, done.text) == (32, "match-part-occupation-done-same")
    assert part({"wanted": ["cook"], "done": ["cleaner"]}, {}, "wish").verdict == "gap"


def test_a_like_occupation_counts_by_the_vocabulary() -> None:
    near = vocabulary.occupations_related("domestic-cleaner", "cleaner")
    assert 0.5 <= near < 1
    alike = part({"wanted": ["domestic-cleaner"], "done": []}, {}, "occupation")
    assert alike.points == round(40 * near)
    assert alike.text == "match-part-occupation-alike"
    assert alike.args["own"] == ["concept", "occupation", "domestic-cleaner"]


def test_an_occupation_outside_the_vocabulary_is_still_the_same_as_itself() -> None:
    demands = {"occupation": ["blacksmith-of-old"]}
    assert part({"wanted": ["blacksmith-of-old"]}, demands, "occupation").points == 40


def test_without_any_tie_to_the_work_nobody_is_proposed() -> None:
    found = fit({**SAMIRA, "wanted": ["cook"], "done": [], "skills": essential("cleaner")}, OFFICES)
    assert found.score < Rules().threshold


def test_gaps_cost_by_how_they_are_learned() -> None:
    costs = []
    for way in ("job", "course", "school"):
        code = skill(way)
        others = [each for each in essential("cleaner") if each != code]
        profile = {"skills": others, "done": []}
        found = fit({**SAMIRA, **profile}, {**OFFICES, "must": [code]})
        line = parts(found, "skills")[-1]
        assert line.text == f"match-part-skills-{way}"
        assert line.verdict == ("gap" if way == "school" else "learnable")
        assert line.args == {"skills": ["list", ["concept", "skill", code]]}
        costs.append(30 - parts(found, "skills")[0].points)
    assert 0 < costs[0] < costs[1] < costs[2] < 30


def test_a_demanded_skill_weighs_more_than_a_welcome_one() -> None:
    code = skill("course")
    must = part({"done": []}, {"must": [code], "nice": []}, "skills").points
    nice = part({"done": []}, {"must": [], "nice": [code]}, "skills").points
    assert must < nice < 30


def test_work_done_makes_skills_probable_a_little_less_than_told() -> None:
    musts = {"must": essential("cleaner")[:2]}
    probable = fit({**SAMIRA, "skills": [], "done": ["cleaner"]}, {**OFFICES, **musts})
    absent = part({"skills": [], "done": []}, musts, "skills")
    first = parts(probable, "skills")[0]
    assert absent.points < first.points < 30
    assert first.text == "match-part-skills-probable"
    told = {**SAMIRA, "skills": musts["must"][:1], "done": ["cleaner"]}
    lines = [each.text for each in parts(fit(told, {**OFFICES, **musts}), "skills")]
    assert lines == ["match-part-skills-some", "match-part-skills-probable"]


def test_work_done_is_enough_to_judge_skills_but_they_are_still_asked() -> None:
    found = fit({"wanted": ["cleaner"], "done": ["cleaner"]}, OFFICES)
    assert parts(found, "skills")[0].verdict == "fits"
    assert "skills" in found.unknown
    assert not found.capped


def test_a_vacancy_without_demands_is_read_by_its_occupation() -> None:
    none_named: dict[str, Any] = {"must": [], "nice": []}
    assert part({}, none_named, "skills").text == "match-part-skills-all"
    unable = part({"skills": [], "done": []}, none_named, "skills")
    assert unable.text == "match-part-skills-none"
    assert unable.points < 30


def test_a_vacancy_that_teaches_makes_every_gap_one_for_the_job() -> None:
    code = skill("school")
    assert skill("course", "licence")
    taught = fit({**SAMIRA, "done": []}, {**OFFICES, "must": [code], "open_to": ["beginner"]})
    assert parts(taught, "skills")[-1].text == "match-part-skills-job"
    paper = {**OFFICES, "must": [skill("course", "licence")], "open_to": ["beginner"]}
    assert (
        parts(fit({**SAMIRA, "done": []}, paper), "skills")[-1].text == "match-part-skills-course"
    )


@pytest.mark.parametrize(
    ("own", "asked", "expected"),
    [
        ([16, 24], [24, 32], []),
        ([24, 24], [24, 24], []),
        ([16, 23], [24, 32], [("hours", "hours-few")]),
        ([32, 40], [16, 24], [("hours", "hours-many")]),
        (None, [24, 32], []),
        ([16, 24], None, []),
    ],
)
def test_hours_must_overlap(own: Any, asked: Any, expected: Any) -> None:
    assert blocks({"hours": own}, {"hours": asked}) == expected


def test_a_block_says_by_how_much() -> None:
    (block,) = fit({**SAMIRA, "hours": [8, 16]}, OFFICES).blocks
    assert block.args["by"] == ["number", 4]
    assert block in fit({**SAMIRA, "hours": [8, 16]}, OFFICES).parts


def test_all_times_demanded_must_be_possible() -> None:
    assert blocks({}, {"times": ["morning", "evening"]}) == [("times", "times-missing")]
    (block,) = fit(SAMIRA, {**OFFICES, "times": ["morning", "evening"]}).blocks
    assert block.args["times"][1][1].startswith("match-time-evening")
    assert blocks({"times": []}, {}) == []


def test_travel_is_judged_by_the_fastest_means_with_some_tolerance() -> None:
    far = {"place": "1975"}  # IJmuiden
    bike, bus = (minutes("2011", "1975", means) for means in ("bike", "public-transport"))
    best = min(bike, bus)
    both = ["bike", "public-transport"]
    at_limit = {"travel": both, "limit": best}
    assert part(at_limit, far, "travel").verdict == "fits"
    just_over = {"travel": both, "limit": best - 5}
    assert part(just_over, far, "travel").text == "match-part-travel-bit-far"
    assert blocks(just_over, far) == []
    too_far = {"travel": both, "limit": best - 6}
    assert blocks(too_far, far) == [("travel", "travel-far")]
    (block,) = fit({**SAMIRA, **too_far}, {**OFFICES, **far}).blocks
    assert block.args["over"] == ["number", 6]


@pytest.mark.parametrize("missing", ["home", "travel", "limit"])
def test_travel_without_one_of_its_facts_is_unknown(missing: str) -> None:
    found = fit({**SAMIRA, missing: None}, OFFICES)
    assert parts(found, "travel")[0].verdict == "unknown"
    assert found.unknown == (missing,)
    assert found.possible


def test_an_unknown_place_of_work_is_no_question_for_the_person() -> None:
    found = fit(SAMIRA, {**OFFICES, "place": None})
    assert parts(found, "travel")[0].out_of == 0
    assert found.unknown == ()


@pytest.mark.parametrize(
    ("start", "points", "blocked"),
    [
        ("2026-10-01", 1, False),
        ("2026-12-01", 1, False),
        ("2026-12-02", 0, False),
        ("2027-01-12", 0, False),  # six weeks later to the day
        ("2027-01-13", 0, True),
    ],
)
def test_a_vacancy_waits_six_weeks(start: str, points: int, blocked: bool) -> None:
    found = fit({**SAMIRA, "start": start}, OFFICES)
    assert parts(found, "start")[0].points == points
    assert bool(found.blocks) is blocked


@pytest.mark.parametrize(
    ("held", "asked", "missing"),
    [
        (["B"], ["B"], 0),
        (["B"], ["AM"], 0),
        (["CE"], ["BE", "C"], 0),
        (["C"], ["CE"], 1),
        ([], ["B", "T"], 2),
        (["D"], ["B"], 0),
        (None, ["B", "T"], 0),
    ],
)
def test_licences_include_lower_ones(held: Any, asked: list[str], missing: int) -> None:
    assert len(blocks({"licences": held}, {"licences": asked})) == missing


def test_too_little_dutch_blocks_unless_the_vacancy_is_open_to_it() -> None:
    asked = {"dutch": "good"}
    assert blocks({}, asked) == [("language", "dutch-below")]
    welcome = part({}, {**asked, "open_to": ["little-dutch"]}, "language")
    assert (welcome.verdict, welcome.points) == ("learnable", 2)
    assert blocks({}, {**asked, "open_to": ["little-dutch"]}) == []
    assert blocks({"dutch": None}, asked) == []


def test_other_languages_never_block() -> None:
    asked = {"languages": {"eng": "good", "ara": "good"}}
    found = fit(SAMIRA, {**OFFICES, **asked})
    line = parts(found, "language")[1]
    assert line.text == "match-part-languages-below"
    assert len(line.args["languages"]) == 2  # "list" and English
    assert found.possible
    unsaid = fit(SAMIRA, {**OFFICES, "languages": {"pol": "little"}})
    assert unsaid.unknown == ("languages",)


def test_dutch_may_stand_among_the_languages() -> None:
    assert blocks({"dutch": None, "languages": {"nld": "little"}}, {"dutch": "good"})
    assert blocks({"dutch": "little"}, {"dutch": None, "languages": {"nld": "good"}})


def test_levels_above_are_fine_below_costs() -> None:
    points = [part({"level": own}, {"level": 4}, "level").points for own in (6, 4, 3, 2, 1)]
    assert points == [3, 3, 2, 0, 0]
    assert part({"level": 7}, {"level": 4}, "level").verdict == "unknown"


def test_another_contract_costs_and_never_blocks() -> None:
    assert part({}, {"contract": "on-call"}, "contract").verdict == "gap"
    assert blocks({}, {"contract": "on-call"}) == []


def test_what_helps_is_a_line_of_its_own() -> None:
    assert helps_line(SAMIRA, OFFICES) == [("buddy", "yes"), ("quiet", "no")]
    assert helps_line(SAMIRA, {}) == [("buddy", "unknown"), ("quiet", "unknown")]
    assert helps_line({}, OFFICES) == []


def test_weights_must_make_a_hundred() -> None:
    with pytest.raises(ValueError, match="add up to 100"):
        Rules(occupation=50)
    with pytest.raises(ValueError, match="positive"):
        Rules(occupation=71, licence=-30)
    heavier = Rules(travel=13, occupation=30)
    assert parts(fit(SAMIRA, OFFICES, heavier), "travel")[0].out_of == 13


def test_a_fit_survives_storage() -> None:
    for profile in (SAMIRA, {}, {**SAMIRA, "licences": [], "hours": [1, 2]}):
        found = fit(profile, OFFICES)
        assert Fit.from_json(json.loads(json.dumps(found.as_json()))) == found
