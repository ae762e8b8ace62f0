"""Who is away never blocks: the trainer's lines bring every game to its end, from wherever it stands."""

from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.net.phones import Phone, Tables, seated

SEATS = ("shop", "kitchen", "garden")


def act(phones: list[Phone], chance: Random) -> bool:
    """Something legal by somebody who is to act; whether there was anybody."""
    acting = [phone for phone in phones if phone.view["you"]["to_act"] and phone.legal()]
    if not acting:
        return False
    phone = chance.choice(acting)
    command: dict[str, Any] = dict(chance.choice(phone.legal()))
    assert phone.command(command.pop("kind"), **command)["type"] == "ack"
    return True


def left_alone(folder: Path, people: int, deeds: int, seed: int, order: str) -> Tables:
    """A game in which people did so many things, and then all of them went away."""
    tables = Tables(folder, seats=3, seed=seed, order=order)
    phones = seated(tables, *SEATS[:people])
    assert tables.do("start")["ok"]
    chance = Random(seed)
    for _ in range(deeds):
        tables.clock.now += 1
        if not act(phones, chance):
            break
    for phone in phones:
        phone.leave()
    return tables


@pytest.mark.parametrize("order", ["free", "round"])
@pytest.mark.parametrize("people", [1, 2, 3])
def test_next_alone_brings_a_game_that_everybody_left_to_its_end(
    tmp_path: Path, people: int, order: str
) -> None:
    tables = left_alone(tmp_path, people, 0, seed=people, order=order)
    parts = []
    while not tables.table.over:
        parts.append(tables.do("status")["part"])
        done = tables.do("next")
        assert done["ok"], (parts, done)
        assert len(parts) < 40
    if people == 3:
        assert parts[0] == "setup"
        assert parts[-1] == "guessing"
    assert {"work", "guessing"} <= set(parts)
    why = tables.table.truth.our_why[0]
    assert tables.table.compiled.tables.sentence_motives[why] != 0, "the game chooses no empty one"
    assert tables.do("next")["reason"] == "not_now"  # it is over


@pytest.mark.parametrize("deeds", [0, 1, 2, 5, 9, 14, 25, 40])
def test_from_wherever_people_leave_next_goes_on(tmp_path: Path, deeds: int) -> None:
    tables = left_alone(tmp_path, 1 + deeds % 3, deeds, seed=deeds, order=("free", "round")[deeds % 2])
    steps = 0
    while not tables.table.over:
        before = (tables.table.truth.week[0], tables.table.truth.part[0])
        assert tables.do("next")["ok"]
        assert (tables.table.truth.week[0], tables.table.truth.part[0]) != before
        steps += 1
        assert steps < 40


@pytest.mark.parametrize("deeds", [0, 1, 3, 8, 20, 60])
def test_the_end_can_be_had_from_everywhere(tmp_path: Path, deeds: int) -> None:
    tables = left_alone(tmp_path, 3, deeds, seed=deeds, order="free")
    if not tables.table.over:
        tables.do("pause", reason="coffee")
        assert tables.do("end_early")["ok"]
    assert tables.table.over


def test_the_guessing_round_is_ended_for_those_who_are_away(tmp_path: Path) -> None:
    tables = left_alone(tmp_path, 3, 0, seed=4, order="free")
    assert tables.do("end_guessing")["reason"] == "not_now"
    while tables.do("status")["part"] != "guessing":
        assert tables.do("next")["ok"]
    assert tables.do("end_guessing")["ok"]
    assert tables.table.over


def test_the_game_chooses_a_why_when_its_chair_is_away_and_everybody_reads_which(tmp_path: Path) -> None:
    tables = Tables(tmp_path, seats=2)
    phones = seated(tables, "shop", "kitchen")
    tables.do("start")
    chair = next(phone for phone in phones if phone.view["you"]["to_act"])
    other = next(phone for phone in phones if phone is not chair)
    chair.leave()
    assert tables.do("next")["ok"]
    assert (other.view["our_why"], other.view["week"]) == ("street", 1)
    told = [fact for message in other.heard for fact in message.get("facts", ())]
    assert "our_why" in [fact["kind"] for fact in told]
