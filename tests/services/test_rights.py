"""Who sees what: every role against every kind of thing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from services import rights
from services.rights import Viewer
from services.store.models import Employer, Jobseeker, Staff, Vacancy

NOW = datetime(2026, 11, 23, tzinfo=UTC)
ROLES = (
    *("coach", "jobcoach", "account_manager", "regional_manager", "administrator"),
    *("partner", "reader"),
)
HER = Jobseeker(person_id=1, team="a", coach_id=10, created=NOW, updated=NOW)
NOBODYS = Jobseeker(person_id=2, team="a", coach_id=None, created=NOW, updated=NOW)
COMPANY = Employer(id=1, name="x", account_manager_id=20, verified=NOW, created=NOW)
VACANCY = Vacancy(id=1, employer_id=1, contact_id=3, reported=NOW, updated=NOW)


def viewer(role: str, *, number: int = 99, team: str = "b", lead: bool = False) -> Viewer:
    return Viewer(number, role, "org", team, lead)


@pytest.mark.parametrize("role", ROLES)
def test_a_file_is_for_the_coach_the_team_and_the_region(role: str) -> None:
    assert rights.may_see_jobseeker(viewer(role), HER) is (role == "regional_manager")
    own = viewer(role, number=10)
    assert rights.may_see_jobseeker(own, HER) is (role in {"coach", "jobcoach", "regional_manager"})
    colleague = viewer(role, team="a")
    expected = role in {"coach", "jobcoach", "regional_manager"}
    assert rights.may_see_jobseeker(colleague, HER) is expected


@pytest.mark.parametrize("role", ROLES)
def test_a_coach_comes_from_the_team(role: str) -> None:
    assert rights.may_be_coach(viewer(role, team="a"), HER) is (role in rights.COACHING)
    assert not rights.may_be_coach(viewer(role, team="b"), HER)


@pytest.mark.parametrize("role", ROLES)
def test_the_dossier_is_for_the_named_coach_alone(role: str) -> None:
    assert rights.may_see_dossier(viewer(role, number=10), HER)
    assert not rights.may_see_dossier(viewer(role, team="a", lead=True), HER)
    lead = viewer(role, team="a", lead=True)
    assert rights.may_see_dossier(lead, NOBODYS) is (role in rights.COACHING)
    assert not rights.may_see_dossier(viewer(role, team="a"), NOBODYS)


@pytest.mark.parametrize("role", ROLES)
def test_employers_are_managed_by_their_account_manager(role: str) -> None:
    own = viewer(role, number=20)
    lead = viewer(role, team="e", lead=True)
    team = COMPANY.model_copy(update={"team": "e"})
    assert rights.may_manage_employer(lead, team) is (
        role in {"account_manager", "regional_manager"}
    )
    assert rights.may_manage_employer(own, COMPANY) is (
        role in {"account_manager", "regional_manager"}
    )
    assert rights.may_manage_employer(viewer(role), COMPANY) is (role == "regional_manager")


@pytest.mark.parametrize("role", ROLES)
def test_vacancies_are_for_everybody_who_does_casework(role: str) -> None:
    seen = rights.may_see_vacancy(viewer(role), VACANCY, COMPANY)
    assert seen is (role in rights.CASEWORK)


def test_somebody_who_left_sees_nothing() -> None:
    gone = Staff(person_id=1, role="coach", organisation="o", team="a", active=False)
    assert rights.viewer(gone) is None


@pytest.mark.parametrize(
    ("by_self", "by_coach", "status", "shown"),
    [
        (True, True, "open", True),
        (True, False, "open", False),
        (False, True, "open", False),
        (True, True, "paused", False),
    ],
)
def test_the_browse_list_has_two_keys(
    by_self: bool, by_coach: bool, status: str, shown: bool
) -> None:
    row = Jobseeker(
        person_id=1,
        shown_by_self=by_self,
        shown_by_coach=by_coach,
        status=status,
        created=NOW,
        updated=NOW,
    )
    assert rights.on_browse_list(row) is shown


def test_a_vacancy_is_public_only_when_agreed_verified_and_without_a_strike() -> None:
    row = VACANCY.model_copy(update={"agreement": {"manner": "open"}, "demands": {}})
    assert rights.vacancy_public(row, COMPANY)
    assert not rights.vacancy_public(row, COMPANY.model_copy(update={"verified": None}))
    strike = row.model_copy(update={"demands": {"strike": True}})
    assert not rights.vacancy_public(strike, COMPANY)
    hidden = row.model_copy(update={"agreement": {"manner": "coach"}})
    assert not rights.vacancy_public(hidden, COMPANY)


@pytest.mark.parametrize("kind", ["gemeente", "uwv", "sw", "school", "agency"])
def test_a_school_or_agency_reads_only_of_the_people_it_serves(kind: str) -> None:
    """As coach, as stand-in, as lead of the team and as manager: its kind decides."""
    outside = kind in {"school", "agency"}
    coach = Viewer(10, "coach", "org", "b", kind=kind)
    stand_in = Viewer(11, "coach", "org", "b", covers=frozenset({10}), kind=kind)
    lead = Viewer(12, "coach", "org", "a", lead=True, kind=kind)
    manager = Viewer(13, "regional_manager", "org", "b", kind=kind)
    for who in (coach, stand_in, lead, manager):
        assert rights.may_see_jobseeker(who, HER) is not outside
    for who in (coach, stand_in):
        assert rights.may_see_dossier(who, HER) is not outside
        own = HER.model_copy(update={"organisation": "org"})
        assert rights.may_see_jobseeker(who, own)
        assert rights.may_see_dossier(who, own)
    assert rights.may_see_dossier(lead, NOBODYS) is not outside
