"""Who sees what and may do what: the one place where that is decided (CON-05, who-sees-what).

Pure functions over rows that were read already, so that every rule can be tested by itself. A page
or a handler asks here; it never compares roles.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, true
from sqlmodel import col

from services.store.models import Employer, Jobseeker, Match, Placement, Staff, Urgent, Vacancy

COACHING = frozenset({"coach", "jobcoach"})
EMPLOYER_SIDE = frozenset({"account_manager"})
WHOLE_REGION = frozenset({"regional_manager", "administrator"})
CASEWORK = COACHING | EMPLOYER_SIDE | {"regional_manager"}


@dataclass(frozen=True)
class Viewer:
    """A member of staff who looks."""

    person_id: int
    role: str
    organisation: str
    team: str
    lead: bool = False
    covers: frozenset[int] = frozenset()  # absent colleagues they stand in for today
    kind: str = "gemeente"  # of their organisation, as the region file names it

    @property
    def stands_for(self) -> frozenset[int]:
        """Whose people are theirs to look after today."""
        return self.covers | {self.person_id}


def viewer(
    staff: Staff, covers: frozenset[int] = frozenset(), kind: str = "gemeente"
) -> Viewer | None:
    """The viewer a staff row stands for; None when it is no longer active."""
    if not staff.active:
        return None
    return Viewer(
        staff.person_id, staff.role, staff.organisation, staff.team, staff.lead, covers, kind
    )


OUTSIDE = frozenset({"school", "agency"})  # kinds of organisation that only serve their own people


def serves(who: Viewer, jobseeker: Jobseeker) -> bool:
    """May this organisation have to do with somebody: a school or agency only with its own people.

    Being somebody's coach or standing in for one does not change that; a transfer does.
    """
    return who.kind not in OUTSIDE or jobseeker.organisation == who.organisation


def may_administer(who: Viewer) -> bool:
    """Let colleagues in and out, give them a new second factor, retry what was parked."""
    return who.role == "administrator"


def may_arrange(who: Viewer, colleague: Staff) -> bool:
    """Hand over what a colleague looks after: the administrator, or the lead of that team."""
    return may_administer(who) or (who.lead and colleague.team == who.team)


def may_set_absence(who: Viewer, colleague: Staff) -> bool:
    """Say when somebody is away: they themselves, and whoever arranges."""
    return colleague.person_id == who.person_id or may_arrange(who, colleague)


def may_see_jobseeker(who: Viewer, jobseeker: Jobseeker) -> bool:
    """The file with name and history: one's own caseload, or the team's."""
    if not serves(who, jobseeker):
        return False
    if who.role == "regional_manager":
        return True
    if who.role not in COACHING:
        return False
    return jobseeker.coach_id in who.stands_for or jobseeker.team == who.team


def may_see_dossier(who: Viewer, jobseeker: Jobseeker) -> bool:
    """Benefit, ladder, register, permit: the coach, or the team's lead while there is none."""
    if not serves(who, jobseeker):
        return False
    if jobseeker.coach_id is not None:
        return jobseeker.coach_id in who.stands_for
    return who.role in COACHING and who.lead and jobseeker.team == who.team


def may_change_jobseeker(who: Viewer, jobseeker: Jobseeker) -> bool:
    """Fill in, assign, switch visibility on: whoever coaches."""
    return who.role in COACHING and may_see_jobseeker(who, jobseeker)


def may_give_way_back(who: Viewer, jobseeker: Jobseeker) -> bool:
    """Make a code for somebody who lost her conversation: her coach, who may read it anyway."""
    return who.role in COACHING and may_see_dossier(who, jobseeker)


def may_fill_in_together(who: Viewer, jobseeker: Jobseeker) -> bool:
    """Sit with somebody and type what they say (at-a-desk): whoever coaches in their team.

    It opens nothing: not the dossier, not their own conversation, and nothing that is theirs alone.
    """
    return who.role in COACHING and may_see_jobseeker(who, jobseeker)


def may_hand_over(who: Viewer, jobseeker: Jobseeker) -> bool:
    """Let somebody go to another team: the lead of the team they are in."""
    return who.role in COACHING and who.lead and jobseeker.team == who.team


def may_be_coach(colleague: Viewer, jobseeker: Jobseeker) -> bool:
    """Become the named coach: whoever coaches in the team that the jobseeker belongs to."""
    return colleague.role in COACHING and colleague.team == jobseeker.team


def jobseeker_scope(who: Viewer) -> ColumnElement[bool]:
    """The same as `may_see_jobseeker`, for a query."""
    if who.role not in COACHING | {"regional_manager"}:
        return false()
    served = col(Jobseeker.organisation) == who.organisation if who.kind in OUTSIDE else true()
    if who.role == "regional_manager":
        return served
    mine = or_(col(Jobseeker.coach_id).in_(who.stands_for), col(Jobseeker.team) == who.team)
    return and_(served, mine)


def may_see_vacancy(who: Viewer, vacancy: Vacancy, employer: Employer) -> bool:
    """One vacancy file for the region (VAC-20): everybody who does casework."""
    return who.role in CASEWORK


def may_manage_employer(who: Viewer, employer: Employer) -> bool:
    """Verify, agree, answer: account managers and their lead; the regional manager steps in."""
    if who.role == "regional_manager":
        return True
    leads = who.lead and employer.team == who.team
    mine = employer.account_manager_id in {None, *who.stands_for}
    return who.role in EMPLOYER_SIDE and (mine or leads)


