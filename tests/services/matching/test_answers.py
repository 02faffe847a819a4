"""Answers of the dialogs that stand for "everything" or "nothing" mean that in matching too."""

from __future__ import annotations

from services import matching


def test_any_contract_fits_every_contract() -> None:
    fit = matching.fit({"contract": ["any"]}, {"contract": "fixed"})
    part = next(part for part in fit.parts if part.name == "contract")
    assert part.verdict == "fits"


def test_nothing_special_is_nothing_to_offer() -> None:
    assert matching.helps_line({"helps": ["none"]}, {"conditions": ["quiet"]}) == []
