"""The imported classification (ESCO, CompetentNL) as what lies beyond the built-in vocabulary.

Nothing is read at start. The names are made ready for linking when somebody first types something
that the built-in vocabulary leaves in doubt: in a thread, some seconds for each kind and language,
and until then the built-in answers stand alone. With the extra ``semantic`` the vectors of the
names are made after that, in the same thread and some minutes, once for each import.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import cached_property, lru_cache
from hashlib import blake2b
from pathlib import Path
from threading import Lock

from services import taxonomy, vocabulary
from services.linking import Entry, Linker, offered
from services.linking.linker import PIVOT
from services.linking.semantic import Encoder
from services.linking.semantic import encoder as installed
from services.vocabulary import Candidate, Concept, Kind
from services.vocabulary.concepts import KINDS

PREFIX = "esco-"  # of the codes of imported concepts
MAIN_LANGUAGE = "nl"  # every name falls back to it
_OWN_NAMES, _PIVOT_NAMES = 6, 3  # names of a built-in concept that translations are learned from


def code_of(uri: str) -> str:
    """A code for a URI, short enough for a button (`post.press`).

    48 bits: among 20,000 concepts two share a code with a chance of 1 in a million.
    """
    return f"{PREFIX}{blake2b(uri.encode(), digest_size=6).hexdigest()}"


def pairs(language: str) -> list[tuple[str, str]]:
    """Names of the built-in concepts in ``language`` and in English: to learn words from."""
    return [
        (one, other)
        for kind in KINDS
        for concept in vocabulary.all_concepts(kind)
        for one in concept.labels(language)[:_OWN_NAMES]
        for other in concept.labels(PIVOT)[:_PIVOT_NAMES]
    ]


class Classification:
    """The concepts of an imported file. Thread-safe; a newer import is read at the next start.

    With ``waits`` a first question waits until its linker is ready (for a command); without, it is
    answered with nothing and the work goes on behind it (for a service).
    """

    def __init__(
        self,
        path: Path,
        *,
        waits: bool = False,
        encoder: Callable[[], Encoder | None] = installed,
    ) -> None:
        self._path = path
        self._waits = waits
        self._encoder = encoder
        self._meant = 0
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="classification")
        self._lock = Lock()
        self._linkers: dict[tuple[Kind, str], Future[Linker]] = {}
        self._read = lru_cache(maxsize=5_000)(self._concept)

    @property
    def edition(self) -> int:
        """How many linkers are ready, and of how many of these the vectors."""
        return sum(each.done() for each in list(self._linkers.values())) + self._meant

    def concept(self, code: str, kind: Kind) -> Concept | None:
        """The imported concept with this code of ours (`code_of`), or None."""
        found = self._read(self._uris[code]) if code in self._uris else None
        return found if found and found.kind == kind else None

    def candidates(self, kind: Kind, text: str, language: str, top: int) -> list[Candidate]:
        """What the text may mean, scored by the chance of each; never sure.

        What is known to the built-in vocabulary comes as its own concept.
        """
        linker = self._linker(kind, language if language in self._languages else MAIN_LANGUAGE)
        if linker is None:
            return []
        linked = linker.link(text, top)
        found: dict[str, Candidate] = {}  # two sources may hold the same under one name
        semantic = any(one.semantic for one in linked)
        for each in linked[: offered([one.chance for one in linked], semantic=semantic)]:
            concept = self._built_in[kind].get(each.uri) or self._read(each.uri)
            if concept:
                candidate = Candidate(concept, each.label, round(each.chance, 4), sure=False)
                found.setdefault(concept.name(language).casefold(), candidate)
        return list(found.values())

    def close(self) -> None:
        """Stops what is still being made ready, as far as that can be."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    @cached_property
    def _uris(self) -> dict[str, str]:
        return {code_of(uri): uri for uri in taxonomy.uris(self._path)}

    @cached_property
    def _languages(self) -> frozenset[str]:
        return taxonomy.languages(self._path)

    @cached_property
    def _built_in(self) -> dict[Kind, dict[str, Concept]]:
        return {
            kind: {one.esco_uri: one for one in vocabulary.all_concepts(kind) if one.esco_uri}
            for kind in KINDS
        }

    def _concept(self, uri: str) -> Concept | None:
        return taxonomy.named(self._path, uri, code_of(uri))

    def _linker(self, kind: Kind, language: str) -> Linker | None:
        with self._lock:
            ready = self._linkers.get((kind, language))
            if ready is None:
                ready = self._pool.submit(self._made, kind, language)
                self._linkers[kind, language] = ready
        return ready.result() if self._waits or ready.done() else None

    def _made(self, kind: Kind, language: str) -> Linker:
        """Every concept that can be shown: with a name in ``language`` or in Dutch."""
        read = {language, PIVOT, MAIN_LANGUAGE}
        about = taxonomy.described(self._path, {language, PIVOT})
        entries = [
            Entry(uri, labels, about.get(uri, {}))
            for uri, labels in taxonomy.labelled(self._path, kind, read).items()
            if language in labels or MAIN_LANGUAGE in labels
        ]
        kept = self._path.with_name(f"{self._path.stem}-meaning-{kind}-{language}.npz")
        known = pairs(language)
        linker = Linker(kind, entries, language, known, encoder=self._encoder(), kept=kept)
        if linker.meaning:
            (self._mean if self._waits else self._later)(linker.meaning.made())
        return linker

    def _mean(self, batches: Iterator[None]) -> None:
        """Makes a batch of vectors, and the next after what else is waiting for the thread.

        An encoder that fails ends it: then the linker goes on without.
        """
        for _ in batches:
            if not self._waits:
                self._later(batches)
                return
        self._meant += 1

    def _later(self, batches: Iterator[None]) -> None:
        with suppress(RuntimeError):  # closed meanwhile: the next start begins again
            self._pool.submit(self._mean, batches)


def opened(path: Path, *, waits: bool = False) -> Classification | None:
    """The classification of a kept file; None when nothing was imported."""
    return Classification(path, waits=waits) if taxonomy.sources(path) else None
