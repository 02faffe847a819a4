"""What the other methods do: the bot itself, its commands, chats, files, updates and webhooks."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.botapi.answers import minimal
from tests.botapi.refusal import RefusalError, bad
from tests.botapi.rules import Checked
from tests.botapi.webhook import Webhook

if TYPE_CHECKING:
    from tests.botapi.server import BotApi

Json = dict[str, Any]

TEXTS = {
    "name": "name",
    "description": "description",
    "shortdescription": "short_description",
}


class Profile:
    """The methods that are not about messages."""

    def __init__(self, api: BotApi) -> None:
        self.api = api
        self.commands: dict[str, list[Json]] = {}
        self.texts: dict[tuple[str, str], str] = {}
        self.buttons: dict[int, Json] = {}
        self.set_at = 0.0
        self.handlers: dict[str, Callable[[Checked], Any]] = {
            "getme": lambda _: api.me_full,
            "getupdates": self.get_updates,
            "setwebhook": self.set_webhook,
            "deletewebhook": self.delete_webhook,
            "getwebhookinfo": self.webhook_info,
            "getfile": lambda call: api.files.get(call.params["file_id"]),
            "getchat": self.get_chat,
            "leavechat": self.leave,
            "getchatmember": self.member,
            "setmycommands": self.set_commands,
            "getmycommands": lambda call: self.commands.get(_scope(call.params), []),
            "deletemycommands": lambda call: bool(self.commands.pop(_scope(call.params), True)),
            "setchatmenubutton": self.set_button,
            "getchatmenubutton": self.get_button,
        }
        for method, key in TEXTS.items():
            self.handlers[f"setmy{method}"] = self._setter(key)
            self.handlers[f"getmy{method}"] = self._getter(key)

    async def get_updates(self, call: Checked) -> list[Json]:
        """Answer getUpdates."""
        params = call.params
        seconds = params.get("timeout", 0)
        self.api.updates.allow(params.get("allowed_updates"))
        limit = params.get("limit", 100)
        return await self.api.updates.poll(
            params.get("offset", 0), limit, max(0, min(50, seconds)) / self.api.speed
        )

    async def set_webhook(self, call: Checked) -> bool:
        """Answer setWebhook; an empty address takes it away."""
        if not call.params.get("url"):
            return await self.delete_webhook(call)
        if self.api.limits is not None and self.api.clock() - self.set_at < 1:
            raise RefusalError(429, retry_after=1)
        self.set_at = self.api.clock()
        self.api.updates.allow(call.params.get("allowed_updates"))
        webhook = Webhook(call.params, self.api.updates, self.api.execute)
        await self._drop_webhook(call)
        self.api.updates.end_poll(RefusalError(409, "terminated by setWebhook request"))
        self.api.webhook = webhook
        webhook.start()
        return True

    async def delete_webhook(self, call: Checked) -> bool:
        """Answer deleteWebhook."""
        await self._drop_webhook(call)
        return True

    async def _drop_webhook(self, call: Checked) -> None:
        while (webhook := self.api.webhook) is not None:  # another call may set one meanwhile
            self.api.webhook = None
            await webhook.stop()
        if call.params.get("drop_pending_updates"):
            self.api.updates.pending.clear()

    def webhook_info(self, _: Checked) -> Json:
        """Answer getWebhookInfo."""
        self.api.updates.expire()
        info: Json = {
            "url": "",
            "has_custom_certificate": False,
            "pending_update_count": len(self.api.updates.pending),
        }
        if self.api.webhook is not None:
            info.update(self.api.webhook.info())
        if self.api.updates.allowed:
            info["allowed_updates"] = sorted(self.api.updates.allowed)
        return info

    def get_chat(self, call: Checked) -> Json:
        """Answer getChat."""
        chat = self.api.messages.chat(call.params, writes=False)
        full: Json = minimal("ChatFullInfo")
        return {**full, "max_reaction_count": 11, **chat.info}

    def leave(self, call: Checked) -> bool:
        """Answer leaveChat; afterwards the bot cannot write there (403)."""
        chat = self.api.messages.chat(call.params)
        if not chat.is_group:
            raise bad("chat member status can't be changed in private chats")
        chat.gone = "bot is not a member of the supergroup chat"
        return True

    def member(self, call: Checked) -> Json:
        """Answer getChatMember: the bot and everyone the server has heard are members."""
        self.api.messages.chat(call.params, writes=False)
        user_id = call.params["user_id"]
        user = self.api.me if user_id == self.api.me["id"] else self.api.people.get(user_id)
        if user is None:
            raise bad("user not found")
        return {"status": "member", "user": user}

    def set_commands(self, call: Checked) -> bool:
        """Answer setMyCommands."""
        if len(call.params["commands"]) > 100:
            raise bad("BOT_COMMANDS_TOO_MUCH")
        self.commands[_scope(call.params)] = call.params["commands"]
        return True

    def set_button(self, call: Checked) -> bool:
        """Answer setChatMenuButton; chat 0 stands for all chats."""
        chat_id = call.params.get("chat_id", 0)
        self.buttons[chat_id] = call.params.get("menu_button", {"type": "default"})
        return True

    def get_button(self, call: Checked) -> Json:
        """Answer getChatMenuButton."""
        default = self.buttons.get(0, {"type": "default"})
        return self.buttons.get(call.params.get("chat_id", 0), default)

    def _setter(self, key: str) -> Callable[[Checked], bool]:
        def set_text(call: Checked) -> bool:
            self.texts[key, call.params.get("language_code", "")] = call.params.get(key, "")
            return True

        return set_text

    def _getter(self, key: str) -> Callable[[Checked], Json]:
        def get_text(call: Checked) -> Json:
            default = self.api.me["first_name"] if key == "name" else ""
            return {key: self.texts.get((key, call.params.get("language_code", "")), default)}

        return get_text


def _scope(params: Json) -> str:
    scope = params.get("scope", {"type": "default"})
    return json.dumps([scope, params.get("language_code", "")], sort_keys=True)
