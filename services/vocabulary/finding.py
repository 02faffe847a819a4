"""Concepts named inside a longer text: whole words only, the longest name first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from services.vocabulary.concepts import Candidate, Concept, Found, Kind
from services.vocabulary.index import Label, LabelIndex, index, phrase
from services.vocabulary.noise import BEFORE_NAMES, NOT_IN_TEXT, PERSON_ENDINGS, PERSON_ENDINGS_EN
from services.vocabulary.words import Token, sound, tokens

LONGEST_NAME = 6  # words
_GAP = re.compile(r"[ \t\u00a0]{1,3}|[ \t]?[-–/&][ \t]?|[ \t]\(")
_BY_EAR_FROM = 7  # letters; shorter words spelled by ear resemble too many others
_MAIN, _ALIAS, _JOINED, _BY_EAR = 1.0, 0.95, 0.9, 0.8
_ACTIVITY = 0.6  # an occupation named by what one does ("schoonmaken"), not by who one is
_INFLECTED_FROM = 6  # letters; a shorter form ("hand", "kant") is not taken for "handen", "kanten"
_VERB_FROM = 8  # letters; shorter verbs are in every advert
_OTHER_LANGUAGE = 0.9
_SAME_WORD_FROM = 0.6  # forms of one word share most letters; stems alone sometimes coincide


def _window(text: str, found: Sequence[Token], start: int) -> Iterator[Sequence[Token]]:
    """The stretches of 1, 2, … words from ``start`` with no stop or line end between them."""
    for end in range(start + 1, min(len(found), start + LONGEST_NAME) + 1):
        if end - start > 1 and not _GAP.fullmatch(text, found[end - 2].end, found[end - 1].start):
            return
        yield found[start:end]


def _named(labels: LabelIndex, stretch: Sequence[Token]) -> tuple[float, Sequence[Label]]:
    """The labels that these words are, and how plainly."""
    same = labels.phrases.get(phrase(token.word for token in stretch))
    if same:
        return _ALIAS, same
    if len(stretch) > 2:
        return 0.0, ()
    glued = "".join(token.word for token in stretch)
    joined = labels.joined.get(glued) if len(glued) >= 6 else None
    if joined:
        return _JOINED, joined
    if len(stretch) == 1 and len(glued) >= _BY_EAR_FROM:
        heard = labels.heard.get(sound(glued))
        if heard:
            return _BY_EAR, heard
    return 0.0, ()


def _is_name(text: str, found: Sequence[Token], at: int) -> bool:
    """Whether a capitalised word is a person's name: "mevrouw Bakker", "J. de Boer"."""
    token = found[at]
    if at == 0 or not token.written[0].isupper() or token.written.isupper():
        return False
    before = found[at - 1]
    initial = len(before.written) == 1 and text[before.end : before.end + 1] == "."
    return before.word in BEFORE_NAMES or initial


def _is_person(word: str) -> bool:
    """Whether a word names one or more people at work, by its ending."""
    if word.endswith("beheer"):
        return False
    single = word[:-1]
    if word.endswith(PERSON_ENDINGS) or single.endswith(("kundige", "ende")):
        return True
    if word.endswith("en"):
        return word[:-2].endswith(PERSON_ENDINGS_EN)
    return word.endswith("s") and single.endswith(PERSON_ENDINGS)


def _plainly(label: Label, stretch: Sequence[Token]) -> float:
    """How plainly a concept is named: an occupation by who one is, or by what one does."""
    typed = [token.word for token in stretch]
    if label.concept.kind == "skill":
        short = len(typed) == 1 and len(typed[0]) < _INFLECTED_FROM
        return 0.0 if short and typed[0] != label.folded else 1.0
    if len(typed) > 1:
        return 1.0 if any(map(_is_person, typed)) else _ACTIVITY
    if _is_person(label.folded.split()[-1]):
        return 1.0 if _is_person(typed[0]) else 0.0
    long_verb = label.folded.endswith("en") and len(label.folded) >= _VERB_FROM
    return _ACTIVITY if long_verb and typed[0] == label.folded else 0.0


def _worth(label: Label, stretch: Sequence[Token], language: str, plain: float) -> float:
    points = _MAIN if label.main and plain == _ALIAS else plain
    if len(stretch) == 1 and (
        OSA.normalized_similarity(stretch[0].word, label.folded.replace(" ", "")) < _SAME_WORD_FROM
    ):
        return 0.0
    if label.language not in (language, "nl"):
        points *= _OTHER_LANGUAGE if len(label.folded) >= 5 else 0.0
    return points * _plainly(label, stretch)


def _hits(kind: Kind, text: str, language: str) -> Iterator[Found]:
    labels, found = index(kind), tokens(text)
    for at, first in enumerate(found):
        for stretch in _window(text, found, at):
            plain, named = _named(labels, stretch)
            if not named:
                continue
            if len(stretch) == 1 and (first.word in NOT_IN_TEXT or _is_name(text, found, at)):
                continue
            points, label = _best(named, stretch, language, plain)
            if points > 0:
                start, end = first.start, stretch[-1].end
                yield Found(label.concept, start, end, text[start:end], round(points, 3))


def _best(
    named: Sequence[Label], stretch: Sequence[Token], language: str, plain: float
) -> tuple[float, Label]:
    """The likeliest of several labels; a name that several concepts share counts for less."""
    ranked = sorted(
        ((_worth(label, stretch, language, plain), label) for label in named),
        key=lambda hit: (-hit[0], hit[1].concept.code),
    )
    points, label = ranked[0]
    shared = any(other.concept != label.concept and p >= points for p, other in ranked[1:])
    return (points * 0.7 if shared else points), label


def find(kind: Kind, text: str, language: str = "nl") -> list[Found]:
    """The concepts that ``text`` names, in order of place; spans do not overlap."""
    taken, covered = list[Found](), bytearray(len(text))
    ranked = sorted(
        _hits(kind, text, language), key=lambda hit: (hit.start - hit.end, -hit.score, hit.start)
    )
    for hit in ranked:
        if not any(covered[hit.start : hit.end]):
            taken.append(hit)
            covered[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
    return sorted(taken, key=lambda hit: hit.start)


def named_in(kind: Kind, text: str, language: str) -> list[Candidate]:
    """The concepts named in a text too long to be one name, most often named first; none sure."""
    seen: dict[Concept, list[Found]] = {}
    for hit in find(kind, text, language):
        seen.setdefault(hit.concept, []).append(hit)
    ranked = [
        Candidate(
            concept,
            hits[0].words,
            round(min(0.9, 0.75 * hits[0].score + 0.03 * len(hits)), 4),
            sure=False,
        )
        for concept, hits in seen.items()
    ]
    return sorted(ranked, key=lambda candidate: -candidate.score)
