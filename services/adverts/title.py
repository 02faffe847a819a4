"""The title of the work, and the occupation it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from services import places, vocabulary
from services.adverts.model import Line, Reading
from services.vocabulary.noise import FILLERS, TITLE_NOISE

LONGEST = 80
MOST_WORDS = 7
_NEARLY = 0.98
MOST_ALONE = 5  # words of a first line that is a title whatever it says
HEADLINES = 3  # lines that may hold the title as such; later ones only after "gezocht", "zoeken" …
_LABEL = re.compile(
    r"\b(?:functie(?:titel|naam)?|vacature|vaste baan|gezocht|gevraagd|job(?: title)?|position|wanted|hiring)\s*(?:[:!]{1,4}|\.{2,3}|\s[–—-]\s)\s*(?P<title>.+)",
    re.IGNORECASE,
)
_SEEKS = re.compile(
    r"\b(?:zoek(?:en|e|t)?|op\s?zoek|looking for|seeking|hiring|gezocht|(?:\w*werk|stage)?plek voor|plaats voor|ruimte voor|word jij|ben jij|werken als|aan de slag als|vacatures? voor|work as|job as)\b[:,!]*\s*(?P<title>.+)",
    re.IGNORECASE,
)
# "Wij zijn per 1 februari op zoek naar een glazenwasser": what stands between is skipped.
_SEEKS_A = re.compile(
    r"\bzoek(?:en|t)?\b[^.!?\n]{0,60}?\b(?:een|een nieuwe|an?)\s+(?P<title>\w.+)", re.IGNORECASE
)
# "Verkoopmedewerkers gezocht voor onze winkels": the work stands before the call.
_CALLED = re.compile(
    r"^\W*(?P<title>[^\W\d][^.!?:\n]{2,60}?)\s+(?:gezocht|gevraagd|nodig|wanted|needed|welkom)\b",
    re.IGNORECASE,
)
# "Magazijnmedewerker, Beverwijk, 32-40 uur": a line of facts begins with the work.
_FIRST = re.compile(r"^\W*(?P<title>[^\W\d][^,/:\n]{2,50}?)\s*(?:,|\s/\s)(?=[^\n]{0,400}\d)")
_AS = re.compile(r"^\W*(?:als|as an?)\s+(?P<title>.+)", re.IGNORECASE)
# "Een leuk iemand voor de verkoop", "handen tekort in de keuken": the place of work stands for it.
_FOR = re.compile(
    r"\b(?:(?:iemand|meisje|jongen|mensen|handen|hulp|versterking|topper|kracht)\b[^.,;!?\n]{0,25}?\bvoor|(?:handen|mensen|personeel) te ?kort (?:in|achter|op)|(?:hulp|handen) nodig (?:in|achter|op))\s+(?:de|het|onze|ons|in de)\s+(?P<title>\w.+)",
    re.IGNORECASE,
)
_HARD_STOP = re.compile(r"[,;.!?]\s|\s(?:bij|voor|te)\s")
# "Gezocht!!" as a line or sentence of its own: the work is what comes after it.
_CALL = re.compile(r"\W*(?:gezocht|gevraagd|vacature|wanted|hiring)\W*$", re.IGNORECASE)
# What stands between "wij zoeken" and the name of the work.
_FILLER = re.compile(
    r"(?:wij|we|ik|jij|nu|per direct|direct|z\.?s\.?m\.?|zo snel mogelijk|snel|met spoed|spoed|naar|nog|voor|jou|een|’n|'n|de|het|onze?|ons|uit|ter|team|winkel|an?|iemand|als|ook|altijd|dringend|vaste?|ervaren|experienced|tijdelijke?|enkele|paar|leuk|gezellig|fulltime|parttime|full[ -]time|part[ -]time|voltijdse?|deeltijdse?|\d{1,2}x?|twee|drie|vier|vijf|zes|two|three|four|five|versterking|uitbreiding|the|our|new|friendly|new|motivated|collega(?:'s)?"
    r"|(?:aardig|actiev|ambitieuz|betrouwbar|collegial|creatiev|dynamisch|echt|energiek|enthousiast|ervar|extra|fanatiek|fijn|flexibel|gastvrij|gemotiveerd|gezellig|gouden|handig|jong|klantgericht|klantvriendelijk|kundig|leuk|liev|nauwkeurig|nieuw|ondernemend|positiev|praktisch|representatiev|servicegericht|spontan|sportiev|sterk|stevig|stoer|super|toff|top|vakbekwam|veelzijdig|vriendelijk|vrolijk|warm|zelfstandig|zorgzam)e(?:n|r)?|jonge|vlotte),?\s+",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"(?:[.,!?:;|\n•]|\s[–—-]\s|\s+(?:die|dat|voor|in|te|bij|met|op|vanaf|per|who|for|at|with|om|van(?= \d| maandag)|ter|wil|wilt|to|zodat|dus|want|als|gezocht|gevraagd|nodig|en (?:wij|we|jij|je|ben|heb|wil)|tussen|naar|uit|aan|ga|gaan|werk|werkt|loop|zorg|help|rij|ben|heb|krijg|you|is|zijn|worden|komt|kom|regio|omgeving|(?=\d+\s*(?:-|uur|u\b)))(?:\b|(?<=\s))).*$",
    re.IGNORECASE | re.DOTALL,
)
_SENTENCE = re.compile(
    r"\b(?:wij|we|je|jij|jouw|jou|ons|onze|ik|word|kom|zin|zoek(?:t|en)?|werken|welkom|help|wil|heb|hebben|hee|hoi|hallo|hey|you|your|our|love|are|is|zijn|heeft|groeit|lees|over|wat|wie|waarom|staat|bekijk|solliciteer|functieomschrijving|functie-inhoud|bedrijf(?:sprofiel)?|info(?:rmatie)?|iedereen|met een|collega(?:'s)?)\b",
    re.IGNORECASE,
)
_NOISE = (
    re.compile(r"(?<=\S)\s*[(\[][^()\[\]\n]*(?:[)\]]|$)"),  # (m/v/x), (32 uur), (BBL)
    re.compile(r"\b[mv]\s?[/|-]\s?[vmx](?:\s?[/|-]\s?[vmxd])?\b(?!\w)", re.IGNORECASE),
    re.compile(
        r"\b(?:vacature|gezocht|gezogt|gevraagd|wanted|now hiring|hiring)\b[:!]*", re.IGNORECASE
    ),
    re.compile(
        r"\b\d{1,2}(?:[.,]\d)?\s*(?:uur|u|uren|hours?)?\s*(?:(?:-|–|à|tot|/|of)\s*\d{1,2}(?:[.,]\d)?\s*)?(?:uur|u|uren|hours?|h)\b(?:\s*(?:per week|p/?w|/ ?week|a week))?",
        re.IGNORECASE,
    ),
    re.compile(r"\b[01][.,]\d{1,2}(?:\s*[-–]\s*[01][.,]\d{1,2})?\s*fte\b", re.IGNORECASE),
    re.compile(r"[^\w\s/&,.()'’+:-]"),
)
_ENDS = re.compile(
    r"^(?:[\s\W]|(?:een|de|het|an?|the|onze?|wij|nieuwe|enthousiaste|(?:full|part)[ -]?time(?!r)|(?:vol|deel)tijdse?|functie|job|title|titel|vaste baan)\b)+"
    r"|(?:[\s\W]|\b(?:in|te|bij|omgeving|regio|e\.?o\.?|at|and|en|met|voor|van|(?:full|part)[ -]?time|(?:vol|deel)tijds))+$",
    re.IGNORECASE,
)
_WORKER = re.compile(
    r"(?:\w{2,}(?:er|ster|eur|ist|ent|ant|or|kracht|hulp|chef|kundige|werk(?:er|ster)s?|bediende|ende)|kok|\w*man|\w*vrouw|manager|engineer)s?$",
    re.IGNORECASE,
)
# Between the pieces of a headline, but not inside "16 - 28 uur".
_SPLIT = re.compile(r"((?<!\d)\s[|–—·•-]+\s|\s[|–—·•-]+\s(?!\d)|\s*[|•]\s*|\s{3,})")
# Names of many kinds of work: the dialog asks which.
TOO_WIDE = {
    *("bezorger", "bezorgers", "chauffeur", "chauffeurs", "medewerker", "medewerkers", "monteur"),
    *("operator", "verkoper", "verkopers", "verkoper of verkoopster", "begeleider", "planner"),
    *("manager", "teamleider", "driver", "mechanic", "technicus", "docent", "adviseur"),
}
_CUT_TAIL = re.compile(r"\s+(?:bij|voor|in|te|at|for|met|van onze|op)\s+.*$", re.IGNORECASE)

_NAME_TAIL = re.compile(
    r"\s+(?:hotel|restaurant|caf[eé]|museum|basisschool|school|zorgcentrum|praktijk|bakkerij)\s+[A-Z].*$"
)


@dataclass(frozen=True)
class _Candidate:
    words: str
    start: int
    weight: float  # how much a place like this means a title
    alone: bool = False  # a short line of its own at the top


def title(lines: Sequence[Line], text: str, language: str) -> tuple[Reading | None, list[str]]:
    """The title as written (cleaned), and codes of the occupations that it names beyond doubt."""
    best: tuple[float, Reading, list[str]] | None = None
    first: tuple[str, int, int] | None = None
    for number, candidate in enumerate(_candidates(lines)):
        found = _cleaned(candidate)
        if found is None:
            continue
        value, start, end = found
        if candidate.alone and first is None:
            first = found
        codes, likeness = _occupations(value, language)
        score = candidate.weight + likeness - 0.01 * number
        if score >= 0.95 and (best is None or score > best[0]):
            best = (score, Reading(_cased(value), text[start:end], start, end), codes)
    if best:
        return best[1], best[2]
    if first:  # nothing that names work, but a line of its own at the top
        value, start, end = first
        return Reading(_cased(value), text[start:end], start, end), []
    return None, []


def _candidates(lines: Sequence[Line]) -> Iterator[_Candidate]:
    """Headlines, and what stands after "gezocht:", "wij zoeken een", "als"."""
    for number, line in enumerate(lines[:14]):
        labelled = _LABEL.search(line.words)
        if labelled:
            begin = line.start + labelled.start("title")
            first = _SPLIT.split(labelled["title"])[0]
            yield _Candidate(first, begin, 0.75)
            yield _Candidate(_HARD_STOP.split(first)[0], begin, 0.74)
        if number and _CALL.match(lines[number - 1].words):
            yield _Candidate(_STOP.sub("", line.words, count=1), line.start, 0.7)
        if number < HEADLINES and len(line.words.strip()) <= 110:
            yield from _headline(line, number)
        yield from _told(line, number)


def _told(line: Line, number: int) -> Iterator[_Candidate]:
    """What a sentence says that is sought, and what a line of facts begins with."""
    for pattern, weight in ((_SEEKS, 0.45), (_AS, 0.35), (_FOR, 0.5), (_SEEKS_A, 0.44)):
        sought = pattern.search(line.words)
        if sought:
            begin = _behind_fillers(line.words, sought.start("title"))
            rest = line.words[begin:]
            yield _Candidate(_STOP.sub("", rest, count=1), line.start + begin, weight)
            yield _Candidate(_HARD_STOP.split(rest)[0], line.start + begin, weight - 0.01)
    for pattern, weight in ((_CALLED, 0.6), (_FIRST, 0.75 if not number else 0.2)):
        first = pattern.match(line.words)
        if first and not _SENTENCE.search(first["title"]):
            begin = _behind_fillers(line.words, first.start("title"))
            yield _Candidate(line.words[begin : first.end("title")], line.start + begin, weight)


def _behind_fillers(words: str, begin: int) -> int:
    while filler := _FILLER.match(words, begin):
        begin = filler.end()
    return begin


def _headline(line: Line, number: int) -> Iterator[_Candidate]:
    """The pieces of a first line: "Bakker | 32 uur | Haarlem"."""
    marked = re.search(
        r"\bm\s?/\s?v|\bv\s?/\s?m|\bvacature\b|\bgezo[cg]h?t\b|\bhiring\b",
        line.words,
        re.IGNORECASE,
    )
    at, first = 0, True
    for place, piece in enumerate(_SPLIT.split(line.words)):
        if place % 2 == 0 and piece.strip() and not _SENTENCE.search(piece):
            weight = 0.9 if marked else 0.8
            worth = weight - 0.1 * number - (0 if first else 0.55)
            alone = not number and first and len(line.words.split()) <= MOST_ALONE
            yield _Candidate(piece, line.start + at, worth, alone and not line.words.endswith("."))
        first = first and not piece.strip()
        at += len(piece)


def _cleaned(candidate: _Candidate) -> tuple[str, int, int] | None:
    """A title without gender, hours, places and emoji, and where it stands."""
    words = candidate.words
    for noise in _NOISE:
        words = noise.sub(lambda match: " " * len(match[0]), words)
    capitals = words if any(map(str.isupper, words)) else words.title()
    for _, begin, end in (
        reversed(places.places_in(capitals)) if len(capitals) == len(words) else ()
    ):
        words = words[:begin] + " " * (end - begin) + words[end:]
    words = _NAME_TAIL.sub("", _CUT_TAIL.sub("", words))
    lead = _ENDS.match(words)
    begin = lead.end() if lead else 0
    end = begin + len(_ENDS.sub("", words[begin:]))
    value = " ".join(words[begin:end].split())
    if not 3 <= len(value) <= LONGEST or len(value.split()) > MOST_WORDS:
        return None
    if len(re.findall(r"\d", value)) > 2:
        return None  # a phone number, an address
    return value, candidate.start + begin, candidate.start + end


def _cased(words: str) -> str:
    """No shouting."""
    return words.capitalize() if words.isupper() else words[:1].upper() + words[1:]


def _occupations(words: str, language: str) -> tuple[list[str], float]:
    """Codes that are clearly meant, and how much like a title these words look (0 to 1)."""
    if words.lower() in TOO_WIDE:
        return [], 0.9
    parts = [part for part in re.split(r"\s*/\s*|\s+(?:en|of|and|or)\s+", words) if len(part) > 2]
    whole = _sure(words, language)
    if whole:
        return [whole], 1.0
    if parts and "/" in words and " " in parts[-1] and " " not in parts[0]:
        parts = [words]  # the last word belongs to both: "gastvrouw/gastheer verpleeghuis"
    sure = [code for part in parts[:3] if (code := _sure(part, language))]
    if sure and len(sure) == len(parts):
        return list(dict.fromkeys(sure))[:2], 1.0
    named = [each for each in vocabulary.find("occupation", words, language) if each.score >= 0.8]
    if not named:
        return [], 0.5 if any(map(_WORKER.search, words.split())) else 0.0
    rest = words.replace(named[0].words, " ")
    left = [w for w in re.findall(r"[^\W\d_]{2,}", rest.lower()) if w not in TITLE_NOISE | FILLERS]
    # "Verkoopmedewerker kaas" is not just any shop assistant: what is left over says which.
    return [] if left else [named[0].concept.code], 0.5 + 0.4 * len(named[0].words) / len(words)


def _sure(words: str, language: str) -> str | None:
    """The one occupation that words name: as the vocabulary says, or alone in being nearly it."""
    bare = re.sub(r"\b\d(?:e|ste|de|st|nd)\b", " ", words)  # "1e monteur"
    found = vocabulary.normalise("occupation", bare, language, 2)
    if not found:
        return None
    if found[0].sure:
        return found[0].concept.code
    # "Voorvrouw/voorman schoonmaak": one name of two, if it holds the last word as well.
    whole = found[0].score >= _NEARLY and (len(found) < 2 or found[1].score < _NEARLY)
    tails = [re.findall(r"\w+", name.lower())[-1:] for name in (bare, found[0].matched)]
    return found[0].concept.code if "/" in words and whole and tails[0] == tails[1] else None
