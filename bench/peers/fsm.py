"""aiogram's state machine in memory on the walk: `python -m bench.peers.fsm URL`."""

from __future__ import annotations

import asyncio
import sys

from aiogram import Bot, Dispatcher, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bench.peers.walk import ASKED

BOARDS = [
    InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=b, callback_data=f"{n}:{b}"[:40])] for b in buttons
        ]
    )
    for n, (_, buttons) in enumerate(ASKED)
]


class Walk(StatesGroup):
    """Where somebody is."""

    q0, q1, q2, q3, q4, q5, q6, q7, q8 = (State() for _ in range(9))


STATES = [Walk.q0, Walk.q1, Walk.q2, Walk.q3, Walk.q4, Walk.q5, Walk.q6, Walk.q7, Walk.q8]
router = Router()


async def ask(message: Message, state: FSMContext, number: int, said: str) -> None:
    """Keep what was said and ask question `number`."""
    await state.update_data({str(number): said})
    await state.set_state(STATES[number])
    await message.answer(ASKED[number][0], reply_markup=BOARDS[number])


@router.message(CommandStart())
async def start(message: Message, state: FSMContext) -> None:
    """Begin."""
    await ask(message, state, 0, "")


def route(number: int) -> None:
    """What follows on question `number`, typed or pressed."""

    async def typed(message: Message, state: FSMContext) -> None:
        await ask(message, state, number + 1, message.text or "")

    async def pressed(query: CallbackQuery, state: FSMContext) -> None:
        await query.answer()
        if isinstance(query.message, Message):
            await ask(query.message, state, number + 1, query.data or "")

    router.message.register(typed, STATES[number])
    router.callback_query.register(pressed, STATES[number])


async def main(url: str) -> None:
    """Poll until stopped."""
    for number in range(len(ASKED) - 1):
        route(number)
    session = AiohttpSession(api=TelegramAPIServer.from_base(url), limit=100)
    dispatcher = Dispatcher(storage=MemoryStorage())
    dispatcher.include_router(router)
    await dispatcher.start_polling(Bot("1:TEST", session=session))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
