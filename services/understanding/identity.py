"""BSN and bank numbers, in any writing: with any sign between, in other digits, or in words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from stdnum import iban
from stdnum.nl import bsn

from services.understanding.signs import Plain

Span = tuple[int, int]

_DIGITS = {
    name: str(digit)
    for names in (
        "nul een twee drie vier vijf zes zeven acht negen",
        "zero one two three four five six seven eight nine",
    )
    for digit, name in enumerate(names.split())
}
# "drieeneen" has one e too few, as people type it
_SPELLED = re.compile(
    "|".join((*sorted((*_DIGITS, "oh"), key=len, reverse=True), "(?<=[^\\W\\d]e)en"))
)
_AGAIN = {"oh": "0", "en": "1"}
_SIGN = re.compile(r"[^\W_]")
_LETTERS = re.compile(r"[^\W\d_]+")
_BSN_SAID = re.compile(
    r"\bb[ .]?s[ .]?n(?:[ -]?(?:nr|nummer\w*|number|numara\w*)|(?![^\W\d_]))"
    r"|burger ?service ?(?:nummer|nr)"
    r"|\bsofi ?-?(?:nummer|nr)?\b|\bpersoons ?nummer|citizen service number"
    r"|(?:social security|national insurance) (?:number|no)\b|kimlik numara|\bpesel\b"
)
_BANK_SAID = re.compile(
    r"\b(?:bank ?)?rek(?:ening)?\.? ?(?:nummer|nr)\b|\b(?:bank ?)?rekening\b|\bbankrek\b"
    r"|\bgiro\b|\biban\b|account number|sort code|numer konta|номер рахунку|رقم الحساب|hesap numara"
)
_MONEY = re.compile(r"\s*(?:euro|eur\b|€|p/?u\b|per\b)")
# Words that say that the number is another one; of a telephone, if it can be one: no Dutch number
# has nine digits with a nought in front.
_SO_CALLED = r"\W{0,2}(?:no|nr|nummer|number)?[\W_]{0,3}(?:\d{4}[-/])?$"
_OTHER_NUMBER = re.compile(
    r"(?:kvk|k\.v\.k|btw|vat|order|bestel\w*|factuur|invoice|klant|polis|zaak|artikel|rsin"
    r"|chamber of commerce)" + _SO_CALLED
)
_TELEPHONE = re.compile(r"(?:tel|telefoon|mobiel|phone)" + _SO_CALLED)
_DIALLED = re.compile(r"(?:\+|(?<!\d)00)\d{1,3}[ .\-/]?(?:\(0\))?[ .\-/]?$|(?<!\d)0[ .-]$|\+$")
_GROUPS: tuple[list[int], ...] = (
    [],
    [2, 5],
    [3, 5],
)  # in one, 123 456 782, 1234 56 782: after which digits a gap is
_NEAR = 80  # signs between the word for a number and the number
_AFTER = 20  # the same for an account that has no check digits
_SO = re.compile(r"[\W_]{0,9}(?:(?:is|was|nr|no|nummer|van mij)\b)?[\W_]{0,9}")
_DUTCH = re.compile(r"nl\d\d[a-z]{4}\d{10}(?!\d)")
_BETWEEN = 4  # signs between two digits of one number: "1 - 2", ") (", a new line


def numbers(made: Plain) -> Iterator[tuple[str, Span]]:
    """The kind and the plain span of every number that may not be kept."""
    banks = list(_banks(made.text))
    yield from (("iban", span) for span in banks)
    taken = [place for span in banks for place in span]
    for span in _bsns(made.text):
        if bisect_right(taken, span[0]) % 2 == 0:
            yield "bsn", span


def _signs(text: str) -> list[tuple[str, int, int]]:
    """Digits, and digits in words, with their spans; "" parts what cannot be one number."""
    found: list[tuple[str, int, int]] = []
    place = 0
    while place < len(text):
        sign = text[place]
        if sign.isascii() and sign.isdigit():
            found.append((sign, place, place + 1))
            place += 1
        elif letters := _LETTERS.match(text, place):
            found += _in_words(text, *letters.span())
            place = letters.end()
        else:
            place += 1
    return found


def _in_words(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Of "een" or "eentweevier": the digits a word is made of; else one "" that parts."""
    made: list[tuple[str, int, int]] = []
    place = start
    while place < end:
        match = _SPELLED.match(text, place, end)
        if match is None:
            yield "", start, end
            return
        made.append(((_DIGITS | _AGAIN)[match[0]], *match.span()))
        place = match.end()
    yield from made


def _runs(text: str) -> Iterator[list[tuple[str, int, int]]]:
    """Digits that may be one number: no word and no wide gap between them."""
    run: list[tuple[str, int, int]] = []
    for each in _signs(text):
        if run and (not each[0] or each[1] - run[-1][2] > _BETWEEN):
            yield run
            run = []
        if each[0]:
            run.append(each)
    if run:
        yield run


def _said(pattern: re.Pattern[str], text: str) -> list[int]:
    return [match.end() for match in pattern.finditer(text)]


