"""Settings: a wrong one stops the start with one clear line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.settings import SECRET, Settings, SettingsError, load

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("HTTP_PORT", "abc", "HTTP_PORT"),
        ("HTTP_PORT", "99999", "HTTP_PORT"),
        ("DATABASE_URL", "mysql://x", "sqlite:// or postgresql://"),
        ("PUBLIC_URL", "werklijn.example.org", "such as https://"),
        ("PUBLIC_URL", "ftp://werklijn.example.org", "such as https://"),
        ("PUBLIC_URL", "https://", "such as https://"),
        ("PUBLIC_URL", "https://a b.example.org", "such as https://"),
        ("PUBLIC_URL", "https://me:secret@example.org", "such as https://"),
        ("PUBLIC_URL", "https://example.org:99999", "such as https://"),
        ("PUBLIC_URL", "https://[::1", "such as https://"),
        ("PUBLIC_URL", "https://example.org/werklijn", "no path"),
        ("PUBLIC_URL", "https://example.org/?", "no path"),
        ("PUBLIC_URL", "https://example.org#", "no path"),
        ("METRICS_PORT", "-1", "METRICS_PORT"),
        ("METRICS_TOKEN", "short", "16 signs"),
        ("TELEGRAM_MODE", "carrier-pigeon", "TELEGRAM_MODE"),
        ("TELEGRAM_MODE", "webhook", "PUBLIC_URL"),
        ("TELEGRAM_WEBHOOK_SECRET", "not allowed!", "letters"),
        ("TELEGRAM_RATE", "0", "TELEGRAM_RATE"),
        ("CLOCK_OFFSET", "tomorrow", "CLOCK_OFFSET"),
        ("LOG_LEVEL", "LOUD", "LOG_LEVEL"),
    ],
)
def test_a_wrong_value_is_one_clear_line(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(f"WERKLIJN_{name}", value)
    with pytest.raises(SettingsError) as stopped:
        load()
    assert said in str(stopped.value)
    assert "\n" not in str(stopped.value)


@pytest.mark.parametrize(
    "value", ["https://werklijn.example.org/", "http://127.0.0.1:8080", "https://[::1]:8443", ""]
)
def test_an_address_is_taken(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("WERKLIJN_PUBLIC_URL", value)
    assert load().address == (value.rstrip("/") or "http://127.0.0.1:8080")


def test_without_a_key_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WERKLIJN_SECRET_KEY", raising=False)
    with pytest.raises(SettingsError, match="SECRET_KEY"):
        _ = Settings(_env_file=None).secrets  # type: ignore[call-arg]


def test_keys_are_rotated_by_putting_one_in_front(monkeypatch: pytest.MonkeyPatch) -> None:
    new, old = "the new key of this year, which is long".replace(",", ""), "the old key"
    monkeypatch.setenv("WERKLIJN_SECRET_KEY", f"{new}, {old}")
    assert load().secrets == [new, old]


def test_a_key_that_writes_has_32_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WERKLIJN_SECRET_KEY", "x" * 31)
    with pytest.raises(SettingsError, match="at least 32 signs"):
        _ = load().secrets


@pytest.mark.parametrize("name", SECRET)
def test_every_secret_may_stand_in_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    of_a_form = {"database_url": "postgresql://u:p@h/d", "telegram_token": f"1:{'s' * 40}"}
    value = of_a_form.get(name, "s" * 40)
    file = tmp_path / "secret"
    file.write_text(f"{value}\n", "utf-8")
    monkeypatch.setenv(f"WERKLIJN_{name.upper()}_FILE", str(file))
    assert value.rpartition("://")[2] in str(_clear(getattr(load(), name)))
    monkeypatch.setenv(f"WERKLIJN_{name.upper()}", value)
    with pytest.raises(SettingsError, match="not both"):
        load()
    monkeypatch.delenv(f"WERKLIJN_{name.upper()}")
    file.write_text("", "utf-8")
    with pytest.raises(SettingsError, match="is empty"):
        load()
    file.unlink()
    with pytest.raises(SettingsError, match="No such file"):
        load()


def _clear(value: object) -> object:
    if isinstance(value, tuple):
        return [each.get_secret_value() for each in value]
    return value.get_secret_value() if isinstance(value, SecretStr) else value


def test_every_setting_is_explained() -> None:
    shown = set(re.findall(r"WERKLIJN_([A-Z_]+)=", (ROOT / ".env.example").read_text("utf-8")))
    assert {name.upper() for name in Settings.model_fields} == shown
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in shown if f"`{name}`" not in readme] == []
