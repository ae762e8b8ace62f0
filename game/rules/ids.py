"""The names behind the numbers: ids of everything a game speaks of."""

from dataclasses import dataclass
from hashlib import blake2b


@dataclass(frozen=True, slots=True)
class Ids:
    """Ids by index, for one scenario and one number of seats.

    ``seats`` are the departments in play, ``audiences`` those in play (rule 1.5), ``personals`` the
    motive ids of the personal motives. Options of an event are called "1", "2" and "3".
    """

    scenario: str
    seats: tuple[str, ...]
    audiences: tuple[str, ...]
    mechanisms: tuple[str, ...]
    motives: tuple[str, ...]
    events: tuple[str, ...]
    sentences: tuple[str, ...]
    personals: tuple[str, ...]


OPTION_IDS = ("1", "2", "3")


def key(kind: str, identifier: str) -> int:
    """The 64-bit signed number by which chance knows an id (rule 10), whatever its place in the file."""
    digest = blake2b(f"{kind}:{identifier}".encode(), digest_size=8, person=b"piramide").digest()
    return int.from_bytes(digest, "little", signed=True)
