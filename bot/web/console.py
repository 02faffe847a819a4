"""The console: what waits, and the pages of people, vacancies, employers and matches."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.web import (
    console_afterwards,
    console_candidates,
    console_chances,
    console_checkins,
    console_colleagues,
    console_employers,
    console_impact,
    console_live,
    console_matches,
    console_meetings,
    console_office,
    console_people,
    console_placements,
    console_plans,
    console_surveys,
    console_talk,
    console_targets,
    console_transfers,
    console_urgent,
    console_vacancies,
    console_views,
)
from bot.web.desk import at_desk, page
from bot.web.typed import reading
from services import desk
from services.rights import Viewer
from services.work import Work

SHOWN = 25  # more than a day's work is behind a button


async def today(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Vandaag: one list, the most urgent first, each with the one action that settles it."""
    rows = await desk.today(work, who)
    shown = rows if "alles" in request.query else rows[:SHOWN]
    context = {"rows": shown, "total": len(rows), "mark": desk.mark(rows, work.now)}
    return await page(request, work, who, "console/today.html", context)


Page = Callable[[web.Request, Work, Viewer], Awaitable[web.StreamResponse]]

PAGES: Mapping[str, Page] = {
    "/console": today,
    "/console/dringend": console_urgent.overview,
    "/console/dringend/{id:\\d{1,9}}": console_urgent.file,
    "/console/werkzoekenden": console_people.people,
    "/console/werkzoekenden/{id:\\d{1,9}}": console_people.file,
    "/console/werkzoekenden/{id:\\d{1,9}}/kansen": console_chances.file,
    "/console/werkzoekenden/{id:\\d{1,9}}/plan": console_plans.file,
    "/console/vacatures": console_vacancies.board,
    "/console/vacatures/{id:\\d{1,9}}": console_vacancies.file,
    "/console/vacatures/{id:\\d{1,9}}/kandidaten": console_candidates.compare,
    "/console/werkgevers/{id:\\d{1,9}}": console_employers.file,
    "/console/werkgevers/{id:\\d{1,9}}/contact/{person:\\d{1,9}}": console_employers.speaker,
    "/console/matches/{id:\\d{1,9}}": console_matches.file,
    "/console/afspraken/{id:\\d{1,9}}/agenda": console_meetings.calendar,
    "/console/plaatsingen": console_placements.overview,
    "/console/plaatsingen/{id:\\d{1,9}}": console_placements.file,
    "/console/onderzoek": console_surveys.results,
    "/console/doelen": console_targets.file,
    "/console/gesprek/{id:\\d{1,9}}": console_talk.talk,
    "/console/documenten/{id:\\d{1,9}}": console_people.document,
    "/console/berichten/{id:\\d{1,9}}": console_office.questions,
    "/console/gelijke-kansen": console_impact.file,
    "/console/beheer": console_office.office,
    "/console/beheer/{id:\\d{1,9}}": console_colleagues.file,
    "/console/beheer/logboek": console_afterwards.log,
    "/console/beheer/datalek": console_afterwards.breached,
    "/console/beheer/datalek.txt": console_afterwards.listed,
}
ACTIONS: Mapping[str, Page] = {
    "/console/werkzoekenden/{id:\\d{1,9}}/kansen": console_chances.propose,
    "/console/werkzoekenden/{id:\\d{1,9}}/antwoord": console_people.answer,
    "/console/werkzoekenden/{id:\\d{1,9}}/notitie": console_people.note,
    "/console/lijsten/{page:werkzoekenden|vacatures}": console_views.save,
    "/console/lijsten/{id:\\d{1,9}}/weg": console_views.remove,
    "/console/werkzoekenden/{id:\\d{1,9}}/coach": console_people.assign,
    "/console/werkzoekenden/{id:\\d{1,9}}/overdracht": console_transfers.ask,
    "/console/werkzoekenden/{id:\\d{1,9}}/overdracht/besluit": console_transfers.decide,
    "/console/werkzoekenden/{id:\\d{1,9}}/zichtbaar": console_people.visibility,
    "/console/werkzoekenden/{id:\\d{1,9}}/dossier": console_people.dossier,
    "/console/werkzoekenden/{id:\\d{1,9}}/bewaren": console_people.keep,
    "/console/vacatures/{id:\\d{1,9}}/sluiten": console_vacancies.close,
    "/console/vacatures/{id:\\d{1,9}}/antwoord": console_vacancies.answer,
    "/console/vacatures/{id:\\d{1,9}}/stilzetten": console_vacancies.rest,
    "/console/vacatures/{id:\\d{1,9}}/verlengen": console_vacancies.renew,
    "/console/vacatures/{id:\\d{1,9}}/kandidaten": console_candidates.choose,
    "/console/vacatures/{id:\\d{1,9}}/open": console_vacancies.reopen,
    "/console/werkgevers/{id:\\d{1,9}}/gecontroleerd": console_employers.verify,
    "/console/werkgevers/{id:\\d{1,9}}/ambassadeur": console_employers.ambassador,
    "/console/werkgevers/{id:\\d{1,9}}/contact": console_employers.contact,
    "/console/werkgevers/{id:\\d{1,9}}/contact/{person:\\d{1,9}}": console_employers.change,
    "/console/werkgevers/{id:\\d{1,9}}/contact/{person:\\d{1,9}}/weg": console_employers.replace,
    "/console/werkgevers/{id:\\d{1,9}}/contact/{person:\\d{1,9}}/telefoon": console_employers.link,
    "/console/werkgevers/{id:\\d{1,9}}/notitie": console_employers.note,
    "/console/matches/{id:\\d{1,9}}/besluit": console_matches.decide,
    "/console/matches/{id:\\d{1,9}}/terug": console_matches.reconsider,
    "/console/werkzoekenden/{id:\\d{1,9}}/plan": console_plans.begin,
    "/console/plannen/{id:\\d{1,9}}/bewaar": console_plans.write,
    "/console/plannen/{id:\\d{1,9}}/besluit": console_plans.decide,
    "/console/stappen/{id:\\d{1,9}}/klaar": console_plans.tick,
    "/console/matches/{id:\\d{1,9}}/afspraak": console_meetings.plan,
    "/console/matches/{id:\\d{1,9}}/plaatsing": console_placements.place,
    "/console/afspraken/{id:\\d{1,9}}/verzetten": console_meetings.change,
    "/console/afspraken/{id:\\d{1,9}}/afzeggen": console_meetings.cancel,
    "/console/afspraken/{id:\\d{1,9}}/uitkomst": console_meetings.record,
    "/console/plaatsingen/{id:\\d{1,9}}/afspraken": console_placements.change,
    "/console/plaatsingen/{id:\\d{1,9}}/verder": console_placements.go_on,
    "/console/plaatsingen/{id:\\d{1,9}}/einde": console_placements.end,
    "/console/plaatsingen/{id:\\d{1,9}}/loonwaarde": console_placements.measure,
    "/console/nazorg/{id:\\d{1,9}}/klaar": console_checkins.settle,
    "/console/nazorg/{id:\\d{1,9}}/terug": console_checkins.unsettle,
    "/console/nazorg/{id:\\d{1,9}}/antwoord": console_checkins.answer,
    "/console/nazorg/{id:\\d{1,9}}/overslaan": console_checkins.skip,
    "/console/berichten/{id:\\d{1,9}}/antwoord": console_office.answer,
    "/console/dringend/{id:\\d{1,9}}/klaar": console_urgent.settle,
    "/console/gesprek": console_talk.begin,
    "/console/gesprek/{id:\\d{1,9}}/samen": console_talk.sit_down,
    "/console/gesprek/{id:\\d{1,9}}/klaar": console_talk.stand_up,
    "/console/gesprek/{id:\\d{1,9}}/opdracht": console_talk.command,
    "/console/gesprek/{id:\\d{1,9}}/telefoon": console_talk.elsewhere,
    "/console/vragen/{id:\\d{1,9}}/klaar": console_office.settle,
    "/console/beheer/uitnodigen": console_office.invite,
    "/console/beheer/{id:\\d{1,9}}/tweede-stap": console_office.second_factor,
    "/console/beheer/{id:\\d{1,9}}/stoppen": console_colleagues.stop,
    "/console/beheer/{id:\\d{1,9}}/afwezig": console_colleagues.away,
    "/console/beheer/{id:\\d{1,9}}/overdragen": console_colleagues.hand_over,
    "/console/beheer/{id:\\d{1,9}}/plek": console_colleagues.place,
    "/console/afwezig/{id:\\d{1,9}}/weg": console_colleagues.back,
    "/console/beheer/datalek/{id:\\d{1,9}}/dicht": console_afterwards.lock,
    "/console/beheer/opnieuw": console_office.retry,
}


# Looking is written down.
LOGGED = frozenset(
    {
        console_urgent.file,
        console_people.file,
        console_people.document,
        console_chances.file,
        console_plans.file,
        console_placements.file,
    }
)


def routes() -> list[web.RouteDef]:
    """The console's addresses."""
    shown: list[web.RouteDef] = [
        web.get(path, _at(handler, writes=handler in LOGGED)) for path, handler in PAGES.items()
    ]
    talk = "/console/gesprek/{id:\\d{1,9}}/chat"
    shown += [
        web.get("/console/stream", console_live.stream),
        web.get(f"{talk}/stream", console_talk.stream),
        web.post(f"{talk}/say", console_talk.say),
    ]
    return shown + [
        web.post(path, _at(reading(handler), writes=True)) for path, handler in ACTIONS.items()
    ]


def _at(handler: Page, *, writes: bool) -> Handler:
    async def handle(request: web.Request) -> web.StreamResponse:
        return await at_desk(request, handler, writes=writes)

    return handle
