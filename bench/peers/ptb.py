"""python-telegram-bot's ConversationHandler on the walk: `python -m bench.peers.ptb URL [FILE]`.

With a FILE its states and answers are kept there by PicklePersistence, every 60 seconds as is
usual, or every so many as a third argument says.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

from bench.peers.walk import ASKED

Context = ContextTypes.DEFAULT_TYPE
BOARDS = [
    InlineKeyboardMarkup([[InlineKeyboardButton(b, callback_data=f"{n}:{b}")] for b in buttons])
    for n, (_, buttons) in enumerate(ASKED)
]


def step(number: int) -> Callable[[Update, Context], Awaitable[int]]:
    """Keep what was said and ask question `number`."""

    async def asks(update: Update, context: Context) -> int:
        query = update.callback_query
        if query:
            await query.answer()
        said = query.data if query else update.message and update.message.text
        context.user_data[number] = said  # type: ignore[index]
        words = ASKED[number][0]
        await update.effective_message.reply_text(words, reply_markup=BOARDS[number])  # type: ignore[union-attr]
        return number if number + 1 < len(ASKED) else ConversationHandler.END

    return asks


def main(url: str, file: str = "", seconds: str = "60") -> None:
    """Poll until stopped."""
    warnings.filterwarnings("ignore", message=".*per_message")
    states: dict[object, list[Any]] = {
        n: [MessageHandler(filters.TEXT, step(n + 1)), CallbackQueryHandler(step(n + 1))]
        for n in range(len(ASKED) - 1)
    }
    talk: ConversationHandler[Context] = ConversationHandler(
        entry_points=[CommandHandler("start", step(0))],
        states=states,
        fallbacks=[],
        name="walk",
        persistent=bool(file),
    )
    made = Application.builder().token("1:TEST").base_url(f"{url}/bot")
    if file:
        kept: Any = PicklePersistence(filepath=file, update_interval=float(seconds))
        made = made.persistence(kept)
    app = made.build()
    app.add_handler(talk)
    app.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:])
