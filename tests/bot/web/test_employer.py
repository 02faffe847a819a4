"""The pages of employers: whose they are, what can be done there, and what is never told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlmodel import select
from yarl import URL

from bot.web.seats import CHAT
from services.access import sessions
from services.for_employers import candidates
from services.store.models import Contact, Employer, Jobseeker, Match, Person, Talk, Vacancy
from services.unit_of_work import Work
from tests.bot.web.site import Page, Site, Visitor
from tests.browser import OpenPage, axe, no_overflow, screenshot

PHONE = "+31687654321"
SECRETS = ("Zeynep", "Karagöz", "0687654321", "+31687654321", "1987", "zieke", "rustige", "Wajong")


@dataclass
class Bakery:
    """An employer with a vacancy and somebody who wants it; another employer; a jobseeker."""

    site: Site
    her: int = 0
    contact: int = 0
    employer: int = 0
    vacancy: int = 0
    match: int = 0
    stranger: int = 0
    their_vacancy: int = 0

    async def visitor(self, person_id: int) -> Visitor:
        """Somebody's browser, on their own page."""
        visitor = self.site.visitor()
        async with self.site.stage.work() as work:
            cookie = await sessions.begin_visit(work, person_id, "chat")
        visitor.session.cookie_jar.update_cookies({CHAT: cookie}, URL(self.site.base))
        return visitor

    async def boss(self) -> Visitor:
        visitor = await self.visitor(self.contact)
        await visitor.opens("/werkgever")
        return visitor

    async def sends(self, visitor: Visitor, path: str, **data: str) -> Page:
        """Post with a token of one's own, to an address of anybody."""
        data["form_token"] = sessions.form_token(visitor.cookie())
        return await visitor.posts(path, data)

    async def put(self, state: str, *, agreed: bool = False) -> None:
        async with self.site.stage.work() as work:
            match = await work.get(Match, self.match)
            match.state, match.agreed = state, work.now if agreed else None

    async def unverify(self) -> None:
        async with self.site.stage.work() as work:
            (await work.get(Employer, self.employer)).verified = None

    def mark(self, person_id: int = 0, employer_id: int = 0) -> str:
        return candidates.reference(employer_id or self.employer, person_id or self.her)


async def _jobseeker(work: Work, number: int, town: str = "Haarlem") -> int:
    person = Person(name="Zeynep", full_name="Zeynep Karagöz", phone=PHONE, created=work.now)
    work.tx.add(person)
    await work.tx.flush()
    work.tx.add(
        Jobseeker(
            person_id=person.id or 0,
            profile={
                "home": "2011",
                "wanted": ["cleaner"],
                "skills": ["mop-floors", "clean-toilets"],
                "hours": [16, 24],
                "level": 2,
                "helps": ["quiet"],
                "share_helps": "no",
                "birth_year": 1987,
            },
            said={"done": ["Ik zorgde voor mijn zieke moeder"]},
            town=town,
            team="intake-haarlem",
            shown_by_self=True,
            shown_by_coach=True,
            created=work.now,
            updated=work.now,
        )
    )
    return person.id or 0


async def _employer(work: Work, name: str) -> tuple[int, int, int]:
    person = Person(name="Hans", formal=True, created=work.now)
    employer = Employer(name=name, verified=work.now, place="2012", created=work.now)
    work.tx.add_all([person, employer])
    await work.tx.flush()
    work.tx.add(Contact(person_id=person.id or 0, employer_id=employer.id or 0))
    vacancy = Vacancy(
        employer_id=employer.id or 0,
        contact_id=person.id or 0,
        title=f"Schoonmaker {name}",
        demands={"occupation": ["cleaner"], "place": "2012", "hours": [16, 24]},
        agreement={"manner": "open"},
        expires=work.today + timedelta(days=10),
        reported=work.now,
        updated=work.now,
    )
    work.tx.add(vacancy)
    await work.tx.flush()
    return person.id or 0, employer.id or 0, vacancy.id or 0


