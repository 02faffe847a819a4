"""Linking a text to the concepts of a large classification such as ESCO. Pure: one file at most.

That file keeps vectors (`keeping`), for who has the extra ``semantic``. Needs only numpy. What is
measured, and how it works in plain words: docs/linking.md.
"""

from __future__ import annotations

from services.linking.confidence import SURE_FROM, offered
from services.linking.entries import Entry
from services.linking.linker import Linked, Linker

__all__ = ["SURE_FROM", "Entry", "Linked", "Linker", "offered"]
