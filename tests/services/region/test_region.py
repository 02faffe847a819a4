from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest

from services.places import place
from services.region import BUILT_IN, Region, RegionError, load

Change = Callable[[str, str], Path]


@pytest.fixture
def region() -> Region:
    return load()


@pytest.fixture
def changed(tmp_path: Path) -> Change:
    """The built-in file with one text replaced."""

    def change(old: str, new: str) -> Path:
        text = BUILT_IN.read_text("utf-8")
        assert old in text
        path = tmp_path / "region.toml"
        path.write_text(text.replace(old, new, 1), "utf-8")
        return path

    return change


def test_the_built_in_region_is_the_real_one(region: Region) -> None:
    assert (region.code, region.name) == ("AM37", "Zuid-Kennemerland en IJmond")
    assert {g.code: g.name for g in region.gemeenten} == {
        "GM0375": "Beverwijk",
        "GM0377": "Bloemendaal",
        "GM0392": "Haarlem",
        "GM0396": "Heemskerk",
        "GM0397": "Heemstede",
        "GM0453": "Velsen",
        "GM0473": "Zandvoort",
    }
    assert region.quiet.messages_from == time(9)
    assert region.follow_up.answer_employer_hours == 72
    assert region.languages == ("nl", "en")
    assert not region.priority_on(date(2026, 11, 23))


def test_every_gemeente_and_organisation_has_a_team(region: Region) -> None:
    for gemeente in region.gemeenten:
        team = region.team_for(gemeente=gemeente.name)
        assert team.kind == "intake"
        assert team.gemeenten == (gemeente.name,)
        assert team == region.team_for(gemeente=gemeente.code)
    for organisation in region.organisations:
        assert region.team_for(organisation=organisation.code).organisation == organisation.code


def test_the_organisation_somebody_came_through_goes_before_their_gemeente(
    region: Region,
) -> None:
    def team(organisation: str | None, gemeente: str | None) -> str:
        return region.team_for(organisation=organisation, gemeente=gemeente).code

    assert team("uwv", "Velsen") == "uwv-intake"
    assert team(None, "Velsen") == "intake-velsen"
    assert team("nobody", "Zandvoort") == "intake-zandvoort"
    assert team(None, "Amsterdam") == "intake-haarlem"
    assert team(None, None) == "intake-haarlem"


def test_employers_and_coaching_have_teams_of_their_own(region: Region) -> None:
    assert region.team_for(gemeente="Heemskerk", kind="employers").code == "employers-ijmond"
    assert region.team_for(gemeente="Zandvoort", kind="employers").code == "employers-zuid"
    assert region.team_for(organisation="haarlem", kind="coaching").code == "coaching-haarlem"
    assert region.team_for(gemeente="Velsen", kind="coaching").code == "spaarneborg-coaching"


def test_a_region_without_coaching_teams_falls_back_on_intake(region: Region) -> None:
    teams = tuple(team for team in region.teams if team.kind != "coaching")
    small = region.model_copy(update={"teams": teams})
    assert small.team_for(gemeente="Velsen", kind="coaching").code == "intake-velsen"
    assert small.team_for(organisation="uwv", kind="coaching").code == "uwv-intake"


def test_places_of_the_region(region: Region) -> None:
    inside, outside = place("1976"), place("1012")
    assert inside is not None
    assert outside is not None
    assert region.has(inside)
    assert not region.has(outside)


def test_rules_hold_for_their_period(region: Region) -> None:
    day = date(2026, 11, 23)
    assert not region.instruments_on(date(2025, 12, 31))
    assert {each.code for each in region.instruments_on(day)} == {
        *("trial-placement", "wage-subsidy", "job-coach", "no-risk", "tax-credit"),
        *("tax-credit-declared", "workplace-adaptation", "schooling", "job-carving"),
    }
    wages = [region.minimum_wage_on(date(2026, month, 1)) for month in (6, 7)]
    assert [wage and wage.hour for wage in wages] == [1471, 1499]
    assert region.minimum_wage_on(date(2025, 1, 1)) is None
    assert {target.ends.year for target in region.targets_on(day)} == {2026}


def test_an_instrument_may_help_or_cannot_but_is_never_promised(region: Region) -> None:
    trial = next(
        each
        for each in region.instruments_on(date(2026, 11, 23))
        if (each.code, each.decides) == ("trial-placement", "gemeente")
    )
    verdict = trial.applies_when.verdict
    assert verdict({"benefit": {"bijstand"}, "open_to": {"trial", "beginner"}}) == "maybe"
    assert verdict({"benefit": {"bijstand"}, "open_to": set()}) == "no"
    assert verdict({"benefit": {"ww"}}) == "no"
    assert verdict({"benefit": {"bijstand"}}) == "unknown"
    assert verdict({}) == "unknown"


