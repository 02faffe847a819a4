"""Telegram: the only package that knows python-telegram-bot."""

from bot.telegram.channel import TelegramChannel
from bot.telegram.door import Door
from bot.telegram.setup import make_bot, set_up

__all__ = ["Door", "TelegramChannel", "make_bot", "set_up"]