async def opened_bakery(site: Site, people: int = 6) -> Bakery:
    bakery = Bakery(site)
    async with site.stage.work() as work:
        numbers = [await _jobseeker(work, n) for n in range(people)]
        bakery.her = numbers[0]
        bakery.contact, bakery.employer, bakery.vacancy = await _employer(work, "De Korst")
        bakery.stranger, _, bakery.their_vacancy = await _employer(work, "Anders")
        match = Match(
            jobseeker_id=bakery.her,
            vacancy_id=bakery.vacancy,
            state="introduced",
            created=work.now,
            since=work.now,
        )
        work.tx.add(match)
        await work.tx.flush()
        bakery.match = match.id or 0
    return bakery


@pytest.fixture
async def bakery(quick_site: Site) -> Bakery:
    return await opened_bakery(quick_site)


PAGES = ("/werkgever", "/werkgever/vragen", "/werkgever/kandidaten", "/werkgever/kandidaten/{mark}")
FORMS = (
    ("/werkgever/kennismaken/{match}", "answer=invited"),
    ("/werkgever/vacatures/{vacancy}", "what=closed"),
    ("/werkgever/kandidaten/{mark}", "vacancy={vacancy}"),
)


def at(path: str, bakery: Bakery) -> str:
    return path.format(match=bakery.match, vacancy=bakery.vacancy, mark=bakery.mark())


async def changed(bakery: Bakery) -> list[str]:
    """What the database holds of all that could be changed here."""
    async with bakery.site.stage.work() as work:
        found: list[str] = []
        for table in (Match, Vacancy, Employer):
            found += [repr(each) for each in (await work.tx.exec(select(table))).all()]
        return sorted(found)


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_opens_for_whom_it_is(bakery: Bakery, path: str) -> None:
    there = at(path, bakery)
    list_of_people = "kandidaten" in path
    assert (await (await bakery.boss()).opens(there)).status == 200
    assert (await bakery.site.visitor().opens(there)).status == 403
    assert (await (await bakery.visitor(bakery.her)).opens(there)).status == 403
    other = await (await bakery.visitor(bakery.stranger)).opens(there)
    assert other.status == (404 if "{mark}" in path else 200)
    await bakery.unverify()
    page = await (await bakery.boss()).opens(there)
    assert page.status == ((404 if "{mark}" in path else 403) if list_of_people else 200)
    assert "schoonmaker" not in page.text or not list_of_people


@pytest.mark.parametrize(("path", "said"), FORMS)
async def test_an_action_is_taken_by_whom_it_is_for_alone(
    bakery: Bakery, path: str, said: str
) -> None:
    data = dict(each.split("=") for each in at(said, bakery).split("&"))
    before = await changed(bakery)
    for person, status in ((bakery.her, 403), (bakery.stranger, 404)):
        visitor = await bakery.visitor(person)
        await visitor.opens("/chat")
        assert (await bakery.sends(visitor, at(path, bakery), **data)).status == status
    assert (await bakery.site.visitor().posts(at(path, bakery), data)).status == 403
    boss = await bakery.boss()
    assert (await boss.posts(at(path, bakery), data)).status == 403  # no token
    assert await changed(bakery) == before
    if "vacancy" in data:
        for wrong in (str(bakery.their_vacancy), "999999"):
            page = await bakery.sends(boss, at(path, bakery), vacancy=wrong)
            assert page.status == 404
        assert (await bakery.sends(boss, at(path, bakery), vacancy="x")).status == 400
        assert await changed(bakery) == before


@pytest.mark.parametrize("role", ["coach", "account_manager", "regional_manager", "partner"])
async def test_staff_read_the_list_as_employers_see_it(bakery: Bakery, role: str) -> None:
    team = "duinrand-stage" if role == "partner" else "intake-haarlem"
    visitor = await bakery.site.staff("Noor", role, team=team)
    page = await visitor.opens("/werkgever/kandidaten")
    assert (page.status, page.path) == (200, "/console/kandidaten")
    assert "schoonmaker" in page.text
    assert not any(secret in page.html for secret in SECRETS)
    assert "kennismaken" not in page.text
    assert (await visitor.opens("/werkgever")).status == 403


@pytest.mark.parametrize("role", ["administrator", "reader"])
async def test_other_staff_do_not(bakery: Bakery, role: str) -> None:
    visitor = await bakery.site.staff("Ada", role)
    assert (await visitor.opens("/console/kandidaten")).status == 404
    assert (await visitor.opens("/werkgever/kandidaten")).status == 403


