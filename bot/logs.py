"""Structured logs, one JSON object a line, that hold no personal data.

A traceback names files, lines and the class of the error; never its words, because an error's
words may hold what somebody said.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from collections.abc import MutableMapping
from datetime import UTC, datetime
from typing import Any

import structlog


def _without_words(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Replace an exception by its class and the places it passed."""
    found = event.pop("exc_info", None)
    if not found:
        return event
    error = found if isinstance(found, BaseException) else sys.exc_info()[1]
    if error is not None:
        frames = traceback.extract_tb(error.__traceback__)
        event["error"] = type(error).__name__
        event["at"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-8:]]
    return event


class Lines(logging.Formatter):
    """What a library warns of, as a line like ours: never its words, nor a traceback's.

    The server library prints cookies and form fields with the request that it could not read.
    """

    def format(self, record: logging.LogRecord) -> str:
        """One JSON object."""
        event: dict[str, Any] = {
            "event": "a library warned",
            "logger": record.name,
            "from": f"{record.pathname}:{record.lineno}",
            "level": record.levelname.lower(),
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(),
        }
        if record.exc_info and record.exc_info[1] is not None:
            event["exc_info"] = record.exc_info[1]
        return json.dumps(_without_words(None, "", event))


def configure(level: str) -> None:
    """Set up logging for a process: ours as JSON, libraries' warnings on the same stream."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines())
    root = logging.getLogger()
    root.setLevel(logging.WARNING)
    others = [each for each in root.handlers if not isinstance(each.formatter, Lines)]
    root.handlers[:] = [*others, handler]
    logging.captureWarnings(True)
    logging.getLogger("httpx").setLevel(logging.ERROR)  # it would log the bot's token
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level)),
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _without_words,
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
