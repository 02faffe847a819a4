from collections import Counter
from datetime import date

import pytest

from bot.demo import employers, jobseekers, staff, vacancies
from bot.demo.people import CORE
from bot.demo.reading import rows, several
from services import vocabulary
from services.jobseekers.profiles import HELPS, MEANS, TIMES
from services.places import place
from services.region import load

OPEN_TO = {"banenafspraak", "learn-work", "trial", "carving", "beginner", "little-dutch"}
CONTRACTS = {"permanent", "fixed", "agency", "on-call", "learn"}
DUTCH = ("none", "little", "reasonable", "good")
PEOPLE = jobseekers(1)
WORK = vacancies(1)
FIRMS = employers(1)


def occupations() -> set[str]:
    return {concept.code for concept in vocabulary.all_concepts("occupation")}


def skills() -> set[str]:
    return {concept.code for concept in vocabulary.all_concepts("skill")}


def test_the_same_seed_gives_the_same_world() -> None:
    assert jobseekers(1) == PEOPLE
    assert vacancies(1) == WORK
    assert employers(1) == FIRMS
    assert jobseekers(2) != PEOPLE
    assert vacancies(2) != WORK
    assert (len(PEOPLE), len(WORK), len(FIRMS)) == (320, 130, 60)
    assert (len(jobseekers(3, 10)), len(vacancies(3, 400))) == (10, 400)


def test_every_occupation_in_the_tables_exists() -> None:
    used = {row["occupation"] for row in rows("templates")} | {
        code
        for row in rows("archetypes")
        for field in ("wanted", "done")
        for code in several(row[field])
    }
    assert used - occupations() == set()


def test_every_skill_exists_and_most_people_have_some() -> None:
    known = skills()
    used = {code for person in PEOPLE for code in person["skills"] or []}
    asked = {code for vacancy in WORK for code in (*vacancy["must"], *vacancy["nice"])}
    assert used | asked <= known
    assert sum(bool(person["skills"]) for person in PEOPLE) > 0.6 * len(PEOPLE)
    assert all(vacancy["must"] for vacancy in WORK)
    assert not any(set(vacancy["must"]) & set(vacancy["nice"]) for vacancy in WORK)


def test_codes_are_those_of_the_dialogs() -> None:
    for person in PEOPLE:
        assert set(person["times"] or []) <= set(TIMES)
        assert set(person["travel"] or []) <= set(MEANS)
        assert set(person["helps"] or []) <= set(HELPS)
        assert person["dutch"] in (None, *DUTCH)
        assert person["level"] in (None, 1, 2, 3, 4, 5, 6)
        assert person["limit"] is None or 5 <= person["limit"] <= 120
    for vacancy in WORK:
        assert set(vacancy["times"]) <= set(TIMES)
        assert set(vacancy["conditions"]) <= set(HELPS)
        assert set(vacancy["open_to"]) <= OPEN_TO
        assert vacancy["contract"] in CONTRACTS
        assert vacancy["dutch"] in DUTCH
        assert 1 <= vacancy["positions"] <= 50
        assert 0 < vacancy["hours"][0] <= vacancy["hours"][1] <= 40
        assert (vacancy["agreement"]["candidates"] is None) == (
            vacancy["agreement"]["preselection"] == "no"
        )


def test_people_and_work_are_in_the_region() -> None:
    region = load()
    homes = [place(person["home"]) for person in PEOPLE]
    assert None not in homes
    inside = [home for home in homes if home and region.has(home)]
    assert len(inside) > 0.9 * len(PEOPLE)
    assert {home.gemeente for home in inside} == {g.name for g in region.gemeenten}
    for firm in FIRMS:
        found = place(firm["place"])
        assert found is not None
        assert region.has(found)


