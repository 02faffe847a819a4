"""Every call is checked as the Bot API checks it, and answered."""

from __future__ import annotations

import io
from typing import Any, cast

import aiohttp
import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    MenuButtonCommands,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.error import BadRequest, InvalidToken

from tests.botapi import BotApi, RefusalError
from tests.botapi.answers import minimal
from tests.botapi.messages import SAME
from tests.botapi.rules import checker, facts, rules
from tests.botapi.server import LARGEST_UPLOAD

Json = dict[str, Any]

BOARD = {"inline_keyboard": [[{"text": "Ja", "callback_data": "ja"}]]}


async def refused(api: BotApi, method: str, params: Json) -> str:
    with pytest.raises(RefusalError) as caught:
        await api.execute(method, params)
    return caught.value.description


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": "x"}, "chat_id is empty"),
        ({"chat_id": 7}, "message text is empty"),
        ({"chat_id": 7, "text": ""}, "message text is empty"),
        ({"chat_id": 7, "text": " \n"}, "text must be non-empty"),
        ({"chat_id": 7, "text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"chat_id": 7, "text": "a" * 4097}, "message is too long"),
        ({"chat_id": 7, "text": "🙂" * 2049}, "message is too long"),
        ({"chat_id": 7, "text": 5}, "must be of type String"),
        ({"chat_id": "iemand", "text": "x"}, "chat not found"),
        ({"chat_id": 0, "text": "x"}, "chat not found"),
        ({"chat_id": 7, "text": "x", "colour": "red"}, 'no field "colour"'),
        ({"chat_id": 7, "text": "x", "parse_mode": "Word"}, "unsupported parse_mode"),
        ({"chat_id": 7, "text": "x", "protect_content": "maybe"}, "must be true or false"),
        ({"chat_id": 7, "text": "x", "reply_parameters": {"message_id": 1}}, "replied not found"),
        ({"chat_id": 7, "text": "x", "link_preview_options": {"off": True}}, 'no field "off"'),
        ({"chat_id": 7, "text": "x", "reply_markup": "{"}, "can't parse reply_markup JSON"),
        ({"chat_id": 7, "text": "x", "reply_markup": {"buttons": []}}, "is none of"),
        ({"chat_id": 7, "text": "x", "reply_markup": {"keyboard": []}}, "at least one button"),
        ({"chat_id": 7, "text": "x", "reply_markup": {"remove_keyboard": False}}, "must be True"),
    ],
)
async def test_a_mistaken_message_is_refused(api: BotApi, params: Json, words: str) -> None:
    assert words in await refused(api, "sendMessage", params)
    assert api.sent(7) == []


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": "a"}, "Text buttons are unallowed in the inline keyboard"),
        ({"text": "a", "callback_data": ""}, "Text buttons are unallowed"),
        ({"callback_data": "a"}, 'Can\'t find field "text"'),
        ({"text": " ", "callback_data": "a"}, "must be non-empty"),
        ({"text": "a", "callback_data": "a" * 65}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "callback_data": "é" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "callback_data": "a", "url": "https://x.nl"}, "exactly one action"),
        ({"text": "a", "url": "geen adres"}, "Wrong HTTP URL"),
        ({"text": "a", "callback_data": 5}, "must be of type String"),
        ({"text": "a", "callback_data": "a", "colour": "red"}, 'no field "colour"'),
        ({"text": "a", "callback_data": "a", "style": "pink"}, "outside its limit"),
    ],
)
async def test_a_mistaken_button_is_refused(api: BotApi, button: Json, words: str) -> None:
    board = {"inline_keyboard": [[button]]}
    params = {"chat_id": 7, "text": "x", "reply_markup": board}
    assert words in await refused(api, "sendMessage", params)


async def test_what_is_just_within_the_limits_is_accepted(api: BotApi) -> None:
    button = {"text": "a", "callback_data": "é" * 32}
    for params in (
        {"text": "🙂" * 2048},
        {"text": "<b>" + "a" * 4096 + "</b>", "parse_mode": "HTML"},
        {"text": "x", "reply_markup": {"inline_keyboard": [[button]]}},
        {"text": "x", "reply_markup": {"inline_keyboard": []}},
    ):
        assert (await api.execute("sendMessage", {"chat_id": 7, **params}))["message_id"]


async def test_a_loose_server_ignores_unknown_fields_as_the_real_one() -> None:
    api = BotApi(strict=False)
    assert await api.execute("sendMessage", {"chat_id": 7, "text": "x", "colour": "red"})


async def test_an_unknown_method_and_a_wrong_token(api: BotApi) -> None:
    assert await refused(api, "sendMesage", {}) == "Not Found: method not found"
    wrong = Bot("1:WRONG", base_url=f"{api.url}/bot")
    with pytest.raises(InvalidToken):
        await wrong.initialize()
    await wrong.shutdown()


