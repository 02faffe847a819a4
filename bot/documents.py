"""Fetches what somebody sent for their coach, and keeps it sealed: a channel forgets its files."""

from __future__ import annotations

import asyncio
import base64
import re
from collections.abc import Awaitable, Callable

from services.access import attempts
from services.messages import outbox
from services.store.models import Document, Inbox
from services.unit_of_work import Work

Download = Callable[[str], Awaitable[bytes]]
LARGEST = 10 * 1024 * 1024
LONGEST_FETCH = 8.0  # seconds: others wait meanwhile, and it is tried again later
_DATA = re.compile(r"data:([\w/+.-]+);base64,(.+)", re.DOTALL)
_SIGNS = ((b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG", "image/png"), (b"%PDF", "application/pdf"))


async def nothing_to_download(reference: str) -> bytes:
    """For installations without a channel that keeps files."""
    raise LookupError(reference)


def fetcher(download: Download) -> Callable[[Work, Inbox], Awaitable[None]]:
    """The handler of "fetch-document". A failing download is tried again, then parked."""

    async def fetch(work: Work, event: Inbox) -> None:
        document = await work.tx.get(Document, (event.payload or {})["document"])
        if document is None or not document.reference:
            return  # erased, or fetched before
        inline = _DATA.fullmatch(document.reference)
        if inline:
            content = base64.b64decode(inline[2])
        else:
            async with asyncio.timeout(LONGEST_FETCH):
                content = await download(document.reference)
            if not await attempts.room_for(work, document.person_id, len(content)):
                outbox.tell(work, document.person_id, outbox.line("odd-too-much"))
                await work.tx.delete(document)
                return
        document.media_type = media_type(content)
        document.content = base64.b64encode(content[:LARGEST]).decode()
        document.reference = None

    return fetch


def media_type(content: bytes) -> str:
    """What a file is by its first bytes, whatever it was called; unknown is a plain download."""
    return next(
        (name for sign, name in _SIGNS if content.startswith(sign)), "application/octet-stream"
    )
