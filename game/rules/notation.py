"""Packed commands in ids, and back."""

from game.rules.command import (
    Broadcast,
    Choose,
    Command,
    Convince,
    Guess,
    HoldBack,
    Measure,
    OurWhy,
    Pass,
    Play,
    Practise,
    Proposition,
    ReferenceWork,
    Research,
    Talk,
)
from game.rules.ids import OPTION_IDS, Ids
from game.rules.legal import first_of, kind_of, pack, second_of, third_of
from game.rules.limits import (
    ARGUMENTS,
    BROADCAST,
    CHOOSE,
    CONVINCE,
    GUESS,
    OUR_WHY,
    PLAY,
)


class UnknownId(ValueError):  # noqa: N818  # a name that nobody bears is no error of the program
    """A command or a text names something that this game does not have."""


def place_of(names: tuple[str, ...], name: str) -> int:
    """Where an id stands.

    Raises
    ------
    UnknownId
        If it is none of them.
    """
    try:
        return names.index(name)
    except ValueError:
        raise UnknownId(name) from None


def action_of(ids: Ids, command: Command) -> int:
    """The packed form of a command.

    Raises
    ------
    UnknownId
        If it names something that is not in this game.
    """
    match command:
        case OurWhy(sentence):
            return pack(OUR_WHY, place_of(ids.sentences, sentence))
        case Choose(option):
            return pack(CHOOSE, place_of(OPTION_IDS, option))
        case Play(mechanism, audience, message):
            return pack(
                PLAY,
                place_of(ids.mechanisms, mechanism),
                place_of(ids.audiences, audience),
                place_of(ids.motives, message),
            )
        case Broadcast(mechanism):
            return pack(BROADCAST, place_of(ids.mechanisms, mechanism))
        case Convince(argument):
            return pack(CONVINCE, place_of(ARGUMENTS, argument))
        case Guess(seat, motive):
            return pack(GUESS, place_of(ids.seats, seat), place_of(ids.personals, motive))
        case Talk(audience) | HoldBack(audience) | Proposition(audience):
            return pack(command.code, place_of(ids.audiences, audience))
        case Research() | Practise() | ReferenceWork() | Measure() | Pass():
            return pack(command.code)


def command_of(ids: Ids, action: int) -> Command:
    """The command in a packed form that ``actions`` listed."""
    a = first_of(action)
    b = second_of(action)
    match kind_of(action):
        case 0:
            return OurWhy(ids.sentences[a])
        case 1:
            return Choose(OPTION_IDS[a])
        case 2:
            return Play(ids.mechanisms[a], ids.audiences[b], ids.motives[third_of(action)])
        case 3:
            return Broadcast(ids.mechanisms[a])
        case 4:
            return Talk(ids.audiences[a])
        case 5:
            return Research()
        case 6:
            return HoldBack(ids.audiences[a])
        case 7:
            return Convince(ARGUMENTS[a])
        case 8:
            return Practise()
        case 9:
            return ReferenceWork()
        case 10:
            return Proposition(ids.audiences[a])
        case 11:
            return Measure()
        case 12:
            return Pass()
        case 13:
            return Guess(ids.seats[a], ids.personals[b])
        case kind:
            raise ValueError(f"no command has kind {kind}")
