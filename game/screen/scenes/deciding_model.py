"""What a seat can do at one place, as plain values: all that the scene of choosing draws."""

from dataclasses import dataclass
from typing import Literal

from game.rules.command import Command
from game.screen.model import AudienceModel, BoardModel, DepartmentModel, Motive
from game.screen.theme import Depth
from game.screen.widgets.panels import Gate


@dataclass(frozen=True, slots=True)
class OddsLine:
    """How the dice are rolled in one case that is possible, or for one audience that a broadcast reaches."""

    case: str
    label: str
    difficulty: int
    dice: int
    average: str
    audience: AudienceModel | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """One command with everything that is shown before it is confirmed.

    ``refused`` is empty or says in a sentence why not. ``attention`` is what it costs at least, and
    ``more`` what a message that is neither of her motives costs besides (rule 3.3). ``also`` says what else
    it may cost: that, or what sharing power takes for good (rule 5.6).
    """

    command: Command
    refused: str
    gates: tuple[Gate, ...]
    hours: int
    attention: int
    odds: tuple[OddsLine, ...] = ()
    bond: str = ""
    firm: bool = False
    base: int = 0
    also: str = ""
    more: int = 0

    @property
    def most(self) -> int:
        """The attention that it costs at most."""
        return self.attention + self.more


@dataclass(frozen=True, slots=True)
class Message:
    """A message that a tool can bring; ``note`` says what is known of it for this audience.

    ``helper`` says which other department could bring it to her too, if one can; then the same shorter.
    """

    motive: Motive
    id: str
    note: str
    known: Literal["main", "side", "not_hers", "unknown"]
    deed: Deed
    helper: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A tool, or a verb of §4 and §5 (``icon`` given). ``reason`` is short, for the foot of the card.

    ``helps`` is false for what may be done and would bring nothing now; ``text`` says why. ``misses`` says
    of a broadcast that it does not reach this audience, if so (rule 3.7).
    """

    id: str
    name: str
    text: str
    confirm: str
    messages: tuple[Message, ...]
    deed: Deed | None = None
    icon: str = ""
    level: int = 0
    depth: Depth = "what"
    hours: int = 0
    attention: int = 0
    dice: str = ""
    broadcast: bool = False
    power: str | None = None
    reason: str = ""
    helps: bool = True
    misses: str = ""

    @property
    def legal(self) -> bool:
        """Whether any of its commands may be done now."""
        if self.deed is not None:
            return not self.deed.refused
        return any(not message.deed.refused for message in self.messages)


@dataclass(frozen=True, slots=True)
class DecideModel:
    """All that a seat can do with one audience, or (none) inside the organisation."""

    department: DepartmentModel
    board: BoardModel
    audience: AudienceModel | None
    tools: tuple[Card, ...]
    verbs: tuple[Card, ...]
    our_why: str = ""

    @property
    def cards(self) -> tuple[Card, ...]:
        """Verbs, then tools."""
        return (*self.verbs, *self.tools)
