"""What was read from an advert, and the text seen as sentences with a role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True)
class Reading:
    """A value and the exact words it was read from: `words` is `text[start:end]`.

    `each`: for a list, where each of its items stands. Not `sure`: it is asked, not taken over.
    """

    value: Any
    words: str
    start: int
    end: int
    sure: bool = True
    each: tuple[tuple[int, int], ...] = ()


Advert = Mapping[str, Reading]

LONGEST = 500  # characters of a sentence; patterns look back and ahead no further than this
# Headings by the words in them; the first that fits counts ("wat mag je van ons verwachten").
_HEADS = tuple(
    (role, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE))
    for role, pattern in (
        (
            "offer",
            r"(?<!te )bied(?:en|t)?|bied ik|aanbod|krijg(?:en)?|arbeidsvoorwaarden|voorwaarden|offer|benefits|voordelen|van ons verwachten|mag je (?:van ons )?verwachten|wat staat er tegenover|in it for you|salaris|vergoeding|ons krijg",
        ),
        ("nice", r"pluspunt(?:en)?|nice to haves?|^mooi meegenomen|^pr[eé]'?s?$|^extra"),
        (
            "apply",
            r"sollicit\w*|interesse(?:se)?|geïnteresseerd|contact|reager\w*|meer weten|vragen over|^vragen$|apply|acquisitie|bel of mail",
        ),
        (
            "demand",
            r"(?:wij|we|dit|jou|je|u) vragen|heb (?:je|jij) te bieden|vragen (?:wij|we)|van jou vragen|verwacht\w*|\w*eisen|profiel|breng(?:t|en)?|neem je mee|wie ben|wie (?:zoeken|zoekt)|wat heb je nodig|heb jij|j(?:e|ij) (?:hebt|bent)\W*$|ben jij\W*$|requirements?|must haves?|bring|we ask|about you|over jou|your profile|gevraagd|wie jij|herken\w*|jouw talent|specificaties|kwalificaties|vereisten|wat moet je|^nodig|dit heb je nodig",
        ),
        (
            "firm",
            r"over ons|wie zijn (?:wij|we)|wie (?:wij|we) zijn|(?:ons|het) bedrijf|bedrijfs\w+|about us|de organisatie|onze organisatie|over (?!(?:de )?(?:functie|baan|job|rol|jou)\b)(?:de )?\w+|welk bedrijf|who we are",
        ),
        (
            "task",
            r"ga (?:je|jij) .*doen|wat ga|doe je|je doen|taken\w*|\w*werkzaamheden|functie\w*|jouw (?:werk|rol|baan|job|dag)|de baan|de job|dag eruit|you will do|your tasks|responsibilities|you.ll do|het werk|takenpakket|the job",
        ),
    )
)


# Words that head a list only in a short line: in a longer one they are part of a sentence.
_WEAK = re.compile(
    r"pluspunt(?:en)?|interesse(?:se)?|contact|salaris|vergoeding|voordelen|krijg(?:en)?|profiel|functie\w*|breng(?:t|en)?|taken\w*|sollicit\w*|verwacht\w*|het werk|aanbod|voorwaarden|bedrijfs\w+|gevraagd|\w*eisen|herken\w*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Line:
    """One line or sentence: where it stands, and under which heading."""

    words: str
    start: int
    role: str  # demand | nice | task | offer | firm | apply | "" before any heading


def lines_of(text: str) -> list[Line]:
    """Sentences with their role; a heading is a short line, or what stands before a colon."""
    lines: list[Line] = []
    role, marks = "", _marks(text)
    for number, match in enumerate(re.finditer(r"[^\n]+", text)):
        alone = marks[number] and marks[number] not in (marks[number - 1], marks[number + 1])
        head, rest = _heading(match[0], marked=bool(alone))
        if not head and re.search(r"^\W{0,3}[A-Z][^.]{5,60}[?:]\s*$", match[0]):
            role = ""  # a heading of another kind
        if head and not rest:
            role = head
        for begin, end in _pieces(match[0]):
            words = match[0][begin:end]
            own = (_heading(words)[0] if begin else "") or head
            lines.append(Line(words, match.start() + begin, own or role))
            if len(lines) > 1:
                lines[-2] = _by_what_follows(lines[-2], words)
    return lines


def _by_what_follows(line: Line, following: str) -> Line:
    """What a sentence asks is only wished, or not needed: "Ken je de branche? Dat is een plus!"."""
    if _FREE_NEXT.match(following):
        return replace(line, role="offer")
    asks = line.words.rstrip().endswith("?")
    return replace(line, role="nice") if asks and _WISH_NEXT.match(following) else line


def _marks(text: str) -> list[str]:
    """The picture before each line, if there is one: lines of a list have the same."""
    found = re.findall(r"(?m)^[ ]*([^\n]).*", text)
    return [sign if ord(sign) > 0x2190 else "" for sign in found] + [""]


# A sentence ends behind a stop that is no decimal point or abbreviation, at a bullet, and before
# the next item in a text that lost its line ends ("… rijbewijs B Je spreekt Nederlands").
_BREAK = re.compile(
    r"(?<!\b\w)(?<!\bca)(?<!\bmin)(?<!\bmax)(?<!\bevt)(?<!excl)(?<!incl)[.](?!\w)|[!?]+|[;•●▪✓✔✅\uf000-\uf0ff]"
    r"|(?<=[a-zé0-9).]) (?=- [A-Z])"
    r"|(?<=[a-zé0-9)]) (?=(?:Je|Jij|U|Wij|We|Een|Het|De|Geen|Goede|Vlotte|Minimaal|Ervaring|Kennis|Mogelijkheid|Vaste?|Loon|Salaris|Rijbewijs|Diploma|Bachelor|Master|Affiniteit|Inzicht|Beheersing|Zelfstandig|Flexibel|Bereid|Bereidheid|Uitstekende|Voorkeur|Minstens|Bonuspunten|Nauwkeurig|Leergierig|Teamspeler|Kun|Heb|Ben|Spreek|Sterke?|Positieve)\b)"
)


_WORD = re.compile(r"\w")
_NAME = re.compile(r"(?:^|[\s(])[A-Z][\w&'-]*$")  # "Restaurant De Oude Haven" is one name
_ARTICLE = re.compile(r"(?:De|Het|Een|Vaste?|Sterke?|Ben|Goede) ?\b")


def _pieces(line: str) -> Iterator[tuple[int, int]]:
    begin, word = 0, _WORD.search(line)
    for stop in [*(match.end() for match in _BREAK.finditer(line)), len(line)]:
        if _ARTICLE.match(line, stop) and _NAME.search(line[max(0, stop - 40) : stop].rstrip()):
            continue
        if word is not None and word.start() < begin:
            word = _WORD.search(line, begin)
        if word is None or word.start() >= stop:
            continue
        while begin < stop:
            end = min(stop, begin + LONGEST)
            if end < stop:  # at a space, if there is one
                end = max(line.rfind(" ", begin + 1, end), begin + LONGEST // 2)
            yield begin, end
            begin = end


def _heading(line: str, *, marked: bool = False) -> tuple[str, bool]:
    """The role that a line gives, and whether it holds more than its heading.

    `marked`: it has a picture before it that the lines round it have not.
    """
    if marked:
        line = re.sub(r"^\W+", "", line)
    flat = line.strip(" \t*_#-•–")
    colon = re.match(r"([^:?]{2,60})[:?]+\s*(.*)", flat)
    head, rest = (colon[1], bool(colon[2])) if colon else (flat, False)
    # A line behind a dash or a picture is one of a list, unless it ends as a heading does.
    bullet = re.match(r"\s*[^\w\s\"'(<#]\s*\w", line) and not re.search(r"[*:?]\s*$", line)
    plain = not colon and (len(flat) > 50 or len(flat.split()) > 7 or flat.endswith((".", ",")))
    if plain or bullet or len(head.split()) > 9 or (not colon and re.search(r"\d", flat)):
        return "", True
    for role, pattern in _HEADS:
        named = pattern.search(head)
        if named and (colon or len(head.split()) <= 4 or not _WEAK.fullmatch(named[0])):
            return role, rest
    return "", rest


_WISH_BEFORE = re.compile(
    r"\b(?:bij voorkeur|het liefst|liefst|eventueel|idealiter|pr[eé]|ideally|preferably|graag|(?:handig|mooi|fijn|leuk|prettig|voordeel|pluspunt|bonuspunten) (?:als|wanneer))\b[^,;(]*$",
    re.IGNORECASE,
)
_WISH = r"(?:pr[eé](?!\w)|(?:een|grote|dikke|echte) plus\b|pluspunt|(?:mooi )?meegenomen|voordeel|handig\b|fijn\b|gewenst|wenselijk|nice to have|(?:big )?advantage|(?:a |big )plus|bij voorkeur(?=\s*(?:[.,;)!]|$))|geen must|leuk\b|welkom\b)"
_WISH_AFTER = re.compile(
    rf"^[^,;.]{{0,60}}?\b{_WISH}|^[^;.]*?,? (?:dan )?is (?:dat|dit) (?:een )?{_WISH}|^[^;.]*?\bzijn (?:een )?{_WISH}|^\s*[,(]\s*(?:maar )?(?:dat |dit )?(?:is )?(?:een )?{_WISH}",
    re.IGNORECASE,
)
_WISH_NEXT = re.compile(  # "Ken je de branche? Dat is een plus!"
    rf"^\W*(?:{_WISH}|(?:top|mooi|fijn|super|dan|dat|dit|ook|het)\b[^.;]{{0,25}}?\b{_WISH})",
    re.IGNORECASE,
)
_FREE_NEXT = re.compile(  # "VCA; wie dat nog niet heeft, krijgt de cursus van ons"
    r"^\W*(?:(?:wie|heb je|heeft u|hebt u|zo niet)\b[^.;?!]{0,30}?\b(?:niet|geen)\b[^.;!?]{0,12}[?,]|(?:leuk|fijn|mooi|top)[^.;]{0,12}\b(?:hoeft niet|geen must|niet nodig))",
    re.IGNORECASE,
)
_WISH_HEAD = re.compile(rf"^\W*(?:een |extra )?{_WISH}\w*\s*:", re.IGNORECASE)
_NEED = r"(?:nodig|vereist\w*|verplicht|noodzakelijk|belangrijk|(?:een )?must|(?:een )?vereiste|needed|required|necessary)"
_FREE_AFTER = re.compile(
    rf"^[^,;.?(]*?\b(?:niet (?:per se |perse |echt )?|geen |not (?:be )?|n't )(?:{_NEED})|^[^,;.(]*?\b(?:hoeft niet|hoef je (?:nog )?niet|hoeft u niet|(?:we|wij) (?:don't|do not) ask|don't need|vragen (?:wij|we) niet|heb je (?:\w+ ){0, 3}niet nodig|maakt niet uit|(?:wij|we) leren|leren (?:wij|we)|leer je|krijg je|zorgen wij|regelen (?:wij|we)\b(?! samen)|(?:te|bij ons|gaan|nog|alsnog) (?:be)?halen\b|kun(?:t)? (?:je|u) [^,.]*halen|kun je (?:bij ons|via ons)|haal je|volgen\b|op onze kosten|will train|vragen (?:wij|we) [^.;]{0, 25}\baan\b)|^[^,;.]{0, 25}\b(?:be)?halen\b|^\s*ook niet\b",
    re.IGNORECASE,
)
_FREE_BEFORE = re.compile(
    r"(?:\b(?:geen|zonder|no|without|niks|niet|not)\s+(?:[\w'-]+\s+){0,2}|^\W*niet nodig\s*:[^.]*|\b(?:we|wij) leren je[^,.]*|\bhalen van[^,.]*|\bkun je (?:je )?)$",
    re.IGNORECASE,
)
_PAREN_FREE = re.compile(
    r"^[\w-]{0,12}\W*\([^)]{0,40}\b(?:op onze kosten|mag je|kun je|krijg je|via ons|bij ons)\b|^\W*\(?[^)]{0,30}\b(?:of bereid|bereid (?:om )?|of (?:je )?wil\w*|of (?:haalt|gaat)|willen halen|te halen|te behalen)",
    re.IGNORECASE,
)


# From here on a sentence speaks of something else: "rijbewijs B, en indien je C hebt is dat een plus".
_BUT = re.compile(r"\ben (?:indien|als|wanneer)\b|\bindien\b|\bmaar\b|\bbut\b", re.IGNORECASE)


def wished(words: str, start: int, end: int) -> bool:
    """Whether a sentence only wishes for what stands there: "is een pré", "bij voorkeur"."""
    return bool(
        _WISH_HEAD.match(words)
        or _WISH_BEFORE.search(words[:start])
        or _WISH_AFTER.match(_BUT.split(words[end:], maxsplit=1)[0])
    )


def not_needed(words: str, start: int, end: int) -> bool:
    """Whether a sentence says that what stands there is not needed, or is learned at work."""
    return bool(
        _FREE_BEFORE.search(words[:start])
        or _FREE_AFTER.match(words[end:])
        or _PAREN_FREE.match(words[end:])
    )


def reading(value: object, text: str, start: int, end: int, *, sure: bool = True) -> Reading:
    """A reading without spaces round its words."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Reading(value, text[start:end], start, end, sure)


def at(value: object, line: Line, match: re.Match[str], text: str) -> Reading:
    """A reading of what a pattern found in a line."""
    return reading(value, text, line.start + match.start(), line.start + match.end())


def several(found: Sequence[tuple[Any, tuple[int, int]]], text: str) -> Reading | None:
    """A list, with the words of its first item and the place of each."""
    if not found:
        return None
    begin, end = found[0][1]
    spots = tuple(spot for _, spot in found)
    return Reading([value for value, _ in found], text[begin:end], begin, end, each=spots)
