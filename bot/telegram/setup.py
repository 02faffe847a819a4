"""Making the bot, and telling Telegram about it: name of the commands, where updates go."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from telegram import Bot, BotCommand
from telegram.error import InvalidToken, TelegramError

from bot.telegram.http import HttpRequest
from bot.telegram.reading import ALLOWED
from services.texts import FIRST, languages, text

log = structlog.get_logger()

IN_MENU = ("start", "menu", "mydata", "coach", "language", "help", "stop")
CONNECTIONS = 64


class UnknownTokenError(Exception):
    """Telegram does not know the bot of this token (any more)."""


def make_bot(token: str, api: str) -> Bot:
    """A bot that speaks to the given Bot API server."""
    base = api.rstrip("/")
    return Bot(
        token,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=HttpRequest(CONNECTIONS, read_timeout=20),
        get_updates_request=HttpRequest(2, read_timeout=20),
    )


async def set_up(bot: Bot, webhook: str = "", secret: str = "") -> None:
    """The commands menu in every language; a webhook, or none when we poll."""
    for language in languages():
        commands = [
            BotCommand(text(language, f"command.{c}-slash"), text(language, f"command.{c}"))
            for c in IN_MENU
        ]
        code = None if language == FIRST else language
        await bot.set_my_commands(commands, language_code=code)
    if webhook:
        await bot.set_webhook(webhook, secret_token=secret, allowed_updates=ALLOWED)
    else:
        await bot.delete_webhook()


async def introduce(bot: Bot, webhook: str, secret: str) -> None:
    """Start the bot and tell Telegram about us, however long it takes until it answers.

    Raises UnknownTokenError when Telegram answers that there is no such bot.
    """
    while True:
        try:
            await bot.initialize()
            await set_up(bot, webhook, secret)
        except InvalidToken:
            raise UnknownTokenError from None  # whose words hold the token
        except TelegramError as error:
            log.warning("Telegram cannot be reached yet", error=type(error).__name__)
            await asyncio.sleep(5)
        else:
            return


async def name_of(bot: Bot) -> str:
    """The bot's user name, or an empty string when Telegram does not answer."""
    try:
        await bot.initialize()
        return (await bot.get_me()).username or ""
    except TelegramError as error:
        log.warning("Telegram does not answer", error=type(error).__name__)
        return ""


def downloader(bot: Bot) -> Callable[[str], Awaitable[bytes]]:
    """Fetches a file by the id Telegram gave it (20 MB at most, Bot API)."""

    async def download(file_id: str) -> bytes:
        file = await bot.get_file(file_id)
        return bytes(await file.download_as_bytearray())

    return download
