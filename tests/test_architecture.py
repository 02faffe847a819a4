"""The shape of the project: layers, sizes, one clock, one place that commits, a true map."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from dialogs.registry import FORMS
from services.texts import render

ROOT = Path(__file__).parents[1]
LAYERS = ("bot", "dialogs", "services")
LONGEST_FILE, LONGEST_FUNCTION = 400, 60

# Written by a tool, or a list of facts, and never read from top to bottom.
GENERATED = ("*/migrations/versions/*", "*/generated/*")

# The package, and who alone may import it.
KEPT_TO = {
    "telegram": "bot/telegram*",
    "aiohttp": "bot/[wt]*",  # the web pages, and how Telegram is reached
    "aiohttp_jinja2": "bot/web*",
    "apscheduler": "bot/*",
    "typer": "bot/[co][lp]*",
    "fluent": "services/texts*",
}

WALL_CLOCK = re.compile(r"(^|\.)(datetime\.(now|today|utcnow)|date\.today|time\.(time|time_ns))$")

# Marks of the machine somebody wrote on; a class of one letter keeps this file out of its own net.
MACHINE = re.compile(
    r"/home/[a-z]|/Users/[A-Za-z]|/root/[a-z.]|(?<![\w.-])/w[o]rk/|\.\./shar[e]d|"
    r"files\.python[h]osted|(?:pypi|regist[r]y\.npmjs)\.org"
)


@cache
def tracked() -> tuple[str, ...]:
    """The files of the repository that are here, also those not yet added, without ignored ones."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True)
    names = filter(None, done.stdout.split("\0"))
    return tuple(sorted({name for name in names if (ROOT / name).is_file()}))


def python_files(*folders: str) -> list[str]:
    """The tracked Python files under these folders, without generated ones."""
    return [
        name
        for name in tracked()
        if name.endswith(".py")
        and name.startswith(tuple(f"{folder}/" for folder in folders))
        and not any(fnmatch(name, pattern) for pattern in GENERATED)
    ]


@cache
def parsed(name: str) -> ast.Module:
    return ast.parse((ROOT / name).read_text("utf-8"), name)


