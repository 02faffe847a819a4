"""What the guard says in a conversation."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogs import hearing
from dialogs.model import Text
from services.understanding import guard

ADVERTS = sorted((Path(__file__).parent.parent / "adverts").glob("*.txt"))


def test_the_half_about_the_work_is_named_and_the_rest_is_not_kept() -> None:
    words = "ik heb een slechte rug en kan niet tillen"
    said = hearing.understand({"kind": "text", "words": words})
    assert said.reply == Text("ik heb een … en kan niet tillen", cut=True)
    assert isinstance(said.reply, Text)
    assert said.reply.cut
    assert [line.text for line in said.notes] == ["guard-health"]
    assert said.helps == ("no-lifting",)


def test_an_employer_who_welcomes_everybody_hears_nothing() -> None:
    for words in ("ook statushouders welkom", "zorg voor bewoners met dementie, 24 uur"):
        said = hearing.understand({"kind": "text", "words": words})
        assert (said.reply, said.notes) == (Text(words), [])


@pytest.mark.parametrize("advert", ADVERTS, ids=lambda path: path.stem)
def test_nothing_is_taken_out_of_an_advert(advert: Path) -> None:
    words = advert.read_text(encoding="utf-8")
    assert guard.check(words, own_contact=True).clean == words
