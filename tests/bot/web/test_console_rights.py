"""What is done in the console, by whom, and that others leave no trace; what nobody learns.

Which address opens for whom is in test_every_route.
"""

from __future__ import annotations

import pytest

from services.jobseekers import plans
from services.store.models import Plan
from services.store.models import Staff as StaffRow
from tests.bot.web.office import FULL_NAME, HER_WORDS, NAME, PHONE, STAFF, Office, opened_office
from tests.bot.web.routes import PAGES
from tests.bot.web.site import Site

EVERYBODY = (*STAFF, "nobody")
TEAM = {"own coach", "colleague"}
HER_FILE = TEAM | {"regional manager"}
CASEWORK = HER_FILE | {"other coach", "own manager", "other manager"}
MANAGING = {"own manager", "regional manager"}

ACTIONS = {  # path and form: who may do it
    ("/console/werkzoekenden/{her}/kansen", "vacancy={vacancy}"): TEAM,
    ("/console/werkzoekenden/{her}/antwoord", "words=Dag!"): TEAM,
    ("/console/werkzoekenden/{her}/plan", ""): TEAM,
    ("/console/werkzoekenden/{her}/coach", "coach={coach}"): TEAM,
    ("/console/werkzoekenden/{her}/zichtbaar", "shown=yes"): TEAM,
    ("/console/werkzoekenden/{her}/dossier", "ladder=3"): {"own coach"},
    ("/console/werkzoekenden/{her}/overdracht", "team=intake-velsen&shown=intake-haarlem"): TEAM,
    ("/console/vacatures/{vacancy}/sluiten", "status=closed&why_closed=other"): MANAGING,
    ("/console/vacatures/{vacancy}/antwoord", "term=7&shown=1&words=Dag!"): MANAGING,
    ("/console/vacatures/{vacancy}/kandidaten", "m{match}=proposed"): TEAM,
    ("/console/vacatures/{vacancy}/kandidaten", "p{her}=new"): TEAM,
    ("/console/vacatures/{vacancy}/verlengen", "weeks=4&shown="): MANAGING,
    ("/console/werkgevers/{employer}/gecontroleerd", ""): MANAGING,
    ("/console/werkgevers/{employer}/notitie", "words=Dag!"): MANAGING,
    ("/console/werkgevers/{employer}/ambassadeur", "ambassador=yes"): MANAGING,
    ("/console/werkgevers/{employer}/contact", "contact=Ida&role=colleague"): MANAGING,
    ("/console/matches/{match}/terug", ""): TEAM,
    ("/console/matches/{match}/besluit", "to=later&shown=proposed"): TEAM,
    ("/console/matches/{match}/besluit", "to=approved&shown=proposed"): TEAM,
    (
        "/console/matches/{match}/besluit",
        "to=declined&shown=proposed&reason_declined=travel",
    ): TEAM,
}

APPOINTMENT = "day=2026-11-26&time=10:30&minutes=60&kind=visit&place=&words="
TERMS = "kind=regular&hours=24&starts=2026-11-24&ends=&sector=market"
BOTH_SIDES = HER_FILE | {"own manager"}  # names were exchanged
AGREED_PAGES = {
    "/console/matches/{match}": BOTH_SIDES,
    "/console/afspraken/{meeting}/agenda": BOTH_SIDES,
    "/console/plaatsingen": CASEWORK,
}
AGREED_ACTIONS = {
    ("/console/matches/{match}/afspraak", f"known=1&{APPOINTMENT}"): BOTH_SIDES,
    ("/console/matches/{match}/plaatsing", TERMS): BOTH_SIDES,
    ("/console/matches/{match}/besluit", "to=met&shown=invited"): BOTH_SIDES,
    ("/console/afspraken/{meeting}/verzetten", f"shown=0&{APPOINTMENT}"): BOTH_SIDES,
    ("/console/afspraken/{meeting}/afzeggen", "shown=0&words="): BOTH_SIDES,
    ("/console/afspraken/{meeting}/uitkomst", "outcome=go_on"): BOTH_SIDES,
}
PLACED_ACTIONS = {
    ("/console/plaatsingen/{placement}/afspraken", f"shown=&{TERMS}"): BOTH_SIDES,
    ("/console/plaatsingen/{placement}/verder", f"shown=&{TERMS}"): BOTH_SIDES,
    ("/console/plaatsingen/{placement}/einde", "on=2026-11-20&reason=no_fit"): BOTH_SIDES,
    ("/console/plaatsingen/{placement}/loonwaarde", "on=2026-11-20&percent=70"): HER_FILE,
    ("/console/nazorg/{bad}/klaar", "words=Gebeld"): HER_FILE,
    ("/console/nazorg/{task}/antwoord", "mood=good"): HER_FILE,
    ("/console/nazorg/{task}/overslaan", "reason=ends"): HER_FILE,
}
PLAN_ACTIONS = {
    ("/console/stappen/{step}/klaar", "done=yes"): TEAM,
    ("/console/plannen/{plan}/besluit", "to=holds&shown={shown}"): TEAM,
    ("/console/plannen/{plan}/bewaar", "do=save&manner=supply&shown={shown}"): set(),
}


@pytest.fixture
async def office(quick_site: Site) -> Office:
    return await opened_office(quick_site, verified=False)


@pytest.fixture
async def agreed(office: Office) -> Office:
    """Both said yes, and an appointment was made."""
    await office.meets()
    return office


@pytest.fixture
async def placed(office: Office) -> Office:
    """She works there."""
    await office.works()
    return office


def at(path: str, office: Office) -> str:
    actors = office.site.stage.actors
    people = {"person": actors["hans"].number, "colleague": actors["own coach"].number}
    return path.format(**vars(office), **people)


