"""Fields to write in, by real events: by mouse alone and by keyboard alone, and no letter is a key."""

from pathlib import Path

import pygame
import pytest

from game.screen.box import Point
from game.screen.scenes.lobby import LobbyScene
from game.screen.scenes.trainer import TrainerScene
from game.screen.scenes.trainer_model import Plan
from game.screen.writing import Written
from tests.screen.scenes.near import Near


@pytest.fixture
def near(tmp_path: Path) -> Near:
    return Near(tmp_path)


def texts(near: Near, *pieces: str) -> None:
    """Text without keys, as a method of composing letters gives it."""
    for piece in pieces:
        near.step(pygame.event.Event(pygame.TEXTEDITING, text=piece, start=0, length=1))
        near.step(pygame.event.Event(pygame.TEXTINPUT, text=piece))


def renaming(near: Near, *, mouse: bool) -> None:
    """Somebody is at the stall, and the field of the name is open."""
    near.joined("stall")
    act = near.click if mouse else near.choose
    if mouse:
        near.click("panel")
    else:
        near.f2()
    (person,) = near.game.table.roster.at("stall")
    act(f"member:{person.id}")
    act("deed:rename")
    assert near.focus == "name"


def name(near: Near) -> Written:
    return near.shows(TrainerScene).name


def erase(near: Near) -> None:
    for _ in range(len(name(near).text)):
        near.press("backspace")


def unharmed(near: Near) -> None:
    """No letter did what its key does."""
    near.shows(TrainerScene)
    assert not near.game.paused
    assert near.stage.settings.sound
    assert near.stage.settings.language == "nl"


def test_a_name_is_written_by_keyboard_alone(near: Near) -> None:
    renaming(near, mouse=False)
    erase(near)
    near.write("Pam L m? 12")
    unharmed(near)
    near.press("return")
    assert near.game.names_at("stall", "nl") == "Pam L m? 12"
    assert near.focus == "deed:rename"
    unharmed(near)


def test_a_name_is_written_with_the_buttons_of_the_mouse(near: Near) -> None:
    renaming(near, mouse=True)
    near.click("name")
    near.press("end")
    near.write("p m")
    near.click("name")
    assert near.focus == "name"
    near.write("l")
    unharmed(near)
    assert name(near).text.replace("l", "") == "Mens 1p m"
    near.click("deed:write")
    assert near.game.names_at("stall", "nl").replace("l", "") == "Mens 1p m"


def test_letters_go_to_the_open_field_wherever_the_focus_is(near: Near) -> None:
    renaming(near, mouse=False)
    near.press("tab")
    assert near.focus == "deed:write"
    near.write("pml")
    unharmed(near)
    assert name(near).text == "Mens 1pml"
    near.press("return")
    assert near.game.names_at("stall", "nl") == "Mens 1pml"


def test_escape_leaves_a_field_with_the_old_name(near: Near) -> None:
    renaming(near, mouse=False)
    near.write("xyz")
    near.press("escape")
    unharmed(near)
    assert near.focus == "deed:rename"
    assert near.game.names_at("stall", "nl") == "Mens 1"
    near.press("escape")
    near.shows(LobbyScene)


def test_the_key_that_opens_a_field_writes_nothing_in_it(near: Near) -> None:
    near.joined("stall")
    near.f2()
    (person,) = near.game.table.roster.at("stall")
    near.choose(f"member:{person.id}")
    near.tab_to("deed:rename")
    near.down("space")
    near.step(pygame.event.Event(pygame.TEXTINPUT, text=" "))
    near.step(pygame.event.Event(pygame.TEXTINPUT, text=" "))
    near.up("space")
    assert name(near).text == "Mens 1"
    texts(near, "é")
    assert name(near).text == "Mens 1é"


def test_composed_letters_are_written(near: Near) -> None:
    renaming(near, mouse=False)
    erase(near)
    texts(near, "Zo", "e\u0308", " Çağ", "ij", "ń")
    near.press("return")
    assert near.game.names_at("stall", "nl") == "Zoë Çağijń"


def test_a_click_places_the_caret(near: Near) -> None:
    renaming(near, mouse=True)
    letters = Plan.letters(near.target("name").box)

    def click(x: float) -> None:
        place = tuple(map(round, near.stage.frame.to_pixels(Point(x, letters.cy))))
        near.step(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=place, button=1))
        near.step(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=place, button=1))

    click(letters.x)
    assert name(near).caret == 0
    near.write("l")
    click(letters.right - 4)
    assert name(near).caret == len("lMens 1")
    near.press("left")
    near.write("p")
    assert name(near).text == "lMens p1"
    unharmed(near)


def test_a_name_that_is_refused_can_be_mended(near: Near) -> None:
    renaming(near, mouse=False)
    erase(near)
    near.press("return")
    near.press("escape")
    assert near.focus == "name"
    near.write("pim")
    near.press("return")
    assert near.game.names_at("stall", "nl") == "pim"


def test_the_reason_of_a_pause_is_written_as_soon_as_it_has_the_focus(near: Near) -> None:
    near.joined("stall")
    near.choose("start")
    near.f2()
    near.tab_to("reason")
    near.write("lunch, pim m")
    near.press("return")
    assert near.focus == "pause"
    unharmed(near)
    near.press("return")
    assert near.game.table.roster.paused == "lunch, pim m"


def test_letters_come_and_go_at_the_caret() -> None:
    written = Written.of("Jose\u0301")  # an accent that stands on its own, as an old name may have it
    back = written.key("left")
    assert back is not None
    assert back.typed("f", 24).text == "Josfe\u0301"
    gone = written.key("backspace")
    assert gone == Written("Jos", 3)
    assert Written("Bas", 1).key("delete") == Written("Bs", 1)
    assert Written("Bas", 1).key("home") == Written("Bas", 0)
    assert Written("Bas", 1).key("end") == Written("Bas", 3)
    assert Written("Bas", 0).key("left") == Written("Bas", 0)
    assert Written("Bas", 1).key("p") is None
    assert Written("ab", 1).typed("12345", 5) == Written("a123b", 4)
    assert Written.of("e").typed("\u0301\n", 24) == Written("é", 1)


def test_a_long_text_shows_the_part_with_the_caret() -> None:
    def measure(text: str) -> float:
        return float(len(text))

    text = "koffie tot kwart over tien"
    assert Written.of(text).seen(10, measure) == (16, 26)
    assert Written(text, 0).seen(10, measure) == (0, 10)
    assert Written("thee", 2).seen(10, measure) == (0, 4)
