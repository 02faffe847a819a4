"""The rules of the Bot API, compiled once into checks: types, limits, required fields.

rules.json (see generate.py) holds the facts. A check takes a value and the name of its place and
gives the value as the server reads it, or refuses it (400).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from tests.botapi import shapes
from tests.botapi.markup import Entity, parse
from tests.botapi.refusal import RefusalError, Upload, bad, units

Check = Callable[[Any, str], Any]

EMPTY = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "voice": "there is no voice in the request",
    "user_id": "invalid user_id specified",
}
TOO_LONG = {
    ("sendMessage", "text"): "message is too long",
    ("editMessageText", "text"): "MESSAGE_TOO_LONG",
    ("answerCallbackQuery", "text"): "MESSAGE_TOO_LONG",
    ("setWebhook", "secret_token"): "secret token is too long",
}


@dataclass
class Checked:
    """A call that may be executed: its parameters, and its texts without their markup."""

    params: dict[str, Any]
    texts: dict[str, tuple[str, list[Entity]]] = field(default_factory=dict)


@dataclass(frozen=True)
class Field:
    """One field of a method."""

    name: str
    check: Check
    required: bool
    text: tuple[int, int] | None


@dataclass(frozen=True)
class Method:
    """One method: its name, what it returns (as in rules.json), and its fields."""

    name: str
    returns: str
    fields: dict[str, Field]
    required: tuple[str, ...]

    def check(self, given: dict[str, Any], strict: bool = True) -> Checked:
        """Check the parameters of a call; refuse (400) what the server would not accept.

        With ``strict`` a field that does not exist is refused too; the real server ignores it.
        """
        checked = Checked({})
        for name, value in given.items():
            known = self.fields.get(name)
            if known is None:
                self._unknown(name, value, strict)
            elif value is not None and (value != "" or not known.required):
                checked.params[name] = known.check(value, name)
                if known.text is not None:
                    self._text(known, checked, given)
        for name in self.required:
            if name not in checked.params and not self._may_be_empty(name, given):
                raise bad(EMPTY.get(name, f'parameter "{name}" is required'))
        return checked

    def _may_be_empty(self, name: str, given: dict[str, Any]) -> bool:
        return self.name == "setWebhook" and name == "url" and given.get(name) == ""

    def _unknown(self, name: str, value: Any, strict: bool) -> None:
        if strict and not isinstance(value, Upload):
            raise bad(f'{self.name} has no field "{name}" (the real server would ignore it)')

    def _text(self, known: Field, checked: Checked, given: dict[str, Any]) -> None:
        name = known.name
        mode = given.get(f"{name}_parse_mode") or (
            given.get("parse_mode") if name in ("text", "caption") else None
        )
        text, entities = parse(checked.params[name], mode)
        own = "entities" if name == "text" else f"{name}_entities"
        if own in given and not mode:
            entities = read_json(given[own], own)
        low, high = known.text or (0, 0)
        if units(text) > high:
            words = "message caption is too long" if name == "caption" else "message is too long"
            raise bad(TOO_LONG.get((self.name, name), words))
        if low and not text.strip():
            raise bad("text must be non-empty")
        checked.texts[name] = (text, entities)


@dataclass(frozen=True)
class Rules:
    """All methods by their name in lower case (the server does not mind), and all types."""

    version: str
    methods: dict[str, Method]
    types: dict[str, Any]

    def check_type(self, name: str, value: Any) -> Any:
        """Check an object against a type, such as an update that a test hands in."""
        return checker(name)(value, name)


@cache
def facts() -> dict[str, Any]:
    """Give rules.json as it is."""
    found: dict[str, Any] = json.loads(
        Path(__file__).with_name("rules.json").read_text(encoding="utf-8")
    )
    return found


@cache
def rules() -> Rules:
    """Give the compiled rules; the same object each time."""
    methods = {}
    for name, entry in facts()["methods"].items():
        fields = {key: _field(name, key, spec) for key, spec in entry["fields"].items()}
        required = tuple(key for key, one in fields.items() if one.required)
        methods[name.lower()] = Method(name, entry["returns"], fields, required)
    return Rules(facts()["version"], methods, facts()["types"])


def _field(method: str, name: str, spec: list[Any]) -> Field:
    bounds = dict(spec[2]) if len(spec) > 2 else {}
    text = bounds.pop("text", None)
    inner = limited(checker(spec[0]), bounds, TOO_LONG.get((method, name)))
    return Field(name, top(spec[0], inner), bool(spec[1]), tuple(text) if text else None)


def top(types: str, inner: Check) -> Check:
    """Wrap the check of a parameter: parameters may come as words or as JSON in words."""
    words = set(types.split("|"))
    if words <= {"String", "InputFile"}:
        return inner
    scalar = shapes.FROM_WORDS.get(types)
    if scalar is not None:
        return lambda value, where: inner(
            scalar(value, where) if isinstance(value, str) else value, where
        )
    return lambda value, where: inner(
        read_json(value, where) if isinstance(value, str) else value, where
    )


def read_json(value: Any, where: str) -> Any:
    """Read a parameter that is JSON in words."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise bad(f"can't parse {where} JSON object") from None


