"""A site for each test: on both databases for what it stores, on SQLite alone for how it looks."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.web.site import Site, opened


@pytest.fixture
async def site(database_url: str) -> AsyncIterator[Site]:
    """The web on SQLite and on PostgreSQL."""
    async with opened(database_url) as running:
        yield running


@pytest.fixture
async def quick_site(tmp_path: Path) -> AsyncIterator[Site]:
    """The web on SQLite, for pages and browsers."""
    async with opened(f"sqlite+aiosqlite:///{tmp_path}/werklijn.db") as running:
        yield running
