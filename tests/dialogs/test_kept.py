"""The button that keeps what helps at work, beside buttons of other kinds."""

from __future__ import annotations

from dialogs import kept


def test_only_buttons_of_this_kind_stay_under_a_list() -> None:
    ours = ["::keep-no-lifting", ["text", "helps-keep"]]
    skill = ["jobseeker:skills:keep-haccp", ["concept", "skill", "keep-haccp"]]
    menu = ["::menu", ["text", "command.menu"]]
    assert kept.still({"rows": [[ours], [skill], [menu]]}) == kept.rows(["no-lifting"])
    assert kept.still(None) == ()
