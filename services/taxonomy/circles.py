"""Circles in a hierarchy: a concept that lies under itself by a way round."""

from __future__ import annotations

from collections import defaultdict


def closing(links: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The links (from, to) that close a circle, found by walking in the given order; [] is sound.

    A link goes back to something that is still on the way walked: leaving exactly these out leaves
    no circle.
    """
    above: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in links:
        above[one].append(other)
    finished: set[str] = set()
    found: list[tuple[str, str]] = []
    for start in list(above):
        way, walking = [(start, iter(above[start]))], {start}
        if start in finished:
            continue
        while way:
            here, others = way[-1]
            other = next(others, "")
            if not other:
                way.pop()
                walking.discard(here)
                finished.add(here)
            elif other in walking:
                found.append((here, other))
            elif other not in finished and other in above:
                way.append((other, iter(above[other])))
                walking.add(other)
    return found