def imports(name: str) -> Iterator[str]:
    """The full names of what a file imports, wherever in the file it does so."""
    for node in ast.walk(parsed(name)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def calls(name: str) -> Iterator[tuple[int, str]]:
    """The line and the dotted name of every call, as written."""
    for node in ast.walk(parsed(name)):
        if isinstance(node, ast.Call):
            yield node.lineno, ast.unparse(node.func)


def test_the_layers_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS


def test_a_library_stays_where_it_belongs() -> None:
    strays = [
        f"{name} imports {module}"
        for name in python_files(*LAYERS)
        for module in imports(name)
        if not fnmatch(name, KEPT_TO.get(module.split(".")[0], "*"))
    ]
    assert strays == []


def test_only_the_store_commits() -> None:
    committing = [
        f"{name}:{line}"
        for name in python_files(*LAYERS)
        if not name.startswith("services/store/")
        for line, called in calls(name)
        if called.endswith(".commit")
    ]
    assert committing == []


def test_time_comes_from_the_clock() -> None:
    looking = [
        f"{name}:{line} {called}()"
        for name in python_files(*LAYERS)
        if name != "services/clock.py"
        for line, called in calls(name)
        if WALL_CLOCK.search(called)
    ]
    assert looking == []


@pytest.mark.parametrize(
    ("called", "looks"),
    [
        ("datetime.now", True),
        ("datetime.datetime.utcnow", True),
        ("date.today", True),
        ("time.time", True),
        ("time.monotonic", False),
        ("time.perf_counter", False),
        ("clock.now", False),
        ("work.time", False),
    ],
)
def test_the_net_for_wall_clocks_catches_them(called: str, looks: bool) -> None:
    assert bool(WALL_CLOCK.search(called)) is looks


def test_no_file_is_too_long_to_read() -> None:
    lengths = {
        name: len((ROOT / name).read_text("utf-8").splitlines())
        for name in python_files(*LAYERS, "tests", "bench")
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_too_long_to_read() -> None:
    long = {
        f"{name}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for name in python_files(*LAYERS, "tests", "bench")
        for node in ast.walk(parsed(name))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
    }
    assert {name: lines for name, lines in long.items() if lines > LONGEST_FUNCTION} == {}


def test_the_readme_maps_every_folder() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    folders = {name.split("/")[0] for name in tracked() if "/" in name}
    assert {folder for folder in folders if f"`{folder}/`" not in readme} == set()


def test_what_the_program_reads_is_in_the_repository() -> None:
    """A rule in .gitignore that is too wide would leave data out of every fresh checkout."""
    listing = ["git", "ls-files", "--others", "--ignored", "--exclude-standard"]
    asked = [*listing, "--", *LAYERS, "locales"]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    missing = [name for name in done.stdout.split("\n") if name and "__pycache__" not in name]
    assert missing == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    marks = []
    for name in tracked():
        text = (ROOT / name).read_bytes().decode("utf-8", errors="ignore")
        marks += [
            f"{name}:{number} {found.group()}"
            for number, line in enumerate(text.splitlines(), 1)
            if (found := MACHINE.search(line))
        ]
    assert marks == []


def raw_references(tree: ast.Module) -> Iterator[int]:
    """The lines with a list or tuple that only `services.texts.refs` makes: ["text", id] …"""
    for node in ast.walk(tree):
        if not isinstance(node, ast.List | ast.Tuple) or not isinstance(node.ctx, ast.Load):
            continue
        kind, *rest = [*node.elts, None]
        if isinstance(kind, ast.Constant) and kind.value in render.KINDS and rest != [None]:
            named = all(each is None or isinstance(each, ast.Constant) for each in rest)
            if isinstance(node, ast.List) or not named:
                yield node.lineno


@pytest.mark.parametrize(
    ("source", "raw"),
    [
        ('x = ["text", "menu"]', True),
        ('x = ("words", said)', True),
        ('x = refs.text("menu")', False),
        ('FIELDS = ("name", "hours", "place")', False),
    ],
)
def test_the_net_for_raw_references_catches_them(source: str, raw: bool) -> None:
    assert bool(list(raw_references(ast.parse(source)))) is raw


def test_references_are_made_in_one_place() -> None:
    """A message, a card or a page holds `refs.text(…)`, and no list that looks like one."""
    excused = {
        "services/texts/refs.py",
        "services/matching/relief.py",
        "services/taxonomy/keeping.py",
    }
    found = [
        f"{name}:{line}"
        for name in python_files(*LAYERS)
        if name not in excused
        for line in raw_references(parsed(name))
    ]
    assert not found, found


OPENING = ((0, "message.opens"), (2, "outbox.open_dialog"), (2, "post.open_dialog"))
BUTTON = re.compile(r"\boutbox\.press\b|\bmessage\.press\(|\"-open\"\s*\)|\[\s*\[\s*\[")


def test_messages_become_json_in_one_place() -> None:
    """Who has something to say makes a Message; nobody else writes rows of buttons as lists."""
    at_home = {"services/messages/message.py", "services/messages/outbox.py"}
    stored = {"services/privacy/before.py", "services/privacy/elsewhere.py"}  # change what is there
    others = set(python_files("services", "dialogs")) - at_home
    writes = {
        name
        for name in others
        for node in ast.walk(parsed(name))
        if isinstance(node, ast.Subscript)
        and isinstance(node.ctx, ast.Store)
        and ast.unparse(node.slice) in ("'rows'", "'lines'")
    }
    raw = {name for name in others if BUTTON.search((ROOT / name).read_text("utf-8"))}
    assert writes | raw <= stored, sorted((writes | raw) - stored)


def test_a_button_begins_a_dialog_that_exists() -> None:
    """`message.opens("x", …)` and `outbox.open_dialog(…, "x")` name a dialog of the registry."""
    named = {
        (name, argument.value)
        for name in python_files(*LAYERS)
        for node in ast.walk(parsed(name))
        if isinstance(node, ast.Call)
        for place, called in OPENING
        if ast.unparse(node.func) == called
        for argument in node.args[place : place + 1]
        if isinstance(argument, ast.Constant)
    }
    assert len(named) > 40
    assert {each for each in named if each[1] not in FORMS} == set()
