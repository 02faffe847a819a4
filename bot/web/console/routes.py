"""The console: what waits, and the pages of people, vacancies, employers and matches."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.web.console import (
    aftercare,
    audit,
    callbacks,
    candidates,
    colleagues,
    companies,
    employers,
    equal_chances,
    live,
    matches,
    meetings,
    nearest,
    office,
    people,
    placements,
    plans,
    reach,
    surveys,
    targets,
    transfers,
    urgent,
    vacancies,
    views,
    way_back,
)
from bot.web.console import talk as console_talk
from bot.web.console.page import at_desk, page
from bot.web.console.staff_words import reading
from services import console
from services.rights import Viewer
from services.unit_of_work import Work

SHOWN = 25  # more than a day's work is behind a button


async def today(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Vandaag: one list, the most urgent first, each with the one action that settles it."""
    rows = await console.today(work, who)
    shown = rows if "alles" in request.query else rows[:SHOWN]
    context = {"rows": shown, "waiting": len(rows), "mark": console.mark(rows, work.now)}
    return await page(request, work, who, "console/today.html", context)


Page = Callable[[web.Request, Work, Viewer], Awaitable[web.StreamResponse]]

PAGES: Mapping[str, Page] = {
    "/console": today,
    "/console/dringend": urgent.overview,
    "/console/dringend/{id:\\d{1,9}}": urgent.file,
    "/console/verzoeken/{id:\\d{1,9}}": callbacks.file,
    "/console/werkzoekenden": people.people,
    "/console/werkzoekenden/{id:\\d{1,9}}": people.file,
    "/console/werkzoekenden/{id:\\d{1,9}}/kansen": nearest.file,
    "/console/werkzoekenden/{id:\\d{1,9}}/plan": plans.file,
    "/console/werkzoekenden/{id:\\d{1,9}}/toegang": way_back.check,
    "/console/werkgevers/{id:\\d{1,9}}/contact/{person:\\d{1,9}}/toegang": way_back.check,
    "/console/vacatures": vacancies.board,
    "/console/vacatures/{id:\\d{1,9}}": vacancies.file,
    "/console/vacatures/{id:\\d{1,9}}/kandidaten": candidates.compare,
    "/console/werkgevers": employers.overview,
    "/console/werkgevers/nieuw": companies.begin,
    "/console/werkgevers/{id:\\d{1,9}}": employers.file,
    "/console/werkgevers/{id:\\d{1,9}}/gegevens": companies.facts,
    "/console/werkgevers/{id:\\d{1,9}}/contact/{person:\\d{1,9}}": employers.speaker,
    "/console/matches/{id:\\d{1,9}}": matches.file,
    "/console/afspraken/{id:\\d{1,9}}/agenda": meetings.calendar,
    "/console/plaatsingen": placements.overview,
    "/console/plaatsingen/{id:\\d{1,9}}": placements.file,
    "/console/onderzoek": surveys.results,
    "/console/doelen": targets.file,
    "/console/gesprek/{id:\\d{1,9}}": console_talk.talk,
    "/console/documenten/{id:\\d{1,9}}": people.document,
    "/console/berichten/{id:\\d{1,9}}": office.questions,
    "/console/gelijke-kansen": equal_chances.file,
    "/console/beheer": office.office,
    "/console/beheer/{id:\\d{1,9}}": colleagues.file,
    "/console/beheer/logboek": audit.log,
    "/console/beheer/datalek": audit.breached,
    "/console/beheer/datalek.txt": audit.listed,
}
ACTIONS: Mapping[str, Page] = {
    "/console/werkzoekenden/{id:\\d{1,9}}/kansen": nearest.propose,
    "/console/werkzoekenden/{id:\\d{1,9}}/antwoord": people.answer,
    "/console/werkzoekenden/{id:\\d{1,9}}/notitie": people.note,
    "/console/lijsten/{page:werkzoekenden|vacatures}": views.save,
    "/console/lijsten/{id:\\d{1,9}}/weg": views.remove,
    "/console/werkzoekenden/{id:\\d{1,9}}/toegang": way_back.make,
    "/console/werkzoekenden/{id:\\d{1,9}}/toegang/dicht": way_back.cut,
    "/console/werkgevers/{id:\\d{1,9}}/contact/{person:\\d{1,9}}/toegang": way_back.make,
    "/console/werkgevers/{id:\\d{1,9}}/contact/{person:\\d{1,9}}/toegang/dicht": way_back.cut,
    "/console/werkzoekenden/{id:\\d{1,9}}/coach": people.assign,
    "/console/werkzoekenden/{id:\\d{1,9}}/overdracht": transfers.ask,
    "/console/werkzoekenden/{id:\\d{1,9}}/overdracht/besluit": transfers.decide,
    "/console/werkzoekenden/{id:\\d{1,9}}/zichtbaar": people.visibility,
    "/console/werkzoekenden/{id:\\d{1,9}}/dossier": people.dossier,
    "/console/werkzoekenden/{id:\\d{1,9}}/bewaren": people.keep,
    "/console/werkzoekenden/{id:\\d{1,9}}/hulp": people.help_level,
    "/console/werkzoekenden/{id:\\d{1,9}}/klopt-niet": people.corrected,
    "/console/vacatures/{id:\\d{1,9}}/sluiten": vacancies.close,
    "/console/vacatures/{id:\\d{1,9}}/antwoord": vacancies.answer,
    "/console/vacatures/{id:\\d{1,9}}/stilzetten": vacancies.rest,
    "/console/vacatures/{id:\\d{1,9}}/samen": console_talk.of_vacancy,
    "/console/vacatures/{id:\\d{1,9}}/kijken": vacancies.look,
    "/console/vacatures/{id:\\d{1,9}}/gebeld": vacancies.called,
    "/console/vacatures/{id:\\d{1,9}}/lijst": vacancies.shortlist,
    "/console/vacatures/{id:\\d{1,9}}/verlengen": vacancies.renew,
    "/console/vacatures/{id:\\d{1,9}}/kandidaten": candidates.choose,
    "/console/vacatures/{id:\\d{1,9}}/open": vacancies.reopen,
    "/console/werkgevers/nieuw": companies.enter,
    "/console/werkgevers/{id:\\d{1,9}}/gegevens": companies.change,
    "/console/werkgevers/{id:\\d{1,9}}/gecontroleerd": employers.verify,
    "/console/werkgevers/{id:\\d{1,9}}/ambassadeur": employers.ambassador,
    "/console/werkgevers/{id:\\d{1,9}}/contact": employers.contact,
    "/console/werkgevers/{id:\\d{1,9}}/contact/{person:\\d{1,9}}": employers.change,
    "/console/werkgevers/{id:\\d{1,9}}/contact/{person:\\d{1,9}}/weg": employers.replace,
    "/console/werkgevers/{id:\\d{1,9}}/contact/{person:\\d{1,9}}/telefoon": employers.link,
    "/console/werkgevers/{id:\\d{1,9}}/notitie": employers.note,
    "/console/matches/{id:\\d{1,9}}/besluit": matches.decide,
    "/console/matches/{id:\\d{1,9}}/terug": matches.reconsider,
    "/console/matches/{id:\\d{1,9}}/eisen": matches.demands,
    "/console/werkzoekenden/{id:\\d{1,9}}/plan": plans.begin,
    "/console/plannen/{id:\\d{1,9}}/bewaar": plans.write,
    "/console/plannen/{id:\\d{1,9}}/besluit": plans.decide,
    "/console/stappen/{id:\\d{1,9}}/klaar": plans.tick,
    "/console/matches/{id:\\d{1,9}}/afspraak": meetings.plan,
    "/console/matches/{id:\\d{1,9}}/plaatsing": placements.place,
    "/console/afspraken/{id:\\d{1,9}}/verzetten": meetings.change,
    "/console/afspraken/{id:\\d{1,9}}/afzeggen": meetings.cancel,
    "/console/afspraken/{id:\\d{1,9}}/uitkomst": meetings.record,
    "/console/plaatsingen/{id:\\d{1,9}}/afspraken": placements.change,
    "/console/plaatsingen/{id:\\d{1,9}}/verder": placements.go_on,
    "/console/plaatsingen/{id:\\d{1,9}}/einde": placements.end,
    "/console/plaatsingen/{id:\\d{1,9}}/loonwaarde": placements.measure,
    "/console/nazorg/{id:\\d{1,9}}/klaar": aftercare.settle,
    "/console/nazorg/{id:\\d{1,9}}/terug": aftercare.unsettle,
    "/console/nazorg/{id:\\d{1,9}}/antwoord": aftercare.answer,
    "/console/nazorg/{id:\\d{1,9}}/overslaan": aftercare.skip,
    "/console/berichten/{id:\\d{1,9}}/antwoord": office.answer,
    "/console/dringend/{id:\\d{1,9}}/klaar": urgent.settle,
    "/console/verzoeken/{id:\\d{1,9}}/gebeld": callbacks.called,
    "/console/werkzoekenden/{id:\\d{1,9}}/bellen": callbacks.rather,
    "/console/werkzoekenden/{id:\\d{1,9}}/bereikt": reach.jobseeker,
    "/console/werkgevers/{id:\\d{1,9}}/contact/{person:\\d{1,9}}/bereikt": reach.contact,
    "/console/gesprek": console_talk.begin,
    "/console/gesprek/{id:\\d{1,9}}/samen": console_talk.sit_down,
    "/console/gesprek/{id:\\d{1,9}}/klaar": console_talk.stand_up,
    "/console/gesprek/{id:\\d{1,9}}/opdracht": console_talk.command,
    "/console/gesprek/{id:\\d{1,9}}/telefoon": console_talk.elsewhere,
    "/console/vragen/{id:\\d{1,9}}/klaar": office.settle,
    "/console/beheer/uitnodigen": office.invite,
    "/console/beheer/{id:\\d{1,9}}/tweede-stap": office.second_factor,
    "/console/beheer/{id:\\d{1,9}}/stoppen": colleagues.stop,
    "/console/beheer/{id:\\d{1,9}}/afwezig": colleagues.away,
    "/console/beheer/{id:\\d{1,9}}/overdragen": colleagues.hand_over,
    "/console/beheer/{id:\\d{1,9}}/plek": colleagues.place,
    "/console/afwezig/{id:\\d{1,9}}/weg": colleagues.back,
    "/console/beheer/datalek/{id:\\d{1,9}}/dicht": audit.lock,
    "/console/beheer/opnieuw": office.retry,
}


# Looking is written down.
LOGGED = frozenset(
    {
        urgent.file,
        callbacks.file,
        people.file,
        people.document,
        nearest.file,
        plans.file,
        placements.file,
    }
)


def routes() -> list[web.RouteDef]:
    """The console's addresses."""
    shown: list[web.RouteDef] = [
        web.get(path, _at(handler, writes=handler in LOGGED)) for path, handler in PAGES.items()
    ]
    talk = "/console/gesprek/{id:\\d{1,9}}/chat"
    shown += [
        web.get("/console/stream", live.stream),
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
