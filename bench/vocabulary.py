"""How fast the vocabulary is: `python bench/vocabulary.py`. Prints milliseconds of processor time.

With two files as arguments (titles one a line; an advert) it measures those instead.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

TITLES = (
    "Schoonmaker 24 uur Haarlem", "schoonmaaken en soms in de keuken", "vragtwagen chauffeur",
    "magazijnmedewerker logistiek nachtdienst", "keuken", "iets met planten", "elektrisien",
    "pedagogisch medewerkster BSO 20-24 uur", "Heftruckchaufeur gezocht (m/v)", "kitchen help",
    "lasser mig/mag 40 uur Velsen-Noord", "zuster", "verkoopsters", "kok of bakker",
)  # fmt: skip
ADVERT = (
    "Wij zoeken een ervaren bakker voor 24-32 uur. Je werkt samen met de kok en helpt klanten. "
    "Je kunt zelfstandig werken, staat vroeg op en houdt de werkplek schoon. "
)


def took(work: Callable[[], object]) -> float:
    """Milliseconds of processor time."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def main(titles: tuple[str, ...], advert: str) -> None:
    """Prints one line for each thing that is measured."""
    start = time.process_time()
    from services import vocabulary  # noqa: PLC0415 - its import is measured

    vocabulary.all_concepts("occupation")
    print(f"import and load      {(time.process_time() - start) * 1000:8.1f}")
    for kind in ("occupation", "skill"):
        first = took(lambda kind=kind: vocabulary.normalise(kind, "schoonmaker"))
        print(f"first {kind:<15}{first:8.1f}")
        each = [took(lambda kind=kind, t=t: vocabulary.normalise(kind, t)) for t in titles * 5]
        print(f"normalise {kind:<11}{sum(each) / len(each):8.2f}  slowest {max(each):.1f}")
        found = took(lambda kind=kind: vocabulary.find(kind, advert))
        print(f"find {kind:<16}{found:8.1f}  in {len(advert)} characters")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        TITLES = tuple(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines())
        ADVERT = Path(sys.argv[2]).read_text(encoding="utf-8")
        main(TITLES, ADVERT)
    else:
        main(TITLES, (ADVERT * 20)[:3000])
