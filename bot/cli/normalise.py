"""`werklijn normalise`: what texts mean, one or thousands."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Annotated, Any, Literal

import typer

from bot.imported_vocabulary import imported
from bot.settings import SettingsError
from services import vocabulary
from services.vocabulary import CHOICES, Candidate

Kind = Literal["occupation", "skill"]
Form = Literal["text", "tsv", "json"]
COLUMNS = ("text", "place", "code", "esco_uri", "label", "matched", "score", "sure")


def normalise(
    kind: Kind,
    texts: Annotated[list[str] | None, typer.Argument(help="Else the lines of --file.")] = None,
    file: Annotated[
        typer.FileText,
        typer.Option(encoding="utf-8-sig", errors="replace", help="One text a line; - is input."),
    ] = "-",  # type: ignore[assignment]
    top: Annotated[int, typer.Option(min=1, max=50, help="Concepts for each text.")] = CHOICES,
    language: Annotated[str, typer.Option(help="Of the texts and the names: nl, en …")] = "nl",
    out: Annotated[
        Form, typer.Option(help="tsv: a line for each concept; json: for each text.")
    ] = ("text"),
) -> None:
    """What texts mean: ranked occupations or skills, with the label that matched.

    Each is answered before the next is read. Imported concepts are among them.
    """
    told = _TOLD[out]
    if out == "tsv":
        typer.echo("\t".join(COLUMNS))
    try:
        with imported(waits=True):
            for text in texts or (line.rstrip("\r\n") for line in file):
                for line in told(text, language, vocabulary.normalise(kind, text, language, top)):
                    typer.echo(line)
    except SettingsError as wrong:
        typer.echo(f"werklijn: {wrong}", err=True)
        raise typer.Exit(2) from None


def _record(each: Candidate, language: str) -> dict[str, Any]:
    return {
        "code": each.concept.code,
        "esco_uri": each.concept.esco_uri,
        "label": each.concept.name(language),
        "matched": each.matched,
        "score": round(each.score, 4),
        "sure": each.sure,
    }


def _as_text(text: str, language: str, found: list[Candidate]) -> Iterator[str]:
    yield text
    for each in found:
        yield f"  {each.score:.2f}  {each.concept.name(language)}  ({each.matched})"


def _as_tsv(text: str, language: str, found: list[Candidate]) -> Iterator[str]:
    """A text for which nothing is near keeps a line of its own, so that none is lost."""
    for place, each in enumerate(found or [None], 1):
        record = _record(each, language) if each else {}
        row = {"text": " ".join(text.split()), "place": place if each else 0, **record}
        line = io.StringIO()
        csv.DictWriter(line, COLUMNS, dialect="excel-tab", lineterminator="").writerow(row)
        yield line.getvalue()


def _as_json(text: str, language: str, found: list[Candidate]) -> Iterator[str]:
    record = {"text": text, "candidates": [_record(each, language) for each in found]}
    yield json.dumps(record, ensure_ascii=False)


_TOLD = {"text": _as_text, "tsv": _as_tsv, "json": _as_json}
