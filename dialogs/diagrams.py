"""Mermaid diagrams of declarations: what a dialog asks in which order, the life of a match."""

from __future__ import annotations

from dialogs.model import Form, Question, always
from dialogs.registry import FORMS
from services import matches


def diagram(form: Form) -> str:
    """A flowchart of one dialog; a dashed line may skip a question."""
    names = list(form.questions)
    lines = ["flowchart TD"]
    lines += [f'    {_node(n)}["{n} · {q.kind}{_mark(q)}"]' for n, q in form.questions.items()]
    stops = [*(_node(name) for name in names), "done"]
    for place, name in enumerate(names):
        lines.append(f"    {stops[place]} --> {stops[place + 1]}")
        if form.questions[name].when is not always and place:
            lines.append(f"    {stops[place - 1]} -. not needed .-> {stops[place + 1]}")
    lines.append(f"    done([{'summary, then ' if form.review else ''}done])")
    return "\n".join(lines)


def _node(name: str) -> str:
    return f"q_{name}"


def _mark(question: Question) -> str:
    return " (may be skipped)" if question.optional else ""


def dialogs_drawn() -> str:
    """All dialogs in one page."""
    parts = ["# Dialogs", "", "Made by `werklijn diagrams > docs/dialogs.md`; a test compares.", ""]
    for name, form in FORMS.items():
        parts += [f"## {name}", "", "```mermaid", diagram(form), "```", ""]
    return "\n".join(parts)


def matches_drawn() -> str:
    """The table of states in one page, with the reasons that can be given."""
    parts = ["# The states of a match", ""]
    parts += ["Made by `werklijn diagrams matches > docs/matches.md`; a test compares.", ""]
    parts += ["```mermaid", matches.diagram(), "```", ""]
    parts += ["| who | decides |", "|---|---|"]
    parts += [f"| {who} | {meaning} |" for who, meaning in matches.WHO.items()]
    parts += ["", "| an end | with one of these reasons |", "|---|---|"]
    parts += [f"| {end} | {', '.join(reasons)} |" for end, reasons in matches.REASONS.items()]
    return "\n".join([*parts, ""])
