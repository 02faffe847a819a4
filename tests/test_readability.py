"""Dutch for jobseekers reads easily: short sentences, short words, one thing at a time.

Flesch-Douma (Douma 1960): 206.835 - 0.93 x words per sentence - 77 x syllables per word; 70 and up
is fairly easy, 80 easy, 90 very easy. It says little of a single short message, so a file has to
reach 70 as a whole and a text of some length 50; people, not this number, say what reads well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from tests.locales_check import Entry, shown

LONGEST_SENTENCE, AVERAGE_SENTENCE = 15, 12  # words
LONGEST_MESSAGE = 60  # words
EASY_FILE, EASY_TEXT = 70.0, 50.0
LONG_ENOUGH = 8  # words below which the number of one text says nothing

SYLLABLE = re.compile(
    r"aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|[aeiouyáéíóúàèëïöü]"
)
WORD = re.compile(r"[\w’'@.+-]*\w[\w’'-]*")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
VARIABLE = re.compile(r"\{ \$\w+ \}")

FORMAL = re.compile(
    r"\b(teneinde|conform|desbetreffende|betreffende|onverwijld|middels|derhalve|alsmede|indien|"
    r"reeds|tevens|dient|dienen|echter|aangaande|omtrent|inzake|ingevolge|krachtens|dergelijke|"
    r"desgewenst|gaarne|heden|hetgeen|hiertoe|hieromtrent|jegens|mits|nadere|nimmer|ofschoon|"
    r"thans|tenzij|uitsluitend|veelal|verstrekken|vigerende|voornemens|voorts|welke wijze|zulks|"
    r"aanvangen|additioneel|beogen|continueren|evalueren|faciliteren|implementeren|initiëren|"
    r"kenbaar maken|optimaliseren|participeren|realiseren|retourneren|ter zake|bewerkstelligen)\b",
    re.IGNORECASE,
)

# What a jobseeker reads: a file, and which of its ids.
READ_BY_JOBSEEKERS = {
    "jobseeker.ftl": ".+",
    "visits.ftl": ".+",
    "match.ftl": "(interest|confirm)-.+",
    "matching.ftl": r".+\.jobseeker",
    "dialog.ftl": ".+",
    "commands.ftl": ".+",
    "people.ftl": "(welcome|language|ask|erase)-.+",
    "meetings.ftl": "(meeting|appointment|after-meeting).*",
    "aftercare.ftl": r"(placed-j|checkin-(mood|topic|words|thanks|ask-j)|own-work).*",
    "plans.ftl": "plan.*",
    "surveys.ftl": "survey.*",
    "public.ftl": "(public|visible).*",
    "knowledge.ftl": "(faq|fact|knowledge-(?!e-)).*",
    "mydata.ftl": ".+",
    "support.ftl": "(support|opening).*",
    "takeback.ftl": "(consents|consent-helps|takeback).*",
    "correct.ftl": "correct(-|ion-).*",
}
# Said to employers and staff only.
READ_BY_OTHERS = re.compile(
    r"(waiting|caseload|console|vacanc|staff-|meeting-felt|survey-(ask|more)-employer|plan-review)"
)


@dataclass(frozen=True)
class Measured:
    """The numbers of some words."""

    sentences: tuple[str, ...]

    @property
    def words(self) -> list[str]:
        return [word for sentence in self.sentences for word in WORD.findall(sentence)]

    @property
    def per_sentence(self) -> float:
        return len(self.words) / len(self.sentences)

    @property
    def douma(self) -> float:
        """Flesch-Douma: about 0 (very hard) to 100 and over (very easy)."""
        syllables = sum(count_syllables(word) for word in self.words)
        return 206.835 - 0.93 * self.per_sentence - 77 * syllables / len(self.words)


def count_syllables(word: str) -> int:
    """Groups of vowels, at least one."""
    return max(1, len(SYLLABLE.findall(word.casefold())))


def sentences(words: str) -> tuple[str, ...]:
    """The sentences of a text, a variable being one short word."""
    plain = VARIABLE.sub("dit", words)
    return tuple(each for each in SENTENCE_END.split(plain) if WORD.search(each))


def is_prose(entry: Entry) -> bool:
    """A sentence, and not a name on a button."""
    return re.search(r"[.!?:](\s|$)", entry.words) is not None


def texts_of(file: str) -> list[Entry]:
    return [
        entry
        for text_id, entry in shown("nl").items()
        if entry.file == file
        and re.fullmatch(READ_BY_JOBSEEKERS[file], text_id)
        and not READ_BY_OTHERS.match(text_id)
        and is_prose(entry)
    ]


ALL = [entry for file in READ_BY_JOBSEEKERS for entry in texts_of(file)]
each_text = pytest.mark.parametrize("entry", ALL, ids=lambda entry: entry.id)
each_file = pytest.mark.parametrize("file", READ_BY_JOBSEEKERS)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("open", 2),
        ("over", 2),
        ("avond", 2),
        ("ideeën", 3),
        ("werk", 1),
        ("nieuwe", 2),
        ("rijbewijs", 3),
        ("vrijwilligerswerk", 5),
        ("moeilijk", 2),
        ("12", 1),
    ],
)
def test_syllables_are_counted(word: str, count: int) -> None:
    assert count_syllables(word) == count


def test_the_measure_tells_easy_from_hard() -> None:
    easy = Measured(sentences("Waar woon je? Typ je plaats. Dan zoek ik werk dicht bij je huis."))
    hard = Measured(
        sentences(
            "Belanghebbende dient onverwijld mededeling te doen van omstandigheden "
            "waarvan redelijkerwijs duidelijk is dat deze van invloed kunnen zijn."
        )
    )
    assert easy.douma > 100
    assert hard.douma < 20


@each_text
def test_sentences_are_short(entry: Entry) -> None:
    long = [s for s in sentences(entry.words) if len(WORD.findall(s)) > LONGEST_SENTENCE]
    assert long == []


@each_text
def test_a_text_is_not_hard(entry: Entry) -> None:
    measured = Measured(sentences(entry.words))
    if len(measured.words) >= LONG_ENOUGH:
        assert measured.douma >= EASY_TEXT


@each_text
def test_a_message_is_short(entry: Entry) -> None:
    assert len(Measured(sentences(entry.words)).words) <= LONGEST_MESSAGE


@each_text
def test_no_formal_words(entry: Entry) -> None:
    assert FORMAL.findall(entry.words) == []


@each_text
def test_one_question_at_a_time(entry: Entry) -> None:
    assert entry.words.count("?") <= 1 or entry.attribute == "hint"


@each_file
def test_a_file_is_easy_as_a_whole(file: str) -> None:
    whole = Measured(tuple(s for entry in texts_of(file) for s in sentences(entry.words)))
    assert whole.per_sentence <= AVERAGE_SENTENCE
    assert whole.douma >= EASY_FILE
