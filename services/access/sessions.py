"""Links and cookies: who a browser is, and what a link may do (ways-in).

Only keyed hashes are stored. A link or a code works once, only a poster works until it expires; a
new way to another device makes the ones before it worthless. Staff give a second factor (TOTP,
RFC 6238) as well.
"""

from __future__ import annotations

import hashlib
import hmac
import io
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pyotp
import segno
from pyotp.utils import strings_equal
from sqlalchemy import delete, update
from sqlmodel import col, select

from services import audit
from services.store.models import Link, Visit
from services.store.sealed import ring
from services.unit_of_work import Work

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # nothing that looks like something else
CODE_LENGTH = 8
OFTEN = frozenset({"poster"})  # purposes that may be used more than once
LASTS = {"chat": timedelta(days=30), "console": timedelta(hours=12)}
CONFIRMED = timedelta(hours=12)  # how long a second factor counts for deciding in a chat
ISSUER = "Werklijn"


def _digest(token: str) -> str:
    """What is kept, sealed, of a token, so that its hash can be renewed without it."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _key(kind: str, token: str) -> str:
    return ring().lookup(kind, _digest(token))


def _keys(kind: str, token: str) -> list[str]:
    """Where a row may stand: under any key of the ring, also as before release 0.2."""
    return ring().lookups(kind, _digest(token)) + ring().old_lookups(kind, token)


async def make_link(
    work: Work,
    purpose: str,
    person_id: int | None,
    facts: Mapping[str, Any],
    lifetime: timedelta,
) -> str:
    """A token for a link; "join" gives eight characters that can be typed."""
    if purpose == "join":
        await _drop_older(work, person_id)
        token = _new_code()
    else:
        token = secrets.token_urlsafe(24)
    key, owners = _key("link", token), [person_id] if person_id else []
    kind = "invited" if purpose == "invite" else "code-made"
    await audit.note(work, kind, people=owners, code=audit.code_mark(key), purpose=purpose)
    work.tx.add(
        Link(
            key=key,
            digest=_digest(token),
            purpose=purpose,
            person_id=person_id,
            facts=dict(facts),
            expires=work.now + lifetime,
            created=work.now,
        )
    )
    return token


def _new_code() -> str:
    """Eight signs, digits and letters among them, so that nobody types one as a word."""
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        if looks_like_code(code):
            return code


def looks_like_code(typed: str) -> bool:
    """May these words be a code that was given to somebody, and nothing else?"""
    code = _typed(typed)
    fits = len(code) == CODE_LENGTH and set(code) <= set(ALPHABET)
    return fits and any(map(str.isdigit, code)) and any(map(str.isalpha, code))


async def _drop_older(work: Work, person_id: int | None) -> None:
    """The codes somebody had and did not use."""
    await work.tx.exec(
        delete(Link)
        .where(col(Link.person_id) == person_id)
        .where(col(Link.purpose) == "join", col(Link.used).is_(None))
        .execution_options(synchronize_session=False)
    )


async def is_link(work: Work, token: str) -> bool:
    """Was a link ever made with this token? For telling a wrong try from an old link."""
    query = select(Link.key).where(col(Link.key).in_(keys_of(token))).limit(1)
    return (await work.tx.exec(query)).first() is not None


def keys_of(code: str) -> list[str]:
    """Where a code may stand, as it is or as it was typed."""
    return [*_keys("link", code), *_keys("link", _typed(code))]


def _typed(code: str) -> str:
    """A code as it was made, however it was typed."""
    return code.strip().upper().replace("-", "").replace(" ", "")


async def use_link(work: Work, token: str, purpose: str) -> Link | None:
    """The link behind a token, if it may be used now. Two at once: one of them gets it."""
    if purpose == "join":
        token = _typed(token)
    query = select(Link).where(col(Link.key).in_(_keys("link", token)))
    link = (await work.tx.exec(query)).first()
    if link is None or link.purpose != purpose or link.expires <= work.now:
        return None
    if purpose in OFTEN:
        return link
    done = await work.tx.exec(
        update(Link)
        .where(col(Link.key) == link.key, col(Link.used).is_(None))
        .values(used=work.now)
        .execution_options(synchronize_session=False)
    )
    if done.rowcount != 1:
        return None
    owners, mark = [link.person_id] if link.person_id else [], audit.code_mark(link.key)
    await audit.note(work, "code-used", people=owners, code=mark, purpose=purpose)
    return link


async def begin_visit(work: Work, person_id: int, kind: str, *, strong: bool = False) -> str:
    """A cookie for a browser that acts as a person from now on."""
    token = secrets.token_urlsafe(32)
    work.tx.add(
        Visit(
            key=_key("visit", token),
            digest=_digest(token),
            person_id=person_id,
            kind=kind,
            strong=strong,
            created=work.now,
            used=work.now,
            expires=work.now + LASTS[kind],
        )
    )
    return token


async def visit(work: Work, token: str, kind: str) -> Visit | None:
    """Who this browser is; using it makes it last longer."""
    if not token:
        return None
    query = select(Visit).where(col(Visit.key).in_(_keys("visit", token)))
    found = (await work.tx.exec(query)).first()
    if found is None or found.kind != kind or found.expires <= work.now:
        return None
    if work.now - found.used > timedelta(hours=1):
        found.used, found.expires = work.now, work.now + LASTS[kind]
        found.key, found.digest = _key("visit", token), _digest(token)
    return found


async def keep_visits(work: Work, further: timedelta) -> None:
    """The clock goes so much further at once, and nobody is out by it (the demo)."""
    for each in (await work.tx.exec(select(Visit).where(col(Visit.expires) > work.now))).all():
        each.used, each.expires = each.used + further, each.expires + further


async def is_confirmed(work: Work, person_id: int) -> bool:
    """Did a colleague come into the console with the second factor, lately, and not leave it?"""
    query = (
        select(Visit.key)
        .where(Visit.person_id == person_id, Visit.kind == "console", col(Visit.strong).is_(True))
        .where(col(Visit.created) > work.now - CONFIRMED, col(Visit.expires) > work.now)
    )
    return (await work.tx.exec(query.limit(1))).first() is not None


async def end_visit(work: Work, token: str, kind: str) -> None:
    """The "klaar" of a shared computer."""
    found = await visit(work, token, kind)
    if found is not None:
        await work.tx.delete(found)


def form_token(cookie: str) -> str:
    """What a form must bring along so that no other site can post it (CSRF)."""
    return ring().forms(cookie)[0][:32]


def is_form_token(given: str, cookie: str) -> bool:
    """Was this handed out for this cookie, also under a key that has gone second since?"""
    allowed = [token[:32].encode() for token in ring().forms(cookie)]
    return any(
        hmac.compare_digest(token, given.encode("utf-8", "surrogatepass")) for token in allowed
    )


def new_secret() -> str:
    """A second factor to set up."""
    return pyotp.random_base32()


def check_code(secret: str, code: str, now: datetime, last: int | None = None) -> int | None:
    """The step of these digits: now, half a minute ago or ahead. None when they are wrong.

    A step counts once (RFC 6238, 5.2): of digits that were used, or older ones, nothing is left.
    """
    digits, totp = code.replace(" ", ""), pyotp.TOTP(secret)
    if not (digits.isascii() and digits.isdecimal()):
        return None
    this = totp.timecode(now)
    for step in (this - 1, this, this + 1):
        if (last is None or step > last) and strings_equal(totp.generate_otp(step), digits):
            return step
    return None


def secret_picture(secret: str, name: str) -> str:
    """The secret as a QR code (inline SVG) for an authenticator app."""
    return picture(pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=ISSUER))


def picture(address: str) -> str:
    """An address as a QR code (inline SVG) for a phone."""
    out = io.BytesIO()
    segno.make(address, error="m").save(out, kind="svg", scale=4, xmldecl=False, svgns=True)
    return out.getvalue().decode()
