"""Phones beside a window: what comes in is taken within the window's frames."""

import json
from pathlib import Path

from game.app.reception import Reception
from game.net.links import Closed, Event, Opened, Received
from tests.table.games import new_table

STRANGERS = 3000


class Ticking:
    """A clock that goes on by 50 microseconds whenever somebody looks at it: as if that were the work."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        self.now += 0.00005
        return self.now


def hello(code: str) -> str:
    return json.dumps({"type": "hello", "protocol": 1, "code": code, "name": "Anna", "lang": "nl"})


def of_a_stranger(number: int) -> list[Event]:
    address = f"192.168.1.{number % 250}"
    return [Opened(number, address), Received(number, hello("WRONG2")), Closed(number)]


def test_thousands_of_strangers_in_the_row_keep_no_phone_waiting(tmp_path: Path) -> None:
    with new_table(tmp_path) as table:
        reception = Reception(table, tmp_path, "random", host="127.0.0.1", ports=(0,), now=Ticking())
        try:
            for number in range(1, STRANGERS + 1):
                for event in of_a_stranger(number):
                    reception.hand_in(event)
            reception.hand_in(Opened(STRANGERS + 1, "192.168.1.251"))
            reception.hand_in(Received(STRANGERS + 1, hello(reception.code)))
            turns = 0
            while not reception.people:
                reception.turn()
                turns += 1
            assert 20 < turns < 300, "seconds of a window at 60 frames a second, and no frame takes it all"
        finally:
            reception.close()
