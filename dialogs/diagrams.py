"""Dialogs as Mermaid diagrams, from their declarations: what is asked, in which order, and when."""

from __future__ import annotations

from dialogs.parts import Form, Question, always
from dialogs.registry import FORMS


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


def document() -> str:
    """All dialogs in one page."""
    parts = ["# Dialogs", "", "Made by `werklijn diagrams > docs/dialogs.md`; a test compares.", ""]
    for name, form in FORMS.items():
        parts += [f"## {name}", "", "```mermaid", diagram(form), "```", ""]
    return "\n".join(parts)
