from __future__ import annotations

from pathlib import Path

from services.taxonomy import FILE_NAME, described, load
from tests.services.taxonomy.files import BAKER, run, told

CNLO = "https://linkeddata.competentnl.nl/def/competentnl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XL = "http://www.w3.org/2008/05/skos-xl#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
JOB, TASK, LABEL = "https://example.org/job", "https://example.org/task", "https://example.org/l"
GOOD = f"""\
# een stuk van de graaf
<{LABEL}> <{XL}literalForm> "banketbakker"@nl .
<{JOB}> <{TYPE}> <{CNLO}Occupation> .
<{JOB}> <{XL}prefLabel> <{LABEL}> .
<{JOB}> <{SKOS}altLabel> "p\\u00e2tissier \\"fijn\\""@nl-NL .
<{JOB}> <{CNLO}requiresHATImportant> <{TASK}> .
<{JOB}> <{SKOS}exactMatch> <{BAKER}> .
<{TASK}> <{SKOS}prefLabel> "deeg maken" .
<{TASK}> <{TYPE}> <{CNLO}HumanCapability> .
<{TASK}> <{SKOS}definition> "{"lang " * 200}"@nl .
"""


def test_labels_classes_and_links_are_read(tmp_path: Path) -> None:
    (tmp_path / "competentnl.nt").write_text(GOOD, encoding="utf-8")
    report = run(tmp_path, tmp_path / "competentnl.nt")
    assert told(report) == []
    loaded = load(tmp_path / FILE_NAME)
    (job,), (task,) = loaded.concepts["occupation"], loaded.concepts["skill"]
    assert job.labels("nl") == ("banketbakker", 'pâtissier "fijn"')
    assert (task.labels("nl"), task.skill_kind) == (("deeg maken",), "skill")
    assert loaded.skills == {JOB: ((TASK,), ())}
    assert loaded.same == {JOB: BAKER}
    assert described(tmp_path / FILE_NAME, ["nl"]) == {TASK: {"nl": ("lang " * 200).strip()}}


def test_lines_that_are_no_triple_are_told(tmp_path: Path) -> None:
    text = GOOD + f'<{JOB}> <{SKOS}altLabel> "open .\nzomaar wat\n'
    (tmp_path / "competentnl.nt").write_bytes(text.encode() + b"<\xff> <b> <c> .\n")
    report = run(tmp_path, tmp_path / "competentnl.nt")
    assert [line.split(": ")[0] for line in told(report)] == [
        f"competentnl.nt, line {number}" for number in (11, 12, 13)
    ]
    assert len(load(tmp_path / FILE_NAME).concepts["occupation"]) == 1


def test_turtle_is_refused_as_a_whole(tmp_path: Path) -> None:
    (tmp_path / "competentnl.nt").write_text("@prefix skos: <x> .\nskos:a skos:b skos:c .\n")
    assert "no row of it can be used; no triple" in told(run(tmp_path, tmp_path))[0]
