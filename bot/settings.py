"""Settings: from the environment or a .env file, prefix WERKLIJN_, checked before the start."""

from __future__ import annotations

import re
import secrets
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, HttpUrl, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from services.region import BUILT_IN

DATA = Path("data")
SHORTEST_SECRET = 32  # signs; a demo's and a key that is only read any more may be shorter
SECRET = (
    "secret_key",
    "telegram_token",
    "telegram_webhook_secret",
    "database_url",
    "metrics_token",
)
_ADDRESS = "must be an address such as https://werklijn.example.org"
_HOST = r"[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?|[0-9a-f:.]+"  # a name, or an IPv6 address


class SettingsError(Exception):
    """A setting is missing or wrong; the message is one clear line for whoever operates this."""


class Settings(BaseSettings):
    """Everything that differs between installations."""

    model_config = SettingsConfigDict(
        env_prefix="WERKLIJN_", env_file=".env", extra="ignore", frozen=True
    )

    database_url: str = "sqlite+aiosqlite:///data/werklijn.db"
    http_host: str = "127.0.0.1"
    http_port: Annotated[int, Field(ge=0, le=65535)] = 8080
    public_url: str = ""
    metrics_port: Annotated[int, Field(ge=0, le=65535)] = 0
    metrics_token: SecretStr = SecretStr("")
    telegram_token: SecretStr = SecretStr("")
    telegram_api: HttpUrl = HttpUrl("https://api.telegram.org")
    telegram_mode: Literal["polling", "webhook"] = "polling"
    telegram_webhook_secret: SecretStr = SecretStr("")
    telegram_rate: Annotated[float, Field(gt=0)] = 30.0
    secret_key_file: Path | None = None
    telegram_token_file: Path | None = None
    telegram_webhook_secret_file: Path | None = None
    database_url_file: Path | None = None
    metrics_token_file: Path | None = None
    secret_key: Annotated[tuple[SecretStr, ...], NoDecode] = ()
    region_file: Path = BUILT_IN
    clock_offset: timedelta = timedelta()
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @model_validator(mode="before")
    @classmethod
    def _from_files(cls, given: dict[str, Any]) -> dict[str, Any]:
        """A secret may stand in a file of its own, as Docker and systemd hand it out."""
        read = dict(given)
        for name in SECRET:
            file = given.get(f"{name}_file")
            if not file:
                continue
            if given.get(name):
                raise ValueError(f"give {name.upper()} or {name.upper()}_FILE, not both")
            try:
                read[name] = Path(file).read_text("utf-8").strip()
            except (OSError, UnicodeDecodeError) as wrong:
                why = getattr(wrong, "strerror", None) or "not text"
                raise ValueError(f"{name.upper()}_FILE: cannot read {file}: {why}") from None
            if not read[name]:
                raise ValueError(f"{name.upper()}_FILE: {file} is empty")
        return read

    @field_validator("secret_key", mode="before")
    @classmethod
    def _several_keys(cls, value: object) -> object:
        """Keys are separated by commas; the first one writes: rotation puts one in front."""
        return (
            [k.strip() for k in value.split(",") if k.strip()] if isinstance(value, str) else value
        )

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        value = re.sub(r"^postgres(ql)?://", "postgresql+asyncpg://", value)
        value = re.sub(r"^sqlite://", "sqlite+aiosqlite://", value)
        if not value.startswith(("sqlite+aiosqlite://", "postgresql+asyncpg://")):
            raise ValueError("must start with sqlite:// or postgresql://")
        try:
            make_url(value)
        except (ArgumentError, ValueError):
            raise ValueError("is not an address of a database") from None
        return value

    @field_validator("public_url")
    @classmethod
    def _an_address(cls, value: str) -> str:
        """Scheme and host, perhaps a port: links in messages are made by writing behind it."""
        if not value:
            return value
        try:
            parts = urlsplit(value)
            usable = parts.port is None or parts.port > 0
        except ValueError:
            raise ValueError(_ADDRESS) from None
        plain = parts.scheme in ("http", "https") and re.fullmatch(_HOST, parts.hostname or "")
        if not plain or not usable or parts.username is not None or re.search(r"[\s\\]", value):
            raise ValueError(_ADDRESS)
        if parts.path not in ("", "/") or "?" in value or "#" in value:
            raise ValueError("must end after the host: no path, question mark or #")
        return value

    @field_validator("metrics_token")
    @classmethod
    def _long_enough(cls, value: SecretStr) -> SecretStr:
        if not re.fullmatch(r"([!-~]{16,})?", value.get_secret_value()):
            raise ValueError("needs at least 16 signs: letters, digits or punctuation")
        return value

    @field_validator("telegram_token")
    @classmethod
    def _looks_like_a_token(cls, value: SecretStr) -> SecretStr:
        if not re.fullmatch(r"(\d+:[A-Za-z0-9_-]+)?", value.get_secret_value()):
            raise ValueError("is no token of @BotFather: digits, a colon, letters and digits")
        return value

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _allowed_in_a_header(cls, value: SecretStr) -> SecretStr:
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", value.get_secret_value()):
            raise ValueError("may have letters, digits, _ and - only, 256 at most")
        return value

    @model_validator(mode="after")
    def _webhook_is_complete(self) -> Settings:
        if self.telegram_mode == "webhook":
            if not self.public_url.startswith("https://"):
                raise ValueError("TELEGRAM_MODE=webhook needs PUBLIC_URL with https://")
            if not self.telegram_webhook_secret.get_secret_value():
                raise ValueError("TELEGRAM_MODE=webhook needs TELEGRAM_WEBHOOK_SECRET")
        return self

    @cached_property
    def address(self) -> str:
        """Where people reach this installation, without a slash at the end."""
        return (self.public_url or f"http://{self.http_host}:{self.http_port}").rstrip("/")

    @property
    def secrets(self) -> list[str]:
        """The keys that seal private data; raises SettingsError when there are none."""
        keys = [key.get_secret_value() for key in self.secret_key]
        if not keys:
            raise SettingsError("WERKLIJN_SECRET_KEY is missing: without it nothing can be kept")
        if len(keys[0]) < SHORTEST_SECRET:
            raise SettingsError(
                f"WERKLIJN_SECRET_KEY needs at least {SHORTEST_SECRET} signs; put a longer one in "
                "front of a shorter one that is in use: new,old"
            )
        return keys


def load() -> Settings:
    """Read the settings, or raise SettingsError with one line that says what to mend."""
    try:
        return Settings()
    except ValidationError as wrong:
        first = wrong.errors()[0]
        name = "_".join(str(part) for part in first["loc"][:1]).upper()
        said = first["msg"].removeprefix("Value error, ")
        raise SettingsError(f"WERKLIJN_{name}: {said}" if name else said) from None


def demo_secret(folder: Path = DATA) -> SecretStr:
    """The key of a demo: made once and kept beside its database."""
    file = folder / "secret.key"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(32), "utf-8")
    return SecretStr(file.read_text("utf-8").strip())
