"""Where people live and work: Dutch towns and postcodes, distances and travel times.

Pure: tables of facts beside the code (GeoNames, CC BY 4.0), no network and no database.
"""

from services.places.find import find_place, is_abroad, nearest
from services.places.model import Place, place
from services.places.text import places_in
from services.places.travel import MEANS, kilometres, travel_minutes

__all__ = [
    "MEANS",
    "Place",
    "find_place",
    "is_abroad",
    "kilometres",
    "nearest",
    "place",
    "places_in",
    "travel_minutes",
]
