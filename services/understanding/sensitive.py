"""Words that tell of somebody's health, origin, religion or love (AVG article 9).

Our own lists, of what people in this work write. A word that is as often innocent ("doof" of an
ear, "hart voor de zaak", "suiker", "stress") is not in them, or only where it is said of somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int]

_ILLNESS = re.compile(
    r"""\b(?:
    # mind
    autis\w*|asperger\w*|ad[hd]d(?=['’]?er\b|\b)(?:['’]?ers?)?|adhd\w*|pdd[- ]?nos|depressi[ef]\w*
    |depressie|depressed|depression|ptss|ptsd|cptss|trauma(?:['’]?s)?|getraumatiseerd|borderline\w*
    |persoonlijkheidsstoornis\w*|schizofren\w*|schizophren\w*|psychos[ei]s?|psychot\w*|bipola\w*
    |manisch\w*|manie|(?:angst|paniek|dwang|eet|stemmings|gedrags|hechtings)stoornis\w*
    |paniekaanval\w*|panic\ attacks?|anxiety|ocd|ocs|burn-?\s?outs?|overspannen|overspannenheid
    |dyslex\w*|dyscalculi\w*|dyspraxi\w*|anorexi\w*|boulimi\w*|su[iï]cid\w*|zelfmoord\w*
    |(?:licht\ )?verstandelijke?\ (?:beperk|gehandicapt|handicap)\w*|lvb|zwakbegaafd\w*
    |psychische?\ (?:klacht|problem|ziek|stoornis|aandoening|kwetsbaar)\w*|psychiatrisch\w*
    |antidepressiva|psychiater\w*|mental\ (?:illness|health\ problems?)
    # body
    |reuma\w*|artrose|artritis|arthritis|fibromyalgie|fibromyalgia|diabet\w*|suikerziekte\w*
    |epilep\w*|(?:\w*kanker(?!zooi|en\b)(?:pati[eë]nt\w*)?)|cancer|leukemie|chemo(?:kuur|therapie)?
    |hiv(?:-?positief|-?positive)?|tumor\w*|copd|astma\w*|asthma\w*|\w*hernia|migraine\w*|ms-pati[eë]nt\w*
    |multiple\ scleros[ei]s?|parkinson\w*|alzheimer\w*|dementie\w*|dement|dementia
    |hart(?:aanval|infarct|falen|klachten|kwaal|ziekte|patiënt|patient)\w*|beroertes?|cva|tia
    |herseninfarct\w*|(?:niet-aangeboren\ )?hersenletsel|hersenschudding|hersentumor
    |nier(?:ziekte|patiënt|dialyse|falen)\w*|leverziekte\w*|crohn|colitis|prikkelbare\ darm\w*
    |long-?\s?covid|post-?covid|chronisch(?:e)?\ (?:ziek|vermoeid|pijn)\w*|cvs|me/cvs
    |(?:rug|nek|knie|schouder|maag|darm|long|hart)klachten|tuberculose|hepatitis|endometriose
    |sikkelcel\w*|spierziekte\w*|dwarslaesie|lymeziekte|ziekte\ van\ \w+|gehoorapparaat
    |slechtziend\w*|slechthorend\w*|doofstom|blindengeleide\w*|rolstoelgebruik\w*
    |zwanger(?!schapsverlof|schapsvervanging)\w*|pregnan\w*|miskraam
    # addiction
    |verslaa?fd\w*|verslaving\w*|alcoholist\w*|alcoholism|addict(?:ed|ion)?|afkick\w*|alcoholprobleem
    |drugsprobl\w*
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
# Short or common words, only where somebody has it or is it.
_WHO = r"(?:ik|mijn \w+|hij|zij|ze|i|he|she)"
_HAVE = rf"{_WHO}\s+(?:heb|heeft|had|have|has)\s+(?:een |last van |ook |the |a )*"
_ARE = rf"{_WHO}\s+(?:ben|is|was|am)\s+(?:een |ook |erg |helaas |bijna |heel |nu )*"
_SAID = re.compile(
    rf"\b{_HAVE}(?P<a>ms|me|ass|nah|tbs|tbc|add|aids|lyme|tourette|down|(?:een )?handicap"
    r"|hartproblemen|rugproblemen|psychische problemen)\b"
    rf"|\b{_ARE}(?P<b>doof|blind|ziek|gehandicapt|arbeidsongeschikt|verslaafd|invalide|deaf"
    r"|disabled)\b|(?<!\w)(?P<c>AIDS|NAH|ASS)\b"
    r"|\b(?:ik zit|zit ik|i am|i'm) in (?P<d>(?:een |a )?(?:rolstoel|wheelchair))\b",
    re.IGNORECASE,
)
# People one works for: "zorg voor mensen met dementie", "ervaring met autisme in de klas".
_OTHERS = re.compile(
    r"\b(?:mensen|cliënt\w*|client\w*|patiënt\w*|patient\w*|ouderen|bewoners?|kinderen|jongeren"
    r"|leerlingen|volwassenen|doelgroep\w*|gasten|people|children|residents|adults|elderly"
    r"|ervaring|kennis|omgaan|experience|afdeling|woongroep|zorg)\s+"
    r"(?:met|van|op|with|of|voor)\s+(?:(?:een|de|het|a|an|lichte?|ernstige?|beginnende|vormen van"
    r"|en|of|and|or|of)\s+|(?:\w+,?\s+(?:en|of|and|or)\s+))*$"
    r"|\bbegeleid\w*\s+(?:van |bij |met )?$",
    re.IGNORECASE,
)
_OF_MYSELF = re.compile(
    r"\b(?:ik heb (?:zelf )?(?:ervaring|last)|mijn (?:eigen )?ervaring|ik hoor bij"
    r"|ik ben (?:een|één) van)\b",
    re.IGNORECASE,
)


def illnesses(text: str) -> Iterator[Span]:
    """Where an illness, handicap, addiction or pregnancy of somebody is named."""
    for match in _ILLNESS.finditer(text):
        before = text[max(0, match.start() - 60) : match.start()]
        if not _OTHERS.search(before) or _OF_MYSELF.search(before):
            yield match.span()
    for match in _SAID.finditer(text):
        if match["c"] is None or match["c"].isupper():
            yield match.span(next(name for name in "abcd" if match[name] is not None))


_PEOPLES = (
    r"marok\w*|turk(?:en|se?)?|syri[eëa]\w*|syrische?|eritre\w+|eritrean|somali\w*|surina\w+"
    r"|antilli?aan\w*|pool(?:se?)?|polen|polish|oekra[iï]en\w*|ukrainian|afghaa?n\w*|irakees"
    r"|irak[ie]\w*|iraqi|irani[eë]r\w*|iraans|iranian|koerd\w*|kurd\w*|buitenlander\w*|foreigners?"
    r"|allochtoon|allochtonen|vluchteling\w*|refugees?|statushouders?|asielzoeker\w*|zigeuner\w*"
    r"|roma|sinti|bulgaar\w*|bulga(?:ar|ren)|roemeen\w*|roemenen|ghanees|ghanezen|nigeriaan\w*"
    r"|ethiopi\w+|congolees|chinees|chinezen|indonesi\w+|molukker\w*|kaapverdi\w*|turkish|moroccan"
    r"|zwart|blank|donker|african|afrikaan\w*|arab\w*|arabier\w*"
)
_FAITHS = (
    r"moslim\w*|muslim\w*|islamitisch\w*|christen\w*|christelijk|christian|katholiek\w*|catholic"
    r"|protestant\w*|gereformeerd\w*|joods?\w*|jewish|hindoe\w*|hindu|boeddhist\w*|buddhist"
    r"|ath[eë][iï]st\w*|gelovig|jehova\w*"
)
_LOVES = r"homo|homoseksueel|lesbisch|lesbienne|biseksueel|gay|lesbian|bisexual|transgender|trans"
_LANDS = (
    r"turkije|marokko|syri[eë]|eritrea|somali[eë]|polen|oekra[iï]ne|afghanistan|irak|iran|suriname"
    r"|bulgarije|roemeni[eë]|ethiopi[eë]|curaçao|curacao|ghana|nigeria|soedan|jemen|pakistan|india"
    r"|china|turkey|morocco|syria|poland|ukraine|iraq|romania|bulgaria|ethiopia|somalia|sudan|yemen"
)
# "ik ben Turks docent" and "ik ben zwart aan het werken" are about something else.
_WORK_AFTER = r"(?!\s+(?:docent|kok|bakker|leraar|lerares|tolk|teacher|chef|interpreter|speaking))"
_ORIGIN = re.compile(
    rf"""(?:\b(?:ik\ ben|we\ zijn|wij\ zijn|hij\ is|zij\ is|ze\ is|i\ am|i['’]m|he\ is|she\ is)
          (?:\ een|\ van\ oorsprong|\ ook|\ a|\ an|\ zelf|\ praktiserend)*
          \ (?:{_PEOPLES}|{_FAITHS}|{_LOVES})\b{_WORK_AFTER})
      |(?:\b(?:geen|no)\ (?:{_PEOPLES}|{_FAITHS})\b
          (?!\s+(?:gesproken|spreken|nodig|required|spoken)))
      |(?:\b(?:alleen|liefst|uitsluitend|only)
          \ (?:autochto\w+|blanke?n?|nederlanders|{_PEOPLES}|{_FAITHS})\b)
      |(?:\b(?:van|uit)\ (?:turkse|marokkaanse|surinaamse|poolse|syrische|eritrese|antilliaanse
          |afrikaanse|somalische|buitenlandse|oekraïense)\ (?:afkomst|komaf|origine)\b)
      |(?:\b(?:ik\ kom\ (?:oorspronkelijk\ )?uit|ik\ ben\ geboren\ in|mijn\ nationaliteit\ is
          |i\ come\ from|i\ am\ from|i['’]?m\ from|born\ in|gevlucht\ (?:uit|van))\ (?:{_LANDS})\b)
      |(?:\buit\ (?:{_LANDS})\ gevlucht\b)
      |(?:\b(?:statushouder|asielzoeker|allochtoon|autochtoon|moslima?)s?\b
          (?!\s+(?:begeleid|project)))
      |(?:\b(?:ik\ draag|geen|no|met\ een)\ (?:een\ )?(?:hoofddoek|headscarf|keppel)\w*\b)
      |(?:\blid\ van\ (?:de|een)\ (?:vakbond|kerk|moskee)\b)""",
    re.IGNORECASE | re.VERBOSE,
)


def origins(text: str) -> Iterator[Span]:
    """Where somebody's origin, religion or love is named, or is asked for or kept out."""
    return (match.span() for match in _ORIGIN.finditer(text))
