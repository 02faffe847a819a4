"""How often somebody may try something, counted in this process."""

from __future__ import annotations

import time
from collections import OrderedDict

REMEMBERED = 10_000


class RateLimit:
    """At most so many tries in so many seconds, for each key; every window must have room."""

    def __init__(self, *windows: tuple[int, float]) -> None:
        self._windows = windows  # (most, seconds)
        self._longest = max(seconds for _, seconds in windows)
        self._tries: OrderedDict[str, list[float]] = OrderedDict()

    def allows(self, key: str) -> bool:
        """Count a try; False when there were too many. What was refused does not count."""
        now = time.monotonic()
        tries = [at for at in self._tries.pop(key, []) if now - at < self._longest]
        allowed = all(
            sum(now - at < seconds for at in tries) < most for most, seconds in self._windows
        )
        self._tries[key] = [*tries, now] if allowed else tries
        if len(self._tries) > REMEMBERED:
            self._tries.popitem(last=False)
        return allowed
