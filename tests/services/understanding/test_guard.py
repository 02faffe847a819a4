"""What is never kept, and what is no business of the guard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.understanding import guard


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("mijn bsn is 123456782", ["bsn"]),
        ("111222333", ["bsn"]),
        ("sofinummer 999999999", ["bsn"]),
        ("NL91 ABNA 0417 1643 00", ["iban"]),
        ("ik heb autisme en adhd", ["diagnosis", "diagnosis"]),
        ("door mijn depressie", ["diagnosis"]),
        ("ik ben marokkaan", ["origin"]),
        ("ik ben moslim", ["origin"]),
        ("ik kom uit Syrië", ["origin"]),
        ("liever geen buitenlanders", ["origin"]),
        ("ik kom uit Haarlem", []),
        ("hart voor de zaak", []),
        ("ik spreek Turks", []),
        ("werken in een Turkse bakkerij", []),
        ("suiker in de bakkerij", []),
        ("0612345678", []),
        ("Ik ben kok", []),
    ],
)
def test_what_is_found(words: str, kinds: list[str]) -> None:
    checked = guard.check(words, own_contact=True)
    assert [finding.kind for finding in checked.found] == kinds
    if not kinds:
        assert checked.clean == words


def test_others_contact_details_are_found_where_they_do_not_belong() -> None:
    checked = guard.check("bel Jan op 06-12345678 of jan@bakker.nl, Kerkstraat 12")
    assert [finding.kind for finding in checked.found] == ["phone", "email", "address"]
    assert "12345678" not in checked.clean


def _bsn(eight: int) -> str:
    """Eight digits and the ninth that the elfproef asks for; "" where there is none."""
    last = sum(
        int(digit) * weight for digit, weight in zip(str(eight), range(9, 1, -1), strict=True)
    )
    return f"{eight}{last % 11}" if last % 11 < 10 else ""


VALID = st.integers(10_000_000, 99_999_999).map(_bsn).filter(bool)


@given(before=st.text(max_size=20), number=VALID, after=st.text(max_size=20))
def test_no_valid_bsn_survives(before: str, number: str, after: str) -> None:
    before, after = before + " ", " " + after
    if before.rstrip()[-1:].isdigit() or after.lstrip()[:1].isdigit():
        return  # part of a longer number
    assert number not in guard.check(f"{before}{number}{after}", own_contact=True).clean


@given(st.text(max_size=200))
def test_any_text_is_checked_without_a_fault(text: str) -> None:
    guard.check(text)