def test_files_are_as_incomplete_as_in_real_life() -> None:
    complete = [person for person in PEOPLE if person["complete"]]
    assert 0.5 < len(complete) / len(PEOPLE) < 0.68
    for person in PEOPLE:
        known = [person[field] is not None for field in CORE]
        assert person["complete"] == all(known)
        assert person["home"]
        assert person["wanted"]
        if not person["finished"]:
            assert known == sorted(known, reverse=True), "who stopped answered the first ones"
            assert not person["visibility"]


def test_answers_fit_together() -> None:
    related = 0
    for person in PEOPLE:
        if "car" in (person["travel"] or []):
            assert person["licences"] is None or "B" in person["licences"]
        assert (person["licence"] is None) == (person["licences"] is None)
        if person["done"] and person["wanted"]:
            related += any(
                vocabulary.occupations_related(a, b) > 0.1
                for a in person["done"]
                for b in person["wanted"]
            )
    assert related > 0.5 * len(PEOPLE)
    heavy = {"fish-processor", "stevedore", "steel-operator", "crane-operator-works"}
    places = [place(v["place"]) for v in vacancies(1, 400) if set(v["occupation"]) & heavy]
    assert len(places) > 10
    assert {found.name for found in places if found} == {"IJmuiden", "Velsen-Noord"}


def test_who_chats_in_another_language_seldom_speaks_good_dutch() -> None:
    others = Counter(p["dutch"] for p in PEOPLE if p["language"] != "nl" and p["dutch"])
    own = Counter(p["dutch"] for p in PEOPLE if p["language"] == "nl" and p["dutch"])
    assert others["good"] < 0.2 * others.total()
    assert own["good"] > 0.4 * own.total()
    assert len({person["language"] for person in PEOPLE}) >= 6


def test_employers_are_clearly_invented() -> None:
    numbers = [firm["kvk"] for firm in FIRMS]
    assert all(len(number) == 8 and number.startswith("9") for number in numbers)
    assert len(set(numbers)) == len({firm["name"] for firm in FIRMS}) == 60
    assert {firm["sector"] for firm in FIRMS} == {"market", "government"}
    assert {firm["branch"] for firm in FIRMS} <= {sector.code for sector in vocabulary.sectors()}
    assert {firm["size"] for firm in FIRMS} == {"1-9", "10-49", "50-249", "250+"}
    phones = [each["phone"] for each in (*PEOPLE, *FIRMS, *staff())]
    assert len(set(phones)) == len(phones)
    assert all(phone.startswith(("+316000", "+3123000")) for phone in phones)


def test_nobody_is_paid_less_than_the_minimum() -> None:
    minimum = load().minimum_wage_on(date(2026, 11, 23))
    assert minimum is not None
    for vacancy in WORK:
        if vacancy["wage"]:
            limit = minimum.hour if vacancy["wage"]["unit"] == "hour" else minimum.month
            assert limit <= vacancy["wage"]["low"] <= vacancy["wage"]["high"]
    assert 0.05 < sum(vacancy["wage"] is None for vacancy in WORK) / len(WORK) < 0.3


def test_vacancies_are_spread_over_employers_and_do_not_repeat() -> None:
    assert len({vacancy["employer"] for vacancy in WORK}) > 35
    for table, column in (("templates", "occupation"), ("employers", "branch")):
        assert len({row[column] for row in rows(table)}) >= 14
    keys = {row["key"] for row in rows("templates")}
    assert {key for row in rows("employers") for key in several(row["hires"])} == keys


@pytest.mark.parametrize("role", ["coach", "account_manager", "jobcoach", "regional_manager"])
def test_there_is_staff_of_every_role(role: str) -> None:
    assert any(person["role"] == role for person in staff())


def test_staff_belong_to_teams_of_the_region_and_every_team_has_a_lead() -> None:
    region = load()
    for person in staff():
        team = region.team(person["team"])
        assert team is not None
        assert team.organisation == person["organisation"]
    leads = Counter(person["team"] for person in staff() if person["lead"])
    assert leads == Counter({team.code: 1 for team in region.teams})
