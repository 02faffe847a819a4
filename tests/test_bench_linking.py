"""How linking is measured: what is asked, what is right, how ties count, and the command."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import numpy as np
import pytest

from bench import linking
from bench.linking_peers import PEERS
from bench.linking_scores import coverage, interval, one
from bench.linking_tasks import competences, titles

BASE = "http://data.europa.eu/esco"
JOBS = {
    f"{BASE}/occupation/1": ("bakker", "broodbakker", "baker"),
    f"{BASE}/occupation/2": ("klompenmaker", "maker van klompen", "clog maker"),
    f"{BASE}/occupation/3": ("buschauffeur", "chauffeur bus", "bus driver"),
}
CAN = {f"{BASE}/skill/1": "brood bakken", f"{BASE}/skill/2": "klompen snijden"}


def put(path: Path, *rows: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    esco, melo = tmp_path / "esco", tmp_path / "melo-dev"
    jobs = list(JOBS.items())
    put(
        esco / "en" / "occupations_en.csv",
        "conceptUri,preferredLabel,description",
        *(f"{uri},{names[2]},Somebody who is a {names[2]}." for uri, names in jobs),
    )
    put(
        esco / "en" / "skills_en.csv",
        "conceptUri,preferredLabel,description",
        f"{BASE}/skill/1,bake bread,Make bread.",
        f"{BASE}/skill/2,carve clogs,Make clogs.",
    )
    put(
        esco / "nl" / "skill_labels_partial_nl.csv",
        "conceptUri,preferredLabel_nl,altLabels_nl,skillType,preferredLabel_en,sources",
        f"{BASE}/skill/1,brood bakken,bakken van brood|Bakkerstechniek,skill,bake bread,esco|vdab",
        f"{BASE}/skill/2,klompen snijden,,skill,carve clogs,esco",
    )
    put(
        tmp_path / "skill-links-dev" / "vdab_esco.tsv",
        "competence_nl\tesco_uri\tesco_label_nl\trelation",
        f"Bakkerstechniek\t{BASE}/skill/1\tbrood bakken\tskos:exactMatch",
        f"Klompen maken\t{BASE}/skill/2\tklompen snijden\tskos:closeMatch",
        f"Vissen\t{BASE}/skill/9\tvissen\tskos:exactMatch",
    )
    put(melo / "queries.tsv", "1\tBakker (m/v)", "2\tklompemaker", "3\tnergens bekend")
    put(melo / "gold_concepts.tsv", f"1\t{jobs[0][0]}", f"2\t{jobs[1][0]}")
    for tail, places in (("", (0, 1)), ("_en", (2,))):
        forms = [(uri, names[at]) for uri, names in jobs for at in places]
        put(melo / f"corpus_elements{tail}.tsv", *(f"{n}\t{f}" for n, (_, f) in enumerate(forms)))
        put(melo / f"concept_mapping{tail}.tsv", *(f"{n}\t{u}" for n, (u, _) in enumerate(forms)))
    return tmp_path


def test_the_command_tells_every_task_beside_every_peer(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    linking.main(["--data", str(data)])
    told = capsys.readouterr().out
    for task in (
        "occupations nl→nl",
        "occupations nl→en",
        "skills, all links",
        "skills, exact links",
    ):
        assert f"### {task}" in told
    for name in (*PEERS, "**Werklijn**"):
        assert told.count(f"| {name} |") == 4
    assert told.count("Gain over char TF-IDF") == 4
    assert "share their places fairly" in told
    assert "| **Werklijn** | 1.000 | 1.000–1.000 |" in told


def test_what_is_not_there_is_left_out(data: Path) -> None:
    found = linking.tasks(data / "esco", data / "melo-dev", data / "nergens.tsv")
    assert [task.name for task in found] == ["occupations nl→nl", "occupations nl→en"]
    assert list(linking.tasks(data, data, data / "nergens.tsv")) == []


def test_titles_without_an_answer_are_not_asked(data: Path) -> None:
    task = titles(data / "melo-dev")
    assert task.queries == ["Bakker (m/v)", "klompemaker"]
    assert task.right == [frozenset({uri}) for uri in list(JOBS)[:2]]
    assert len(task.forms) == len(task.owners) == 6


def test_labels_of_the_answer_key_are_no_forms_to_find(data: Path) -> None:
    whole, exact = competences(
        data / "skill-links-dev" / "vdab_esco.tsv",
        data / "esco" / "nl" / "skill_labels_partial_nl.csv",
    )
    assert whole.forms == ["brood bakken", "bakken van brood", "klompen snijden"]
    assert whole.queries == ["Bakkerstechniek", "Klompen maken"]
    assert exact.queries == ["Bakkerstechniek"]


@pytest.mark.parametrize(
    ("scores", "right"),
    [
        ([3, 2, 1], [1]),
        ([1, 1, 1, 1], [2]),
        ([5, 1, 1, 1], [1, 3]),
        ([0, 0, 0], [0, 1, 2]),
        ([2, 2, 7, 1, 2], [4, 3]),
    ],
)
def test_ties_are_the_mean_over_every_order(scores: list[float], right: list[int]) -> None:
    ranks = []
    for order in permutations(range(len(scores))):  # a stable sort after each order
        ranked = sorted(order, key=lambda at: -scores[at])
        ranks.append(1 + min(ranked.index(at) for at in right))
    reciprocal, within, first, ahead = one(np.array(scores, dtype=float), right)
    assert reciprocal == pytest.approx(np.mean([1 / rank for rank in ranks]))
    assert within[1] == pytest.approx(np.mean([rank == 1 for rank in ranks]))
    top = sorted(scores)[-2:]
    assert (first, ahead) == (top[1], top[1] - top[0])


def test_an_interval_holds_the_mean_and_is_the_same_again() -> None:
    values = np.random.default_rng(3).random(200)
    low, high = interval(values)
    assert low < values.mean() < high
    assert (low, high) == interval(values)


def test_coverage_takes_the_surest_first() -> None:
    chances, right = np.array([0.2, 0.9, 0.5, 0.7]), np.array([0.0, 1.0, 0.0, 1.0])
    half, whole = coverage(chances, right, (0.5, 1.0))
    assert coverage(chances[:0], right[:0], (0.5, 1.0)) == []
    assert half == (0.5, 0.7, pytest.approx(0.8), 1.0)
    assert whole == (1.0, 0.2, pytest.approx(0.575), 0.5)
