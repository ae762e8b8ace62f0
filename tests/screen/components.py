"""All components on one page, for pictures and for the contact sheet."""

from game.screen.board import draw_board
from game.screen.box import Box, Point
from game.screen.canvas import Canvas
from game.screen.drawings import Bond, Medal, depth, die, medal, token, token_box
from game.screen.focus import State
from game.screen.model import BoardModel, DepartmentModel, Motive
from game.screen.settings import Lookup
from game.screen.theme import Depth, style
from game.screen.widgets import buttons, panels, people, sticks
from game.screen.widgets.ring import focus_ring

DEPTHS: tuple[Depth, ...] = ("what", "how", "why")
KINDS: tuple[buttons.ButtonKind, ...] = ("ink", "outline", "danger", "accent")
STATES: tuple[State, ...] = ("idle", "hover", "pressed")
CHIPS: tuple[tuple[buttons.ChipKind, str, str | None], ...] = (
    ("neutral", "stevig", None),
    ("violet", "nu dringend", "alert-triangle"),
    ("bad", "geen krant", "news-off"),
)
MEDALS: tuple[Medal, ...] = ("bronze", "silver", "gold")
BONDS: tuple[Bond, ...] = ("firm", "loose", "unmet", "place")


def draw_components(canvas: Canvas, words: Lookup) -> None:
    """Every component in its states."""
    look = canvas.theme
    for row_of, kind in enumerate(KINDS):
        for i, state in enumerate(STATES):
            box = Box(32 + i * 250, 32 + row_of * 92, 230, 76)
            buttons.button(canvas, box, "Spelen", kind=kind, state=state, icon="player-play")
    focused = Box(42, 410, 230, 76)
    buttons.button(canvas, focused, "Focus", kind="ink")
    focus_ring(canvas, focused, buttons.RADIUS)
    buttons.button(canvas, Box(300, 410, 460, 76), "Bewonerspanel", state="disabled", reason="Wil 7 nodig")
    buttons.button(canvas, Box(300, 500, 460, 104), "Bewonerspanel", state="disabled", reason="Wil 7 nodig")
    for i, icon in enumerate(("settings", "moon", "x")):
        buttons.icon_button(canvas, Box(32 + i * 84, 510, 72, 72), icon, chosen=i == 1)
    for i, (kind_of, word, sign) in enumerate(CHIPS):
        buttons.chip(canvas, Box(32 + i * 250, 624, 236, 56), word, kind_of, icon=sign)
    buttons.choice(
        canvas, Box(32, 700, 470, 78), "Muziekles dichtbij", chosen=True, icon="music", note="hoofd"
    )
    buttons.choice(canvas, Box(520, 700, 420, 78), "Snelle vergunning", icon="certificate", note="?")
    buttons.segments(canvas, Box(32, 800, 200, 80), ("NL", "EN"), 0)
    buttons.stepper(canvas, Box(260, 800, 330, 80), "4")
    tools = (
        panels.ToolCard("Welkomst\u00adronde", 1, "why", 1, 1, "3×4+"),
        panels.ToolCard("Vergunning\u00advolger", 1, "how", 1, 2, "2×4+"),
        panels.ToolCard("Bewoners\u00adpanel", 4, "why", 2, 2, "1×4+", reason="Wil 7 nodig"),
    )
    for i, tool in enumerate(tools):
        panels.tool_card(canvas, Box(800 + i * 312, 40, 294, 222), tool, chosen=i == 0)
    row = (
        panels.Gate("Relevantie", "open", "kanaal klopt"),
        panels.Gate("Wil", "shut", "Wil 7 nodig"),
        panels.Gate("Haalbaar", "not-asked"),
    )
    panels.card(canvas, Box(800, 290, 600, 270))
    panels.gates(canvas, Box(820, 316, 560, 220), row)
    panels.card(canvas, Box(1420, 290, 468, 270))
    panels.odds_faces(canvas, Box(1440, 310, 430, 72), 3)
    for i, deep in enumerate(DEPTHS):
        canvas.shape(depth(look, deep), Box(1440 + i * 90, 400, 72, 72))
    panels.attention(canvas, Box(1440, 490, 420, 46), 4, 6, cost=1, size=46, centred=False)
    for i, value in enumerate((5, 3, 2)):
        place = Box(970 + i * 170, 590, 150, 150)
        canvas.shape(die(look, value, miss=i == 2), place, angle=(-5, 4, -2)[i])
    for i, won in enumerate(MEDALS):
        canvas.shape(medal(look, won), Box(1500 + i * 120, 580, 100, 186))
    canvas.panel(Box(960, 780, 928, 96), look.levels[2].colour, 20)
    for slot in range(7):
        for i, bond in enumerate(BONDS):
            at = Point(990 + slot * 132 + (i % 2) * 50, 804 + (i // 2) * 48)
            canvas.shape(token(look, slot, bond, 2), token_box(at, 38))
    department = DepartmentModel("service", "Klantcontact", "Klant", "headset", 2, 3, "turn")
    sticks.stick(canvas, Box(42, 940, 452, 104), department, words)
    sticks.free_stick(canvas, Box(530, 940, 420, 104), "Marketing", "tag", "Vrij: klik om te spelen")
    people.motive_card(canvas, Box(620, 810, 60, 58), Motive("music"))
    people.motive_card(canvas, Box(700, 810, 60, 58), None)
    panels.moulds(canvas, Box(990, 900, 380, 60), 6, 3)
    panels.moulds(canvas, Box(1400, 900, 380, 60), 2, 4)
    canvas.text("Ελένη Жанна Łukáš Ưu 你", Box(1400, 980, 480, 60), style("strong"), look.ink)


def draw_overlay(canvas: Canvas, words: Lookup, model: BoardModel) -> None:
    """A board under its scrim with one lane lit, and on top a dialog and a toast."""
    grid = draw_board(canvas, model, words)
    canvas.veil((grid.lane_outline(0, 12),))
    box = panels.dialog_box(canvas.frame.canvas, 380).moved(180, -40)
    panels.dialog(
        canvas, box, "Stoppen met spelen?", "Het spel is bewaard en gaat later verder.", icon="logout"
    )
    stay, leave = panels.dialog_buttons(box)
    buttons.button(canvas, stay, "Blijven", kind="ink")
    buttons.button(canvas, leave, "Stoppen", kind="danger")
    focus_ring(canvas, stay, buttons.RADIUS)
    panels.toast(canvas, "Ruud wil serieus genomen worden", icon="message-circle")
