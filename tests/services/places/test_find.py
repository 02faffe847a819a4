import pytest

from services.places import Place, find_place, nearest, place


def codes(words: str, near: str | None = "haarlem") -> list[str]:
    return [found.code for found in find_place(words, near)]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Haarlem", "haarlem"),
        ("harlem", "haarlem"),
        ("HAARLM", "haarlem"),
        ("IJmuiden", "ijmuiden"),
        ("ijmuide", "ijmuiden"),
        ("ijmui", "ijmuiden"),
        ("Ymuiden", "ijmuiden"),
        ("2011", "2011"),
        ("2011 AB", "2011"),
        ("2011ab haarlem", "2011"),
        ("Velsen noord", "velsen-noord"),
        ("velsen-noord", "velsen-noord"),
        ("beverwyk", "beverwijk"),
        ("wijkaanzee", "wijk-aan-zee"),
        ("den haag", "den-haag"),
        ("'s-gravenhage", "den-haag"),
        ("’s Gravenhage", "den-haag"),
        ("the hague", "den-haag"),
        ("ik woon in Haarlem", "haarlem"),
        ("ik woon in harlem", "haarlem"),
        ("I am living in Zandvort now", "zandvoort"),
        ("mieszkam w Haarlem", "haarlem"),
        ("أعيش في هارلم", "haarlem"),
        ("Гарлем", "haarlem"),
        ("haarlem noord", "2024"),
        ("hoofdorp", "hoofddorp"),
        ("best", "best"),
        ("ede", "ede"),
    ],
)
def test_what_people_type_is_understood(words: str, code: str) -> None:
    assert codes(words)[0] == code
    assert codes(words, None)[0] == code


@pytest.mark.parametrize(
    "words",
    [
        *("", "?", "asdf", "weet ik niet", "geen idee", "ja", "nee", "stop", "thuis", "overal"),
        *("maakt niet uit", "schoonmaker", "in de buurt", "32 uur", "per direct", "0000", "werk"),
        *("magazijnmedewerker", "ik heb geen huis", "Syrië", "fiets", "Nederland", "vandaag"),
        *("ik woon best ver", "een", "1.975", "19751"),
    ],
)
def test_what_is_no_place_gives_nothing(words: str) -> None:
    assert codes(words) == []
    assert codes(words, None) == []


def test_half_a_name_gives_all_it_may_be() -> None:
    assert set(codes("santpoort")) == {"santpoort-noord", "santpoort-zuid"}
    assert set(codes("velsen")) == {"ijmuiden", "velsen-noord", "velsen-zuid"}
    assert len(codes("egmond")) == 3


def test_namesakes_are_told_apart_and_the_nearest_comes_first() -> None:
    assert codes("Laren") == ["laren", "laren-bij-zutphen"]
    assert codes("Laren", near="zutphen") == ["laren-bij-zutphen", "laren"]
    assert [found.name for found in find_place("Laren")] == ["Laren", "Laren (bij Zutphen)"]
    assert codes("schalkwijk")[0] == "2036"  # a part of Haarlem, not the village near Houten


def test_two_towns_in_one_answer_are_both_offered() -> None:
    assert set(codes("haarlem of velserbroek")) == {"haarlem", "velserbroek"}


def test_a_shared_location_becomes_the_nearest_postcode() -> None:
    assert nearest(52.3812, 4.6361).code == "2011"
    assert nearest(52.4585, 4.6255).name == "IJmuiden"


def test_a_place_knows_its_gemeente_and_region() -> None:
    assert place("2011") == Place("2011", "Haarlem", "2011", "Haarlem", 52.381, 4.636, "AM37")
    expected = {"1976": "Velsen", "2051": "Bloemendaal", "1949": "Beverwijk", "2116": "Zandvoort"}
    for code, gemeente in expected.items():
        found = place(code)
        assert found is not None
        assert (found.gemeente, found.region) == (gemeente, "AM37")
    other_half = place("2064")
    assert other_half is not None
    assert (other_half.name, other_half.gemeente) == ("Spaarndam", "Haarlemmermeer")
    assert place("nergens") is None
