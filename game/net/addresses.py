"""The addresses under which phones in the room can reach this computer, the likeliest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address
from typing import Final

import ifaddr

_VIRTUAL: Final = (
    "docker",
    "br-",
    "veth",
    "virbr",
    "vbox",
    "vmnet",
    "tun",
    "tap",
    "wg",
    "utun",
    "zt",
    "tailscale",
)
_WIRELESS: Final = ("wl", "wi-fi", "wifi", "wlan", "airport")


@dataclass(frozen=True, slots=True)
class Address:
    """An IPv4 address of this computer, and the name of the adapter that has it."""

    ip: str
    adapter: str


def own_addresses() -> tuple[Address, ...]:
    """Every IPv4 address of this computer, ranked."""
    return ranked(
        Address(ip.ip, adapter.nice_name)
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
        if isinstance(ip.ip, str)
    )


def ranked(found: Iterable[Address]) -> tuple[Address, ...]:
    """Addresses of a room's network before others, wireless before wired, this computer's own last."""
    return tuple(sorted(found, key=lambda one: (_rank(one), one.adapter, IPv4Address(one.ip))))


def _rank(address: Address) -> tuple[int, int, int]:
    ip = IPv4Address(address.ip)
    name = address.adapter.casefold()
    if ip.is_loopback:
        reach = 3
    elif ip.is_link_local:
        reach = 2
    else:
        reach = 0 if ip.is_private else 1
    return reach, int(name.startswith(_VIRTUAL)), 0 if name.startswith(_WIRELESS) else 1
