"""Who has seen which department's secret: one person must not collect them (§9).

A member keeps the seat it has once the game has begun. Whoever joins again under another name is stopped
here: at an address (a phone has its own on the room's Wi-Fi) that has seen one department's personal
motive, newcomers may take that seat only, unless the trainer seats them. Where members of several
departments were behind one address from the beginning (a router in between), people cannot be told apart
by it, and it keeps nobody from sitting down; nor does that of this computer itself, whose user has the whole
game in a file.
"""

from ipaddress import ip_address


class Witnesses:
    """What was shown at which address since the game began."""

    def __init__(self) -> None:
        self._late: set[str] = set()
        self._seen: dict[str, set[str]] = {}
        self._settled: dict[str, dict[str, str]] = {}
        """Per address the members who were there from the beginning, and where each sat first."""

    def came_late(self, member: str) -> None:
        """A member joined after the beginning."""
        self._late.add(member)

    def saw(self, address: str, member: str, seat: str) -> None:
        """A member was shown what only a seat may know."""
        self._seen.setdefault(address, set()).add(seat)
        if member not in self._late:
            self._settled.setdefault(address, {}).setdefault(member, seat)

    def may_sit(self, address: str, seat: str) -> bool:
        """Whether a newcomer at an address may take a seat without the trainer."""
        shared = len(set(self._settled.get(address, {}).values())) > 1
        return shared or _is_here(address) or self._seen.get(address, set()) <= {seat}


def _is_here(address: str) -> bool:
    """Whether it is this computer's own."""
    return bool(address) and ip_address(address).is_loopback
