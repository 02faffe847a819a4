"""What the methods about messages do: send, edit, delete, forward, answer a press."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.botapi.answers import filled, minimal
from tests.botapi.chats import Chat, Entry, keyboard
from tests.botapi.refusal import RefusalError, Upload, bad
from tests.botapi.rules import Checked, facts

if TYPE_CHECKING:
    from tests.botapi.server import BotApi

Json = dict[str, Any]
Handler = Callable[[Checked], Any]

SAME = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)
OLD_QUERY = "query is too old and response timeout expired or query ID is invalid"
FILES = ("photo", "document", "voice", "audio", "video", "animation", "video_note", "sticker")
DELETABLE_FOR = 48 * 3600


class Messages:
    """The methods about messages, on the chats of one server."""

    def __init__(self, api: BotApi) -> None:
        self.api = api
        self.handlers: dict[str, Handler] = {
            "sendmessage": self.send_message,
            "editmessagetext": self.edit_text,
            "editmessagecaption": self.edit_caption,
            "editmessagereplymarkup": self.edit_board,
            "deletemessage": self.delete,
            "deletemessages": self.delete_many,
            "forwardmessage": self.forward,
            "copymessage": self.copy,
            "sendmediagroup": self.send_group,
            "answercallbackquery": self.answer_query,
            "sendchataction": self.action,
        }
        for name, method in facts()["methods"].items():
            if name.startswith("send") and method["returns"] == "Message":
                self.handlers.setdefault(name.lower(), self._content_sender(name))

    def chat(self, params: Json, key: str = "chat_id", *, writes: bool = True) -> Chat:
        """Give the chat a call is about (else 400), if the bot may write there (else 403)."""
        given = params[key]
        if isinstance(given, str):
            given = self._named(given[1:])
        if given == 0 or (self.api.known_only and given not in self.api.chats.by_id):
            raise bad("chat not found")
        chat = self.api.chats.chat(given)
        if chat.gone and writes:
            raise RefusalError(403, chat.gone)
        return chat

    def _named(self, username: str) -> int:
        for chat_id, chat in self.api.chats.by_id.items():
            if chat.info.get("username") == username:
                return chat_id
        return 0

    def send_message(self, call: Checked) -> Json:
        """Answer sendMessage."""
        text, entities = call.texts["text"]
        content: Json = {"text": text, "entities": entities} if entities else {"text": text}
        return self._send(call.params, content)

    def _send(self, params: Json, content: Json) -> Json:
        chat = self.chat(params)
        message = {
            "from": self.api.me,
            "chat": chat.info,
            "date": int(self.api.clock()),
            **content,
        }
        if reply := params.get("reply_parameters"):
            replied = chat.entries.get(reply.get("message_id"))
            if (replied is None or replied.deleted) and not reply.get(
                "allow_sending_without_reply"
            ):
                raise bad("message to be replied not found")
        if board := params.get("reply_markup"):
            message["reply_markup"] = board
        return shown(self.api.chats.add(chat, message, outgoing=True))

    def _content_sender(self, name: str) -> Handler:
        """Give the sender of a method such as sendPhoto or sendLocation."""
        kind = re.sub(r"(?<!^)([A-Z])", r"_\1", name.removeprefix("send")).lower()
        spec = facts()["types"]["Message"]["fields"].get(kind)

        def send(call: Checked) -> Json:
            content: Json = {kind: self._content(kind, spec[0], call.params)} if spec else {}
            text, entities = call.texts.get("caption", ("", []))
            if text:
                content["caption"] = text
            if entities:
                content["caption_entities"] = entities
            return self._send(call.params, content)

        return send

    def _content(self, kind: str, types: str, params: Json) -> Any:
        if kind not in FILES:
            return filled(types, params)
        self.chat(params)
        given: Upload | str = params[kind]
        stored = self.api.files.take(given, kind)
        name = types.removeprefix("[]")
        content = {**filled(name, params), **stored.as_json()}
        del content["file_path"]
        if kind == "document" and isinstance(given, Upload):
            content.update({"file_name": given.name, "mime_type": given.mime})
        return [content] if types.startswith("[]") else content

    def send_group(self, call: Checked) -> list[Json]:
        """Answer sendMediaGroup; the files are not kept apart, only their captions."""
        sent = []
        for one in call.params["media"]:
            types = facts()["types"]["Message"]["fields"][one["type"]][0]
            caption = {"caption": one["caption"]} if one.get("caption") else {}
            sent.append(self._send(call.params, {one["type"]: minimal(types), **caption}))
        return sent

    def forward(self, call: Checked) -> Json:
        """Answer forwardMessage."""
        origin = {"type": "user", "date": int(self.api.clock()), "sender_user": self.api.me}
        return self._send(
            call.params, {"forward_origin": origin, **self._copied(call.params, "forward")}
        )

    def copy(self, call: Checked) -> Json:
        """Answer copyMessage."""
        content = self._copied(call.params, "copy")
        if "caption" in call.texts:
            content["caption"] = call.texts["caption"][0]
        return {"message_id": self._send(call.params, content)["message_id"]}

    def _copied(self, params: Json, verb: str) -> Json:
        source = self.chat(params, "from_chat_id", writes=False)
        entry = source.entries.get(params["message_id"])
        if entry is None or entry.deleted:
            raise bad(f"message to {verb} not found")
        own = ("message_id", "from", "chat", "date", "edit_date", "reply_markup")
        return {key: value for key, value in entry.message.items() if key not in own}

    def _entry(self, params: Json) -> tuple[Chat, Entry]:
        """Give the message that a call edits."""
        if "chat_id" not in params:
            raise bad("chat_id is empty")
        if "message_id" not in params:
            raise bad("message identifier is not specified")
        chat = self.chat(params)
        entry = chat.entries.get(params["message_id"])
        if entry is None or entry.deleted:
            raise bad("message to edit not found")
        if not entry.outgoing or keyboard(entry.message.get("reply_markup")) == "reply":
            raise bad("message can't be edited")
        return chat, entry

    def _edit(self, params: Json, content: Json) -> Json:
        chat, entry = self._entry(params)
        message = {k: v for k, v in entry.message.items() if k not in ("reply_markup", *content)}
        message.update({key: value for key, value in content.items() if value})
        board = params.get("reply_markup")
        if board and board["inline_keyboard"]:
            message["reply_markup"] = board
        elif keyboard(old := entry.message.get("reply_markup")) in ("remove", "force"):
            message["reply_markup"] = old
        if {**message, "edit_date": 0} == {**entry.message, "edit_date": 0}:
            raise bad(SAME)
        message["edit_date"] = int(self.api.clock())
        self.api.chats.edit(chat, entry, message)
        return shown(message)

    def edit_text(self, call: Checked) -> Json | bool:
        """Answer editMessageText."""
        if "text" not in call.texts:
            raise bad("message text is empty")
        if "inline_message_id" in call.params:
            return True
        text, entities = call.texts["text"]
        _, entry = self._entry(call.params)
        if "text" not in entry.message:
            raise bad("there is no text in the message to edit")
        return self._edit(call.params, {"text": text, "entities": entities})

    def edit_caption(self, call: Checked) -> Json | bool:
        """Answer editMessageCaption."""
        if "inline_message_id" in call.params:
            return True
        text, entities = call.texts.get("caption", ("", []))
        return self._edit(call.params, {"caption": text, "caption_entities": entities})

    def edit_board(self, call: Checked) -> Json | bool:
        """Answer editMessageReplyMarkup."""
        return True if "inline_message_id" in call.params else self._edit(call.params, {})

    def delete(self, call: Checked) -> bool:
        """Answer deleteMessage."""
        chat = self.chat(call.params)
        entry = chat.entries.get(call.params["message_id"])
        if entry is None or entry.deleted:
            raise bad("message to delete not found")
        if self.api.clock() - entry.message["date"] > DELETABLE_FOR:
            raise bad("message can't be deleted for everyone")
        self.api.chats.delete(chat, entry)
        return True

    def delete_many(self, call: Checked) -> bool:
        """Answer deleteMessages; what is not there is skipped."""
        chat = self.chat(call.params)
        for message_id in call.params["message_ids"]:
            entry = chat.entries.get(message_id)
            if entry is not None and not entry.deleted:
                self.api.chats.delete(chat, entry)
        return True

    def answer_query(self, call: Checked) -> bool:
        """Answer answerCallbackQuery."""
        query = self.api.queries.get(call.params["callback_query_id"])
        if query is None or self.api.clock() - query.at > self.api.query_life:
            raise bad(OLD_QUERY)
        query.answers += 1
        if text := call.params.get("text"):
            self.api.chats.note(self.api.chats.chat(query.chat_id), "notice", text)
        return True

    def action(self, call: Checked) -> bool:
        """Answer sendChatAction."""
        self.chat(call.params)
        return True


def shown(message: Json) -> Json:
    """Give a message as an answer shows it: only with an inline keyboard."""
    board = message.get("reply_markup")
    if board is None or "inline_keyboard" in board:
        return message
    return {key: value for key, value in message.items() if key != "reply_markup"}