async def test_the_list_tells_no_name_and_nothing_private(bakery: Bakery) -> None:
    boss = await bakery.boss()
    seen: list[str] = []
    for path in ("/werkgever/kandidaten", f"/werkgever/kandidaten/{bakery.mark()}", "/werkgever"):
        page = await boss.opens(path)
        assert page.status == 200
        assert not [secret for secret in SECRETS if secret in page.html], path
        seen.append(page.text)
    assert "vloeren dweilen" in seen[0]
    assert "16 tot 24 uur per week" in seen[0]
    assert "Woont in Haarlem" in seen[0]
    assert "Gevonden: ongeveer 5 kandidaten." in seen[0]


async def test_a_small_group_is_shown_by_region(quick_site: Site) -> None:
    bakery = await opened_bakery(quick_site, people=4)
    page = await (await bakery.boss()).opens("/werkgever/kandidaten")
    assert "Woont in regio" in page.text
    assert "Woont in Haarlem" not in page.text
    page = await (await bakery.boss()).opens("/werkgever/kandidaten?gemeente=Haarlem")
    assert "Gevonden: geen kandidaten." in page.text


async def test_asking_for_somebody_of_the_list(bakery: Bakery) -> None:
    boss = await bakery.boss()
    await boss.follows("Kandidaten")
    await boss.presses("Zoek", zoek="schoonmaaken", uren="16")
    links = [href for href in boss.page.html.split('"') if "/kandidaten/" in href]
    assert len(links) == 6
    await boss.opens(links[0])
    page = await boss.presses("Vraag het de coach")
    assert page.path == "/werkgever"
    assert "Wij leggen uw vraag voor aan de coach" in page.text
    async with bakery.site.stage.work() as work:
        rows = (await work.tx.exec(select(Match).where(Match.origin == "employer"))).all()
        assert [each.state for each in rows] in (["proposed"], [])  # it may have been hers
    await boss.follows("Kandidaten")
    assert boss.page.text.count("Gevraagd aan de coach") == 1


async def test_her_card_is_answered_once(bakery: Bakery) -> None:
    boss, other = await bakery.boss(), await bakery.boss()
    assert "Iemand voor Schoonmaker De Korst" in boss.page.text
    page = await boss.presses("Kennismaken")
    assert "Wij vragen of de kandidaat ook wil" in page.text
    assert (await other.presses("Kennismaken")).status == 409
    assert "Hier is al over beslist" in other.page.text
    async with bakery.site.stage.work() as work:
        assert (await work.get(Match, bakery.match)).state == "invited"
        talks = (await work.tx.exec(select(Talk).where(Talk.dialog == "confirm"))).all()
        assert [talk.person_id for talk in talks] == [bakery.her]


async def test_a_no_needs_a_reason_from_the_list(bakery: Bakery) -> None:
    boss = await bakery.boss()
    page = await bakery.sends(boss, f"/werkgever/kennismaken/{bakery.match}", answer="rejected")
    assert page.status == 409
    await boss.opens("/werkgever")
    page = await boss.presses("Stuur dit antwoord", reason="hours")
    assert "Dank u voor uw antwoord" in page.text
    for wrong in ("", "placed", "met"):
        page = await bakery.sends(boss, f"/werkgever/kennismaken/{bakery.match}", answer=wrong)
        assert page.status == 400


@pytest.mark.parametrize("state", ["proposed", "approved", "interested", "declined", "withdrawn"])
async def test_a_match_that_was_never_shown_is_not_there(bakery: Bakery, state: str) -> None:
    await bakery.put(state)
    boss = await bakery.boss()
    path = f"/werkgever/kennismaken/{bakery.match}"
    assert (await bakery.sends(boss, path, answer="invited")).status == 404
    assert "Er wacht nu niemand op u" in (await boss.opens("/werkgever")).text


async def test_names_come_when_both_agreed(bakery: Bakery) -> None:
    await bakery.put("invited")
    boss = await bakery.boss()
    assert "Wij vragen of de kandidaat ook wil" in boss.page.text
    assert "Zeynep" not in boss.page.html
    await bakery.put("invited", agreed=True)
    assert "Zeynep Karagöz , 06 87654321" in (await boss.opens("/werkgever")).text


