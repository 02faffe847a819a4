"""Dutch towns and four-digit postcodes (PC4) as facts, read once from `data/`."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Place:
    """Where somebody lives or works: a PC4 or, without one, a whole town.

    ``code`` is what is stored: the PC4 ("2011") or the slug of the town ("haarlem"). ``name`` is
    the town. Coordinates are degrees of the centre, to about 100 m. ``gemeente`` and ``region``
    (code of the arbeidsmarktregio, "AM37") are None where they are not known.
    """

    code: str
    name: str
    pc4: str | None
    gemeente: str | None
    latitude: float
    longitude: float
    region: str | None = None


@dataclass(frozen=True)
class World:
    """All places by code, the names people may use for them, and how many PC4s a town has.

    ``names`` has plain names without spaces → codes; ``spelled`` has them with their spaces.
    """

    places: dict[str, Place]
    names: dict[str, tuple[str, ...]]
    spelled: frozenset[str]
    size: Counter[str]


def plain(text: str) -> str:
    """Reduce to small letters and digits with single spaces; "ij" and "y" become the same."""
    text = unicodedata.normalize("NFKD", text.lower().replace("ĳ", "ij"))
    text = "".join(c for c in text if not unicodedata.combining(c) and c not in "'’‘`´")
    return re.sub(r"[\W_]+", " ", text).replace("ij", "y").strip()


def slug(name: str) -> str:
    """Turn the name of a town into its code: "'s-Heerenberg" → "s-heerenberg"."""
    text = unicodedata.normalize("NFKD", name.lower())
    text = "".join(c for c in text if not unicodedata.combining(c) and c != "'")
    return re.sub(r"[\W_]+", "-", text).strip("-")


def read_tsv(name: str) -> Iterator[list[str]]:
    """Rows of one of the tables, without the header."""
    for line in (DATA / name).read_text("utf-8").splitlines()[1:]:
        yield line.split("\t")


def _base(name: str) -> str:
    """Name without what tells namesakes apart: "Laren (bij Zutphen)" → "Laren"."""
    return name.split(" (", maxsplit=1)[0]


@cache
def world() -> World:
    """Read the tables (about 6,500 rows); later calls return the same object."""
    places: dict[str, Place] = {}
    names: dict[str, tuple[str, ...]] = {}
    spelled: set[str] = set()
    size: Counter[str] = Counter()

    def call(name: str, *codes: str) -> None:
        spelled.add(plain(name))
        key = plain(name).replace(" ", "")
        names[key] = names.get(key, ()) + tuple(c for c in codes if c not in names.get(key, ()))

    for name, gemeente, latitude, longitude, region in read_tsv("towns.tsv"):
        code, where = slug(name), (float(latitude), float(longitude))
        places[code] = Place(code, name, None, gemeente or None, *where, region or None)
        call(_base(name), code)
    for pc4, town, latitude, longitude, gemeente in read_tsv("pc4.tsv"):
        of = places[town]
        where = float(latitude), float(longitude)
        within = of.region if gemeente in ("", of.gemeente) else None
        places[pc4] = Place(pc4, of.name, pc4, gemeente or of.gemeente, *where, within)
        size[town] += 1
    for alias, codes in read_tsv("aliases.tsv"):
        call(alias, *codes.split(";"))
    return World(places, names, frozenset(spelled), size)


def place(code: str) -> Place | None:
    """Look up a stored code; None if it is no PC4 or town of ours."""
    return world().places.get(code)
