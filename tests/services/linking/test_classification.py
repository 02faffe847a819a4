"""What a region imported beside the built-in vocabulary."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from dialogs.lookups import Known
from services import vocabulary
from services.linking import classification, semantic
from services.linking.classification import PREFIX, Classification, code_of
from services.linking.table import Floats
from services.messages.outbox import press
from services.taxonomy import FILE_NAME
from services.vocabulary.concepts import KINDS
from tests.services.linking.encoders import Hashed
from tests.services.taxonomy.files import BAKER, BASE, CLOGS, COLUMNS, NOW, occupation, run, table

pytestmark = pytest.mark.slow

SPINNER = f"{BASE}/occupation/a0000000-0000-4000-8000-000000000003"
ENGLISH_ONLY = f"{BASE}/occupation/a0000000-0000-4000-8000-000000000004"
KNOWN = "cook"  # a built-in occupation that is in the file as well


@pytest.fixture
def path(tmp_path: Path) -> Path:
    own = vocabulary.concept(KNOWN, "occupation")
    assert own is not None
    assert own.esco_uri
    dutch = table(
        COLUMNS,
        occupation(CLOGS, "klompenmaker", "klompensnijder"),
        occupation(SPINNER, "wolspinner"),
        occupation(own.esco_uri, "keukenprins", "gaarder van spijzen"),
        occupation(BAKER, "zeepzieder"),
    )
    english = table(
        COLUMNS,
        occupation(CLOGS, "clog maker"),
        occupation(ENGLISH_ONLY, "beekeeping inspector"),
    )
    (tmp_path / "occupations_nl.csv").write_text(dutch, encoding="utf-8")
    (tmp_path / "occupations_en.csv").write_text(english, encoding="utf-8")
    run(tmp_path, tmp_path / "occupations_nl.csv", tmp_path / "occupations_en.csv")
    return tmp_path / FILE_NAME


@pytest.fixture
def imported(path: Path) -> Iterator[Classification]:
    found = classification.opened(path, waits=True)
    assert found is not None
    vocabulary.look_beyond(found)
    yield found
    vocabulary.look_beyond(None)
    found.close()


def codes(text: str, language: str = "nl") -> list[str]:
    return [each.concept.code for each in vocabulary.normalise("occupation", text, language)]


def test_nothing_imported_is_nothing_beyond(tmp_path: Path) -> None:
    assert classification.opened(tmp_path / FILE_NAME) is None
    assert code_of(CLOGS) not in codes("klompenmaker")
    assert vocabulary.name(code_of(CLOGS), "occupation") == "?"


@pytest.mark.usefixtures("imported")
def test_an_imported_occupation_can_be_typed() -> None:
    (first, *_) = vocabulary.normalise("occupation", "klompesnijder")
    assert (first.concept.code, first.matched) == (code_of(CLOGS), "klompensnijder")
    assert first.concept.esco_uri == CLOGS
    assert vocabulary.name(first.concept.code, "occupation") == "klompenmaker"
    assert vocabulary.name(first.concept.code, "occupation", "en") == "clog maker"
    assert vocabulary.concept(first.concept.code, "skill") is None


@pytest.mark.usefixtures("imported")
def test_it_is_asked_back_never_taken_for_sure() -> None:
    (first, *others) = vocabulary.normalise("occupation", "klompenmaker")
    assert (first.concept.code, first.sure) == (code_of(CLOGS), False)
    assert 0 < first.score < 1
    assert len(others) < vocabulary.CHOICES
    (guess,) = Known("nl", NOW.date()).concepts("occupation", "klompenmaker")
    assert (guess.codes[0], guess.sure) == (code_of(CLOGS), False)


@pytest.mark.usefixtures("imported")
def test_what_the_built_in_vocabulary_is_sure_of_stays_as_it_is() -> None:
    (first, *_) = vocabulary.normalise("occupation", "kok")
    assert (first.concept.code, first.sure) == (KNOWN, True)


@pytest.mark.usefixtures("imported")
def test_what_everyday_words_usually_mean_is_not_pushed_away() -> None:
    own = codes("iets met dieren")
    vocabulary.look_beyond(None)
    assert codes("iets met dieren")[0] == own[0]


@pytest.mark.usefixtures("imported")
def test_imported_names_of_a_built_in_concept_lead_to_it() -> None:
    assert codes("gaarder van spijzen")[0] == KNOWN


@pytest.mark.usefixtures("imported")
def test_what_has_no_dutch_name_is_not_shown_to_who_reads_dutch() -> None:
    assert code_of(ENGLISH_ONLY) not in codes("beekeeping inspector")
    assert codes("beekeeping inspector", "en")[0] == code_of(ENGLISH_ONLY)


@pytest.mark.usefixtures("imported")
def test_a_language_that_was_not_imported_is_read_as_dutch() -> None:
    assert codes("klompenmaker", "ti")[0] == code_of(CLOGS)


@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize("text", ["", "geen", "niks", "24 uur", "?", "x", "🙂"])
def test_a_text_that_names_nothing_finds_nothing_imported(text: str) -> None:
    assert not any(code.startswith(PREFIX) for code in codes(text))


@pytest.mark.usefixtures("imported")
def test_a_code_fits_on_a_button() -> None:
    assert len(press("employer", 10_000_000, "occupation", code_of(CLOGS)).encode()) <= 64
    assert ":" not in code_of(CLOGS)


@pytest.mark.usefixtures("imported")
def test_nearness_of_imported_occupations_is_their_isco_group() -> None:
    clogs, spinner = code_of(CLOGS), code_of(SPINNER)
    assert vocabulary.occupations_related(clogs, clogs) == 1
    assert vocabulary.occupations_related(clogs, spinner) == 0.5  # both are in 7512 …
    near = vocabulary.concept("baker", "occupation")
    assert near is not None
    assert near.isco == "7512"  # … and so are bakers
    assert vocabulary.occupations_related(clogs, "baker") == 0.5
    assert vocabulary.occupations_related("baker", spinner) == 0.5
    assert vocabulary.occupations_related(clogs, KNOWN) == 0
    assert vocabulary.occupations_related(clogs, f"{PREFIX}none") == 0


def test_a_service_answers_while_the_names_are_made_ready(path: Path) -> None:
    free = threading.Event()
    found = Classification(path)
    found._pool.submit(free.wait, 20)  # the one thread has other work first
    vocabulary.look_beyond(found)
    try:
        known = Known("nl", NOW.date())
        assert code_of(CLOGS) not in codes("klompenmaker")
        before = known.concepts("occupation", "klompenmaker")
        free.set()
        found._linkers["occupation", "nl"].result(20)
        assert codes("klompenmaker")[0] == code_of(CLOGS)
        assert before != known.concepts("occupation", "klompenmaker")  # no old answer is kept
    finally:
        free.set()
        vocabulary.look_beyond(None)
        found.close()


def test_vectors_of_the_names_are_made_behind_the_linkers_and_kept(path: Path) -> None:
    encoders = [Hashed(synonyms={"zorgeloos": "zeepzieder"}) for _ in range(2)]
    for encoder in encoders:
        found = Classification(path, encoder=lambda encoder=encoder: encoder)
        found.candidates("occupation", "zorgeloos", "nl", 5)
        found._linkers["occupation", "nl"].result(20)
        while found.edition < 2:  # the linker, and its vectors: an older answer is not kept
            found._pool.submit(int).result(20)
        (first, *_) = found.candidates("occupation", "zorgeloos", "nl", 5)
        assert (first.matched, first.sure) == ("zeepzieder", False)
        found.close()
    assert encoders[0].asked > encoders[1].asked > 0  # the second read the file
    assert (path.parent / "vocabulary-meaning-occupation-nl.npz").is_file()


class Slow(Hashed):
    """Makes a batch of vectors for each permit."""

    def __init__(self, permits: int) -> None:
        super().__init__()
        self.permits = threading.Semaphore(permits)

    def __call__(self, texts: Sequence[str]) -> Floats:
        assert self.permits.acquire(timeout=20)
        return super().__call__(texts)


def test_others_get_the_thread_between_two_batches_and_closing_ends_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(semantic, "AT_ONCE", 1)
    slow = Slow(permits=2)
    found = Classification(path, encoder=lambda: slow)
    free = threading.Event()
    found._pool.submit(free.wait, 20)
    for kind in KINDS:
        assert found.candidates(kind, "klompenmaker", "nl", 5) == []
    free.set()
    linker = found._linkers["occupation", "nl"].result(20)
    found._linkers["skill", "nl"].result(20)  # asked later, and not last
    assert found.candidates("occupation", "klompenmaker", "nl", 5)
    found.close()
    slow.permits.release()
    found._pool.shutdown(wait=True)
    assert linker.meaning is not None
    assert not linker.meaning.ready
    assert slow.asked <= 3
    assert list(path.parent.glob("*meaning*occupation*")) == []


def test_an_encoder_that_fails_costs_no_answer(path: Path) -> None:
    class Broken(Hashed):
        def __call__(self, texts: Sequence[str]) -> Floats:
            raise MemoryError(len(texts))

    found = Classification(path, encoder=Broken)
    found.candidates("occupation", "klompenmaker", "nl", 5)
    linker = found._linkers["occupation", "nl"].result(20)
    found._pool.submit(int).result(20)
    found._pool.submit(int).result(20)
    assert linker.meaning is not None
    assert not linker.meaning.ready
    assert found.candidates("occupation", "klompenmaker", "nl", 5)[0].matched == "klompenmaker"
    found.close()


def test_a_command_waits_for_the_vectors_too(path: Path) -> None:
    encoder = Hashed(synonyms={"zorgeloos": "zeepzieder"})
    found = Classification(path, waits=True, encoder=lambda: encoder)
    assert found.candidates("occupation", "zorgeloos", "nl", 5)[0].matched == "zeepzieder"
    found.close()
