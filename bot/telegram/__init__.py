"""Telegram: the only package that knows python-telegram-bot."""

import os

# Waiting times come as timedeltas; the library warns where this is not chosen.
os.environ.setdefault("PTB_TIMEDELTA", "true")

from telegram import Bot

from bot.telegram.channel import TelegramChannel
from bot.telegram.door import Door
from bot.telegram.setup import UnknownTokenError, downloader, introduce, make_bot, set_up

__all__ = [
    "Bot",
    "Door",
    "TelegramChannel",
    "UnknownTokenError",
    "downloader",
    "introduce",
    "make_bot",
    "set_up",
]
