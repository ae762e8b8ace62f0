"""Nothing hidden reaches a phone that may not have it: canary texts, guessed tokens, foreign seats (§9)."""

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from game.app.lines import export_lines
from game.net.site import manifest
from game.rules.records import state_hash
from game.table.reading import read
from tests.builders import Values
from tests.net.phones import Phone, Tables, begin, begun, seated

SEATS = ("shop", "kitchen", "garden")


def with_canaries(values: Values) -> None:
    """Every personal motive has an id that can be found again in any byte."""
    for i, personal in enumerate(values["personal_motives"]):
        personal["motive"] = f"CANARY-{i}"
        values["motives"].append({"id": personal["motive"], "name": "Wens", "icon": "star"})


KINDS = {"welcome", "refused", "closed", "seated", "ack", "nack", "facts", "pong"}
KINDS |= {"proposal", "proposal_ended"}
"""Everything that a server says (contract, and the room's README)."""


def stranger(tables: Tables, chance: Random, how: int) -> None:
    """Somebody who has no business here in one of six ways, or only looks on and is sent away."""
    phone = tables.phone(f"10.0.0.{chance.randrange(250)}")
    match how:
        case 0:
            phone.join("Eve", code="AAAAAA")
        case 1:
            phone.come_back(chance.randbytes(24).hex())
        case 2:
            phone.say(type="command", id="x", revision=0, command={"kind": "pass"})
        case 3:
            phone.say(type="hello", protocol=7)
        case 4:
            if phone.join("Eve")[0]["type"] == "refused":  # banned by now
                return
            phone.say(type="ping")
            phone.sit("nowhere")
            phone.command("guess", seat="shop", motive="CANARY-0")
            tables.do(chance.choice(("kick", "ban")), member=phone.member)
        case _:
            phone.join("\u202e")


def play(tables: Tables, phones: list[Phone], partner: Phone, chance: Random) -> None:
    """A whole game with everything that makes the server talk: errors, pauses, comings and goings.

    ``partner`` sits with the first of the phones and must agree to what that plays.
    """
    while not tables.table.over:
        tables.clock.now += 1
        acting = [n for n, phone in enumerate(phones) if phone.view["you"]["to_act"]]
        n = chance.choice(acting)
        phone = phones[n]
        what = chance.random()
        if what < 0.05:
            phone.leave()
            phones[n] = comes_back(tables, phone)
        elif what < 0.15:
            phone.command("guess", seat=chance.choice(SEATS), motive="praise")
        elif what < 0.18:
            tables.do("pause", reason="x")
            phone.command("pass")
            tables.do("resume")
        elif what < 0.22:
            phone.command("dance")
            phone.sit(chance.choice(SEATS))
        elif what < 0.25:
            stranger(tables, chance, chance.randrange(6))
        else:
            command: dict[str, Any] = dict(chance.choice(phone.legal()))
            ack = phone.command(command.pop("kind"), **command)
            assert ack["type"] == "ack"
            if "proposal" in ack:
                partner.say(type="answer", n=ack["proposal"], yes=chance.random() < 0.8)


def comes_back(tables: Tables, phone: Phone) -> Phone:
    """The same phone on a new connection, with everything that it ever got."""
    back = tables.phone(phone.address)
    back.come_back(phone.token)
    back.texts[:0] = phone.texts
    return back


def go_round(tables: Tables, phones: list[Phone], chance: Random) -> None:
    """Before the start everybody sits at other departments, comes back there, and goes home again."""
    for n, phone in enumerate(phones):
        home = phone.view["you"] and phone.view["you"]["seat"]
        for seat in chance.sample(SEATS, len(SEATS)):
            phones[n].sit(seat)
            phones[n].command("guess", seat=chance.choice(SEATS), motive="praise")
            phones[n] = comes_back(tables, phones[n])
            phones[n].say(type="language", lang=chance.choice(("nl", "en")))
        phones[n].sit(home)
    tables.do("rename", member=phones[0].member, name="Wanderer")
    tables.rest()
    assert not any("CANARY" in text for phone in phones for text in phone.texts)


def early_text(text: str) -> bool:
    """Whether a frame is from before the guessing, in which all personal motives are to choose from."""
    return '"part":"guessing"' not in text and '"part":"over"' not in text


def assert_nothing_in_the_export(tables: Tables) -> None:
    """What was done, as ``piramide export`` tells it, names no personal motive that nobody guessed.

    Only its first lines, the set-up, hold what they are drawn from; they are the trainer's.
    """
    lines = list(export_lines(read(tables.table.path)))
    entries = [json.dumps(line) for line in lines if "seq" in line]
    assert len(entries) == len(lines) - 2
    assert len(entries) > 50
    assert not any("CANARY" in line for line in entries if '"kind": "guess"' not in line)


