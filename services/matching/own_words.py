"""Own words: what somebody said and we did not understand, kept beside the codes we know.

A code that begins with `OWN_WORDS` is such a saying. In a profile they stand sealed apart; the
demands of a vacancy hold them under `OWN`, by field. Neither is matched, both are shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

OWN_WORDS = "="
OWN = "own"


def told(demands: Mapping[str, Any]) -> dict[str, Any]:
    """The demands as people read them: what was kept in own words stands among the codes."""
    own = demands.get(OWN) or {}
    known = {field: value for field, value in demands.items() if field != OWN}
    return {**known, **{field: [*known.get(field, []), *said] for field, said in own.items()}}


def own_words(demands: Mapping[str, Any]) -> list[str]:
    """What was kept in own words of what somebody must or may be able to do."""
    own = demands.get(OWN) or {}
    return [code[1:] for field in ("must", "nice") for code in own.get(field, ())]
