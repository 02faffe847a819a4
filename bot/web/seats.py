"""The same chat under other addresses: two phones in one browser, and a talk at somebody's desk.

The demo shows a jobseeker and an employer beside each other; such a seat has a cookie of its own.
At a desk a colleague answers together with somebody, and is known by the cookie of the console.
"""

from __future__ import annotations

import re

from aiohttp import web

CHAT, CONSOLE = "werklijn", "werklijn_console"  # cookies
SEATS = ("werkzoekende", "werkgever")
DESK = r"/console/gesprek/\d{1,9}(?=/|$)"  # a colleague answers together with somebody


def address_of(seat: str) -> str:
    """Where a seat's chat begins: "/demo/werkgever"."""
    return f"/demo/{seat}"


def base_of(request: web.Request) -> str:
    """What stands before "/chat" in this window: the address of a seat or of a talk at a desk."""
    seat, desk = _seat_of(request), re.match(DESK, request.path)
    return address_of(seat) if seat else desk[0] if desk else ""


def cookie_name(request: web.Request) -> str:
    """The cookie that says who looks at this page: of the console, or of the chat (of a seat)."""
    if request.path.startswith("/console"):
        return CONSOLE
    return cookie_of(_seat_of(request))


def cookie_of(seat: str) -> str:
    """The cookie of a seat; of the ordinary chat without one."""
    return f"{CHAT}_{seat}" if seat else CHAT


def cookie(request: web.Request) -> str:
    """Its value, or an empty string."""
    return request.cookies.get(cookie_name(request), "")


def _seat_of(request: web.Request) -> str:
    return next((s for s in SEATS if request.path.startswith(f"{address_of(s)}/")), "")