def foreign_secrets(folder: Path, seed: int, kinds: set[str]) -> int:
    """How often phones get to know personal motives of others in a game, before everything is revealed.

    ``kinds`` takes in what kinds of frames they were sent.
    """
    chance = Random(seed)
    tables = Tables(folder, seats=3, edit=with_canaries, seed=4_111_222_333 + seed)
    phones = seated(tables, *SEATS)
    onlooker = tables.phone("192.168.1.30")
    onlooker.join("Olga")
    everybody = [*phones, onlooker]
    go_round(tables, everybody, chance)
    *phones, onlooker = everybody
    truth = tables.table.truth
    ids = tables.table.compiled.ids
    own = {seat: ids.personals[truth.personal[i]] for i, seat in enumerate(ids.seats)}
    tables.do("approval", approval="second")
    begin(tables, phones)
    partner = tables.phone("192.168.1.31")
    partner.join("Pat")
    partner.sit("shop")
    for how in range(6):
        stranger(tables, chance, how)
    play(tables, phones, partner, chance)
    found = 0
    people = dict(zip((phone.number for phone in (*phones, partner)), (*SEATS, "shop"), strict=True))
    known = {phone.member for phone in (*phones, onlooker, partner)}
    others = [phone for phone in tables.phones.values() if phone.member not in known]
    assert len(others) > 3
    assert [text for phone in others for text in phone.texts if early_text(text) and "CANARY" in text] == []
    kinds |= {message["type"] for phone in tables.phones.values() for message in phone.heard}
    assert_nothing_in_the_export(tables)
    for phone in (*phones, onlooker, partner):
        seat = people.get(phone.number)
        before = [text for text in phone.texts if '"part":"over"' not in text]
        early = "".join(text for text in before if early_text(text))
        found += sum(early.count(f'"{secret}"') for other, secret in own.items() if other != seat)
        if seat is not None:
            assert f'"{own[seat]}"' in early
        everything = "".join(before)
        assert everything.count("personal_motives") >= 5
        for text in before:
            view = json.loads(text).get("view", {"personal_motives": []})
            shown = {one for one in view["personal_motives"] if one is not None}
            assert shown <= ({own[seat]} if seat is not None else set())
        assert str(truth.seed[0]) not in everything
        assert '"deck"' not in everything
    tables.table.close()
    return found


def count_secrets(folder: Path, games: int, seed: int) -> None:
    kinds: set[str] = set()
    for n in range(games):
        (folder / str(n)).mkdir()
        assert foreign_secrets(folder / str(n), seed + n, kinds) == 0
    assert kinds == KINDS, kinds ^ KINDS


def test_no_byte_tells_a_foreign_personal_motive(tmp_path: Path) -> None:
    count_secrets(tmp_path, 3, 0)


@pytest.mark.torture
def test_no_byte_of_two_hundred_games_tells_a_foreign_personal_motive(tmp_path: Path) -> None:
    count_secrets(tmp_path, 200, 1000)


def test_what_can_be_fetched_is_the_same_whoever_has_which_secret(tmp_path: Path) -> None:
    served = []
    for seed in (1, 2):
        folder = tmp_path / str(seed)
        folder.mkdir()
        tables = Tables(folder, seats=3, edit=with_canaries, seed=seed)
        begin(tables, seated(tables, *SEATS))
        truth = tables.table.truth
        served.append((tuple(truth.personal), manifest(tables.table.compiled)))
        assert not any(str(tables.table.path).encode() in one.body for one in served[-1][1].values())
    (mine, here), (other, there) = served
    assert mine != other
    assert {path: one.body for path, one in here.items()} == {path: one.body for path, one in there.items()}


def guess_tokens(folder: Path, guesses: int) -> None:
    tables = Tables(folder)
    seated(tables, "shop", "kitchen")
    before = (tables.table.revision, state_hash(tables.table.truth))
    for n in range(guesses):
        phone = tables.phone(f"10.0.{n % 7}.1")
        (no,) = phone.come_back(Random(n).randbytes(24).hex())
        assert no["reason"] in ("unknown_token", "slow_down")
        assert "view" not in no
    assert (tables.table.revision, state_hash(tables.table.truth)) == before


def test_guessed_tokens_open_nothing(tmp_path: Path) -> None:
    guess_tokens(tmp_path, 300)


@pytest.mark.torture
def test_five_thousand_guessed_tokens_open_nothing(tmp_path: Path) -> None:
    guess_tokens(tmp_path, 5000)


def act_for_others(folder: Path, commands: int) -> None:
    """A phone claims, in every way the protocol has room for, to be another department."""
    tables, (shop, _) = begun(folder, "shop", "kitchen")
    before = (tables.table.revision, state_hash(tables.table.truth))
    chance = Random(3)
    foreign = [action["command"] for action in tables.table.view("kitchen", "en")["actions"]]  # type: ignore[attr-defined]
    foreign = [command for command in foreign if command not in shop.legal()]
    for n in range(commands):
        tables.clock.now += 1
        command = dict(chance.choice(foreign))
        extra = chance.choice(({}, {"seat": "kitchen"}, {"member": "m2"}, {"by": "m2", "as": "kitchen"}))
        inside = chance.choice(({}, {"seat": "kitchen"})) if command["kind"] != "guess" else {}
        back = shop.say(
            type="command", id=f"f{n}", revision=shop.revision, command={**command, **inside}, **extra
        )
        assert [message["type"] for message in back if message["type"] != "facts"] == ["nack"], back
    assert (tables.table.revision, state_hash(tables.table.truth)) == before
    assert json.dumps(tables.table.view("kitchen", "en")).count('"passed": [false, false]') == 1


def test_commands_for_a_foreign_seat_have_no_effect(tmp_path: Path) -> None:
    act_for_others(tmp_path, 100)


@pytest.mark.torture
def test_a_thousand_commands_for_a_foreign_seat_have_no_effect(tmp_path: Path) -> None:
    act_for_others(tmp_path, 1000)
