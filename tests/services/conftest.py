"""A database to ask: once on SQLite and once on PostgreSQL, or only the quick one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.services.world import World, opened


@pytest.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    async with opened(database_url) as made:
        yield made


@pytest.fixture
async def quick_world(tmp_path: Path) -> AsyncIterator[World]:
    async with opened(f"sqlite+aiosqlite:///{tmp_path}/werklijn.db") as made:
        yield made
