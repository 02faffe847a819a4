"""Who talks in bench/utterances.py: somebody fresh, brought to the place where she types.

What people say on the way stands here in order, each with the question it answers; to be at a
question is to have said all before it. The stage is that of `werklijn talk`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

Said = tuple[str, str]  # the question, and what is said

HELLO: Sequence[Said] = (("", "hallo"), ("", "[Nederlands]"))
JOBSEEKER: Sequence[Said] = (
    *(("", "[Ik zoek werk]"), ("name", "Noor"), ("home", "Haarlem")),
    *(("wanted", "schoonmaker"), ("wanted", "[Klaar]")),
    *(("done", "keukenhulp"), ("done", "[Klaar]")),
    *(("skills", "koken"), ("skills", "[Klaar]")),
    *(("hours", "24 uur"), ("times", "ochtend"), ("travel", "fiets"), ("limit", "30 minuten")),
    *(("licence", "geen"), ("dutch", "redelijk"), ("start", "direct"), ("review", "ja")),
)
EMPLOYER: Sequence[Said] = (
    *(("", "[Ik zoek personeel]"), ("company", "Bakkerij Zon"), ("kvk", "weet ik niet")),
    *(("place", "Haarlem"), ("size", "[10 tot 49]"), ("government", "nee")),
    *(("name", "Robin Bakker"), ("phone", "0201234567"), ("email", "weet ik niet")),
    ("review", "ja"),
)
VACANCY: Sequence[Said] = (
    *(("", "nieuwe vacature"), ("source", "stel mij de vragen")),
    *(("title", "bakkersassistent"), ("occupation", "bakker"), ("occupation", "[Klaar]")),
    *(("place", "haarlem"), ("hours", "24 uur"), ("times", "ochtend"), ("start", "per direct")),
    *(("wage", "15 euro per uur"), ("contract", "[Vast]")),
    *(("must", "weet ik niet"), ("nice", "weet ik niet"), ("licence", "niet nodig")),
    *(("dutch", "beetje"), ("level", "weet ik niet"), ("positions", "1")),
    *(("conditions", "vaste taken"), ("open_to", "beginner"), ("strike", "nee")),
    *(("channel", "dit gesprek"), ("manner", "[Zonder naam]"), ("preselection", "nee")),
)
BEGINS = "++ "  # the service begins a dialog
PRIVATE: Sequence[Said] = (("", f"{BEGINS}private"), ("benefit", "weet ik niet"))


def way(place: str) -> Iterator[str]:
    """What is said on the way to a place: a question, `idle`, `first` …; KeyError for none."""
    for _, words in _legs(place):
        yield words


def _legs(place: str) -> Sequence[Said]:
    if place == "first":
        return ()
    if place == "idle":
        return (*HELLO, *JOBSEEKER)
    if place == "since":
        return (*HELLO, *JOBSEEKER, *PRIVATE)
    if place == "employer-idle":
        return (*HELLO, *EMPLOYER)
    if place.startswith("vacancy-"):
        question = {"skills": "must"}.get(place[8:], place[8:])
        return (*HELLO, *EMPLOYER, *_before(VACANCY, question))
    return (*HELLO, *_before(JOBSEEKER, place))


def _before(talk: Sequence[Said], question: str) -> Sequence[Said]:
    if question not in {asked for asked, _ in talk}:
        raise KeyError(question)
    return tuple(takewhile(lambda said: said[0] != question, talk))