@cache
def checker(types: str) -> Check:
    """Give the check for types as rules.json writes them: "String", "[]X", "A|B"."""
    if "|" in types:
        return union(types.split("|"))
    if types.startswith("[]"):
        return array(types[2:])
    if types in shapes.SCALARS:
        return shapes.SCALARS[types]
    one_of = facts()["types"][types].get("one")
    return union(one_of) if one_of else lazy(types)


def lazy(name: str) -> Check:
    """Give the check of an object; built at first use, since types contain each other."""
    built: list[Check] = []

    def check(value: Any, where: str) -> Any:
        if not built:
            built.append(_object(name))
        return built[0](value, where)

    return check


def _object(name: str) -> Check:
    fields = {}
    for key, spec in facts()["types"][name]["fields"].items():
        fields[key] = limited(checker(spec[0]), spec[2] if len(spec) > 2 else {}, None)
    required = [key for key, spec in facts()["types"][name]["fields"].items() if spec[1]]
    extra = shapes.EXTRA.get(name)

    def check(value: Any, where: str) -> Any:
        if not isinstance(value, dict):
            raise bad(f"{where} must be an object of type {name}")
        if extra is not None:
            extra(value)
        for key, item in value.items():
            one = fields.get(key)
            if one is None:
                raise bad(f'{name} has no field "{key}" (in {where})')
            if item is not None:
                one(item, f"{where}.{key}")
        for key in required:
            if value.get(key) is None:
                raise bad(f'{where}: can\'t find field "{key}" of {name}')
        return value

    return check


def array(inner: str) -> Check:
    """Give the check of an array of one type."""
    one = checker(inner)

    def check(value: Any, where: str) -> Any:
        if not isinstance(value, list):
            raise bad(f"{where} must be an array")
        return [one(item, f"{where}[{at}]") for at, item in enumerate(value)]

    return check


def union(names: list[str]) -> Check:
    """Give the check of a value that is one of several types."""
    if all(name.startswith("[]") for name in names):
        return array("|".join(name[2:] for name in names))
    arrays = [name for name in names if name.startswith("[]")]
    scalars = [name for name in names if name in shapes.SCALARS]
    objects = [name for name in names if name not in arrays and name not in scalars]

    def check(value: Any, where: str) -> Any:
        if isinstance(value, dict) and objects:
            return _choose(objects, value, where)(value, where)
        if isinstance(value, list) and arrays:
            return checker(arrays[0])(value, where)
        for name in scalars:
            if shapes.fits(name, value):
                return checker(name)(value, where)
        raise bad(f"{where} must be {' or '.join(names)}")

    return check


def _choose(names: list[str], value: dict[str, Any], where: str) -> Check:
    """Give the check of the one type that an object means to be."""
    means = []
    for name in names:
        inner = facts()["types"][name].get("one")
        if inner:
            means.append(name)
            continue
        fields = facts()["types"][name]["fields"]
        if all(_may_be(value, key, spec) for key, spec in fields.items()):
            means.append(name)
    if not means:
        raise bad(f"{where} is none of {', '.join(names)}")
    known = [name for name in means if value.keys() <= facts()["types"][name]["fields"].keys()]
    return checker((known or means)[0])


def _may_be(value: dict[str, Any], key: str, spec: list[Any]) -> bool:
    if spec[1] and key not in value:
        return False
    choices = spec[2].get("one_of") if len(spec) > 2 else None
    return not choices or len(choices) > 1 or value.get(key) in (None, choices[0])


def limited(inner: Check, bounds: dict[str, Any], words: str | None) -> Check:
    """Add a limit of rules.json to a check; ``words`` is the server's text where we know it."""
    if not bounds:
        return inner
    (kind, bound), *_ = bounds.items()
    test = shapes.LIMITS[kind]

    def check(value: Any, where: str) -> Any:
        value = inner(value, where)
        if not test(value, bound):
            raise bad(words or f"{where} is outside its limit: {kind} {bound}")
        return value

    return check


__all__ = ["Checked", "Field", "Method", "RefusalError", "Rules", "checker", "facts", "rules"]
