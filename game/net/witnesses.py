"""Who may see which department's secret: one person must not collect them (§9).

A member keeps the seat it has once the game has begun. Whoever joins again under another name is stopped
here: at an address (a phone has its own on the room's Wi-Fi) that has been shown personal motives, newcomers
may take a seat of which it has seen the motive, and no other unless the trainer seats them. What was shown
before the program was started again is not known; from then on the trainer seats all newcomers. The address
of this computer itself keeps nobody from sitting down: its user has the whole game in a file.

Two tabs that sit at two departments from the beginning look like two people behind one router.
"""

from ipaddress import ip_address


class Witnesses:
    """What was shown at which address; ``forgotten``: there was a time of which that is not known."""

    def __init__(self, *, forgotten: bool) -> None:
        self._forgotten = forgotten
        self._seen: dict[str, set[str]] = {}

    def saw(self, address: str, seat: str) -> None:
        """What only a seat may know was, or is about to be, shown there."""
        self._seen.setdefault(address, set()).add(seat)

    def refusal(self, address: str, seat: str) -> str:
        """Why a newcomer at an address may not take a seat without the trainer; empty: it may."""
        seen = self._seen.get(address, set())
        if seat in seen or is_here(address):
            return ""
        if seen:
            return "seat_by_trainer"
        return "seat_after_restart" if self._forgotten else ""


def is_here(address: str) -> bool:
    """Whether it is this computer's own."""
    return bool(address) and ip_address(address).is_loopback
