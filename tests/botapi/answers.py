"""Plausible minimal answers of any return type, made from the rules."""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

from tests.botapi.rules import facts

Json = dict[str, Any]


def minimal(types: str) -> Any:
    """Give the smallest value of a type as rules.json writes it, with its required fields."""
    return copy.deepcopy(_minimal(types))


@cache
def _minimal(types: str) -> Any:
    first = types.split("|", maxsplit=1)[0]
    if first.startswith("[]"):
        return []
    if first in ("String", "InputFile"):
        return ""
    if first == "Boolean":
        return True
    if first in ("Integer", "Float"):
        return 0
    entry = facts()["types"][first]
    if "one" in entry:
        return _minimal(entry["one"][0])
    return {key: _value(spec) for key, spec in entry["fields"].items() if spec[1]}


def _value(spec: list[Any]) -> Any:
    bounds = spec[2] if len(spec) > 2 else {}
    if "one_of" in bounds:
        return bounds["one_of"][0]
    if "range" in bounds:
        return bounds["range"][0]
    if spec[0] == "String" and bounds:
        return "x" * next(iter(bounds.values()))[0]
    return _minimal(spec[0])


@cache
def scalars(name: str) -> frozenset[str]:
    """Name the fields of a type that hold a single value, which a call may fill in."""
    fields = facts()["types"][name]["fields"]
    plain = {"String", "Integer", "Float", "Boolean"}
    return frozenset(key for key, spec in fields.items() if spec[0] in plain)


def filled(name: str, params: Json) -> Json:
    """Give a minimal object with the fields that a call gave for it, such as a Location."""
    value: Json = minimal(name)
    known = scalars(name)
    value.update({key: given for key, given in params.items() if key in known})
    return value
