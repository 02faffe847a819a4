"""What `bench/linking.py` links: titles and competences, the forms to rank, and what is right."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path

from services.vocabulary.concepts import Kind


@dataclass(frozen=True)
class Task:
    """``queries`` to link to concepts; form ``forms[i]`` belongs to concept ``owners[i]``.

    ``right[q]`` are the concepts that count for query q; ``language`` is that of the forms.
    """

    name: str
    kind: Kind
    language: str
    queries: list[str]
    forms: list[str]
    owners: list[str]
    right: list[frozenset[str]] = field(repr=False)

    def of(self, name: str, right: list[frozenset[str]]) -> Task:
        """The same task with other answers; queries without one are left out."""
        kept = [(query, each) for query, each in zip(self.queries, right, strict=True) if each]
        queries, answers = [query for query, _ in kept], [each for _, each in kept]
        return replace(self, name=name, queries=queries, right=answers)


def _pairs(path: Path) -> list[tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            (row[0], row[1])
            for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if len(row) > 1
        ]


def titles(folder: Path, language: str = "nl", also: str = "") -> Task:
    """Occupation titles in the form of the MELO benchmark, against the forms of ``language``.

    The folder holds queries.tsv (number, title), gold_concepts.tsv (number, concept; several lines
    when several count), and corpus_elements and concept_mapping (form number, text / concept).
    """
    tail = "" if language == "nl" else f"_{language}"
    queries = _pairs(folder / "queries.tsv")
    answers: dict[str, set[str]] = defaultdict(set)
    for number, concept in _pairs(folder / "gold_concepts.tsv"):
        answers[number].add(concept)
    owner = dict(_pairs(folder / f"concept_mapping{tail}.tsv"))
    corpus = _pairs(folder / f"corpus_elements{tail}.tsv")
    whole = Task(
        name=f"occupations nl→{language}{also}",
        kind="occupation",
        language=language,
        queries=[text for _, text in queries],
        forms=[text for _, text in corpus],
        owners=[owner[number] for number, _ in corpus],
        right=[],
    )
    return whole.of(whole.name, [frozenset(answers[number]) for number, _ in queries])


def _own(row: dict[str, str], key: set[str]) -> list[str]:
    """The forms of a skill without those that the answer key itself put there.

    Labels of VDAB came in as further forms of the skill they are an exact match of. They are
    recognised by their source and their capital; what the key holds literally goes in any case.
    """
    forms = [form.strip() for form in row["altLabels_nl"].split("|") if form.strip()]
    sources = row["sources"].split("|")
    linked = any(source.startswith("vdab") for source in sources)
    if linked and len(sources) == 1:
        forms = []
    free = [form for form in forms if not (linked and form[0].isupper())]
    return [row["preferredLabel_nl"], *(form for form in free if form.casefold() not in key)]


def competences(key_file: Path, labels_file: Path) -> list[Task]:
    """Dutch competences against Dutch labels of ESCO skills: by every link, and by exact ones."""
    with key_file.open(encoding="utf-8", newline="") as lines:
        links = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    key = {link["competence_nl"].casefold() for link in links}
    with labels_file.open(encoding="utf-8-sig", newline="") as lines:
        labelled = list(csv.DictReader(lines))
    named = [(form, row["conceptUri"]) for row in labelled for form in _own(row, key)]
    known = {uri for _, uri in named}
    every: dict[str, set[str]] = defaultdict(set)
    exact: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if link["esco_uri"] in known:
            every[link["competence_nl"]].add(link["esco_uri"])
            if link["relation"].endswith("exactMatch"):
                exact[link["competence_nl"]].add(link["esco_uri"])
    queries = list(every)
    whole = Task(
        name="skills, all links",
        kind="skill",
        language="nl",
        queries=queries,
        forms=[form for form, _ in named],
        owners=[uri for _, uri in named],
        right=[frozenset(every[query]) for query in queries],
    )
    return [whole, whole.of("skills, exact links", [frozenset(exact[q]) for q in queries])]
