"""Distances and travel times: estimates from coordinates, always to be worded as estimates.

A trip is straight-line distance × detour, at a speed, plus a fixed time. The figures:

- *Detour.* Roads are longer than the straight line; European street networks come out between
  1.2 and 1.4. Walkers, cyclists and scooters get 1.25 (Dutch paths are dense), public transport
  1.3, cars 1.35 (they go round town centres).
- *Speed.* Walking 5 km/h. Cycling 16 km/h, the pace of an everyday Dutch bike with traffic
  lights in it. E-bikes help up to 25 km/h, which gives about 20 door to door; a light moped is
  limited to 25 in most places, others ride 45, together about 25. Cars and public transport are
  slow in town (bus) and faster as the trip grows (train), so their speed has steps.
- *Fixed time.* Unlocking and parking a bike 2–3 minutes; a car 6; public transport 15 for
  walking to the stop, waiting and walking from it.

The Noordzeekanaal cuts the region in two. Who crosses it west of Zaandam goes by a tunnel (car,
bus, train) or a ferry or lock (on foot, by bike, by scooter), which is seldom on the straight
line; `_CROSSINGS` says where. Ferries sail about every 20 minutes: 8 minutes on average with
the crossing itself.
"""

from functools import lru_cache
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

from services.places.model import Place

MEANS = ("walk", "bike", "ebike", "scooter", "public-transport", "car")

# means → (detour factor, fixed minutes, steps of (up to this many road kilometres, km/h))
_PACE: dict[str, tuple[float, float, tuple[tuple[float, float], ...]]] = {
    "walk": (1.25, 0, ((9999, 5),)),
    "bike": (1.25, 2, ((9999, 16),)),
    "ebike": (1.25, 2, ((9999, 20),)),
    "scooter": (1.25, 3, ((9999, 25),)),
    "public-transport": (1.3, 15, ((5, 20), (20, 45), (9999, 80))),
    "car": (1.35, 6, ((5, 30), (25, 60), (9999, 85))),
}

# The canal from the sea to Zaandam as (longitude, latitude) in degrees.
_CANAL = ((4.570, 52.464), (4.640, 52.4655), (4.700, 52.443), (4.760, 52.424), (4.850, 52.416))
_TUNNELS = ((52.466, 4.660), (52.462, 4.688), (52.420, 4.860))
_FERRIES = ((52.468, 4.605), (52.465, 4.647), (52.432, 4.727), (52.421, 4.820))
_BY_WATER = frozenset({"walk", "bike", "ebike", "scooter"})
_FERRY_MINUTES = 8


def great_circle(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Kilometres along the earth's surface between two points in degrees (haversine)."""
    north, east = radians(lat2 - lat1) / 2, radians(lon2 - lon1) / 2
    part = sin(north) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(east) ** 2
    return 12742 * asin(sqrt(min(1.0, part)))


def kilometres(a: Place, b: Place) -> float:
    """Straight-line kilometres between the centres of two places."""
    return great_circle(a.latitude, a.longitude, b.latitude, b.longitude)


def travel_minutes(a: Place, b: Place, means: str) -> int:
    """Estimate minutes door to door by one of `MEANS`; within one place at least 5.

    The same both ways. Raises ValueError for a means that is not in `MEANS`.
    """
    if means not in _PACE:
        raise ValueError(f"unknown means of travel {means!r}, expected one of {', '.join(MEANS)}")
    first, second = sorted((a, b), key=lambda place: place.code)
    return _minutes(first.latitude, first.longitude, second.latitude, second.longitude, means)


@lru_cache(maxsize=65536)
def _minutes(lat1: float, lon1: float, lat2: float, lon2: float, means: str) -> int:
    straight, extra = great_circle(lat1, lon1, lat2, lon2), 0
    if _over_canal(lat1, lon1, lat2, lon2):
        points = _FERRIES if means in _BY_WATER else _TUNNELS
        straight = min(
            great_circle(lat1, lon1, *point) + great_circle(*point, lat2, lon2) for point in points
        )
        extra = _FERRY_MINUTES if means in _BY_WATER else 0
    detour, fixed, steps = _PACE[means]
    road, minutes, done = straight * detour, fixed + extra, 0.0
    for until, speed in steps:
        part = min(road, until) - done
        if part <= 0:
            break
        minutes, done = minutes + part / speed * 60, done + part
    return max(5, round(minutes))


def _over_canal(lat1: float, lon1: float, lat2: float, lon2: float) -> bool:
    """Whether one end lies north and the other south of the canal, both along its length."""
    sides = [_north(lat1, lon1), _north(lat2, lon2)]
    return None not in sides and sides[0] != sides[1]


def _north(latitude: float, longitude: float) -> bool | None:
    """North of the canal, south of it, or (None) west or east of where it runs."""
    for (lon1, lat1), (lon2, lat2) in pairwise(_CANAL):
        if lon1 <= longitude <= lon2:
            return latitude > lat1 + (lat2 - lat1) * (longitude - lon1) / (lon2 - lon1)
    return None
