# ruff: noqa: T201 - a report for a person
"""Count what is read rightly, or show what is read from other adverts.

python -m tests.adverts.count            our own adverts, per field
python -m tests.adverts.count -v         and every field that is wrong or missed
python -m tests.adverts.count PATH …     what is read from .txt files or JSON lists
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from services import adverts
from tests.adverts.expected import FIELDS, GROUPS, TODAY, Expected, all_adverts, answers_of, outcome


def counted(chosen: Sequence[Expected], *, aloud: bool = False) -> dict[str, Counter[str]]:
    """Per field how often it is right, missed or wrong; `empty` when there is rightly nothing."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for advert in chosen:
        answers = answers_of(advert)
        for field in FIELDS:
            came = outcome(advert, field, answers)
            said = field in advert.fields
            counts[field][came if said or came == "wrong" else "empty"] += 1
            if aloud and came != "right":
                wanted, got = advert.fields.get(field), answers.get(field)
                words = answers["_from"].get(field)
                print(f"{came:7}{advert.name:26}{field:12}want {wanted}  got {got}  ({words})")
    return counts


def show(title: str, chosen: Sequence[Expected], *, aloud: bool) -> None:
    """One table."""
    counts = counted(chosen, aloud=aloud)
    print(f"\n{title}: {len(chosen)} adverts\n{'':14}right  missed  wrong  empty")
    for field in (*FIELDS, "all"):
        row = counts[field] if field != "all" else sum(counts.values(), Counter())
        print(f"{field:14}{row['right']:5}{row['missed']:8}{row['wrong']:7}{row['empty']:7}")


def texts_in(path: Path) -> Iterator[tuple[str, str]]:
    """Name and text of each advert in a file."""
    if path.suffix != ".json":
        yield path.name, path.read_text()
        return
    for number, item in enumerate(json.loads(path.read_text())):
        body = item.get("text") or item.get("desc") or ""
        head = [item.get("title", ""), *(item.get(key, "") for key in ("hours", "salary"))]
        named = "\n".join(part for part in head if part and part != "–")
        yield f"{path.name} {number}: {item.get('title', '')}", f"{named}\n{body}"


def main(arguments: Sequence[str]) -> None:
    """See the top of this file."""
    paths = [Path(argument) for argument in arguments if argument != "-v"]
    for path in paths:
        for name, text in texts_in(path):
            answers = adverts.as_answers(adverts.read(text, "nl", TODAY))
            print(f"\n{name}  ({adverts.unfit(text) or 'fit'})")
            for field in FIELDS:
                if field in answers:
                    print(f"  {field:12}{answers[field]}   « {answers['_from'][field]} »")
    if not paths:
        ours = all_adverts()
        aloud = "-v" in arguments
        for group in GROUPS:
            show(group, [each for each in ours if each.group == group], aloud=aloud)


if __name__ == "__main__":
    main(sys.argv[1:])
