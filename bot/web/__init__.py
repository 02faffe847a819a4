"""The web: the chat page, the console, webhooks and health. The only package that knows aiohttp."""

from bot.web.app import build, serve
from bot.web.deps import WebDeps
from bot.web.monitoring import apart

__all__ = ["WebDeps", "apart", "build", "serve"]
