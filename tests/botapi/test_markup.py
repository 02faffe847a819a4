"""Texts with a parse_mode become plain text and entities, or are refused."""

from __future__ import annotations

from typing import Any

import pytest

from tests.botapi import RefusalError
from tests.botapi.markup import parse
from tests.botapi.rules import checker


@pytest.mark.parametrize(
    ("mode", "source", "text", "kinds"),
    [
        ("HTML", "a <b>b <i>c</i></b> &lt;3", "a b c <3", ["bold", "italic"]),
        ("HTML", '<a href="https://x.nl">🙂</a>', "🙂", ["text_link"]),
        ("HTML", '<span class="tg-spoiler">x</span>', "x", ["spoiler"]),
        ("MarkdownV2", r"*b* _i_ __u__ ~s~ \.", "b i u s .", None),
        ("MarkdownV2", "`a.b` [x](https://x.nl/a\\)b)", "a.b x", ["code", "text_link"]),
        ("MarkdownV2", "```py\nx = 1\n```", "x = 1\n", ["pre"]),
        ("Markdown", "*b* _i_ a.b [x](https://x.nl)", "b i a.b x", None),
    ],
)
def test_markup_becomes_entities(mode: str, source: str, text: str, kinds: Any) -> None:
    found, entities = parse(source, mode)
    assert found == text
    assert kinds is None or [entity["type"] for entity in entities] == kinds
    for entity in entities:
        checker("MessageEntity")(entity, "entity")


def test_entities_count_in_utf_16() -> None:
    assert parse("🙂<b>🙂</b>", "HTML")[1] == [{"type": "bold", "offset": 2, "length": 2}]


@pytest.mark.parametrize(
    ("mode", "source", "words"),
    [
        ("HTML", "<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("HTML", "x</b>", "Unexpected end tag"),
        ("HTML", "<b><i>x</b></i>", 'expected "</i>", found "</b>"'),
        ("HTML", "a < b", "Unclosed start tag"),
        ("HTML", "<p>x</p>", 'Unsupported start tag "p"'),
        ("HTML", '<span class="x">x</span>', 'Unsupported start tag "span"'),
        ("MarkdownV2", "1.5", "Character '.' is reserved"),
        ("MarkdownV2", "*x", "Can't find end of Bold entity"),
        ("MarkdownV2", "[x](y", "Can't find end of a URL"),
        ("MarkdownV2", "`x", "Can't find end of Code entity"),
        ("Markdown", "_x", "Can't find end of Italic entity"),
    ],
)
def test_broken_markup_is_refused(mode: str, source: str, words: str) -> None:
    with pytest.raises(RefusalError, match="can't parse entities") as caught:
        parse(source, mode)
    assert words in caught.value.description
