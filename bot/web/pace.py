"""How often somebody may try something, counted in this process."""

from __future__ import annotations

import time
from collections import OrderedDict

REMEMBERED = 10_000


class RateLimit:
    """At most so many tries in so many seconds, for each key."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most, self._seconds = most, seconds
        self._tries: OrderedDict[str, list[float]] = OrderedDict()

    def allows(self, key: str) -> bool:
        """Count a try; False when there were too many."""
        now = time.monotonic()
        tries = [at for at in self._tries.pop(key, []) if now - at < self._seconds]
        allowed = len(tries) < self._most
        self._tries[key] = [*tries, now] if allowed else tries
        if len(self._tries) > REMEMBERED:
            self._tries.popitem(last=False)
        return allowed
