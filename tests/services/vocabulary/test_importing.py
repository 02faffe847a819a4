from __future__ import annotations

from collections.abc import Iterator

import pytest

from services import vocabulary
from services.vocabulary import Concept
from services.vocabulary.data import vocabulary as tables
from services.vocabulary.index import index

BAKER = "http://data.europa.eu/esco/occupation/00000000-0000-4000-8000-000000000001"


@pytest.fixture(autouse=True)
def _built_in_again() -> Iterator[None]:
    yield
    tables.use(None)
    index.cache_clear()


def first(text: str) -> str:
    return vocabulary.normalise("occupation", text)[0].concept.code


def test_an_imported_concept_can_be_typed() -> None:
    assert not any(hit.sure for hit in vocabulary.normalise("occupation", "klompenmaker"))
    vocabulary.extend(
        [Concept("clog-maker", "occupation", {"nl": "klompenmaker"}, sector="services")]
    )
    assert first("klompemaker") == "clog-maker"
    assert vocabulary.name("clog-maker", "occupation") == "klompenmaker"


def test_a_known_esco_concept_lends_its_names() -> None:
    own = vocabulary.concept("baker", "occupation")
    assert own is not None
    before = len(vocabulary.all_concepts("occupation"))
    vocabulary.extend(
        [Concept("x", "occupation", {"nl": "deegkneder", "pl": "piekarz"}, esco_uri=own.esco_uri)]
    )
    assert len(vocabulary.all_concepts("occupation")) == before
    assert first("deegkneder") == first("piekarz") == "baker"
    assert vocabulary.name("baker", "occupation") == "bakker"
    assert vocabulary.name("baker", "occupation", "pl") == "piekarz"


def test_an_imported_name_does_not_take_a_word_from_a_built_in_concept() -> None:
    own = vocabulary.concept("baker", "occupation")
    assert own is not None
    vocabulary.extend([Concept("x", "occupation", {"nl": "kok"}, esco_uri=own.esco_uri)])
    assert first("kok") == "cook"


def test_a_built_in_code_stays_what_it_is() -> None:
    vocabulary.extend([Concept("baker", "occupation", {"nl": "iets anders"}, esco_uri=BAKER)])
    assert vocabulary.name("baker", "occupation") == "bakker"