async def test_an_employer_nobody_verified_sees_no_card(bakery: Bakery) -> None:
    await bakery.unverify()
    boss = await bakery.boss()
    assert "Wij controleren eerst uw bedrijf" in boss.page.text
    assert "Iemand voor" not in boss.page.text
    assert "Bekijk kandidaten" not in boss.page.links


@pytest.mark.parametrize(
    ("button", "status", "said"),
    [
        ("4 weken langer", "open", "blijft langer open"),
        ("De plek is vervuld", "filled", "staat op vervuld"),
        ("Stop deze vacature", "closed", "is gestopt"),
    ],
)
async def test_a_vacancy_is_kept_or_ended(
    bakery: Bakery, button: str, status: str, said: str
) -> None:
    boss = await bakery.boss()
    page = await boss.presses(button)
    assert said in page.text
    async with bakery.site.stage.work() as work:
        row = await work.get(Vacancy, bakery.vacancy)
        assert row.status == status
        if status == "open":
            assert row.expires == work.today + timedelta(days=10 + 28)
    if status != "open":
        path = f"/werkgever/vacatures/{bakery.vacancy}"
        assert (await bakery.sends(boss, path, what="4")).status == 409
    assert (
        await bakery.sends(boss, f"/werkgever/vacatures/{bakery.vacancy}", what="x")
    ).status == 400


async def test_ambassador_questions_and_the_contact(bakery: Bakery) -> None:
    boss = await bakery.boss()
    page = await boss.presses("Ja")
    assert "Uw antwoord is bewaard" in page.text
    async with bakery.site.stage.work() as work:
        assert (await work.get(Employer, bakery.employer)).ambassador
    assert "Uw contactpersoon" in page.text
    assert bakery.site.stage.region.front_door.phone in page.text
    await boss.follows("Vraag en antwoord")
    page = await boss.presses("Zoek", zoek="proefplaatsingg")
    assert "proef" in page.text.lower()
    page = await boss.presses("Zoek", zoek="zonnestelsel")
    assert "Daar heb ik geen antwoord op" in page.text


async def test_the_link_of_the_chat_opens_the_page_elsewhere(site: Site) -> None:
    bakery = await opened_bakery(site)
    visitor = await bakery.visitor(bakery.contact)
    await visitor.opens("/chat")
    page = await visitor.types("mijn pagina")
    address = page.text.split("https://werklijn.example")[1].split()[0]
    assert address.startswith("/werkgever?c=")
    assert (await visitor.opens(address)).path == "/werkgever"
    fresh = site.visitor()
    page = await fresh.opens(address)
    assert page.path == "/chat/code"
    page = await fresh.presses("Ga verder")
    assert (page.status, page.path) == (200, "/werkgever")
    assert "Schoonmaker De Korst" in page.text
    assert (await site.visitor().opens("/werkgever?c=WRONGONE")).path == "/chat/code"


async def test_the_chat_gives_no_page_to_who_is_no_employer(bakery: Bakery) -> None:
    visitor = await bakery.visitor(bakery.her)
    await visitor.opens("/chat")
    page = await visitor.types("mijn pagina")
    assert "/werkgever" not in page.text


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_how_it_looks(bakery: Bakery, open_page: OpenPage, scheme: str) -> None:
    page = await open_page(color_scheme=scheme)
    cookie = (await bakery.boss()).cookie()
    await page.context.add_cookies([{"name": CHAT, "value": cookie, "url": bakery.site.base}])
    for path, name in (
        ("/werkgever", "employer"),
        ("/werkgever/kandidaten", "candidates"),
        (f"/werkgever/kandidaten/{bakery.mark()}", "candidate"),
        ("/werkgever/vragen?zoek=loonkosten", "employer-questions"),
    ):
        await page.goto(bakery.site.base + path)
        for summary in await page.locator("summary").all():
            if name == "employer":
                await summary.click()
        assert await axe(page) == [], path
        await no_overflow(page)
        await screenshot(page, f"{name}-{scheme}", 390)
        await screenshot(page, f"{name}-{scheme}", 1280)