def test_a_target_is_compared_with_a_straight_line(region: Region) -> None:
    target = next(each for each in region.targets if each.code == "market-2026")
    assert target.expected_on(date(2025, 6, 1)) == 0
    assert target.expected_on(date(2026, 12, 31)) == target.value
    assert target.expected_on(date(2026, 7, 2)) == pytest.approx(target.value / 2, rel=0.01)


def test_sector_targets_use_sectors_that_exist(region: Region) -> None:
    services = BUILT_IN.parent.parent
    table = (services / "vocabulary" / "data" / "sectors.tsv").read_text("utf-8")
    sectors = {line.split("\t")[0] for line in table.splitlines()}
    assert {target.branch for target in region.targets if target.branch} <= sectors


def test_freshness_has_a_limit_for_every_field(region: Region) -> None:
    assert region.fresh_days("start") == 30
    assert region.fresh_days("something-new") == region.freshness_days


def test_weights_may_be_moved(changed: Change) -> None:
    region = load(changed("[matching]", "[matching]\nwish = 10\nskills = 35\nthreshold = 60\n#"))
    assert region.matching == {"wish": 10, "skills": 35, "threshold": 60}


def test_a_region_does_not_change(region: Region) -> None:
    with pytest.raises(ValueError, match="frozen"):
        region.name = "Anders"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('code = "AM37"', 'code = "AM37', "is not valid TOML: "),
        (
            'code = "AM37"',
            'code = "37"',
            "code: string should match pattern '^AM\\d{2}$' (got '37')",
        ),
        ('code = "AM37"', 'colour = "red"', "code: field required; and 1 more"),
        ('languages = ["nl", "en"]', 'languages = ["en"]', "languages must have nl"),
        ('centre = "haarlem"', 'centre = "utopia"', "centre 'utopia' is not a place we know"),
        ('security = "mailto:', 'security = "', "security: string should match pattern"),
        ('pc4 = "2012"', 'pc4 = "0000"', "front_door: pc4 '0000' is not a Dutch postcode"),
        ("messages_until = 20:00:00", "messages_until = 08:00:00", "quiet: messages_from must lie"),
        ('code = "GM0377"', 'code = "GM0375"', "gemeente GM0375 is there 2 times"),
        ('code = "uwv-intake"', 'code = "intake-velsen"', "team intake-velsen is there 2 times"),
        ('organisation = "uwv"', 'organisation = "uvw"', "team uwv-intake: organisation 'uvw' is"),
        ('gemeenten = ["Velsen"]', "gemeenten = []", "no intake team serves Velsen"),
        (
            'gemeenten = ["Velsen"]',
            'gemeenten = ["Velzen"]',
            "gemeente 'Velzen' is not in this file",
        ),
        ("centre = true", "centre = false", "exactly one gemeente must be the centre"),
        ("introduction = 28", "introduction = 60", "retention.introduction: input should be less"),
        (
            "employer_hours = 72",
            "employer_hours = 24",
            "follow_up: warn_account_manager_hours must",
        ),
        ("smallest_group = 5", "smallest_group = 2", "report.smallest_group: input should be gr"),
        ("ends = 2026-12-31", "ends = 2025-12-31", "targets[1]: ends must lie after starts"),
        ("valid_to = 2016-12-31", "valid_to = 2014-12-31", "priority[1]: valid_to lies before"),
        ('decides = "uwv"', 'decides = "wuv"', "instruments[1].decides: input should be"),
        ("benefit = [", "benifit = [", "priority[1].applies_when.benifit: extra inputs are not"),
        ("[matching]", "[matching]\nage = 3\n#", "matching.age is not a weight we know"),
        ("[matching]", "[matching]\nwish = -1\n#", "matching.wish must be a number of 0 or more"),
        ("[matching]", "[matching]\nwish = 16\n#", "matching: the weights must be positive and"),
        ("start = 30", "start = 0", "freshness.start: input should be greater"),
    ],
)
def test_a_wrong_file_gives_one_clear_line(changed: Change, old: str, new: str, line: str) -> None:
    path = changed(old, new)
    with pytest.raises(RegionError) as caught:
        load(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert line in message
    assert "\n" not in message


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(RegionError, match=r"region.toml: cannot be read \(No such file"):
        load(tmp_path / "region.toml")
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"\xff\xfe")
    with pytest.raises(RegionError, match="is not UTF-8 text"):
        load(binary)
