"""Join codes and keys.

The code on the board is short and has no characters that look like others; whoever has it may join. A
key (the protocol's ``token``) is a member's own, long, and kept by the table as a hash only.
"""

import secrets
from hashlib import blake2b
from typing import Final

ALPHABET: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
LENGTH: Final = 6
_KEY_BYTES: Final = 24


def new_code() -> str:
    """A code to join with."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def is_code(text: str) -> bool:
    """Whether a text can be a code to join with."""
    return len(text) == LENGTH and set(text) <= set(ALPHABET)


def same_code(typed: str, code: str) -> bool:
    """Whether somebody typed the code: in small letters, with spaces or dashes, it is the same.

    Nothing is never a code, also where ``code`` is nothing.
    """
    plain = "".join(letter for letter in typed.upper() if letter.isalnum())
    return bool(plain) and secrets.compare_digest(plain.encode(), code.encode())


def new_key() -> str:
    """A key for a member: 192 bits."""
    return secrets.token_urlsafe(_KEY_BYTES)


def key_hash(key: str) -> str:
    """What the table keeps of a key."""
    return blake2b(key.encode(), digest_size=16, person=b"piramide-key").hexdigest()
