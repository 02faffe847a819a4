"""The words of every language, from locales/: the only module that knows Fluent.

A text id is `message` or `message.attribute`; `a|b|c` means the first that exists. Fluent fails
silently (a broken message is dropped, a missing variable prints its name), so tests/test_locales.py
is strict and this module reports what is missing instead of showing a raw key.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from rapidfuzz import fuzz, process

LOCALES = Path(__file__).parents[2] / "locales"
FIRST = "nl"  # Dutch is written first; a language that lacks a text borrows it
RIGHT_TO_LEFT = frozenset({"ar", "fa", "ps", "ur"})
NEAR = 84  # of 100: how alike typed words and a label must be
# Other values than a code or a number are put into a text when it is ready: Fluent refuses long
# ones, and what people wrote is nothing to be formatted. These two signs mark where they belong.
_OPENED, _CLOSED = "\ue000", "\ue001"
_CODE = re.compile(r"[a-z0-9_-]{0,40}")
_MARK = re.compile(f"{_OPENED}(\\d{{1,3}}){_CLOSED}")


class WordsError(RuntimeError):
    """A text that is not there or cannot be made: a fault of ours, never "not found"."""


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages there are texts in, Dutch first."""
    found = sorted(path.name for path in LOCALES.iterdir() if any(path.glob("*.ftl")))
    return (FIRST, *(code for code in found if code != FIRST))


def base(language: str) -> str:
    """The language of a reader without the way they are addressed: "nl-u" is "nl"."""
    return language.partition("-")[0]


@cache
def _bundle(language: str) -> FluentBundle:
    """All texts of a language; "nl-u" is Dutch with the polite texts of locales/nl/u over it."""
    code, _, register = language.partition("-")
    bundle = FluentBundle([code], use_isolating=code in RIGHT_TO_LEFT)
    folders = [LOCALES / code] + ([LOCALES / code / register] if register else [])
    for folder in folders:
        for file in sorted(folder.glob("*.ftl")):
            resource = FluentResource(file.read_text("utf-8"))
            bundle.add_resource(resource, allow_overrides=folder is not folders[0])
    return bundle


@lru_cache(maxsize=20_000)
def _pattern(language: str, text_id: str) -> tuple[FluentBundle, Any] | None:
    """The first of the ids that exists, in this language or else in Dutch."""
    for code in dict.fromkeys((language, FIRST)):
        if base(code) not in languages():
            continue
        bundle = _bundle(code)
        for each in text_id.split("|"):
            message_id, _, attribute = each.partition(".")
            if not bundle.has_message(message_id):
                continue
            message = bundle.get_message(message_id)
            pattern = message.attributes.get(attribute) if attribute else message.value
            if pattern is not None:
                return bundle, pattern
    return None


_SMALL = re.compile(r"(?<![\w.-])[^\W\d_]+(?![\w-])")


@cache
def small_words(language: str) -> frozenset[str]:
    """The words that our own texts in this language write in small letters: everyday words."""
    files = (LOCALES / language).rglob("*.ftl")
    found = (word for file in files for word in _SMALL.findall(file.read_text("utf-8")))
    return frozenset(word for word in found if word.islower())


def has(language: str, text_id: str) -> bool:
    """Is there such a text?"""
    return _pattern(language, text_id) is not None


def text(language: str, text_id: str, args: Mapping[str, Any] | None = None) -> str:
    """The words of a text. Raises WordsError for an id that no language has: a fault of ours."""
    return _with(language, text_id, args) if args else _fixed(language, text_id)


@lru_cache(maxsize=20_000)
def _fixed(language: str, text_id: str) -> str:
    return _with(language, text_id, {})


def _with(language: str, text_id: str, args: Mapping[str, Any]) -> str:
    found = _pattern(language, text_id)
    if found is None:
        raise WordsError(f"no such text: {text_id}")
    bundle, pattern = found
    plain_args, kept = _set_aside(args)
    words, errors = bundle.format_pattern(pattern, plain_args)
    if errors:
        raise WordsError(f"{text_id}: {type(errors[0]).__name__}")
    return _MARK.sub(lambda mark: kept[int(mark[1])], str(words))


def _set_aside(args: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """What Fluent may see, and the words that are put into the text after it."""
    shown: dict[str, Any] = {}
    kept: list[str] = []
    for name, value in args.items():
        if isinstance(value, str) and not _CODE.fullmatch(value):
            shown[name] = f"{_OPENED}{len(kept)}{_CLOSED}"
            kept.append(value)
        else:
            shown[name] = value
    return shown, kept


def also(language: str, text_id: str) -> list[str]:
    """What else people type for an option: its `-also` attribute, separated by commas."""
    return list(_also(language, text_id))


@lru_cache(maxsize=20_000)
def _also(language: str, text_id: str) -> tuple[str, ...]:
    aliases: list[str] = []
    for each in text_id.split("|"):
        if has(language, f"{each}-also"):
            aliases += text(language, f"{each}-also").split(",")
    return tuple(alias.strip() for alias in aliases if alias.strip())


_NOISE = re.compile(r"[^\w\s€%+-]", re.UNICODE)


@lru_cache(maxsize=50_000)
def plain(words: str) -> str:
    """Words as they are compared: lower case, no accents, no signs, single spaces."""
    flat = unicodedata.normalize("NFKD", words.casefold())
    kept = "".join(sign for sign in flat if not unicodedata.combining(sign))
    return " ".join(_NOISE.sub(" ", kept).split())


def pick(
    words: str, options: Sequence[tuple[str, Sequence[str]]], *, numbered: bool = False
) -> str | None:
    """The code whose names come nearest to typed words, or None when none is near.

    `options` are (code, names) in the order they are shown; numbered: "2" means the second.
    """
    typed = plain(words)
    if not typed:
        return None
    names = {plain(name): code for code, group in reversed(options) for name in group}
    names.pop("", None)
    if typed in names:
        return names[typed]
    place = int(typed) - 1 if numbered and typed.isdecimal() and len(typed) <= 2 else -1
    if 0 <= place < len(options):
        return options[place][0]
    if len(typed) < 3 or len(typed) > 60:
        return None  # too short for a typo, too long for an option
    hit = process.extractOne(typed, list(names), scorer=_likeness, score_cutoff=NEAR)
    return names[hit[0]] if hit else None


def _likeness(one: str, two: str, **_: Any) -> float:
    # A short label must match as a whole: "een" is not "geen".
    return fuzz.ratio(one, two) if min(len(one), len(two)) > 3 else 100.0 * (one == two)


LONGEST_LIST = 1_000  # signs of a list of options that are read


def pick_many(words: str, options: Sequence[tuple[str, Sequence[str]]]) -> list[str]:
    """All options named in the words, in the order of the options."""
    words = re.sub(r"[^\S\n]+", " ", words[:LONGEST_LIST])
    typed = plain(words)
    whole = pick(words, options)
    pieces = re.split(r" (?:en|and|of|or|ook|plus) |[,;/+&\n]", words.casefold())
    found = {pick(piece, options) for piece in pieces} | {whole}
    for code, group in options:
        if any(f" {plain(name)} " in f" {typed} " for name in group if plain(name)):
            found.add(code)
    return [code for code, _ in options if code in found]
