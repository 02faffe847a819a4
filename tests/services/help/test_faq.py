"""Questions and answers: all there in every language, and found by what people really type."""

from __future__ import annotations

import pytest

from services import texts
from services.help import faq
from services.help.faq import ALL, EMPLOYER, JOBSEEKER

TYPED = {
    "jobseeker": [
        ("werken naast uitkering", "work-and-benefit"),
        ("mag ik werke naast me uitkerring", "work-and-benefit"),
        ("ik wil voor mezelf beginnen", "self-employed"),
        ("zzp", "self-employed"),
        ("kinderopvan", "childcare"),
        ("ik heb schulden, kan dat?", "debts"),
        ("wie ziet mijn gegevens", "privacy"),
        ("vrijwiligerswerk doen", "volunteer"),
        ("krijg ik reiskosten", "travel-costs"),
        ("wat zijn mijn plichten", "duties"),
        ("wat is proefplaatsing", "trial"),
        ("mag ik nee zeggen", "refuse"),
        ("taalles volgen", "no-dutch"),
    ],
    "employer": [
        ("loonkostensubsidie", "e-wage-subsidy"),
        ("loonkosten subsidie aanvragen", "e-wage-subsidy"),
        ("wat kost het mij", "e-costs"),
        ("norisk polis", "e-no-risk"),
        ("jobcoah", "e-jobcoach"),
        ("hoe lang duurt het voor ik iets hoor", "e-answer"),
        ("moet ik iemand aannemen", "e-quota"),
        ("als hij ziek wordt", "e-ill"),
        ("taken verdelen", "e-carving"),
        ("proef plaatsing", "e-trial"),
    ],
}


@pytest.mark.parametrize(
    ("side", "words", "code"),
    [(side, words, code) for side, rows in TYPED.items() for words, code in rows],
)
def test_what_people_type_finds_the_answer(side: str, words: str, code: str) -> None:
    hits = faq.search(words, "nl", side)
    assert code in [hit.code for hit in hits[:2]]


@pytest.mark.parametrize("language", texts.languages())
@pytest.mark.parametrize("code", ALL)
def test_every_question_finds_itself_first(language: str, code: str) -> None:
    side = "employer" if code in EMPLOYER else "jobseeker"
    asked = texts.text(language, f"knowledge-{code}.ask")
    hits = faq.search(asked, language, side)
    assert hits[0].code == code
    assert faq.sure(hits)
    for typed in texts.also(language, f"knowledge-{code}.ask"):
        assert code in [hit.code for hit in faq.search(typed, language, side)], typed


@pytest.mark.parametrize("words", ["", "…", "hallo", "ik hou van voetbal", "12345", "🎉"])
def test_what_is_no_question_finds_nothing(words: str) -> None:
    for side in ("jobseeker", "employer"):
        assert faq.search(words, "nl", side) == []


def test_numbers_stay_with_their_questions() -> None:
    assert [faq.code_of(faq.number_of(code)) for code in ALL] == list(ALL)
    assert (faq.code_of(1), faq.code_of(1001)) == ("rights", "e-costs")
    for number in (0, len(JOBSEEKER) + 1, 1000, 1001 + len(EMPLOYER), 10**9):
        with pytest.raises(LookupError):
            faq.code_of(number)


@pytest.mark.parametrize("language", texts.languages())
@pytest.mark.parametrize("code", ALL)
def test_an_answer_names_no_amount_and_sends_on_to_a_person_or_page(
    language: str, code: str
) -> None:
    """Amounts change every year; 72 hours is our own promise."""
    said = texts.text(language, f"knowledge-{code}.answer").replace("72", "")
    assert not any(sign.isdecimal() for sign in said)
    assert "€" not in said
