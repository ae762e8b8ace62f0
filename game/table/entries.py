"""What a journal holds: its head, the files that the game was made from, and its chained entries."""

import json
from dataclasses import asdict, dataclass, fields
from hashlib import blake2b, sha256
from typing import Final

from game.rules.limits import ORDERS
from game.scenario import compiling
from game.scenario.compiling import Compiled
from game.scenario.load import parse, scenario_hash

APPLICATION: Final = 0x50495241  # "PIRA" in the head of the SQLite file
FORMAT: Final = 2  # raise it when tables or payloads change
ENGINE: Final = 1  # raise it when a rule, a closed list or the form of the state changes

COMMAND: Final = "command"
ACT: Final = "act"


@dataclass(frozen=True, slots=True)
class Sources:
    """The bytes of the scenario file and of the library that it was read with."""

    scenario: bytes
    library: bytes

    @property
    def hash(self) -> str:
        """The content hash of both, as in ``Scenario.hash``."""
        return scenario_hash(self.scenario, self.library)

    def compile(self, seats: int) -> Compiled:
        """The scenario for ``seats`` departments; raises ``ScenarioError`` or ``ValueError``."""
        return compiling.compile(parse(self.scenario, library=self.library), seats)


def file_hash(data: bytes) -> str:
    """The content hash under which a journal keeps a file."""
    return sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class Header:
    """How the game was set up. Together with the sources and the entries it is the whole game."""

    scenario: str
    scenario_hash: str
    seats: int
    order: str
    seed: int
    player_seed: int
    """From which computer players draw; never the game's own."""
    created: str
    """Moment of the set-up, ISO 8601."""
    format: int = FORMAT
    engine: int = ENGINE

    def __post_init__(self) -> None:
        if self.order not in ORDERS:
            raise ValueError(f"no order of play is called {self.order!r}")


def to_dict(header: Header) -> dict[str, object]:
    """The JSON form of a header."""
    return asdict(header)


def is_header(values: dict[str, object]) -> bool:
    """Whether ``values`` have exactly the names and types of a header."""
    return [*values] == [f.name for f in fields(Header)] and all(
        type(values[f.name]) is f.type for f in fields(Header)
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """One stored command or act, the hash of the state after it, and the chain up to here."""

    seq: int
    kind: str
    payload: str
    """Canonical JSON."""
    state: str
    chain: bytes


def canonical(value: object) -> str:
    """JSON in one way only: sorted keys, no spaces."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def head_chain(header: Header) -> bytes:
    """The first link: it vouches for the header, and through its hash for the scenario."""
    return _link(b"", canonical(to_dict(header)))


def next_chain(before: bytes, seq: int, kind: str, payload: str, state: str) -> bytes:
    """The link of an entry: a hash over the one before and everything that the entry says."""
    return _link(before, canonical([seq, kind, payload, state]))


def _link(before: bytes, text: str) -> bytes:
    return blake2b(before + text.encode(), digest_size=32, person=b"piramide").digest()
