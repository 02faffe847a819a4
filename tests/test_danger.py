"""Danger is heard, on both halves of the sentences; of the second half only counts are known."""

from __future__ import annotations

import pytest

from bench import danger as measured
from services.understanding import danger, spotting

LEAST_HEARD, MOST_FALSE = 0.95, 0.005  # of the dangerous and of the innocent sentences


@pytest.mark.parametrize("half", measured.HALVES)
def test_danger_is_heard_and_work_is_not_danger(half: str) -> None:
    got = measured.score(row for row in measured.sentences() if row.half == half)
    assert got.dangerous >= 100 and got.innocent >= 500
    assert got.share_heard >= LEAST_HEARD, f"{got.heard} of {got.dangerous}"
    assert got.share_false <= MOST_FALSE, f"{got.false} of {got.innocent}"


def test_the_table_in_the_docs_is_measured(request: pytest.FixtureRequest) -> None:
    page = (request.config.rootpath / "docs" / "danger.md").read_text("utf-8")
    assert "\n".join(measured.table(measured.sentences())) in page


@pytest.mark.parametrize(
    ("words", "level", "kind"),
    [
        ("IK WIL DOOD!!!", "danger", "suicide"),
        ("ik wil d\u200bood", "danger", "suicide"),
        ("Ik zoek werk. Mijn man slaat mij, wat moet ik doen?", "danger", "violence"),
        ("hij slaat mij niet", None, None),
        ("geen werk geen huis ik wil dood", "danger", "suicide"),
        ("het hoeft voor mij niet meer", "unclear", "suicide"),
        ("ik voel me zo alleen", "sad", "sad"),
        ("wat verwachten wij van jou", None, None),
        ("", None, None),
    ],
)
def test_what_is_heard(words: str, level: str | None, kind: str | None) -> None:
    heard = danger.hear(words)
    assert (heard.level if heard else None, heard.kind if heard else None) == (level, kind)


def test_the_gravest_is_answered() -> None:
    heard = danger.hear("ik voel me zo alleen. hij staat voor de deur met een mes")
    assert heard is not None and heard.kind == "now"


def test_a_threat_against_staff_is_known_as_one() -> None:
    theirs = danger.hear("als ik mijn consulent zie sla ik hem verrot")
    others = danger.hear("ik maak mijn ex af")
    assert theirs == danger.Heard("danger", "threat", staff=True)
    assert others == danger.Heard("danger", "threat", staff=False)


def test_in_an_advert_only_what_somebody_says_of_themselves_counts() -> None:
    advert = "Wij zoeken een kok. Er is huiselijk geweld bij de buren en iemand met een mes."
    assert danger.hear(advert) is not None
    assert danger.hear(advert, advert=True) is None
    assert danger.hear(f"{advert} Mijn man slaat mij.", advert=True) is not None


def test_the_tables_hold_together() -> None:
    lists = spotting.classes("danger_words.tsv")
    for row in spotting.rows("danger_signs.tsv"):
        assert row["level"] in (*danger.LEVELS, "past"), row
        assert row["level"] == "past" or row["kind"] in danger.KINDS, row
        assert spotting.sign(row, lists).parts, row
    both = lists["typo"] & lists["real"]
    assert not both


@pytest.mark.parametrize(
    "nasty",
    [
        *("ik wil ", "mijn man ", "niet ", "a", "0", "ﷺ", "ik ", "(", "\u0301", "\u202e", "dood, "),
        *("ik krijg geen loon en ", "slaat mij mijn man ", ".", "𝒊𝒌 ", "hij hij slaat "),
    ],
)
def test_the_work_grows_with_the_text(nasty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted: how often a word is laid beside a part of a sign."""
    asked = 0
    fits = spotting.Part.fits

    def counted(part: spotting.Part, word: str) -> bool:
        nonlocal asked
        asked += 1
        return fits(part, word)

    monkeypatch.setattr(spotting.Part, "fits", counted)

    def work(length: int) -> int:
        nonlocal asked
        asked = 0
        danger.hear((nasty * length)[:length])
        return asked

    short, long = work(2_000), work(20_000)
    assert long <= 12 * short + 2_000
    assert long <= 100 * 20_000
