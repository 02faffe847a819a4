"""How well adverts are read, on labelled ones of many kinds (docs/adverts.md)."""

from __future__ import annotations

import pytest

from bench import adverts
from bench.adverts_scores import f1

LEAST = {"seen": 0.92, "held": 0.83}  # F1 over all fields


@pytest.mark.parametrize("path", adverts.OURS, ids=lambda path: path.stem)
def test_adverts_of_many_kinds_are_read(path: adverts.Path) -> None:
    rows = adverts.load(path)
    assert len(rows) >= 30
    assert len({row["kind"] for row in rows}) >= 20
    counts = adverts.counted(rows)
    assert f1("all", adverts.total(counts))[2] >= LEAST[path.stem]
    assert "| all |" in adverts.table(counts)
