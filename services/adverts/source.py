"""The text of an advert without what its source put round it, and where each sign of it came from.

Pages bring tags and entities, feeds bring fields, tables bring bars and tabs, letters bring broken
lines. What is read from the clear text is shown with the words of the text as it was pasted.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_TAG = re.compile(r"</?[a-zA-Z!][^<>\n]{0,200}>|<!\[CDATA\[|\]\]>")
_BLOCK = re.compile(r"</?(?:p|li|ul|ol|br|div|h\d|tr|td|th|table|section|article)\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8}\d{0,2});", re.IGNORECASE)
_ESCAPED = re.compile(r"&lt;/?[a-z]", re.IGNORECASE)
_OPEN = re.compile(r"<([a-z_:]{3,20})\b[^<>]{0,40}>", re.IGNORECASE)
_KEY = re.compile(r"""[{,]?\s*"([a-z_ ]{3,20})"\s*:\s*\[?"?""", re.IGNORECASE)
_SPACES = {ord(sign): " " for sign in "\u00a0\u2007\u2009\u200a\u202f"}
_NOTHING = "\u200b\ufeff\u00ad\u2028"
# Fields of feeds, by what their name begins with, as they are called in an advert.
_FIELDS = (
    ("title", "Functie"),
    ("jobtitle", "Functie"),
    ("city", "Locatie"),
    ("location", "Locatie"),
    ("plaats", "Locatie"),
    ("hours", "Uren"),
    ("salary", "Salaris"),
    ("basesalary", "Salaris"),
    ("contract", "Contract"),
    ("employment", "Contract"),
    ("education", "Opleiding"),
    ("company", "Bedrijf"),
    ("hiringorganization", "Bedrijf"),
)
_LABELS = (
    r"functie(?:titel|naam)?|vacature|bedrijf|standplaats|plaats|locatie|vestiging|uren(?: per week)?|omvang|"
    r"salaris|loon|schaal|niveau|opleiding(?:sniveau)?|rijbewijs|dienstverband|contract(?:vorm)?|werktijden|"
    r"dagen|dienst|talen|taal|ingang(?:sdatum)?|start(?:datum)?|eisen|vereist|pluspunt(?:en)?|aantal(?: plekken)?|"
    r"title|location|hours|salary|contract type|level|languages?"
)
_ROW = re.compile(
    rf"^ {{0,8}}\|? {{0,8}}(?P<label>{_LABELS}) {{0,40}}(?P<bar>\t|\|) {{0,8}}",
    re.IGNORECASE | re.MULTILINE,
)
_ALONE = re.compile(
    r"^(?P<label>[A-Z]{4,24}(?: [A-Z]{2,24}){0,2}) {0,8}\n(?=[^\n]{1,60}(?:\n[A-Z]{4}|\n{0,3}$))",
    re.MULTILINE,
)
_HYPHEN = re.compile(
    r"(?<=[a-zé])- {0,8}\n {0,8}(?=[a-zé])(?!(?:en|of)\b)|(?<=[A-Z]{3})- {0,8}\n {0,8}(?=[A-Z]{3})"
)
_CUT_OFF = re.compile(
    r"(?<=\w) {0,8}\n(?=[a-z€\d(])|(?<=\b(?:een|het|van|met|per|mbo|hbo)) {0,8}\n|(?<=\b(?:de|je|en|in|op|te)) {0,8}\n",
    re.IGNORECASE,
)
_CUT_ENDS = re.compile(
    r"\b(?:een|de|het|je|van|voor|met|per|en|in|op|te|tot|of|a|the|for|and) {0,8}\n(?!\n)|[a-z]- {0,8}\n(?=[a-z])"
)
_LEAST_CUTS = 3  # lines that end in the middle of a sentence, before they count as broken


@dataclass(frozen=True)
class Source:
    """The clear text; sign n of it came from sign ``origin[n]`` of the text as pasted."""

    text: str
    origin: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the clear text stands in the text as pasted."""
        if start >= end:
            return self.origin[start], self.origin[start]
        return self.origin[start], max(self.origin[end - 1] + 1, self.origin[start] + 1)

    def replaced(self, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str]) -> Source:
        """With other words for what a pattern finds."""
        parts: list[str] = []
        origin: list[int] = []
        at = 0
        for match in pattern.finditer(self.text):
            said = new(match)
            if said == match[0]:
                continue
            parts += [self.text[at : match.start()], said]
            origin += self.origin[at : match.start()]
            length = match.end() - match.start()
            origin += [
                self.origin[match.start() + min(n, max(length - 1, 0))] for n in range(len(said))
            ]
            at = match.end()
        if not parts:
            return self
        parts.append(self.text[at:])
        origin += self.origin[at:]
        return Source("".join(parts), origin)


def source(text: str) -> Source:
    """The clear text of an advert."""
    clear = Source(text.translate(_SPACES), range(len(text) + 1))
    clear = clear.replaced(re.compile(f"[{_NOTHING}]"), lambda _: "")
    if _ESCAPED.search(clear.text):
        clear = clear.replaced(_ENTITY, lambda match: html.unescape(match[0]))
    if "<" in clear.text or clear.text.lstrip().startswith("{"):
        clear = _fields(clear)
    clear = clear.replaced(_TAG, _tag)
    clear = clear.replaced(_ENTITY, lambda match: html.unescape(match[0]))
    clear = clear.replaced(_ROW, lambda match: f"{match['label']}: ")
    clear = _labels_alone(clear)
    clear = clear.replaced(
        re.compile("[\u00a0\u2011\t]"), lambda m: "-" if m[0] == "\u2011" else " "
    )
    return _unbroken(clear)


def _tag(match: re.Match[str]) -> str:
    return "\n" if _BLOCK.match(match[0]) else " "


def _fields(clear: Source) -> Source:
    """Fields of a feed as lines with a label."""

    def named(match: re.Match[str]) -> str:
        name = match[1].lower().replace("_", "").replace(" ", "")
        label = next((label for begin, label in _FIELDS if name.startswith(begin)), "")
        return f"\n{label}: " if label else "\n" if match.re is _KEY else match[0]

    between = re.compile(r"</hours_?min>\s*<hours_?max>", re.IGNORECASE)
    clear = clear.replaced(between, lambda _: "-").replaced(_OPEN, named)
    if not clear.text.lstrip().startswith("{"):
        return clear
    ends = re.compile(r'"\s*(?=,\s*"|\}\s*$)|\}\s*$')
    return clear.replaced(_KEY, named).replaced(ends, lambda _: "\n")


def _labels_alone(clear: Source) -> Source:
    """A label in capitals with its value on the next line: as one line."""
    known = re.compile(rf"(?:{_LABELS})", re.IGNORECASE)

    def joined(match: re.Match[str]) -> str:
        return f"{match['label']}: " if known.fullmatch(match["label"].strip()) else match[0]

    return clear.replaced(_ALONE, joined)


def _unbroken(clear: Source) -> Source:
    """Without the line ends that a narrow page or a letter put inside sentences."""
    if len(_CUT_ENDS.findall(clear.text)) < _LEAST_CUTS:
        return clear
    return clear.replaced(_HYPHEN, lambda _: "").replaced(_CUT_OFF, lambda _: " ")
