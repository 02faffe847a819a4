"""Occupations and skills taken over from elsewhere: ESCO and CompetentNL, in their own files.

They are kept in one file beside the database (`keeping`), read once at start. The built-in
vocabulary works without it; what is in both is joined by the ESCO URI.
"""

from __future__ import annotations

from services.taxonomy.importing import TERMS, Done, Job, Report, import_all
from services.taxonomy.keeping import FILE_NAME, Source, sources
from services.taxonomy.loading import (
    Loaded,
    described,
    labelled,
    languages,
    load,
    named,
    uris,
)
from services.taxonomy.reading import Problem

__all__ = [
    "FILE_NAME",
    "TERMS",
    "Done",
    "Job",
    "Loaded",
    "Problem",
    "Report",
    "Source",
    "described",
    "import_all",
    "labelled",
    "languages",
    "load",
    "named",
    "sources",
    "uris",
]
