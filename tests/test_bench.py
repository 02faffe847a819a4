"""The measurements still run; how fast it is, is not for tests to say."""

from __future__ import annotations

import pytest

from bench import matching


def test_the_search_is_measured_beside_its_peers(capsys: pytest.CaptureFixture[str]) -> None:
    matching.main([120], queries=10, slow=1)
    told = capsys.readouterr().out
    for line in ("20 best jobseekers", "what if", "judging everybody", "rapidfuzz", "SQLite"):
        assert line in told