def may_see_match(who: Viewer, match: Match, jobseeker: Jobseeker, employer: Employer) -> bool:
    """The coach’s side, and once the coach approved the account manager’s side (all staff)."""
    if may_see_jobseeker(who, jobseeker):
        return True
    return may_manage_employer(who, employer) and match.state not in ("proposed", "declined")


def may_see_name(who: Viewer, match: Match, jobseeker: Jobseeker, employer: Employer) -> bool:
    """Whom a match is of: the coach's side; who manages the employer once both said yes.

    Everybody who does casework may open a vacancy or an employer (VAC-20), not who met there.
    """
    if may_see_jobseeker(who, jobseeker):
        return True
    return may_manage_employer(who, employer) and names_visible_to_employer(match)


def may_decide_match(who: Viewer, match: Match, jobseeker: Jobseeker) -> bool:
    """Approve or decline: the coach of the jobseeker, or a colleague of the team (teams)."""
    return may_change_jobseeker(who, jobseeker)


def names_visible_to_employer(match: Match) -> bool:
    """Names and contact only after both said yes to each other (who-sees-what)."""
    return match.agreed is not None and match.state in ("invited", "met", "placed", "not_placed")


def card_visible_to_employer(match: Match, employer: Employer) -> bool:
    """The anonymous card: after her yes, and only to an employer somebody verified (verified)."""
    shown = ("introduced", "invited", "rejected", "met", "placed", "not_placed")
    return employer.verified is not None and match.state in shown


def may_see_placement(
    who: Viewer, row: Placement, jobseeker: Jobseeker | None, employer: Employer
) -> bool:
    """Work that began: the coach's side; and the account manager's, unless she found it herself."""
    if jobseeker is not None and may_see_jobseeker(who, jobseeker):
        return True
    return row.vacancy_id is not None and may_manage_employer(who, employer)


def placement_scope(who: Viewer) -> ColumnElement[bool]:
    """The same, for a query over placement, employer and (outer) jobseeker."""
    scope = jobseeker_scope(who)
    if who.role in EMPLOYER_SIDE:
        nobodys = col(Employer.account_manager_id).is_(None)
        mine = or_(nobodys, col(Employer.account_manager_id).in_(who.stands_for))
        mine = or_(mine, col(Employer.team) == who.team) if who.lead else mine
        scope = or_(scope, mine & col(Placement.vacancy_id).is_not(None))
    return scope


def readable_sides(who: Viewer, jobseeker: Jobseeker | None, employer: Employer) -> frozenset[str]:
    """Whose answers about how it goes may be read: what she tells is for her coach's side."""
    if jobseeker is not None and may_see_jobseeker(who, jobseeker):
        return frozenset({"jobseeker", "employer", "coach"})
    return frozenset({"employer"}) if may_manage_employer(who, employer) else frozenset()


def may_read_urgent(who: Viewer, row: Urgent, coach_id: int | None) -> bool:
    """Words of somebody in danger: whom it was told, the coach, the lead; not whom it threatens."""
    if who.person_id == row.spared_id:
        return False
    leads = who.role == "regional_manager" or (who.lead and who.team == row.team)
    hers = coach_id in who.stands_for and not row.lead_only
    return leads or who.person_id in row.told or hers


def may_see_call(who: Viewer, jobseeker: Jobseeker | None, callers: Collection[int]) -> bool:
    """Somebody waits to be called: their coach's team; of others whoever is there for them."""
    if jobseeker is not None:
        return may_see_jobseeker(who, jobseeker)
    return who.person_id in callers


def may_see_surveys(who: Viewer) -> bool:
    """What people think of us, in groups: whoever leads, and the council that reads reports."""
    return who.lead or who.role in {"regional_manager", "reader"}


def may_read_survey_words(who: Viewer) -> bool:
    """The words people wrote, without names: never below the regional manager."""
    return who.role == "regional_manager"


def may_see_targets(who: Viewer) -> bool:
    """Where the region stands against what it agreed: whoever leads, and who reads reports."""
    return who.lead or who.role in {"regional_manager", "reader"}


def may_see_impact(who: Viewer) -> bool:
    """What our work does per group: never below the regional manager (matching-reads)."""
    return who.role == "regional_manager"


def on_browse_list(jobseeker: Jobseeker) -> bool:
    """Two keys: the jobseeker's and the coach's."""
    return jobseeker.shown_by_self and jobseeker.shown_by_coach and jobseeker.status == "open"


def may_browse(employer: Employer) -> bool:
    """The anonymous list, and asking for somebody on it: an employer somebody verified."""
    return employer.verified is not None


def may_see_browse_list(who: Viewer) -> bool:
    """The same list as employers see it: whoever does casework, and partners."""
    return who.role in CASEWORK | {"partner"}


def vacancy_public(vacancy: Vacancy, employer: Employer) -> bool:
    """A vacancy jobseekers may come across by themselves (DIS-01)."""
    agreed: dict[str, Any] = vacancy.agreement
    return (
        vacancy.status == "open"
        and employer.verified is not None
        and agreed.get("manner") in ("open", "anonymous")
        and not vacancy.demands.get("strike")
    )
