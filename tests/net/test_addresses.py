from ipaddress import IPv4Address
from pathlib import Path

from game.app.serving import hosts, join_code
from game.net.addresses import Address, own_addresses, ranked


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
