"""Vectors in a file, so that they are made once. A file that cannot be used is no file."""

from __future__ import annotations

import os
import tempfile
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np

Halves = np.ndarray[Any, np.dtype[np.float16]]


def read(path: Path, key: str, rows: int) -> Halves | None:
    """The vectors kept under ``key``, ``rows`` of them; None when there are others or none.

    The file is a zip archive, which has a checksum for each part: a damaged one is not read.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            if str(kept["key"]) != key:
                return None
            found: Halves = kept["rows"]
    except (OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile):
        return None
    fits = found.dtype == np.float16 and found.ndim == 2 and len(found) == rows
    return found if fits else None


def write(path: Path, key: str, rows: Halves) -> None:
    """Keeps them, whole or not at all; where nothing can be written they are made again later."""
    with suppress(OSError):
        handle, name = tempfile.mkstemp(prefix=f"{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                np.savez(file, key=np.array(key), rows=rows)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
