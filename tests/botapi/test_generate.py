"""The rules are facts read out of a description of the Bot API."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.botapi import generate
from tests.botapi.rules import facts


@pytest.mark.parametrize(
    ("types", "words", "limit"),
    [
        (["String"], "Text, 1-4096 characters after entities parsing", {"text": [1, 4096]}),
        (["String"], "Name; 0-64 characters", {"chars": [0, 64]}),
        (["String"], "Data, 1-64 bytes", {"bytes": [1, 64]}),
        (["String"], "Scope type, must be chat", {"one_of": ["chat"]}),
        (["String"], 'Must be one of "a" (red), "b" or "c"', {"one_of": ["a", "b", "c"]}),
        (["String"], "A two-letter ISO 639-1 language code", None),
        (["Integer"], "Values between 1-100 are accepted. Defaults to 100.", {"range": [1, 100]}),
        (["Integer"], "Must be between 1 and 360 if specified.", {"range": [1, 360]}),
        (["Integer"], "between 60 and 86400, or 0x7FFFFFFF for ever", None),
        (["Array of Integer"], "A list of 1-100 identifiers", {"items": [1, 100]}),
        (["InputFile"], "1-5 things", None),
    ],
)
def test_limits_are_read_from_words(types: list[str], words: str, limit: Any) -> None:
    assert generate.limit(types, words) == limit


def test_a_small_description_becomes_rules(tmp_path: Path) -> None:
    field = {"name": "x", "types": ["Array of Array of A", "String"], "required": True}
    api = {
        "version": "Bot API 1.0",
        "methods": {"m": {"returns": ["A"], "fields": [{**field, "description": "Words"}]}},
        "types": {"A": {}, "B": {"subtypes": ["A"]}},
    }
    out = tmp_path / "rules.json"
    generate.write(generate.rules(api), out)
    assert json.loads(out.read_text()) == {
        "version": "1.0",
        "methods": {"m": {"returns": "A", "fields": {"x": ["[][]A|String", 1]}}},
        "types": {"A": {"fields": {}}, "B": {"one": ["A"]}},
    }


def test_the_rules_fit_their_source_when_it_is_at_hand() -> None:
    """With BOT_API_JSON the committed rules are compared with a fresh reading."""
    assert generate.OUT.stat().st_size < 300_000
    source = os.environ.get("BOT_API_JSON")
    if source:
        assert generate.rules(json.loads(Path(source).read_text())) == facts()