@pytest.mark.parametrize("kind", ["json", "data", "params"])
async def test_json_forms_and_queries_are_read(api: BotApi, kind: str) -> None:
    given: Json = {"chat_id": "7", "text": "a&b=é"}
    async with aiohttp.ClientSession() as session:
        url = f"{api.url}/bot{api.token}/SENDMESSAGE"
        async with session.post(url, **cast(Any, {kind: given})) as answer:
            assert answer.status == 200
            assert (await answer.json())["result"]["text"] == "a&b=é"
    assert api.ledger[0].method == "sendMessage"
    assert api.ledger[0].params == {"chat_id": 7, "text": "a&b=é"}


async def test_a_body_that_is_no_json_or_too_large(api: BotApi) -> None:
    url = f"{api.url}/bot{api.token}/sendMessage"
    async with aiohttp.ClientSession() as session:
        headers = {"Content-Type": "application/json"}
        async with session.post(url, data=b"{", headers=headers) as answer:
            assert answer.status == 400
        async with session.post(
            url, data=io.BytesIO(b" " * (LARGEST_UPLOAD + 1)), headers=headers
        ) as answer:
            assert answer.status == 413


async def test_a_message_is_sent_edited_and_deleted(api: BotApi, bot: Bot) -> None:
    board = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="ja")]])
    sent = await bot.send_message(7, "<b>Werk</b>?", parse_mode="HTML", reply_markup=board)
    assert sent.text_html == "<b>Werk</b>?"
    assert api.sent(7)[0].buttons == [["Ja"]]
    with pytest.raises(BadRequest, match=f"(?i){SAME[:60]}"):
        await bot.edit_message_text("<b>Werk</b>?", 7, sent.message_id, parse_mode="HTML",
                                    reply_markup=board)  # fmt: skip
    edited = await bot.edit_message_text("Klaar", 7, sent.message_id)
    assert isinstance(edited, Message)
    assert edited.text == "Klaar"
    assert api.sent(7)[0].buttons == []
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_reply_markup(7, sent.message_id)
    await bot.edit_message_reply_markup(7, sent.message_id, reply_markup=board)
    assert api.sent(7)[0].buttons == [["Ja"]]
    assert await bot.delete_message(7, sent.message_id)
    assert api.sent(7) == []
    with pytest.raises(BadRequest, match="to delete not found"):
        await bot.delete_message(7, sent.message_id)
    with pytest.raises(BadRequest, match="to edit not found"):
        await bot.edit_message_text("x", 7, sent.message_id)


async def test_a_message_with_a_reply_keyboard_cannot_be_edited(api: BotApi, bot: Bot) -> None:
    keys = ReplyKeyboardMarkup([[KeyboardButton("Nummer", request_contact=True), "Nee"]])
    sent = await bot.send_message(7, "Mag ik je nummer?", reply_markup=keys)
    assert sent.reply_markup is None
    assert api.sent(7)[0].keyboard == "reply"
    with pytest.raises(BadRequest, match="can't be edited"):
        await bot.edit_message_text("x", 7, sent.message_id)
    other = await bot.send_message(7, "Dank je", reply_markup=ReplyKeyboardRemove())
    params = {"chat_id": 7, "message_id": other.message_id, "text": "x"}
    keyboard = {"keyboard": [[{"text": "a"}]]}
    words = await refused(api, "editMessageText", {**params, "reply_markup": keyboard})
    assert words == "Bad Request: inline keyboard expected"
    await bot.send_message(7, "Zeg het", reply_markup=ForceReply())


async def test_an_old_message_cannot_be_deleted(api: BotApi, bot: Bot, clock: Any) -> None:
    sent = await bot.send_message(7, "x")
    clock.now += 48 * 3600 + 1
    with pytest.raises(BadRequest, match="can't be deleted"):
        await bot.delete_message(7, sent.message_id)


async def test_files_go_up_and_come_down(api: BotApi, bot: Bot) -> None:
    sent = await bot.send_document(7, b"mijn cv", filename="cv.txt", caption="Hier")
    assert sent.document is not None
    assert sent.document.file_name == "cv.txt"
    fetched = await (await bot.get_file(sent.document.file_id)).download_as_bytearray()
    assert bytes(fetched) == b"mijn cv"
    photo = await bot.send_photo(7, b"\xff\xd8")
    again = await bot.send_photo(7, photo.photo[0].file_id)
    assert again.photo[0].file_id == photo.photo[0].file_id
    assert (await bot.send_voice(7, b"OggS", caption="hoor")).voice is not None
    group = await bot.send_media_group(7, [InputMediaPhoto(b"1"), InputMediaPhoto(b"2", "twee")])
    assert [one.caption for one in group] == [None, "twee"]
    with pytest.raises(BadRequest, match="Wrong file identifier"):
        await bot.send_document(7, "weet ik niet")
    with pytest.raises(BadRequest, match="caption is too long"):
        await bot.send_photo(7, b"\xff\xd8", caption="a" * 1025)
    assert api.transcript(7).splitlines()[0] == "> (document) cv.txt Hier"


