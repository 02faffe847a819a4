"""Every advert of our own, exactly: nothing invented, and known misses said openly."""

import json
import re
from pathlib import Path

import pytest

from dialogs.employer import vacancy
from services import adverts, vocabulary
from tests.adverts.count import counted, texts_in
from tests.adverts.expected import (
    FIELDS,
    GROUPS,
    LISTS,
    TODAY,
    Expected,
    all_adverts,
    answers_of,
    outcome,
)

ADVERTS = all_adverts()


def test_there_are_many_adverts_of_many_kinds() -> None:
    assert len(ADVERTS) >= 36
    assert sum(advert.group != "first" for advert in ADVERTS) >= 18
    assert {advert.group for advert in ADVERTS} == set(GROUPS)
    assert {advert.language for advert in ADVERTS} == {"nl", "en"}


@pytest.mark.parametrize("advert", ADVERTS, ids=lambda advert: advert.name)
def test_every_field_is_listed(advert: Expected) -> None:
    assert {*advert.fields, *advert.absent} == set(FIELDS)
    assert not set(advert.fields) & set(advert.absent)
    for field, kind in (("occupation", "occupation"), ("must", "skill"), ("nice", "skill")):
        for code in advert.fields.get(field, ()):
            assert vocabulary.concept(code, kind), code  # type: ignore[arg-type]


@pytest.mark.parametrize("advert", ADVERTS, ids=lambda advert: advert.name)
def test_reads_what_is_there_and_nothing_else(advert: Expected) -> None:
    answers = answers_of(advert)
    came = {field: outcome(advert, field, answers) for field in FIELDS}
    wrong = {f: (advert.fields.get(f), answers.get(f)) for f in FIELDS if came[f] == "wrong"}
    assert set(wrong) <= set(advert.wrong), wrong
    # A vocabulary that learns a word may find more than is listed here, never less.
    assert {field for field in FIELDS if came[field] == "missed"} <= set(advert.missed)


@pytest.mark.parametrize("advert", ADVERTS, ids=lambda advert: advert.name)
def test_answers_say_where_they_come_from(advert: Expected) -> None:
    assert adverts.unfit(advert.text) is None
    answers = answers_of(advert)
    assert set(answers["_from"]) == set(answers) - {"_from"}
    assert json.loads(json.dumps(answers)) == answers
    for words in answers["_from"].values():
        assert 0 < len(words) <= 80
        assert words in " ".join(advert.text.split())


@pytest.mark.parametrize("advert", ADVERTS, ids=lambda advert: advert.name)
def test_the_dialog_takes_every_answer(advert: Expected) -> None:
    answers = answers_of(advert)
    for field in set(answers) - {"_from"}:
        assert vacancy.questions[field].accepts(answers[field]), field


def test_counting_tells_wrong_from_missed() -> None:
    advert = ADVERTS[0]
    assert outcome(advert, "place", {"place": "nowhere"}) == "wrong"
    assert outcome(advert, "place", {}) == "missed"
    for field in LISTS:
        assert outcome(advert, field, {field: ["invented"]}) == "wrong"
    counts = counted([advert])
    assert sum(sum(row.values()) for row in counts.values()) == len(FIELDS)


def test_other_adverts_can_be_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from tests.adverts.count import main

    path = tmp_path / "some.json"
    path.write_text(json.dumps([{"title": "Kok (24 uur)", "text": "Gezocht: kok in Haarlem."}]))
    assert [name for name, _ in texts_in(path)] == ["some.json 0: Kok (24 uur)"]
    main([str(path)])
    shown = capsys.readouterr().out
    assert re.search(r"title +Kok +« Kok »", shown)
    assert re.search(r"hours +\[24, 24\]", shown)


def test_the_same_day_gives_the_same_reading() -> None:
    for advert in ADVERTS[:5]:
        assert adverts.read(advert.text, "nl", TODAY) == adverts.read(advert.text, "nl", TODAY)
