"""Makes services/lawful/learnt.npz from sentences: `python -m bench.lawful_learn` (extra bench).

What it learns from: our sentences (bench/data/lawful) without the half that is kept for measuring,
our own adverts (tests/adverts), and plain sentences and names of work in which nothing is wrong.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from bench import lawful as bench
from services import lawful
from services.lawful import learnt

ADVERTS = Path(__file__).parents[1] / "tests" / "adverts"
PLAIN = "plain.txt"  # ordinary sentences of adverts, in which nothing is wrong
C = 30.0  # how closely the examples are followed
STEPS = 127  # weights are kept as whole numbers to this size
_ENDS = re.compile(r"[.!?\n•]")


def examples() -> list[tuple[str, str]]:
    """(sentence, kind) of all that is learnt from."""
    rows = [
        (each.words, each.kind, each.innocent) for each in bench.sentences() if not each.measures
    ]
    for name in bench.LATER:
        rows += [
            (row.words, row.kind, row.innocent) for row in bench.sentences(f"later/{name}.txt")
        ]
    measured = {each.words for each in bench.sentences() if each.measures}
    told = [
        (words, learnt.NONE if innocent else kind)
        for words, kind, innocent in rows
        if words not in measured
    ]
    plain = [*(bench.DATA / PLAIN).read_text("utf-8").splitlines(), *_adverts()]
    plain = [each for each in dict.fromkeys(plain) if each not in measured]
    return [*told, *((each, learnt.NONE) for each in plain)]


def _adverts() -> Iterator[str]:
    """The sentences of our own adverts that no sign finds fault with."""
    for file in sorted(ADVERTS.glob("*.txt")):
        for each in _ENDS.split(file.read_text("utf-8")):
            if len(each.strip()) > 3 and not any(one.sure for one in lawful.look(each)):
                yield each.strip()


def digest(rows: Sequence[tuple[str, str]]) -> str:
    """By which it is known of which examples a file was made."""
    return hashlib.sha256("\n".join("\t".join(row) for row in rows).encode()).hexdigest()


def learn() -> None:
    """Weigh the buckets and write them, in small whole numbers."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - of the extra bench
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    rows = examples()
    buckets = [learnt.features(words) for words, _ in rows]
    sizes = [len(each) for each in buckets]
    values = np.concatenate([np.full(size, size**-0.5) for size in sizes])
    places = np.concatenate(([0], np.cumsum(sizes)))
    table = csr_matrix((values, np.concatenate(buckets), places), (len(rows), learnt.BUCKETS))
    model = LogisticRegression(C=C, max_iter=5_000).fit(table, [kind for _, kind in rows])
    weights = model.coef_.T
    scale = np.float32(np.abs(weights).max() / STEPS)
    np.savez_compressed(
        learnt.FILE,
        weights=np.rint(weights / scale).astype(np.int8),
        scale=scale,
        begin=model.intercept_.astype(np.float32),
        kinds=model.classes_,
        made_of=digest(rows),
    )


if __name__ == "__main__":
    learn()
