"""What phones are shown: views as they travel, and refusals in words."""

from collections.abc import Callable, Collection, Sequence

from game.net.sheet import card
from game.rules.command import Command
from game.rules.limits import MONDAY, NONE, WORK
from game.rules.refusal import CODES
from game.table.roster import Member
from game.table.table import Table
from game.view.wire import compact, wire_view
from game.words.catalogue import Language, Words

_OF_THE_VIEW = (*CODES[1:], "not_started", "stale", "seat_empty", "unknown_player")


class Shown:
    """Views of one moment, each made and written once however many phones get it.

    ``at_board`` are the seats whose people play at a board, ``watching`` says for what a seat (none: an
    onlooker) is to watch it. ``unseen`` is, throughout, the revisions of plays whose dice still roll there.
    """

    def __init__(
        self,
        table: Table,
        people: Sequence[Member],
        away: frozenset[str],
        clock: dict[str, object],
        at_board: Collection[str],
        watching: Callable[[str | None], str | None],
    ) -> None:
        self._table = table
        self._people = people
        self._away = away
        self._clock = clock
        self._at_board = at_board
        self._watching = watching
        self._views: dict[tuple[str | None, Language, tuple[int, ...]], str] = {}

    def view(self, seat: str | None, language: Language, unseen: tuple[int, ...] = ()) -> str:
        """The JSON of what a seat (none: an onlooker) may know."""
        key = (seat, language, unseen)
        found = self._views.get(key)
        if found is None:
            found = self._views[key] = wire_view(self._view(seat, language, unseen))
        return found

    def _view(self, seat: str | None, language: Language, unseen: tuple[int, ...]) -> dict[str, object]:
        table = self._table
        roster = table.roster
        view = table.view(seat, language, self.members(), unseen)
        view["card"] = None
        st = table.truth
        if st.event[0] != NONE and st.part[0] in (MONDAY, WORK):
            view["card"] = card(table.compiled, table.compiled.ids.events[st.event[0]], view, language)
        view["table"] = {
            "started": table.started,
            "paused": roster.paused,
            "clock": self._clock,
            "approval": roster.approval,
            "locked": roster.locked,
            "language": roster.language,
            "seats": {seat: self._played_by(seat) for seat in table.seats},
            "bots": table.bots,
            "watch": self._watching(seat),
        }
        return view

    def _played_by(self, seat: str) -> str:
        if seat in self._table.bots:
            return "bot"
        if seat in self._at_board:
            return "board"
        return "people" if seat in self._table.people else "nobody"

    def members(self) -> list[dict[str, object]]:
        """The people at the table."""
        return [
            {"id": one.id, "name": one.name, "seat": one.seat, "away": one.id in self._away}
            for one in self._people
        ]


def refusal_words(
    table: Table,
    seat: str | None,
    command: Command | None,
    code: str,
    lang: Language,
    unseen: tuple[int, ...] = (),
) -> str:
    """Why something is refused, for a member at a seat (none: an onlooker); ``unseen`` as in ``Shown``."""
    if code in _OF_THE_VIEW:
        return table.refusal_text(seat, command, code, lang, unseen)
    return Words("net", lang)(f"refused.{code}")


def frame(type_: str, **values: object) -> str:
    """The text of a frame from the server."""
    return compact({"type": type_, **values})


def with_view(text: str, view: str) -> str:
    """A frame with the JSON of a view added under ``view``."""
    return f'{text[:-1]},"view":{view}}}'