def _is_near(ends: list[int], start: int, end: int) -> bool:
    """Does the word stand shortly before, or right after?"""
    at = bisect_right(ends, start)
    before = at > 0 and start - ends[at - 1] <= _NEAR
    return before or (at < len(ends) and ends[at] - end <= _NEAR // 2)


def _bsns(text: str) -> Iterator[Span]:
    said = _said(_BSN_SAID, text)
    for run in _runs(text):
        yield from _in_run(text, run, said)


def _in_run(text: str, run: list[tuple[str, int, int]], said: list[int]) -> Iterator[Span]:
    """Nine digits of a run: the whole of it, or a part that stands by itself in it."""
    place = 0
    while place + 8 <= len(run):
        near = _is_near(said, run[place][1], run[place][2])
        size = next((n for n in (9, 8) if _is_bsn(text, run, place, n, near=near)), 0)
        if size:
            yield run[place][1], run[place + size - 1][2]
        place += size or 1


def _is_bsn(
    text: str, run: list[tuple[str, int, int]], place: int, size: int, *, near: bool
) -> bool:
    last = place + size - 1
    if last >= len(run) or _glued(run, place, last):
        return False
    digits = "".join(each[0] for each in run[place : last + 1])
    valid = bsn.is_valid(digits.zfill(9))
    if size == 8:  # the first nought left out, only where it is said to be one
        return near and valid
    if near or not valid:
        return near
    before = text[max(0, run[place][1] - 24) : run[place][1]]
    other = _DIALLED.search(before[-8:]) or _OTHER_NUMBER.search(before)
    if digits[0] != "0":
        other = other or _TELEPHONE.search(before)
    return not (other or _MONEY.match(text, run[last][2])) and _alone(text, run, place, last)


def _glued(run: list[tuple[str, int, int]], place: int, last: int) -> bool:
    """Is it a piece out of a longer number that is written in one?"""
    before = place > 0 and run[place - 1][2] == run[place][1]
    after = last + 1 < len(run) and run[last][2] == run[last + 1][1]
    return before or after


def _alone(text: str, run: list[tuple[str, int, int]], place: int, last: int) -> bool:
    """Does it read as one number beside the digits round it: by its groups or by the gaps?"""
    if _in_a_code(text, run[place][1], run[last][2]):
        return False
    gaps = [text[run[at][2] : run[at + 1][1]] for at in range(place, last)]
    if [at for at, gap in enumerate(gaps) if gap] in _GROUPS:
        return True
    inner = set(gaps)
    first = place == 0 or text[run[place - 1][2] : run[place][1]] not in inner
    final = last + 1 == len(run) or text[run[last][2] : run[last + 1][1]] not in inner
    return first and final


def _in_a_code(text: str, start: int, end: int) -> bool:
    """Do letters touch it, as in the numbers of machines?"""
    return text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()


def _banks(text: str) -> Iterator[Span]:
    """IBANs by their check digits; near the word for one, what is as long as an account."""
    signs = _joined(text)
    said = _said(_BANK_SAID, text)
    joined = "".join(each[0] for each in signs)
    place = 0
    for start in (match.start() for match in re.finditer(r"(?=[a-z]{2}\d\d)", joined)):
        if start < place or not _begins_word(text, signs[start][1]):
            continue
        near = _is_near(said, signs[start][1], signs[start][2])
        length = _iban_length(joined, signs, start, near=near)
        if length:
            place = start + length
            yield signs[start][1], signs[place - 1][2]
    yield from _accounts(text, said)


def _begins_word(text: str, place: int) -> bool:
    return place == 0 or not text[place - 1].isalnum()


def _joined(text: str) -> list[tuple[str, int, int]]:
    """All letters and digits without what stands between; a spelled digit is that digit."""
    digits = {start: (digit, start, end) for digit, start, end in _signs(text) if digit}
    made: list[tuple[str, int, int]] = []
    for match in _SIGN.finditer(text):
        if not made or match.start() >= made[-1][2]:
            made.append(digits.get(match.start(), (match[0], *match.span())))
    return made


def _iban_length(joined: str, signs: list[tuple[str, int, int]], start: int, *, near: bool) -> int:
    """How many signs the IBAN that begins here has; 0 when it is none."""
    room = start + 1
    while room < min(len(signs), start + 34) and signs[room][1] - signs[room - 1][2] <= _BETWEEN:
        room += 1
    piece = joined[start:room]
    dutch = _DUTCH.match(piece)
    if dutch and (near or iban.is_valid(dutch[0], check_country=False)):
        return 18
    head = _rest(0, piece[:4])
    rest = 0
    for length, sign in enumerate(piece[4:], 5):
        if not sign.isascii():
            break
        rest = _rest(rest, sign)
        # mod 97 of the rest with the first four signs behind it: six digits
        sound = length > 14 and (rest * 1_000_000 + head) % 97 == 1
        if sound and iban.is_valid(piece[:length], check_country=False):
            return length
    return 0


def _rest(before: int, signs: str) -> int:
    for sign in signs:
        number = int(sign, 36)
        before = before * (100 if number > 9 else 10) + number
    return before if len(signs) > 1 else before % 97


def _accounts(text: str, said: list[int]) -> Iterator[Span]:
    """Old account numbers and those without check digits, only right after the word for one."""
    for run in _runs(text) if said else ():
        at = bisect_right(said, run[0][1])
        between = text[said[at - 1] : run[0][1]][: _AFTER + 1] if at else "x"
        if 6 <= len(run) <= 20 and _SO.fullmatch(between):
            yield run[0][1], run[-1][2]
