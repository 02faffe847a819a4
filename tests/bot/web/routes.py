"""Every address of the web and whom it is for: what is not here may not be served.

An address opens for `opens`. Other staff is told that it is not there (404), so that nobody learns
what exists; whoever is not in is sent to the page that says how to come in, or refused (403).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tests.bot.web.everybody import AT_A_DESK, CHATTING, EMPLOYERS, EVERYBODY

OPEN, REFUSED, SIGN_IN, MISSING = "open", "refused", "sign in", "missing"

TEAM = frozenset({"own coach", "colleague", "lead", "jobcoach"})
HER_FILE = TEAM | {"regional manager"}
COACHES = TEAM | {"other coach", "other lead"}
MANAGING = frozenset({"own manager", "regional manager"})
MANAGERS = frozenset({"own manager", "other manager", "regional manager"})
BOTH_SIDES = HER_FILE | MANAGING
CASEWORK = COACHES | {"own manager", "other manager", "regional manager"}
BROWSING = CASEWORK | {"partner"}
ADMINISTRATOR = frozenset({"administrator"})
ARRANGING = frozenset({"administrator", "lead", "colleague"})  # for the colleague, who is one
HALF = frozenset({"no second step"})


@dataclass(frozen=True)
class Rule:
    """Whom an address is for; what `inside` others get who are in, and what everybody else gets."""

    opens: frozenset[str]
    ids: str = ""  # whose number is in the address, as everybody.Everybody.own calls it
    form: str = ""  # what is posted there beside the token
    inside: frozenset[str] = frozenset()  # who is in, but for whom it is not there
    outside: str = REFUSED

    def expects(self, who: str) -> str:
        """What somebody gets at this address."""
        if who in self.opens:
            return OPEN
        return MISSING if who in self.inside else self.outside


def console(opens: frozenset[str], ids: str = "", form: str = "") -> Rule:
    """An address of the console."""
    return Rule(opens, ids, form, AT_A_DESK, SIGN_IN)


def public(form: str = "", ids: str = "") -> Rule:
    """An address for everybody."""
    return Rule(EVERYBODY, ids, form)


def chat(opens: frozenset[str] = CHATTING, form: str = "") -> Rule:
    """An address of whoever chats, about themselves."""
    return Rule(opens, "", form)


def employer(ids: str = "", form: str = "", opens: frozenset[str] = EMPLOYERS) -> Rule:
    """An address of employers; the rest is told how to come in."""
    return Rule(opens, ids, form, EMPLOYERS)


FILE = "/console/werkzoekenden/{id}"
VACANCY = "/console/vacatures/{id}"
COMPANY = "/console/werkgevers/{id}"
PLACEMENT = "/console/plaatsingen/{id}"
TALK = "/console/gesprek/{id}"
HANS = frozenset({"employer"})
APPOINTMENT = "day=2026-11-26&time=10:30&minutes=60&kind=visit&place=&words="
TERMS = "kind=regular&hours=24&starts=2026-11-24&ends=&sector=market"

PAGES: Mapping[str, Rule] = {
    "/": public(),
    "/healthz": public(),
    "/readyz": public(),
    "/.well-known/security.txt": public(),
    "/metrics": Rule(frozenset(), inside=EVERYBODY),  # on its own port, or with the token
    "/static/{name}": public(),
    "/vacatures": public(),
    "/vacatures/{id}": public(ids="vacancy"),
    "/chat": public(),
    "/chat/terug": public(),
    "/chat/code": public(),
    "/chat/stream": chat(),
    "/chat/mijn-gegevens.json": chat(),
    "/chat/gegevens": chat(),
    "/chat/afspraak-{id}.ics": Rule(
        frozenset({"jobseeker", "employer"}), "meeting", inside=EVERYBODY
    ),
    "/werkgever": employer(),
    "/werkgever/vragen": employer(),
    "/werkgever/kandidaten": employer(opens=EMPLOYERS | BROWSING),  # staff is sent to the console
    "/werkgever/kandidaten/{mark}": employer("mark", opens=HANS),
    "/console/login": public(),
    "/console/code": Rule(AT_A_DESK | HALF, outside=SIGN_IN),
    "/console": console(AT_A_DESK),
    "/console/stream": console(AT_A_DESK),
    "/console/kandidaten": console(BROWSING),
    "/console/dringend": console(AT_A_DESK),
    "/console/dringend/{id}": console(
        frozenset({"own coach", "lead", "regional manager"}), "urgent"
    ),
    "/console/verzoeken/{id}": console(HER_FILE, "call"),
    "/console/werkzoekenden": console(AT_A_DESK),
    FILE: console(HER_FILE, "her"),
    f"{FILE}/kansen": console(HER_FILE, "her"),
    f"{FILE}/plan": console(HER_FILE, "her"),
    f"{FILE}/toegang": console(frozenset({"own coach"}), "her"),
    "/console/vacatures": console(CASEWORK),
    VACANCY: console(CASEWORK, "vacancy"),
    f"{VACANCY}/kandidaten": console(CASEWORK, "vacancy"),
    "/console/werkgevers": console(CASEWORK),
    "/console/werkgevers/nieuw": console(MANAGERS),
    COMPANY: console(CASEWORK, "employer"),
    f"{COMPANY}/gegevens": console(MANAGING, "employer"),
    f"{COMPANY}/contact/{{person}}": console(MANAGING, "employer"),
    f"{COMPANY}/contact/{{person}}/toegang": console(MANAGING, "employer"),
    "/console/matches/{id}": console(BOTH_SIDES, "match"),
    "/console/afspraken/{id}/agenda": console(BOTH_SIDES, "meeting"),
    "/console/plaatsingen": console(CASEWORK),
    PLACEMENT: console(BOTH_SIDES, "placement"),
    TALK: console(TEAM, "her"),
    f"{TALK}/chat/stream": console(TEAM, "her"),
    "/console/documenten/{id}": console(frozenset({"own coach"}), "document"),
    "/console/berichten/{id}": console(frozenset({"own manager"}), "hans"),
    "/console/gelijke-kansen": console(frozenset({"regional manager"})),
    "/console/doelen": console(frozenset({"regional manager", "reader", "lead", "other lead"})),
    "/console/onderzoek": console(frozenset({"regional manager", "reader", "lead", "other lead"})),
    "/console/beheer": console(ADMINISTRATOR),
    "/console/beheer/{id}": console(ARRANGING, "colleague"),
    "/console/beheer/logboek": console(ADMINISTRATOR),
    "/console/beheer/datalek": console(ADMINISTRATOR),
    "/console/beheer/datalek.txt": console(ADMINISTRATOR),
}
# Who sees a file but may not change it is told so (409): that is open here, and the step itself is
# tested in test_console_rights.
ACTIONS: Mapping[str, Rule] = {
    "/telegram/webhook": Rule(frozenset()),
    "/chat/begin": public("who=work"),
    "/chat/say": chat(form="words=Dag!"),
    "/chat/aangekomen": chat(form="last=1"),
    "/chat/klaar": public(),
    "/chat/code": public("code=AAAAAAAA"),
    "/werkgever/kennismaken/{id}": employer("match", "answer=invited", HANS),
    "/werkgever/vacatures/{id}": employer("vacancy", "what=4", HANS),
    "/werkgever/ambassadeur": employer("", "answer=yes"),
    "/werkgever/kandidaten/{mark}": employer("mark", "vacancy={vacancy}", HANS),
    "/console/login": public("token=x"),
    "/console/code": Rule(AT_A_DESK | HALF, "", "code=123456", outside=SIGN_IN),
    "/console/uit": Rule(frozenset(), outside=SIGN_IN),
    f"{FILE}/kansen": console(TEAM, "her", "vacancy={vacancy}"),
    f"{FILE}/antwoord": console(TEAM, "her", "words=Dag!"),
    f"{FILE}/notitie": console(TEAM, "her", "words=Dag!"),
    f"{FILE}/toegang": console(frozenset({"own coach"}), "her", "checked=yes&how=seen"),
    f"{FILE}/toegang/dicht": console(frozenset({"own coach"}), "her", "checked=yes&how=answered"),
    f"{FILE}/coach": console(TEAM, "her", "coach={coach}"),
    f"{FILE}/overdracht": console(TEAM, "her", "team=intake-velsen&shown=intake-haarlem"),
    f"{FILE}/overdracht/besluit": console(TEAM, "her", "to=yes&shown=1"),
    f"{FILE}/zichtbaar": console(TEAM, "her", "shown=yes"),
    f"{FILE}/dossier": console(frozenset({"own coach"}), "her", "ladder=3"),
    f"{FILE}/klopt-niet": console(TEAM, "her", "event=1&outcome=changed&words="),
    f"{FILE}/hulp": console(TEAM, "her", "level=much"),
    f"{FILE}/bewaren": console(TEAM, "her", "keep=yes"),
    f"{FILE}/plan": console(HER_FILE, "her"),
    "/console/lijsten/{page}": console(AT_A_DESK, "page", "name=Mijn"),
    "/console/lijsten/{id}/weg": console(frozenset({"own coach"}), "view"),
    f"{VACANCY}/sluiten": console(MANAGING, "vacancy", "status=closed&why_closed=other"),
    f"{VACANCY}/antwoord": console(MANAGING, "vacancy", "term=7&shown=1&words=Dag!"),
    f"{VACANCY}/samen": console(MANAGING, "vacancy", "deed=change"),
    f"{VACANCY}/kijken": console(MANAGING, "vacancy", "outcome=allow&words="),
    f"{VACANCY}/stilzetten": console(MANAGING, "vacancy", "to=hold"),
    f"{VACANCY}/gebeld": console(MANAGING, "vacancy"),
    f"{VACANCY}/lijst": console(MANAGING, "vacancy"),
    f"{VACANCY}/verlengen": console(MANAGING, "vacancy", "weeks=4&shown="),
    f"{VACANCY}/kandidaten": console(TEAM, "vacancy", "p{her}=new"),
    f"{VACANCY}/open": console(MANAGING, "vacancy"),
    "/console/werkgevers/nieuw": console(
        MANAGERS, "", "company=Hoek&kvk=&place=&contact=Ida&phone=0231234567&email=&manager="
    ),
    f"{COMPANY}/gegevens": console(MANAGING, "employer", "company=Hoek&kvk=&place=&manager="),
    f"{COMPANY}/gecontroleerd": console(MANAGING, "employer"),
    f"{COMPANY}/ambassadeur": console(MANAGING, "employer", "ambassador=yes"),
    f"{COMPANY}/contact": console(MANAGING, "employer", "contact=Ida&role=colleague"),
    f"{COMPANY}/contact/{{person}}": console(MANAGING, "employer", "contact=Ida&phone=&email="),
    f"{COMPANY}/contact/{{person}}/weg": console(MANAGING, "employer", "by=1"),
    f"{COMPANY}/contact/{{person}}/telefoon": console(MANAGING, "employer"),
    f"{COMPANY}/contact/{{person}}/toegang": console(MANAGING, "employer", "checked=yes&how=seen"),
    f"{COMPANY}/contact/{{person}}/toegang/dicht": console(
        MANAGING, "employer", "checked=yes&how=answered"
    ),
    f"{COMPANY}/notitie": console(MANAGING, "employer", "words=Dag!"),
    "/console/matches/{id}/besluit": console(BOTH_SIDES, "match", "to=approved&shown=proposed"),
    "/console/matches/{id}/terug": console(BOTH_SIDES, "match"),
    "/console/matches/{id}/eisen": console(BOTH_SIDES, "match", "to=keep&shown=1"),
    "/console/matches/{id}/afspraak": console(BOTH_SIDES, "match", f"known=1&{APPOINTMENT}"),
    "/console/matches/{id}/plaatsing": console(BOTH_SIDES, "match", TERMS),
    "/console/plannen/{id}/bewaar": console(HER_FILE, "plan", "do=save&manner=supply&shown="),
    "/console/plannen/{id}/besluit": console(HER_FILE, "plan", "to=holds&shown="),
    "/console/stappen/{id}/klaar": console(HER_FILE, "step", "done=yes"),
    "/console/afspraken/{id}/verzetten": console(BOTH_SIDES, "meeting", f"shown=0&{APPOINTMENT}"),
    "/console/afspraken/{id}/afzeggen": console(BOTH_SIDES, "meeting", "shown=0&words="),
    "/console/afspraken/{id}/uitkomst": console(BOTH_SIDES, "meeting", "outcome=go_on"),
    f"{PLACEMENT}/afspraken": console(BOTH_SIDES, "placement", f"shown=&{TERMS}"),
    f"{PLACEMENT}/verder": console(BOTH_SIDES, "placement", f"shown=&{TERMS}"),
    f"{PLACEMENT}/einde": console(BOTH_SIDES, "placement", "on=2026-11-20&reason=no_fit"),
    f"{PLACEMENT}/loonwaarde": console(HER_FILE, "placement", "on=2026-11-20&percent=70"),
    "/console/nazorg/{id}/klaar": console(HER_FILE, "bad", "words=Gebeld"),
    "/console/nazorg/{id}/terug": console(HER_FILE, "bad"),
    "/console/nazorg/{id}/antwoord": console(HER_FILE, "task", "mood=good"),
    "/console/nazorg/{id}/overslaan": console(HER_FILE, "task", "reason=ends"),
    "/console/berichten/{id}/antwoord": console(frozenset({"own manager"}), "hans", "words=Dag!"),
    "/console/verzoeken/{id}/gebeld": console(HER_FILE, "call", "how=reached"),
    f"{FILE}/bellen": console(TEAM, "her", "wanted=yes"),
    f"{FILE}/bereikt": console(TEAM, "her", "how=spoken"),
    f"{COMPANY}/contact/{{person}}/bereikt": console(MANAGING, "employer", "how=letter"),
    "/console/dringend/{id}/klaar": console(
        frozenset({"own coach", "lead", "regional manager"}), "urgent", "how=called"
    ),
    "/console/gesprek": console(COACHES),
    f"{TALK}/samen": console(TEAM, "her"),
    f"{TALK}/klaar": console(TEAM, "her"),
    f"{TALK}/opdracht": console(TEAM, "her", "command=mydata"),
    f"{TALK}/telefoon": console(TEAM, "her"),
    f"{TALK}/chat/say": console(TEAM, "her", "words=Dag!"),
    "/console/vragen/{id}/klaar": console(TEAM, "her"),
    "/console/beheer/uitnodigen": console(
        ADMINISTRATOR, "", "role=coach&team=intake-haarlem&name=Ida"
    ),
    "/console/beheer/{id}/tweede-stap": console(ADMINISTRATOR, "colleague"),
    "/console/beheer/{id}/stoppen": console(ADMINISTRATOR, "colleague"),
    "/console/beheer/{id}/plek": console(
        ADMINISTRATOR, "colleague", "role=coach&team=intake-velsen"
    ),
    "/console/beheer/{id}/overdragen": console(ARRANGING - {"colleague"}, "colleague"),
    "/console/beheer/{id}/afwezig": console(
        ARRANGING, "colleague", "first=2027-01-04&last=2027-01-08&cover="
    ),
    "/console/afwezig/{id}/weg": console(ARRANGING, "absence"),
    "/console/beheer/datalek/{id}/dicht": console(ADMINISTRATOR, "colleague"),
    "/console/beheer/opnieuw": console(ADMINISTRATOR),
}
