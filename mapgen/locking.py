"""Locks on open files, which the system itself takes off when a process ends, however it ends."""

from __future__ import annotations

import errno
import os
import sys
from typing import IO, Final

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HELD: Final = frozenset({errno.EAGAIN, errno.EACCES, errno.EDEADLK})
"""What systems say of a file that another process has locked."""

_FAR: Final = 1 << 30
"""Windows locks bytes, and nobody may read them meanwhile: this one lies beyond all content."""


def lock(file: IO[bytes]) -> bool:
    """Lock an open file, and return whether that worked; False while another process has it.

    Where a file system knows no locks, as some shared folders, nobody is kept out.
    """
    try:
        if sys.platform == "win32":
            file.seek(_FAR)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _HELD
    return True


def is_still(file: IO[bytes], path: str | os.PathLike[str]) -> bool:
    """Return whether a path leads to an open file, and not to none or to a later one."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), os.stat(path))  # noqa: PTH116 - of any path
    except FileNotFoundError:
        return False
