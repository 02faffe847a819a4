"""What is sealed opens with the right key, in the right place, whole; older forms stay readable."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import SQLModel

from services.store import models
from services.store.sealed import KeyRing, Sealed, WrongKeyError

OLD, NEW = "the key of last year, long enough", "the key of this year, also long enough"
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


def before_0_2(secret: str, value: object) -> bytes:
    """As release 0.1 sealed it."""
    key = hashlib.sha256(b"werklijn/seal/" + secret.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key)).encrypt(json.dumps(value).encode())


def hash_before_0_2(secret: str, *parts: str) -> str:
    key = hashlib.sha256(b"werklijn/lookup/" + secret.encode()).digest()
    digest = hmac.new(key, "\0".join(parts).encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


@given(value=json_values)
def test_any_value_comes_back(value: object) -> None:
    ring = KeyRing([NEW])
    assert ring.open(ring.seal(value, "person.name"), "person.name") == value


def test_a_value_opens_only_in_its_own_place() -> None:
    ring = KeyRing([NEW])
    sealed = ring.seal("Samira", "person.name")
    with pytest.raises(WrongKeyError):
        ring.open(sealed, "dossier.facts")


@pytest.mark.parametrize("at", [0, 1, 6, 20, -1])
def test_a_changed_byte_is_refused(at: int) -> None:
    ring = KeyRing([NEW])
    sealed = bytearray(ring.seal("Samira", "person.name"))
    sealed[at] ^= 1
    with pytest.raises(WrongKeyError):
        ring.open(bytes(sealed), "person.name")


@pytest.mark.parametrize("broken", [b"", b"\x01", b"\x01abcd", b"gAAAAA", b"\x00" * 40])
def test_what_was_cut_off_is_refused(broken: bytes) -> None:
    with pytest.raises(WrongKeyError):
        KeyRing([NEW]).open(broken)


def test_the_newest_writes_and_all_read() -> None:
    old, both, new = KeyRing([OLD]), KeyRing([NEW, OLD]), KeyRing([NEW])
    was = old.seal("Samira")
    assert both.open(was) == "Samira"
    assert not both.is_current(was)
    assert both.is_current(both.seal("Samira"))
    assert new.open(both.seal("Samira")) == "Samira"
    with pytest.raises(WrongKeyError):
        new.open(was)


def test_values_of_before_0_2_are_read() -> None:
    sealed = before_0_2(OLD, {"naam": "Samira"})
    assert KeyRing([NEW, OLD]).open(sealed, "talk.state") == {"naam": "Samira"}
    assert not KeyRing([OLD]).is_current(sealed)
    with pytest.raises(WrongKeyError):
        KeyRing([NEW]).open(sealed)


def test_look_ups_of_every_key_and_form_are_found() -> None:
    found = KeyRing([NEW, OLD]).lookups("telegram", "12")
    assert found[0] == KeyRing([NEW]).lookup("telegram", "12")
    assert KeyRing([OLD]).lookup("telegram", "12") in found
    assert hash_before_0_2(OLD, "telegram", "12") in found
    assert len(set(found)) == 4


def test_each_use_has_a_key_of_its_own() -> None:
    ring = KeyRing([NEW])
    assert ring.lookup("x") != ring.forms("x")[0] != ring.old_lookups("x")[0]


def test_every_sealed_column_knows_its_place() -> None:
    assert models.Person
    sealed = {
        f"{table.name}.{column.name}": column.type.place
        for table in SQLModel.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, Sealed)
    }
    assert len(sealed) > 20
    assert all(name == place for name, place in sealed.items())
