import json
from pathlib import Path

import pytest

from services.places import generate, model

ROWS = [
    ("9001", "Laren", 52.25, 5.22),
    ("9002", "Laren", 52.26, 5.23),
    ("9003", "Laren", 52.19, 6.36),
    *[(f"91{n:02}", "Zutphen", 52.14, 6.19) for n in range(5)],
    ("9200", "Driehuis NH", 52.447, 4.638),
    ("9100", "Warken", 52.15, 6.20),
]


def test_tables_from_a_small_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "DATA", tmp_path)
    monkeypatch.setattr(generate, "DATA", tmp_path)
    (tmp_path / "gemeenten.tsv").write_text("gemeente\ttowns\nVelsen\tDriehuis\n")
    keys = ("zipcode", "name", "latitude", "longitude")
    source, regions = tmp_path / "source.json", tmp_path / "regions.tsv"
    source.write_text(json.dumps([dict(zip(keys, map(str, row), strict=True)) for row in ROWS]))
    regions.write_text("code\tregion\tgemeente\nAM37\tZK\tVelsen\nAM06\tVS\tZutphen\n")

    generate.main(source, regions)

    assert (tmp_path / "towns.tsv").read_text().splitlines()[1:] == [
        "Driehuis\tVelsen\t52.447\t4.638\tAM37",
        "Laren\t\t52.255\t5.225\t",
        "Laren (bij Zutphen)\t\t52.190\t6.360\t",
        "Warken\t\t52.150\t6.200\t",
        "Zutphen\tZutphen\t52.140\t6.190\tAM06",
    ]
    lines = (tmp_path / "pc4.tsv").read_text().splitlines()
    assert "9003\tlaren-bij-zutphen\t52.190\t6.360\t" in lines
    assert "9100\twarken\t52.150\t6.200\t" in lines  # the town that has no other postcode


def test_a_town_that_does_not_exist_stops_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model, "DATA", tmp_path)
    monkeypatch.setattr(generate, "DATA", tmp_path)
    (tmp_path / "gemeenten.tsv").write_text("gemeente\ttowns\nVelsen\tNergenshuizen\n")
    source, regions = tmp_path / "source.json", tmp_path / "regions.tsv"
    source.write_text(
        '[{"zipcode": "9200", "name": "Driehuis", "latitude": "52", "longitude": "4"}]'
    )
    regions.write_text("code\tregion\tgemeente\nAM37\tZK\tVelsen\n")
    with pytest.raises(ValueError, match="Nergenshuizen"):
        generate.main(source, regions)
