"""CONTRIBUTING says how a question is added: it is done here as it says, and talked through."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_architecture import ROOT

FOLDERS = ("bot", "dialogs", "services", "locales", "tests")
TYPED = (
    *("hoi", "[Nederlands]", "ik zoek werk", "[Fatima]", "haarlem", "schoonmaaken"),
    *("[schoonmaker]", "[Klaar]", "[schoonmaker]", "[Klaar]", "[vloeren dweilen]", "[Klaar]"),
    *("16 tot 20", "ochtent", "fits", "halfuur", "geen", "een beetje", "jep", "nu"),
    *("[Ja, dit klopt]", "mijn gegevens", "[Schoenen]", "nee", "ja", "mijn gegevens"),
)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the project with the question of the recipe in it."""
    for folder in FOLDERS:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    recipe = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("## Adding a question")[1]
    (line,) = re.findall(r"```python\n(.*?)```", recipe.split("\n## ")[0], re.DOTALL)
    (words,) = re.findall(r"```ftl\n(.*?)```", recipe.split("\n## ")[0], re.DOTALL)
    dialog = tmp_path / "dialogs" / "jobseeker.py"
    before = '        "start": When('
    code = dialog.read_text("utf-8")
    assert code.count(before) == 1
    dialog.write_text(code.replace(before, f"        {line}{before}"), "utf-8")
    for language in ("nl", "en"):
        with (tmp_path / "locales" / language / "jobseeker.ftl").open(
            "a", encoding="utf-8"
        ) as file:
            file.write(f"\n{words}")
    return tmp_path


def test_a_question_of_the_recipe_is_asked_once_stored_shown_and_changed(checkout: Path) -> None:
    transcript = checkout / "tests" / "transcripts" / "shoes.txt"
    said = "\n".join(f"< {each}" for each in TYPED)
    transcript.write_text(f"== Marloes (coach intake-haarlem lead)\n\n== Fatima\n{said}\n", "utf-8")
    only = ["tests/test_transcripts.py", "-k", "sqlite and shoes", "--update-transcripts"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *only],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    heard = transcript.read_text("utf-8")
    intake, first, second = heard.split("< mijn gegevens")
    assert intake.count("Heb je veilige schoenen?") == 1
    assert "Schoenen: Ja" in first.split("< ")[0]
    assert "Heb je veilige schoenen?" in first.split("< [Schoenen]")[1].split("< ")[0]
    assert "Schoenen: Nee" in second
    assert "Heb je veilige schoenen?" not in second
