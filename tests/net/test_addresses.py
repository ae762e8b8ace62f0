from ipaddress import IPv4Address
from pathlib import Path

import pytest

from game.app.serving import forget_code, hosts, join_code
from game.net.addresses import Address, own_addresses, ranked
from game.net.codes import is_code, same_code


def test_the_rooms_network_comes_before_tunnels_and_this_computer_itself() -> None:
    found = [
        Address("127.0.0.1", "lo"),
        Address("169.254.7.7", "eth1"),
        Address("172.17.0.1", "docker0"),
        Address("10.8.0.2", "tun0"),
        Address("192.168.1.14", "enp3s0"),
        Address("192.168.1.30", "wlp2s0"),
        Address("8.8.4.4", "eth0"),
    ]
    order = [one.ip for one in ranked(found)]
    assert order[:2] == ["192.168.1.30", "192.168.1.14"]
    assert set(order[2:4]) == {"172.17.0.1", "10.8.0.2"}
    assert order[4:] == ["8.8.4.4", "169.254.7.7", "127.0.0.1"]
    assert ranked(reversed(found)) == ranked(found)


def test_this_computer_has_addresses_and_its_own_last() -> None:
    addresses = own_addresses()
    assert all(IPv4Address(one.ip) for one in addresses)
    assert IPv4Address(addresses[-1].ip).is_loopback


def test_a_request_may_call_this_computer_by_what_it_listens_on() -> None:
    assert set(hosts("192.168.1.14", ("table.example",))) == {"table.example", "192.168.1.14"}
    assert set(hosts("127.0.0.1", ())) == {"127.0.0.1", "localhost"}
    assert {"localhost", "127.0.0.1"} < set(hosts("0.0.0.0", ()))


def test_the_code_of_a_game_stays_the_same(tmp_path: Path) -> None:
    code = join_code(tmp_path)
    assert join_code(tmp_path) == code
    assert (tmp_path / "join-code").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "there",
    [b"", b"\n", b"---", b"ABCDE", b"ABCDEFG", b"ABCDE0", b"abcdef", b"ABC DEF", b"\xff\xfe\x00\x01ab"],
)
def test_what_is_no_code_is_replaced_by_one(tmp_path: Path, there: bytes) -> None:
    (tmp_path / "join-code").write_bytes(there)
    code = join_code(tmp_path)
    assert is_code(code)
    assert join_code(tmp_path) == code
    assert [path.name for path in tmp_path.iterdir()] == ["join-code"]


def test_a_code_that_an_editor_saved_with_a_new_line_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "join-code").write_text("ABCDEF\n")
    assert join_code(tmp_path) == "ABCDEF"


def test_a_link_to_nowhere_is_replaced_and_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "game"
    folder.mkdir()
    (folder / "join-code").symlink_to(tmp_path / "elsewhere")
    assert is_code(join_code(folder))
    assert not (tmp_path / "elsewhere").exists()


def test_a_new_game_has_a_code_of_its_own(tmp_path: Path) -> None:
    code = join_code(tmp_path)
    forget_code(tmp_path)
    assert join_code(tmp_path) != code


def test_nothing_is_never_the_code() -> None:
    assert same_code(" bana-na ", "BANANA")
    for typed in ("", "---", " ", "BANAN", "BANANAA"):
        assert not same_code(typed, "BANANA")
        assert not same_code(typed, "")
