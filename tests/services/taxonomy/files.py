"""Small files in the form of the ESCO download, written here."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from pathlib import Path

from services.taxonomy import FILE_NAME, Job, Report, import_all

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
BASE = "http://data.europa.eu/esco"
BAKER = f"{BASE}/occupation/a0000000-0000-4000-8000-000000000001"
CLOGS = f"{BASE}/occupation/a0000000-0000-4000-8000-000000000002"
KNEAD = f"{BASE}/skill/b0000000-0000-4000-8000-000000000001"
CARVE = f"{BASE}/skill/b0000000-0000-4000-8000-000000000002"
COLUMNS = (
    *("conceptType", "conceptUri", "iscoGroup", "preferredLabel", "altLabels", "hiddenLabels"),
    *("status", "modifiedDate", "code"),
)


def occupation(uri: str, label: str, *also: str, status: str = "released") -> tuple[str, ...]:
    joined = "\n".join(also)
    return ("Occupation", uri, "7512", label, joined, "", status, "2024-01-25T11:28:50Z", "7512.1")


def table(columns: tuple[str, ...], *rows: tuple[str, ...], sign: str = ",") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=sign, lineterminator="\n").writerows((columns, *rows))
    return text.getvalue()


TWO = table(
    COLUMNS,
    occupation(BAKER, "bakker", "broodbakker", "bakster"),
    occupation(CLOGS, "klompenmaker", "maker van klompen"),
)


def run(folder: Path, *paths: Path, language: str = "", dry: bool = False) -> Report:
    return import_all(folder / FILE_NAME, paths, Job(NOW, language), dry=dry)


def told(report: Report) -> list[str]:
    """Every problem as it is shown."""
    in_files = [str(problem) for done in report.files for problem in done.problems]
    return in_files + [str(problem) for problem in report.problems]
