"""Games beside a board that takes its time: what phones were told, when, and what they could do."""

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from game.net.telling import Unfolding
from game.rules import fact as facts
from game.rules.fact import Dice, Friday
from game.table.table import Accepted
from tests.net.phones import Message, Phone, Tables, begin, seated
from tests.net.test_beside_a_board import short_of_attention

SEATS = ("shop", "shop", "kitchen", "kitchen", "garden")
OF_THE_RULES = ("talk", "choose", "pass")


class Board:
    """Shows throws one after the other, and a Friday with everything before it."""

    def __init__(self) -> None:
        self.thrown: dict[int, list[str]] = {}
        """The dice of every throw as they travel, by revision."""
        self.rolling: list[int] = []
        self._known = 0
        self._friday = False
        """Whether phones watch one: then nothing waits."""

    def unfolds(self, done: Accepted) -> Unfolding | None:
        friday = any(isinstance(fact, Friday) for fact in done.facts)
        dice = [json.dumps(facts.to_dict(fact)) for fact in done.facts if isinstance(fact, Dice)]
        if done.revision > self._known:
            self._known = done.revision
            if dice:
                self.thrown[done.revision] = dice
            if friday:
                self.rolling.clear()
                self._friday = True
            elif dice and not self._friday:
                self.rolling.append(done.revision)
        return "friday" if friday else "dice" if dice else None

    def show(self, tables: Tables, throws: int) -> None:
        """The oldest throws lie by now."""
        del self.rolling[:throws]
        self._friday = False
        tables.room.watch(board=None, throws=self.rolling)
        tables.turn()


def dice_heard(phone: Phone) -> list[str]:
    told = [fact for m in phone.heard if m["type"] == "facts" for fact in m["facts"]]
    return [json.dumps(fact) for fact in told if fact["kind"] == "dice"]


def refused(heard: list[Message]) -> bool:
    """Whether something was refused in these frames, or a proposal of the seat ended as impossible."""
    ends = [m["reason"] for m in heard if m["type"] == "proposal_ended"]
    return any(m["type"] == "nack" for m in heard) or any(reason not in ("done", "no") for reason in ends)


class Game:
    """People who do by chance what their phones offer."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = Random(seed)
        self.board = Board()
        self.tables = Tables(folder, edit=short_of_attention, seats=3, seed=seed, unfolds=self.board.unfolds)
        self.phones = seated(self.tables, *SEATS)
        begin(self.tables, self.phones)
        self.tables.do("approval", mode="second")
        self.stayed = set(range(len(SEATS)))
        self.ahead: list[set[int]] = [set() for _ in SEATS]
        """The rolling throws that a phone was shown since it was refused something."""
        self.surprises = 0

    def step(self) -> None:
        heard = [len(phone.heard) for phone in self.phones]
        self._do(self.chance.randrange(len(SEATS)))
        self.tables.rest()
        for n, phone in enumerate(self.phones):
            shown = set(self.board.rolling) - set(phone.unseen)
            if shown - self.ahead[n]:
                assert refused(phone.heard[heard[n] :]), "nobody else is told before the dice lie"
                self.ahead[n] |= shown

    def _do(self, n: int) -> None:
        phone, chance, what = self.phones[n], self.chance, self.chance.random()
        opens = [*self.tables.table.roster.proposals]
        if what < 0.015:
            self.stayed.discard(n)
            phone.leave()
            self.phones[n] = self.tables.phone(phone.address)
            self.phones[n].come_back(phone.token)
        elif what < 0.1:
            before, nonsense = phone.unseen, {"mechanism": "x", "audience": "ann", "message": "company"}
            assert phone.command("play", None, None, **nonsense)["type"] == "nack"
            assert phone.unseen == before, "that tells of no dice"
        elif what < 0.45 and opens:
            phone.say(type="answer", n=chance.choice(opens), yes=chance.random() < 0.9)
        elif what < 0.6:
            self.board.show(self.tables, chance.choice((1, 1, len(self.board.rolling))))
        else:
            self._command(phone)

    def _command(self, phone: Phone) -> None:
        legal = phone.legal()
        plays = [one for one in legal if one["kind"] == "play"]
        others = [one for one in legal if one["kind"] in OF_THE_RULES]
        if not plays and not others:
            return
        wanted: dict[str, Any] = self.chance.choice(plays or others)
        unseen = {*phone.unseen}
        answer = phone.command(**wanted)
        if answer["type"] == "ack" or answer["reason"] == "many_proposals":
            return
        assert answer["reason"] == "stale", (wanted, answer)
        assert unseen, "it was shown as possible, and nothing was hidden from it"
        assert not unseen & {*phone.unseen}, "it is shown what forbids it"
        self.surprises += 1


@pytest.mark.parametrize("seed", range(1, 4))
def test_every_phone_is_told_each_throw_once_in_order_and_ends_with_the_truth(
    tmp_path: Path, seed: int
) -> None:
    game = Game(tmp_path, seed)
    for _ in range(140):
        game.step()
    game.board.show(game.tables, len(game.board.rolling))
    game.tables.rest()
    told = [dice for revision in sorted(game.board.thrown) for dice in game.board.thrown[revision]]
    truth = json.loads(json.dumps(game.tables.table.view(None, "en")))
    for n, phone in enumerate(game.phones):
        assert phone.unseen == []
        for name in ("tokens", "attention", "motives", "not_hers", "tallies"):
            assert phone.view[name] == truth[name], (n, name)
        if n in game.stayed:
            assert dice_heard(phone) == told
        else:
            rest = iter(told)
            assert all(dice in rest for dice in dice_heard(phone)), "since it came back, in order"
    assert len(told) > 5
    assert game.surprises
