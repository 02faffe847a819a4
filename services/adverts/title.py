"""The title of the work, and the occupation it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from services import vocabulary
from services.adverts.model import Line, Reading

LONGEST = 80
_WANTED = re.compile(
    r"(?:gezocht|gevraagd|vacature|functie|functietitel|job|hiring|wanted)\s*[:!-]\s*(?P<a>[^\n.!|]{3,80})"
    r"|(?:zoek(?:en|t)?|looking for|hebben? (?:plek|ruimte|nodig)|op zoek naar|word jij|ben jij)\b(?:\s+(?:wij|we|ik|per direct|z\.?s\.?m\.?|naar|nog|voor|jou|een|de|onze|an?|iemand|als|\d{1,2}|twee|drie|vier|versterking|nieuwe?|enthousiaste?|ervaren|gemotiveerde?|leuke?|gezellige?|betrouwbare?|handige?|flexibele?|fulltime|parttime|full-time|part-time|zelfstandige?|spontane?|\w+e))*?\s+(?P<b>[a-zA-ZÀ-ÿ][^\n.,!?(|]{2,60})",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s+(?:die|dat|voor|in|te|bij|met|met ervaring|op|vanaf|per|who|for|at|with|om|van(?= \d)|\d{1,2}\s?(?:-|–|tot|u)|ter|wil|to join|m/v)\b.*$",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"\(?\b[mv]\s?/\s?[vmx](?:\s?/\s?[vmxd])?\b\)?|\bvacature\b:?|\bgezocht\b:?|\bgevraagd\b:?|\(?\b\d{1,2}(?:\s?(?:-|–|tot|/)\s?\d{1,2})?\s?(?:uur|u|uren|hours)\b[^)|]*\)?"
    r"|\b[01],\d{1,2}(?:\s?[-–]\s?[01],\d)?\s?fte\b|\b(?:full|part)-?time\b|[^\w\s/&,.()'’+-]",
    re.IGNORECASE,
)


def title(lines: list[Line], text: str, language: str) -> tuple[Reading | None, Reading | None]:
    """The title as written (cleaned), and the occupations it clearly means."""
    best: tuple[float, Reading, list[str]] | None = None
    for place, (words, start) in enumerate(_candidates(lines)):
        cleaned = clean(words)
        if len(re.findall(r"\d", cleaned)) > 3:
            continue  # a phone number, an address
        if not 3 <= len(cleaned) <= LONGEST:
            continue
        codes, weight = _occupations(cleaned, language)
        if not weight:
            continue
        end = start + len(words)
        score = weight - 0.02 * place
        if best is None or score > best[0]:
            best = (score, Reading(_cased(cleaned), text[start:end], start, end), codes)
    if best is None:
        return None, None
    _, reading, codes = best
    occupation = Reading(codes, reading.words, reading.start, reading.end) if codes else None
    return reading, occupation


def _candidates(lines: list[Line]) -> Iterator[tuple[str, int]]:
    """The first line, what stands after "gezocht", and the short lines near the top."""
    for line in lines[:3]:
        words = line.words.strip()
        if words and len(words) <= 90:
            yield _part(line, words)
    for line in lines[:14]:
        for match in _WANTED.finditer(line.words):
            group = "a" if match["a"] else "b"
            words = _CUT.sub("", match[group]).rstrip(" ,-")
            if words:
                yield words, line.start + match.start(group)


def _part(line: Line, words: str) -> tuple[str, int]:
    """A first line up to the mark that ends a title: "Bakker | 32 uur | Haarlem"."""
    found = re.split(r"\s[|–—-]\s|\s•\s|\.$", words)[0]
    return found, line.start + line.words.index(words)


def clean(words: str) -> str:
    """A title without gender, hours, emoji and capitals."""
    bare = _NOISE.sub(" ", words)
    bare = re.sub(r"^\s*(?:wij zoeken|we zoeken|functie|job)\b:?", " ", bare, flags=re.IGNORECASE)
    bare = re.sub(r"\(\s*\)", " ", bare)
    bare = " ".join(bare.split()).strip(" ,.-/&+()")
    bare = re.sub(r"^(?:een|de|an?|the)\s+", "", bare, flags=re.IGNORECASE)
    return _CUT.sub("", bare) if len(bare.split()) > 2 else bare


def _cased(words: str) -> str:
    """No shouting."""
    return words.capitalize() if words.isupper() else words[:1].upper() + words[1:]


def _occupations(words: str, language: str) -> tuple[list[str], float]:
    """Codes that are clearly meant, and how much like a title these words look (0 to 1)."""
    found = vocabulary.normalise("occupation", words, language, 2)
    if found and found[0].sure:
        return [found[0].concept.code], found[0].score
    named = [each for each in vocabulary.find("occupation", words, language) if each.score >= 0.8]
    if named:
        share = len(named[0].words) / max(len(words), 1)
        return [named[0].concept.code] if share > 0.45 else [], 0.6 + 0.3 * share
    return [], (0.5 if found and found[0].score >= 0.75 and len(words.split()) <= 5 else 0.0)
