"""What a row of an imported file says: that something has names, or that two things are linked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["occupation", "skill", "occupation-group", "skill-group"]
Relation = Literal["essential", "optional", "broader", "related", "same"]

MAIN, ALIAS, HIDDEN = 0, 1, 2  # the label shown; another name; only for finding
LONGEST_LABEL = 400  # characters; the longest of ESCO has 260
LONGEST_ABOUT = 2000  # characters kept of a description


class RowError(ValueError):
    """A row that cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class Named:
    """A concept with its labels as (language, text, MAIN | ALIAS | HIDDEN).

    ``code`` is the number the source gives it (ESCO "9112.2"), ``isco`` its ISCO-08 group,
    ``sort`` what kind of skill it is ("knowledge", "skill/competence"), ``about`` descriptions as
    (language, text).
    """

    uri: str
    kind: Kind
    labels: tuple[tuple[str, str, int], ...]
    code: str = ""
    isco: str = ""
    sort: str = ""
    about: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """``one`` asks (essential, optional) the skill ``other``, or lies under it (broader)."""

    one: str
    relation: Relation
    other: str


Fact = Named | Linked
