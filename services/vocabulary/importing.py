"""Concepts from elsewhere, such as an ESCO or CompetentNL file, beside the built-in ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from services.vocabulary.concepts import KINDS, Concept, Kind
from services.vocabulary.data import Vocabulary, vocabulary
from services.vocabulary.index import index


def _joined(own: Concept, other: Concept, taken: set[str]) -> Concept:
    """The built-in concept with those names of the imported one that nothing else bears."""
    names, also = dict(own.names), dict(own.also)
    for language in other.names.keys() | other.also.keys():
        fresh = tuple(name for name in other.labels(language) if name.casefold() not in taken)
        taken.update(name.casefold() for name in fresh)
        if language not in names and fresh:
            names[language], fresh = fresh[0], fresh[1:]
        also[language] = also.get(language, ()) + fresh
    return replace(own, names=names, also=also)


def _all_names(concepts: Iterable[Concept]) -> set[str]:
    return {
        name.casefold()
        for concept in concepts
        for language in concept.names.keys() | concept.also.keys()
        for name in concept.labels(language)
    }


def _with(kind: Kind, own: dict[str, Concept], imported: Iterable[Concept]) -> dict[str, Concept]:
    known = dict(own)
    by_uri = {concept.esco_uri: code for code, concept in known.items() if concept.esco_uri}
    taken = _all_names(known.values())
    for concept in imported:
        if concept.kind != kind:
            continue
        code = by_uri.get(concept.esco_uri) if concept.esco_uri else None
        if code:
            known[code] = _joined(known[code], concept, taken)
        else:
            known.setdefault(concept.code, concept)
    return known


def extended(base: Vocabulary, concepts: Iterable[Concept]) -> Vocabulary:
    """``base`` with ``concepts``: one with the ESCO URI of a known one lends it its names.

    Of an imported concept whose code exists already the built-in one stays as it is.
    """
    given = tuple(concepts)
    return replace(
        base, concepts={kind: _with(kind, dict(base.concepts[kind]), given) for kind in KINDS}
    )


def extend(concepts: Iterable[Concept]) -> None:
    """Adds imported concepts for this process, from now on; call it at start, before use."""
    vocabulary.use(extended(vocabulary(), concepts))
    index.cache_clear()
