"""Where somebody was banned: another name on the same phone does not help.

The table keeps the keys and the name of whoever was banned; this adds the address, as long as the program
runs, where nobody else of the table is: thirty people may sit behind one.
"""

from game.net.witnesses import is_here


class Bans:
    """The addresses of members, and those that are kept out."""

    def __init__(self) -> None:
        self._at: dict[str, str] = {}
        self._out: set[str] = set()

    def met(self, member: str, address: str) -> None:
        """A member came in from an address."""
        self._at[member] = address

    def left(self, member: str, *, banned: bool) -> None:
        """Somebody is no member any more."""
        address = self._at.pop(member, "")
        if banned and address and not is_here(address) and address not in self._at.values():
            self._out.add(address)

    def at(self, member: str) -> str:
        """From where a member came in; empty: that was before the program was begun."""
        return self._at.get(member, "")

    def keeps_out(self, address: str) -> bool:
        """Whether nobody may join from an address."""
        return address in self._out
