"""Encryption at rest: columns that hold names, contact details and free text.

A value is JSON under AES-256-GCM: `version(1) key-number(4) nonce(12) ciphertext tag(16)`. The
place it belongs to ("person.name") is authenticated with it, so that what was sealed for one
column does not open in another; a migration that renames a sealed column must seal it anew.

The key ring comes from the setting SECRET_KEY: the first secret writes, all of them read. From
each secret HKDF-SHA-256 (RFC 5869) derives a key per use: sealing, looking up, forms. Before
release 0.2 a value was a Fernet token (AES-128-CBC, HMAC) and a key was a plain SHA-256 of the
secret; both are still read, and `werklijn rekey` brings them to the form of today.

Nonces are random: NIST SP 800-38D allows 2^32 values under one key, which is centuries here.

The type decorators need the ring wherever SQLAlchemy binds a value, so there is one ring a
process, set when the database is opened (`open_ring`).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import LargeBinary, MetaData, TypeDecorator

VERSION = b"\x01"  # a Fernet token begins with "g"
NUMBER, NONCE = 4, 12  # bytes
_HEAD = len(VERSION) + NUMBER


class WrongKeyError(ValueError):
    """No key of the ring opens this value, or it was tampered with."""


@dataclass(frozen=True)
class _Key:
    """What one secret is good for."""

    number: bytes  # says which key sealed a value; tells nothing of the key
    seal: AESGCM
    lookup: bytes
    form: bytes
    old_seal: Fernet
    old_lookup: bytes

    @classmethod
    def of(cls, secret: str) -> _Key:
        raw = secret.encode()
        return cls(
            number=_derived(raw, "number", NUMBER),
            seal=AESGCM(_derived(raw, "seal")),
            lookup=_derived(raw, "lookup"),
            form=_derived(raw, "form"),
            old_seal=Fernet(base64.urlsafe_b64encode(_old(raw, b"seal"))),
            old_lookup=_old(raw, b"lookup"),
        )


def _derived(secret: bytes, label: str, length: int = 32) -> bytes:
    return HKDF(SHA256(), length, salt=None, info=f"werklijn/1/{label}".encode()).derive(secret)


def _old(secret: bytes, label: bytes) -> bytes:
    return hashlib.sha256(b"werklijn/" + label + b"/" + secret).digest()


def _hash(key: bytes, parts: Sequence[str]) -> str:
    digest = hmac.digest(key, "\0".join(parts).encode("utf-8", "surrogatepass"), "sha256")
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


class KeyRing:
    """The keys of this installation, newest first."""

    def __init__(self, secrets: Sequence[str]) -> None:
        if not secrets or not all(secrets):
            raise ValueError("a key ring needs at least one secret")
        self._keys = [_Key.of(secret) for secret in secrets]
        self._by_number = {key.number: key for key in reversed(self._keys)}
        self.head = VERSION + self._keys[0].number  # what a value of today begins with

    @property
    def newest(self) -> str:
        """The number of the key that writes, to say how far a change of keys is."""
        return self._keys[0].number.hex()

    def seal(self, value: Any, place: str = "") -> bytes:
        """Encrypt any JSON value for a place."""
        nonce = os.urandom(NONCE)
        data = json.dumps(value, ensure_ascii=False).encode()
        return self.head + nonce + self._keys[0].seal.encrypt(nonce, data, place.encode())

    def open(self, sealed: bytes, place: str = "") -> Any:
        """Decrypt what `seal` made for this place; raises WrongKeyError when no key fits."""
        return json.loads(self._opened(sealed, place))

    def as_text(self, sealed: bytes, place: str = "") -> str:
        """The same as the JSON text it is, to look for something in it first."""
        return self._opened(sealed, place).decode()

    def is_current(self, sealed: bytes) -> bool:
        """Was this written in today's form with the newest key?"""
        return sealed[:_HEAD] == self.head

    def lookup(self, *parts: str) -> str:
        """A keyed hash to find a value by without storing it in clear: 43 characters."""
        return _hash(self._keys[0].lookup, parts)

    def lookups(self, *parts: str) -> list[str]:
        """Every hash under which a value may have been kept: `lookup` first, then older ones."""
        return [_hash(key.lookup, parts) for key in self._keys] + self.old_lookups(*parts)

    def old_lookups(self, *parts: str) -> list[str]:
        """The hashes of before release 0.2."""
        return [_hash(key.old_lookup, parts) for key in self._keys]

    def forms(self, *parts: str) -> list[str]:
        """What a form brings along, by any key: newest first, which is the one to hand out."""
        return [_hash(key.form, parts) for key in self._keys]

    def _opened(self, sealed: bytes, place: str) -> bytes:
        try:
            if sealed[:1] != VERSION:
                return self._opened_fernet(sealed)
            nonce, rest = sealed[_HEAD : _HEAD + NONCE], sealed[_HEAD + NONCE :]
            key = self._by_number[sealed[1:_HEAD]]
            return key.seal.decrypt(nonce, rest, place.encode())
        except (KeyError, InvalidTag, InvalidToken, ValueError) as wrong:
            raise WrongKeyError("this database was written with another SECRET_KEY") from wrong

    def _opened_fernet(self, sealed: bytes) -> bytes:
        for key in self._keys:
            try:
                return key.old_seal.decrypt(sealed)
            except InvalidToken:
                continue
        raise InvalidToken


class _Holder:
    ring: KeyRing | None = None


def open_ring(secrets: Sequence[str]) -> KeyRing:
    """Set the key ring of this process."""
    _Holder.ring = KeyRing(secrets)
    return _Holder.ring


def ring() -> KeyRing:
    """The key ring of this process; raises RuntimeError before a database is opened."""
    if _Holder.ring is None:
        raise RuntimeError("the key ring is not open: call connect() first")
    return _Holder.ring


class Sealed(TypeDecorator[Any]):
    """A JSON value that is encrypted in the database. None stays NULL."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, place: str = "") -> None:
        super().__init__()
        self.place = place

    def process_bind_param(self, value: Any, dialect: Any) -> bytes | None:
        """Encrypt on the way in."""
        return None if value is None else ring().seal(value, self.place)

    def process_result_value(self, value: bytes | None, dialect: Any) -> Any:
        """Decrypt on the way out."""
        return None if value is None else ring().open(value, self.place)


def bind_places(metadata: MetaData) -> None:
    """Tell every sealed column what it is called; once, when all tables are known."""
    for table in metadata.tables.values():
        for column in table.columns:
            if isinstance(column.type, Sealed):
                column.type = Sealed(f"{table.name}.{column.name}")
