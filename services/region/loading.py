"""Read a region file; a wrong one gives one clear line for the operator."""

import tomllib
from pathlib import Path

from pydantic import ValidationError

from services.region.model import Region

BUILT_IN = Path(__file__).parent / "zuid-kennemerland-ijmond.toml"


class RegionError(ValueError):
    """The region file cannot be used. The message is one line: file, place in it, what is wrong."""


def load(path: Path | None = None) -> Region:
    """Read the region from a TOML file, by default the built-in example.

    Raises RegionError when the file is missing, is no TOML, or does not hold together.
    """
    path = path or BUILT_IN
    try:
        return Region.model_validate(tomllib.loads(path.read_text("utf-8")))
    except OSError as error:
        raise RegionError(f"{path}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise RegionError(f"{path}: is not UTF-8 text") from None
    except ValidationError as error:
        raise RegionError(f"{path}: {_one_line(error)}") from None
    except tomllib.TOMLDecodeError as error:
        raise RegionError(f"{path}: is not valid TOML: {error}") from None


def _one_line(error: ValidationError) -> str:
    """The first mistake, where it stands, and how many more there are."""
    first, *others = error.errors(include_url=False)
    where = "".join(
        f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in first["loc"]
    ).lstrip(".")
    words = first["msg"].removeprefix("Value error, ")
    words = words[0].lower() + words[1:]
    given = f" (got {first['input']!r})" if isinstance(first["input"], str | int | float) else ""
    more = f"; and {len(others)} more" if others else ""
    return f"{where + ': ' if where else ''}{words}{given}{more}"
