"""What documents name is there: commands with their options, settings, targets of make, files."""

from __future__ import annotations

import re
from typing import Any

import typer
import typer.main

from bot.cli import app
from bot.settings import Settings
from tests.test_architecture import ROOT, tracked

OPERATING = ("docs/operations.md", "docs/security.md", "SECURITY.md", "README.md")
BESIDE = ("docs/operations/nginx.conf", "docs/operations/Caddyfile", "docs/operations/alerts.yml")


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def wrong(words: list[str]) -> str:
    """What is not there of a command as it is typed, or nothing."""
    command: Any = typer.main.get_command(app)
    context = typer.Context(command)
    for word in words:
        if hasattr(command, "get_command") and not word.startswith("-"):
            found = command.get_command(context, word)
            if found is None:
                return word
            command = found
        elif word.startswith("--"):
            known = {each for given in command.params for each in given.opts + given.secondary_opts}
            if word.split("=")[0] not in known | {"--help"}:
                return word
    return ""


def test_every_command_that_a_document_names_exists() -> None:
    named = {
        (name, said)
        for name in tracked()
        if name.endswith(".md")
        for said in re.findall(r"(?<![\w/.@-])werklijn ([a-z][^`#\n]*)(?=`)", read(name))
    }
    assert len(named) > 15
    assert {each: bad for each in named if (bad := wrong(each[1].split()))} == {}


def test_what_is_not_there_is_noticed() -> None:
    assert wrong(["restore", "COPY", "--force"]) == ""
    assert wrong(["restore", "COPY", "--gently"]) == "--gently"
    assert wrong(["db", "downgrade"]) == "downgrade"
    assert wrong(["repair"]) == "repair"


def test_every_setting_that_operators_read_of_exists() -> None:
    ours = {f"WERKLIJN_{name.upper()}" for name in Settings.model_fields}
    outside = read("Makefile") + read(".ci/audit")
    for name in (*OPERATING, *BESIDE):
        named = set(re.findall(r"WERKLIJN_[A-Z_]+[A-Z]", read(name)))
        assert {each for each in named - ours if each not in outside} == set(), name


def test_every_file_and_target_that_operators_read_of_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    for name in OPERATING:
        text, folder = read(name), (ROOT / name).parent
        links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", text)
        assert [each for each in links if not (folder / each).exists()] == [], name
        assert set(re.findall(r"`make ([a-z]+)", text)) <= targets, name


CODE = re.compile(
    r"\b(?:AMB|CAR|CLR|CON|DIS|EDU|GOV|INS|LOO|MAT|MON|NAZ|ORG|PLA|PLAN|PRI|PRV|PVT|REG|SRO|SUR|VAC|ZZP)"
    r"-\d\d\b"
)


def test_every_requirement_that_is_named_stands_in_the_documents() -> None:
    known = set(CODE.findall(read("docs/requirements.md")))
    named = {
        (code, name)
        for name in tracked()
        if name.endswith((".py", ".md", ".html", ".ftl", ".toml"))
        for code in CODE.findall(read(name))
    }
    assert len(named) > len(known) > 20
    assert [each for each in sorted(named) if each[0] not in known] == []


def test_every_place_of_the_glossary_is_there() -> None:
    table = [line for line in read("docs/glossary.md").splitlines() if line.startswith("| ")]
    places = {p for line in table for p in re.findall(r"`([\w./]+)`", line)}
    assert len(places) > 30
    assert [p for p in sorted(places) if not (ROOT / p).exists()] == []
