"""`werklijn talk`: a conversation in the terminal, kept as a transcript that plays again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def run(said: str, *how: str) -> subprocess.CompletedProcess[str]:
    """A process of its own, as in a terminal."""
    command = [sys.executable, "-m", "bot", "talk", *how]
    return subprocess.run(
        command, input=said, capture_output=True, text=True, timeout=120, check=False
    )


def talk(said: str, *how: str) -> str:
    done = run(said, *how)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_what_was_said_is_kept_and_plays_again(tmp_path: Path) -> None:
    file, again = tmp_path / "hello.txt", tmp_path / "again.txt"
    heard = talk("hallo\n[Nederlands]\n-- 2 days\n[Ik zoek werk]\n\n", "--save", str(file))
    assert "Hoe mag ik je noemen?" in heard
    kept = file.read_text("utf-8")
    assert kept.startswith("== Amina\n< hallo\n> Hallo!\n")
    assert "\n-- 2 days\n" in kept and "< [Ik zoek werk]\n> Ik stel je" in kept
    talk("", "--play", str(file), "--save", str(again))
    assert again.read_text("utf-8") == kept


def test_a_dialog_can_be_the_beginning() -> None:
    assert "Hoe mag ik je noemen?" in talk("", "jobseeker")


def test_a_dialog_about_what_is_not_there_says_so() -> None:
    assert "is not there yet" in talk("", "review")


def test_what_cannot_be_played_is_said_and_the_talk_goes_on() -> None:
    heard = talk("hallo\n[Paars]\n== (\n-- lang\n++ Marloes danst\n[Nederlands]\n")
    assert "sees no button 'Paars'" in heard
    assert heard.count("not a line of a transcript") == 3
    assert "Wat zoek je?" in heard


def test_an_unknown_dialog_is_refused_with_the_names_there_are() -> None:
    done = run("", "bakken")
    assert done.returncode == 2
    assert "jobseeker" in done.stderr
