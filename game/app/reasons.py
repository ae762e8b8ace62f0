"""Why the system refuses a file or an address, in the language of whoever reads it."""

import errno
import os
from pathlib import Path
from socket import gaierror
from typing import Final

from game.words.catalogue import Language, Words

FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

_REASONS: Final[dict[int | None, str]] = {
    errno.ENOENT: "not_there",
    errno.ENOTDIR: "no_folder",
    errno.EISDIR: "folder",
    errno.EEXIST: "exists",
    errno.EACCES: "no_access",
    errno.EPERM: "no_access",
    errno.EROFS: "read_only",
    errno.ENAMETOOLONG: "long_name",
    errno.EIO: "disk",
    errno.EADDRINUSE: "address_in_use",
    errno.EADDRNOTAVAIL: "not_our_address",
    **dict.fromkeys(FULL, "full"),
}


def reason(error: OSError, language: Language) -> str:
    """What the system has against it: a part of a sentence."""
    words = Words("app", language)
    name = "unknown_host" if isinstance(error, gaierror) else _REASONS.get(error.errno)
    return words("reason.other", said=error.strerror or error) if name is None else words(f"reason.{name}")


def unwritable(path: Path, language: Language) -> str | None:
    """Why a file could not be written at ``path``, seen before anything is done; None if nothing is known."""
    code = 0
    if path.is_dir():
        code = errno.EISDIR
    elif not path.parent.is_dir():
        code = errno.ENOENT
    elif not os.access(path if path.exists() else path.parent, os.W_OK):
        code = errno.EACCES
    return reason(OSError(code, ""), language) if code else None