async def test_places_contacts_and_the_rest(bot: Bot) -> None:
    place = (await bot.send_location(7, 52.1, 5.1)).location
    assert place is not None
    assert place.latitude == 52.1
    contact = (await bot.send_contact(7, "+31612345678", "Jan")).contact
    assert contact is not None
    assert contact.phone_number == "+31612345678"
    assert await bot.send_chat_action(7, "typing")
    copied = await bot.copy_message(8, 7, 1)
    assert copied.message_id == 3
    forwarded = await bot.forward_message(8, 7, 1)
    assert forwarded.location is not None
    assert (await bot.get_chat(7)).id == 7


async def test_the_bot_describes_itself(api: BotApi, bot: Bot) -> None:
    assert (await bot.get_me()).username == "werklijn_test_bot"
    commands = [BotCommand("start", "Begin"), BotCommand("stop", "Stop")]
    await bot.set_my_commands(commands, language_code="nl")
    assert await bot.get_my_commands(language_code="nl") == tuple(commands)
    assert await bot.get_my_commands() == ()
    await bot.set_my_commands(commands[:1], scope=BotCommandScopeChat(7))
    assert len(await bot.get_my_commands(scope=BotCommandScopeChat(7))) == 1
    assert "BOT_COMMAND_INVALID" in await refused(
        api, "setMyCommands", {"commands": [{"command": "Start!", "description": "x"}]}
    )
    await bot.set_my_description("Wij zoeken werk.", language_code="nl")
    assert (await bot.get_my_description("nl")).description == "Wij zoeken werk."
    await bot.set_my_short_description("Werk")
    assert (await bot.get_my_short_description()).short_description == "Werk"
    assert (await bot.get_my_name()).name == "Werklijn"
    await bot.set_chat_menu_button(7, MenuButtonCommands())
    assert (await bot.get_chat_menu_button(7)).type == "commands"
    assert (await bot.get_chat_menu_button(8)).type == "default"


async def test_leaving_a_group_ends_writing_there(bot: Bot) -> None:
    await bot.send_message(-100, "Hallo groep")
    assert await bot.leave_chat(-100)
    with pytest.raises(Exception, match="not a member of the supergroup"):
        await bot.send_message(-100, "Nog iets")
    with pytest.raises(BadRequest):
        await bot.leave_chat(7)


async def test_a_careful_server_knows_only_whom_it_has_heard() -> None:
    api = BotApi(known_only=True)
    assert "chat not found" in await refused(api, "sendMessage", {"chat_id": 7, "text": "x"})


def smallest(spec: list[Any]) -> Any:
    """Give the smallest value a required field accepts."""
    bounds = spec[2] if len(spec) > 2 else {}
    if "items" in bounds:
        name = spec[0].split("|")[0].removeprefix("[]")
        return [smallest([name, 1])] * max(1, bounds["items"][0])
    value = minimal(spec[0])
    if "range" in bounds:
        return bounds["range"][0]
    if "one_of" in bounds:
        return bounds["one_of"][0]
    value = 1 if value == 0 and not isinstance(value, bool) else value
    return "https://x.nl" if value == "" else value


NEED_A_SUBJECT = {
    "addStickerToSet",
    "answerCallbackQuery",
    "copyMessage",
    "createNewStickerSet",
    "deleteMessage",
    "editMessageCaption",
    "editMessageChecklist",
    "editMessageReplyMarkup",
    "editMessageText",
    "forwardMessage",
    "getFile",
    "leaveChat",
    "replaceStickerInSet",
    "savePreparedKeyboardButton",
    "sendChecklist",
}
"""Methods that the smallest call cannot satisfy: they need a message, a file, a person."""


@pytest.mark.parametrize("name", sorted(facts()["methods"]))
async def test_every_method_answers_or_refuses_in_words(api: BotApi, name: str) -> None:
    fields = facts()["methods"][name]["fields"]
    params = {key: smallest(spec) for key, spec in fields.items() if spec[1]}
    async with aiohttp.ClientSession() as session:
        if name == "getUpdates":
            params["timeout"] = 0
        async with session.post(f"{api.url}/bot{api.token}/{name}", json=params) as answer:
            body = await answer.json()
    assert body["ok"] is (name not in NEED_A_SUBJECT), body
    assert body["ok"] or body["error_code"] == 400
    if body["ok"]:
        checker(facts()["methods"][name]["returns"])(body["result"], name)


def test_the_rules_are_compact_and_whole() -> None:
    assert len(rules().methods) == 180
    assert rules().version == "10.1"
    assert facts()["methods"]["sendMessage"]["fields"]["text"] == [
        "String",
        1,
        {"text": [1, 4096]},
    ]
