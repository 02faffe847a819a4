"""Every nudge there is: what waits, who hears of it, after how long, and what they can press.

This is the table to read and to change; the amounts come from the region file where the region has
a say. docs/followup.md is made from it. The rules of sending (hours, cap, pause) are in sweep.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from services.followup import promised, reach, waits
from services.followup.actions import (
    answer_by_itself,
    ask_coach_for_attention,
    close_silent_match,
    expire,
)
from services.followup.model import After, Rule, Step
from services.region.parts import FollowUp

DAY = timedelta(days=1)


def rules(of: FollowUp) -> Sequence[Rule]:
    """The rules with the amounts of a region."""
    return (
        _urgent(of),
        _call(of),
        *_reach(),
        *_intake(of),
        *_matches(of),
        *_meeting_each_other(of),
        *_vacancies(of),
        *_afterwards(of),
        *_profiles(of),
    )


def _urgent(of: FollowUp) -> Rule:
    first = After(of.urgent_lead_hours, "hours")
    return Rule(
        "urgent",
        promised.unopened,
        (Step(first, "lead", "alert"), Step(_working(1), "lead", "alert")),
        why="somebody is in danger and nobody opened it (danger-first)",
    )


def _call(of: FollowUp) -> Rule:
    return Rule(
        "call",
        promised.calls,
        (
            Step(After(0), "coach", "alert", opens="called"),
            Step(After(of.call_lead_hours, "hours"), "lead", "alert"),
        ),
        why="somebody was promised a call and was not called",
    )


def _reach() -> Sequence[Rule]:
    return (
        Rule(
            "unreached",
            reach.jobseekers,
            (Step(After(0), "coach", "alert"),),
            stale=14 * DAY,
            why="a message on the web that no page of hers fetched",
        ),
        Rule(
            "unreached-employer",
            reach.contacts,
            (Step(After(0), "account_manager", "alert"),),
            stale=14 * DAY,
            why="a message on the web that no page of an employer fetched",
        ),
    )


def _intake(of: FollowUp) -> Sequence[Rule]:
    days = of.unfinished_intake_days
    reminders = tuple(Step(After(day), "self", press="go-on") for day in days)
    return (
        Rule(
            "intake",
            waits.intakes,
            (*reminders, Step(After(days[-1] + 1), "coach", "digest")),
            why="a first talk that was left",
        ),
    )


def _working(days: int) -> After:
    return After(days, "working days")


def _matches(of: FollowUp) -> Sequence[Rule]:
    coach, lead = of.coach_reminder_working_days, of.coach_lead_working_days
    hers = of.jobseeker_reminder_days
    return (
        Rule(
            "match-coach",
            waits.in_state("proposed"),
            (
                *(Step(_working(days), "coach", "digest") for days in coach),
                Step(_working(lead), "lead", "alert", opens="review"),
            ),
            why="a proposed match that nobody decided on",
        ),
        Rule(
            "match-jobseeker",
            waits.in_state("approved"),
            (
                *(Step(After(days), "jobseeker", opens="interest") for days in hers),
                Step(After(hers[-1] + 2), "coach", "digest"),
            ),
            why="a vacancy the jobseeker has not answered",
            answers="jobseeker",
        ),
        Rule(
            "match-verify",
            waits.in_state("interested", verified=False),
            (Step(_working(1), "account_manager", "digest"),),
            why="a yes that waits until the employer is checked",
        ),
        Rule(
            "match-list",
            waits.in_state("interested", verified=True),
            (Step(_working(2), "account_manager", "digest"),),
            why="a yes that waits for the list of the employer, or for a place on it",
        ),
    )


def _meeting_each_other(of: FollowUp) -> Sequence[Rule]:
    hers, theirs = of.jobseeker_reminder_days, of.employer_reminder_working_days
    return (
        Rule(
            "match-employer",
            waits.in_state("introduced"),
            (
                *(Step(_working(days), "contact", opens="meeting") for days in theirs),
                Step(_working(of.employer_manager_working_days), "account_manager", "alert"),
                Step(
                    _working(of.close_silent_match_working_days),
                    "contact",
                    "action",
                    act=close_silent_match,
                ),
            ),
            stale=14 * DAY,
            why="a card the employer has not answered; in the end it closes kindly",
            answers="contact",
        ),
        Rule(
            "match-confirm",
            waits.in_state("invited"),
            (
                *(Step(After(days), "jobseeker", opens="confirm") for days in hers),
                Step(After(hers[-1] + 2), "coach", "digest"),
            ),
            why="an invitation the jobseeker has not confirmed",
            answers="jobseeker",
        ),
    )


def _vacancies(of: FollowUp) -> Sequence[Rule]:
    warned = After(of.warn_account_manager_hours, "hours")
    promised = After(of.answer_employer_hours, "hours")
    before = of.vacancy_renewal_days_before
    return (
        Rule(
            "answer",
            waits.unanswered,
            (
                Step(warned, "account_manager", "alert"),
                Step(promised, "contact", "promise", act=answer_by_itself),
            ),
            stale=30 * DAY,
            why="the 72-hour answer (VAC-06, 72-hours)",
        ),
        Rule(
            "look",
            waits.looked_at,
            (
                Step(_working(1), "account_manager", "alert"),
                Step(promised, "contact", "promise"),
            ),
            why="a vacancy that nobody sees before a colleague looked at what stands in it",
        ),
        Rule(
            "late-look",
            waits.looked_at,
            (Step(promised, "employers_lead", "alert", ahead=of.look_lead_hours),),
            why="the same, while the promise to the employer can still be kept",
        ),
        Rule(
            "progress",
            waits.progress,
            (Step(After(0), "contact", "promise", press="vacancies"),),
            stale=3 * DAY,
            why="how it goes, as often as was agreed (VAC-08)",
        ),
        Rule(
            "expiring",
            waits.ending,
            (
                *(Step(After(-days), "contact", opens="renew") for days in before),
                Step(After(1), "contact", "action", act=expire, whenever=True),
            ),
            stale=3 * DAY,
            why="a vacancy that closes by itself",
        ),
    )


def _afterwards(of: FollowUp) -> Sequence[Rule]:
    tomorrow = After(-of.appointment_reminder_hours, "hours")
    after = After(of.after_meeting_hours, "hours")
    again = _working(of.aftercare_repeat_working_days)
    missing = _working(of.aftercare_attention_working_days)
    asked = tuple(
        Rule(
            f"check-in-{side}",
            waits.check_ins(side),
            (
                Step(After(0), "self", opens="checkin"),
                Step(again, "self", opens="checkin"),
                Step(missing, "coach", "action", act=ask_coach_for_attention),
            ),
            stale=14 * DAY,
            why="aftercare at the agreed moments (NAZ-03)",
            answers="self",
        )
        for side in ("jobseeker", "employer")
    )
    return (
        Rule(
            "meeting-jobseeker",
            waits.meetings,
            (
                Step(tomorrow, "jobseeker", "promise"),
                Step(after, "jobseeker", opens="after-meeting"),
            ),
            stale=DAY,
            why="an appointment tomorrow, and how it went",
        ),
        Rule(
            "meeting-contact",
            waits.meetings,
            (Step(tomorrow, "contact", "promise"), Step(after, "contact", opens="after-meeting")),
            stale=DAY,
            why="an appointment tomorrow, and how it went",
        ),
        *asked,
        Rule(
            "check-in-coach",
            waits.check_ins("coach"),
            (Step(After(0), "coach", "digest"), Step(missing, "lead", "digest")),
            stale=14 * DAY,
            why="what the coach does after a placement (NAZ-03, the loonwaardemeting)",
        ),
    )


def _profiles(of: FollowUp) -> Sequence[Rule]:
    return (
        Rule(
            "fresh",
            waits.stale_profiles,
            (Step(After(0), "self", opens="fresh"),),
            stale=30 * DAY,
            daily=True,
            why="a profile that gets old (REG-11)",
        ),
        Rule(
            "silent",
            waits.silent,
            (Step(After(of.no_contact_days), "self", press="mydata"),),
            daily=True,
            why="nobody should be forgotten",
        ),
        Rule(
            "keep",
            waits.unused_profiles,
            (Step(After(0), "self", opens="keep"),),
            stale=30 * DAY,
            daily=True,
            why="a profile nobody uses: may it stay?",
        ),
        Rule(
            "plan",
            waits.plans,
            (Step(After(0), "self", opens="plan-review"), Step(After(7), "coach", "digest")),
            stale=14 * DAY,
            why="a plan is looked at every three months (PLAN-06)",
            answers="self",
        ),
        Rule(
            "no-plan",
            waits.unplanned,
            (Step(After(0), "coach", "digest"), Step(After(14), "lead", "digest")),
            stale=14 * DAY,
            daily=True,
            why="everybody has a plan (PLAN-01)",
        ),
        Rule(
            "survey",
            waits.surveyed,
            (Step(After(0), "self", opens="survey"),),
            stale=14 * DAY,
            why="what somebody thinks of us, asked once (SUR-01, SUR-02, SUR-04)",
        ),
    )
