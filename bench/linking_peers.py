"""What everybody could use: the baselines that `bench/linking.py` runs beside ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process, utils
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

Floats = np.ndarray[Any, np.dtype[np.floating[Any]]]
Ask = Callable[[list[str]], Iterator[Floats]]  # queries → for each the scores of the forms
Peer = Callable[[list[str]], Ask]  # forms → made ready to be asked
_AT_ONCE = 100


def _batches(queries: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(queries), _AT_ONCE):
        yield queries[start : start + _AT_ONCE]


def by_rapidfuzz(scorer: Callable[..., float], forms: list[str]) -> Ask:
    """A scorer of rapidfuzz on texts in its own default form (lower case, signs away)."""
    ready = [utils.default_process(form) for form in forms]

    def ask(queries: list[str]) -> Iterator[Floats]:
        for batch in _batches(queries):
            asked = [utils.default_process(query) for query in batch]
            yield from process.cdist(asked, ready, scorer=scorer, workers=-1, dtype=np.float64)

    return ask


def by_tfidf(analyzer: str, ngrams: tuple[int, int], forms: list[str]) -> Ask:
    """Cosine of TF-IDF vectors, scikit-learn's defaults."""
    weigher = TfidfVectorizer(analyzer=analyzer, ngram_range=ngrams)
    corpus = weigher.fit_transform(forms)

    def ask(queries: list[str]) -> Iterator[Floats]:
        for batch in _batches(queries):
            yield from (weigher.transform(batch) @ corpus.T).toarray()

    return ask


def by_bm25(forms: list[str], saturation: float = 1.2, length: float = 0.75) -> Ask:
    """BM25 over words (Robertson & Zaragoza 2009), with its usual parameters."""
    counter = CountVectorizer(token_pattern=r"(?u)\b\w+\b")
    counts = counter.fit_transform(forms).astype(np.float64).tocoo()
    sizes = np.bincount(counts.row, weights=counts.data, minlength=len(forms))
    held = np.bincount(counts.col, minlength=counts.shape[1])
    rare = np.log(1 + (len(forms) - held + 0.5) / (held + 0.5))
    norm = saturation * (1 - length + length * sizes[counts.row] / sizes.mean())
    counts.data = rare[counts.col] * counts.data * (saturation + 1) / (counts.data + norm)
    weighted = counts.tocsr()

    def ask(queries: list[str]) -> Iterator[Floats]:
        for batch in _batches(queries):
            yield from (counter.transform(batch).astype(np.float64) @ weighted.T).toarray()

    return ask


BASELINE = "char TF-IDF (char_wb 2–5)"
PEERS: dict[str, Peer] = {
    "rapidfuzz WRatio": partial(by_rapidfuzz, fuzz.WRatio),
    "rapidfuzz ratio": partial(by_rapidfuzz, fuzz.ratio),
    "rapidfuzz token_sort_ratio": partial(by_rapidfuzz, fuzz.token_sort_ratio),
    "BM25 (words)": by_bm25,
    "word TF-IDF": partial(by_tfidf, "word", (1, 1)),
    BASELINE: partial(by_tfidf, "char_wb", (2, 5)),
}
