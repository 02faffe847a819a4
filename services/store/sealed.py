"""Encryption at rest: columns that hold names, contact details and free text.

A value is JSON, encrypted with Fernet (AES-128-CBC with HMAC-SHA-256). The key ring comes from the
setting SECRET_KEY: the first key writes, all of them read, so a key is rotated by putting a new
one in front. The type decorators need the ring wherever SQLAlchemy binds a value, so there is one
ring a process, set when the database is opened (`open_ring`).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from sqlalchemy import LargeBinary, TypeDecorator


class KeyRing:
    """The keys of this installation; secrets are passphrases of any form, stretched to keys."""

    def __init__(self, secrets: list[str]) -> None:
        if not secrets or not all(secrets):
            raise ValueError("a key ring needs at least one secret")
        raw = [hashlib.sha256(b"werklijn/seal/" + secret.encode()).digest() for secret in secrets]
        self._fernet = MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in raw])
        # Look-up keys must not change when a new secret is put in front: the oldest makes them.
        self._lookup = hashlib.sha256(b"werklijn/lookup/" + secrets[-1].encode()).digest()

    def seal(self, value: Any) -> bytes:
        """Encrypt any JSON value."""
        return self._fernet.encrypt(json.dumps(value, ensure_ascii=False).encode())

    def open(self, sealed: bytes) -> Any:
        """Decrypt what `seal` made; raises ValueError when no key of the ring fits."""
        try:
            return json.loads(self._fernet.decrypt(sealed))
        except InvalidToken as wrong:
            raise ValueError("this database was written with another SECRET_KEY") from wrong

    def rotate(self, sealed: bytes) -> bytes:
        """The same value under the newest key."""
        return self._fernet.rotate(sealed)

    def lookup(self, *parts: str) -> str:
        """A keyed hash to find a value by without storing it in clear: 43 characters."""
        digest = hmac.new(self._lookup, "\0".join(parts).encode(), hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest).decode().rstrip("=")


class _Holder:
    ring: KeyRing | None = None


def open_ring(secrets: list[str]) -> KeyRing:
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

    def process_bind_param(self, value: Any, dialect: Any) -> bytes | None:
        """Encrypt on the way in."""
        return None if value is None else ring().seal(value)

    def process_result_value(self, value: bytes | None, dialect: Any) -> Any:
        """Decrypt on the way out."""
        return None if value is None else ring().open(value)
