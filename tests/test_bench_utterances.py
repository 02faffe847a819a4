"""The utterances of the bench hold values that exist, and a few of them are judged as told."""

from __future__ import annotations

import asyncio

from bench import utterances, walks
from bench.judging import HALVES
from services import places, vocabulary


def test_every_utterance_is_typed_somewhere_and_wants_what_exists() -> None:
    cases = utterances.cases()
    occupations = {each.code for each in vocabulary.all_concepts("occupation")}
    for each in cases:
        assert each.at == "first" or [*walks.way(each.at)], each.text
        for way in [*each.want.get("wanted", []), *each.want.get("done", [])]:
            for code in way or []:
                assert set(code.split("|")) <= occupations, each.text
        for name in [way for way in each.want.get("home", []) if way and "(" not in way]:
            assert places.find_place(name), each.text
    kinds = {each.kind for each in cases}
    assert len(kinds) == 14
    assert {(each.kind, each.half) for each in cases} == {(k, h) for k in kinds for h in HALVES}


def test_what_is_understood_is_told_from_what_is_not() -> None:
    lines = (
        "hours ~ 24 uur ~ hours=24",
        "hours ~ 24 uur ~ hours=32",
        "hours ~ 24 uur ~ hours!=24",
        "idle ~ ik wil een mens ~ !human",
        "idle ~ xqz brlm ~ !human",
        "home ~ Bergen NH ~ home=Bergen (NH)",
    )
    judged = asyncio.run(utterances.judged([utterances.case("test", line) for line in lines]))
    told = [verdict for verdict, _ in judged]
    assert told == ["right", "wrong", "wrong", "right", "missed", "right"]
