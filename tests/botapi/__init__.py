"""A Telegram Bot API server for tests: BotApi serves, User talks to the bot behind it."""

from tests.botapi.chats import Seen
from tests.botapi.faults import Fault, Limits
from tests.botapi.ledger import Call, Ledger
from tests.botapi.line import RemoteApi
from tests.botapi.refusal import RefusalError
from tests.botapi.server import BotApi
from tests.botapi.user import User

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
]
