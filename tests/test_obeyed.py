"""Nothing is declared that nobody obeys: what stands in the code or the region file is on a path.

Names are compared, not meanings, so a common word can hide a dead thing; what these tests do find
is dead for certain: a function nobody calls, a key, a column or an answer nobody reads.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from pydantic import BaseModel
from sqlmodel import SQLModel

from bot.jobs import HANDLERS
from dialogs.registry import FORMS, OPENABLE
from services.jobseekers import profiles
from services.region import model, parts, rules
from services.surveys import asking
from services.vacancies import lifecycle as vacancies
from tests.test_architecture import LAYERS, ROOT, parsed, python_files, tracked

PRODUCT = python_files(*LAYERS)
DECLARING = ("services/region/", "services/store/models/")


@cache
def pages() -> str:
    """The templates and scripts, which use names of the code too."""
    names = [n for n in tracked() if n.startswith("bot/") and n.endswith((".html", ".js", ".xml"))]
    return "\n".join((ROOT / name).read_text("utf-8") for name in names)


@cache
def words_of_pages() -> frozenset[str]:
    return frozenset(re.findall(r"\w+", pages()))


def nodes(name: str) -> Iterator[ast.AST]:
    return ast.walk(parsed(name))


@cache
def used(name: str) -> Counter[str]:
    """Every name and attribute a file mentions, definitions left out, and how often."""
    found: Counter[str] = Counter()
    for node in nodes(name):
        if isinstance(node, ast.Name):
            found[node.id] += 1
        elif isinstance(node, ast.Attribute):
            found[node.attr] += 1
        elif isinstance(node, ast.ImportFrom) and not name.endswith("__init__.py"):
            found.update(alias.name for alias in node.names)
    return found


@cache
def everywhere() -> Counter[str]:
    return sum((used(name) for name in PRODUCT), Counter())


def inside(node: ast.AST) -> Counter[str]:
    """What a definition mentions itself: recursion is no use of it."""
    names = (n.id if isinstance(n, ast.Name) else n.attr for n in ast.walk(node)
             if isinstance(n, ast.Name | ast.Attribute))  # fmt: skip
    return Counter(names)


def test_every_function_is_called_by_the_product() -> None:
    dead = [
        f"{name}:{node.lineno} {node.name}"
        for name in PRODUCT
        if name.startswith(("services/", "dialogs/"))
        for node in parsed(name).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not node.decorator_list  # what a decorator registers is called by its name elsewhere
        and everywhere()[node.name] - inside(node)[node.name] <= 0
        and node.name not in words_of_pages()
    ]
    assert dead == []


def keys(module: object) -> Iterator[tuple[str, str]]:
    """(class, key) of every part of a region file that a module declares."""
    for each in vars(module).values():
        if (
            isinstance(each, type)
            and issubclass(each, BaseModel)
            and each.__module__ == module.__name__
        ):  # type: ignore[attr-defined]
            yield from ((each.__name__, key) for key in each.__annotations__)


@cache
def read_outside(declaring: tuple[str, ...]) -> frozenset[str]:
    """Attributes that are read somewhere: outside the declarations, or in their own methods."""
    found: set[str] = set()
    for name in PRODUCT:
        for node in nodes(name):
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                found.add(node.attr)
            elif (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and not name.startswith(declaring)
            ):
                found.add(node.value)
    return frozenset(found | words_of_pages())


@pytest.mark.parametrize("module", [parts, rules, model], ids=lambda each: each.__name__)
def test_every_key_of_a_region_file_is_read(module: object) -> None:
    known = read_outside(DECLARING)
    assert [f"{name}.{key}" for name, key in keys(module) if key not in known] == []


UNREAD = {  # columns that are read by the database or by name alone, each with its reason
    "Change.number": "read in SQL, see services/matching/index",
}


@cache
def columns() -> tuple[tuple[str, str], ...]:
    """(table, column) of everything that is stored."""
    return tuple(
        (mapper.class_.__name__, column.key)
        for mapper in SQLModel._sa_registry.mappers
        for column in mapper.columns
    )


def test_every_column_is_read() -> None:
    """What is only written down is kept for nobody."""
    known = read_outside(("services/store/",))
    unread = [f"{table}.{column}" for table, column in columns() if column not in known]
    assert [each for each in unread if each not in UNREAD] == []


@cache
def literals(folders: tuple[str, ...]) -> Counter[str]:
    return Counter(
        node.value
        for name in python_files(*folders)
        for node in nodes(name)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def test_every_answer_is_read_by_something() -> None:
    """A question whose answer only stands in its own declaration is asked for nothing."""
    whole = {*profiles.FIELDS, *vacancies.DEMANDS, *vacancies.AGREEMENT, *asking.TOPICS}
    declared = Counter(q for form in FORMS.values() for q in form.questions)
    found = literals(("dialogs", "services"))
    lonely = [
        f"{form.name}.{question}"
        for form in FORMS.values()
        for question in form.questions
        if question not in whole and found[question] <= declared[question]
    ]
    assert lonely == []


def test_every_kind_of_row_is_made_and_handled() -> None:
    made = {
        word
        for name in PRODUCT
        if name != "bot/jobs.py"
        for word in re.findall(r'"([\w-]+)"', (ROOT / name).read_text("utf-8"))
    }
    assert {kind for kind in HANDLERS if kind not in made} == set()
    assert set(re.findall(r'later\(\s*\w+,\s*"([\w-]+)"', _source())) <= set(HANDLERS)


@cache
def _source() -> str:
    return "\n".join((ROOT / name).read_text("utf-8") for name in PRODUCT)


def _doors() -> str:
    return "\n".join(
        (ROOT / name).read_text("utf-8")
        for name in PRODUCT
        if name.startswith("bot/") and name != "bot/jobs.py"
    )


def test_every_dialog_can_be_reached() -> None:
    """Something opens each dialog, and what a button may open exists."""
    assert set(FORMS) >= OPENABLE
    found = literals(("bot", "dialogs", "services"))
    lonely = [name for name in FORMS if found[name] <= 1 and f'"{name}"' not in pages()]
    assert lonely == []
