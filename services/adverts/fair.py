"""Demands that the law on equal treatment forbids, so that the employer hears of them at once.

Algemene wet gelijke behandeling (sex, origin, nationality, religion, orientation, family), Wet
gelijke behandeling op grond van leeftijd bij de arbeid (age), Wet gelijke behandeling op grond van
handicap of chronische ziekte (health). A demand is named with its words; a person judges it. What
often has a lawful reason ("18 jaar" for night work or alcohol) is not named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from services.adverts.model import Line, Reading, several

_PEOPLE = r"(?:mensen|personen|iemand|kandidaten|sollicitanten|people)"
_WHO = r"(?:meisje|meid|jongedame|meiden|dame|dames|vrouw|vrouwen|jongen|jongens|jongeman|man|mannen|heer|kerel|girl|lady|woman|women|men)"
_FAITH = r"(?:christelijke?|katholieke?|protestantse?|gereformeerde?|islamitische?|moslim|joodse?)"
_KINDS = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            "sex",
            rf"\b(?:een|alleen|uitsluitend|bij voorkeur|het liefst|liefst|a|only)\s+(?:een\s+)?(?:\w{{3,14}}\s){{0,2}}{_WHO}\b(?! ?/)|\bgeen (?:mannen|vrouwen)\b|\b(?:mannen|vrouwen) hebben (?:de |onze )?voorkeur|\b(?:fe)?males? only\b",
        ),
        (
            "age",
            r"\b(?:tot|t/m|onder de|jonger dan|niet ouder dan|max(?:imaal|\.)?|maximum|hooguit|up to|under)\s+(?:de\s+)?(?:leeftijd van\s+)?\d{2}(?:\s*(?:jaar|jr)(?:\s+oud)?\b|\s+years(?: old)?\b)|\btussen (?:de )?\d{2} en (?:de )?\d{2} jaar(?: oud)?|\b(?:een|enkele|alleen) jonge?,? (?!(?:\w+ )?(?:team|bedrijf|organisatie|onderneming|club|sfeer|kinderen|kind|gezin|publiek|hond|honden|uitstraling|klant|werkgever|ploeg)\b)\w{3,}|\bniet te oud\b|\bbetween \d{2} and \d{2} years\b",
        ),
        (
            "origin",
            r"\b(?:nederlandse?|hollandse?|westerse?|autochtone?|europese?)\s+(?:afkomst|komaf|achtergrond|nationaliteit|moedertaal)\b[^.,;\n]{0,15}|\bautochtoo?n\w*|\bgeen (?:buitenlanders|allochtonen|migranten|polen|vluchtelingen)\b|\bnative (?:speakers?|dutch)\b|\bgeboren en getogen nederlander\w*|\b(?:nederlands|dutch) als moedertaal\b|\bmoedertaal (?:is )?nederlands\b",
        ),
        (
            "religion",
            rf"\b{_FAITH}\s+(?:achtergrond|geloof|gelovige|overtuiging|levensovertuiging|levenswijze)\b(?:\s+(?:heeft|is)\s+(?:\w+\s+)?\w+)?|\bgeen (?:hoofddoek\w*|moslims?|religieuze \w+)\b|\bhoofddoek\w*\s+(?:is|zijn|mag|kan|dragen)?\s*(?:\w+\s+)?(?:niet|verboden|geen)\b(?:\s+toegestaan)?|\bno headscar(?:f|ves)\b",
        ),
        (
            "health",
            rf"\b(?:geen|zonder)\s+(?:{_PEOPLE}\s+)?(?:met\s+)?(?:een\s+)?(?:\w+\s+)?(?:rugklachten|klachten|kwalen|gezondheidsklachten|gezondheidsproblemen|handicap|beperking(?:en)?|(?:chronische )?ziektes?|rugproblemen|fysieke problemen|lichamelijke problemen|psychische problemen|burn-?out)\b(?: of andere kwalen)?|\b(?:niet|nooit) (?:vaak |snel )?ziek\b|\b(?:kern|lichamelijk )?gezond(?: en fit)? (?:zijn|bent|persoon)\b|\bin goede gezondheid\b|\bziekteverleden\b",
        ),
        (
            "family",
            r"\b(?:geen|zonder)\s+(?:jonge |kleine )?(?:kinderen|kinderwens|gezin)\b(?! (?:nodig|in))|\bniet zwanger\b|\b(?:alleenstaand|ongehuwd)e?\b|\bgeen zwangere\b",
        ),
        ("orientation", r"\bgeen (?:homo'?s|lesbiennes|transgenders?)\b"),
    )
)
# An age or sex is a demand only where somebody is sought or told who they are.
_SOUGHT = re.compile(
    r"\b(?:zoek\w*|gezocht|gevraagd|je bent|jij bent|u bent|ben je|ben jij|bent u|leeftijd|kandidat\w*|geschikt voor|voorkeur|alleen|uitsluitend|liefst|looking for|you are|wanted|must be|only|needed)\b",
    re.IGNORECASE,
)
_NOT_THEM = re.compile(  # for whom one works, what is paid, who comes along
    r"\b(?:jongeren|jongvolwassenen|kinderen|cliënten|bewoners|leerlingen|peuters|kleuters|studenten|klanten|gasten|doelgroep|verdien\w*|loon\w*|salaris|vakantiedagen|ervaring|uur|contract|children|clients)\b[^.;!?]{0,40}$",
    re.IGNORECASE,
)
_WELCOME = re.compile(
    r"\b(?:welkom|geen (?:punt|probleem|bezwaar)|maakt niet uit|welcome)\b", re.IGNORECASE
)


def exclusions(lines: Sequence[Line], text: str) -> Reading | None:
    """Who is kept out, by kind, each with the words that do so."""
    found: dict[tuple[int, int], str] = {}
    for line in lines:
        if line.role == "offer":
            continue
        for kind, pattern in _KINDS:
            for match in pattern.finditer(line.words):
                if _excludes(kind, line.words, match):
                    found[line.start + match.start(), line.start + match.end()] = kind
    items = [
        ({"kind": kind, "words": " ".join(text[begin:end].split())}, (begin, end))
        for (begin, end), kind in sorted(found.items())
    ]
    return several(items, text)


def _excludes(kind: str, words: str, match: re.Match[str]) -> bool:
    before, after = words[: match.start()], words[match.end() :]
    if kind not in ("sex", "age"):
        return not _WELCOME.match(after.lstrip(" ,?!"))
    if _WELCOME.search(after[:60]) or _NOT_THEM.search(before):
        return False
    return bool(
        _SOUGHT.search(before[-80:]) or _SOUGHT.match(match[0]) or _SOUGHT.search(after[:25])
    )
