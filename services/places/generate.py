"""Make `data/towns.tsv` and `data/pc4.tsv` from a GeoNames postcode list and a region list.

Run by a developer when the sources change, never by the service::

    python -m services.places.generate GEONAMES.json REGIONS.tsv

GEONAMES.json is a list of ``{"zipcode", "name", "latitude", "longitude"}`` (GeoNames, CC BY 4.0);
REGIONS.tsv has the columns ``code, arbeidsmarktregio, gemeente`` (CBS, 35 regions).
Which gemeente a town belongs to is known where both have the same name, or where
`data/gemeenten.tsv` says so; otherwise the column stays empty.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from services.places.model import DATA, read_tsv, slug
from services.places.travel import great_circle

APART = 12.0  # kilometres: rows of one name further apart than this are different towns
LARGE = 5  # postcodes: a town this large explains where a namesake lies ("Laren (bij Zutphen)")
PRIMARY = {  # the namesake most people mean, where the number of postcodes does not say it
    *("4116", "6191", "3925", "5256"),  # Buren, Beek, Scherpenzeel, Heusden
    *("9951", "6181", "3181", "2635", "2761"),  # Winsum, Elsloo, Rozenburg, Den Hoorn, Zevenhuizen
}
GEMEENTE_OF_PC4 = {"2064": "Haarlemmermeer"}  # Spaarndam lies in two gemeenten


@dataclass(frozen=True)
class Row:
    """One line of the source: a postcode as far as it lies in a town."""

    pc4: str
    town: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Town:
    """All rows of one town; ``name`` is unique, ``base`` is the name people use."""

    base: str
    name: str
    rows: tuple[Row, ...]

    @property
    def centre(self) -> tuple[float, float]:
        """Mean of the postcodes, in degrees."""
        return fmean(r.latitude for r in self.rows), fmean(r.longitude for r in self.rows)


def tidy(name: str) -> str:
    """Bring the source's spellings ("Driehuis NH", "Bergen L", "de Wijk") into one form."""
    if name in ("Driehuis NH", "Spaarndam gem. Haarlem"):
        return name.split(maxsplit=1)[0]
    name = re.sub(r" (AC|NB|GN|L|NH|gem\.? \w+)$", r" (\1)", name)
    name = re.sub(r"^St\.-? ?", "Sint ", name)
    return name[0].upper() + name[1:]


def clusters(rows: Iterable[Row]) -> list[list[Row]]:
    """Group rows of one name that lie within `APART` of each other, largest group first."""
    groups: list[list[Row]] = []
    for row in rows:
        near = [g for g in groups if any(distance(row, other) < APART for other in g)]
        groups = [g for g in groups if g not in near] + [[row, *(r for g in near for r in g)]]
    return sorted(groups, key=lambda g: (not any(r.pc4 in PRIMARY for r in g), -len(g)))


def distance(a: Row, b: Row) -> float:
    """Kilometres between two rows as the crow flies."""
    return great_circle(a.latitude, a.longitude, b.latitude, b.longitude)


def apart(a: Town, b: Town) -> float:
    """Kilometres between the centres of two towns."""
    (lat1, lon1), (lat2, lon2) = a.centre, b.centre
    return great_circle(lat1, lon1, lat2, lon2)


def nearest_to(town: Town, others: list[Town]) -> Town:
    """The nearest of some towns."""
    return min(others, key=lambda other: apart(town, other))


def towns_of(rows: list[Row]) -> list[Town]:
    """Every town once; a namesake of a larger town gets the nearest large town in its name."""
    by_name = defaultdict(list)
    for row in rows:
        by_name[row.town].append(row)
    parts = {name: clusters(of_name) for name, of_name in by_name.items()}
    large = [Town(n, n, tuple(p[0])) for n, p in parts.items() if len(p[0]) >= LARGE]
    towns: list[Town] = []
    for base, groups in sorted(parts.items()):
        towns.append(Town(base, base, tuple(groups[0])))
        for group in groups[1:]:
            other = Town(base, base, tuple(group))
            near = nearest_to(other, [town for town in large if town.base != base])
            towns.append(Town(base, f"{base} (bij {near.base})", tuple(group)))
    return towns


def main_town(candidates: list[Town], total: Counter[str]) -> Town:
    """Whose postcode it mostly is: a town with no other one, else the town with most of them."""
    alone = [town for town in candidates if total[town.name] == 1]
    return alone[0] if len(alone) == 1 else max(candidates, key=lambda town: total[town.name])


def gemeenten(regions: dict[str, str]) -> dict[str, str]:
    """Town name → gemeente, from equal names and from the hand-written list."""
    known = {name: name for name in regions}
    for gemeente, names in read_tsv("gemeenten.tsv"):
        known |= dict.fromkeys(names.split(";"), gemeente)
    return known


def write(path: Path, header: tuple[str, ...], lines: Iterable[tuple[str, ...]]) -> None:
    """Write a table with tabs, one line a row."""
    path.write_text("".join("\t".join(line) + "\n" for line in [header, *lines]), "utf-8")


def main(geonames: Path, region_list: Path) -> None:
    """Read both sources and write both tables."""
    rows = [
        Row(r["zipcode"], tidy(r["name"]), float(r["latitude"]), float(r["longitude"]))
        for r in json.loads(geonames.read_text("utf-8"))
    ]
    table = [line.split("\t") for line in region_list.read_text("utf-8").splitlines()[1:]]
    regions = {gemeente: code for code, _, gemeente in table}
    gemeente_of, towns = gemeenten(regions), towns_of(rows)
    town_lines = []
    for town in towns:
        gemeente = gemeente_of.get(town.name, "")
        latitude, longitude = town.centre
        town_lines.append(
            (town.name, gemeente, f"{latitude:.3f}", f"{longitude:.3f}", regions.get(gemeente, ""))
        )
    write(DATA / "towns.tsv", ("name", "gemeente", "latitude", "longitude", "region"), town_lines)
    by_code: dict[str, list[Town]] = defaultdict(list)
    for town in towns:
        for row in town.rows:
            by_code[row.pc4].append(town)
    if missing := set(gemeente_of) - set(regions) - {town.name for town in towns}:
        raise ValueError(f"gemeenten.tsv names towns that do not exist: {sorted(missing)}")
    total = Counter({town.name: len(town.rows) for town in towns})
    pc4_lines = []
    for code, candidates in sorted(by_code.items()):
        town = main_town(candidates, total)
        row = next(r for r in town.rows if r.pc4 == code)
        other = GEMEENTE_OF_PC4.get(code, "")
        pc4_lines.append(
            (code, slug(town.name), f"{row.latitude:.3f}", f"{row.longitude:.3f}", other)
        )
    write(DATA / "pc4.tsv", ("pc4", "town", "latitude", "longitude", "gemeente"), pc4_lines)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
