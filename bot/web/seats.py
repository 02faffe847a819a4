"""Two phones in one browser: the demo shows a jobseeker and an employer beside each other.

A seat is the same chat under an address of its own, with a cookie of its own. Outside the demo
there are no seats, and everything here gives the ordinary chat.
"""

from __future__ import annotations

from aiohttp import web

CHAT, CONSOLE = "werklijn", "werklijn_console"  # cookies
SEATS = ("werkzoekende", "werkgever")


def address_of(seat: str) -> str:
    """Where a seat's chat begins: "/demo/werkgever"."""
    return f"/demo/{seat}"


def base_of(request: web.Request) -> str:
    """What stands before "/chat" in this browser window: the seat's address, or nothing."""
    seat = _seat_of(request)
    return address_of(seat) if seat else ""


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