def form(said: str, office: Office) -> dict[str, str]:
    coach = office.site.stage.actors["own coach"].number
    return dict(
        each.split("=") for each in said.format(coach=coach, **vars(office)).split("&") if each
    )


@pytest.mark.parametrize(("path", "said"), PLAN_ACTIONS)
async def test_a_step_in_a_plan_is_for_her_team(office: Office, path: str, said: str) -> None:
    await office.plans()
    async with office.site.stage.work() as work:
        version = plans.version(await work.get(Plan, office.plan))
    # what both agreed to is not written on, by nobody
    await is_only_for(office, path, said.format(shown=version), PLAN_ACTIONS[path, said])


async def opens_for(office: Office, path: str) -> set[str]:
    """Who sees a page there; for everybody else it does not exist."""
    opens = set()
    for name in EVERYBODY:
        page = await (await office.desk(name)).opens(at(path, office), follow=False)
        if page.status == 200:
            opens.add(name)
        else:
            assert page.status == (303 if name == "nobody" else 404), f"{name}: {page.status}"
    return opens


async def is_only_for(office: Office, path: str, said: str, may: set[str]) -> None:
    """Others are refused and leave no trace; then one of those it is for does it."""
    for name in EVERYBODY:
        if name in may:
            continue
        before = await office.happened()
        page = await office.posts(name, at(path, office), **form(said, office))
        expected = {403} if name == "nobody" else {404, 409}
        assert page.status in expected, f"{name}: {page.status}"
        assert await office.happened() == before, name
    for name in sorted(may)[:1]:
        page = await office.posts(name, at(path, office), **form(said, office))
        assert page.status == 303, name
        assert page.headers["Location"].startswith("/console/") or "later" in said


@pytest.mark.parametrize("path", AGREED_PAGES)
async def test_what_both_agreed_to_opens_for_both_sides(agreed: Office, path: str) -> None:
    assert await opens_for(agreed, path) == AGREED_PAGES[path]


@pytest.mark.parametrize(("path", "said"), ACTIONS)
async def test_an_action_is_taken_by_whom_it_is_for_and_leaves_no_trace_of_others(
    office: Office, path: str, said: str
) -> None:
    await is_only_for(office, path, said, ACTIONS[path, said])


@pytest.mark.parametrize(("path", "said"), AGREED_ACTIONS)
async def test_a_step_after_both_agreed_is_for_both_sides(
    agreed: Office, path: str, said: str
) -> None:
    await is_only_for(agreed, path, said, AGREED_ACTIONS[path, said])


@pytest.mark.parametrize(("path", "said"), PLACED_ACTIONS)
async def test_a_step_in_a_placement_is_for_whom_it_concerns(
    placed: Office, path: str, said: str
) -> None:
    await is_only_for(placed, path, said, PLACED_ACTIONS[path, said])


# Every page that is asked for with a number of hers, or with none.
CONSOLE = [
    path.replace("{id}", f"{{{rule.ids}}}")
    for path, rule in PAGES.items()
    if path.startswith("/console") and not path.endswith("stream") and rule.ids != "hans"
]
SECRETS = (NAME, FULL_NAME, PHONE, HER_WORDS)


@pytest.mark.parametrize("state", ["proposed", "approved", "interested", "introduced"])
async def test_nobody_outside_the_team_meets_her_name_before_both_agreed(
    office: Office, state: str
) -> None:
    await office.put(state)
    await office.asks(HER_WORDS)
    paths = ["/console/werkzoekenden", "/console/werkzoekenden?toon=all", *CONSOLE]
    for name in set(STAFF) - HER_FILE:
        visitor = await office.desk(name)
        for path in (*paths, f"/console/werkzoekenden?zoek={NAME}&toon=all"):
            page = await visitor.opens(at(path, office))
            # the search field repeats what was typed: only her own row would tell something
            html = page.html.replace(f'value="{NAME}"', "")
            assert [each for each in SECRETS if each in html] == [], f"{name} on {path}"


async def test_an_employers_side_sees_the_match_from_the_coachs_yes_on(office: Office) -> None:
    path = f"/console/matches/{office.match}"
    for state, seen in (("proposed", False), ("declined", False), ("introduced", True)):
        await office.put(state)
        for name, expected in (("own manager", seen), ("other manager", False)):
            page = await (await office.desk(name)).opens(path)
            assert page.status == (200 if expected else 404), f"{name}, {state}"


async def test_names_are_for_the_employers_side_once_both_agreed(office: Office) -> None:
    visitor = await office.desk("own manager")
    await office.put("invited", agreed=True)
    assert NAME in (await visitor.opens(f"/console/matches/{office.match}")).text
    await office.put("invited")
    assert NAME not in (await visitor.opens(f"/console/matches/{office.match}")).text


async def test_the_dossier_and_her_own_words_are_for_the_coach_alone(office: Office) -> None:
    path = f"/console/werkzoekenden/{office.her}"
    own = await (await office.desk("own coach")).opens(path)
    assert own.form(name="ladder")
    for name in ("colleague", "regional manager"):
        page = await (await office.desk(name)).opens(path)
        assert NAME in page.text
        assert not [each for each in page.forms if "ladder" in each.fields], name


async def test_who_left_or_gave_no_second_step_is_sent_away(office: Office) -> None:
    visitor = await office.desk("own coach")
    async with office.site.stage.work() as work:
        (await work.get(StaffRow, office.site.stage.actors["own coach"].number)).active = False
    page = await visitor.opens("/console", follow=False)
    assert (page.status, page.headers["Location"]) == (303, "/console/login")
