"""Write rules.json from a machine-readable description of the Telegram Bot API.

Usage: python tests/botapi/generate.py PATH_TO_api.json

The input is the JSON of PaulSonOfLars/telegram-bot-api-spec (MIT). Only facts are taken over:
names, types, what is required, and the limits that stand in the descriptions. A field becomes
``[types, required]`` or ``[types, required, limit]``; types are joined by ``|``, an array is
``[]`` before its item type. A limit has one key:

* ``text``: [min, max] UTF-16 units after parsing of entities
* ``chars``: [min, max] UTF-16 units
* ``bytes``: [min, max] bytes of UTF-8
* ``items``: [min, max] elements of an array
* ``range``: [min, max] of a number
* ``one_of``: the allowed strings
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

OUT = Path(__file__).with_name("rules.json")

LENGTH = re.compile(r"(\d+)-(\d+) (characters|bytes)( after entit)?", re.IGNORECASE)
ITEMS = re.compile(r"(?<!ISO )\b(\d+)-(\d+)\b")
SPAN = re.compile(r"(?:[;,] |between )(\d+)(?:-| and )(\d+)(?=\.|,|$| are accepted| if specified)")
CHOICE = re.compile(
    r"must be one of ((?:(?:, | or |, or )?[\"“][a-z_]+[\"”](?: \([^)]*\))?)+)", re.IGNORECASE
)
CONSTANT = re.compile(r"(?:must be ([a-z0-9_]+)|always [\"“]([a-z0-9_]+)[\"”])$")


def limit(types: list[str], words: str) -> dict[str, Any] | None:
    """Give the limit that a description names for a field of these types, if any."""
    first = types[0]
    if first == "String":
        return text_limit(words)
    if first.startswith("Array of "):
        found = ITEMS.search(words)
        return {"items": [int(found[1]), int(found[2])]} if found else None
    if first in ("Integer", "Float") and "0x7FFFFFFF" not in words and "Currently" not in words:
        found = SPAN.search(words)
        return {"range": [int(found[1]), int(found[2])]} if found else None
    return None


def text_limit(words: str) -> dict[str, Any] | None:
    """Give the limit of a string: its length, its one value, or its choices."""
    if found := LENGTH.search(words):
        unit = "text" if found[4] else {"c": "chars", "b": "bytes"}[found[3][0].lower()]
        return {unit: [int(found[1]), int(found[2])]}
    if found := CONSTANT.search(words):
        return {"one_of": [found[1] or found[2]]}
    if found := CHOICE.search(words):
        choices = re.findall(r"[\"“]([a-z_]+)[\"”]", found[1])
        return {"one_of": choices} if len(choices) > 1 else None
    return None


def short(name: str) -> str:
    """Write a type shortly: "Array of Array of X" becomes "[][]X"."""
    return name.replace("Array of ", "[]")


def fields(of: dict[str, Any]) -> dict[str, Any]:
    """Give the fields of a method or type in their compact form."""
    result: dict[str, Any] = {}
    for field in of.get("fields", []):
        entry: list[Any] = ["|".join(map(short, field["types"])), int(field["required"])]
        if found := limit(field["types"], field["description"]):
            entry.append(found)
        result[field["name"]] = entry
    return result


def rules(api: dict[str, Any]) -> dict[str, Any]:
    """Give the whole of the rules: version, methods and types."""
    methods = {
        name: {"returns": "|".join(map(short, method["returns"])), "fields": fields(method)}
        for name, method in api["methods"].items()
    }
    types: dict[str, Any] = {}
    for name, kind in api["types"].items():
        subtypes = kind.get("subtypes")
        types[name] = {"one": [*map(short, subtypes)]} if subtypes else {"fields": fields(kind)}
    return {"version": api["version"].removeprefix("Bot API "), "methods": methods, "types": types}


def write(found: dict[str, Any], out: Path) -> None:
    """Write the rules with one method or type a line, so that a new version reads as a diff."""
    compact = {"ensure_ascii": False, "separators": (",", ":")}
    parts = []
    for part in ("methods", "types"):
        lines = [
            f"{json.dumps(name)}:{json.dumps(entry, **compact)}"  # type: ignore[arg-type]
            for name, entry in found[part].items()
        ]
        parts.append(f'"{part}":{{\n' + ",\n".join(lines) + "\n}")
    head = f'"version":{json.dumps(found["version"])}'
    out.write_text("{" + ",\n".join([head, *parts]) + "}\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    write(rules(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))), OUT)
