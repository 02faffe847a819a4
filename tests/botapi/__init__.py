"""A Telegram Bot API server for tests: BotApi serves, User talks to the bot behind it.

::

    async with BotApi() as api:
        bot = telegram.Bot(**api.settings)
        amina = User(api, 7, "Amina")
        await amina.command("/start")
        ...                                  # the bot polls and answers
        (question,) = await amina.hears()
        await amina.presses("Schoonmaker")
        api.fail("sendMessage", error=429, retry_after=3)
        print(await amina.transcript())

Another process: ``python -m tests.botapi --port 8081 --token 1:TEST``, and
``User(RemoteApi("http://127.0.0.1:8081"), 7)``.
"""

from tests.botapi.chats import Seen
from tests.botapi.faults import Fault, Limits
from tests.botapi.ledger import Call, Ledger
from tests.botapi.line import RemoteApi
from tests.botapi.refusal import RefusalError
from tests.botapi.server import BotApi
from tests.botapi.user import User
from tests.botapi.waiting import until

__all__ = [
    "BotApi",
    "Call",
    "Fault",
    "Ledger",
    "Limits",
    "RefusalError",
    "RemoteApi",
    "Seen",
    "User",
    "until",
]
