"""Rendering a page in its reader's language, and the cookies of a browser."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import aiohttp_jinja2
import jinja2
from aiohttp import web
from markupsafe import Markup, escape

from bot.web import seats
from bot.web.deps import deps_of
from services import texts
from services.access import sessions
from services.texts import render as wording

HERE = Path(__file__).parent
LANGUAGE = "werklijn_language"
MONTH = 30 * 24 * 3600
YEAR = "public, max-age=31536000, immutable"


def set_up(app: web.Application) -> None:
    """Templates with escaping on, and the helpers they use."""
    aiohttp_jinja2.setup(
        app,
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )


@cache
def files() -> Mapping[str, bytes]:
    """The static files: few and small, so they are read once."""
    return {path.name: path.read_bytes() for path in (HERE / "static").iterdir()}


@cache
def asset(name: str) -> str:
    """The address of a static file with its content's hash, so that it may be cached for ever."""
    return f"/static/{name}?{hashlib.sha256(files()[name]).hexdigest()[:12]}"


def paragraphs(words: str) -> Markup:
    """Words with their line breaks, everything else escaped."""
    return Markup("<br>").join(escape(line) for line in words.split("\n"))


def language_of(request: web.Request, person_language: str = "") -> str:
    """The person's language, else the one chosen on the welcome page, else the browser's."""
    wished = [person_language, request.cookies.get(LANGUAGE, "")]
    accepted = request.headers.get("Accept-Language", "").split(",")
    wished += [each.strip()[:2].lower() for each in accepted]
    known = texts.languages()
    return next((each for each in wished if texts.base(each) in known), texts.FIRST)


def render(
    request: web.Request,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    language: str = "",
    status: int = 200,
) -> web.Response:
    """A whole page."""
    language = language or language_of(request)
    base = texts.base(language)
    shared = {
        "t": lambda text_id, **args: paragraphs(wording.line(language, text_id, args)),
        "show": lambda ref: paragraphs(wording.render(language, ref)),
        "asset": asset,
        "language": base,
        "direction": "rtl" if base in texts.RIGHT_TO_LEFT else "ltr",
        "form_token": sessions.form_token(seats.cookie(request)),
        "region": deps_of(request).region,
        "path": request.path,
        "base": seats.base_of(request),
        "demo": deps_of(request).demo,
    }
    response = aiohttp_jinja2.render_template(template, request, {**shared, **(context or {})})
    response.set_status(status)
    return response


def set_cookie(request: web.Request, response: web.StreamResponse, name: str, value: str) -> None:
    """A cookie no script can read and no other site can send along with a post."""
    response.set_cookie(
        name,
        value,
        max_age=MONTH,
        httponly=True,
        samesite="Lax",
        secure=deps_of(request).secure,
        path="/",
    )


def see_other(address: str) -> web.Response:
    """After a post: go and look there."""
    return web.Response(status=303, headers={"Location": address})
