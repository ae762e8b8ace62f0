import json
import os
import resource
import socket
import stat
import subprocess
import sys
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from random import Random

import httpx
import pytest
import typer
from typer.testing import CliRunner

from game.app.serving import REST, Channel, Control, Inbox, register
from game.net.crowd import MOST
from game.net.links import Event
from game.table.replaying import verify
from tests.net.serving import PATIENCE, Served, client, tiny_file


@pytest.fixture
def scenario(tmp_path: Path) -> str:
    return str(tiny_file(tmp_path))


def refused(folder: Path, scenario: str, *options: str) -> str:
    """What the command says when it will not serve."""
    app = typer.Typer()
    app.callback()(lambda: None)
    register(app)
    arguments = [scenario, "--headless", "--data", str(folder), "--host", "127.0.0.1", *options]
    done = CliRunner().invoke(app, ["serve", *arguments])
    assert done.exit_code == 2, done.output
    assert done.stdout == ""
    return done.stderr


def test_it_says_where_it_is_and_ends_cleanly(tmp_path: Path, scenario: str) -> None:
    with Served(tmp_path / "game", scenario) as served:
        assert served.told.keys() == {"url", "port", "join_code", "control", "journal"}
        assert served.told["url"] == f"http://127.0.0.1:{served.port}/"
        assert served.told["journal"] == str((tmp_path / "game" / "game.piramide").resolve())
        control = Path(served.told["control"])
        assert stat.S_ISSOCK(control.stat().st_mode)
        assert stat.S_IMODE(control.stat().st_mode) == 0o600
        assert httpx.get(served.told["url"] + "words/nl.json").status_code == 200
        with client(served.address) as phone:
            phone.join(served.code, seat="shop")
            code, errors = served.stop()
            assert (code, "Traceback" in errors) == (0, False)
            assert not control.exists()


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_why_an_address_cannot_be_had_is_said_in_words(tmp_path: Path, scenario: str, lang: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        said = refused(tmp_path / "one", scenario, "--port", port, "--lang", lang)
        assert {"nl": "een ander programma gebruikt", "en": "another program uses"}[lang] in said
    said = refused(tmp_path / "two", scenario, "--host", "192.0.2.77", "--lang", lang)
    assert {"nl": "geen adres van deze computer", "en": "no address of this computer"}[lang] in said
    said = refused(tmp_path / "three", scenario, "--host", "a" * 70, "--lang", lang)
    assert "a" * 70 in said
    assert not [*tmp_path.glob("*/*")], "no game is begun where nobody can come in"


def test_the_trainers_channel_does_what_the_contract_lists(tmp_path: Path, scenario: str) -> None:
    with (
        Served(tmp_path / "game", scenario, "--departments", "2") as served,
        client(served.address) as phone,
    ):
        assert served.do("start") == {
            "ok": False,
            "reason": "seat_empty",
            "message": served.do("start")["message"],
        }
        member = phone.join(served.code, seat="shop")["member"]
        assert served.do("bot", seat="kitchen", kind="silo")["ok"]
        for line in (
            {"do": "rename", "member": member, "name": "Bea"},
            {"do": "approval", "approval": "majority"},
            {"do": "clock", "mode": "long"},
            {"do": "language", "lang": "nl"},
            {"do": "lock", "on": True},
            {"do": "start"},
            {"do": "pause", "reason": "coffee"},
            {"do": "resume"},
            {"do": "pause", "reason": ""},
            {"do": "seat", "member": member, "seat": None},
            {"do": "bot", "seat": "shop", "kind": "random"},
        ):
            assert served.line(line)["ok"], line
        status = served.do("status")
        assert status["members"] == [{"id": member, "name": "Bea", "seat": None, "away": False}]
        assert (status["locked"], status["approval"], status["clock"]["mode"]) == (True, "majority", "long")
        assert served.do("next")["ok"]  # whoever was to choose our why is not there
        assert served.do("status")["week"] == 1
        assert served.do("end_guessing")["reason"] == "not_now"
        assert served.do("end_early")["ok"]
        assert served.do("status")["part"] == "over"
        assert served.do("next")["reason"] == "not_now"
        wrongs: list[object] = [
            {"do": "dance"},
            {"do": "kick"},
            {"do": "lock", "on": "yes"},
            [],
            "start",
            None,
            {},
        ]
        for wrong in wrongs:
            answer = served.line(wrong)
            assert answer["ok"] is False
            assert answer["reason"] in ("bad_line", "unknown_line")
            assert answer["message"]
        assert served.do("kick", member=member)["ok"]
        assert served.do("stop") == {"ok": True}
        assert served.process.wait(PATIENCE) == 0


def test_started_again_it_goes_on_with_the_same_game(tmp_path: Path, scenario: str) -> None:
    folder = tmp_path / "game"
    with Served(folder, scenario, "--bots", "random", "--seed", "5") as served:
        with client(served.address) as phone:
            token = phone.join(served.code, seat="shop")["token"]
            assert served.do("start")["ok"]
        code = served.code
        served.stop()
    with Served(folder, scenario, "--bots", "random") as served:
        assert served.code == code
        with client(served.address) as phone:
            phone.send(type="hello", protocol=1, token=token)
            welcome = phone.hear("welcome")
            assert (welcome["seat"], welcome["view"]["table"]["started"]) == ("shop", True)
        assert served.do("end_early")["ok"]
        served.stop()
    with Served(folder, scenario) as served:  # also when it is over: the score is still to be seen
        assert served.do("status")["over"]
        served.stop()
    assert verify(folder / "game.piramide").over


def test_another_game_is_refused_in_words(tmp_path: Path, scenario: str) -> None:
    folder = tmp_path / "game"
    with Served(folder, scenario, "--seed", "5", "--departments", "2") as served:
        assert "in gebruik" in refused(folder, scenario, "--lang", "nl")
        served.stop()
    assert "fruit-stall" not in refused(folder, "fruit-stall", "--lang", "en")
    assert "2 departments" in refused(folder, scenario, "--departments", "3", "--lang", "en")
    assert "--seed" in refused(folder, scenario, "--seed", "6", "--lang", "en")
    assert "--order free" in refused(folder, scenario, "--order", "round", "--lang", "en")
    assert "wizard" in refused(folder, scenario, "--bots", "wizard")
    assert refused(folder, "no-such-scenario")
    assert refused(folder, scenario, "--port", "70000")
    with Served(folder, scenario, "--seed", "6", "--departments", "3", "--new") as served:
        assert len(served.do("status")["seats"]) == 3
    assert len(list(folder.glob("game-*.piramide"))) == 1


def test_a_new_game_that_cannot_be_had_leaves_the_one_that_is_there_its_code(
    tmp_path: Path, scenario: str
) -> None:
    folder = tmp_path / "game"
    with Served(folder, scenario) as served:
        code = served.code
        assert refused(folder, scenario, "--new")
        served.stop()
    assert refused(folder, scenario, "--new", "--departments", "9")
    with Served(folder, scenario) as served:
        assert served.code == code
        served.stop()
    with Served(folder, scenario, "--new") as served:
        assert served.code != code


NO_UNIX_SOCKETS = """
import socket
del socket.AF_UNIX
from game.app.main import main
main()
"""


def test_where_the_system_has_no_unix_sockets_it_says_what_to_do_instead(
    tmp_path: Path, scenario: str
) -> None:
    folder = tmp_path / "game"
    command = [sys.executable, "-c", NO_UNIX_SOCKETS, "serve", scenario, "--headless", "--data", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (2, "", False), done.stderr
    assert "play" in done.stderr
    assert not folder.exists(), "no game is begun that cannot be served"


@pytest.mark.parametrize("name", ["join-code", "control"])
def test_a_folder_in_place_of_a_file_is_told_in_words(tmp_path: Path, scenario: str, name: str) -> None:
    folder = tmp_path / "game"
    (folder / name / "inside").mkdir(parents=True)
    for options in ((), ("--new",)):
        said = refused(folder, scenario, "--lang", "nl", *options)
        assert f"{name} is niet te schrijven" in said
        assert "Traceback" not in said
    assert sorted(path.name for path in folder.glob(f"{name}*")) == [name]


def test_a_channel_in_a_folder_with_a_long_name_works_too(tmp_path: Path) -> None:
    folder = tmp_path / ("deep" * 20) / ("deeper" * 20)
    folder.mkdir(parents=True)
    channel = Channel(folder, SimpleQueue())
    assert channel.path.exists()
    channel.close()
    assert not channel.path.parent.exists()


def test_a_line_of_the_trainer_is_a_whole_one_of_bounded_length(tmp_path: Path, scenario: str) -> None:
    with (
        Served(tmp_path / "game", scenario, "--bots", "random") as served,
        socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as channel,
    ):
        channel.settimeout(PATIENCE)
        channel.connect(served.told["control"])
        hidden = json.dumps({"do": "lock", "on": True}).encode()
        channel.sendall(b'{"x": "' + b"a" * (64 * 1024 - 7) + hidden + b"\n" + b'{"do": "status"}\n' + hidden)
        channel.shutdown(socket.SHUT_WR)
        with channel.makefile("rb") as stream:
            answers = [json.loads(line) for line in stream]
        assert [answer.get("reason") for answer in answers] == ["bad_line", None]
        assert served.do("status")["locked"] is False


def test_the_trainers_channel_outlives_a_lack_of_files(tmp_path: Path) -> None:
    inbox: Inbox = SimpleQueue()
    lines: list[Event | Control | None] = []
    with closing(Channel(tmp_path, inbox)) as channel, ExitStack() as trainers:
        first, second = (trainers.enter_context(socket.socket(socket.AF_UNIX)) for _ in range(2))
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        free = os.dup(0)
        os.close(free)
        resource.setrlimit(resource.RLIMIT_NOFILE, (free, hard))
        try:
            for trainer in (first, second):
                trainer.settimeout(PATIENCE)
                trainer.connect(str(channel.path))
                trainer.sendall(b'{"do": "status"}\n')
            with suppress(Empty):
                while True:
                    lines.append(inbox.get(timeout=2 * REST))
            assert len(lines) <= 1, "the system may have had one file laid ready, but no other"
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        while len(lines) < 2:
            lines.append(inbox.get(timeout=PATIENCE))
        for line in lines:
            assert isinstance(line, Control)
            line.answer({"ok": True})
        assert [trainer.recv(100) for trainer in (first, second)] == [b'{"ok": true}\n'] * 2


def test_a_flood_of_connections_takes_neither_all_files_nor_the_trainers_channel(
    tmp_path: Path, scenario: str
) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4096, hard), hard))
    try:
        with Served(tmp_path / "game", scenario, "--bots", "random", files=MOST + 450) as served:
            with ExitStack() as flood:
                for _ in range(2 * MOST):
                    one = flood.enter_context(socket.socket())
                    one.setblocking(False)
                    one.connect_ex(("127.0.0.1", served.port))
                assert served.do("status")["ok"]
            with client(served.address, source_address=("127.0.0.2", 0)) as phone:
                assert phone.join(served.code)["type"] == "welcome"
            code, errors = served.stop()
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert (code, "Traceback" in errors) == (0, False), errors[-2000:]


def test_phones_and_computer_players_play_a_game_over_the_network(tmp_path: Path, scenario: str) -> None:
    chance = Random(4)
    with Served(tmp_path / "game", scenario, "--bots", "cooperative", "--departments", "3") as served:
        with client(served.address) as phone:
            phone.join(served.code, seat="shop")
            assert served.do("start")["ok"]
            sent = 0
            while phone.view["part"] != "over":
                legal = [one["command"] for one in phone.view["actions"] if one["refusal"] is None]
                if not (phone.view["you"]["to_act"] and legal):
                    phone.hear("facts")
                    continue
                sent += 1
                phone.send(
                    type="command", id=f"c{sent}", revision=phone.revision, command=chance.choice(legal)
                )
                if phone.hear("ack", "nack")["type"] == "ack":
                    phone.hear("facts")
            assert phone.view["medal"] in ("none", "bronze", "silver", "gold")
        served.stop()
    assert verify(tmp_path / "game" / "game.piramide").over
