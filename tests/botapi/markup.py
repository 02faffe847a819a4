"""Parsing of parse_mode texts: HTML, MarkdownV2 and Markdown to plain text with entities.

Follows the formatting options of the Bot API; errors are worded as the server words them.
Offsets and lengths are UTF-16 units.
"""

from __future__ import annotations

import html
import re
from typing import Any

from tests.botapi.refusal import RefusalError, bad, units

Entity = dict[str, Any]

HTML_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[^<>]*)?)>")
ATTRIBUTE = re.compile(r"([a-zA-Z-]+)\s*(?:=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
V2_MARKS = {
    "*": "bold",
    "_": "italic",
    "__": "underline",
    "~": "strikethrough",
    "||": "spoiler",
}
V2_NAMES = {
    "bold": "Bold",
    "italic": "Italic",
    "underline": "Underline",
    "strikethrough": "Strikethrough",
    "spoiler": "Spoiler",
    "code": "Code",
    "pre": "Pre",
    "text_link": "TextUrl",
}
RESERVED = frozenset("_*[]()~`>#+-=|{}.!")


def parse(text: str, mode: str | None) -> tuple[str, list[Entity]]:
    """Give the plain text and its entities; refuse (400) what the server cannot parse."""
    if not mode or mode.lower() == "none":
        return text, []
    parsers = {"html": _Html, "markdownv2": _MarkdownV2, "markdown": _Markdown}
    parser = parsers.get(mode.lower())
    if parser is None:
        raise bad("unsupported parse_mode")
    return parser(text).parse()


class _Parser:
    """What the three have in common: the source, the plain text so far, what is open."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.parts: list[str] = []
        self.length = 0
        self.entities: list[Entity] = []
        self.open: list[tuple[str, Entity]] = []

    def parse(self) -> tuple[str, list[Entity]]:
        """Read the whole source."""
        while self.at < len(self.source):
            self.step()
        if self.open:
            raise self.unclosed(*self.open[-1])
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.parts), self.entities

    def step(self) -> None:
        """Read one mark or character at ``self.at`` and move on."""
        raise NotImplementedError

    def unclosed(self, mark: str, entity: Entity) -> RefusalError:
        """Say that something opened was never closed."""
        name = V2_NAMES[entity["type"]]
        return self.error(f"Can't find end of {name} entity at byte offset {entity['at']}")

    def error(self, words: str) -> RefusalError:
        return bad(f"can't parse entities: {words}")

    def byte(self, at: int | None = None) -> int:
        """Give the offset in bytes of a place in the source."""
        return len(self.source[: self.at if at is None else at].encode())

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += units(text)

    def start(self, mark: str, kind: str, **more: Any) -> None:
        entity = {"type": kind, "offset": self.length, "length": 0, "at": self.byte(), **more}
        self.open.append((mark, entity))

    def end(self, **more: Any) -> None:
        _, entity = self.open.pop()
        del entity["at"]
        entity["length"] = self.length - entity["offset"]
        entity.update(more)
        if entity["length"]:
            self.entities.append(entity)


class _Html(_Parser):
    def step(self) -> None:
        if self.source[self.at] == "<":
            self.tag()
            return
        stop = self.source.find("<", self.at)
        stop = len(self.source) if stop < 0 else stop
        self.add(html.unescape(self.source[self.at : stop]))
        self.at = stop

    def tag(self) -> None:
        found = TAG.match(self.source, self.at)
        if found is None:
            raise self.error(self.bad_tag())
        name = found[2].lower()
        if found[1]:
            self.close(name)
        else:
            self.begin(name, found[3])
        self.at = found.end()

    def bad_tag(self) -> str:
        named = re.compile(r"</?([a-zA-Z0-9-]*)").match(self.source, self.at)
        word = named[1] if named else ""
        if ">" not in self.source[self.at :]:
            return f"Unclosed start tag at byte offset {self.byte()}"
        return f'Unsupported start tag "{word}" at byte offset {self.byte()}'

    def begin(self, name: str, attributes: str) -> None:
        given = {m[1].lower(): m[2] or m[3] or m[4] or "" for m in ATTRIBUTE.finditer(attributes)}
        kind = HTML_TAGS.get(name)
        if kind is None or (name == "span" and given.get("class") != "tg-spoiler"):
            raise self.error(f'Unsupported start tag "{name}" at byte offset {self.byte()}')
        more: Entity = {}
        if name == "a" and given.get("href"):
            more["url"] = html.unescape(given["href"])
        if name == "blockquote" and "expandable" in given:
            kind = "expandable_blockquote"
        if name == "tg-emoji":
            more["custom_emoji_id"] = given.get("emoji-id", "")
        self.start(name, kind, **more)

    def close(self, name: str) -> None:
        if not self.open:
            raise self.error(f"Unexpected end tag at byte offset {self.byte()}")
        expected = self.open[-1][0]
        if name != expected:
            raise self.error(
                f"Unmatched end tag at byte offset {self.byte()}, "
                f'expected "</{expected}>", found "</{name}>"'
            )
        self.end()
        if name == "a" and self.entities and "url" not in self.entities[-1]:
            self.entities.pop()  # a link without an address is plain text

    def unclosed(self, mark: str, entity: Entity) -> RefusalError:
        return self.error(f'Can\'t find end tag corresponding to start tag "{mark}"')


class _Marked(_Parser):
    """What the two kinds of Markdown share: code and links."""

    def code(self) -> None:
        mark = "```" if self.source.startswith("```", self.at) else "`"
        kind = "pre" if mark == "```" else "code"
        self.start(mark, kind)
        stop = self.source.find(mark, self.at + len(mark))
        while stop > 0 and self.source[stop - 1] == "\\":
            stop = self.source.find(mark, stop + 1)
        if stop < 0:
            raise self.unclosed(*self.open[-1])
        body = self.source[self.at + len(mark) : stop]
        first, newline, rest = body.partition("\n")
        if kind == "pre" and newline and re.fullmatch(r"\w*", first):
            body = rest
        self.add(re.sub(r"\\([`\\])", r"\1", body))
        self.end()
        self.at = stop + len(mark)

    def end_link(self) -> None:
        """Read "](address)" after the words of a link."""
        found = re.compile(r"\]\(((?:\\.|[^)\\])*)\)").match(self.source, self.at)
        if found is None:
            if self.source.startswith("](", self.at):
                raise self.error(f"Can't find end of a URL at byte offset {self.byte()}")
            self.open.pop()  # "[words]" alone
            self.at += 1
            return
        self.end(url=re.sub(r"\\(.)", r"\1", found[1]))
        self.at = found.end()


class _MarkdownV2(_Marked):
    def step(self) -> None:
        char = self.source[self.at]
        if char == "\\" and self.at + 1 < len(self.source) and ord(self.source[self.at + 1]) < 127:
            self.add(self.source[self.at + 1])
            self.at += 2
        elif char not in RESERVED:
            self.add(char)
            self.at += 1
        elif char == "`":
            self.code()
        elif char == "[":
            self.start("[", "text_link")
            self.at += 1
        elif char == "]" and self.open and self.open[-1][0] == "[":
            self.end_link()
        elif char == ">" and (self.at == 0 or self.source[self.at - 1] == "\n"):
            self.at += 1  # a quotation; its entity is not needed here
        else:
            self.mark(char)

    def mark(self, char: str) -> None:
        double = self.source[self.at : self.at + 2]
        mark = double if double in ("__", "||") else char
        if mark not in V2_MARKS:
            raise self.error(
                f"Character '{char}' is reserved and must be escaped with the preceding '\\'"
            )
        if self.open and self.open[-1][0] == mark:
            self.end()
        else:
            self.start(mark, V2_MARKS[mark])
        self.at += len(mark)


class _Markdown(_Marked):
    def step(self) -> None:
        char = self.source[self.at]
        inside = self.open[-1][0] if self.open else None
        if char == "\\" and self.source[self.at + 1 : self.at + 2] in tuple("_*`["):
            self.add(self.source[self.at + 1])
            self.at += 2
        elif char == "`" and inside is None:
            self.code()
        elif char in "*_" and inside in (None, char):
            if inside:
                self.end()
            else:
                self.start(char, V2_MARKS[char])
            self.at += 1
        elif char == "[" and inside is None:
            self.start("[", "text_link")
            self.at += 1
        elif char == "]" and inside == "[":
            self.end_link()
        else:
            self.add(char)
            self.at += 1
