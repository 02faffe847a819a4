"""Telegram: the only package that knows python-telegram-bot."""

import os

# Waiting times come as timedeltas; the library warns where this is not chosen.
os.environ.setdefault("PTB_TIMEDELTA", "true")

from bot.telegram.channel import TelegramChannel  # noqa: E402 - after the choice above
from bot.telegram.door import Door  # noqa: E402
from bot.telegram.setup import downloader, make_bot, set_up  # noqa: E402

__all__ = ["Door", "TelegramChannel", "downloader", "make_bot", "set_up"]
