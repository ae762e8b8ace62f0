import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screen.box import Box, Point
from game.screen.focus import Focus, Input, Key, KeyUp, Moved, Pressed, Released, Target, settle, step

GRID = tuple(
    Target(f"{row}{column}", Box(column * 100, row * 100, 80, 80), number=row * 3 + column + 1)
    for row in range(3)
    for column in range(3)
)
SHUT = Target("shut", Box(300, 0, 80, 80), enabled=False, reason="Wil 7 nodig")
ALL = (*GRID, SHUT)


def after(*events: Input, start: Focus | None = None) -> tuple[Focus, list[str]]:
    focus, chosen = start or Focus("00"), []
    for event in events:
        focus, activated = step(focus, ALL, event)
        if activated is not None:
            chosen.append(activated)
    return focus, chosen


def test_tab_goes_round_in_order_and_back() -> None:
    assert after(Key("tab"))[0].id == "01"
    assert after(*[Key("tab")] * len(ALL))[0].id == "00"
    assert after(Key("tab", shift=True))[0].id == "shut"


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [("right", "01"), ("down", "10"), ("right right right", "shut"), ("down right up", "01"), ("up", "00")],
)
def test_arrows_go_to_the_neighbour_on_the_screen(keys: str, wanted: str) -> None:
    assert after(*[Key(key) for key in keys.split()])[0].id == wanted


@pytest.mark.parametrize("raised", [0, 1, 2])
def test_a_raised_card_is_still_in_its_row(raised: int) -> None:
    """A chosen card lies 10 higher; the arrows go to the rows above and below, never to a card beside it."""
    cards = [
        Target(f"card{i}", Box(664 + i * 310, 226 - (10 if i == raised else 0), 294, 222)) for i in range(4)
    ]
    verb = Target("verb", Box(1036, 132, 276, 72))
    messages = [Target(f"message{i}", Box(664 + i * 616, 528, 608, 76)) for i in range(2)]
    everything = (*cards, verb, *messages)

    def goes(start: str, key: str) -> str | None:
        return step(Focus(start), everything, Key(key))[0].id

    for i in range(4):
        assert goes(f"card{i}", "down") == f"message{i // 2}"
        assert goes(f"card{i}", "up") == "verb"
        if i < 3:
            assert goes(f"card{i}", "right") == f"card{i + 1}"
            assert goes(f"card{i + 1}", "left") == f"card{i}"


def test_return_and_space_choose_and_a_number_chooses_the_nth() -> None:
    assert after(Key("return"))[1] == ["00"]
    assert after(Key("space"), KeyUp("space"))[1] == ["00"]
    focus, chosen = after(Key("5"))
    assert (focus.id, chosen) == ("11", ["11"])


def test_what_is_shut_can_be_read_but_not_chosen() -> None:
    assert after(Key("return"), start=Focus("shut"))[1] == []
    assert after(Pressed(Point(340, 40)), Released(Point(340, 40))) == (Focus("shut", "shut"), [])


def test_a_click_chooses_when_it_ends_where_it_began() -> None:
    focus, chosen = after(Moved(Point(140, 40)), Pressed(Point(140, 40)), Released(Point(150, 50)))
    assert (focus.id, focus.hover, chosen) == ("01", "01", ["01"])
    assert after(Pressed(Point(140, 40)), Released(Point(40, 40)))[1] == []
    assert after(Pressed(Point(90, 90)), Released(Point(90, 90)))[1] == []


def test_a_target_is_held_while_the_button_or_key_is_down() -> None:
    held, _ = step(Focus("00"), ALL, Pressed(Point(40, 40)))
    assert held.held == "00"
    assert held.state("00") == "pressed"
    assert step(held, ALL, Released(Point(40, 40)))[0].held is None
    held, _ = step(Focus("00"), ALL, Key("space"))
    assert held.held == "00"
    assert step(held, ALL, KeyUp("space"))[0].held is None


def test_focus_stays_where_it_can_and_else_begins_anew() -> None:
    assert settle(Focus("11"), ALL).id == "11"
    assert settle(Focus("gone", "gone"), ALL) == Focus("00")
    assert settle(Focus("gone"), ALL, first="22").id == "22"
    assert settle(Focus(), (SHUT, *GRID)).id == "00"
    assert settle(Focus("00"), ()).id is None


def test_the_target_drawn_last_lies_on_top_and_lanes_are_hit_by_their_outline() -> None:
    over = Target("over", Box(0, 0, 50, 50))
    assert step(Focus(), (*ALL, over), Pressed(Point(20, 20)))[0].id == "over"
    lane = Target("lane", Box(0, 0, 9, 9), polygon=(Point(500, 0), Point(600, 0), Point(600, 400)))
    assert step(Focus(), (*ALL, lane), Pressed(Point(590, 50)))[0].id == "lane"
    assert step(Focus(), (*ALL, lane), Pressed(Point(510, 390)))[0].id is None


KEYS = st.sampled_from(["tab", "left", "right", "up", "down", "return", "7", "x"])


@given(st.lists(st.builds(Key, KEYS, st.booleans()), max_size=30))
def test_focus_never_disappears(keys: list[Key]) -> None:
    focus, chosen = after(*keys)
    assert focus.id in {target.id for target in ALL}
    assert "shut" not in chosen
