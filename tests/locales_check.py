"""What the tests of the texts read: the files of locales/, and the code that names their texts."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from services.texts import FIRST, LOCALES

ROOT = Path(__file__).parents[1]
LAYERS = ("bot", "dialogs", "services")
TYPED = "-also"  # what people type: language data, free in number
SLASH = "-slash"


def folders() -> list[str]:
    """Every folder with texts: a language ("en"), or how people are addressed in it ("nl/u")."""
    return sorted({str(file.parent.relative_to(LOCALES)) for file in LOCALES.rglob("*.ftl")})


def files(folder: str) -> list[Path]:
    """The files of a folder, not of the folders in it."""
    return sorted((LOCALES / folder).glob("*.ftl"))


@cache
def parsed(file: Path) -> ftl.Resource:
    """A file as Fluent reads it; what it cannot read is Junk."""
    return FluentParser().parse(file.read_text("utf-8"))


class _Variables(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()
        self.counted: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.found.add(node.id.name)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:
        if isinstance(node.selector, ftl.VariableReference):
            self.counted.add(node.selector.id.name)
        self.generic_visit(node)


@dataclass(frozen=True)
class Entry:
    """One text: the value of a message, or one of its attributes."""

    id: str
    file: str
    words: str  # as written, a variable as "{ $name }"
    variables: frozenset[str]
    counted: frozenset[str]  # variables that choose a plural

    @property
    def attribute(self) -> str:
        return self.id.partition(".")[2]


def _entry(text_id: str, file: Path, pattern: ftl.Pattern) -> Entry:
    seen = _Variables()
    seen.visit(pattern)
    words = "".join(_written(element) for element in pattern.elements)
    return Entry(text_id, file.name, words, frozenset(seen.found), frozenset(seen.counted))


def _written(element: ftl.TextElement | ftl.Placeable) -> str:
    if isinstance(element, ftl.TextElement):
        return str(element.value)
    expression = element.expression
    if isinstance(expression, ftl.SelectExpression):  # the longest form stands for all
        forms = ["".join(map(_written, each.value.elements)) for each in expression.variants]
        return max(forms, key=len)
    if isinstance(expression, ftl.VariableReference):
        return f"{{ ${expression.id.name} }}"
    raise AssertionError(f"only variables and plurals in texts, not {type(expression).__name__}")


@cache
def entries(folder: str) -> dict[str, Entry]:
    """Every text of a folder by its id; of a double id the first, as Fluent does."""
    found: dict[str, Entry] = {}
    for file in files(folder):
        for message in parsed(file).body:
            if not isinstance(message, ftl.Message):
                continue
            patterns = {message.id.name: message.value} if message.value else {}
            for each in message.attributes:
                patterns[f"{message.id.name}.{each.id.name}"] = each.value
            for text_id, pattern in patterns.items():
                found.setdefault(text_id, _entry(text_id, file, pattern))
    return found


def shown(folder: str) -> dict[str, Entry]:
    """The texts of a folder that people see: not what they may type, not names after a slash."""
    hidden = (TYPED, SLASH)
    return {key: each for key, each in entries(folder).items() if not key.endswith(hidden)}


# The code.


@dataclass(frozen=True)
class Named:
    """A text id in the code: `pattern` has ".+" where a variable stands."""

    pattern: str
    where: str
    exact: bool

    def matches(self, text_id: str) -> bool:
        return re.fullmatch(self.pattern, text_id) is not None

    @property
    def tells(self) -> bool:
        """Does it say which text is meant, and not just any?"""
        return self.exact or not self.pattern.startswith(".+")


FIRST_ARGUMENT = re.compile(
    r"(^|\.)Line$|(^|\.)(post|outbox)\.line$|^refs\.text$|^t$|(^|\.)Outcome$"
)
SECOND_ARGUMENT = re.compile(
    r"(^|\.)texts\.(text|has|also)$|(^|\.)(wording|render)\.line$|^(text|has|also)$"
)
TEMPLATES = [f"{layer}/**/*.{kind}" for layer in LAYERS for kind in ("html", "jinja", "j2")]
IN_TEMPLATE = re.compile(r"""(?:\bt\(|['"]text['"],)\s*(['"])([^'"]+)\1\s*([~+]?)""")


def _python() -> list[Path]:
    found = [file for layer in LAYERS for file in (ROOT / layer).rglob("*.py")]
    return sorted(file for file in found if "migrations" not in file.parts)


@cache
def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"), str(file))


def named_texts() -> list[Named]:
    """Every text id the code asks for where only a text id can stand."""
    found: list[Named] = []
    for file in _python():
        for node in ast.walk(_tree(file)):
            for given in _given(node):
                found += _read(given, f"{file.relative_to(ROOT)}:{given.lineno}")
    for file in sorted(each for kind in TEMPLATES for each in ROOT.glob(kind)):
        for _, text_id, joined in IN_TEMPLATE.findall(file.read_text("utf-8")):
            found += _in_template(text_id, bool(joined), str(file.relative_to(ROOT)))
    return found


def _in_template(text_id: str, joined: bool, where: str) -> list[Named]:
    """ "role-" with something joined to it is the beginning of an id."""
    if joined:
        return [Named(f"{re.escape(text_id)}.+", where, exact=False)]
    parts = text_id.split("|")
    return [Named(re.escape(part), where, exact=part is parts[-1]) for part in parts]


def _given(node: ast.AST) -> Iterator[ast.expr]:
    """The expressions in a node that name a text."""
    if isinstance(node, ast.Call):
        called = ast.unparse(node.func)
        if FIRST_ARGUMENT.search(called) and node.args:
            yield node.args[0]
        elif SECOND_ARGUMENT.search(called) and len(node.args) > 1:
            yield node.args[1]
    if isinstance(node, ast.Tuple | ast.List) and len(node.elts) > 1:
        first = node.elts[0]
        if isinstance(first, ast.Constant) and first.value == "text":
            if not any(isinstance(each, ast.Constant) for each in node.elts[2:]):
                yield node.elts[1]  # ["text", id, args?]; with more words it is a list of words
        elif isinstance(node.elts[1], ast.Dict) and "-" in ast.unparse(first):
            yield first  # a text with its arguments


def _read(given: ast.expr, where: str) -> list[Named]:
    """ "a|b" are two ids; "x if y else z" are two as well; a variable cannot be read here."""
    if isinstance(given, ast.IfExp):
        return _read(given.body, where) + _read(given.orelse, where)
    if isinstance(given, ast.Constant) and isinstance(given.value, str):
        parts = given.value.split("|")
        # Of alternatives only the last has to exist: it is there for when the others do not.
        return [Named(re.escape(part), where, exact=part is parts[-1]) for part in parts if part]
    if isinstance(given, ast.JoinedStr):
        return [Named(part, where, exact=False) for part in _pattern(given).split(r"\|")]
    return []


def _pattern(given: ast.JoinedStr) -> str:
    return "".join(
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+"
        for part in given.values
    )


@cache
def constants() -> frozenset[str]:
    """Every string in the code, and every piece of one between bars."""
    found: set[str] = set()
    for file in _python():
        for node in ast.walk(_tree(file)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.update(node.value.split("|"))
    return frozenset(found)


@cache
def patterns_of_attributes() -> frozenset[str]:
    """Reasons made of parts: what `UnclearError(f"unfit-{reason}")` can be called."""
    return frozenset(
        _pattern(node.args[0])
        for file in _python()
        for node in ast.walk(_tree(file))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "UnclearError"
        and node.args
        and isinstance(node.args[0], ast.JoinedStr)
    )


def dutch() -> dict[str, Entry]:
    """The texts all others are measured by."""
    return entries(FIRST)
