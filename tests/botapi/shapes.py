"""Checks of single values, and what keyboards must look like beyond their fields."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tests.botapi.markup import parse
from tests.botapi.refusal import Upload, bad, units


def _string(value: Any, where: str) -> Any:
    if not isinstance(value, str):
        raise bad(f'field "{where}" must be of type String')
    return value


def _integer(value: Any, where: str) -> Any:
    if not isinstance(value, int) or isinstance(value, bool):
        raise bad(f'field "{where}" must be of type Integer')
    return value


def _float(value: Any, where: str) -> Any:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise bad(f'field "{where}" must be of type Number')
    return value


def _boolean(value: Any, where: str) -> Any:
    if not isinstance(value, bool):
        raise bad(f'field "{where}" must be of type Boolean')
    return value


def _file(value: Any, where: str) -> Any:
    if not isinstance(value, Upload | str):
        raise bad(f"{where} must be a file")
    return value


SCALARS: dict[str, Callable[[Any, str], Any]] = {
    "String": _string,
    "Integer": _integer,
    "Float": _float,
    "Boolean": _boolean,
    "InputFile": _file,
}


def fits(name: str, value: Any) -> bool:
    """Tell if a value is of a scalar type."""
    if name == "InputFile":
        return isinstance(value, Upload | str)
    if isinstance(value, bool):
        return name == "Boolean"
    kinds = {"String": str, "Integer": int, "Float": int | float, "Boolean": bool}
    return isinstance(value, kinds[name])


def _read_integer(words: str, where: str) -> Any:
    if re.fullmatch(r"[+-]?\d+", words):
        return int(words)
    raise bad(f'parameter "{where}" must be an integer, not "{words[:40]}"')


def _read_float(words: str, where: str) -> Any:
    try:
        return float(words)
    except ValueError:
        raise bad(f'parameter "{where}" must be a number, not "{words[:40]}"') from None


def _read_boolean(words: str, where: str) -> Any:
    if words.lower() in ("true", "1", "yes"):
        return True
    if words.lower() in ("false", "0", "no", ""):
        return False
    raise bad(f'parameter "{where}" must be true or false, not "{words[:40]}"')


def _read_chat(words: str, where: str) -> Any:
    if re.fullmatch(r"-?\d+", words):
        return int(words)
    if words.startswith("@"):
        return words
    raise bad("chat not found" if where.endswith("chat_id") else f"wrong {where}")


FROM_WORDS: dict[str, Callable[[str, str], Any]] = {
    "Integer": _read_integer,
    "Float": _read_float,
    "Boolean": _read_boolean,
    "Integer|String": _read_chat,
}


def _between(size: float, bound: list[int]) -> bool:
    return bound[0] <= size <= bound[1]


def _parsed(text: str, bound: list[int]) -> bool:
    # A text inside an object: its parse_mode was checked by EXTRA; markup only makes it longer,
    # so a text within the limit is right, and a longer one is judged without its tags.
    return _between(units(text), bound) or _between(units(re.sub(r"<[^>]*>", "", text)), bound)


LIMITS: dict[str, Callable[[Any, Any], bool]] = {
    "text": _parsed,
    "chars": lambda value, bound: _between(units(value), bound),
    "bytes": lambda value, bound: _between(len(value.encode()), bound),
    "items": lambda value, bound: _between(len(value), bound),
    "range": _between,
    "one_of": lambda value, bound: value in bound,
}

INLINE_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
REPLY_ACTIONS = (
    "request_users",
    "request_chat",
    "request_managed_bot",
    "request_contact",
    "request_location",
    "request_poll",
    "web_app",
)


def _inline_button(button: dict[str, Any]) -> None:
    actions = [key for key in INLINE_ACTIONS if button.get(key) is not None]
    if not actions or button.get("callback_data") == "":
        raise bad(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(actions) > 1:
        raise bad(
            "can't parse inline keyboard button: exactly one action is allowed, "
            f"this has {', '.join(actions)}"
        )
    _labelled(button, "inline keyboard")
    data = button.get("callback_data")
    if isinstance(data, str) and len(data.encode()) > 64:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in button and not re.match(r"(https?|tg|tonsite)://\S+|[\w.-]+\.\w+", button["url"]):
        raise bad(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")


def _labelled(button: dict[str, Any], board: str) -> None:
    text = button.get("text")
    if text is None:
        raise bad(f"can't parse {board} button: Can't find field \"text\"")
    if isinstance(text, str) and not text.strip():
        raise bad(f"{board} button text must be non-empty")


def _reply_button(button: dict[str, Any]) -> None:
    _labelled(button, "keyboard")
    actions = [key for key in REPLY_ACTIONS if button.get(key)]
    if len(actions) > 1:
        raise bad(f"can't parse keyboard button: more than one of {', '.join(actions)}")


def _inline_board(board: dict[str, Any]) -> None:
    rows = board.get("inline_keyboard")
    if rows is None:
        raise bad("inline keyboard expected")
    if not isinstance(rows, list):
        raise bad('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    if not all(isinstance(row, list) for row in rows):
        raise bad("can't parse inline keyboard: Expected an Array of Arrays of buttons")
    if sum(map(len, rows)) > 100:
        raise bad("reply markup is too long")


def _reply_board(board: dict[str, Any]) -> None:
    rows = board.get("keyboard")
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad('field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays')
    # A bare string is a button too for the server, but not for the libraries' types.
    if not any(rows):
        raise bad("keyboard must contain at least one button")


def _always_true(name: str) -> Callable[[dict[str, Any]], None]:
    def check(value: dict[str, Any]) -> None:
        if value.get(name) is not True:
            raise bad(f"{name} must be True")

    return check


def _command(command: dict[str, Any]) -> None:
    name = command.get("command")
    if isinstance(name, str) and not re.fullmatch(r"/?[a-z0-9_]{1,32}", name):
        raise bad("BOT_COMMAND_INVALID")
    if isinstance(command.get("description"), str) and not command["description"].strip():
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")


def _media(media: dict[str, Any]) -> None:
    if isinstance(media.get("caption"), str):
        parse(media["caption"], media.get("parse_mode"))


EXTRA: dict[str, Callable[[dict[str, Any]], None]] = {
    "InlineKeyboardButton": _inline_button,
    "InlineKeyboardMarkup": _inline_board,
    "KeyboardButton": _reply_button,
    "ReplyKeyboardMarkup": _reply_board,
    "ReplyKeyboardRemove": _always_true("remove_keyboard"),
    "ForceReply": _always_true("force_reply"),
    "BotCommand": _command,
    "InputMediaPhoto": _media,
    "InputMediaVideo": _media,
    "InputMediaDocument": _media,
    "InputMediaAudio": _media,
    "InputMediaAnimation": _media,
}
