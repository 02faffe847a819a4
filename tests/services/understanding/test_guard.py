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
        ("nl91 abna 0417 1643 00 graag", ["iban"]),
        ("NL91ABNA0417164301", []),
        ("012345672", ["bsn"]),
        ("1234.56.782", ["bsn"]),
        ("bsn 12 34 56 789", ["bsn"]),  # near the word also when it is no valid one
        ("123456789", []),
        ("+31 6 12345672", []),  # nine digits of a phone number that would pass as a BSN
        ("+31 6 12 34 56 72", []),
        ("KvK 12345678", []),
        ("ik heb autisme en adhd", ["diagnosis", "diagnosis"]),
        ("adhd'er", ["diagnosis"]),
        ("ik heb een verstandelijke beperking", ["diagnosis"]),
        ("long covid", ["diagnosis"]),
        ("ik heb ms", ["diagnosis"]),
        ("ms office", []),
        ("ik ben doof", ["diagnosis"]),
        ("rugklachten", ["diagnosis"]),
        ("depression and anxiety", ["diagnosis", "diagnosis"]),
        ("zorg voor mensen met dementie", []),
        ("ervaring met autisme in de klas", []),
        ("mijn ervaring met autisme", ["diagnosis"]),
        ("vervanging zwangerschapsverlof", []),
        ("ik ben zwanger", ["diagnosis"]),
        ("kankerzooi", []),
        ("moslima", ["origin"]),
        ("I'm from Syria", ["origin"]),
        ("gevlucht uit Eritrea", ["origin"]),
        ("ik ben homo", ["origin"]),
        ("ik ben Turks docent", []),
        ("geen Pools nodig", []),
        ("christelijke school", []),
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
    digits = f"{eight:08}"
    last = sum(int(digit) * weight for digit, weight in zip(digits, range(9, 1, -1), strict=True))
    return f"{digits}{last % 11}" if last % 11 < 10 else ""


VALID = st.integers(1_000_000, 99_999_999).map(_bsn).filter(bool)


AROUND = st.text(max_size=20).filter(lambda text: not text[-2:].strip(" 0").endswith("+"))


@given(before=AROUND, number=VALID, after=st.text(max_size=20))
def test_no_valid_bsn_survives(before: str, number: str, after: str) -> None:
    text = f"{before} , {number} {after}"
    assert number not in guard.check(text, own_contact=True).clean


@given(before=st.text(max_size=9), number=VALID, sign=st.sampled_from(" .-\u00a0"))
def test_no_valid_bsn_in_threes_survives(before: str, number: str, sign: str) -> None:
    spaced = sign.join((number[:3], number[3:6], number[6:]))
    clean = guard.check(f"{before}: {spaced}.", own_contact=True).clean
    assert number not in "".join(filter(str.isdigit, clean))


@given(st.integers(10_000_000, 99_999_999))
def test_a_mobile_number_is_never_taken_for_a_bsn(number: int) -> None:
    for text in (f"+31 6 {number}", f"06-{number}", f"0031 6{number}", f"+316{number}"):
        assert guard.check(text, own_contact=True).clean == text


@given(st.text(max_size=200))
def test_any_text_is_checked_without_a_fault(text: str) -> None:
    guard.check(text)
