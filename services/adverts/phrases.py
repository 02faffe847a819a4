"""What a sentence demands in words of its own: "ervaring met …", "kennis van …", "een …-diploma".

The vocabulary knows some thousands of skills; adverts demand more. What it does not know is kept
as the advert says it, so that the employer sees it and a person can judge it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 80  # characters of a demand

# Words after which stands what is demanded. Linear: no pattern holds a repeat within a repeat.
_LEADS = (
    r"ervaring (?:opgedaan )?(?:met|in|als|op|binnen|bij|hebt met|hebt in)",
    r"ervaring hebt? (?:met|in)",
    r"(?:basis|vak|product|branche)?kennis (?:hebt? )?(?:van|over|in|m\.b\.t\.)",
    r"(?:bekend|vertrouwd|handig|bekwaam|bedreven|overweg|vlot|thuis) (?:met|in)(?: (?:het )?gebruik van)?",
    r"(?:affiniteit|feeling) (?:met|voor|binnen)",
    r"inzicht in",
    r"beheersing van",
    r"diploma(?:'s)?(?: (?:van|in|als))?(?! ?\()",
    r"(?:in (?:het )?bezit van|beschikt? over|certificaat(?: van)?)",
    r"(?:experience|skills?|trained|skilled) (?:with|in|as|of|working (?:with|in|as))",
    r"(?:knowledge|understanding|command) of",
    r"familiar with|proficien(?:t|cy) (?:in|with)|able to|ability to",
)
_LEAD = re.compile(rf"\b(?:{'|'.join(_LEADS)})\s+", re.IGNORECASE)
# "Je kunt technische tekeningen lezen": what somebody can do.
_CAN = re.compile(
    r"\b(?:(?:je|jij|u) (?:kunt|kan)|(?:kun|kan|kunt) (?:je|jij|u)|you can|^\W*(?:kunt|kan))\s+(?!(?:dit|het) werk\b|do this work\b|profiteren|rekenen op|genieten|sollicit|terecht|reageren|kiezen|starten|beginnen|verwacht|groeien|volgen|meedoen|bellen|mailen|contact|aan de slag|worden|werken|parttime|kennismaken|altijd|bij ons|hier|direct|meteen|ook bij|elke|je |jij |dan |apply|expect|choose|start)(?:ook |goed |al |zelfstandig |makkelijk |vlot |moeiteloos )?",
    re.IGNORECASE,
)
# "Lastechniek is een pré", "Een VOG is verplicht": what stands before.
_SAID = re.compile(
    r"^\W*(?P<what>[^,;.:!?()\n]{3,60}?)\s+(?:is|zijn|are)\s+(?:\w+\s+){0,2}?(?:pr[eé](?!\w)|plus\w*|meegenomen|handig|verplicht|vereist\w*|must|nodig|noodzakelijk|voordeel|wenselijk|gewenst|required|advantage)",
    re.IGNORECASE,
)
# A paper that is named by its ending: beveiligingsdiploma, SKJ-registratie, chauffeurskaart.
_PAPER = re.compile(
    r"\b(?:[\w+-]{2,24} )?[\w-]{0,24}(?:certificaat|certificaten|diploma|registratie|bevoegdheid|chauffeurskaart|bestuurderskaart|chauffeurspas|bekwaamheid|attest|brevet|verklaring omtrent (?:het )?gedrag|hijsbewijs|(?:heftruck|reachtruck|hoogwerker)bewijs|certificate|registration)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"\b(?:VOG|BIG|SKJ|VCA|BHV|EHBO|HACCP|SVH|NEN ?3140|code ?95|ADR|C\+|B?LS)\b")
_END = re.compile(
    r"[;!?•\uf000-\uf0ff]|\s+(?:basis)?kennis (?:van|over)\b|\s+ervaring (?:met|in|als)\b|\.(?=\s|$)|\s[–—-]\s|[):]|\s*,?\s+(?:is|zijn|hebt|heb|heeft|vereist|nodig|verplicht|gewenst|vormt|strekt|om|dat|die|waar\w*|zodat|want|maar|zoals|bijvoorbeeld|liefst|indien|of bereid|of ben|of wil|of haalt|of gelijkwaardig|door|en (?:je|jij|u|wij|we|bent|hebt|kunt|kan|een (?:goed|sterk|groot))|wil|ben|bent|voorleggen|achter de rug|which|that|are|and you|or be|who|preferred|required|of een (?:vergelijkbare|soortgelijke)|is een)\b|\bbij voorkeur\b",
    re.IGNORECASE,
)
_LOST = 110  # characters of a sentence that may be several without a stop between them
_GLUED = re.compile(
    r"(?<=[a-zé]{3})(?<! de)(?<! het)(?<! met)(?<! van)(?<! een)(?<! voor)\s+(?=[A-ZÉ][a-zé]{3,} [a-zé])"
)
_PART = re.compile(r",\s*|\s*\((?=[^)]*\))")
_AWAY_BEFORE = re.compile(
    r"^(?:(?:ervaring (?:met|in|als|op)|kennis van|of|en|and|or|met|een|afgeronde?|de|het|je|jouw|uw|ons|onze|deze|dit|al|ook|van|in|met|minimaal|minstens|enige|enkele|ruime|relevante|recente|aantoonbare|geldige?|goede?|sterke|brede|gedegen|diverse|verschillende|aantal|volgende|specifieke|eerste|zeer|vlotte|basis|actuele|a|an|the|some|our|your|good|valid)\s+)+",
    re.IGNORECASE,
)
_AWAY_AFTER = re.compile(r"(?:[^\w)+#]|\b(?:en|of|and|or|een|de|het|in|te|met|voor|van|als))+$")
_SOFT = re.compile(  # a character, not a skill: there is another question for none of these
    r"aanpak|precisi|zelfstand|samenwerk|teamplay|teamspel|teamverband|flexib|nauwkeur|communic|klantgericht|klantvriend|verantwoord|initiatief|gemotiveerd|motivatie|enthousias|stress|betrouw|representat|oplossing|analyti|creati|leergier|bijleren|leren|proactie|pro-actie|zorgvuldig|gestructur|stipt|discreet|integer|hands|mouwen|afspra|netjes|resultaat|kwaliteitsbewust|werkhouding|doorzett|beslui|commerci|ondernem|vriendelijk|sociaal|sociale|luister|empath|energie|rustig|geduld|precies|organis|plannen|prioriteit|independ|detail|problem|autonom|humor|ideeën|druk|werktempo|tempo|deadline|collega|ploegendienst|onregelmatig|reizen|verhuizen|uitdruk|schakelen|mensen|mentaliteit|houding|inzet|conditie",
    re.IGNORECASE,
)
_EMPTY = re.compile(  # a demand that names nothing
    r"^(?:(?:soort)?gelijk\w*|vergelijkbare|zelfde|deze|andere|dit|dat|die|functie|rol|job|vak|branche|sector|werk\w*|beroep|ervaring|jaar|jaren|diploma|opleiding|certificaat|relevante|werkervaring|minimaal|similar|same|role|position|years?|experience|rijbewijs\w*|auto|fiets|bewijs|op zak|niveau|mbo|vmbo|hbo|wo|bachelor\w*|master\w*|hoger|secundair|onderwijs|denk\w*|je|en|of|of een|a|in|de|het|een|van|[\W\d]+|[1-6])+$",
    re.IGNORECASE,
)
_NOT_THESE = re.compile(  # other fields, and pieces of sentences
    r"\b(?:je|jij|u|wij|we|ons|onze|you|your|we|rijbewijs\w*|vervoer|uur|uren|cao|loon|salaris|driving|hours|hoeft|verklaring van)\b|^(?:dat|die|dit|is|zijn|niet|geen|zonder|bijna|nog|om|no|not|tot|bij|er|aan|samen)\b",
    re.IGNORECASE,
)
_TONGUE = re.compile(
    r"nederlands|engels|duits|frans|pools|spaans|\btaal\b|\btalen\b|dutch|english|german|french|language",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"\b(?:v?mbo|hbo|havo|wo|bachelor\w*|master\w*|tso|bso|niveau)\b", re.IGNORECASE
)


def phrases(words: str) -> list[tuple[int, int]]:
    """Where in a sentence something is demanded, without its lead; spans do not overlap."""
    taken: list[tuple[int, int]] = []
    for begin, end in _spans(words):
        if all(end <= a or begin >= b for a, b in taken) and _means(words[begin:end]):
            taken.append((begin, end))
    return sorted(taken)


def _spans(words: str) -> Iterator[tuple[int, int]]:
    for pattern in (_LEAD, _CAN):
        for match in pattern.finditer(words):
            yield from _items(words, match.end(), _end(words, match.end()))
    said = _SAID.match(words)
    if said and not re.search(r"\b(?:je|jij|we|wij|het|dat|dit|er)\b", said["what"], re.IGNORECASE):
        yield trimmed(words, said.start("what"), said.end("what"))
    for pattern in (_PAPER, _CODE):
        for match in pattern.finditer(words):
            yield trimmed(words, match.start(), match.end())


def _end(words: str, begin: int) -> int:
    """Where a demand ends; in a text that lost its line ends also before the next item."""
    stop = _END.search(words, begin)
    end = stop.start() if stop else len(words)
    glued = _GLUED.search(words, begin + 4, end) if len(words) > _LOST else None
    return glued.start() if glued else end


def _items(words: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """A list of short things is one demand as long as it stays short; else its first parts."""
    last = begin
    for cut in [*(m.start() for m in _PART.finditer(words, begin, end)), end]:
        piece = words[last:cut].strip(" ,(")
        new = last > begin and (
            len(piece.split()) > 4 or re.match(r"(?:je|u|een|goed|bij)\b", piece)
        )
        if new or cut - begin > LONGEST:
            break
        last = cut
    if last == begin:
        last = min(end, begin + LONGEST)
        last = end if last == end else max(words.rfind(" ", begin, last), begin)
    yield trimmed(words, begin, last)


def trimmed(words: str, begin: int, end: int) -> tuple[int, int]:
    """A stretch without the words that say nothing at its ends."""
    said = words[begin:end]
    lead = _AWAY_BEFORE.match(said)
    begin += lead.end() if lead else 0
    return begin, begin + len(_AWAY_AFTER.sub("", words[begin:end]))


def _means(said: str) -> bool:
    """Whether something is named: no character, school level or language alone."""
    telling = [w for w in re.findall(r"[\w+#.-]{2,}", said) if not _EMPTY.match(w)]
    if not telling or _TONGUE.search(said) or len(said) < 3 or _NOT_THESE.search(said):
        return False
    if _LEVEL.search(said) and len(telling) < 2:
        return False
    soft = [bool(_SOFT.search(word)) for word in telling]
    return not soft[0] and not soft[-1] and 2 * sum(soft) < len(telling)
