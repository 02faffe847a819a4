"""The question for occupations and skills, where its words need a choice."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.concepts import Concepts
from dialogs.lookups import Known
from dialogs.model import Asking, Draft, Pick, Reply, Text
from services.texts.render import render

ASKING = Asking("jobseeker-wanted", {}, Known("nl", date(2026, 11, 23)))
WORK = Concepts()


def drafted(reply: Reply, so_far: object = None) -> dict[str, object]:
    draft = WORK.read(reply, so_far, ASKING)
    assert isinstance(draft, Draft)
    assert isinstance(draft.value, dict)
    return draft.value


def test_who_typed_polish_sees_the_polish_beside_the_dutch() -> None:
    offered = WORK.choices(drafted(Text("sprzątanie")), ASKING)
    assert (offered[0][0], render("nl", offered[0][1])) == ("cleaner", "schoonmaker (sprzątanie)")
    assert offered[-1][0] == "none"


@pytest.mark.parametrize(
    "reply", [Pick("wanted", "cleaner"), Text("schoonmaker"), Text("sprzątanie"), Text("1")]
)
def test_any_of_its_names_chooses_it_and_it_is_kept_in_dutch(reply: Reply) -> None:
    draft = drafted(reply, drafted(Text("sprzątanie")))
    assert (draft["chosen"], draft["asked"]) == (["cleaner"], [])
    assert render("nl", WORK.show(draft["chosen"], "")) == "schoonmaker"


def test_words_asked_about_before_names_stood_beside_them_can_still_be_answered() -> None:
    earlier = {"chosen": [], "asked": [["poetsen", ["cleaner", "domestic-cleaner"]]], "unread": ""}
    assert [code for code, _ in WORK.choices(earlier, ASKING)][:1] == ["cleaner"]
    assert drafted(Pick("wanted", "cleaner"), earlier)["chosen"] == ["cleaner"]


def test_a_number_is_one_of_the_suggestions() -> None:
    question = Concepts(of="skill", at_most=8, suggest="skills")
    asking = Asking("jobseeker-skills", {"done": ["cleaner"]}, ASKING.world)
    offered = [code for code, _ in question.choices(None, asking)]
    draft = question.read(Text("2"), None, asking)
    assert isinstance(draft, Draft)
    assert draft.value["chosen"] == [offered[1]]
    far = question.read(Text("77"), None, asking)
    assert isinstance(far, Draft)
    assert far.value["chosen"] == []
