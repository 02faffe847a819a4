"""The tables of words that people edit: a fault in them is said, not read over."""

from __future__ import annotations

from pathlib import Path

import pytest

from services.understanding import spotting


@pytest.mark.parametrize(("words", "right"), [("loon*", True), ("*loon", False), ("l*n", False)])
def test_a_star_that_would_never_match_is_a_fault(tmp_path: Path, words: str, right: bool) -> None:
    table = tmp_path / "words.tsv"
    table.write_text(f"list\twords\npay\t{words} salaris\n", "utf-8")
    if right:
        assert spotting.classes(str(table)) == {"pay": {words, "salaris"}}
        return
    with pytest.raises(ValueError, match="star"):
        spotting.classes(str(table))
