"""Other words for what may not be asked, for an employer to take over or not."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from services.lawful.reading import DROP, Finding

COLLEAGUE, COLLEAGUES, ANYBODY = "colleague", "colleagues", "anybody"
_SAYS = re.compile(r"\b(?:zoek\w*|gezocht|gevraagd|wanted|looking|needed|hir\w+)\b", re.IGNORECASE)
_LEADS = re.compile(  # small words that hang on what is taken out
    r"(?:\s*\b(?:een|de|het|met|van|voor|die|dat|zonder|in|uit|tot|a|an|the|with|of|from|who)\b)+\s*$",
    re.IGNORECASE,
)
_AN = re.compile(r"\b(?:een|an?)\s+$", re.IGNORECASE)
_DIE, _IS = (  # "iemand die … is": the rest of a sentence that says no more without it
    re.compile(words, re.IGNORECASE)
    for words in (r"\s+(?:die|dat|who)\s*$", r"\s*(?:is|zijn|wordt|heeft)\s*$")
)
_NO_NOUN = re.compile(
    r"\s*(?:$|[,.;!?]|(?:voor|in|bij|met|die|of|op|van|tot|for|who|with|at|or|from)\b)"
)


@dataclass(frozen=True)
class _Edit:
    start: int
    end: int
    words: str
    clause: bool = False


def reworded(text: str, found: Sequence[Finding], say: Callable[[str], str]) -> str:
    """The text with other words, each `say(code)`; what has none stays as it is."""
    edits: list[_Edit] = []
    for each in found:
        edits += _edits(text, each, say)
    kept: list[_Edit] = []
    for edit in sorted(edits, key=lambda one: (one.start, -one.end)):
        if kept and edit.start < kept[-1].end < edit.end:  # small words that hang on both
            last = kept[-1]
            kept[-1] = replace(last, end=edit.start, words=last.words.rstrip())
        if not kept or edit.start >= kept[-1].end:  # not within what is replaced already
            kept.append(_once(text, kept[-1], edit) if kept else edit)
    made = text
    for edit in reversed(kept):
        made = _put(made, edit)
    return made


def _once(text: str, last: _Edit, edit: _Edit) -> _Edit:
    """An edit; or, where it says in one sentence what the last one said, nothing in its place."""
    between = text[last.end : edit.start]
    same = edit.clause and edit.words.strip(", ") == last.words.strip(", ")
    if not same or re.search(r"[.!?\n]", between):
        return edit
    return _Edit(last.end + len(between.rstrip(" ,")), edit.end, "", clause=True)


def changed(text: str, made: str) -> str:
    """Of a changed text the lines that are not what they were, to be read back."""
    before = {line.strip() for line in text.splitlines()}
    return " ".join(line.strip() for line in made.splitlines() if line.strip() not in before)


def _edits(text: str, found: Finding, say: Callable[[str], str]) -> list[_Edit]:
    if not found.better:
        return []
    if found.better == DROP:
        after = re.match(r"[\s,]*", text[found.end :])
        return [_Edit(found.start, found.end + (after.end() if after else 0), "")]
    if found.better == COLLEAGUE:
        aside = text[: found.start].endswith("(") and text[found.end :].startswith(")")
        word = ANYBODY if aside else _number(text[found.start : found.end])
        return [_Edit(found.start, found.end, say(word))]
    return _of_clause(text, found, say)


def _number(word: str) -> str:
    last = word.lower()
    many = last.endswith(("s", "en")) and last != "jongen"
    return COLLEAGUES if many else COLLEAGUE


def _of_clause(text: str, found: Finding, say: Callable[[str], str]) -> list[_Edit]:
    """Words for the whole clause, or behind it where it says that somebody is sought."""
    begin, end = found.sentence
    first = max(text.rfind(",", begin, found.start) + 1, begin)
    last = text.find(",", found.end, end)
    last = end if last < 0 else last
    first += len(text[first : found.start]) - len(text[first : found.start].lstrip(" -•*\n\t"))
    last -= len(text[found.end : last]) - len(text[found.end : last].rstrip(" \n\t?"))
    before, after = text[first : found.start], text[found.end : last]
    words = say(found.better)
    somebody = _AN.search(before) and _NO_NOUN.match(after)
    rest = f"{before} {after}"
    if not _SAYS.search(rest) or (not after.strip() and not somebody and _ends_seeking(before)):
        return [_Edit(first, last, words, clause=True)]
    clings = _DIE.search(before) if _IS.match(after) else None
    if clings:
        taken = _Edit(found.start - len(clings[0]), last, "")
    elif somebody:
        taken = _Edit(found.start, found.end, say(COLLEAGUE))
    else:
        leads = _LEADS.search(before) if _NO_NOUN.match(after) else None
        start = found.start - (len(leads[0]) if leads else 0)
        space = " " if leads and re.match(r"\s*\w", after) else ""
        taken = _Edit(start, found.end + (1 if after[:1] == " " else 0), space)
    return [taken, _Edit(last, last, f", {words}", clause=True)]


def _ends_seeking(before: str) -> bool:
    """Does it end with the word that seeks ("Wij zoeken …")?"""
    return bool(re.search(r"\b(?:zoek\w*|naar|for)\W*$", before, re.IGNORECASE))


def _put(text: str, edit: _Edit) -> str:
    """Words in place of others, with a capital where a sentence begins."""
    before, after = text[: edit.start], text[edit.end :]
    joined = edit.words + after
    if not before.strip() or before.rstrip(" -•*")[-1:] in ".!?\n":
        joined = joined.lstrip(" ,")
        joined = joined[:1].upper() + joined[1:]
    if before.endswith(" ") and joined[:1] in (" ", ",", ""):
        before = before.rstrip(" ")
    return before + joined
